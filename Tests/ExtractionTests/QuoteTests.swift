import IbidExtraction
import Testing

@Suite struct QuoteTests {
  @Test(arguments: [
    ("“The reef is dying,” said Dr Maria Lopez.", "Maria Lopez"),
    ("“The reef is dying,” Maria Lopez said.", "Maria Lopez"),
    ("Maria Lopez said: “The reef is dying.”", "Maria Lopez"),
    ("\"The vaccine is safe and it works,\" said Health Minister Jane Okafor.", "Jane Okafor"),
    ("Mayor Tom Brandt told reporters: “We will rebuild the bridge.”", "Tom Brandt"),
    ("Peter Novak, head of the flood agency, said: “The river will rise again.”", "Peter Novak"),
    ("Head of the flood agency, Peter Novak, said: “The river will rise again.”", "Peter Novak"),
    ("‘The catch is far too small,’ said Peter Novak.", "Peter Novak"),
    ("«The catch is far too small», said Peter Novak.", "Peter Novak"),
    ("A ministry source told the paper: “Nobody knew of the leak at all.”", "A ministry source"),
    ("“The well was dry for weeks,” explained one farmer in the valley.", "one farmer in the valley"),
  ])
  func speakers(text: String, speaker: String) {
    let rows = findings(text).quotes
    #expect(rows.count == 1)
    #expect(rows.first?.speaker == speaker)
    #expect(rows.first?.form == .marks)
  }

  @Test func pronounsAndSurnamesAreTiedToNames() {
    let text = """
      Fisheries chief Anna Berg opened the talks in Oslo.
      “The cod quota is too high for us,” she said. “We must cut it this year.”
      “Nobody wants to hear that,” Berg said.
      """
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["Anna Berg", "Anna Berg", "Anna Berg"])
    #expect(rows.map(\.isContinued) == [false, true, false])
    #expect(rows[0].role == "Fisheries chief")
  }

  @Test func paragraphsThatOpenAgainAreOneQuotation() {
    let text = "Mayor Tom Brandt said:\n“We lost the bridge.\n“We will build it again.”\nThe town has 300 houses."
    let rows = findings(text).quotes
    #expect(rows.count == 1)
    #expect(rows.first.map { words(text, $0.span) } == "“We lost the bridge.\n“We will build it again.”")
    #expect(rows.first?.speaker == "Tom Brandt")
    #expect(rows.first?.role == "Mayor")
  }

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

  @Test(arguments: [
    "The so-called “ghost fleet” sailed on.", "Her book “The Long Winter” was a success.",
    "The boys’ boats and the girls’ nets were lost.", "It's the council's job, isn't it?",
    "A 6\" pipe and a 4\" pipe burst.",
  ])
  func noQuotes(text: String) { #expect(findings(text).quotes.map { words(text, $0.span) } == []) }

  @Test func rowsKnowTheQuotationTheyStandIn() {
    let found = findings("Anna Berg said: “We spent £5m on nets.” It cost £3m more.")
    #expect(found.money.map(\.quote) == [0, nil])
  }
}
