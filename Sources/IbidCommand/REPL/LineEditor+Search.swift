import CEditLine

extension LineEditor {
  /// Ctrl-R: looks for an earlier statement while letters are typed; the whole statement is shown.
  ///
  /// Ctrl-R again shows an older one, Ctrl-S a newer one, Enter runs what is shown, Escape, Ctrl-C or Ctrl-G brings the
  /// text back that was there. Any other key goes on editing what was found.
  func search() -> UInt8 {
    state.search = HistorySearch(history.entries, from: buffer)
    defer { state.search = nil }
    while let search = state.search {
      guard let key = nextKey() else { break }
      switch key {
      case "\u{12}": state.search?.older()
      case "\u{13}": state.search?.newer()
      case "\u{7F}", "\u{08}": state.search?.removeLast()
      case "\u{1B}", "\u{07}", "\u{03}":
        buffer = search.original
        return UInt8(editline_continue)
      case _ where key.unicodeScalars.count == 1 && key >= " ": state.search?.add(key)
      default:
        buffer = search.buffer
        state.input.pushBack(key)
        return UInt8(editline_continue)
      }
    }
    return UInt8(editline_continue)
  }

  /// A key that was pressed, with the whole sequence if it sends one; nil where the input ends.
  func nextKey() -> String? {
    let code = nextCharacter()
    guard code >= 0, let first = Unicode.Scalar(UInt32(code)) else { return nil }
    if first != "\u{1B}" { return String(Character(first)) }
    state.input.pushBack("\u{1B}")
    return nextSequence()
  }

  /// What a key sent that begins with Escape; the rest has arrived with it, or it was Escape alone.
  func nextSequence() -> String? {
    guard state.input.next() != nil else { return nil }
    if state.input.isEmpty { _ = state.input.fill(waitMilliseconds: 30) }
    guard let second = state.input.next() else { return "\u{1B}" }
    var key = "\u{1B}" + String(Character(second))
    if second == "O", let third = state.input.next() { key.unicodeScalars.append(third) }
    if second == "[" {
      while let scalar = state.input.next() {
        key.unicodeScalars.append(scalar)
        if (0x40...0x7E).contains(scalar.value) { break }
      }
    }
    return key
  }
}
