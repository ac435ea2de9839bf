import Foundation
import Ibid
import TestSupport
import Testing

/// `docs/real-papers.md` prints what it shows. `UPDATE_DOCS=1 swift test --filter RealPapersTests` records it anew.
///
/// Its queries are fenced as `seeds`, so that the tests of the other pages, which have the examples, leave them alone.
@Suite(.enabled(if: Seeds.isPresent, Seeds.note)) struct RealPapersTests {
  private static let file = "docs/real-papers.md"

  @Test func thePageIsARecording() async throws {
    PackageFolder.enter()
    let page = try #require(PackageFolder.text(of: Self.file))
    let session = Session()
    // As the page loads them, so that places are shown as there.
    try await session.load(documents: ["../shared/seeds"])
    // Fences part the page: what stands at odd places is a block, its kind on its first line.
    var parts = page.components(separatedBy: "```")
    for index in parts.indices where parts[index].hasPrefix("seeds\n") {
      let output = index + 2
      try #require(output < parts.count && parts[output].hasPrefix("text\n"), "no text block follows")
      parts[output] = "text\n" + (await Self.printed(parts[index].dropFirst(6), in: session)) + "\n"
    }
    let text = parts.joined(separator: "```")
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      try PackageFolder.write(text, to: Self.file)
    } else {
      #expect(page == text, "UPDATE_DOCS=1 rewrites \(Self.file)")
    }
  }

  /// What a block prints, a blank line between statements.
  private static func printed(_ text: Substring, in session: Session) async -> String {
    let script = await session.prepare(script: String(text), name: "query")
    var pieces = script.error.map { [$0.rendered()] } ?? []
    for statement in script.statements where statement.isValid {
      do {
        if case .result(let result) = try await session.run(statement, of: script) { pieces.append(result.text(.box)) }
      } catch { pieces.append(error.rendered()) }
    }
    return pieces.map { $0.trimmingCharacters(in: .newlines) }.joined(separator: "\n\n")
  }
}
