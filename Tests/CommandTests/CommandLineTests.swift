import Foundation
import TestSupport
import Testing

@testable import IbidCommand

/// Options and where they may stand, and what is made from their definitions: manual page and completions.
@Suite struct CommandLineTests {
  private static func moved(_ words: String) throws -> String {
    try CommandOutline.current().commandFirst(words.split(separator: " ").map(String.init)).joined(separator: " ")
  }

  @Test(arguments: [
    ("--quiet run x", "run --quiet x"), ("--format csv run x press", "run --format csv x press"),
    ("--format=csv --cite export --to d press", "export --format=csv --cite --to d press"),
    ("--param a=run run x", "run --param a=run x"), ("--output run press", "--output run press"),
    ("run --quiet x", "run --quiet x"), ("press run", "press run"), ("--quiet press run", "--quiet press run"),
    ("-c run run", "-c run run"), ("-- run", "-- run"), ("--quiet", "--quiet"), ("--format", "--format"), ("", ""),
  ])
  func commandsAreFoundBehindOptions(_ given: String, _ expected: String) throws {
    #expect(try Self.moved(given) == expected)
  }

  @Test func optionsBeforeACommand() throws {
    let folder = try TemporaryFolder()
    let script = try folder.file("s.ibid", "functions | where name == \"abs\" | select name\n")
    let before = try BuiltCommand.run("--quiet", "--format", "csv", "run", script.path)
    #expect(before.code == 0 && before.out == "name\nabs\n", "\(before)")
    #expect(try BuiltCommand.run("--quiet", "check", script.path).code == 0)
    // A command that does not take it says so.
    let refused = try BuiltCommand.run("--cite", "fmt", script.path)
    #expect(refused.code == 2 && refused.error.contains("--cite"), "\(refused)")
  }

  @Test func severalScriptsAreCheckedEachByItself() throws {
    let folder = try TemporaryFolder()
    let first = try folder.file("first.ibid", "let f = functions | take 3\nfunctions | wher name\n")
    let second = try folder.file("second.ibid", "f | count\n")
    let third = try folder.file("third.ibid", "functions | count\n")
    let checked = try BuiltCommand.run("check", first.path, second.path, third.path)
    #expect(checked.code == 1)
    for words in ["first.ibid:2:13", "unknown-table", "third.ibid: 1 statement, no mistakes"] {
      #expect(checked.error.contains(words), "\(checked.error)")
    }
  }

  @Test(arguments: [("csv", "name\nabs\n"), ("jsonl", "{\"name\":\"abs\"}\n"), ("MD", "| name |"), ("txt", "┌──────┐")])
  func anEndingChoosesTheFormat(_ ending: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let query = "functions | where name == \"abs\" | select name"
    let file = folder.url.appendingPathComponent("a.b.\(ending)").path
    #expect(try BuiltCommand.run("-c", query, "--output", file).code == 0)
    #expect(folder.text("a.b.\(ending)")?.hasPrefix(expected) ?? false)
    #expect(try BuiltCommand.run("-c", query, "--output", file, "--format", "tsv").code == 0)
    #expect(folder.text("a.b.\(ending)") == "name\nabs\n")
  }

  /// In their order and as one script: what one defines the next has, and a mistake in the last keeps the first from running.
  @Test func severalQueriesRunOneAfterTheOther() throws {
    let all = try BuiltCommand.run("-c", "let a = 1 # one", "-c", "a", "-c", "a + 1")
    #expect(all.code == 0 && all.out == "1\n2\n", "\(all)")
    let piped = try BuiltCommand.run("-c", "1", "-c", "b")
    #expect(piped.code == 1 && piped.out.isEmpty && piped.error.contains("query:3:1"), "\(piped)")
  }

  @Test(arguments: ["--param", "--given"])
  func aNameGivenTwiceIsRefused(_ option: String) throws {
    let twice = try BuiltCommand.run("-c", "1", option, "issuer=a", option, "issuer=b")
    #expect(twice.code == 2 && twice.error.contains("\(option) gives 'issuer' twice"), "\(twice)")
  }

  @Test func anEndingThatIsNoFormatIsRefused() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("a.xlsx").path
    let refused = try BuiltCommand.run("-c", "1", "--output", file)
    #expect(refused.code == 2 && refused.error.contains("'.xlsx'") && folder.text("a.xlsx") == nil, "\(refused)")
    #expect(try BuiltCommand.run("-c", "1", "--output", file, "--format", "csv").code == 0)
    #expect(try BuiltCommand.run("-c", "1", "--output", folder.url.appendingPathComponent("plain").path).code == 0)
  }

  @Test func aFolderIsNoScript() throws {
    let folder = try TemporaryFolder()
    let output = try BuiltCommand.run("run", folder.url.path)
    #expect(output.code == 3 && output.error.contains("is a folder, not a script"), "\(output)")
    #expect(output.error.contains("ibid run SCRIPT \(folder.url.path)"), "\(output)")
  }

  /// What the sources of web pages, mails and office documents count the bytes of; plain texts are there already.
  @Test func exportWritesTheTextsBehindSources() throws {
    let folder = try TemporaryFolder()
    let sentence = "The port fund of Ostend gave €5 million to three ferries."
    let page = "<html><body><h1>Ferries</h1><p>\(sentence)</p></body></html>"
    let press = folder.url.appendingPathComponent("press")
    try FileManager.default.createDirectory(
      at: press.appendingPathComponent("page.html.txt"), withIntermediateDirectories: true)
    try folder.file("press/page.html", page)
    try folder.file("press/page.html.txt/page.html", page.replacingOccurrences(of: "5", with: "6"))
    try folder.file("press/note.txt", sentence)
    let out = folder.url.appendingPathComponent("out").path
    let output = try BuiltCommand.run("export", "--to", out, press.path)
    #expect(output.code == 0 && output.error.contains(", 2 texts to \(out)/text"), "\(output)")
    let texts = "out/text/%2F\(press.path)/"
    let text = folder.text(texts + "page.html.txt")
    #expect(text?.contains("# Ferries") ?? false)
    #expect(folder.text(texts + "page.html.txt%/page.html.txt")?.contains("€6 million") ?? false)
    #expect(folder.text(texts + "note.txt.txt") == nil)
    // The bytes that a row names are those of its words.
    let row = try #require(
      folder.text("out/money.jsonl")?.split(separator: "\n").first { $0.contains("press/page.html\"") })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])
    let (start, end) = (try #require(object["start"] as? Int), try #require(object["end"] as? Int))
    let bytes = Array((text ?? "").utf8)
    #expect(end <= bytes.count && String(decoding: bytes[start..<end], as: UTF8.self).contains("€5 million"), "\(row)")
    // A text that cannot be written says which.
    try FileManager.default.removeItem(atPath: out + "/text")
    try folder.file("out/text", "in the way")
    let blocked = try BuiltCommand.run("export", "--to", out, press.path)
    #expect(blocked.code == 3 && blocked.error.contains("error[write-failed]: cannot"), "\(blocked)")
    #expect(blocked.error.contains("out/text"), "\(blocked)")
  }

  /// What could not be read is said also where no lines about loads are wanted.
  @Test func quietSaysWhatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.file("scan.txt", "a\0\u{1}b\0\u{2}c\0\0\0d").path
    let text = try folder.file("letter.txt", "The fund gave £5 million.\n").path
    let result = try BuiltCommand.run("--quiet", "-c", "documents | count", binary, text)
    #expect(result.code == 0)
    #expect(result.error == "warning: \(binary): not read: not text\n")
    #expect(try BuiltCommand.run("--quiet", "-c", "documents | count", text).error == "")
    let loud = try BuiltCommand.run("-c", "documents | count", binary, text)
    #expect(loud.error == "read 1 document in 1 file (27 bytes); skipped 1: 1 not text (scan.txt)\n")
  }

  /// By the option, by the setting; into standard output, a saved file and exported tables.
  @Test func noFormulasWhereNoneAreWanted() throws {
    let folder = try TemporaryFolder()
    let data = try folder.file("t.csv", "a,n\n=1+1,-5\n@x,3\n")
    let load = "load \"\(data.path)\" as t (a: text, n: int)\n"
    let plain = try BuiltCommand.run("--quiet", "-c", load + "t", "--format", "csv")
    #expect(plain.out.hasPrefix("a,n") && plain.out.contains("\n=1+1,-5"), "\(plain)")
    let safe = try BuiltCommand.run("--quiet", "--safe-csv", "-c", load + "t | select a, n", "--format", "csv")
    #expect(safe.out == "a,n\n\"'=1+1\",-5\n\"'@x\",3\n")
    let set = try BuiltCommand.run(
      "--quiet", "-c", "set safe_csv = true\n" + load + "t | select a, n", "--format", "csv")
    #expect(set.out == safe.out)
    let saved = folder.url.appendingPathComponent("out.csv").path
    _ = try BuiltCommand.run("--quiet", "--safe-csv", "-c", load + "t | select a, n | save \"\(saved)\"")
    #expect(folder.text("out.csv") == safe.out)
    let document = try folder.file("d.txt", "=HYPERLINK(\"http://x\")\n\nThe fund gave £5 million.\n")
    let tables = folder.url.appendingPathComponent("tables").path
    _ = try BuiltCommand.run("export", "--safe-csv", "--format", "csv", "--to", tables, document.path)
    #expect(folder.text("tables/sentences.csv")?.contains("\"'=HYPERLINK") ?? false)
    #expect(!(folder.text("tables/sentences.csv")?.contains(",=HYPERLINK") ?? true))
  }

  /// Data is named from where the command runs; who names it from where the script stands is told how to.
  @Test func dataBesideAScriptIsSuggested() throws {
    let folder = try TemporaryFolder()
    try folder.file("t.csv", "a\n1\n")
    let script = try folder.file("s.ibid", "load \"t.csv\" as t\nt\n")
    let output = try BuiltCommand.run("run", script.path)
    #expect(output.code == 3 && output.error.contains("try: \"\(folder.url.path)/t.csv\""), "\(output)")
  }

  // MARK: The manual page

  @Test func theManualHasEveryCommandAndOption() throws {
    let page = try BuiltCommand.run("--man").out
    let outline = try CommandOutline.current()
    #expect(page.hasPrefix(".TH IBID 1") && outline.subcommands.count > 5)
    for command in outline.subcommands { #expect(page.contains("ibid \(command.commandName)")) }
    for option in ([outline.main] + outline.subcommands).flatMap(\.options) {
      for spelling in option.spellings {
        #expect(page.contains("\\fB" + spelling.replacingOccurrences(of: "-", with: "\\-") + "\\fP"), "\(spelling)")
      }
    }
  }

  /// The reference is written by hand, and complete.
  @Test func theReferenceHasEveryCommandAndOption() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/reference/command.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let outline = try CommandOutline.current()
    for command in outline.subcommands {
      #expect(page.contains("ibid \(command.commandName) "), "\(command.commandName)")
    }
    for option in ([outline.main] + outline.subcommands).flatMap(\.options) {
      #expect(page.contains("`\(option.spellings.last ?? "")"), "\(option.name)")
    }
  }

  @Test(.enabled(if: CommandLineTests.program("groff") != nil, "no groff is installed"))
  func theManualIsWellFormed() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("ibid.1", try BuiltCommand.run("--man").out)
    let output = try Self.run("groff", ["-man", "-ww", "-Tascii", page.path])
    #expect(output.code == 0 && output.error.isEmpty && output.out.contains("Stopped by Ctrl-C."), "\(output)")
  }

  // MARK: Completions

  @Test(
    .enabled(if: CommandLineTests.program("bash") != nil, "no bash is installed"),
    arguments: [
      ("ibid ru", "run"), ("ibid --quiet ru", "run"), ("ibid --format cs", "csv"), ("ibid run --safe", "--safe-csv"),
      ("ibid source comm", "commitments"), ("ibid fmt --ch", "--check"), ("ibid export --t", "--to --timing --threads"),
      ("ibid press.t", "press.txt"), ("ibid run x two", "two words.txt"), ("ibid -c ru", ""),
      ("ibid --output pre", "press.txt"),
    ])
  func bashCompletes(_ line: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.file("press.txt")
    try folder.file("two words.txt")
    try folder.file("ibid.bash", try BuiltCommand.run("--completions", "bash").out)
    let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
    let script = """
      source ibid.bash; COMP_WORDS=(\(words)); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); _ibid
      for word in "${COMPREPLY[@]}"; do echo "$word"; done
      """
    let output = try Self.run("bash", ["-c", script], in: folder.url)
    let found = Set(output.out.split(separator: "\n").map(String.init))
    let wanted = expected.hasPrefix("-") ? Set(expected.split(separator: " ").map(String.init)) : Set([expected])
    #expect(output.error.isEmpty && found == wanted.filter { !$0.isEmpty }, "\(output)")
  }

  @Test(
    .enabled(if: CommandLineTests.program("fish") != nil, "no fish is installed"),
    arguments: [
      ("ibid ru", "run"), ("ibid --format cs", "csv"), ("ibid run --safe", "--safe-csv"),
      ("ibid source comm", "commitments"),
    ])
  func fishCompletes(_ line: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.file("ibid.fish", try BuiltCommand.run("--completions", "fish").out)
    let output = try Self.run("fish", ["--no-config", "-c", "source ibid.fish; complete -C '\(line)'"], in: folder.url)
    #expect(output.out.split(separator: "\n").contains { $0.hasPrefix(expected) }, "\(output)")
  }

  @Test(.enabled(if: CommandLineTests.program("zsh") != nil, "no zsh is installed")) func zshReadsItsScript() throws {
    let folder = try TemporaryFolder()
    try folder.file("_ibid", try BuiltCommand.run("--completions", "zsh").out)
    let script = "autoload -U compinit; compinit -u -d dump; source ./_ibid; print ${_comps[ibid]}"
    let output = try Self.run("zsh", ["-f", "-c", script], in: folder.url)
    #expect(output.code == 0 && output.error.isEmpty && output.out == "_ibid\n", "\(output)")
  }

  // MARK: Programs

  static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private static func run(_ name: String, _ arguments: [String], in folder: URL? = nil) throws -> BuiltCommand.Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program(name) ?? name)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    let files = try TemporaryFolder()
    let (out, error) = (try files.file("out"), try files.file("error"))
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return .init(code: process.terminationStatus, out: files.text("out") ?? "", error: files.text("error") ?? "")
  }
}
