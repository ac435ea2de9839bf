import IbidDocuments
import Testing

/// Pages with long menus, teasers and other texts around their own, as they are copied whole.
extension PageTests {
  private static let text = """
    The harbour commission will lend six bicycles to people who wait for the ferry. The bicycles are blue and have \
    baskets, and every one of them has a number and a lock.

    Anyone over sixteen may take one for an hour. The commission pays for repairs, and it says that the loans will be \
    counted at the end of the summer.

    A warden keeps the keys. He opens the shed at seven in the morning and closes it when the last ferry has left the \
    quay, which is at ten in the winter and at midnight in the summer.
    """

  private static func menu(_ count: Int) -> String {
    (1...count).map { " • Pier number \(["one", "two", "three", "four", "five"][$0 % 5])" }.joined(separator: "\n")
  }

  private static let notices = """
    A page of the quays belongs to the commission of the quays, as all pages with a blue sign do, and to nobody else.

    The commission keeps the piers, the benches and the lamps of the harbour, and it keeps an eye on the ferries too.
    """

  @Test func titlesBelowMenusOfBullets() throws {
    let file = read(
      "Skip to content\n\n\(Self.notices)\n\n\(Self.menu(70))\n\nPress Release\n\nPDF\n\nMarch 5, 2024\n\nSix blue bicycles for waiting people\n\nFor release at 2:00 p.m. EDT\n • Share\n\n\(Self.text)\n\nLast Update: March 5, 2024\n\n\(Self.menu(12))\n"
    )
    try #require(file.documents.count == 1)
    let document = file.documents[0]
    #expect(document.title == "Six blue bicycles for waiting people")
    #expect(document.published?.date.description == "2024-03-05")
    #expect(document.kind == .pressRelease)
  }

  /// The beginnings of other texts below a list of links belong to the page.
  @Test func otherTextsBelow() throws {
    let other = "In 1841 a captain brought the first bench to the pier, and the harbour has kept a bench there since."
    let file = read(
      "Six blue bicycles for those who wait\n5 March 2024\n\n\(Self.text)\n\nShare\n\nFacebook\n\nMost read\n\(Self.menu(6))\n\nContact\n\nThe first bench\n\n\(other) \(other)\n"
    )
    try #require(file.documents.count == 1)
    let last = try #require(file.documents[0].paragraphs.last)
    #expect(file.words(last.span)?.hasPrefix("A warden keeps the keys.") == true)
  }

  /// Without blank lines each line of a page stands for itself, links inside of sentences aside.
  @Test func pagesWithoutBlankLines() throws {
    let lines = Self.text.split(separator: "\n").joined(separator: "\n")
    let file = read(
      "HOME\nGET HELP\nREPORT A BENCH\nCONTACT US\nSEARCH THE PIER\nFOR IMMEDIATE RELEASE\nTuesday, March 5, 2024\nSix Blue Bicycles Lent to Those Who Wait\nNumbers and Locks Are to Keep Them in the Harbour\n\(lines)\n#\nD\nOVER\nQ\nUAYS\nAction Centre\n350 Quay Street\nMeet the Warden\nCareers\nPress Releases\n"
    )
    try #require(file.documents.count == 1)
    let document = file.documents[0]
    #expect(document.title == "Six Blue Bicycles Lent to Those Who Wait")
    #expect(document.published?.date.description == "2024-03-05")
    #expect(file.words(document.paragraphs.last?.span)?.hasPrefix("A warden keeps the keys.") == true)
  }

  /// Each text below its own day, as archives have them; the day over the menu is that of the visit.
  @Test func titlesBelowTheirDays() throws {
    let file = read(
      "Quay Council\nHome | About Us | Contacts\n\nFriday, 7 June 2019 07:12\n\nSIX BLUE BICYCLES LENT\n\n\(Self.text)\n\nTuesday, 17 April 2018 04:41\n\nA BENCH FOR THE PIER\n\n\(Self.text)\n"
    )
    #expect(file.documents.map(\.title) == ["SIX BLUE BICYCLES LENT", "A BENCH FOR THE PIER"])
    #expect(file.documents.map { $0.published?.date.description } == ["2019-06-07", "2018-04-17"])
  }

  @Test func daysOverMenus() throws {
    let file = read(
      "\(Self.menu(8))\n\nSunday, March 17, 2024\n\n\(Self.menu(12))\n\nSix blue bicycles lent to those who wait\n\nMarch 5, 2024\n\n\(Self.text)\n"
    )
    #expect(file.documents.first?.published?.date.description == "2024-03-05")
  }
}
