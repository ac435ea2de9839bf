import Foundation
import TestSupport
import Testing

@testable import Ibid
@testable import IbidCommand

/// What takes long: progress, Ctrl-C, and the terminal after the end.
@Suite(.serialized) struct PromptLongWorkTests {
  /// A folder with so many documents that reading them takes seconds.
  private static func manyDocuments() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = String(repeating: Prompt.document, count: 60)
    for number in 0..<400 { try folder.file("d\(number).txt", text) }
    return folder
  }

  @Test func aLoadIsShownAndStops() throws {
    let many = try Self.manyDocuments()
    let prompt = try Prompt()
    for load in [".load \(many.url.path)\r", "load \"\(many.url.path)\"\r"] {
      prompt.type(load)
      try prompt.expect(" of 400 files")
      try prompt.type("\u{03}", shows: "ibid> ")
      // Stopped before its end: the document from before is all there is.
      try prompt.type("documents | count\r", shows: "│     1 │")
    }
  }

  @Test func aLoadAtTheStartStopsTooAndTheSessionGoesOn() throws {
    let many = try Self.manyDocuments()
    let terminal = try Terminal(
      BuiltCommand.path, ["--no-init", many.url.path],
      environment: ["TERM": "xterm", "NO_COLOR": "1", "HOME": many.url.path, "LC_ALL": "C.UTF-8"])
    try terminal.expect(" of 400 files")
    terminal.type("\u{03}")
    try terminal.expect("ibid> ")
    terminal.type("documents | count\r")
    try terminal.expect("│     0 │")
  }

  @Test func printingStops() throws {
    let prompt = try Prompt()
    var rows = "n,words\n"
    for number in 0..<50_000 { rows += "\(number),some words of row \(number)\n" }
    let file = try prompt.folder.file("rows.csv", rows)
    prompt.type("load \"\(file.path)\" as rows_of_it\r")
    try prompt.expect("read 50000 rows")
    try prompt.type("rows_of_it\r", shows: ".last shows all rows")
    // A box by `.last`, csv by the statement. More rows than are read until the key comes.
    for printing in [".last", ".format csv\rrows_of_it"] {
      try prompt.type("\(printing)\r", shows: "some words of row 9")
      prompt.type("\u{03}")
      try prompt.expect("stopped")
      try prompt.type("1 + 1\r", shows: "\n2\n")
    }
  }

  @Test func whateverEndsItLeavesTheTerminalAsItWas() throws {
    for signal in [SIGTERM, SIGHUP] {
      let prompt = try Prompt()
      try prompt.type("half a", shows: "half a")
      #expect(!prompt.terminal.isCooked)
      prompt.terminal.signal(signal)
      #expect(try prompt.terminal.waitForExit() == 128 + signal)
      #expect(prompt.terminal.isCooked)
    }
    let prompt = try Prompt()
    #expect(try prompt.end() == 0)
    #expect(prompt.terminal.isCooked)
  }

  @Test func followsTheWindow() throws {
    let prompt = try Prompt(columns: 100)
    try prompt.type("\"a text that is long enough to need two rows of forty\"", shows: "forty")
    prompt.terminal.resize(columns: 40, rows: 20)
    let fits = prompt.terminal.waitUntil {
      $0.text.contains("ibid> \"a text that is long enough to ne\ned two rows of forty\"")
    }
    #expect(fits)
    try prompt.type("\r", shows: "forty")
  }

  /// Escape, and the wait until the cursor has gone back for it: what is typed too soon after it would be one key with it.
  private func leaveInserting(_ prompt: Prompt) throws {
    let column = prompt.terminal.screen.column
    prompt.type("\u{1B}")
    try #require(prompt.terminal.waitUntil { $0.column == column - 1 }, "\(prompt.terminal.screen.text)")
  }

  @Test func theKeysOfVi() throws {
    let prompt = try Prompt(home: [".editrc": "# mine\nbind -v\n"])
    try prompt.type("1 + 23x", shows: "1 + 23x")
    try leaveInserting(prompt)
    // The last letter goes, and the first number becomes another one.
    try prompt.type("x0cw7", shows: "7 + 2")
    try leaveInserting(prompt)
    try prompt.type("\r", shows: "\n30\n")
    // Arrows, Tab and the history as elsewhere.
    try prompt.type("\u{1B}[A\r", shows: "\n30\n")
    try prompt.type("docum\t\t", shows: "documents")
    try prompt.type("\u{03}", shows: "^C")
    try prompt.type("z", shows: "z")
    try leaveInserting(prompt)
    try prompt.type("k\r", shows: "\n30\n")
    #expect(try prompt.end() == 0)
  }

  @Test func withoutATerminalItReads() throws {
    let folder = try TemporaryFolder()
    let terminal = try Terminal(
      BuiltCommand.path, ["--quiet"], environment: ["TERM": "dumb", "HOME": folder.url.path])
    terminal.type("1 + 1\n")
    terminal.type("\u{04}")
    try terminal.expect("2")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.text.contains("ibid>"))
  }

  @Test(arguments: [
    (0.0, 1.0, 80, "reading  0 of 40 files"), (0.5, 2.0, 80, "0:02 left"), (0.5, 2.0, 80, "50%"),
  ])
  func progressInWords(fraction: Double, seconds: Double, width: Int, expected: String) {
    let progress = Progress(
      stage: .documents, done: Int(fraction * 40), total: 40, bytes: Int(fraction * 8_000_000), fraction: fraction)
    let line = ProgressText.line(progress, since: 0, elapsed: .seconds(seconds), width: width)
    #expect(line.contains(expected) && line.count < width, "\(line)")
    for narrow in [10, 20, 40] {
      #expect(ProgressText.line(progress, since: 0, elapsed: .seconds(seconds), width: narrow).count < narrow)
    }
  }
}
