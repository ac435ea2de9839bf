import Foundation
import TestSupport
import Testing

/// The command among others: pipes that close, disks that are full, homes that cannot be written to, terminals of all
/// widths, texts of all scripts.
@Suite struct GoodCitizenTests {
  private static let manyRows = "functions | select name, text = pad_start(name, 2000)"

  /// Runs the command in a line of shell, as `$0`.
  private func shell(
    _ line: String, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> (code: Int32, out: String, error: String) {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, BuiltCommand.path] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (out, error) = (try folder.file(".out"), try folder.file(".error"))
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, folder.text(".out") ?? "", folder.text(".error") ?? "")
  }

  // MARK: Pipes, disks, homes

  /// `ibid … | head`: nothing is said of the pipe that closes, and nothing has failed.
  @Test(arguments: ["box", "csv", "jsonl", "html"]) func aPipeThatCloses(_ format: String) throws {
    let line = "{ \"$0\" -c \"$1\" --format \(format); echo $? > code; } | head -n 1; cat code"
    let output = try shell(line, Self.manyRows)
    #expect(output.error.isEmpty && output.out.hasSuffix("\n0\n"), "\(output)")
    #expect(output.out.split(separator: "\n").count == 2)
  }

  @Test func redirection() throws {
    let output = try shell("\"$0\" -c \"$1\" > file && wc -l < file", "functions | select name")
    #expect(
      output.code == 0 && output.error.isEmpty
        && Int(output.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 50)
  }

  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDisk() throws {
    let output = try shell("\"$0\" -c \"$1\" > /dev/full", Self.manyRows)
    #expect(
      output.code == 3 && output.error.contains("error[write-failed]: cannot write to standard output"), "\(output)")
    // Where messages cannot be had, answers and the exit code still can.
    #expect(try shell("\"$0\" -c 'nowhere' 2> /dev/full").code == 1)
    #expect(try shell("\"$0\" -c '2 + 2' 2> /dev/full").out == "4\n")
  }

  @Test func closedFiles() throws {
    #expect(try shell("\"$0\" -c '2 + 2' >&-").code == 3)
    let mute = try shell("\"$0\" -c '2 + 2' 2>&-")
    #expect(mute.code == 0 && mute.out == "4\n")
    // A file that is opened does not become standard output.
    let lost = try shell("echo a > t.csv; \"$0\" -c '\"lost\"' --output kept.txt >&- 2>&-; cat kept.txt")
    #expect(lost.out == "lost\n")
    #expect(try shell("\"$0\" -c 'load \"/nowhere.csv\" as t' 2>&-").code == 3)
    let deaf = try shell("\"$0\" <&-")
    #expect(deaf.code == 0 && deaf.out.isEmpty, "\(deaf)")
  }

  /// /proc takes no files, not even from the administrator.
  @Test(arguments: ["/proc", "/nowhere", ""]) func aHomeThatCannotBeWrittenTo(_ home: String) throws {
    let variables = ["HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home]
    let output = try BuiltCommand.run(["-c", "2 + 2"], environment: variables)
    #expect(output.code == 0 && output.out == "4\n" && output.error.isEmpty, "\(output)")
    let terminal = try Terminal(
      BuiltCommand.path, [], environment: variables.merging(["TERM": "xterm", "LC_ALL": "C.UTF-8"]) { $1 })
    try terminal.expect("ibid> ")
    terminal.type("40 + 2\r")
    try terminal.expect("42")
    try terminal.expect("ibid> ")
    terminal.type("\u{04}")
    #expect(try terminal.waitForExit() == 0)
  }

  /// Ctrl-C ends a query with 130; what it printed before is whole.
  @Test func stopping() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<60_000).map { "\($0),\(($0 * 7919) % 30_011)" }
    let data = try folder.file("big.csv", "id,n\n" + rows.joined(separator: "\n") + "\n")
    let steps = (0..<100).map { "| derive n = mod(n * 31 + \($0), 30011) | sort n desc, id" }.joined(separator: "\n")
    let script = try folder.file("slow.ibid", "load \"\(data.path)\" as big\n1 + 1\nbig\n\(steps)\n| count\n")
    let terminal = try Terminal(
      BuiltCommand.path, ["run", "--keep-going", script.path], environment: ["TERM": "xterm"])
    try terminal.expect("2\n")
    Thread.sleep(forTimeInterval: 0.2)
    terminal.type("\u{03}")
    #expect(try terminal.waitForExit() == 130)
  }

  // MARK: Terminals

  private static let document = """
    Fonds für 国境 警備 🚢 and الحدود

    The Home Office announced £30 million for 国境 patrols 🚢🚢 in الحدود on 5 March 2024, \
    and \u{202E}hidden\u{202C} words \u{1B}[31mred\u{1B}[0m with a bell\u{7} and a title\u{1B}]0;owned\u{7} for Calais.

    """

  /// What a terminal of some width shows of a query over the document.
  private func shown(
    _ query: String, columns: Int, environment: [String: String] = [:], _ options: String...
  ) throws -> Terminal {
    let folder = try TemporaryFolder()
    let file = try folder.file("国境.txt", Self.document)
    let terminal = try Terminal(
      BuiltCommand.path, ["-c", query, "--quiet"] + options + [file.path],
      environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"].merging(environment) { $1 }, columns: columns
    )
    #expect(try terminal.waitForExit() == 0)
    return terminal
  }

  /// Cells that a line takes: two for wide characters.
  private func width(_ line: some StringProtocol) -> Int {
    line.reduce(0) { width, character in
      let value = character.unicodeScalars.first?.value ?? 0
      let isWide =
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
        || (0xAC00...0xD7A3).contains(value) || (0xFF01...0xFF60).contains(value) || value >= 0x1F300
      return width + (isWide ? 2 : 1)
    }
  }

  @Test(arguments: [40, 60, 80, 300]) func tablesFitTheirTerminal(_ columns: Int) throws {
    let terminal = try shown("money | select amount, document, sentence", columns: columns)
    let lines = String(decoding: terminal.raw, as: UTF8.self).split(whereSeparator: \.isNewline)
    let frame = lines.filter { $0.contains("│") || $0.contains("─") }
    #expect(frame.count >= 5)
    #expect(Set(frame.map(width)).count == 1, "\(terminal.screen.text)")
    for line in lines { #expect(width(line) <= columns, "\(line)") }
    #expect(frame.contains { $0.contains("£30") }, "\(terminal.screen.text)")
  }

  /// The amount that the row was read from is seen, however narrow the column of its sentence.
  @Test func theMatchIsInView() throws {
    let terminal = try shown("sentences | where text has \"Calais\" | select text", columns: 60)
    #expect(String(decoding: terminal.raw, as: UTF8.self).contains("Calais"), "\(terminal.screen.text)")
  }

  @Test(arguments: ["box", "plain", "csv", "tsv", "json", "jsonl", "md", "html"])
  func documentsNeverSteerATerminal(_ format: String) throws {
    let terminal = try shown("sentences | select text, document", columns: 200, "--format", format)
    let text = String(decoding: terminal.raw, as: UTF8.self)
    for scalar in text.unicodeScalars where !"\r\n\t".unicodeScalars.contains(scalar) {
      #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl, "\(scalar.value)")
    }
    #expect(text.contains("国境") && text.contains("🚢") && text.contains("الحدود"))
  }

  @Test func coloursOnlyWhereTheyAreWanted() throws {
    let query = "functions | where name == \"abs\" | select name"
    #expect(try shown(query, columns: 80, environment: ["NO_COLOR": ""]).raw.contains(0x1B))
    #expect(try !shown(query, columns: 80, environment: ["NO_COLOR": "1"]).raw.contains(0x1B))
    #expect(try !shown(query, columns: 80, environment: ["NO_COLOR": ""], "--no-color").raw.contains(0x1B))
  }

  /// Frames in ASCII where the locale has no more; data for programs is the same bytes everywhere.
  @Test func anOldLocale() throws {
    let query = "functions | where name == \"abs\" | select name"
    for variable in ["LC_ALL", "LANG"] {
      let cleared = ["LC_ALL": "", "LC_CTYPE": "", "LANG": ""]
      let box = try BuiltCommand.run(["-c", query], environment: cleared.merging([variable: "C"]) { $1 })
      #expect(box.code == 0 && box.out.utf8.allSatisfy { $0 < 0x80 } && box.out.contains("| abs  |"), "\(box)")
    }
    let folder = try TemporaryFolder()
    let file = try folder.file("a.txt", Self.document)
    let csv = ["-c", "sentences | select text", "--format", "csv", "--quiet", file.path]
    let old = try BuiltCommand.run(csv, environment: ["LC_ALL": "C"])
    let new = try BuiltCommand.run(csv, environment: ["LC_ALL": "C.UTF-8"])
    #expect(old.out == new.out && old.out.contains("国境"))
  }

  @Test func theFooterCountsRowsAndTime() throws {
    let terminal = try shown("functions | select name", columns: 80)
    let text = String(decoding: terminal.raw, as: UTF8.self)
    #expect(text.contains("rows, 40 shown; "), "\(text.suffix(200))")
    #expect(text.contains(" ms") || text.contains(" s"))
    let short = try shown("functions | where name == \"abs\" | select name", columns: 80)
    #expect(String(decoding: short.raw, as: UTF8.self).contains("1 row, "))
  }
}
