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
    let text = "Sixteen dams failed.\nAccording to Dam Office statistics\n, June was the worst month in ten years. It was dry."
    #expect(findings(text).quotes.allSatisfy { $0.span.lower < $0.span.upper })
  }
}
