import Foundation
import TestSupport
import Testing

/// Tab, the menu below the text, what is suggested from the history, and mistakes that are shown while they are made.
@Suite(.serialized) struct PromptCompletionTests {
  @Test func columnsOfTheStepAtTheCursor() throws {
    let prompt = try Prompt()
    try prompt.type("money | where document.publ\t", shows: "document.published")
    try prompt.type(
      " is known | summarize largest = max(amount.number) by document.title | sort larg\t", shows: "sort largest")
    try prompt.type("\r", shows: "│ largest │")
  }

  @Test func typesStandBesideColumns() throws {
    let prompt = try Prompt()
    try prompt.type("documents | select title, published | where \t", shows: "published")
    #expect(prompt.terminal.screen.text.contains("published") && prompt.terminal.screen.text.contains("date?"))
    #expect(!prompt.terminal.screen.text.contains("issuer"))
  }

  @Test func valuesOfAColumnInQuotes() throws {
    let prompt = try Prompt()
    try prompt.type("mentions | where entity.name == \"Home\t", shows: "\"Home Office\"")
    try prompt.type(" | count\r", shows: "│ count │")
  }

  @Test func filesOfALoad() throws {
    let prompt = try Prompt()
    try prompt.type("load \"\(prompt.folder.url.path)/fu\t", shows: "fund.txt\"")
  }

  @Test func theMenuChooses() throws {
    let prompt = try Prompt()
    try prompt.type("documents | s\t", shows: "keeps these columns only")
    // Tab goes through them, Shift-Tab back, Enter takes one, and the next Enter is Enter.
    try prompt.type("\t\t", shows: "documents | sort ")
    try prompt.type("\u{1B}[Z", shows: "documents | select ")
    prompt.type("\r")
    try prompt.type("title\r", shows: "Border fund")
    // Escape takes it back; a letter goes on typing.
    try prompt.type("documents | s\t", shows: "keeps these columns only")
    prompt.type("\t\t\u{1B}")
    #expect(prompt.terminal.waitUntil { $0.lines.last == "ibid> documents | s" })
    try prompt.type("\tel", shows: "documents | sel")
  }

  @Test(arguments: [40, 300]) func theMenuFits(columns: Int) throws {
    let prompt = try Prompt(columns: columns)
    try prompt.type("documents | where \t", shows: " of 1")
    let fits = prompt.terminal.waitUntil { screen in
      guard let first = screen.lines.lastIndex(where: { $0.hasPrefix("ibid> ") }) else { return false }
      let menu = screen.lines[first...]
      return menu.count > 5 && menu.allSatisfy { $0.count < columns }
    }
    #expect(fits)
    try prompt.type("\t", shows: "ibid> documents | where title")
  }

  @Test func suggestsFromTheHistory() throws {
    let first = try Prompt(environment: [:])
    try first.type("\"one\" + \" two\"\r", shows: "\none two\n")
    try first.type("\"on", shows: "\"one\" + \" two\"")
    try first.type("\u{1B}[C\r", shows: "\none two\n")
    _ = try first.end()
  }

  @Test func showsMistakesWhileTheyAreMade() throws {
    let prompt = try Prompt()
    try prompt.type("money | where amout > £1m | take 3", shows: "there is no column `amout` here; try: amount")
    // The word at the cursor is not finished yet.
    try prompt.type("\u{03}", shows: "^C")
    try prompt.type("money | where amou", shows: "ibid> money | where amou")
    prompt.terminal.settle(quiet: 0.5)
    #expect(prompt.terminal.screen.lines.last == "ibid> money | where amou")
  }
}
