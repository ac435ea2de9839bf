import Foundation
import TestSupport
import Testing

/// Every message that the language has is shown by a golden script, as users see it.
struct DiagnosticCoverageTests {
  /// Messages that no script can bring about, and where else they are tested.
  private let apart: [String: String] = [
    "no-query": "only `Session.prepare` can be given a text without a query: FacadeTests",
    "load-in-query": "only `Session.prepare` refuses to load: FacadeTests",
    "unreadable": "needs a file that the tests may not read; root may read all",
  ]

  /// The `"kebab-id"` of every `Diagnostic(…)` in the sources.
  private static func identifiers(below folders: [String]) throws -> Set<String> {
    let call = try NSRegularExpression(
      pattern: #"Diagnostic\(\s*(?:part == \.currency \? )?"([a-z][a-z-]+)"(?:\s*:\s*"([a-z][a-z-]+)")?"#)
    var found: Set<String> = []
    for file in folders.flatMap({ PackageFolder.files(below: $0, ending: ".swift") }) {
      let text = PackageFolder.text(of: file) ?? ""
      for match in call.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        for group in 1...2 {
          if let range = Range(match.range(at: group), in: text) { found.insert(String(text[range])) }
        }
      }
    }
    return found
  }

  @Test func everyMessageHasAGolden() throws {
    let all = try Self.identifiers(below: ["Sources/Semantics", "Sources/Engine", "Sources/Ibid"])
    #expect(all.count >= 70, "the expression that finds them no longer does")
    var shown: Set<String> = []
    for golden in Golden.all {
      for line in (PackageFolder.text(of: golden.expectedFile) ?? "").split(separator: "\n")
      where line.hasPrefix("error[") || line.hasPrefix("warning[") {
        if let id = line.split(separator: "[").dropFirst().first?.split(separator: "]").first {
          shown.insert(String(id))
        }
      }
    }
    let missing = all.subtracting(shown).subtracting(apart.keys)
    #expect(missing.sorted() == [], "no golden script shows these messages")
    #expect(apart.keys.filter { !all.contains($0) }.isEmpty, "these are no messages any more")
  }
}
