import Foundation
import TestSupport
import Testing

@testable import IbidCommand

/// Commands that begin with a full stop, files of them, and programs that the prompt starts.
@Suite(.serialized) struct PromptCommandTests {
  @Test func aRowInFull() throws {
    let prompt = try Prompt(columns: 60)
    try prompt.type("sentences | select text, document.title\r", shows: "ibid> ")
    try prompt.type(".row 2\r", shows: "text    The Home Office announced £30 million for Calais on")
    try prompt.expect("        5 March 2024.")
    try prompt.type(".row 99\r", shows: ".row 1 to .row")
  }

  @Test func oneResultElsewhere() throws {
    let prompt = try Prompt()
    let file = prompt.folder.url.appendingPathComponent("once.csv")
    try prompt.type(".once \(file.path)\rdocuments | select title\r", shows: "wrote 1 row to")
    #expect(prompt.folder.text("once.csv") == "title\nBorder fund\n")
    prompt.type(".format csv\r.once | tr a-z A-Z\rdocuments | select title\r")
    try prompt.expect("BORDER FUND")
    try prompt.type("documents | select title\r", shows: "\nBorder fund\n")
  }

  @Test func theEditorsTextStandsAtThePrompt() throws {
    let prompt = try Prompt(environment: ["NO_COLOR": "1", "EDITOR": "sed -i s/10/20/"])
    try prompt.type("1 + 10\r", shows: "\n11\n")
    try prompt.type("\\e\r", shows: "ibid> 1 + 20")
    try prompt.type("\r", shows: "\n21\n")
    try prompt.type("2 + 10\u{18}\u{05}", shows: "ibid> 2 + 20")
    try prompt.type("\r", shows: "\n22\n")
    // An editor that fails changes nothing.
    try prompt.type("\\d\r", shows: "try: .tables")
  }

  @Test func reloadsWhatHasChanged() throws {
    let prompt = try Prompt()
    try prompt.type(".reload\r", shows: "no file has changed")
    try prompt.folder.file("fund.txt", Prompt.document + "\nSpain added €9 million.\n")
    try prompt.type(".reload\r", shows: "1 file changed")
    try prompt.type("money | count\r", shows: "│     3 │")
  }

  /// What could not be read is new once, and again only when it was written.
  @Test func anEmptyFileIsNotNewEveryTime() throws {
    let prompt = try Prompt()
    let folder = prompt.folder.url.appendingPathComponent("press")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try prompt.folder.file("press/empty.txt")
    try prompt.folder.file("press/note.txt", "Spain added €9 million.\n")
    try prompt.type("load \"\(folder.path)\"\r", shows: "skipped 1: 1 empty")
    try prompt.type(".reload\r", shows: "no file has changed")
    try prompt.folder.file("press/empty.txt", "Portugal added €8 million.\n")
    try prompt.type(".reload\r", shows: "1 file new")
    try prompt.type("money | where amount == €8m | count\r", shows: "│     1 │")
  }

  @Test func reloadsDataWithOtherColumns() throws {
    let prompt = try Prompt()
    let path = try prompt.folder.file("sums.csv", "paid,owed\n1,20\n2,30\n").path
    try prompt.type("load \"\(path)\" as sums\r", shows: "read 2 rows")
    try prompt.type("let total = sums | summarize all = sum(paid)\r", shows: "ibid> ")
    try prompt.folder.file("sums.csv", "owed,paid\n20,4000\n30,5000\n")
    try prompt.type(".reload\r", shows: "1 file changed")
    try prompt.type("total\r", shows: "│ 9000 │")
    try FileManager.default.removeItem(atPath: path)
    try prompt.type(".reload\r", shows: "1 file gone")
    try prompt.expect("sums.csv: is gone; `sums` has the rows that were read before")
    try prompt.type("sums | count\r", shows: "│     2 │")
  }

  @Test func aFileOfStatements() throws {
    let prompt = try Prompt()
    try prompt.folder.file("all.ibid", "let few = money | take 1\n\nfew | wher x\nfew | count\n.rows 5\n")
    try prompt.type(".read \(prompt.folder.url.path)/all.ibid\r", shows: "all.ibid:3:")
    try prompt.expect("error[unknown-step]")
    try prompt.expect("│     1 │")
    try prompt.type(".rows\r", shows: "rows 5")
    try prompt.folder.file("circle.ibid", ".read \(prompt.folder.url.path)/circle.ibid\n")
    try prompt.type(".read \(prompt.folder.url.path)/circle.ibid\r", shows: "files read each other without end")
    try prompt.type(".read /nowhere\r", shows: "cannot be read")
  }

  @Test(arguments: [".config/ibid/init.ibid", "other/ibid/init.ibid"])
  func theStartUpFile(path: String) throws {
    let folder = try TemporaryFolder()
    let settings = path.hasPrefix(".config") ? "" : folder.url.path + "/other"
    let environment = ["NO_COLOR": "1", "XDG_CONFIG_HOME": settings]
    let text = "let answer = 42\nthis is | wrong\n.set rows 7\n"
    // A bad line is told and does not stop the shell.
    let prompt = try Prompt(in: folder, home: [path: text], environment: environment)
    #expect(prompt.terminal.screen.text.contains("init.ibid:2:"))
    try prompt.type("answer\r", shows: "\n42\n")
    try prompt.type(".rows\r", shows: "rows 7")
    _ = try prompt.end()
    let without = try Prompt(in: folder, environment: environment, arguments: ["--no-init"])
    try without.type("answer\r", shows: "nothing is called `answer`")
  }

  @Test func aNewcomerIsShownQueriesThatWork() throws {
    let prompt = try Prompt()
    let shown = prompt.terminal.screen.lines
    let begin = try #require(shown.firstIndex(of: "to begin with:"))
    let queries = shown[(begin + 1)...].prefix { $0.hasPrefix("  ") }.map { $0.drop { $0 == " " } }
    #expect(queries.count == 3)
    for query in queries { try prompt.type(query + "\r", shows: "│ # │") }
    _ = try prompt.end()
    // Who has been here before is not told again.
    let again = try Prompt(in: prompt.folder)
    #expect(!again.terminal.screen.text.contains("to begin with"))
    try again.type("help where\r", shows: "with what is loaded:")
    try again.expect("  money | where amount.currency == ")
  }

  @Test func settings() throws {
    let prompt = try Prompt()
    try prompt.type(".set\r", shows: "pager   on")
    try prompt.type(".set types on\rdocuments | select title\r", shows: "│ text")
    try prompt.type(".set rows many\r", shows: "`rows` cannot be `many`")
    try prompt.type(".set row 3\r", shows: "try: .set rows")
    prompt.type("param since: date = @2024-01-01\r.set $since 2025-02-03\r")
    try prompt.type("$since\r", shows: "\n2025-02-03\n")
    try prompt.type(".set $since soon\r", shows: "error[bad-")
  }

  @Test func thePagerGetsWhatIsTallerThanTheScreen() throws {
    let pager = "sed s/^/P/"
    let prompt = try Prompt(environment: ["NO_COLOR": "1", "PAGER": pager], rows: 20)
    try prompt.type("functions | select name\r", shows: ".last shows all rows")
    try prompt.type(".last\r", shows: "P│ 100 │")
    try prompt.type(".wide\r", shows: "P│ 100 │")
    try prompt.type(".pager off\r.last\r", shows: "\n│ 100 │")
    try prompt.type("1 + 1\r", shows: "\n2\n")
  }

  @Test func everyCommandHasAPage() {
    for command in ShellCommand.allCases {
      let page = command.page
      #expect(page.hasPrefix("." + command.rawValue), "\(command)")
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(command)")
      #expect(page.split(separator: "\n").count >= 3, "\(command)")
    }
    #expect(ShellCommand.helpText.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 5, [""]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("日本語 日本", 6, ["日本語", "日本"]), ("a\nb", 9, ["a", "b"]), ("x abcdefgh", 4, ["x", "abcd", "efgh"]),
  ])
  func longValuesGoOnBelow(text: String, width: Int, lines: [String]) {
    #expect(RowPage.wrapped(text, width: width) == lines)
  }
}
