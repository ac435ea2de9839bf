import IbidExtraction
import IbidSource
import Testing

/// Reported speech: the clause and who is said to have said it.
@Suite struct IndirectSpeechTests {
  @Test(arguments: [
    ("Maria Lopez said that the dam would hold.", "Maria Lopez", "the dam would hold"),
    ("Maria Lopez said the dam would hold.", "Maria Lopez", "the dam would hold"),
    ("Maria Lopez told reporters on Monday that the dam would hold.", "Maria Lopez", "the dam would hold"),
    (
      "Maria Lopez, head of the flood agency, warned that 300 houses were at risk.", "Maria Lopez",
      "300 houses were at risk"
    ),
    ("According to Maria Lopez, the dam would hold.", "Maria Lopez", "the dam would hold"),
    (
      "According to court documents, Maria Lopez, 54, of Quito, took 12 boats.", "court documents",
      "Maria Lopez, 54, of Quito, took 12 boats"
    ),
    ("The dam would hold, according to Maria Lopez.", "Maria Lopez", "The dam would hold"),
    ("The dam would hold, Maria Lopez said on Monday.", "Maria Lopez", "The dam would hold"),
    ("The dam would hold, said Maria Lopez.", "Maria Lopez", "The dam would hold"),
    ("QUITO, March 5 — The dam would hold, a spokesman said.", "a spokesman", "The dam would hold"),
    ("The union says it has 4,000 members.", "The union", "it has 4,000 members"),
    ("Critics say the law will fail.", "Critics", "the law will fail"),
    ("Officials have repeatedly warned that the law will fail.", "Officials", "the law will fail"),
    ("Maria Lopez said last week the dam would hold.", "Maria Lopez", "the dam would hold"),
    ("Maria Lopez, a water engineer, said the dam would hold.", "Maria Lopez", "the dam would hold"),
    ("The dam would hold, Mr. Lopez said.", "Lopez", "The dam would hold"),
    ("The dam would hold, Dr Lopez said on Monday.", "Lopez", "The dam would hold"),
    (
      "Maria Lopez confirmed the agency was building a second dam.", "Maria Lopez",
      "the agency was building a second dam"
    ),
    (
      "The dam would hold, Water Minister Maria Lopez said Wednesday, in a letter that nobody expected.", "Maria Lopez",
      "The dam would hold"
    ),
  ])
  func reported(text: String, speaker: String, clause: String) {
    let rows = findings(text).quotes
    #expect(rows.map { words(text, $0.span) } == [clause])
    #expect(rows.map(\.speaker) == [speaker])
    #expect(rows.map(\.form) == [.indirect])
  }

  /// Behind a fronted phrase, a time or a hearer, and up to the main clause.
  @Test(arguments: [
    ("Meanwhile, Maria Lopez said the dam would hold.", "the dam would hold"),
    ("On Monday, Maria Lopez said that the dam would hold.", "the dam would hold"),
    ("In a statement, Maria Lopez said the dam would hold.", "the dam would hold"),
    ("In its report, the union said it would build a dam.", "it would build a dam"),
    ("Asked about the flood, Maria Lopez said the dam would hold.", "the dam would hold"),
    ("Asked if it would hold, Maria Lopez said the dam was new.", "the dam was new"),
    ("Maria Lopez said late Monday that the dam would hold.", "the dam would hold"),
    ("Maria Lopez said Tuesday that 12 houses were at risk.", "12 houses were at risk"),
    ("Maria Lopez said in an interview on Monday the dam would hold.", "the dam would hold"),
    ("Maria Lopez told Peter Novak the dam would hold.", "the dam would hold"),
    ("Maria Lopez told the town council the dam would hold.", "the dam would hold"),
    ("Maria Lopez told the Quito Times the dam would hold.", "the dam would hold"),
    ("Maria Lopez was quoted by the Echo as saying the dam would hold.", "the dam would hold"),
    ("As Maria Lopez said on Monday, the dam would hold.", "the dam would hold"),
    ("After Maria Lopez said the dam would hold, villagers went home.", "the dam would hold"),
    (
      "Although Maria Lopez said the dam, which is new, would hold, villagers left.",
      "the dam, which is new, would hold"
    ),
    ("In May the dam would be full, Maria Lopez said.", "In May the dam would be full"),
  ])
  func clauses(text: String, clause: String) {
    let rows = findings(text).quotes
    #expect(rows.map { words(text, $0.span) } == [clause])
  }

  /// What was not said, may be said, or is only asked.
  @Test(arguments: [
    "Maria Lopez did not say that the dam would hold.", "Maria Lopez never said that the dam would hold.",
    "Maria Lopez refused to say that the dam would hold.", "Maria Lopez would not say that the dam would hold.",
    "Maria Lopez may announce that the dam will close.", "Maria Lopez was asked to say that the dam would hold.",
    "Maria Lopez is expected to say that the dam is safe.", "If Maria Lopez says the dam is safe, villagers will stay.",
    "No minister said that the dam would hold.", "It is not true that Maria Lopez said the dam would hold.",
    "In its report on the flood, Maria Lopez said.", "Maria Lopez wrote a letter in May.",
  ])
  func nothingIsSaid(text: String) { #expect(findings(text).quotes.isEmpty) }

  @Test(arguments: [
    "The work went according to plan and nobody was hurt.", "The strong peso added two points to costs.",
    "The claims that were filed in May were paid.", "Maria Lopez called for a new dam in the valley.",
    "Maria Lopez confirmed the plan for a dam.", "The agency announced a plan that was made in May.",
    "The minister confirmed the figures, which were too low.",
    "He was told that the dam would hold.", "Maria Lopez spoke to reporters on Monday.",
    "The committee said on Monday:", "The stated aim of the law is to save water.",
  ])
  func nobodyIsReported(text: String) { #expect(findings(text).quotes.isEmpty) }

  @Test func aSentenceWithMarksIsNoReportAsWell() {
    let text = "Maria Lopez said that the dam was “as safe as any house in Quito”."
    #expect(findings(text).quotes.map(\.form) == [.marks])
  }

  @Test func aReportSaysWhoAPronounIs() {
    let text = "Sheriff Wade Lind said he worries about schools.\n“I have seen it work with my own eyes,” he said."
    #expect(findings(text).quotes.map(\.speaker) == ["Wade Lind", "Wade Lind"])
  }

  @Test func aLineThatEndsBehindSomebodyMayStandAboveOneThatBeginsWithAComma() {
    let text =
      "Sixteen dams failed.\nAccording to Dam Office statistics\n, June was the worst month in ten years. It was dry."
    #expect(findings(text).quotes.allSatisfy { $0.span.lower < $0.span.upper })
  }
}
