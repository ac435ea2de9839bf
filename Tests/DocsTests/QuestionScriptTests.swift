import Ibid
import TestSupport
import Testing

/// `examples/questions`: thirty questions as an analyst would ask them. Documents decide what they find; that they are right in
/// form and type is decided here, on every run.
struct QuestionScriptTests {
  static let files = PackageFolder.files(below: "examples/questions", ending: ".ibid")

  @Test func thereAreThirty() {
    let names = Self.files.map { $0.split(separator: "/").last ?? "" }
    #expect(names == (1...30).map { ($0 < 10 ? "Q0\($0).ibid" : "Q\($0).ibid")[...] })
  }

  /// Every statement passes the checker and runs, whether or not the example documents have rows for it.
  @Test(arguments: files) func checksAndRunsOnTheExampleDocuments(_ file: String) async throws {
    PackageFolder.enter()
    let text = try #require(PackageFolder.text(of: file))
    let session = try await Corpus.session()
    let script = await session.prepare(script: text, name: file)
    if let error = script.error { Issue.record("\(error.rendered())") }
    for statement in script.statements {
      do {
        _ = try await session.run(statement, of: script)
      } catch {
        Issue.record("\(error.rendered())")
      }
    }
  }

  /// Who asks, why, and what is not there yet.
  @Test(arguments: files) func beginsWithThreeLinesForTheReader(_ file: String) throws {
    let lines = try #require(PackageFolder.text(of: file)).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3).allSatisfy { $0.hasPrefix("# ") })
    #expect(lines.dropFirst(3).first?.hasPrefix("#") == false)
    #expect(lines.count > 2 && lines[2].hasPrefix("# Not there yet: "))
  }
}
