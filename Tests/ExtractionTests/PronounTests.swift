import IbidExtraction
import Testing

/// Whom "he", "she", "it" and a repeated office stand for.
@Suite struct PronounTests {
  @Test(arguments: [
    // Titles, kin and frequent given names tell women from men.
    ("Mr Orban Tell met Ms Vera Lind. “We agreed on it,” he said.", "Orban Tell"),
    (
      "For Renate Bullo the figures are near. Her son, Casey, died in May. “They told us to wait,” she said.",
      "Renate Bullo"
    ),
    ("Susan Ferrow praised Robert Keld. “He did a fine job,” she said.", "Susan Ferrow"),
    // Offices said again, before or after the name.
    (
      "The sheriff, in a note, asked for patience. “People drive half asleep,” he wrote.\nSheriff Tom Burkhart left.",
      "Tom Burkhart"
    ),
    ("Governor Camille Boodram opened the talks. “It cost us a year,” the Governor said.", "Camille Boodram"),
    (
      "Mayor Lena Ostrow was asked. Asked if it would hold, the mayor smiled. “Come back on Sunday and see.”",
      "Lena Ostrow"
    ),
    // Bodies.
    ("The Haulage League voted no. The league hit back. “Teachers do not drive lorries,” it said.", "Haulage League"),
    ("In practice, says Gail Soder of the agents' board, “it gets split like a bill.”", "Gail Soder"),
  ])
  func speaker(text: String, expected: String) {
    #expect(findings(text).quotes.last { $0.form == .marks }?.speaker == expected)
  }
}
