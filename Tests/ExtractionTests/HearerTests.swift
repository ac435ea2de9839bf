import IbidExtraction
import Testing

/// Who does not speak although a sentence names them: hearers, those told of, those spoken for.
@Suite struct HearerTests {
  private func speakers(_ text: String) -> [String?] {
    findings(text).quotes.filter { $0.form == .marks }.map(\.speaker)
  }

  /// An office without a name is not whoever the same sentence names.
  @Test(
    arguments: [
      "The coroner told Ingrid Solberg: “You may keep the nets.”",
      "“The nets are yours to keep,” the coroner told Ingrid Solberg.",
      "The captain asked Ingrid Solberg: “Are the nets yours?”",
      "The captain, facing Ingrid Solberg, said: “The nets are yours.”",
      "The captain said to Ingrid Solberg: “The nets are yours.”",
      "“The nets are hers to keep,” said the doctor who treated Ingrid Solberg.",
      "“The nets are hers to keep,” said the aide to Ingrid Solberg.",
    ])
  func offices(text: String) {
    let quotes = findings(text).quotes
    #expect(!quotes.isEmpty && quotes.allSatisfy { $0.form == .marks && $0.speakerKind == nil })
  }

  @Test(
    arguments: [
      ("Ingrid Solberg is the captain. The captain told Omar Reyes: “You may keep the nets.”", "Ingrid Solberg"),
      ("Captain Ingrid Solberg came at noon. “You may keep them all,” the captain told Omar Reyes.", "Ingrid Solberg"),
      // Whoever speaks for somebody.
      ("Omar Reyes, for Ingrid Solberg, said: “The nets are hers.”", "Omar Reyes"),
      ("Omar Reyes, on behalf of Ingrid Solberg, said: “The nets are hers.”", "Omar Reyes"),
      // Whatever stands between commas behind a name.
      ("Omar Reyes, tide permitting at noon, said: “The nets are hers.”", "Omar Reyes"),
      // Whoever is heard.
      ("Omar Reyes remembers Ingrid Solberg saying: “The nets are mine.”", "Ingrid Solberg"),
      ("Omar Reyes heard Ingrid Solberg say: “The nets are mine.”", "Ingrid Solberg"),
    ])
  func people(text: String, speaker: String) { #expect(speakers(text) == [speaker]) }

  /// "Mr" is not the woman of the same surname who was named first.
  @Test func namesakes() {
    let text = "Mary Holm and her husband John Holm mend nets in Sund. “The sea is cold in March,” Mr Holm said."
    #expect(speakers(text) == ["John Holm"])
  }

  /// A state behind a party ends no sentence.
  @Test(
    arguments: [
      "“The quay is sinking,” Rep. Ida Holm, D-Wis., said.", "“The quay is sinking,” Rep. Ida Holm (R-Wis.) said.",
      "Rep. Ida Holm, D-Wis., said: “The quay is sinking.”",
    ])
  func parties(text: String) { #expect(speakers(text) == ["Ida Holm"]) }

  /// What a speaker is, without an article, or with one before a noun of no list.
  @Test(
    arguments: [
      ("Ingrid Solberg, consultant at the clinic, said: “The ward is full.”", "consultant at the clinic"),
      ("Ingrid Solberg, steward at the club, said: “The ward is full.”", "steward at the club"),
      ("“The ward is full,” said Ingrid Solberg, warden of Sund Hall.", "warden of Sund Hall"),
      ("“The ward is full,” said Ingrid Solberg, the vicar.", "the vicar"),
      ("“The ward is full,” said Ingrid Solberg, CEO.", "CEO"),
      ("Ingrid Solberg, for the prosecution, said: “The ward is full.”", "for the prosecution"),
      ("“The ward is full,” said Ingrid Solberg, the next morning.", nil),
    ] as [(String, String?)])
  func roles(text: String, role: String?) {
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["Ingrid Solberg"])
    #expect(rows.map(\.role) == [role])
  }

  /// One word, no verb of saying, and other marks.
  @Test(
    arguments: [
      ("“Never,” said Ingrid Solberg.", "Ingrid Solberg"), ("“Really?” asked Ingrid Solberg.", "Ingrid Solberg"),
      ("Ingrid Solberg: “The nets stay.”", "Ingrid Solberg"),
      ("To quote Ingrid Solberg: “The nets stay.”", "Ingrid Solberg"),
      ("Ingrid Solberg’s answer was short: “The nets stay.”", "Ingrid Solberg"),
      ("“The nets stay where they are,” Ingrid Solberg was quoted as saying.", "Ingrid Solberg"),
      ("Ingrid Solberg was quoted by the Echo as saying: “The nets stay.”", "Ingrid Solberg"),
      ("Ingrid Solberg went on: “The nets stay.”", "Ingrid Solberg"),
      ("“The nets stay,” Ingrid Solberg went on.", "Ingrid Solberg"),
      ("``The nets stay where they are,'' said Ingrid Solberg.", "Ingrid Solberg"),
    ])
  func forms(text: String, speaker: String) { #expect(speakers(text) == [speaker]) }

  @Test(arguments: [
    "“Neptune” was its name.", "The sign at the quay read “Closed”.", "The word “shall” was struck out.",
  ])
  func noQuotation(text: String) { #expect(speakers(text) == []) }
}
