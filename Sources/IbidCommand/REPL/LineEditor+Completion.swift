import Ibid

extension LineEditor {
  /// Tab: writes what is certain of the word. If it may become several things, they are listed, and Tab chooses.
  func complete() {
    var text = buffer
    guard let found = candidates(for: text), !found.candidates.isEmpty else { return }
    let typed = String(decoding: Array(text.text.utf8)[found.replaces], as: UTF8.self)
    let common = found.candidates.dropFirst().reduce(found.candidates[0].text) { $0.commonStart(with: $1.text) }
    if common.count >= typed.count, common.lowercased().hasPrefix(typed.lowercased()), common != typed {
      text.remove(text.cursor - typed.count..<text.cursor)
      text.insert(common)
      buffer = text
    }
    guard found.candidates.count > 1 else { return }
    let length = max(typed.count, common.lowercased().hasPrefix(typed.lowercased()) ? common.count : 0)
    state.menu = CompletionMenu(found.candidates, in: buffer, from: buffer.cursor - length)
    choose()
    state.menu = nil
  }

  private func candidates(for text: EditBuffer) -> Completions? {
    ShellCommand.completions(text.textBeforeCursor, state.vocabulary)
      ?? state.vocabulary.completions(
        for: text.text, cursor: text.textBeforeCursor.utf8.count, files: PathCompletions.candidates)
  }

  /// Takes keys while the menu is shown: those that move in it, Enter, Escape. Any other one ends it and does what it does.
  private func choose() {
    while let menu = state.menu {
      guard let key = nextKey() else { return }
      switch key {
      case "\t", "\u{1B}[B", "\u{1B}OB": move(by: 1)
      case "\u{1B}[Z", "\u{1B}[A", "\u{1B}OA": move(by: -1)
      case "\u{1B}", "\u{07}":
        buffer = menu.original
        return
      case "\r", "\n":
        // The choice is made; with none, Enter is Enter.
        if menu.selected == nil { state.input.pushBack(key) }
        return
      case _ where menu.selected == nil && key.unicodeScalars.allSatisfy(\.properties.isAlphabetic) || key == "_":
        guard narrow(by: key) else { return }
      default:
        state.input.pushBack(key)
        return
      }
    }
  }

  private func move(by step: Int) {
    state.menu?.move(by: step)
    if let menu = state.menu { buffer = menu.buffer }
  }

  /// Goes on typing the word while the menu is shown; false if nothing is left to choose from.
  private func narrow(by key: String) -> Bool {
    var text = buffer
    text.insert(key)
    buffer = text
    guard let found = candidates(for: text), !found.candidates.isEmpty else { return false }
    let typed = String(decoding: Array(text.text.utf8)[found.replaces], as: UTF8.self)
    if found.candidates.count == 1, found.candidates[0].text == typed { return false }
    state.menu = CompletionMenu(found.candidates, in: text, from: text.cursor - typed.count)
    return true
  }

  /// What may be meant to follow: the rest of the latest statement that began like this.
  func ghost(of text: EditBuffer) -> String {
    guard renderer.usesColour, state.menu == nil, state.search == nil, text.cursor == text.characters.count,
      !text.isEmpty
    else { return "" }
    let typed = text.text
    return history.completion(of: typed).map { String($0.unicodeScalars.dropFirst(typed.unicodeScalars.count)) } ?? ""
  }
}

extension String {
  fileprivate func commonStart(with other: String) -> String { String(zip(self, other).prefix { $0 == $1 }.map(\.0)) }
}
