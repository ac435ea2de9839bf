import IbidSource
import TestSupport
import Testing

@testable import Ibid

/// A suggestion that carries an edit does away with the mistake it was made for.
struct SuggestionTests {
  @Test(arguments: Golden.all)
  func editsHelp(_ golden: Golden) async throws {
    guard !golden.script.hasPrefix("#: session") else { return }
    let session = golden.script.hasPrefix("#: empty") ? Session() : try await Corpus.session()
    let script = golden.script
    let found = await Self.diagnostics(of: script, in: session)
    for diagnostic in found {
      for suggestion in diagnostic.suggestions {
        guard let edit = suggestion.edit else { continue }
        let left = await Self.diagnostics(of: Self.applying(edit, to: script), in: session)
        // Places behind the edit have moved with it.
        let shift = edit.replacement.utf8.count - edit.span.count
        let places = [diagnostic.span.lower, diagnostic.span.lower + shift]
        let isStillThere = left.contains { $0.id == diagnostic.id && places.contains($0.span.lower) }
        #expect(!isStillThere, "\(golden.name): \(diagnostic.id): “\(suggestion.text)” leaves the mistake there")
        let before = found.filter { $0.id == diagnostic.id }.count
        #expect(
          left.filter { $0.id == diagnostic.id }.count < before,
          "\(golden.name): \(diagnostic.id): “\(suggestion.text)” makes another one")
      }
    }
  }

  /// Goldens of one mistake whose edit is one of several that the script needs, each with the reason.
  private static let unfinished: [String: String] = [:]

  /// Where a script has one mistake, its edit gives a script without any.
  @Test(arguments: Golden.all)
  func oneEditMendsOneMistake(_ golden: Golden) async throws {
    guard golden.name.hasPrefix("errors/"), !golden.script.hasPrefix("#: session") else { return }
    let session = golden.script.hasPrefix("#: empty") ? Session() : try await Corpus.session()
    let found = await Self.diagnostics(of: golden.script, in: session)
    guard found.count == 1, Self.unfinished[golden.name] == nil else { return }
    for suggestion in found[0].suggestions {
      guard let edit = suggestion.edit else { continue }
      let edited = Self.applying(edit, to: golden.script)
      let left = await Self.diagnostics(of: edited, in: session)
      #expect(left.map(\.message) == [], "\(golden.name): “\(suggestion.text)” gives\n\(edited)")
    }
  }

  private static func applying(_ edit: Diagnostic.Edit, to script: String) -> String {
    var bytes = Array(script.utf8)
    bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func diagnostics(of script: String, in session: Session) async -> [Diagnostic] {
    await session.sharingTables().prepare(script: script, name: "script").error?.diagnostics ?? []
  }
}
