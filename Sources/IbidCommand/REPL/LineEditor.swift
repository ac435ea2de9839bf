import CEditLine
import Glibc
import Ibid

/// Reads statements from the terminal: libedit keeps the text and the keys; we draw, and keep the history.
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
    /// What the text is to begin with; nil once it does.
    var starting: EditBuffer?
    /// Possible completions, shown while they are chosen from.
    var menu: CompletionMenu?
    /// The search in the history that goes on.
    var search: HistorySearch?
    /// Mistakes in the text as it is, found when no key had come for a while.
    var problems: [Problem] = []
    var areProblemsKnown = false
    var undo = UndoStack()
    var killed = ""
    /// The statement of the history that is shown, and what was made of others: by index, the text itself last.
    var place = 0
    var drafts: [Int: EditBuffer] = [:]
  }

  var state = State()
  var renderer: LineRenderer
  private(set) var history: History
  let pointer: OpaquePointer
  /// The user has chosen the keys of vi.
  private(set) var isVi = false

  /// Nil where no terminal can be had.
  init?(history: History, usesColour: Bool) {
    _ = CellText.usesUTF8
    self.history = history
    renderer = LineRenderer(usesColour: usesColour)
    // Safe: the context is set below, before libedit can call back, and the editor is closed with this object.
    guard let pointer = unsafe editline_open(LineEditor.readCharacter, LineEditor.perform) else { return nil }
    unsafe self.pointer = pointer
    unsafe editline_set_context(pointer, Unmanaged.passUnretained(self).toOpaque())
    TerminalState.keep()
    bindKeys()
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
    _ = unsafe el_source(pointer, nil)
    isVi = unsafe editline_is_vi(pointer)
    if isVi {
      // Choosing vi's keys forgot ours. They come back, and then once more what else the user's settings say.
      bindViKeys(of: EditorCommand.allCases.filter(\.isOfAnyMode))
      if let path = Self.settingsPath { unsafe editline_read_keys(pointer, path) }
      bindViKeys(of: EditorCommand.allCases.filter(\.isEssential))
    } else {
      bind(EditorCommand.allCases.filter(\.isEssential))
    }
    unsafe editline_take_signals_as_keys(pointer)
  }

  /// Binds keys in both modes of vi, apart from what begins with Escape: that has to end the insert mode at once.
  private func bindViKeys(of commands: [EditorCommand]) {
    for command in commands {
      for key in command.keys where !key.hasPrefix("\\e") {
        // Safe: strings are passed for the length of the calls.
        unsafe editline_bind(pointer, key, command.name)
        unsafe editline_bind_in_vi_commands(pointer, key, command.name)
      }
      for key in command.keysOfViCommands { unsafe editline_bind_in_vi_commands(pointer, key, command.name) }
    }
  }

  /// `~/.editrc`, or what `EDITRC` names.
  private static var settingsPath: String? {
    Console.environment("EDITRC") ?? Console.environment("HOME").map { $0 + "/.editrc" }
  }

  // MARK: Reading

  /// Edits one statement, of as many lines as it needs; `text` stands there to begin with.
  func read(vocabulary: Vocabulary, startingWith text: String? = nil) -> Input {
    let (input, killed) = (state.input, state.killed)
    state = State(input: input, vocabulary: vocabulary, starting: text.map { EditBuffer($0) }, killed: killed)
    state.place = history.entries.count
    Console.out("\u{1B}[?2004h")
    // Safe: the editor is open.
    _ = unsafe editline_run(pointer)
    Console.out("\u{1B}[?2004l")
    return state.result
  }

  /// Keeps a statement in the history and its file. That the file cannot be written never matters.
  func remember(_ text: String) { history.add(text) }

  /// Forgets what was typed ahead.
  func discardInput() {
    state.input.discard()
    tcflush(0, TCIFLUSH)
  }

  // MARK: The buffer

  /// The text in libedit's buffer.
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
