import Foundation
import TestSupport
import Testing

/// The interactive session, driven through a terminal.
@Suite(.serialized) struct SessionTests {
  @Test func aQueryAndItsTable() throws {
    let prompt = try Prompt()
    try prompt.type("money | select amount\r", shows: "│ # │")
    try prompt.expect("£30m")
    try prompt.expect("€5m")
    // Below the rows their number and the time.
    try prompt.expect("2 rows, ")
    try prompt.expect(" ms\n")
    try prompt.type("| take 1\r", shows: "│ 1 │")
    try prompt.expect("ibid> ")
    try prompt.type("why 1\r", shows: "fund.txt:3")
    try prompt.expect("»£30 million«")
    try prompt.type("open 1\r", shows: ">3  The Home Office")
    try prompt.type("money | wher amount\r", shows: "error[unknown-step]")
    try prompt.expect("try: where")
    try prompt.type("1 + 1\r", shows: "\n2\n")
    try prompt.type("documents | sel\tti\t\r", shows: "Border fund")
    try prompt.type(".sch\tdocu\t\r", shows: "published")
  }

  @Test func aStatementOfSeveralLines() throws {
    let prompt = try Prompt()
    try prompt.type("[1,\r", shows: "  ... ")
    try prompt.type("2,\r3].sum()\r", shows: "\n6\n")
    // Up brings it back whole.
    try prompt.type("\u{1B}[A", shows: "ibid> [1,")
    try prompt.expect("  ... 3].sum()")
    try prompt.type("\r", shows: "\n6\n")
  }

  @Test func controlCDropsTheLineAndControlDLeaves() throws {
    let prompt = try Prompt()
    try prompt.type("money | sel", shows: "sel")
    try prompt.type("\u{03}", shows: "^C")
    try prompt.type("3 + 4\r", shows: "\n7\n")
    #expect(try prompt.end() == 0)
  }

  @Test func shellCommands() throws {
    let prompt = try Prompt()
    try prompt.type(".tables\r", shows: "money ")
    try prompt.type(".schema money\r", shows: "amount    money\n")
    try prompt.type(".tabels\r", shows: "try: .tables")
    try prompt.type(".format csv\rmoney | select amount\r", shows: "30000000,30000000,GBP")
    try prompt.type(".timing on\r1\r", shows: " s\n")
    prompt.type(".quit\r")
    #expect(try prompt.terminal.waitForExit() == 0)
  }

  /// Letters of more than one byte, wide ones, composed ones: each is one letter to the keys.
  @Test func otherScripts() throws {
    let prompt = try Prompt()
    for text in ["é", "日本", "e\u{301}", "👍"] {
      try prompt.type("\"\(text)x\"\u{1B}[D\u{7F}", shows: "ibid> ")
      try prompt.type("\r", shows: "\n\(text)\n")
      // Backspace takes a letter whole, however it is made.
      try prompt.type(
        "\"a\(text)\"\u{1B}[D" + String(repeating: "\u{7F}", count: text.count) + "\r", shows: "\na\n")
    }
  }

  @Test func pastes() throws {
    let prompt = try Prompt()
    try prompt.type(
      "\u{1B}[200~2 + 3\nlet few = money\n  | take 1\n.schema few\nfew | count\n\u{1B}[201~", shows: "few | count")
    try prompt.type("\r", shows: "\n5\n")
    try prompt.expect("amount ")
    try prompt.expect("│ 1 │     1 │")
    // Without brackets, statements run one after the other, and a line that goes on is taken along.
    try prompt.type("4 + 5\rmoney\r| count\r.width 60\r6 + 7\r", shows: "\n9\n")
    try prompt.expect("│ 1 │     2 │")
    try prompt.expect("\n13\n")
  }

  @Test func coloursUnlessTurnedOff() throws {
    let prompt = try Prompt(columns: 40)
    try prompt.type(
      "\"a long text that needs more than one row of the terminal\" + \"!\"\r", shows: "terminal!")
    #expect(prompt.terminal.screen.lines.contains { $0.hasPrefix("ibid> \"a long text that needs more") })
  }
}
