import Ibid
import IbidSyntax
import Testing

struct HelpTests {
  /// What a message may name in backticks, somebody may ask about.
  @Test(arguments: Words.reserved + Words.types + (Words.steps + Words.statements + Words.operators).map(\.word))
  func everyWordOfTheLanguageHasHelp(_ word: String) async throws {
    #expect(try await Session().help(word).contains(word))
  }

  @Test(arguments: Session.domainTables)
  func tablesOfTheDomainListTheirWords(_ table: String) async throws {
    let text = try await Session().help(table)
    for line in text.split(separator: "\n") where line.contains("_kind") || line.contains("_status") {
      #expect(line.contains(": "), "\(line)")
    }
  }

  /// A closed set is a topic, whether or not a query has named its table.
  @Test func closedSetsOfTheDomainHaveHelp() async throws {
    let text = try await Session().help("event_kind")
    #expect(text.contains("arrest"))
    #expect(text.contains("events.kind"))
  }
}
