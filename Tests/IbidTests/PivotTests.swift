import Ibid
import Testing

/// A pivot without a list of values finds its columns when it runs.
@Suite struct PivotTests {
  private struct Kinds: Decodable, Equatable {
    var language: String
    var blog: Int
    var speech: Int
  }

  @Test func foundColumnsAreColumnsOfTheResult() async throws {
    let query = try await corpus().prepare(
      "documents | where kind in [\"blog\", \"speech\"] | pivot count() for kind by language")
    #expect(query.schema.map(\.name) == ["language"])
    let result = try await query.run()
    #expect(result.columns.map { "\($0.name): \($0.type)" } == ["language: text", "blog: int", "speech: int"])
    #expect(try result.decode(Kinds.self) == [Kinds(language: "en", blog: 3, speech: 2)])
    #expect(try result.values(of: "speech", as: Int.self) == [2])
    #expect(result.text(.csv) == "language,blog,speech\nen,3,2\n")
    #expect(try result.sources(ofRow: 0).count == 5)
    #expect(try result.explanation(ofRow: 0, column: "speech").contributions.count == 2)
  }

  @Test func sourcesStandBehindFoundColumns() async throws {
    let session = try await corpus()
    let script = await session.prepare(script: "money | pivot count() for amount.currency")
    let statement = try #require(script.statements.first)
    guard case .result(let result) = try await session.run(statement, of: script, citing: true) else {
      Issue.record("a pipeline gives a result")
      return
    }
    #expect(result.columns.map(\.name) == ["GBP", "AUD", "EUR", "USD", "sources"])
    #expect(result.text(.csv).hasPrefix("GBP,AUD,EUR,USD,sources\n"))
  }
}
