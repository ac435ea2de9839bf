import IbidDocuments
import IbidSource
import Testing

/// What the head of a document states, in the styles of several offices.
struct HeaderCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var title: String?
  var issuer: String?
  var kind: DocumentKind = .other
  var published: String?
  var testDescription: String { name }
}

@Suite struct HeaderTests {
  static let body =
    "\n\nCustoms officers of two countries will share a room from next month. The rent is paid by both, and the keys are kept by one.\n\nA second paragraph says that nothing else has changed, which is true of most paragraphs that come second.\n"

  /// Of a page whose text is not broken by hand.
  static let longBody =
    "\n\nCustoms officers of two countries will share a room from next month, and nobody who has seen the room says that it is too small. The rent is paid by both.\n\nA second paragraph says that nothing else has changed, which is true of most paragraphs that come second, and of nearly all that come after a third one has been cut.\n"

  static let cases: [HeaderCase] = [
    HeaderCase(
      name: "bare", text: "Officers share a room in the harbour" + body, title: "Officers share a room in the harbour"),
    HeaderCase(name: "no title", text: String(body.dropFirst(2))),
    HeaderCase(
      name: "front matter of Hugo",
      text: "+++\ntitle = \"Officers share a room\"\ndate = 2024-03-05T10:00:00Z\ndraft = false\n+++" + body,
      title: "Officers share a room", published: "2024-03-05"),
    HeaderCase(
      name: "label in words of its own",
      text:
        "Officers share a room in the harbour\n\nConsultation closing date: 9 May 2024\nOutcome published: 5 March 2024"
        + body, title: "Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "day of a report before a house",
      text:
        "Rooms Board\n\nSecond Report of Session 2023–24\n\nWho pays for the officers and their room?\n\nOrdered by the House to be printed 5 March 2024"
        + body, title: "Who pays for the officers and their room?", issuer: "Rooms Board", published: "2024-03-05"),
    HeaderCase(
      name: "presented to a parliament",
      text: "Annual report of the Harbour Inspectorate 2023\n\nPresented to Parliament by the Minister on 5 March 2024"
        + body, title: "Annual report of the Harbour Inspectorate 2023", issuer: "Harbour Inspectorate",
      kind: .report, published: "2024-03-05"),
    HeaderCase(
      name: "date before the byline",
      text:
        "Blue Wheel Blog\nPosts  Archive  RSS\n\nOfficers share a room in the harbour\nMarch 5th, 2024 by Ann Lee in Rooms"
        + body, title: "Officers share a room in the harbour", issuer: "Blue Wheel", kind: .blog,
      published: "2024-03-05"),
    HeaderCase(
      name: "day with a stop, which is no number of a list",
      text: "Zwei Zöllner teilen sich ein Zimmer\n\n5. März 2024" + body, title: "Zwei Zöllner teilen sich ein Zimmer",
      published: "2024-03-05"),
    HeaderCase(
      name: "volume of a gazette",
      text: "[Harbour Gazette Volume 12, Number 4 (Tuesday, March 5, 2024)]\n\nOfficers share a room in the harbour"
        + body,
      title: "Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "speaker under a speech",
      text:
        "MINISTRY OF HARBOURS\n\nRemarks on the officers who share a room\n\nThe Hon. Ann Lee, Minister of Harbours\nDover, 5 March 2024"
        + body, title: "Remarks on the officers who share a room", issuer: "MINISTRY OF HARBOURS", kind: .speech,
      published: "2024-03-05"),
    HeaderCase(
      name: "path as a list, and today in the text",
      text:
        "1. Home\n2. News\n3. Officers share a room in the harbour\n\nOfficers share a room in the harbour\n\nThe board said today, 5 March 2024, that two officers will share a room at the edge of the harbour."
        + body, title: "Officers share a room in the harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "court",
      text:
        "IN THE HIGH COURT OF SUND\n(Appellate Jurisdiction)\n\nOfficers of the harbour and the keys to their room\n\nHeard: 2 February 2024\nDelivered: 5 March 2024"
        + body, title: "Officers of the harbour and the keys to their room", issuer: "HIGH COURT OF SUND",
      published: "2024-03-05"),
    HeaderCase(
      name: "fields that lost the space between them",
      text:
        "Home » Newsroom » Releases\n\nMarch 5, 2024Dover, KentHarbours, Rooms\n\nOfficers share a room in the harbour"
        + body, title: "Officers share a room in the harbour", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "note above the title, sign before it",
      text: "For information only – not an official document\n\n⚠ Officers share a room in the harbour\n\n5 March 2024"
        + body,
      title: "⚠ Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "Dutch", text: "Gemeente deelt een kamer\n\nGepubliceerd op: 5 maart 2024" + body,
      title: "Gemeente deelt een kamer", published: "2024-03-05"),
    HeaderCase(
      name: "Swedish", text: "Kommunen delar ett rum i hamnen\n\nPublicerad 5 november 2024" + body,
      title: "Kommunen delar ett rum i hamnen", published: "2024-11-05"),
    HeaderCase(
      name: "Polish", text: "Celnicy dzielą jeden pokój w porcie\n\n5 października 2024" + body,
      title: "Celnicy dzielą jeden pokój w porcie", published: "2024-10-05"),
    HeaderCase(
      name: "day over year",
      text: "05 Mar\n2024\n\nOfficers share a room in the harbour" + body,
      title: "Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "volume of a letter, sitting of a house",
      text:
        "Tuesday, 5 March 2024\nVol. XII, No. 19\n\nThe House met at 2.30 p.m.\n\n[Mr Speaker in the Chair]\n\nOfficers share a room in the harbour"
        + body, title: "Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "letters behind the name",
      text: "Federal Harbour Office FHO\n[Skip to content]\n\nOfficers share a room in the harbour\n\nBern, 05.03.2024"
        + body, title: "Officers share a room in the harbour", issuer: "Federal Harbour Office",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "section beside the name, dashes under it",
      text: "Tidal Radio | News\n--\nOfficers share a room in the harbour\n5 March 2024, version 2" + body,
      title: "Officers share a room in the harbour", issuer: "Tidal Radio", published: "2024-03-05"),
    HeaderCase(
      name: "letter",
      text:
        "Harbour Office\n12 Quay Street, Dover CT17 9AB\n\n5 March 2024\n\nDear Ms Lee\n\nOfficers who share a room in the harbour"
        + body, title: "Officers who share a room in the harbour", issuer: "Harbour Office", published: "2024-03-05"),
    HeaderCase(
      name: "bullets right below the title",
      text: "Harbour Office counts the officers who share a room\n- Two rooms\n- Nine keys\n\n5 March 2024" + body,
      title: "Harbour Office counts the officers who share a room", published: "2024-03-05"),
    HeaderCase(
      name: "note under the title of a speech",
      text:
        "Ann Lee: Officers and their rooms\n\nSpeech by Ms Ann Lee, Governor of the Bank of Sund, at the Harbour Day, Dover, 5 March 2024."
        + body, title: "Ann Lee: Officers and their rooms", issuer: "Bank of Sund", kind: .speech,
      published: "2024-03-05"),
    HeaderCase(
      name: "date, section and title on one line",
      text: "11.07.24 • HARBOUR • Every third officer shares a room with another and keeps two keys" + body,
      title: "Every third officer shares a room with another and keeps two keys", published: "2024-07-11"),
    HeaderCase(
      name: "label with its value in a column",
      text:
        "TO        :  All harbours\nDATE      :  14 August 2024\nSUBJECT   :  OFFICERS SHARE A ROOM\n             AT THE EDGE OF THE HARBOUR"
        + body, title: "OFFICERS SHARE A ROOM AT THE EDGE OF THE HARBOUR", published: "2024-08-14"),
    HeaderCase(
      name: "facts with slashes",
      text: "Officers share a room in the harbour\nAnn Lee / Dover / 5 Mar 2024" + body,
      title: "Officers share a room in the harbour", published: "2024-03-05"),
    HeaderCase(
      name: "UK, imprint sentence",
      text: "Officers share a room\n\nThis press release was issued by the Harbour Office on 6 June 2023." + body,
      title: "Officers share a room", issuer: "Harbour Office", kind: .pressRelease, published: "2023-06-06"),
    HeaderCase(
      name: "UK, labelled title with tag",
      text:
        "PRESS RELEASE : Officers share a room [March 2024]\n\nThe press release issued by the Department for Work and Pensions on 1 March 2024."
        + body,
      title: "Officers share a room", issuer: "Department for Work and Pensions", kind: .pressRelease,
      published: "2024-03-01"),
    HeaderCase(
      name: "tag only", text: "NEWS RELEASE: Officers share a room [March 2024]" + body, title: "Officers share a room",
      kind: .pressRelease, published: "2024-03"),
    HeaderCase(
      name: "gov.uk fields",
      text: "Press release\n\nOfficers share a room\n\nFrom:\tHome Office and HM Treasury\nPublished 23 January 2024"
        + body,
      title: "Officers share a room", issuer: "Home Office and HM Treasury", kind: .pressRelease,
      published: "2024-01-23"),
    HeaderCase(
      name: "gov.uk fields, values on lines of their own",
      text:
        "Speech on the rooms of the harbour\n\nThe minister spoke about rooms and keys.\n\nFrom:\nHarbour Office and The Rt Hon Ann Lee MP\nPublished\n31 March 2025\n\nLocation:\nDover"
        + body, title: "Speech on the rooms of the harbour", issuer: "Harbour Office", kind: .speech,
      published: "2025-03-31"),
    HeaderCase(
      name: "dateline without a year",
      text:
        "Officers share a room in Rome\n\nBy Ann Lee\n\nROME, Dec 6 (Reuters) - Officers of two countries will share a room, they said on Friday at the harbour."
        + body, title: "Officers share a room in Rome", kind: .news),
    HeaderCase(
      name: "US dateline",
      text:
        "FOR IMMEDIATE RELEASE\n\nEight Charged With Renting the Same Room\n\nWASHINGTON, March 5, 2024 — A jury has charged eight people, the prosecutor said. They all had keys to the room."
        + body,
      title: "Eight Charged With Renting the Same Room", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "US letterhead",
      text:
        "FOR IMMEDIATE RELEASE\nThursday, March 7, 2024\nOffice of Public Affairs\n\nEight Charged With Renting the Same Room"
        + body,
      title: "Eight Charged With Renting the Same Room", issuer: "Office of Public Affairs", kind: .pressRelease,
      published: "2024-03-07"),
    HeaderCase(
      name: "US month short", text: "Room Opens in Harbour\n\nBy Ann Lee\n\nPosted on Mar. 5, 2024" + body,
      title: "Room Opens in Harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "EU line of parts",
      text: "European Commission - Press release\n\nOfficers share a room\n\nBrussels, 5 March 2024" + body,
      title: "Officers share a room", issuer: "European Commission", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "EU, dots",
      text: "Officers share a room in the harbour\n\nPublished: 18.4.2024\nThe Hague\n\nNews article" + body,
      title: "Officers share a room in the harbour", kind: .news, published: "2024-04-18"),
    HeaderCase(
      name: "EU, bars", text: "Press release | 12 March 2024 | Council of the Ports\n\nOfficers share a room" + body,
      title: "Officers share a room", issuer: "Council of the Ports", kind: .pressRelease, published: "2024-03-12"),
    HeaderCase(
      name: "Australian",
      text:
        "MEDIA RELEASE\n\nThe Hon Jane Cole MP\nMinister for Harbours\n\n12 August 2024\n\nNew room for officers in the harbour"
        + body,
      title: "New room for officers in the harbour", issuer: "Minister for Harbours", kind: .pressRelease,
      published: "2024-08-12"),
    HeaderCase(
      name: "newspaper site",
      text: "A room with two keys in the old harbour – The Quay Gazette\n\nBy Ann Lee, Dover\n\n16 October 2024" + body,
      title: "A room with two keys in the old harbour", issuer: "The Quay Gazette", kind: .news, published: "2024-10-16"
    ),
    HeaderCase(
      name: "dash in a title", text: "Harbour rooms – a new way to share keys" + body,
      title: "Harbour rooms – a new way to share keys"),
    HeaderCase(
      name: "bar and site", text: "Officers share a room | Harbour Authority" + body, title: "Officers share a room",
      issuer: "Harbour Authority"),
    HeaderCase(
      name: "site before the title", text: "Quay News | World | Officers share a room in the harbour" + body,
      title: "Officers share a room in the harbour", issuer: "Quay News", kind: .news),
    HeaderCase(
      name: "front matter",
      text:
        "---\ntitle: \"Rooms of the year\"\ndate: 2025-03-20\nissuer: Home Office\nkind: report\n---\n\n# Rooms of the year"
        + body,
      title: "Rooms of the year", issuer: "Home Office", kind: .report, published: "2025-03-20"),
  ]

  @Test(arguments: cases + layouts + offices + actors + beside) func facts(_ expected: HeaderCase) throws {
    let file = read(expected.text)
    try #require(file.documents.count == 1)
    let document = file.documents[0]
    #expect(document.title == expected.title)
    #expect(document.issuer == expected.issuer)
    #expect(document.kind == expected.kind)
    #expect(document.published?.date.description == expected.published)
  }

  /// A record of voices is a speech, called by the committee that sat; the witnesses are no title.
  @Test func recordsOfSittings() throws {
    let turns = [
      "CHAIR: Welcome. We have the submission of the harbour, which is the first of two.",
      "Ms Lee: I will need two minutes. The keys are kept by one officer, and the room by another.",
      "CHAIR: And what do you want us to say about the keys of the room?", "Ms Lee: That there are too few of them.",
      "Senator ORR: Did nobody count them in the spring of that year?", "Ms Lee: Nobody did, and nobody was asked to.",
    ]
    let file = read(
      "PARLIAMENT OF SUND        Search        Watch live        Contact\nHome > Committees > Transcripts\n\nPROOF COMMITTEE HANSARD\n\nTuesday, 5 March 2024      Senate      Page 34\n\nSELECT COMMITTEE ON HARBOUR ROOMS\n\nMembers in attendance: Senators Orr (Chair) and Pell\n\nLEE, Ms Ann, Chief Executive, Quay Trust\n\n"
        + turns.joined(separator: "\n\n"))
    let document = try #require(file.documents.first)
    #expect(document.title == "SELECT COMMITTEE ON HARBOUR ROOMS")
    #expect(document.kind == .speech)
    #expect(document.published?.date.description == "2024-03-05")
    let interview = read(
      "Ann Lee\nTranscript\n5 March 2024\n\nDoorstop interview – Dover\n\n" + turns.joined(separator: "\n\n"))
    #expect(interview.documents.first?.kind == .speech)
    // Labels of facts are no voices.
    let facts = (1...6).map { "Room \($0): it has a window, a door and a key of its own." }.joined(separator: "\n\n")
    #expect(read("Rooms of the harbour\n\n" + facts).documents.first?.kind == .other)
  }

  @Test func spansPointAtTheWords() throws {
    let file = read(
      "PRESS RELEASE : Officers  share a room [March 2024]\n\nThe press release issued by the Harbour Office on 6 June 2023."
        + Self.body)
    let document = try #require(file.documents.first)
    #expect(file.words(document.titleSpan) == "Officers  share a room")
    #expect(document.title == "Officers share a room")
    #expect(file.words(document.issuerSpan) == "Harbour Office")
    #expect(file.words(document.published?.span) == "6 June 2023")
    #expect(file.words(document.kindCue?.span) == "PRESS RELEASE")
  }

  @Test(arguments: [
    (
      "Two officers share a room and the keys to it, which were made for them by a smith who had nothing else to do.",
      DocumentLanguage.english
    ),
    (
      "Deux agents partagent une salle et les clés, faites pour eux par un serrurier qui n'avait rien d'autre à faire.",
      .other
    ),
    (
      "Zwei Beamte teilen sich ein Zimmer und die Schlüssel dazu, die ein Schmied für sie gemacht hat, weil er Zeit hatte.",
      .other
    ),
  ])
  func language(_ text: String, _ expected: DocumentLanguage) {
    let file = read(text)
    #expect(file.documents.first?.language == expected)
    #expect(file.warnings.contains { $0.reason == .notEnglish } == (expected == .other))
  }
}
