import Foundation
import Ibid
import IbidSemantics
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
    try await expectOutput(of: file, in: try await Corpus.session())
  }

  /// The scripts of the systems load their documents themselves.
  @Test(arguments: PackageFolder.files(below: "examples/systems", ending: ".ibid"))
  func scriptsOfSystemsPrintWhatIsExpected(_ file: String) async throws {
    PackageFolder.enter()
    try await expectOutput(of: file, in: Session())
  }

  /// Runs a script and compares what it prints with the `.expected` file beside it.
  private func expectOutput(of file: String, in session: Session) async throws {
    let script = try #require(PackageFolder.text(of: file))
    let output = await session.printed(script, name: file)
    #expect(!output.contains("error["), "\(file) has mistakes")
    try expect(file.dropLast(".ibid".count) + ".expected", toHold: output + "\n")
  }

  /// One script for each of the twenty-nine systems; each begins with who asks, and why, in three lines.
  @Test func thereIsAScriptForEachSystem() throws {
    let files = PackageFolder.files(below: "examples/systems", ending: ".ibid")
    let names = files.map { $0.split(separator: "/").last ?? "" }
    #expect(names == (1...29).map { ($0 < 10 ? "S0\($0).ibid" : "S\($0).ibid")[...] })
    for file in files {
      let lines = try #require(PackageFolder.text(of: file)).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.prefix(3).allSatisfy { $0.hasPrefix("# ") } && lines.dropFirst(3).first?.hasPrefix("#") == false)
    }
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

  /// The pages of values and types state their rules with examples, all of which the tests above run.
  @Test(arguments: ["docs/values.md", "docs/types.md", "docs/types-of-tables.md", "docs/coming-from.md"])
  func pagesOfRulesHaveExamples(
    _ file: String
  )
    throws
  {
    let page = try #require(Page(file: file))
    #expect(page.sections.flatMap(\.queries).count > 40)
  }

  /// The reference has a section for every step and statement, with its syntax and a query that uses it.
  @Test func theReferenceHasEveryWord() {
    for (entries, isStep) in [(Words.steps, true), (Words.statements, false)] {
      for entry in entries {
        let sections = Reference.sections.filter { $0.names(entry.word) }
        #expect(!sections.isEmpty, "docs/reference has no section `\(entry.word)`")
        #expect(
          sections.contains { $0.text.contains("`\(entry.syntax)`") },
          "docs/reference does not have the syntax `\(entry.syntax)`")
        #expect(
          sections.contains { section in
            section.queries.contains { isStep ? $0.uses(step: entry.word) : $0.uses(statement: entry.word) }
          }, "docs/reference has no query with `\(entry.word)` in its section")
      }
    }
  }

  /// Words, types and settings stand somewhere in the reference, as code.
  @Test func theReferenceHasEveryOtherWord() throws {
    let words =
      Words.reserved + Words.soft + Words.ruleWords + Words.types + Words.joinKinds + Setting.allCases.map(\.rawValue)
      + Setting.formats
    let code = Reference.sections.flatMap(\.code).joined(separator: " ").split { !$0.isLetter && $0 != "_" }
    let missing = Set(words).subtracting(code.map(String.init)).sorted()
    #expect(missing.isEmpty, "docs/reference does not have \(missing.joined(separator: ", "))")
  }

  /// The page of functions is made from their catalogue.
  @Test func thePageOfFunctionsIsTheCatalogue() throws {
    try expect(FunctionsPage.file, toHold: FunctionsPage.text())
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

  /// Links lead to files that are there, and to headings that these have.
  @Test func linksLeadSomewhere() throws {
    for file in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"]
      + PackageFolder.files(below: "docs", ending: ".md")
    {
      let page = try #require(Page(file: file))
      for match in page.text.matches(of: /\]\(([^)#\s]*)(?:#([^)\s]*))?\)/) where !match.1.hasPrefix("http") {
        let target = match.1.isEmpty ? file : Self.path(String(match.1), besides: file)
        #expect(
          FileManager.default.fileExists(atPath: PackageFolder.path + "/" + target), "\(file) links to \(match.1)")
        guard let anchor = match.2, target.hasSuffix(".md"), let page = Page(file: target) else { continue }
        #expect(page.anchors.contains(String(anchor)), "\(file) links to \(match.0), where there is no such heading")
      }
    }
  }

  private static func path(_ path: String, besides file: String) -> String {
    var parts = file.split(separator: "/").dropLast()
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
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
