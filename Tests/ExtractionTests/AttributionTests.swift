import IbidExtraction
import Testing

/// Words around quotations that only together say who speaks: clauses in between, sums of statements, verbs of no list.
@Suite struct AttributionTests {
  private func speakers(_ text: String) -> [String?] {
    findings(text).quotes.filter { $0.form == .marks }.map(\.speaker)
  }

  @Test(
    arguments: [
      // A clause between a name and its verb, whatever marks stand around it.
      ("Maria Lopez, the harbour master, who first drew up the plan said: “The quay will hold.”", "Maria Lopez"),
      ("The Quay Forum - which speaks for forty traders - called it “a landmark for the harbour”.", "Quay Forum"),
      (
        "Adam B. Pell Sr., who also speaks for the divers, warned against “a return to the bad old days”.",
        "Adam B. Pell"
      ),
      ("“The quay will hold,” Ms. Lopez, seated next to Omar Reyes, told reporters.", "Lopez"),
      // No verb of any list.
      ("“We talked them out of the blue paint,” Maria Lopez beams.", "Maria Lopez"),
      // The outer of two verbs.
      (
        "Maria Lopez said the levy that she promised last year would have been “a burden on every trader”.",
        "Maria Lopez"
      ),
      // A colon is not the only mark behind a lead-in.
      ("Mayor Maria Lopez issued the following statement on the storm.\n“He was a friend to every docker here.”", "Maria Lopez"),
      // A noun that is a verb elsewhere.
      ("The treasurer, Maria Lopez, said at an earnings call that it was “costly and highly volatile”.", "Maria Lopez"),
      // A feast that is a surname.
      ("“The quay will hold,” said Samir Eid, General Manager.", "Samir Eid"),
    ])
  func clauses(text: String, speaker: String) { #expect(speakers(text) == [speaker]) }

  @Test(arguments: [
    // "Told" has its hearer behind it.
    (
      "The storm shows how little it takes, Omar Reyes, a founder of the dock union, told Quay News.\n“This one was hard to bear,” he said.",
      ["Omar Reyes"]
    ),
    // A name before another name's office, and one that took a picture, are no subjects.
    (
      "Hale campaign chairman Omar Reyes wrote on Monday, decrying what he said was a “lackadaisical answer to the storm”.",
      ["Omar Reyes"]
    ),
    (
      "Maria Lopez spoke at noon.\nThe quay on Monday. (Ann Lee/The Harbour Post)\n“I feel that the quay will hold,” she said.",
      ["Maria Lopez"]
    ),
    // Nothing was said.
    (
      "“It looks like a trick,” said Omar Reyes. “I am sure that many see it as a threat: ‘do it or go.’” Council chairman Adam Pell did not respond to a letter.",
      ["Omar Reyes", "Omar Reyes"]
    ),
    // The first word of a body's name.
    (
      "It is a hub for both Orrow Ferries Ltd and Sund Lines Ltd.\n“We work closely with the port,” Orrow said in a statement.",
      ["Orrow Ferries Ltd"]
    ),
  ])
  func antecedents(text: String, expected: [String]) { #expect(speakers(text) == expected) }
}
