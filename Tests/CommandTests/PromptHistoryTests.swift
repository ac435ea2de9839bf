import Foundation
import TestSupport
import Testing

@testable import IbidCommand

/// Earlier statements: kept whole, each once, found again.
@Suite(.serialized) struct PromptHistoryTests {
  @Test func wholeStatementsAcrossRuns() throws {
    let folder = try TemporaryFolder()
    let first = try Prompt(in: folder)
    first.type("[1,\r2].sum()\r")
    try first.expect("\n3\n")
    first.type("4 + 5\r")
    try first.expect("\n9\n")
    first.type("[1,\r2].sum()\r")
    try first.expect("\n3\n")
    _ = try first.end()
    #expect(
      folder.text(".local/state/ibid/history") == "[1,\\0122].sum()\n4 + 5\n[1,\\0122].sum()\n")
    let second = try Prompt(in: folder)
    // Each is there once, the latest first.
    try second.type("\u{1B}[A", shows: "  ... 2].sum()")
    try second.type("\u{1B}[A\u{1B}[A", shows: "4 + 5")
    try second.type("\u{1B}[A\r", shows: "\n9\n")
    try second.type("\u{12}[1", shows: "search: [1")
    try second.type("\r", shows: "\n3\n")
  }

  @Test func searchShowsTheWholeStatementAndGivesTheTextBack() throws {
    let prompt = try Prompt()
    prompt.type("[10,\r20].sum()\r")
    try prompt.expect("\n30\n")
    prompt.type("1 + 1\r")
    try prompt.expect("\n2\n")
    try prompt.type("half\u{12}20", shows: "search: 20")
    #expect(prompt.terminal.screen.text.contains("ibid> [10,\n  ... 20].sum()"))
    // Ctrl-C brings back what was typed; a second one drops it.
    prompt.type("\u{03}")
    #expect(prompt.terminal.waitUntil { $0.lines.last == "ibid> half" })
    try prompt.type("\u{03}", shows: "^C")
    try prompt.expect("ibid> ")
    try prompt.type("\u{12}20", shows: "search: 20")
    prompt.type("\r")
    try prompt.expect("\n30\n")
    try prompt.type("\u{12}zzz", shows: "no earlier: zzz")
  }

  @Test func twoSessionsKeepEachOthersStatements() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (try Prompt(in: folder), try Prompt(in: folder))
    try first.type("1 + 10\r", shows: "\n11\n")
    try second.type("1 + 20\r", shows: "\n21\n")
    _ = try first.end()
    _ = try second.end()
    #expect(folder.text(".local/state/ibid/history") == "1 + 10\n1 + 20\n")
  }

  @Test func aHomeThatCannotBeWrittenMattersNot() throws {
    let prompt = try Prompt(environment: ["NO_COLOR": "1", "HOME": "/proc/none"])
    try prompt.type("1 + 1\r", shows: "\n2\n")
    try prompt.type("\u{1B}[A\r", shows: "\n2\n")
    #expect(try prompt.end() == 0)
  }

  @Test func entriesSurviveTheFile() {
    for text in ["a", "a\nb", "back\\slash \\012", "é日👨‍👩‍👧\r\n\t"] {
      #expect(History.decoded(History.encoded(text).utf8) == text)
    }
    // As libedit wrote them.
    #expect(History.decoded("money\\012|\\040take\\0401".utf8) == "money\n| take 1")
  }

  @Test func searchFindsWordsInAnyCase() {
    var search = HistorySearch(["Money | take 1", "money | take 2", "documents"], from: EditBuffer("x"))
    search.add("TAKE".lowercased())
    #expect(search.buffer.text == "money | take 2" && search.marked == 8..<12)
    search.older()
    #expect(search.buffer.text == "Money | take 1")
    search.older()
    #expect(search.hasFailed && search.buffer.text == "Money | take 1")
    search.newer()
    #expect(search.buffer.text == "money | take 2")
    // A capital in the words asks for capitals.
    var exact = HistorySearch(["Money", "money"], from: EditBuffer())
    exact.add("M")
    #expect(exact.buffer.text == "Money")
  }
}
