import Foundation
import Testing

/// The interactive session, driven through a terminal.
@Suite(.serialized) struct SessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.file(
      "fund.txt",
      "Border fund\n\nThe Home Office announced £30 million for Calais on 5 March 2024.\n\nFrance added €5 million. More than 24,000 people came.\n"
    )
  }

  /// A session that has loaded the folder and stands at its prompt.
  private func start(_ environment: [String: String] = ["NO_COLOR": "1"], columns: Int = 100) throws -> Terminal {
    var all = ["TERM": "xterm", "XDG_STATE_HOME": folder.url.path, "LC_ALL": "C.UTF-8", "HOME": folder.url.path]
    all.merge(environment) { $1 }
    let terminal = try Terminal(
      BuiltCommand.path, [folder.url.appendingPathComponent("fund.txt").path], environment: all, columns: columns)
    try terminal.expect("Ctrl-D to leave")
    try terminal.expect("ibid> ")
    return terminal
  }

  @Test func aQueryAndItsTable() throws {
    let terminal = try start()
    terminal.type("money | select amount\r")
    try terminal.expect("│ # │")
    try terminal.expect("£30m")
    try terminal.expect("€5m")
    terminal.type("| take 1\r")
    try terminal.expect("│ 1 │")
    try terminal.expect("ibid> ")
    terminal.type("why 1\r")
    try terminal.expect("fund.txt:3")
    try terminal.expect("»£30 million«")
    terminal.type("open 1\r")
    try terminal.expect(">3  The Home Office")
  }

  @Test func aStatementOfSeveralLines() throws {
    let terminal = try start()
    terminal.type("[1,\r")
    try terminal.expect("  ... ")
    terminal.type("2,\r")
    terminal.type("3].sum()\r")
    try terminal.expect("\n6\n")
    // Up brings it back whole.
    terminal.type("\u{1B}[A")
    try terminal.expect("ibid> [1,")
    try terminal.expect("  ... 3].sum()")
    terminal.type("\r")
    try terminal.expect("\n6\n")
  }

  @Test func goesOnAfterAMistake() throws {
    let terminal = try start()
    terminal.type("money | wher amount\r")
    try terminal.expect("error[unknown-step]")
    try terminal.expect("try: where")
    terminal.type("1 + 1\r")
    try terminal.expect("\n2\n")
  }

  @Test func controlCDropsTheLineAndControlDLeaves() throws {
    let terminal = try start()
    terminal.type("money | sel")
    try terminal.expect("sel")
    terminal.type("\u{03}")
    try terminal.expect("^C")
    terminal.type("3 + 4\r")
    try terminal.expect("\n7\n")
    terminal.type("\u{04}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func shellCommands() throws {
    let terminal = try start()
    terminal.type(".tables\r")
    try terminal.expect("money ")
    terminal.type(".schema money\r")
    try terminal.expect("amount    money\n")
    terminal.type(".tabels\r")
    try terminal.expect("try: .tables")
    terminal.type(".format csv\rmoney | select amount\r")
    try terminal.expect("30000000,30000000,GBP")
    terminal.type(".timing on\r1\r")
    try terminal.expect(" s\n")
    terminal.type(".quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func keepsHistory() throws {
    let first = try start()
    first.type("\"first\" + \"!\"\r")
    try first.expect("first!")
    first.type("\u{04}")
    _ = try first.waitForExit()
    #expect(folder.text("ibid/history")?.contains("first") == true)
    let second = try start()
    second.type("\u{12}fir")
    try second.expect("search: fir")
    second.type("\r")
    try second.expect("\nfirst!\n")
  }

  @Test(arguments: ["é", "日本", "e\u{301}", "👍"])
  func otherScripts(text: String) throws {
    let terminal = try start()
    terminal.type("\"\(text)x\"\u{1B}[D\u{7F}")
    try terminal.expect("ibid> ")
    terminal.type("\r")
    try terminal.expect("\n\(text)\n")
    // Backspace takes a letter whole, however it is made.
    terminal.type("\"a\(text)\"\u{1B}[D" + String(repeating: "\u{7F}", count: text.count) + "\r")
    try terminal.expect("\na\n")
  }

  @Test func pastes() throws {
    let terminal = try start()
    terminal.type("\u{1B}[200~2 + 3\nlet few = money\n  | take 1\n.schema few\nfew | count\n\u{1B}[201~")
    try terminal.expect("few | count")
    terminal.type("\r")
    try terminal.expect("\n5\n")
    try terminal.expect("amount ")
    try terminal.expect("│ 1 │     1 │")
    // Without brackets, statements run one after the other, and a line that goes on is taken along.
    terminal.type("4 + 5\rmoney\r| count\r.width 60\r6 + 7\r")
    try terminal.expect("\n9\n")
    try terminal.expect("│ 1 │     2 │")
    try terminal.expect("\n13\n")
  }

  @Test func completes() throws {
    let terminal = try start()
    terminal.type("documents | sel\tti\t\r")
    try terminal.expect("Border fund")
    terminal.type(".sch\tdocu\t\r")
    try terminal.expect("published")
  }

  @Test func coloursUnlessTurnedOff() throws {
    let terminal = try start(["NO_COLOR": "1"], columns: 40)
    terminal.type("\"a long text that needs more than one row of the terminal\" + \"!\"\r")
    try terminal.expect("terminal!")
    #expect(terminal.screen.lines.contains { $0.hasPrefix("ibid> \"a long text that needs more") })
  }
}
