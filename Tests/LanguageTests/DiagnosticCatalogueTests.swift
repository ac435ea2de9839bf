import Foundation
import Ibid
import IbidSyntax
import TestSupport
import Testing

/// Every message of the language is in the catalogue with an example that raises it, and has a golden of its own.
///
/// A new id needs an entry in `Sources/Ibid/Catalogue` and `Tests/Golden/errors/ID.ibid`; `UPDATE_DOCS=1` then rewrites
/// `docs/diagnostics.md`.
struct DiagnosticCatalogueTests {
  static let entries = DiagnosticCatalogue.groups.flatMap(\.entries)

  /// Messages that no script can bring about; each has an example for the eye.
  private static let shown = Set(entries.filter { $0.bad.stage == .shown || $0.bad.stage == .swift }.map(\.id))

  /// The `"kebab-id"` of every `Diagnostic(…)` in the sources, and those that the command prints itself.
  private static func identifiersInSources() throws -> Set<String> {
    let call = try NSRegularExpression(pattern: #"(?:Diagnostic\(|\bid:)\s*([^,]*),"#)
    let printed = try NSRegularExpression(pattern: #"error\[([a-z][a-z0-9-]+)\]"#)
    var found = Set(SyntaxDiagnostic.ID.allCases.map(\.rawValue))
    for folder in ["Semantics", "Engine", "Ibid", "IbidCommand"] {
      for file in PackageFolder.files(below: "Sources/" + folder, ending: ".swift") {
        let text = PackageFolder.text(of: file) ?? ""
        let all = NSRange(text.startIndex..., in: text)
        for match in call.matches(in: text, range: all) {
          guard let range = Range(match.range(at: 1), in: text) else { continue }
          for id in text[range].matches(of: /"([a-z][a-z0-9-]+)"/) { found.insert(String(id.1)) }
        }
        guard folder == "IbidCommand" else { continue }
        for match in printed.matches(in: text, range: all) {
          if let range = Range(match.range(at: 1), in: text) { found.insert(String(text[range])) }
        }
      }
    }
    return found
  }

  @Test func theCatalogueHasEveryIDOfTheSources() throws {
    let inSources = try Self.identifiersInSources()
    #expect(inSources.count >= 140, "the expression that finds them no longer does")
    let listed = Set(DiagnosticCatalogue.ids)
    #expect(inSources.subtracting(listed).sorted() == [], "no entry in Sources/Ibid/Catalogue explains these")
    #expect(listed.subtracting(inSources).sorted() == [], "these are no messages any more")
    #expect(listed.count == Self.entries.count, "an id has two entries")
    for group in DiagnosticCatalogue.groups {
      #expect(
        group.entries.map(\.id) == group.entries.map(\.id).sorted(), "\(group.title) is not in alphabetical order")
    }
  }

  @Test(arguments: entries.map(\.id))
  func isExplained(_ id: String) async throws {
    let entry = try #require(DiagnosticCatalogue.entry(id))
    #expect(entry.title.first.map { !$0.isUppercase } ?? false, "a title goes on from the id")
    #expect(!entry.title.hasSuffix("."))
    #expect(entry.explanation.hasSuffix("."), "an explanation is sentences")
    #expect(entry.bad != entry.mended)
    let help = try await Session().help(id)
    #expect(help.contains(entry.title))
    PackageFolder.enter()
    if let bad = entry.bad.golden(named: "example") {
      let output = try await bad.run()
      #expect(Set(Golden.ids(in: output)) == [id], "the bad example prints\n\(output)")
    }
    if let mended = entry.mended.golden(named: "example") {
      let output = try await mended.run()
      #expect(Golden.ids(in: output) == [], "the mended example prints\n\(output)")
    }
  }

  @Test(arguments: entries.map(\.id).filter { !shown.contains($0) })
  func hasAGoldenOfItsOwn(_ id: String) {
    let file = "Tests/Golden/errors/\(id)"
    let expected = PackageFolder.text(of: file + ".expected") ?? ""
    #expect(Golden.ids(in: expected).contains(id), "\(file).ibid does not show it")
  }

  @Test func thereAreManyGoldens() {
    #expect(Golden.all.filter { $0.name.hasPrefix("errors/") }.count >= 120)
  }

  @Test func fewExamplesAreForTheEyeOnly() {
    #expect(Self.entries.filter { $0.bad.stage == .shown }.count <= 4, "\(Self.shown.sorted())")
  }

  /// What only a program can bring about is tested beside the library.
  @Test(arguments: entries.filter { $0.bad.stage == .swift }.map(\.id))
  func messagesOfTheLibraryAreTested(_ id: String) {
    let tests = PackageFolder.files(below: "Tests/IbidTests", ending: ".swift").compactMap(PackageFolder.text)
    #expect(tests.contains { $0.contains("\"\(id)\"") }, "no test of the library expects it")
  }
}
