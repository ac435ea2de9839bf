import CEditLine
import Glibc
import Ibid

extension LineEditor {
  /// How long no key must come before the text is looked through for mistakes.
  private static let pauseMilliseconds: Int32 = 250

  /// The next character typed, or -1 where the input ends. Draws first, unless more has arrived already.
  func nextCharacter() -> Int32 {
    if let starting = state.starting {
      state.starting = nil
      buffer = starting
    }
    while true {
      if let scalar = state.input.next() {
        if scalar == "\u{1B}", isVi, let code = viSequence() {
          if code == UInt8(editline_continue) { continue }
          return -1
        }
        return taken(scalar)
      }
      if state.input.isEmpty {
        guard state.input.fill(waitMilliseconds: 0) else { return -1 }
        if !state.input.isEmpty { continue }
        state.undo.note(buffer)
        draw()
        guard waitForKey() else { return -1 }
        if TerminalSize.takeChange() {
          // Safe: the editor is open.
          unsafe el_resize(pointer)
        }
      } else if let scalar = state.input.restOfPartial() {
        return taken(scalar)
      }
    }
  }

  /// Does what a key of its own on the keyboard means, `ESC [ A`: in vi's modes libedit takes its first byte for Escape.
  ///
  /// Nil where it was Escape, or where our own loops read keys.
  private func viSequence() -> UInt8? {
    guard state.menu == nil, state.search == nil else { return nil }
    if state.input.isEmpty { _ = state.input.fill(waitMilliseconds: 30) }
    guard state.input.nextByte == UInt8(ascii: "[") || state.input.nextByte == UInt8(ascii: "O") else { return nil }
    state.input.pushBack("\u{1B}")
    guard let key = nextSequence(), let command = EditorCommand.ofSequence(key) else {
      return UInt8(editline_continue)
    }
    state.problems = []
    state.areProblemsKnown = false
    return perform(command)
  }

  /// Waits for a key or a change of the window; in a pause shows what is wrong. False where the input has ended.
  private func waitForKey() -> Bool {
    if !state.areProblemsKnown, state.menu == nil, state.search == nil {
      guard state.input.fill(waitMilliseconds: Self.pauseMilliseconds) else { return false }
      if !state.input.isEmpty { return true }
      state.areProblemsKnown = true
      state.problems = problems(in: buffer)
      if !state.problems.isEmpty { draw() }
    }
    return state.input.fill(waitMilliseconds: -1)
  }

  /// What is known to be wrong, apart from the word that is being written and from what is not there yet.
  private func problems(in text: EditBuffer) -> [Problem] {
    let typed = text.text
    guard !typed.hasPrefix("."), !typed.hasPrefix("\\"), typed.utf8.count < 20_000 else { return [] }
    let cursor = text.textBeforeCursor.utf8.count
    return state.vocabulary.problems(in: typed).filter { problem in
      !problem.range.isEmpty && !(problem.range.lowerBound...problem.range.upperBound).contains(cursor)
    }
  }

  private func taken(_ scalar: Unicode.Scalar) -> Int32 {
    state.problems = []
    state.areProblemsKnown = false
    return Int32(bitPattern: scalar.value)
  }

  /// Shows the text as it is now.
  func draw() {
    fit()
    let new = frame()
    Console.out(renderer.update(from: state.frame, to: new))
    state.frame = new
  }

  private func frame() -> LineRenderer.Frame {
    if let search = state.search {
      let text = search.buffer
      let words = (search.hasFailed ? "no earlier: " : "search: ") + search.words
      return renderer.frame(
        text, styles: styles(text.text), marks: [], below: [BelowLine(words, codes: search.hasFailed ? "31" : "2")])
    }
    let text = buffer
    return renderer.frame(
      text, styles: styles(text.text), marks: state.problems.map(\.range), ghost: ghost(of: text), below: below)
  }

  private var below: [BelowLine] {
    if let menu = state.menu {
      return menu.lines(width: renderer.width - 1, maxLines: max(3, min(10, renderer.height / 2)))
    }
    guard let problem = state.problems.first else { return [] }
    let suggestion = problem.suggestion.map { "; try: \($0)" } ?? ""
    return [BelowLine("  \(problem.message)\(suggestion)", codes: "31")]
  }

  /// Shows the whole text a last time and leaves it: what follows is printed below.
  func leave(_ shown: EditBuffer, mark: String = "") {
    fit()
    let erased = renderer.erase(state.frame)
    var whole = renderer
    whole.height = .max
    var end = shown
    end.cursor = end.characters.count
    let frame = whole.frame(end, styles: styles(end.text))
    Console.out(erased + frame.rows.joined(separator: "\r\n") + mark + "\r\n")
    state.frame = nil
  }

  private func fit() {
    renderer.width = Console.width ?? 80
    renderer.height = Console.height ?? 24
  }

  private func styles(_ text: String) -> [LineRenderer.Style] {
    renderer.usesColour && text.utf8.count < 20_000 ? Highlighter.styles(of: text) : []
  }
}
