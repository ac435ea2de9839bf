import IbidExtraction
import Testing

/// Which stretches are quotations, and where they begin and end.
@Suite struct QuoteTests {
  @Test(arguments: [
    "“The reef is dying fast.”", "\"The reef is dying fast.\"", "‘The reef is dying fast.’",
    "'The reef is dying fast.'",
    "„The reef is dying fast.“", "«The reef is dying fast.»", "“The reef is dying fast.\"",
  ])
  func everyStyleOfMarks(quotation: String) {
    let text = "Maria Lopez said: " + quotation
    let rows = marked(text)
    #expect(rows.map { words(text, $0.span) } == [quotation])
    #expect(rows.first?.speaker == "Maria Lopez")
  }

  @Test func marksInsideMarksAreOneQuotation() {
    let text = "“My neighbour told me, ‘Take the boat and go,’ and I went,” said Maria Lopez."
    let rows = marked(text)
    #expect(rows.map { words(text, $0.span) } == ["“My neighbour told me, ‘Take the boat and go,’ and I went,”"])
    #expect(rows.first?.speaker == "Maria Lopez")
  }

  @Test func aNicknameIsNoQuotation() {
    let text = "“The nets came up empty,” said Henrik “Red” Olafsen, a skipper from Bergen. “We sold the boat.”"
    let rows = marked(text)
    #expect(rows.map { words(text, $0.span) } == ["“The nets came up empty,”", "“We sold the boat.”"])
    #expect(rows.map(\.speaker) == ["Henrik Olafsen", "Henrik Olafsen"])
    #expect(rows.first?.role == "a skipper from Bergen")
  }

  @Test func paragraphsThatOpenAgainAreOneQuotation() {
    let text = "Mayor Tom Brandt said:\n“We lost the bridge.\n“We will build it again.”\nThe town has 300 houses."
    let rows = findings(text).quotes
    #expect(rows.count == 1)
    #expect(rows.first.map { words(text, $0.span) } == "“We lost the bridge.\n“We will build it again.”")
    #expect(rows.first?.speaker == "Tom Brandt")
    #expect(rows.first?.role == "Mayor")
  }

  @Test func aQuotationThatNeverClosesEndsWithItsParagraph() {
    let text = "Mayor Tom Brandt said: “We lost the bridge.\nThe town has 300 houses."
    #expect(marked(text).map { words(text, $0.span) } == ["“We lost the bridge."])
  }

  @Test func anInterruptedQuotationIsTwo() {
    let text = "“Thirty boats were honest,” said Maria Lopez, “and four were not.”"
    let rows = marked(text)
    #expect(rows.map { words(text, $0.span) } == ["“Thirty boats were honest,”", "“and four were not.”"])
    #expect(rows.map(\.speaker) == ["Maria Lopez", "Maria Lopez"])
    #expect(rows.map(\.isContinued) == [false, true])
  }

  @Test(arguments: [
    (
      "The minister told the hall there was “no appetite for a new tax”, though fees could rise.",
      "“no appetite for a new tax”"
    ),
    ("Maria Lopez called the plan “a bad joke”.", "“a bad joke”"),
    ("Maria Lopez called the rise “indefensible”.", "“indefensible”"),
    ("Maria Lopez described the plan as “dead”, she spoke of “a lost year”.", "“a lost year”"),
    ("Maria Lopez said she was “deeply disappointed”.", "“deeply disappointed”"),
  ])
  func partsOfSentences(text: String, quotation: String) {
    #expect(marked(text).map { words(text, $0.span) } == [quotation])
  }

  @Test func twoPartsOfOneSentenceHaveOneSpeaker() {
    let text = "The fund was “not a blank cheque”, Maria Lopez said, and “every single bill is checked by an engineer”."
    #expect(marked(text).map(\.speaker) == ["Maria Lopez", "Maria Lopez"])
  }

  @Test(arguments: [
    "The so-called “ghost fleet” sailed on.", "Her book “The Long Winter” was a success.",
    "The boys’ boats and the girls’ nets were lost.", "It's the council's job, isn't it?",
    "A 6\" pipe and a 4\" pipe burst.", "The programme, called “Open Door for All”, costs $2 million.",
    "Maria Lopez said her book “The Long Winter” was sold out.", "It is what engineers call a “dead zone”.",
    "The valley known as “the pit of the north” is dry.",
  ])
  func namesAndScareQuotesAreLeftOut(text: String) { #expect(marked(text).map { words(text, $0.span) } == []) }

  @Test func rowsKnowTheQuotationTheyStandIn() {
    let found = findings("Anna Berg said: “We spent £5m on nets.” It cost £3m more.")
    #expect(found.money.map(\.quote) == [0, nil])
  }

  @Test func tenThousandMarksTakeTimeInProportion() {
    func seconds(_ count: Int) -> Duration {
      let text = String(repeating: "“It is late, ” he said “and ‘cold’. ", count: count / 4)
      return ContinuousClock().measure { _ = findings(text) }
    }
    _ = seconds(400)
    #expect(seconds(10_000) < seconds(2_500) * 16 + .milliseconds(200))
  }

  private func marked(_ text: String) -> [QuoteRow] { findings(text).quotes.filter { $0.form == .marks } }
}
