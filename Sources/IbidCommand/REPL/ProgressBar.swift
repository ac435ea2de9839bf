import Dispatch
import Ibid
import Synchronization

/// A line on the terminal that tells how far a load or a query is, once it takes a second.
///
///     reading  412 of 1300 files  ████████░░░░░░░░░░░░  32%  4.1 MB/s  0:07 left
///
/// On standard error, if that is a terminal, and gone before anything else is printed.
final class ProgressBar {
  private let timer: (any DispatchSourceTimer)?
  private let line = Line()

  private static let delayMilliseconds = 1000

  /// Begins to watch a session.
  static func start(_ session: Session, quiet: Bool = false) -> ProgressBar {
    ProgressBar(session, isShown: !quiet && Console.errorIsTerminal && Console.environment("TERM") != "dumb")
  }

  private init(_ session: Session, isShown: Bool) {
    guard isShown else {
      timer = nil
      return
    }
    // A queue of its own has a thread of its own, however busy the others are.
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "ibid.progress"))
    timer.schedule(
      deadline: .now() + .milliseconds(Self.delayMilliseconds), repeating: .milliseconds(100), leeway: .milliseconds(20)
    )
    let line = line
    timer.setEventHandler { line.show(session.progress) }
    timer.resume()
    self.timer = timer
  }

  /// Takes the line away; it may come again.
  func pause() { line.clear() }

  /// Takes the line away for good.
  func end() {
    timer?.cancel()
    line.close()
  }

  deinit { timer?.cancel() }

  /// What is on the screen.
  private final class Line: Sendable {
    private struct State {
      var isShown = false
      var isClosed = false
      var stage: Progress.Stage?
      var start = ContinuousClock.now
      var begun = 0.0
    }

    private let state = Mutex(State())

    func show(_ progress: Progress?) {
      guard let progress else { return clear() }
      state.withLock { state in
        if state.isClosed { return }
        if progress.stage != state.stage || progress.fraction < state.begun {
          state.stage = progress.stage
          state.start = .now
          state.begun = progress.fraction
        }
        let text = ProgressText.line(
          progress, since: state.begun, elapsed: ContinuousClock.now - state.start, width: Console.errorWidth ?? 80,
          usesUnicode: Console.usesUnicode)
        Console.error("\r\u{1B}[K" + text)
        state.isShown = true
      }
    }

    func clear() {
      state.withLock { state in
        if state.isShown { Console.error("\r\u{1B}[K") }
        state.isShown = false
      }
    }

    func close() {
      state.withLock { $0.isClosed = true }
      clear()
    }
  }
}

/// The words of a progress bar.
enum ProgressText {
  /// `since`: how far the work was when the watch began, `elapsed` ago.
  static func line(
    _ progress: Progress, since begun: Double, elapsed: Duration, width: Int, usesUnicode: Bool = true
  ) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let (verb, unit) =
      switch progress.stage {
      case .documents: ("reading", "files")
      case .data: ("reading", "pieces")
      case .rules: ("applying rules", "files")
      case .running: ("running", "steps")
      }
    let counts = progress.total > 1 ? "\(progress.done) of \(progress.total) \(unit)" : ""
    let percent = "\(Int(progress.fraction * 100))%"
    var rate = ""
    if progress.bytes > 0, seconds > 0.2 { rate = size(Double(progress.bytes) / seconds) + "/s" }
    var left = ""
    let gained = progress.fraction - begun
    if gained > 0.01, seconds > 0.5 { left = clock(seconds * (1 - progress.fraction) / gained) + " left" }
    let ends = [verb, counts].filter { !$0.isEmpty }.joined(separator: "  ")
    let rest = [percent, rate, left].filter { !$0.isEmpty }.joined(separator: "  ")
    let room = min(30, width - 1 - ends.count - rest.count - 4)
    guard room >= 5 else { return String((ends + "  " + rest).prefix(max(0, width - 1))) }
    let full = Int(Double(room) * progress.fraction)
    let (done, open) = usesUnicode ? ("█", "░") : ("#", ".")
    return ends + "  " + String(repeating: done, count: full) + String(repeating: open, count: room - full) + "  "
      + rest
  }

  /// `4.1 MB`, `310 KB`
  static func size(_ bytes: Double) -> String {
    if bytes < 1_000_000 { return "\(Int(bytes / 1000)) KB" }
    let tenths = Int(bytes / 100_000)
    return tenths >= 1000 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }

  /// `0:07`, `1:02:33`
  static func clock(_ seconds: Double) -> String {
    let total = Int(min(seconds.rounded(.up), 359_999))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = "\(two(total % 60))"
    return total >= 3600 ? "\(total / 3600):\(two(total / 60 % 60)):\(rest)" : "\(total / 60):\(rest)"
  }
}
