import CEditLine
import Glibc
import Ibid

/// Reads statements from the terminal: libedit keeps the text, keys and history; we draw.
///
/// libedit's own drawing goes to /dev/null, since it breaks wide characters. Whenever it asks for the next character, the
/// text has just changed, and that is when it is drawn. One editor at a time; not to be used by two threads at once.
///
/// Safe: what libedit gives is kept in private and not used after `deinit`.
@safe final class LineEditor {
  /// What a call of `read` gave.
  enum Input {
    case text(String)
    /// Ctrl-C: the line is dropped.
    case interrupted
    case end
  }

  /// Everything that changes, in one value.
  struct State {
    var result: Input = .end
    var input = TerminalInput()
    var frame: LineRenderer.Frame?
    var vocabulary = Vocabulary()
    /// Lines shown under the text until the next key.
    var below: [String] = []
    var undo = UndoStack()
    var killed = ""
    var isSearching = false
  }

  var state = State()
  var renderer: LineRenderer
  private let history: HistoryFile
  let pointer: OpaquePointer
  private var kept: OpaquePointer?

  /// Nil where no terminal can be had.
  init?(history: HistoryFile, usesColour: Bool) {
    _ = CellText.usesUTF8
    self.history = history
    renderer = LineRenderer(usesColour: usesColour)
    // Safe: the context is set below, before libedit can call back, and the editor is closed with this object.
    guard let pointer = unsafe editline_open(LineEditor.readCharacter, LineEditor.perform) else { return nil }
    unsafe self.pointer = pointer
    unsafe editline_set_context(pointer, Unmanaged.passUnretained(self).toOpaque())
    bindKeys()
    // Safe: libedit owns what it returns until `editline_close`.
    unsafe kept = editline_history(pointer, 1000)
    if let kept = unsafe kept, let path = history.path { _ = unsafe editline_history_load(kept, path) }
    TerminalSize.watch()
  }

  deinit {
    // Safe: made in `init`, not used after.
    unsafe editline_close(pointer)
  }

  private func bindKeys() {
    // Safe: strings are passed for the length of the calls; a name is defined before a key is bound to it.
    for command in EditorCommand.allCases { _ = unsafe editline_define(pointer, command.rawValue, command.name) }
    func bind(_ commands: [EditorCommand]) {
      for command in commands { for key in command.keys { unsafe editline_bind(pointer, key, command.name) } }
    }
    bind(EditorCommand.allCases)
    // Keys nobody types, to reach libedit's own functions.
    unsafe editline_bind(pointer, PrivateKey.previous.binding, "ed-prev-history")
    unsafe editline_bind(pointer, PrivateKey.next.binding, "ed-next-history")
    unsafe editline_bind(pointer, PrivateKey.search.binding, "em-inc-search-prev")
    _ = unsafe el_source(pointer, nil)
    bind(EditorCommand.allCases.filter(\.isEssential))
    unsafe editline_take_signals_as_keys(pointer)
  }

  // MARK: Reading

  /// Edits one statement, of as many lines as it needs.
  func read(vocabulary: Vocabulary) -> Input {
    state.vocabulary = vocabulary
    state.result = .end
    state.frame = nil
    state.below = []
    state.undo = UndoStack()
    state.isSearching = false
    Console.out("\u{1B}[?2004h")
    // Safe: the editor is open.
    _ = unsafe editline_run(pointer)
    Console.out("\u{1B}[?2004l")
    return state.result
  }

  /// Keeps a statement in the history and its file. That the file cannot be written never matters.
  func remember(_ text: String) {
    guard let kept = unsafe kept, !text.isEmpty else { return }
    // Safe: strings are passed for the length of the calls.
    _ = unsafe editline_history_add(kept, text)
    if let path = history.path { _ = unsafe editline_history_save(kept, path) }
  }

  /// Forgets what was typed ahead.
  func discardInput() { state.input.discard() }

  // MARK: The buffer

  /// The text in libedit's buffer. While Ctrl-R searches, libedit adds a line with what is searched for.
  var buffer: EditBuffer {
    get {
      // Safe: the line is valid until the next call of libedit, and copied here.
      guard let line = unsafe el_wline(pointer), let start = unsafe line.pointee.buffer,
        let end = unsafe line.pointee.lastchar,
        let cursor = unsafe line.pointee.cursor
      else { return EditBuffer() }
      let scalars = unsafe UnsafeBufferPointer(start: start, count: end - start).map {
        Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
      }
      return EditBuffer(scalars: scalars, cursor: unsafe cursor - start)
    }
    set {
      // Safe: the string is passed for the length of the call; counts are those of the line just read.
      guard let line = unsafe el_wline(pointer), let start = unsafe line.pointee.buffer,
        let end = unsafe line.pointee.lastchar,
        let cursor = unsafe line.pointee.cursor
      else { return }
      let text = newValue.text
      if text != buffer.text {
        _ = unsafe el_cursor(pointer, Int32(end - cursor))
        unsafe el_deletestr(pointer, Int32(end - start))
        _ = unsafe el_insertstr(pointer, text)
        _ = unsafe el_cursor(pointer, Int32(newValue.scalarCursor - text.unicodeScalars.count))
      } else {
        _ = unsafe el_cursor(pointer, Int32(newValue.scalarCursor - (cursor - start)))
      }
    }
  }

  /// Lets libedit read a key that nobody typed.
  func push(_ key: PrivateKey) {
    // Safe: libedit copies the string.
    unsafe el_push(pointer, key.sequence)
  }

  // MARK: Called by libedit

  private static let readCharacter: editline_reader = { context in
    // Safe: the context is the editor that is reading.
    unsafe Unmanaged<LineEditor>.fromOpaque(context!).takeUnretainedValue().nextCharacter()
  }

  private static let perform: editline_command = { context, command in
    // Safe: as above.
    let editor = unsafe Unmanaged<LineEditor>.fromOpaque(context!).takeUnretainedValue()
    guard let command = EditorCommand(rawValue: command) else { return UInt8(editline_continue) }
    return editor.perform(command)
  }
}
