import Foundation
import Ibid
import IbidPlan
import IbidSyntax
import TestSupport
import Testing

/// The documentation says what is true: its queries run, its tables are complete, its links lead somewhere.
///
/// `UPDATE_DOCS=1 swift test --filter DocsTests` rewrites outputs and generated tables.
@Suite(.serialized) struct DocsTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil

  /// Compares, or with `UPDATE_DOCS` writes.
  private func expect(_ file: String, toHold text: String) throws {
    let found = PackageFolder.text(of: file)
    if found == text { return }
    if Self.isUpdating { return try PackageFolder.write(text, to: file) }
    let (old, new) = (
      (found ?? "").split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let (has, prints) = (line < old.count ? old[line] : "(the end)", line < new.count ? new[line] : "(the end)")
    Issue.record("\(file):\(line + 1) holds\n  \(has)\nand should hold\n  \(prints)\nUPDATE_DOCS=1 rewrites it")
  }

  @Test(arguments: Page.all) func queriesOfAPagePrintWhatItShows(_ page: Page) async throws {
    PackageFolder.enter()
    let (text, problems) = try await page.updated()
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    try expect(page.file, toHold: text)
  }

  @Test(arguments: PackageFolder.files(below: "examples/scripts", ending: ".ibid"))
  func savedScriptsPrintWhatIsExpected(_ file: String) async throws {
    PackageFolder.enter()
    let script = try #require(PackageFolder.text(of: file))
    let session = try await Corpus.session()
    let output = await session.printed(script, name: file)
    #expect(!output.contains("error["), "\(file) has mistakes")
    try expect(file.dropLast(".ibid".count) + ".expected", toHold: output + "\n")
  }

  /// The page of diagnostics is made from their catalogue.
  @Test func thePageOfDiagnosticsIsTheCatalogue() async throws {
    PackageFolder.enter()
    try expect(DiagnosticsPage.file, toHold: try await DiagnosticsPage.text())
  }

  /// `ibid fmt --check` has nothing to say.
  @Test(arguments: PackageFolder.files(below: "examples", ending: ".ibid"))
  func examplesAreFormatted(_ file: String) throws {
    let script = try #require(PackageFolder.text(of: file))
    #expect(try Session.formatted(script, name: file) == script, "ibid fmt \(file)")
  }

  // MARK: Completeness

  @Test func theReferenceHasEveryWord() throws {
    let reference = try #require(PackageFolder.text(of: "docs/language.md"))
    for word in Set((Words.steps + Words.statements).map(\.word)).sorted() {
      #expect(reference.contains("`\(word)"), "docs/language.md does not have `\(word)`")
    }
  }

  /// The list of functions stands between two marks and is made from the catalog.
  @Test func theReferenceHasEveryFunction() throws {
    let reference = try #require(PackageFolder.text(of: "docs/language.md"))
    let (begin, end) = ("<!-- functions: made from the catalog -->\n", "<!-- end of functions -->")
    let start = try #require(reference.range(of: begin)?.upperBound)
    let stop = try #require(reference.range(of: end)?.lowerBound)
    var table = "\n"
    for (title, entries) in [
      ("Of one row's values", FunctionCatalog.entries.filter { !$0.isAggregate }),
      ("Of many rows", FunctionCatalog.entries.filter(\.isAggregate)),
    ] {
      table += "### \(title)\n\n| function | what it gives | example |\n|---|---|---|\n"
      for entry in entries {
        let examples = entry.examples.map { "`\($0.query)` → `\($0.result)`" }.joined(separator: "<br>")
        table += "| `\(entry.signature)` | \(entry.summary) | \(examples.replacing("|", with: "\\|")) |\n"
      }
      table += "\n"
    }
    try expect("docs/language.md", toHold: reference[..<start] + table + reference[stop...])
  }

  /// `docs/tables.md` has a section for each table, with a row for each column and its type.
  @Test func everyColumnIsExplained() async throws {
    let page = try #require(PackageFolder.text(of: "docs/tables.md"))
    for table in await Session().tables {
      guard let start = page.range(of: "## `\(table.name)`\n")?.upperBound else {
        Issue.record("docs/tables.md has no section `\(table.name)`")
        continue
      }
      let section = page[start...].prefix(upTo: page[start...].range(of: "\n## ")?.lowerBound ?? page.endIndex)
      for column in table.columns {
        #expect(
          section.contains("| `\(column.name)` | `\(column.type)` |"),
          "docs/tables.md, \(table.name): no row for `\(column.name)`, `\(column.type)`")
      }
    }
  }

  @Test func linksLeadSomewhere() throws {
    for file in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + PackageFolder.files(below: "docs", ending: ".md")
    {
      let text = try #require(PackageFolder.text(of: file))
      let folder = file.split(separator: "/").dropLast().joined(separator: "/")
      for match in text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) where !match.1.hasPrefix("http") {
        let path = PackageFolder.path + "/" + (folder.isEmpty ? "" : folder + "/") + match.1
        #expect(FileManager.default.fileExists(atPath: path), "\(file) links to \(match.1)")
      }
    }
  }

  // MARK: The library

  /// The program in the README compiles, because it stands in `EmbeddingExample.swift` too; and it runs.
  @Test func theProgramInTheReadmeIsTheOneThatIsCompiled() async throws {
    PackageFolder.enter()
    let readme = try #require(Page(file: "README.md"))
    let block = try #require(readme.blocks.first { $0.info == "swift" })
    let shown = readme.text(block).split(separator: "\n", omittingEmptySubsequences: false).filter {
      $0 != "import Ibid"
    }.drop { $0.isEmpty }
    let file = try #require(PackageFolder.text(of: "Tests/DocsTests/EmbeddingExample.swift"))
    let compiled = try #require(
      file.components(separatedBy: "// README begins\n").last?.components(separatedBy: "    // README ends").first)
    let lines = compiled.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.hasPrefix("    ") ? $0.dropFirst(4) : $0
    }
    #expect(Array(shown) == Array(lines))
    try await EmbeddingExample.run()
  }
}
