import IbidExtraction
import Testing

/// Quotations that stand alone: who spoke is said in a paragraph before them or on the line below.
@Suite struct StandingQuoteTests {
  private func speakers(_ text: String) -> [String?] { findings(text).quotes.map(\.speaker) }

  @Test(arguments: [
    // A long attribution leads on to the next paragraph.
    """
    “The quay will be dredged before the ice comes,” said Jonas Wik, who leads a team of eleven surveyors at the harbour office in Orrow, north of Sund.
    “If it is not, no ferry can turn.”
    """,
    // Narration without anybody else in between.
    """
    “The quay will be dredged before the ice comes,” said Jonas Wik, harbour master.
    The work was put off twice for want of a barge.
    “I have asked for a barge every year and never got one.”
    """,
    // One person in the sentence before.
    """
    “The quay will be dredged before the ice comes,” said Jonas Wik, harbour master.
    After the hearing Mr Wik walked home along the old mole.
    “I have asked for a barge every year and never got one.”
    """,
  ])
  func sameVoice(text: String) { #expect(speakers(text) == ["Jonas Wik", "Jonas Wik"]) }

  @Test func anotherVoice() {
    let text = """
      “The quay will be dredged before the ice comes,” said Jonas Wik, harbour master.
      Down at the slip Berta Lind was mending nets.
      “I have asked for a barge every year and never got one.”
      """
    #expect(speakers(text) == ["Jonas Wik", "Berta Lind"])
  }

  @Test func parentsOfSoMany() {
    let text = """
      Next to her was Jonas Wik's net shed.
      “They think I can mend it all by noon,” said the father of two.
      """
    #expect(speakers(text) == ["Jonas Wik"])
  }

  @Test func signedWithHonours() {
    let text = "“We were wet and cold all night.”\nThe Honourable Ingvild Tarnsson, Minister for Harbours"
    #expect(speakers(text) == ["Ingvild Tarnsson"])
  }

  /// Who speaks for somebody is not that person, and a clause of the same sentence gives nobody an office.
  @Test func offices() {
    #expect(speakers("A spokesman for Harbour Minister Jonas Wik said the quay was “as safe as any”.") != ["Jonas Wik"])
    let rows = findings(
      "Asked why Mr Wik had left early, a clerk said: “He was tired.”\n“I was not tired at all,” Mr Wik said."
    ).quotes
    #expect(rows.last?.role == nil)
  }
}
