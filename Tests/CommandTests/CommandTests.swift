import Foundation
import TestSupport
import Testing

/// The command without a terminal: exit codes, formats, standard input.
@Suite struct CommandTests {
  static let document = "Border fund\n\nThe Home Office announced £30 million for Calais on 5 March 2024.\n"

  private static let codes: [(arguments: [String], code: Int32)] = [
    (["-c", "2 + 2"], 0), (["-c", "documents | wher x"], 1), (["--bogus"], 2), (["-c", "2", "--format", "xls"], 2),
    (["-c", "2", "/nowhere/at/all"], 3), (["run", "/nowhere.ibid"], 3), (["help", "where"], 0), (["help", "wher"], 1),
    (["--version"], 0),
  ]

  @Test(arguments: codes)
  func exitCodes(arguments: [String], code: Int32) throws {
    #expect(try BuiltCommand.run(arguments).code == code)
  }

  @Test func dataAndMessagesGoToTheirPlaces() throws {
    let good = try BuiltCommand.run("-c", "2 + 2")
    #expect(good.out == "4\n" && good.error.isEmpty)
    let bad = try BuiltCommand.run("-c", "documents | wher title")
    #expect(bad.out.isEmpty && bad.error.contains("error[unknown-step]") && bad.error.contains("try: where"))
  }

  @Test(arguments: [
    ("csv", "a\n1\n"), ("tsv", "a\n1\n"), ("jsonl", "{\"a\":1}\n"), ("box", "┌───┐"), ("md", "| a |"),
    ("html", "<table>"),
  ])
  func formats(format: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let table = try folder.file("t.csv", "a\n1\n")
    let output = try BuiltCommand.run(
      "-c", "load \"\(table.path)\" as t (a: int)\nt | summarize a = sum(a)", "--format", format, "--quiet")
    #expect(output.code == 0 && output.out.contains(expected), "\(output)")
  }

  @Test func readsStandardInput() throws {
    let output = try BuiltCommand.run(input: "1 + 1\n2 + 2 # two statements\n")
    #expect(output.code == 0 && output.out == "2\n4\n")
  }

  @Test func stopsAtTheFirstMistakeUnlessToldToGoOn() throws {
    let text = "1 + 1\nnowhere\n2 + 2\n"
    let stopped = try BuiltCommand.run(input: text)
    #expect(stopped.code == 1 && stopped.out.isEmpty)
    let goingOn = try BuiltCommand.run("--keep-going", input: text)
    #expect(goingOn.code == 1 && goingOn.out == "2\n4\n")
  }

  /// In whatever encoding it is, and also where only a comment is; whatever uses it, and however it comes.
  @Test(arguments: ["# caf\u{E9}\n2 + 2\n", "\"caf\u{E9}\"\n", "let x = £5m\nx\n"])
  func scriptsOfOtherEncodingsAreRefused(_ script: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("latin.ibid")
    for encoding in [String.Encoding.isoLatin1, .utf16] {
      try script.data(using: encoding)?.write(to: file)
      let user = try folder.file("user.ibid", "use \"latin.ibid\"\n2 + 2\n")
      for arguments in [["run", file.path], ["check", file.path], ["fmt", file.path], ["run", user.path]] {
        let output = try BuiltCommand.run(arguments)
        #expect(output.code == 3 && output.out.isEmpty, "\(arguments)")
        #expect(output.error.split(separator: "error[").count == 1 && output.error.hasPrefix("error[invalid-utf8]"))
        #expect(output.error.contains("latin.ibid:"))
      }
    }
  }

  @Test func aStatementThatFailedWhileItRanIsRemembered() throws {
    let goingOn = try BuiltCommand.run("--keep-going", input: "assert 1 > 2, \"no\"\n2 + 2\n")
    #expect(goingOn.code == 1 && goingOn.out == "4\n" && goingOn.error.contains("assertion-failed"))
  }

  @Test func printsAsTheScriptHasSet() throws {
    let table = "functions | where name == \"lower\" | select name"
    let output = try BuiltCommand.run(input: "set format = \"csv\"\n\(table)\n")
    #expect(output.code == 0 && output.out == "name\nlower\n")
    let rows = try BuiltCommand.run(input: "set rows = 2\nfunctions | select name | sort name\n")
    #expect(rows.code == 0 && rows.out.split(separator: "\n").count < 12)
  }

  @Test func aQueryMayBeginWithAMinus() throws {
    let output = try BuiltCommand.run(["-c", "-5"])
    #expect(output.code == 0 && output.out == "-5\n")
  }

  @Test func aValueForNoParameterIsAMistake() throws {
    let folder = try TemporaryFolder()
    let script = try folder.file("least.ibid", "param least: int = 3\n$least\n")
    let output = try BuiltCommand.run(["run", script.path, "--param", "leest=5"])
    #expect(output.code == 1 && output.out.isEmpty)
    #expect(output.error.contains("error[unknown-parameter]: no parameter `$leest` is declared"))
    #expect(output.error.contains("try: --param least=…"))
    #expect(try BuiltCommand.run(["run", script.path, "--param", "least=5"]).out == "5\n")
    let users = try folder.file("users.ibid", "use \"\(script.path)\"\n$least\n")
    #expect(try BuiltCommand.run(["run", users.path, "--param", "least=5"]).out == "5\n")
  }

  @Test func helpFitsTheScreen() throws {
    for arguments in [["--help"], ["help"], ["help", "where"], ["help", "summarize"], ["help", "money"]] {
      let output = try BuiltCommand.run(arguments)
      let lines = output.out.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(output.code == 0 && lines.count <= 24, "\(arguments)")
    }
    let help = try BuiltCommand.run("--help").out
    for word in ["-c", "--format", "--output", "--keep-going", "--param", "--given", "run", "check", "export", "help"] {
      #expect(help.contains(word))
    }
  }

  @Test func coloursStayOutOfFiles() throws {
    for environment in [[:], ["NO_COLOR": "1"]] {
      let output = try BuiltCommand.run(["-c", "documents | wher x"], environment: environment)
      #expect(!output.error.contains("\u{1B}"))
    }
  }

  @Test func citesTheDocument() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("fund.txt", Self.document)
    let output = try BuiltCommand.run("-c", "money | select amount", "--format", "csv", file.path)
    #expect(output.code == 0 && output.out.contains("30000000"), "\(output)")
    #expect(output.error.hasPrefix("read 1 document"))
  }

  @Test func addsSourcesWhenAsked() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("fund.txt", Self.document)
    let output = try BuiltCommand.run(
      "--cite", "-c", "money | summarize n = count() by amount.currency", "--format", "jsonl", file.path)
    #expect(output.code == 0 && output.out.contains("\"sources\":[{\"file\":"), "\(output)")
  }

  /// The file instead of the table; what is said goes to standard error. A file that cannot be written is code 3.
  @Test func savesAFile() throws {
    let folder = try TemporaryFolder()
    let table = try folder.file("t.csv", "a\n1\n2\n")
    let target = table.deletingLastPathComponent().path + "/out.json"
    let load = "load \"\(table.path)\" as t (a: int)\n"
    let saved = try BuiltCommand.run("-c", load + "t | where a > 1 | save \"\(target)\"", "--quiet")
    #expect(saved.code == 0 && saved.out.isEmpty && saved.error.isEmpty, "\(saved)")
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("\"a\":2"))
    let told = try BuiltCommand.run("-c", load + "t | save \"\(target)\"")
    #expect(told.code == 0 && told.out.isEmpty && told.error.contains("saved 2 rows to "), "\(told)")
    let failed = try BuiltCommand.run("-c", load + "t | save \"\(target)/none/out.csv\"")
    #expect(failed.code == 3 && failed.error.contains("error[write-failed]"), "\(failed)")
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("\"a\":1"))
  }

  /// Blocks where the terminal has them, ASCII where it has not and in `plain`; rows for programs.
  @Test func drawsWithWhatTheTerminalHas() throws {
    let folder = try TemporaryFolder()
    let table = try folder.file("t.csv", "a,n\nx,1\ny,2\n")
    let arguments = ["-c", "load \"\(table.path)\" as t (a: text, n: int)\nt | plot bars a, n", "--quiet"]
    let drawn = try BuiltCommand.run(arguments, environment: ["LC_ALL": "C.UTF-8"])
    #expect(drawn.code == 0 && drawn.out.contains("█"), "\(drawn)")
    for (more, environment) in [([], ["LC_ALL": "C"]), (["--format", "plain"], ["LC_ALL": "C.UTF-8"])] {
      let plain = try BuiltCommand.run(arguments + more, environment: environment)
      #expect(plain.code == 0 && plain.out.contains("x  ####") && plain.out.utf8.allSatisfy { $0 < 0x80 }, "\(plain)")
    }
    #expect(try BuiltCommand.run(arguments + ["--format", "csv"], environment: [:]).out.hasPrefix("a,n"))
  }
}
