import ArgumentParser
import FoundationEssentials

/// Commands and options as the argument parser knows them: what manual page and completion scripts are made from.
struct CommandOutline: Decodable {
  /// A way to call the program, with its own options and arguments.
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?

    var options: [Argument] { (arguments ?? []).filter { $0.kind != .positional && $0.name != "help-hidden" } }
    var positionals: [Argument] { (arguments ?? []).filter { $0.kind == .positional } }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
      let kind: String
      let name: String
      /// With its dashes.
      var written: String { (kind == "short" ? "-" : "--") + name }
    }
    /// Values that a shell may offer; other kinds than these two offer files.
    struct Completion: Decodable {
      struct Words: Decodable { let values: [String] }
      let list: Words?
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isOptional: Bool
    let isRepeating: Bool
    let completionKind: Completion?

    var name: String { names?.first?.name ?? valueName ?? "" }
    var spellings: [String] { (names ?? []).map(\.written) }
    var words: [String] { completionKind?.list?.values ?? [] }
    /// A file or folder.
    var isPath: Bool { completionKind != nil && words.isEmpty }
  }

  let command: Command

  /// What stands without a subcommand: a query, queries from standard input, or a session.
  var main: Command { commands.first { $0.commandName == Ask.configuration.commandName } ?? command }

  /// Those with a name of their own.
  var subcommands: [Command] {
    var seen: Set<String> = []
    // The parser adds a `help` of its own behind ours.
    return commands.filter { $0.commandName != Ask.configuration.commandName && seen.insert($0.commandName).inserted }
  }

  private var commands: [Command] { command.subcommands ?? [] }

  static func current() throws -> CommandOutline {
    try JSONDecoder().decode(CommandOutline.self, from: Data(IbidCommand._dumpHelp().utf8))
  }

  /// Arguments with a subcommand moved before the options: `--quiet run x` means `run --quiet x`.
  ///
  /// The command is the first argument that is no option and no value of one. Behind `-c` there is none: what follows are
  /// paths.
  func commandFirst(_ arguments: [String]) -> [String] {
    let names = Set(subcommands.map(\.commandName))
    let withValue = Set(
      (main.options + subcommands.flatMap(\.options)).filter { $0.kind == .option }.flatMap(\.spellings))
    var index = arguments.startIndex
    while index < arguments.endIndex, arguments[index].hasPrefix("-"), !["-c", "--", "-"].contains(arguments[index]) {
      index += withValue.contains(arguments[index]) ? 2 : 1
    }
    guard index > arguments.startIndex, index < arguments.endIndex, names.contains(arguments[index]) else {
      return arguments
    }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}
