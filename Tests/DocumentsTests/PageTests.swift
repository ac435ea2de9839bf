import IbidDocuments
import IbidSource
import Testing

/// Pages as they are saved, with what stands around their text: where the document starts and ends, and what it is called.
@Suite struct PageTests {
  private static let body = """
    The harbour commission will lend six bicycles to people who wait for the ferry. The bicycles are blue and have \
    baskets, and every one of them has a number and a lock.

    Anyone over sixteen may take one for an hour. The commission pays for repairs, and it says that the loans will be \
    counted at the end of the summer.
    """

  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var above: String
    var below = ""
    var title: String? = "Six blue bicycles for those who wait"
    var published: String?
    var issuer: String?
    var kind: DocumentKind?
    /// The first words of the document; the title where nil.
    var starts: String?
    var testDescription: String { name }
  }

  static let pages: [Page] = [
    Page(
      name: "menu, path and cookies",
      above:
        "Skip to main content\n\nWe use cookies to count visits. You may accept or reject them.\nAccept all   Reject\n\nHome   News   Topics   Events   Contact\n\nHome > News > Six blue bicycles\n\nSix blue bicycles for those who wait\n5 March 2024",
      below:
        "Share this page\nFacebook   X   E-mail\n\nRelated stories\nA bench for the pier\nTwo lamps for the quay\n\nPrivacy | Terms | Contact\n© 2024 Quay Commission",
      published: "2024-03-05", issuer: "Quay Commission", kind: .news),
    Page(
      name: "menu with an item a line",
      above:
        "Skip to main content\nHome\nWho we are\nNews\nContact\n\nSix blue bicycles for those who wait\n\n5 March 2024 - News",
      published: "2024-03-05", kind: .news),
    Page(
      name: "the only title goes on with its day", above: "Ferry and bicycle update – 5 March 2024",
      title: "Ferry and bicycle update – 5 March 2024", published: "2024-03-05"),
    Page(
      name: "issuer and day in italics", above: "# Six blue bicycles for those who wait\n\n*Quay Office, 5 March 2024*",
      published: "2024-03-05", issuer: "Quay Office"),
    Page(
      name: "a title above its day", above: "Situation report\nAs at 5 March 2024", title: "Situation report",
      published: "2024-03-05"),
    Page(
      name: "days of a hearing and of a visit",
      above: "Quay Board v Lee\n\nHearing dates: 1 and 9 February 2024\nDelivered: 5 March 2024",
      below: "Accessed: 9 April 2024", title: "Quay Board v Lee", published: "2024-03-05"),
    Page(
      name: "menu with bars, date with a reading time",
      above:
        "THE QUAY COURIER\nNews | Sport | Opinion | Jobs | Log in\n\nSix blue bicycles for those who wait\nPublished 5 March 2024 | 4 min read\nBy Ann Lee",
      below:
        "READ NEXT\n• A bench for the pier\n• Two lamps for the quay\n\nNEWSLETTER\nThe Friday boat   Enter your email   Join",
      published: "2024-03-05", issuer: "QUAY COURIER", kind: .news),
    Page(
      name: "kicker above the title",
      above:
        "Menu   Search   Log in\n\nPIERS & PORTS\nSix blue bicycles for those who wait\nBy Ann Lee, Quay Courier\nPublished March 5, 2024",
      published: "2024-03-05", kind: .news),
    Page(
      name: "US agency",
      above:
        "An official website of the United States government\nHere's how you know\n\nU.S. Department of Ferries\n\nAbout | News | Resources | Careers\n\nPRESS RELEASE\n\nSix blue bicycles for those who wait\n\nTuesday, March 5, 2024\n\nShare: Facebook X LinkedIn\n\nFor Immediate Release\nOffice of Public Affairs",
      below:
        "###\n\nTopic: Ferries\nComponent: Bicycle Division\nPress Release Number: 24-031\nUpdated March 9, 2024\n\nRelated Content\nPRESS RELEASE\nA Bench for the Pier\nMarch 1, 2024\n\n12 Quay Street, Dover   Main switchboard: 555-010-0140",
      published: "2024-03-05", issuer: "U.S. Department of Ferries", kind: .pressRelease, starts: "PRESS RELEASE"),
    Page(
      name: "Australian minister",
      above:
        "Home   Ministers   Media releases   Speeches   Contact\n\nHome › Media releases › Six blue bicycles for those who wait\n\nMedia release\n\nThe Hon Ann Lee MP\nMinister for Ferries\n\nSix blue bicycles for those who wait\n\nDate: Tuesday 5 March 2024\n\nListen    Print    Share",
      below: "Media contact\nOffice of Minister Lee: 0400 555 013\n\nTags: Bicycles | Ferries",
      published: "2024-03-05", issuer: "Minister for Ferries", kind: .pressRelease, starts: "Media release"),
    Page(
      name: "facts side by side",
      above:
        "HarbourPoint | Places | Updates | Jobs | Log in\nHome > Dover > Updates\n\nSix blue bicycles for those who wait\nPublisher: Quay Watch      Published: 2024-03-05      Format: Situation Report",
      below:
        "For more information, contact: Quay Watch, Tel. +44 20 7946 0999\nPage 1 of 2\nAbout HarbourPoint | Terms of use | © 2024",
      published: "2024-03-05", issuer: "Quay Watch", kind: .report),
    Page(
      name: "label, date and place in one line",
      above:
        "Home > Press corner > Six blue bicycles\n\nAvailable languages: English  Deutsch  Français\n\nPRESS RELEASE   |   5 March 2024   |   Dover   |   3 min read\n\nSix blue bicycles for those who wait\n\nPage contents\n    Top\n    Print friendly pdf",
      below:
        "For more information\nBicycle line: +44 20 7946 0999\n\nPress contacts\n    Ann Lee, Phone +44 20 7946 0998\n\nIP/24/2399",
      published: "2024-03-05", kind: .pressRelease, starts: "PRESS RELEASE"),
    Page(
      name: "mail",
      above:
        "From: Press Office, Harbour Commission <press@harbour.example>\nTo: News desks\nDate: Tue, Mar 5, 2024 4:35 PM\nSubject: Six blue bicycles for those who wait\n\nDear all,",
      below: "This e-mail and any files sent with it are confidential. If it is not for you, please tell us.",
      published: "2024-03-05", issuer: "Harbour Commission", starts: "From: Press Office"),
    Page(
      name: "a subject with a dash",
      above: "From: Ann Lee\nSubject: Re: The bicycles - what they cost\nSent: 5 March 2024 09:12\n\nHello,",
      title: "Re: The bicycles - what they cost", published: "2024-03-05", issuer: "Ann Lee", starts: "From: Ann Lee"),
    Page(
      name: "speech with its occasion",
      above:
        "REPUBLIC OF THE QUAYS\nTHE NATIONAL ASSEMBLY\n\nMINISTERIAL STATEMENT\n\nSix blue bicycles for those who wait\n\nBy Dr. Ann Lee, Cabinet Secretary for Ferries and Bicycles\nDover, Tuesday, 5th March 2024\n(Check against delivery)",
      published: "2024-03-05", issuer: "NATIONAL ASSEMBLY", kind: .speech, starts: "REPUBLIC"),
    Page(
      name: "German page",
      above:
        "Zum Inhalt springen   Zur Navigation springen\nStart   Aufgaben   Presse   Kontakt\n\nPressemitteilung Nr. 17/2024 vom 05.03.2024\n\nSechs blaue Fahrräder für alle, die warten\n\nSeite drucken",
      title: "Sechs blaue Fahrräder für alle, die warten", published: "2024-03-05", kind: .pressRelease,
      starts: "Pressemitteilung"),
    Page(
      name: "French page",
      above:
        "Aller au contenu principal\n\nAccueil > Actualités > Ports\n\nSix vélos bleus pour ceux qui attendent\nPublié le 25 mars 2024 – Mis à jour le 28 mars 2024\nTemps de lecture : 3 min\nPartager   Facebook   Imprimer",
      below: "À lire aussi\n> Un banc pour la jetée\n\nContact presse : Ann Lee – 01 55 00 01 48 – presse@quai.example",
      title: "Six vélos bleus pour ceux qui attendent", published: "2024-03-25", kind: .news),
    Page(
      name: "most read above the title",
      above:
        "Log in   Register   Search\n\nMost read\n1. Why the bridge is closed on Mondays\n2. Photos: the ice on the quay\n\nSix blue bicycles for those who wait\n\nMarch 5, 2024",
      published: "2024-03-05"),
    Page(
      name: "the day's date over the menu",
      above:
        "The Quay Courier\nMonday 4 March 2024\nSubscribe | e-paper | Log in\n\nSix blue bicycles for those who wait\n\nTuesday 5 March 2024, 06.30",
      below: "More from Local\nA bench for the pier\n\nTerms | Privacy | Contact", published: "2024-03-05",
      issuer: "Quay Courier", kind: .news),
    Page(
      name: "contact above the title",
      above:
        "FOR RELEASE: TUESDAY, MARCH 5, 2024, AT 10:00 A.M. EST\n\nCONTACT:\nAnn Lee\n(202) 555-0100\nann@quay.example\n\nSix blue bicycles for those who wait",
      published: "2024-03-05", kind: .pressRelease, starts: "FOR RELEASE"),
    Page(
      name: "a date that is dated",
      above:
        "MINISTRY OF QUAYS\n\nPRESS NOTE\n\nNew Delhi, dated the 5th March, 2024\n\nSix blue bicycles for those who wait",
      published: "2024-03-05", issuer: "MINISTRY OF QUAYS", kind: .pressRelease, starts: "MINISTRY"),
    Page(
      name: "a title in two lines",
      above:
        "Quay Research Institute\nWorking Paper 12 | March 2024\n\nThe Price of Waiting:\nHow Ferry Passengers Spend Their Time",
      title: "The Price of Waiting: How Ferry Passengers Spend Their Time", published: "2024-03",
      issuer: "Quay Research Institute", starts: "Quay Research"),
    Page(
      name: "a speech called by its speaker and occasion",
      above: "Speech by Ann Lee, Chair of the Quay Commission, at the Ferry Forum\n\nDover, 5 March 2024",
      title: "Speech by Ann Lee, Chair of the Quay Commission, at the Ferry Forum", published: "2024-03-05",
      kind: .speech),
    Page(
      name: "under embargo",
      above: "EMBARGOED UNTIL 00:01 TUESDAY 5 MARCH 2024\n\nPRESS RELEASE\n\nSix blue bicycles for those who wait",
      published: "2024-03-05", kind: .pressRelease, starts: "EMBARGOED"),
    Page(
      name: "section, title, standfirst",
      above:
        "Log in   Register   Search\n\nFerries\nSix blue bicycles for those who wait for a ferry\n\nLoans are free for an hour, but the scheme comes too late for the spring\n\nAnn Lee\nTue 5 Mar 2024 06.00 GMT",
      title: "Six blue bicycles for those who wait for a ferry", published: "2024-03-05"),
    Page(
      name: "a banner of two sentences",
      above:
        "Our offices are closed on Monday. Write to us instead.\n\nHome | News | About\n\nSix blue bicycles for those who wait\n\n5 March 2024",
      published: "2024-03-05"),
  ]

  @Test(arguments: pages) func page(_ page: Page) throws {
    let file = read(page.above + "\n\n" + Self.body + "\n\n" + page.below + "\n")
    try #require(file.documents.count == 1)
    let document = file.documents[0]
    #expect(document.title == page.title)
    #expect(document.published?.date.description == page.published)
    if let issuer = page.issuer { #expect(document.issuer == issuer) }
    if let kind = page.kind { #expect(document.kind == kind) }
    let text = file.source.string(document.span)
    #expect(text.hasPrefix(page.starts ?? page.title ?? ""))
    #expect(text.hasSuffix("at the end of the summer."))
  }

  @Test func boxesInsideATextGiveNoParagraphs() throws {
    let file = read(
      "Six blue bicycles for those who wait\n\n\(Self.body)\n\nADVERTISEMENT\nStory continues below\n\n\(Self.body.replacing("six", with: "ten"))\n\nRead more:\n• A bench for the pier\n• Two lamps for the quay\n\n\(Self.body.replacing("six", with: "nine"))"
    )
    let words = file.outline.joined(separator: "\n")
    #expect(!words.contains("ADVERTISEMENT") && !words.contains("continues") && !words.contains("bench"))
    #expect(words.contains("ten bicycles") && words.contains("nine bicycles"))
  }

  @Test func notesToEditorsBelongToTheRelease() throws {
    let file = read(
      "Six blue bicycles for those who wait\n\n\(Self.body)\n\nENDS\n\nNotes to editors\n\n1. The commission was founded in 1902.\n\nMedia contact\nAnn Lee, 020 7946 0999\n"
    )
    let document = try #require(file.documents.first)
    #expect(file.source.string(document.span).hasSuffix("founded in 1902."))
    #expect(document.kind == .pressRelease)
  }

  @Test func aSentenceIsNoTail() throws {
    let file = read(
      "Six blue bicycles for those who wait\n\n\(Self.body)\n\nFor more information, see section 4 of the rules.\n\nAbout six people wait on a usual day.\n\nContact with the ferry was lost twice.\n"
    )
    let document = try #require(file.documents.first)
    #expect(file.source.string(document.span).hasSuffix("lost twice."))
  }

  @Test func aDigestHoldsItsItems() throws {
    let item = { (title: String, date: String) in "\(title)\n\(date)\n\n\(Self.body)\n\n----------\n\n" }
    let file = read(
      "View this e-mail in your browser | Unsubscribe\n\nQUAY MONITOR\nWeekly Digest No. 8\n\nIN THIS ISSUE\n1. Dover: Bicycles for those who wait\n2. Calais: A bench for the pier\n\n"
        + item("Dover: Bicycles for those who wait", "12/03/2024") + item("Calais: A bench for the pier", "14/03/2024")
        + "You receive this digest because you asked for it.\n")
    #expect(file.documents.map(\.title) == ["Dover: Bicycles for those who wait", "Calais: A bench for the pier"])
    #expect(file.documents.map { $0.published?.date.description } == ["2024-03-12", "2024-03-14"])
    #expect(file.documents.allSatisfy { $0.kind == .news && $0.issuer == "QUAY MONITOR" })
  }

  @Test func listsOfOtherReleasesAreNoDocuments() {
    let file = read(
      "PRESS RELEASE\n\nSix blue bicycles for those who wait\n\n\(Self.body)\n\n\(Self.body.replacing("six", with: "ten"))\n\nRelated Content\n\nPRESS RELEASE\nA Bench for the Pier\nMarch 1, 2024\n"
    )
    #expect(file.documents.map(\.title) == ["Six blue bicycles for those who wait"])
  }

  @Test(arguments: [
    ("Published: 05/03/2024", "The rule has held since 25/01/2023.", "2024-03-05"),
    ("Published: 05/03/2024", "The rule has held since 01/25/2023.", "2024-05-03"),
    ("Published: 05/03/2024", "The rule has held since 7 June 2021 and 9 May 2022.", "2024-03-05"),
    ("Published: 05/03/2024", "The rule has held since June 7, 2021.", "2024-05-03"),
    ("Published: 05/03/2024", "The rule has held for years, and a bench costs £40.", "2024-03-05"),
    ("Published: 05/03/2024", "Call 202-555-0100 or come to the pier.", "2024-05-03"),
    ("Published: Tue 05/03/2024", "", "2024-03-05"),
    ("Published: Fri 05/03/2024", "", "2024-05-03"),
    ("Published: 5/3/24", "", "2024-03-05"),
    ("Published: 05-03-2024", "", "2024-03-05"),
    ("Updated 14:10 GMT, 5 March 2024", "", "2024-03-05"),
    ("13:45 5 March 2024", "", "2024-03-05"),
    ("5-Mar-2024 17:18 IST", "", "2024-03-05"),
    ("Veröffentlicht am 5. März 2024", "", "2024-03-05"),
    ("Publié le 1er avril 2024", "", "2024-04-01"),
    ("Publicado el 12 de marzo de 2024", "", "2024-03-12"),
  ])
  func dates(_ line: String, _ sentence: String, _ expected: String) {
    let file = read("Six blue bicycles for those who wait\n\n\(line)\n\n\(Self.body)\n\n\(sentence)")
    #expect(file.documents.first?.published?.date.description == expected)
  }

  @Test func tablesDoNotMakeATextForeign() {
    let rows = (0..<30).map { "Pier \($0)\t\($0 * 3)\t\($0 * 7)\tblue" }.joined(separator: "\n")
    #expect(
      read("Six blue bicycles for those who wait\n\n\(Self.body)\n\n\(rows)\n").documents.first?.language == .english)
  }
}
