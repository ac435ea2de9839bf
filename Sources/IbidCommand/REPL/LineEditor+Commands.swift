import CEditLine
import Glibc
import Ibid

extension LineEditor {
  /// Does what a key means; gives libedit's code for going on or ending.
  func perform(_ command: EditorCommand) -> UInt8 {
    switch command {
    case .submit: return submit()
    case .interrupt: return interrupt()
    case .endOrDelete: return endOrDelete()
    case .up: up()
    case .down: down()
    case .search: return search()
    case .complete: complete()
    case .completeBack: break
    case .editor: editInProgram()
    case .paste: paste()
    case .suspend: suspend()
    case .clearScreen:
      Console.out("\u{1B}[H\u{1B}[2J")
      state.frame = nil
    case .undo: if let earlier = state.undo.undo() { buffer = earlier }
    default: edit(command)
    }
    return UInt8(editline_continue)
  }

  private func edit(_ command: EditorCommand) {
    var text = buffer
    switch command {
    case .newline: text.insert("\n")
    case .left: text.cursor = max(0, text.cursor - 1)
    case .right where text.cursor == text.characters.count: text.insert(ghost(of: text))
    case .right: text.cursor = text.cursor + 1
    case .home: text.cursor = text.lineStart
    case .end where text.cursor == text.characters.count: text.insert(ghost(of: text))
    case .end: text.cursor = text.lineEnd
    case .wordLeft: text.cursor = text.wordStart
    case .wordRight where text.cursor == text.characters.count:
      // A word of what may be meant to follow.
      let rest = EditBuffer(ghost(of: text), cursor: 0)
      text.insert(String(rest.characters[..<rest.wordEnd]))
    case .wordRight: text.cursor = text.wordEnd
    case .textStart: text.cursor = 0
    case .textEnd: text.cursor = text.characters.count
    case .backspace: if text.cursor > 0 { text.remove(text.cursor - 1..<text.cursor) }
    case .delete: if text.cursor < text.characters.count { text.remove(text.cursor..<text.cursor + 1) }
    case .killToLineEnd:
      // At the end of a line the break goes, so that repeating the key clears line after line.
      let end = text.cursor == text.lineEnd ? min(text.cursor + 1, text.characters.count) : text.lineEnd
      state.killed = text.remove(text.cursor..<end)
    case .killToLineStart: state.killed = text.remove(text.lineStart..<text.cursor)
    case .killWordLeft: state.killed = text.remove(text.wordStart..<text.cursor)
    case .killWordRight: state.killed = text.remove(text.cursor..<text.wordEnd)
    case .yank: text.insert(state.killed)
    default: break
    }
    buffer = text
  }

  // MARK: Ending

  /// Enter: ends the statement if it is whole, else goes on to another line.
  private func submit() -> UInt8 {
    var text = buffer
    let typed = text.text
    let isCommand = typed.hasPrefix(".") && !typed.contains("\n")
    _ = state.input.fill(waitMilliseconds: 5)
    let isWhole = isCommand || Session.isComplete(typed)
    // An empty last line ends even what is not whole: the message then says what is missing.
    let asksToEnd = state.input.isEmpty && text.cursor == text.characters.count && text.characters.last == "\n"
    // Of a paste without brackets, the next line may go on: `| where …`.
    let goesOn = !isCommand && state.input.nextLine.map { Session.continues(typed, with: $0) } ?? false
    if goesOn || !(isWhole || asksToEnd) {
      text.insert("\n")
      buffer = text
      return UInt8(editline_continue)
    }
    leave(text)
    state.result = .text(typed)
    return UInt8(editline_finish)
  }

  /// Ctrl-C: drops the line.
  private func interrupt() -> UInt8 {
    leave(buffer, mark: renderer.usesColour ? "\u{1B}[2m^C\u{1B}[0m" : "^C")
    state.input.discard()
    state.result = .interrupted
    return UInt8(editline_end)
  }

  /// Ctrl-D: deletes, or on an empty line ends the session.
  private func endOrDelete() -> UInt8 {
    guard buffer.isEmpty else {
      edit(.delete)
      return UInt8(editline_continue)
    }
    leave(buffer)
    state.result = .end
    return UInt8(editline_end)
  }

  /// Ctrl-Z: stops the program as any other; the line is there again when it goes on.
  private func suspend() {
    leave(buffer)
    outsideOfEditing { _ = raise(SIGTSTP) }
  }

  /// Ctrl-X Ctrl-E, in vi's mode `v`: goes on in the user's editor.
  private func editInProgram() {
    leave(buffer)
    var changed: String?
    let typed = buffer.text
    outsideOfEditing { changed = ExternalEditor.edited(typed) }
    if let changed { buffer = EditBuffer(changed) }
  }

  /// Does something with the terminal as other programs expect it.
  private func outsideOfEditing(_ work: () -> Void) {
    Console.out("\u{1B}[?2004l")
    TerminalState.restored(during: work)
    // Safe: the editor is open.
    unsafe editline_prepare_terminal(pointer, true)
    Console.out("\u{1B}[?2004h")
  }

  // MARK: Moving between entries

  private func up() {
    var text = buffer
    if text.isOnFirstLine {
      show(statement: state.place - 1)
    } else {
      text.moveUp()
      buffer = text
    }
  }

  private func down() {
    var text = buffer
    if text.isOnLastLine {
      show(statement: state.place + 1)
    } else {
      text.moveDown()
      buffer = text
    }
  }

  /// Shows a statement of the history, or the text that was begun. What was changed stays until Enter.
  private func show(statement place: Int) {
    guard (0...history.entries.count).contains(place) else { return }
    state.drafts[state.place] = buffer
    state.place = place
    buffer = state.drafts[place] ?? EditBuffer(place < history.entries.count ? history.entries[place] : "")
  }

  // MARK: Text from elsewhere

  /// Takes in what the terminal says was pasted, as text: no key in it does anything.
  private func paste() {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    while !pasted.suffix(end.count).elementsEqual(end) {
      if let scalar = state.input.next() {
        pasted.append(scalar)
        continue
      }
      if !state.input.isEmpty {
        if let scalar = state.input.restOfPartial() { pasted.append(scalar) }
        continue
      }
      // A paste whose end does not come within a second has ended.
      guard state.input.fill(waitMilliseconds: 1000), !state.input.isEmpty else { break }
    }
    if pasted.suffix(end.count).elementsEqual(end) { pasted.removeLast(end.count) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: pasted)
    var lines = ""
    for character in String(view) { lines.append(character == "\r\n" || character == "\r" ? "\n" : character) }
    // The break at the end would only show an empty line: Enter runs it.
    while lines.last == "\n" { lines.removeLast() }
    var text = buffer
    text.insert(lines)
    buffer = text
  }
}
