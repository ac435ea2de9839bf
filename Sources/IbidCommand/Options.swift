public import ArgumentParser
public import Ibid

extension ResultFormat: ExpressibleByArgument {
  /// Named in the help of the option itself, on one line.
  public static var allValueStrings: [String] { [] }
}

/// How messages are printed on standard error.
enum DiagnosticFormat: String, ExpressibleByArgument {
  /// With the lines they are about, for people.
  case text
  /// One JSON object a line, for programs.
  case json

  /// Named in the help of the option itself, on one line.
  static var allValueStrings: [String] { [] }
}

/// Options of every command that runs queries.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("box plain csv tsv json jsonl md html", valueName: "format"),
    completion: .list(ResultFormat.allCases.map(\.rawValue)))
  var wantedFormat: ResultFormat?

  @Option(
    help: ArgumentHelp("Write results to a file, in the format of its ending.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .customLong("safe-csv"), help: "No cell of csv or tsv is a formula to a spreadsheet.")
  var safeCSV = false

  @Option(
    help: ArgumentHelp("Messages as text or json.", valueName: "form", visibility: .hidden),
    completion: .list(["text", "json"]))
  var diagnostics: DiagnosticFormat = .text

  @Flag(help: "Go on after a statement that failed; exit with 1.")
  var keepGoing = false

  @Flag(help: "Add the sources of each row.")
  var cite = false

  @Flag(help: "Seconds and rows as JSON on standard error.")
  var timing = false

  @Option(help: ArgumentHelp("Threads of a query; all cores unless given.", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("Memory that a query may take: 500MB, 4GB.", valueName: "size", visibility: .hidden),
    transform: MemorySize.init)
  var memoryLimit: MemorySize?

  @Flag(help: "No line about what was loaded.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colours; also NO_COLOR in the environment.")
  var noColor = false

  @Option(
    name: .customLong("param"), help: ArgumentHelp("A value for a parameter of the query.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    name: .customLong("given"),
    help: ArgumentHelp("For documents without: published, issuer, dollar.", valueName: "name=value"))
  var given: [String] = []

  /// As asked for, else by the ending of the file, else for people.
  var format: ResultFormat {
    wantedFormat ?? ending.flatMap(Self.format) ?? .box
  }

  /// What the name of the file ends in, behind its last dot.
  private var ending: String? {
    let name = output?.split(separator: "/").last
    return name?.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
  }

  /// nil: no results are written under such an ending.
  private static func format(ending: String) -> ResultFormat? {
    switch ending {
    case "", "txt", "text", "log", "out": .box
    case "ndjson": .jsonl
    case "tab": .tsv
    case "htm": .html
    case "markdown": .md
    default: ResultFormat(rawValue: ending)
    }
  }

  func validate() throws {
    if wantedFormat == nil, let ending, Self.format(ending: ending) == nil {
      throw ValidationError(
        "--output does not know what to write to '.\(ending)': csv, tsv, json, jsonl, md, html and txt are known, and --format says which"
      )
    }
    for (option, entries) in [("--param", parameters), ("--given", given)] {
      var names: Set<Substring> = []
      for entry in entries {
        let name = entry.prefix { $0 != "=" }
        if !names.insert(name).inserted { throw ValidationError("\(option) gives '\(name)' twice") }
      }
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1, not \(threads)") }
  }

  func givenValues() throws -> GivenValues {
    var values = GivenValues()
    for entry in given {
      let (name, value) = try Self.pair(entry, of: "--given")
      switch name {
      case "published": values.published = value
      case "issuer": values.issuer = value
      case "dollar": values.dollar = value
      default: throw ValidationError("--given takes published, issuer or dollar, not '\(name)'")
      }
    }
    return values
  }

  func parameterValues() throws -> [(String, String)] { try parameters.map { try Self.pair($0, of: "--param") } }

  private static func pair(_ text: String, of option: String) throws -> (String, String) {
    guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
      throw ValidationError("\(option) takes name=value, not '\(text)'")
    }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }

  var usesColourOnError: Bool { !noColor && Console.allowsColour && Console.errorIsTerminal }
  var usesColour: Bool { !noColor && Console.allowsColour && Console.outIsTerminal && output == nil }
}
