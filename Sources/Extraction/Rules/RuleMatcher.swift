import IbidPatterns
import IbidSource

/// Runs programs over the tokens of a text, all states of an automaton side by side.
///
/// A state is visited once at each token, so a run from one token takes time linear in the tokens that it reads, at most
/// `longest`, times the states; nothing is ever tried a second time.
struct RuleMatcher {
  /// The most tokens that a match may have.
  static let longest = 256

  private struct Thread {
    var pc: Int
    /// Its last event; -1 for none.
    var trace: Int32
  }

  /// What happened on the way to a state.
  struct Event {
    enum Kind: UInt8 { case open, close, openItem, closeItem, found }
    var previous: Int32
    var kind: Kind
    var capture: Int32
    /// The token; of a thing found its index.
    var place: Int32
  }

  let text: RuleText
  private(set) var events: [Event] = []
  /// Threads that wait for each of the next tokens.
  private var waiting: [[Thread]] = Array(repeating: [], count: RuleMatcher.longest + 1)
  private var marks: [UInt32] = []
  private var stamp: UInt32 = 0
  private var stack: [Thread] = []

  init(_ text: RuleText) { self.text = text }

  /// The end of the longest match from a token on whose end is accepted, and its last event; nil if there is none.
  ///
  /// Of several ways to match the same tokens the first one counts: earlier alternatives before later ones, more
  /// repetitions before fewer, short gaps before long ones.
  mutating func longest(
    _ program: RuleProgram, from start: Int, limit: Int, accepts: (Int) -> Bool
  ) -> (end: Int, trace: Int32)? {
    events.removeAll(keepingCapacity: true)
    if marks.count < program.instructions.count {
      marks = Array(repeating: 0, count: program.instructions.count)
      stamp = 0
    }
    let last = min(limit - start, Self.longest)
    guard last >= 0 else { return nil }
    var best: (end: Int, trace: Int32)?
    var farthest = 0
    waiting[0].append(Thread(pc: 0, trace: -1))
    var offset = 0
    while offset <= farthest {
      stamp &+= 1
      if stamp == 0 {
        for index in marks.indices { marks[index] = 0 }
        stamp = 1
      }
      for index in waiting[offset].indices {
        stack.append(waiting[offset][index])
        while let thread = stack.popLast() {
          step(program, thread, at: start + offset, offset, last, &farthest, &best, accepts)
        }
      }
      waiting[offset].removeAll(keepingCapacity: true)
      offset += 1
    }
    return best
  }

  @inline(__always)
  private mutating func step(
    _ program: RuleProgram, _ thread: Thread, at token: Int, _ offset: Int, _ last: Int, _ farthest: inout Int,
    _ best: inout (end: Int, trace: Int32)?, _ accepts: (Int) -> Bool
  ) {
    let pc = thread.pc
    guard marks[pc] != stamp else { return }
    marks[pc] = stamp
    switch program.instructions[pc] {
    case .match:
      if best.map({ $0.end < token }) ?? true, accepts(token) { best = (token, thread.trace) }
    case .jump(let target): stack.append(Thread(pc: target, trace: thread.trace))
    case .split(let first, let second):
      stack.append(Thread(pc: second, trace: thread.trace))
      stack.append(Thread(pc: first, trace: thread.trace))
    case .open(let capture): stack.append(note(.open, capture, token, thread))
    case .close(let capture): stack.append(note(.close, capture, token, thread))
    case .openItem(let capture): stack.append(note(.openItem, capture, token, thread))
    case .closeItem(let capture): stack.append(note(.closeItem, capture, token, thread))
    case .token(let test):
      guard offset < last, meets(test, token) else { return }
      farthest = max(farthest, offset + 1)
      waiting[offset + 1].append(Thread(pc: pc + 1, trace: thread.trace))
    case .found(let kind, let capture):
      guard offset < last else { return }
      for index in text.places(at: token) where text.things[index].kind == Int32(kind) {
        var length = Int(text.things[index].upper) - token
        // A quotation may go on behind the sentence.
        if kind == RuleKind.quote.rawValue { length = min(length, last - offset) }
        guard offset + length <= last else { continue }
        farthest = max(farthest, offset + length)
        let next = capture.map { note(.found, $0, index, thread) } ?? Thread(pc: pc + 1, trace: thread.trace)
        waiting[offset + length].append(next)
      }
    }
  }

  private mutating func note(_ kind: Event.Kind, _ capture: Int, _ place: Int, _ thread: Thread) -> Thread {
    events.append(Event(previous: thread.trace, kind: kind, capture: Int32(capture), place: Int32(place)))
    return Thread(pc: thread.pc + 1, trace: Int32(events.count - 1))
  }

  private func meets(_ test: RuleProgram.TokenTest, _ token: Int) -> Bool {
    switch test {
    case .id(let id): return text.ids[token] == id
    case .ids(let table):
      let id = Int(text.ids[token])
      return id < table.count && table[id]
    case .exact(let id, let word):
      return text.ids[token] == id && text.tokens.bytes[text.tokens.span(token).range].elementsEqual(word)
    case .regex(let regex): return regex.matches(text.tokens.bytes[text.tokens.span(token).range])
    case .word: return text.isWord(token)
    case .any: return true
    }
  }

  /// The events that led to a match, in their order.
  func path(to trace: Int32) -> [Event] {
    var path: [Event] = []
    var next = trace
    while next >= 0 {
      path.append(events[Int(next)])
      next = events[Int(next)].previous
    }
    return path.reversed()
  }

  /// Whether a match may start at a token.
  func mayStart(_ start: RuleStart, at token: Int) -> Bool {
    if start.any || start.ids[Int(text.ids[token])] || start.words && text.isWord(token) { return true }
    for place in text.places(at: token) where start.kinds[Int(text.things[place].kind)] { return true }
    return false
  }
}
