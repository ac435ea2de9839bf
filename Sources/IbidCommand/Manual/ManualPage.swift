/// The manual page, in the macros of man(7): `ibid --man | man -l -`.
struct ManualPage {
  let outline: CommandOutline

  var text: String {
    var page = """
      .TH IBID 1 "" "ibid \(IbidCommand.version)" "User Commands"
      .SH NAME
      ibid \\- questions documents, and shows the sentence behind every answer
      .SH SYNOPSIS

      """
    for line in IbidCommand.usage.split(separator: "\n") {
      let parts = line.split(separator: "   ", maxSplits: 1)
      page += ".TP\n.B \(Self.escaped(parts[0]))\n"
      if parts.count > 1 { page += Self.escaped(parts[1].drop { $0 == " " }) + "\n" }
    }
    page += """
      .SH DESCRIPTION
      Ibid reads documents into typed tables and answers questions about them in a small query language. Each row of an
      answer can show the sentences that it was made from. PATHs are files, folders or patterns, read in the order given.
      .PP
      Without a query and on a terminal, ibid is a prompt: type
      .B help
      there. Otherwise it reads statements from standard input. Data goes to standard output, everything else to standard
      error.
      .SH OPTIONS

      """
    for option in outline.main.options { page += Self.entry(option) }
    page += ".SH COMMANDS\nThe options above may stand before or behind the name of a command that takes them.\n"
    let shared = Set(outline.main.options.map(\.name))
    for command in outline.subcommands {
      let operands = command.positionals.map(\.written).joined(separator: " ")
      page += ".SS \"ibid \(command.commandName) \(Self.escaped(operands))\"\n"
      page += Self.escaped(command.abstract ?? "") + "\n"
      for paragraph in [command.discussion].compactMap({ $0 }) { page += ".PP\n\(Self.escaped(paragraph))\n" }
      for option in command.options where !shared.contains(option.name) { page += Self.entry(option) }
      if command.options.contains(where: { $0.name == "format" }) { page += ".PP\nTakes the options above.\n" }
    }
    return page + Self.rest
  }

  private static func entry(_ option: CommandOutline.Argument) -> String {
    let value = option.kind == .option ? " \\fI\(escaped(option.valueName ?? ""))\\fP" : ""
    let names = option.spellings.map { "\\fB\(escaped($0))\\fP" }.joined(separator: ", ")
    return ".TP\n\(names)\(value)\n\(escaped(option.abstract ?? ""))\n"
  }

  /// A backslash and a dash mean something to the formatter, a full stop or an apostrophe at the start of a line, too.
  private static func escaped(_ text: some StringProtocol) -> String {
    let plain = String(text).map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "…": "..."
      default: String(character)
      }
    }.joined()
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }

  private static let rest = """
    .SH EXIT STATUS
    .TP
    .B 0
    All went well.
    .TP
    .B 1
    A mistake in a query, a failed assertion, or something that check, test or fmt \\-\\-check found fault with.
    .TP
    .B 2
    A mistake on the command line.
    .TP
    .B 3
    A file that cannot be read or written.
    .TP
    .B 130
    Stopped by Ctrl\\-C.
    .SH ENVIRONMENT
    .TP
    .B NO_COLOR
    No colours, if it is set and not empty.
    .TP
    .BR LC_ALL ", " LC_CTYPE ", " LANG
    The first one that is set says whether frames and plots may be drawn with more than ASCII.
    .TP
    .B TERM
    With the value dumb the prompt has no line editor.
    .SH EXAMPLES
    .nf
    ibid press/
    ibid \\-c 'money | where amount >= GBP 30 million' press/*.txt
    ibid run totals.ibid press \\-\\-format csv \\-\\-output totals.csv
    ibid \\-c 'commitments' \\-\\-format html press > promises.html
    .fi

    """
}

extension CommandOutline.Argument {
  /// `[path ...]`
  fileprivate var written: String {
    let name = (valueName ?? "") + (isRepeating ? " ..." : "")
    return isOptional ? "[\(name)]" : name
  }
}
