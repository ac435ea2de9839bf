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

private let body =
  "\n\nCustoms officers of two countries will share a room from next month. The rent is paid by both, and the keys are kept by one.\n\nA second paragraph says that nothing else has changed, which is true of most paragraphs that come second.\n"

/// Of a page whose text is not broken by hand.
private let longBody =
  "\n\nCustoms officers of two countries will share a room from next month, and nobody who has seen the room says that it is too small. The rent is paid by both.\n\nA second paragraph says that nothing else has changed, which is true of most paragraphs that come second, and of nearly all that come after a third one has been cut.\n"

@Suite struct HeaderTests {
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
    HeaderCase(
      name: "speech in Markdown",
      text:
        "# Rooms are built by friends\n\n**Speech by Ann Lee, Harbour Minister, at the Key Forum**\n\nDelivered on 19 February 2024"
        + body,
      title: "Rooms are built by friends", kind: .speech, published: "2024-02-19"),
    HeaderCase(
      name: "speech in the title",
      text:
        "Ann Lee – 2024 Speech at the Key Forum\n\nThe text of the speech was issued by the Harbour Office on 22 February 2024."
        + body,
      title: "Ann Lee – 2024 Speech at the Key Forum", issuer: "Harbour Office", kind: .speech, published: "2024-02-22"),
    HeaderCase(
      name: "a speech that is only spoken of", text: "Rooms to be named in the King’s speech" + body,
      title: "Rooms to be named in the King’s speech"),
    HeaderCase(
      name: "not the text itself",
      text:
        "Officers share a room\n\nA report published by the Key Institute on 3 March 2024 counted the keys of all rooms in the harbour and found six."
        + body,
      title: "Officers share a room"),
    HeaderCase(
      name: "issued by both",
      text: "Officers share a room\n\nIssued by HM Treasury and the Home Office on 4 March 2024." + body,
      title: "Officers share a room", issuer: "HM Treasury and the Home Office", kind: .pressRelease,
      published: "2024-03-04"),
    HeaderCase(
      name: "issuer with short form and commas",
      text:
        "Officers share a room\n\nThis statement was issued by the Ports, Quays and Rooms Office (PQRO) on 17 February 2025."
        + body,
      title: "Officers share a room", issuer: "Ports, Quays and Rooms Office", kind: .pressRelease,
      published: "2025-02-17"),
    HeaderCase(
      name: "date, then issuer",
      text: "Officers share a room\n\nPublished on 4 March 2024 by the Harbour Office." + body,
      title: "Officers share a room", issuer: "Harbour Office", kind: .pressRelease, published: "2024-03-04"),
    HeaderCase(
      name: "doubtful slashes", text: "Officers share a room\n\nPublished: 05/03/2024" + body,
      title: "Officers share a room", published: "2024"),
    HeaderCase(
      name: "clear slashes", text: "Officers share a room\n\nPublished: 25/03/2024" + body,
      title: "Officers share a room", published: "2024-03-25"),
    HeaderCase(
      name: "ISO date", text: "Officers share a room\n\nDate: 2024-03-25" + body, title: "Officers share a room",
      published: "2024-03-25"),
    HeaderCase(
      name: "ordinal and weekday", text: "Officers share a room\n\nTuesday, 5th of March 2024" + body,
      title: "Officers share a room",
      published: "2024-03-05"),
    HeaderCase(
      name: "no such day", text: "Officers share a room\n\n31 February 2024" + body, title: "Officers share a room"),
    HeaderCase(
      name: "report about itself",
      text:
        "Rooms of the harbour\n\nThis report sets out how many rooms the harbour has and who keeps the keys to them."
        + body,
      title: "Rooms of the harbour", kind: .report),
    HeaderCase(
      name: "notes to editors", text: "Officers share a room" + body + "\nNotes to editors\n\nThe room has one window.",
      title: "Officers share a room",
      kind: .pressRelease),
    HeaderCase(
      name: "agency",
      text:
        "Officers share a room\n\nLONDON (Reuters) - Officers of two countries will share a room, they said on Monday at the harbour."
        + body,
      title: "Officers share a room", kind: .news),
    HeaderCase(
      name: "office and district under the title",
      text:
        "Home | News | About\n\nPRESS RELEASE\n\nBargeman Admits Selling the Keys of the Harbour Room\n\nTuesday, March 5, 2024      Share  f  X\n\nFor Immediate Release\nU.S. Attorney's Office, Eastern District of Sund"
        + body, title: "Bargeman Admits Selling the Keys of the Harbour Room",
      issuer: "U.S. Attorney's Office, Eastern District of Sund", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "emblem over the number of a report, and its days",
      text:
        "MENU   Rooms   Keys   Search\nHome > Sund > Reports\n\nquayside  for every port\n\nHarbour Situation Report No. 4\n\nReporting period: 1 to 31 May 2024"
        + body, title: "Harbour Situation Report No. 4", kind: .report, published: "2024-05-31"),
    HeaderCase(
      name: "source under a table",
      text:
        "Rooms of the harbour: fewer keys, more locks\n\nA summary of rooms and keys from July to September\n\nThe keys to the rooms of the harbour were counted by hand.\n\nFigure 1. Keys by room\nRoom    Keys    Locks\nEast    12    40\nWest    18    22\nSource: Rooms Board, Dover"
        + body, title: "Rooms of the harbour: fewer keys, more locks"),
    HeaderCase(
      name: "a report tells when it was tabled",
      text:
        "Audit Office\nHome | Reports | Contact\n\nROOMS OF THE OLD HARBOUR\n\n(The Report was tabled in the Assembly of Sund on 5.3.2024.)"
        + body, title: "ROOMS OF THE OLD HARBOUR", issuer: "Audit Office", kind: .report, published: "2024-03-05"),
    HeaderCase(
      name: "one body in three languages",
      text:
        "Foundation for Harbour Rooms · Stiftung Hafenzimmer · Fondation Chambres d’écluse\n\nDover, 5 March 2024\n\nTHE YEAR OF THE KEYS"
        + body, title: "THE YEAR OF THE KEYS", issuer: "Foundation for Harbour Rooms", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "an officer writes for the body over the page",
      text:
        "[scanned copy]\n\nTIDE ROOMS BOARD\n\nMEMORANDUM\n\nTO:       All masters of rooms\nFROM:     Director, Keys and Locks\nDATE:     5th March, 2024\nSUBJECT:  OFFICERS WHO SHARE A ROOM"
        + body, title: "OFFICERS WHO SHARE A ROOM", issuer: "TIDE ROOMS BOARD", published: "2024-03-05"),
    HeaderCase(
      name: "privacy notice over the page",
      text:
        "We value your privacy. We and our 70 partners store keys on your device.  [Accept all]  [Manage]\n\nDOVER & QUAY ECHO\nNews  Sport  Notices\n\nOfficers share a room in the harbour\n\nUpdated 3 hours ago"
        + body, title: "Officers share a room in the harbour", issuer: "DOVER & QUAY ECHO", kind: .news),
    HeaderCase(
      name: "dispatch before the title",
      text: "DOVER (Quay Bulletin) 5 March 2024 -- Officers share a room in the harbour" + body,
      title: "Officers share a room in the harbour", issuer: "Quay Bulletin", published: "2024-03-05"),
    HeaderCase(
      name: "press office of a force",
      text:
        "Sund Police  |  Polis Sund\nMenu  About us  News\n\nOfficers share a room in the harbour\n\nTuesday, 5 March 2024 - 3:12pm"
        + body + "\nENDS\n\nIssued by the Police Media Centre\n", title: "Officers share a room in the harbour",
      issuer: "Sund Police", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "a page says what its maker is",
      text:
        "NEWS   SPORT   SIGN IN\n\nOfficers share a room in the harbour\n\nBY ANN LEE\nUpdated 6:42 PM, March 5, 2024"
        + body
        + "\nMOST READ\n1  Emu found\n\nThe Quayside Dispatch is an independent news organization. © 2024 All Rights Reserved.\n",
      title: "Officers share a room in the harbour", issuer: "Quayside Dispatch", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "speaker of a board",
      text:
        "SUNDBANKEN\nEN | SU   Search   RSS\n\nKeys when the lights go out\n\nSpeech by Ms Ann Lee, Member of the Board of the Bank of Sund, at the Rooms Forum, Dover, 5 March 2024."
        + body, title: "Keys when the lights go out", issuer: "Bank of Sund", kind: .speech, published: "2024-03-05"),
    HeaderCase(
      name: "letter to the chair of a committee",
      text:
        "The Old Granary\nDover CT17 9AB\n\n5 March 2024\n\nThe Rt Hon the Lord Pell\nChair, Harbour and Rooms Committee\nHouse of Keys\n\nDear Lord Pell,\n\nInquiry into the rooms of harbours"
        + body + "\nYours sincerely,\n\nAnn Lee\nChief Executive, Quay Heritage Trust\n",
      title: "Inquiry into the rooms of harbours", issuer: "Quay Heritage Trust", published: "2024-03-05"),
    HeaderCase(
      name: "a board speaks for its fund",
      text:
        "PRESS RELEASE NO. 24/88\n\nQuay Board Completes the Third Review of the Officers’ Room\n\nDover – March 5, 2024: The Executive Board of the International Harbour Fund (IHF) today looked at the room, and at the keys to it, for a third time.\n"
        + body, title: "Quay Board Completes the Third Review of the Officers’ Room",
      issuer: "International Harbour Fund",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "letter signed for a body",
      text:
        "5 March 2024\n\nDear Ms Orr\n\nRooms of the harbour and their keys\n" + body
        + "\nYours sincerely\n\nAnn Lee\nHead of Rooms, Quay Safety Association\n",
      title: "Rooms of the harbour and their keys", issuer: "Quay Safety Association", published: "2024-03-05"),
    HeaderCase(
      name: "section above a title that begins with a number, on a page of long lines",
      text: "Harbours\n29 officers share a room in the old harbour\nBy Ann Lee and Ben Hall\nTuesday, 5 March 2024"
        + longBody,
      title: "29 officers share a room in the old harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "line under a title that ends with a name, on a page of long lines",
      text:
        "5 March 2024 | Press release\n\nOfficers who share a room and its keys are thanked in Sundhaven\nTwo desks behind one door cost EUR 4 500"
        + longBody, title: "Officers who share a room and its keys are thanked in Sundhaven", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "path in lines with arrows, and a story of an office",
      text:
        "Home\n > Harbours and ports\n > Rooms\nNews story\nOfficers share a room in the harbour\nFrom:\nHarbour Rooms Agency\nPublished\n5 March 2024"
        + longBody, title: "Officers share a room in the harbour", issuer: "Harbour Rooms Agency", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "slug of an agency",
      text:
        "QP-INT--Officers-Room, 2nd Ld-Writethru\n03-05-2024 1804 GMT\nEds: ADDS reaction of the smith. With QP Photos 103, 104.\n\nOfficers share a room in the harbour\n\nBy ANN LEE\n\nDOVER, Sund (QP) -- Customs officers of two countries will share a room from March 9.\n"
        + body, title: "Officers share a room in the harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "list with square signs below a title",
      text:
        "MONTHLY ROOMS UPDATE\n15/03/2024 | Dover\n\nHarbours: rooms shared by officers rise to 18 in March\n\n  ◾ Rooms since January: just under 40\n  ◾ Keys: about 18, as in June"
        + longBody, title: "Harbours: rooms shared by officers rise to 18 in March", published: "2024-03-15"),
    HeaderCase(
      name: "CRLF and byte order mark",
      text:
        "\u{FEFF}Officers share a room\r\n\r\nPublished 5 March 2024\r\n\r\nTwo officers will share one room from next month. Both are said to be tidy.\r\n",
      title: "Officers share a room", published: "2024-03-05"),
  ]

  @Test(arguments: cases) func facts(_ expected: HeaderCase) throws {
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
        + body)
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
