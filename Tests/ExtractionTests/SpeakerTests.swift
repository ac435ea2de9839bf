import IbidDocuments
import IbidExtraction
import IbidSource
import Testing

/// Who is said to speak: the many orders in which a name, its office and a verb of saying stand.
@Suite struct SpeakerTests {
  /// A name and an office on the line below a quotation, with a dash or without.
  @Test(arguments: [
    "“We were wet and cold all night.”\nIngvild Tarnsson, Minister for Harbours of Sund",
    "“We were wet and cold all night.”\n– Ingvild Tarnsson\nMinister for Harbours",
  ])
  func signedBelow(text: String) {
    let source = SourceText(name: "signed.txt", "Officers meet on the quay\n\nThey met on Monday at noon.\n\n\(text)\n")
    let found = Extractor.findings(in: DocumentFile.read(source: source))
    #expect(found.quotes.map(\.speaker) == ["Ingvild Tarnsson"])
  }

  @Test(
    arguments: [
      // A name of one word that the text does not explain.
      ("“The reef is dying,” said Tovik.", "Tovik", nil),
      ("“The reef is dying,” Andrew said.", "Andrew", nil),
      ("“The reef is dying,” declared the minister at the opening of the quay.", "the minister", "the minister"),
      // What somebody is in small nouns, what somebody does while speaking, a place before the office.
      (
        "Ann Lee, harbour master at Port Haven, told us: “The reef is dying.”", "Ann Lee",
        "harbour master at Port Haven"
      ),
      ("Mary Cole, speaking after the vote, said: “The reef is dying.”", "Mary Cole", nil),
      (
        "On a visit to Abermoor the Transport Secretary, Gwen Price, said: “The reef is dying.”", "Gwen Price",
        "the Transport Secretary"
      ),
      ("“The reef is dying,” snapped Maria Lopez.", "Maria Lopez", nil),
      ("In the words of Maria Lopez, “the reef is as good as dead”.", "Maria Lopez", nil),
      // After the quotation, and turned around.
      ("“The reef is dying,” said Dr Maria Lopez.", "Maria Lopez", nil),
      ("“The reef is dying,” Maria Lopez said.", "Maria Lopez", nil),
      ("\"The vaccine is safe and it works,\" said Health Minister Jane Okafor.", "Jane Okafor", "Health Minister"),
      (
        "“The reef is dying,” said Dr. Maria Lopez, who leads the marine unit in Cairns.", "Maria Lopez",
        "leads the marine unit in Cairns"
      ),
      (
        "“The reef is dying,” said Maria Lopez, director of the reef trust, outside the court.", "Maria Lopez",
        "director of the reef trust"
      ),
      (
        "“The reef is dying,” said the head of the reef trust, Maria Lopez.", "Maria Lopez",
        "the head of the reef trust"
      ),
      (
        "“The reef is dying,” its managing director, Maria Lopez, said in a statement on Friday.", "Maria Lopez",
        "its managing director"
      ),
      ("“The reef is dying,” Maria Lopez, 52, a diver, told the panel.", "Maria Lopez", "a diver"),
      ("“The reef is dying,” Finance Minister Maria Lopez told reporters in Quito.", "Maria Lopez", "Finance Minister"),
      ("“The reef is dying!” shouted Maria Lopez.", "Maria Lopez", nil),
      ("‘The catch is far too small,’ said Peter Novak.", "Peter Novak", nil),
      ("«The catch is far too small», said Peter Novak.", "Peter Novak", nil),
      (
        "“The catch is far too small,” said Wambui van der Njoro, an economist.", "Wambui van der Njoro", "an economist"
      ),
      // A style from abroad, party and town in brackets, the order turned inside a sentence, one word before the verb.
      ("“Neither had half the file,” says Mag. Andreas Lind, who led it.", "Andreas Lind", "led it"),
      ("“Mothers walk for two days,” said Sr Agnes Lopez, who runs the clinic.", "Agnes Lopez", "runs the clinic"),
      (
        "Cllr Peter Novak (Ind, Quays), who chairs the panel, said he was sorry: “I swam there as a boy every day.”",
        "Peter Novak", "chairs the panel"
      ),
      ("“Otherwise,” Maria Lopez writes, “the lake pays.”", "Maria Lopez", nil),
      ("Maria Lopez put it thus: “The reef does not ask what it weighs.”", "Maria Lopez", nil),
      // Before it.
      ("Maria Lopez said: “The reef is dying.”", "Maria Lopez", nil),
      ("Mayor Tom Brandt told reporters: “We will rebuild the bridge.”", "Tom Brandt", "Mayor"),
      (
        "Peter Novak, head of the flood agency, said: “The river will rise again.”", "Peter Novak",
        "head of the flood agency"
      ),
      (
        "Peter Novak, head of the flood agency said: “The river will rise again.”", "Peter Novak",
        "head of the flood agency"
      ),
      (
        "Head of the flood agency, Peter Novak, said: “The river will rise again.”", "Peter Novak",
        "Head of the flood agency"
      ),
      (
        "Its chairman, Peter Novak, who had flown in, warned: “The river will rise again.”", "Peter Novak",
        "Its chairman"
      ),
      ("Speaking in Geneva, Peter Novak added: “The river will rise again.”", "Peter Novak", nil),
      ("According to Peter Novak, the dam had “no reason at all to fail”.", "Peter Novak", nil),
      ("Asked about the dam, Peter Novak replied: “The river will rise again.”", "Peter Novak", nil),
      ("Peter Novak went on to say: “The river will rise again.”", "Peter Novak", nil),
      ("Calling it “a bad joke of a plan”, Peter Novak left the room.", nil, nil),
      // Below it.
      (
        "“The river will rise again.” — Peter Novak, head of the flood agency", "Peter Novak",
        "head of the flood agency"
      ),
      // Without a name.
      ("A ministry source told the paper: “Nobody knew of the leak at all.”", "A ministry source", nil),
      ("“The well was dry for weeks,” explained one farmer in the valley.", "one farmer in the valley", nil),
      ("“The well was dry for weeks,” the union said.", "the union", nil),
      ("“The well was dry for weeks,” the Foreign Secretary said.", "the Foreign Secretary", "the Foreign Secretary"),
      ("“The well was dry for weeks,” said a spokesperson for Peter Novak.", "a spokesperson for Peter Novak", nil),
      ("A lawyer for Peter Novak said: “The well was dry for weeks.”", "A lawyer for Peter Novak", nil),
      ("A trader who gave her name as Amina said: “The well was dry for weeks.”", "Amina", "A trader"),
    ] as [(String, String?, String?)])
  func speakers(text: String, speaker: String?, role: String?) {
    let row = findings(text).quotes.first { $0.form == .marks }
    #expect(row?.speaker == speaker)
    #expect(row?.role == role)
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
    #expect(rows.map(\.role) == ["Fisheries chief", "Fisheries chief", "Fisheries chief"])
  }

  @Test func aPronounMeansTheSubjectNotWhomTheSentenceNamesLast() {
    let text = """
      Anna Berg, chair of the fishers’ union, praised Tom Brandt’s report.
      “It is the first to count the cod,” she said.
      """
    #expect(findings(text).quotes.map(\.speaker) == ["Anna Berg"])
  }

  @Test func namesInsideQuotationsAreNotAsked() {
    let text = "Anna Berg said: “I met Tom Brandt in Oslo and he agreed.”\n“The quota is too high,” she added."
    #expect(findings(text).quotes.map(\.speaker) == ["Anna Berg", "Anna Berg"])
  }

  @Test func anOfficeSaidAgainMeansWhoHoldsIt() {
    let text = """
      Judge Ruth Adler sent the brothers to prison on Monday. Peter Novak, their lawyer, wept.
      “You knew what was in the boxes,” the judge said.
      “They will appeal,” the lawyer said.
      """
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["Ruth Adler", "Peter Novak"])
    #expect(rows.first?.role == "Judge")
  }

  @Test func aPronounForSomebodyWithoutANameIsGivenTheirWords() {
    let text = "The rain had taken everything from one farmer in the valley.\n“The well was dry for weeks,” he said."
    #expect(findings(text).quotes.map(\.speakerText) == ["one farmer in the valley"])
  }

  @Test func bodiesSpeakAndAreMeantByIt() {
    let text = """
      The National Crime Agency said: “The boats are getting larger.”
      “We will not wait until one sinks,” it added.
      """
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["National Crime Agency", "National Crime Agency"])
    #expect(rows.map(\.speakerKind) == [.org, .org])
  }

  @Test func theLineAboveSaysWhoSpeaks() {
    let text = """
      Quotes attributable to the Member for Barley Creek, Gavin Marsh:
      “The centre closed on Christmas Eve and I am proud that we reopen it.”
      Jane Okafor, Minister for Health:
      “Every village in the north now has a clinic.”
      """
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["Gavin Marsh", "Jane Okafor"])
    #expect(rows.last?.role == "Minister for Health")
  }

  @Test func theSentenceBeforeSaysWhoSpeaks() {
    let text =
      "Ramona Fell, mayor of Tully, said her council needed help. “One lady lost her piano and her cat in a night.”"
    let rows = findings(text).quotes.filter { $0.form == .marks }
    #expect(rows.map(\.speaker) == ["Ramona Fell"])
    #expect(rows.map(\.role) == ["mayor of Tully"])
  }

  /// Somebody told of in other words, behind a sentence of which they are the subject.
  @Test(arguments: [
    "Moira Tarnsson has swum there for 52 years. “My mother learned in that pool,” the retired diver, 71, told the Echo.",
    "Moira Tarnsson has swum there for 52 years. “My mother learned in that pool,” said the 71-year-old.",
  ])
  func epithets(text: String) { #expect(findings(text).quotes.map(\.speaker) == ["Moira Tarnsson"]) }

  /// "For timber, says the union, that means …": the body behind the verb.
  @Test func turnedInsideASentence() {
    let text = "For timber, says the Haulage Union, that means “a tax on living far away”."
    #expect(findings(text).quotes.map(\.speaker) == ["Haulage Union"])
  }

  /// What somebody did is no part of what somebody is.
  @Test func rolesEndBeforeDeeds() {
    let text =
      "Moira Tarnsson, a member of the Tide Committee, issued the following note today for its meeting. “The piers are old,” Tarnsson said."
    #expect(findings(text).quotes.map(\.role) == ["a member of the Tide Committee"])
  }

  /// "The agency" is the body of the same sentence, before any that its name fits.
  @Test func bodiesOfTheSentence() {
    let text =
      "The Marl Tide Agency moved away last year.\nThe Sund Harbour Office closed six piers and four quays in one night, the agency said on Friday."
    #expect(findings(text).quotes.map(\.speaker) == ["Sund Harbour Office"])
  }

  /// A town before an office is where it is, and "from" tells whose somebody is.
  @Test(arguments: [
    "“He sold nets,” said acting HSI El Paso Special Agent in Charge Moira D. Tarnsson.",
    "Senior Crown Prosecutor Moira D. Tarnsson, from CPS North West, said: “He sold nets.”",
  ])
  func officesOfATown(text: String) { #expect(findings(text).quotes.map(\.speaker) == ["Moira D. Tarnsson"]) }

  /// A name below the quotation, and the office on the line below that.
  @Test func signaturesOfTwoLines() {
    let text =
      "“These piers are the heart of our coast.”\nThe Honourable Moira Tarnsson\nMinister of Piers and Quays\n“We thank both of them.”\nJane Okafor\nMayor of Tully\n“A pier is a promise that is kept.”\nThe piers are old."
    let rows = findings(text).quotes
    #expect(rows.map(\.speaker) == ["Moira Tarnsson", "Jane Okafor", nil])
    #expect(rows.map(\.role) == ["Minister of Piers and Quays", "Mayor of Tully", nil])
  }
}
