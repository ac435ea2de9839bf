/// What keys do beyond typing.
enum EditorCommand: Int32, CaseIterable {
  case submit, newline, interrupt, endOrDelete, complete, completeBack, paste, undo, search, suspend, clearScreen,
    editor
  case up, down, left, right, home, end, wordLeft, wordRight, textStart, textEnd
  case backspace, delete, killToLineEnd, killToLineStart, killWordLeft, killWordRight, yank

  /// The name that a user's `~/.editrc` may bind other keys to.
  var name: String {
    var words = "ibid-"
    for character in "\(self)" { words += character.isUppercase ? "-" + character.lowercased() : String(character) }
    return words
  }

  /// Keys as libedit writes them; `^[` and `\e` are Escape.
  var keys: [String] {
    switch self {
    case .submit: ["^M", "^J"]
    case .newline: ["\\e^M", "\\e^J"]
    case .interrupt: ["^C"]
    case .endOrDelete: ["^D"]
    case .complete: ["^I"]
    case .completeBack: ["\\e[Z"]
    case .editor: ["^X^E"]
    case .paste: ["\\e[200~"]
    case .undo: ["^_", "^X^U"]
    case .search: ["^R"]
    case .suspend: ["^Z"]
    case .clearScreen: ["^L"]
    case .up: ["\\e[A", "\\eOA", "^P"]
    case .down: ["\\e[B", "\\eOB", "^N"]
    case .left: ["\\e[D", "\\eOD", "^B"]
    case .right: ["\\e[C", "\\eOC", "^F"]
    case .home: ["\\e[H", "\\eOH", "\\e[1~", "\\e[7~", "^A"]
    case .end: ["\\e[F", "\\eOF", "\\e[4~", "\\e[8~", "^E"]
    case .wordLeft: ["\\eb", "\\e[1;5D", "\\e[1;3D", "\\e[5D", "\\eOd"]
    case .wordRight: ["\\ef", "\\e[1;5C", "\\e[1;3C", "\\e[5C", "\\eOc"]
    case .textStart: ["\\e<", "\\e[1;5H"]
    case .textEnd: ["\\e>", "\\e[1;5F"]
    case .backspace: ["^?", "^H"]
    case .delete: ["\\e[3~"]
    case .killToLineEnd: ["^K"]
    case .killToLineStart: ["^U"]
    case .killWordLeft: ["^W", "\\e^?", "\\e^H"]
    case .killWordRight: ["\\ed"]
    case .yank: ["^Y"]
    }
  }

  /// The command of a sequence as the keyboard sends it.
  static func ofSequence(_ sequence: String) -> EditorCommand? {
    let key = "\\e" + sequence.dropFirst()
    return allCases.first { $0.keys.contains(key) }
  }

  /// Keys of vi's command mode, beside those with the same meaning everywhere.
  var keysOfViCommands: [String] {
    switch self {
    case .up: ["k", "-"]
    case .down: ["j", "+"]
    case .left: ["h"]
    case .right: ["l"]
    case .search: ["/", "?"]
    case .editor: ["v"]
    default: []
    }
  }

  /// Whether its keys mean the same in vi's modes: keys of their own on a keyboard, and those without which nothing goes.
  var isOfAnyMode: Bool {
    switch self {
    case .submit, .newline, .interrupt, .endOrDelete, .complete, .completeBack, .paste, .search, .suspend, .clearScreen,
      .editor, .up, .down, .left, .right, .home, .end, .delete, .backspace, .undo:
      true
    default: false
    }
  }

  /// Keys that a user's own settings may not take away, or the session could not be left.
  var isEssential: Bool { self == .submit || self == .interrupt || self == .endOrDelete || self == .paste }
}
