import IbidExtraction
import Testing

/// Quotations without marks.
@Suite struct BlockQuoteTests {
  @Test func blocksEndWhereNarrationResumes() {
    let text = """
      Health Minister Jane Okafor said:
      We have reached every village in the north.
      Our nurses deserve the thanks of the whole country.
      Clinics are open on weekdays and the vaccine is free of charge.
      """
    let rows = findings(text).quotes
    #expect(rows.map(\.form) == [.block])
    #expect(rows.first.map { words(text, $0.span).hasSuffix("whole country.") } == true)
    #expect(rows.first?.speaker == "Jane Okafor")
    #expect(rows.first?.role == "Health Minister")
  }

  @Test func aNameBelowSaysWhoSpeaks() {
    let text = """
      The form had 31 pages.
      They came with a clipboard and asked who had planted the trees.
      – Teresa Baran, women’s group leader
      The fund opened in May.
      """
    let rows = findings(text).quotes
    #expect(rows.map { words(text, $0.span) } == ["They came with a clipboard and asked who had planted the trees."])
    #expect(rows.map(\.form) == [.block])
    #expect(rows.first?.speaker == "Teresa Baran")
    #expect(rows.first?.role == "women’s group leader")
  }

  @Test func aBodyMaySpeakInABlock() {
    let text =
      "In a statement, the National Heritage Authority said:\nThe scrolls will go home first, and we thank the college."
    let rows = findings(text).quotes
    #expect(rows.map(\.form) == [.block])
    #expect(rows.first?.speaker == "National Heritage Authority")
  }

  @Test func aListAfterAColonIsNoQuotation() {
    let text = "The scheme has three parts:\nGrants for the coast towns in the north.\nThe rest is for the valleys."
    #expect(findings(text).quotes.isEmpty)
  }
}
