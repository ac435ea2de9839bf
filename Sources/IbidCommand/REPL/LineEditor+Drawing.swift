import CEditLine
import Glibc
import Ibid

extension LineEditor {
  /// The next character typed, or -1 where the input ends. Draws first, unless more has arrived already.
  func nextCharacter() -> Int32 {
    while true {
      if let scalar = state.input.next() { return taken(scalar) }
      if state.input.isEmpty {
        guard state.input.fill(waitMilliseconds: 0) else { return -1 }
        if !state.input.isEmpty { continue }
        state.undo.note(buffer)
        draw()
        guard state.input.fill(waitMilliseconds: -1) else { return -1 }
        if TerminalSize.takeChange() {
          // Safe: the editor is open.
          unsafe el_resize(pointer)
        }
      } else if let scalar = state.input.restOfPartial() {
        return taken(scalar)
      }
    }
  }

  private func taken(_ scalar: Unicode.Scalar) -> Int32 {
    state.below = []
    return Int32(bitPattern: scalar.value)
  }

  /// Shows the text as it is now.
  func draw() {
    fit()
    let new = searchFrame ?? renderer.frame(buffer, styles: styles(buffer.text), below: state.below)
    Console.out(renderer.update(from: state.frame, to: new))
    state.frame = new
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

  /// While Ctrl-R searches, libedit adds a line `bck:WORDS` (`bck?` where nothing was found) to the text.
  private var searchFrame: LineRenderer.Frame? {
    guard state.isSearching else { return nil }
    let buffer = buffer
    guard let last = buffer.characters.lastIndex(of: "\n") else { return nil }
    let line = String(buffer.characters[(last + 1)...])
    let isFound = !line.dropFirst(3).hasPrefix("?")
    guard line.hasPrefix("bck:") || line.hasPrefix("bck?") || line.hasPrefix("fwd:") || line.hasPrefix("fwd?") else {
      return nil
    }
    let text = EditBuffer(String(buffer.characters[..<last]), cursor: min(buffer.cursor, last))
    return renderer.frame(
      text, styles: styles(text.text), below: [(isFound ? "search: " : "no earlier: ") + line.dropFirst(4)])
  }
}
