import Ibid
import IbidPlan
import IbidSyntax
import TestSupport
import Testing

/// The reference in the code is true: every example prints what it says.
struct FunctionExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let query: String
    let result: String
    var testDescription: String { query }
  }

  static let examples = FunctionCatalog.entries.flatMap {
    $0.examples.map { Example(query: $0.query, result: $0.result) }
  }

  @Test(arguments: examples)
  func printsItsResult(_ example: Example) async throws {
    let result = try await Corpus.session().prepare(QueryText(example.query)).run()
    #expect(result.isScalar)
    #expect(result.text() == example.result + "\n")
  }

  @Test func everyFunctionIsExplained() {
    for entry in FunctionCatalog.entries {
      #expect(entry.examples.count >= 2, "\(entry.name) has no example of an edge")
      #expect(entry.examples.contains { $0.query.contains(entry.name) }, "no example of \(entry.name) calls it")
      #expect(entry.summary.hasSuffix("."), "\(entry.name): a summary is a sentence")
      #expect(entry.parameters.map(\.name).count == Set(entry.parameters.map(\.name)).count)
    }
  }

  /// `has` and `contains` are operators; every other function can be called by name and is listed.
  @Test func everyFunctionIsListed() {
    let listed = Set(FunctionCatalog.entries.map(\.name))
    let scalars = ScalarFunction.allCases.filter { $0 != .has && $0 != .contains }.map(\.name)
    #expect(Set(scalars + AggregateFunction.allCases.map(\.rawValue)).subtracting(listed) == [])
  }

  @Test(arguments: Words.steps.map(\.word) + Words.statements.map(\.word))
  func everyWordIsExplained(_ word: String) async throws {
    let text = try await Session().help(word)
    #expect(text.contains(word) && text.split(separator: "\n").count >= 2)
  }
}
