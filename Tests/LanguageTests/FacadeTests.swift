import Ibid
import TestSupport
import Testing

/// What only a program that embeds the language can do.
struct FacadeTests {
  @Test func aQueryNeedsSomethingToRun() async throws {
    let session = try await Corpus.session()
    let error = await #expect(throws: QueryError.self) { _ = try await session.prepare("let x = 1") }
    #expect(error?.messages.map(\.id) == ["no-query"])
  }

  @Test func aQueryLoadsNothing() async throws {
    let session = try await Corpus.session()
    let error = await #expect(throws: QueryError.self) {
      _ = try await session.prepare("load \"examples/corpus\"\ndocuments")
    }
    #expect(error?.messages.map(\.id) == ["load-in-query"])
  }

  @Test func sessionsShareTablesAndNothingElse() async throws {
    let first = try await Corpus.session()
    let script = await first.prepare(script: "let x = 1\nx + 1")
    for statement in script.statements { _ = try await first.run(statement, of: script) }
    let second = await first.sharingTables()
    #expect(await second.tables == first.tables)
    #expect(await second.boundNames.isEmpty)
    #expect(await second.lastResult == nil)
  }

  private func completions(_ text: String) -> [String] {
    Vocabulary().completions(for: text, cursor: text.utf8.count)?.candidates.map(\.text) ?? []
  }

  @Test func wordsOfNetworksComplete() {
    #expect(completions("links | reach ").prefix(3) == ["along ", "from ", "within "])
    #expect(completions("links | paths from \"UK\" t").first == "to ")
    #expect(completions("links | pairs of parties | where b").contains("b"))
  }

  @Test func kindsOfPlotsComplete() {
    #expect(completions("documents | plot ") == ["bars", "lines", "histogram"])
    #expect(completions("documents | plot h") == ["histogram"])
    #expect(!completions("documents | select plot, ").contains("histogram"))
  }

  @Test func aResultSaysThatItIsDrawn() async throws {
    let session = try await Corpus.session()
    #expect(try await session.prepare("documents | plot histogram words").run().isDrawing)
    #expect(try await !session.prepare("documents").run().isDrawing)
  }
}
