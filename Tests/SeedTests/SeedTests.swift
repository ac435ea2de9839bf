import Ibid
import Testing

/// What must hold on the seed documents, as a user would ask for it.
@Suite(.enabled(if: Seeds.isPresent, Seeds.note))
struct SeedTests {
  @Test func titlesPrintedTwiceCountOnce() async throws {
    let result = try await Seeds.results(of: "documents | summarize n = count() by issuer", in: Seeds.session())[0]
    let counts = Dictionary(uniqueKeysWithValues: zip(result.texts("issuer"), result.texts("n")))
    #expect(counts["Home Office"] == "10")
  }

  @Test func publishedOnlyWhereWritten() async throws {
    let result = try await Seeds.results(
      of: "documents | where published is known | select published, file | sort published", in: Seeds.session())[0]
    #expect(
      result.texts("published") == [
        "2024-02-20", "2024-02-21", "2024-02-23", "2024-02-26", "2024-02-27", "2024-02-28", "2024-02-28", "2024-02-29",
        "2024-03-01", "2024-03-05",
      ])
    #expect(Set(result.texts("file").map { $0.suffix(24).prefix(3) }).count == 1)
  }

  @Test func boundsAreKeptAndPossibleRowsCounted() async throws {
    let result = try await Seeds.results(of: "money | where amount >= GBP 30 million", in: Seeds.session())[0]
    #expect(result.texts("amount").contains("more than £30m"))
    #expect(result.texts("amount").contains("about £10bn"))
    #expect(!result.texts("amount").contains("£18m"))
    #expect(result.notes.contains { $0.contains("possible") && $0.contains("in other currencies") })
  }

  @Test func mixedCurrenciesAreRefusedBeforeAnythingRuns() async throws {
    let session = try await Seeds.session()
    let script = await session.prepare(script: "money | summarize sum(amount)")
    let message = try #require(script.error?.messages.first)
    #expect(message.id == "mixed-currencies")
    #expect(message.suggestions.count == 3)
  }

  @Test func whyShowsTheSentenceWithTheAmountMarked() async throws {
    let result = try await Seeds.results(
      of: "money | where amount > £30m and amount < £80m and document.title is none", in: Seeds.session())
    let all = try await Seeds.results(
      of: "money | where amount >= GBP 30 million and document.title is none", in: Seeds.session())[0]
    #expect(result[0].rowCount == 0)
    let explanation = try all.explanation(ofRow: 0)
    let place = try #require(explanation.contributions.first)
    #expect(explanation.contributions.count == 1)
    #expect(place.source?.line == 67)
    #expect(explanation.rendered().contains("»£30 million«"))
  }

  @Test func everySpanHoldsItsWords() async throws {
    let session = try await Seeds.session()
    for table in await session.tables where table.columns.contains(where: { $0.name == "text" }) && table.rowCount > 0 {
      let copies = ["paragraphs", "entities"].contains(table.name) ? "" : " with copies"
      let result = try await Seeds.results(of: "\(table.name)\(copies) | select text, source", in: session)
      for row in 0..<result[0].rowCount {
        guard case .text(let text)? = result[0][row, "text"], case .source(let source)? = result[0][row, "source"]
        else { continue }
        let words = try Seeds.words(source)
        #expect(words == text.split(whereSeparator: \.isWhitespace).map(String.init), "\(table.name) row \(row)")
      }
    }
  }
}
