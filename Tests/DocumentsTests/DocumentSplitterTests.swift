import IbidDocuments
import IbidSource
import Testing

@Suite struct DocumentSplitterTests {
  private let body =
    "Six boats came into the harbour in the spring, and nobody on the quay could say where they had come from. "

  private func paragraphs(_ count: Int) -> String {
    (0..<count).map { "Paragraph \($0) says this. " + body + body }.joined(separator: "\n\n")
  }

  @Test func aListPageHoldsItsItems() {
    let item = { (title: String) in
      "  • PRESS RELEASE : \(title) [March 2024]\n\n    PRESS RELEASE : \(title) [March 2024]\n\n    The press release issued by the Harbour Office on 6 June 2023.\n\n    \(self.body)\n\n"
    }
    let file = read("Tag: Home Office\n\n" + item("Boats counted in the spring") + item("Boats painted in the autumn"))
    #expect(file.documents.map(\.title) == ["Boats counted in the spring", "Boats painted in the autumn"])
    #expect(file.documents.allSatisfy { $0.issuer == "Harbour Office" && $0.kind == .pressRelease })
    #expect(file.documents[0].sentences[0].copyOf == 1)
    #expect(file.documents[0].sentences[1].copyOf == nil)
    #expect(file.source.string(file.documents[0].span).hasPrefix("PRESS RELEASE : Boats counted"))
  }

  /// A newsletter parts its items with lines of signs; their day is that of the page. In a text that is no newsletter
  /// such lines part sections.
  @Test func linesOfSignsPartTheItemsOfANewsletter() {
    let items =
      "Three boats were painted blue\n\n\(body)\n\n+++++\n\nKeys of the quay were found\n\n\(body)\n\n+++++\n\nA new rope for the old bell\n\n\(body)"
    let file = read("HARBOUR NOTES\nA newsletter of the Harbour Trust, 5 March 2024\n\n+++++\n\n" + items)
    #expect(
      file.documents.map(\.title) == [
        "Three boats were painted blue", "Keys of the quay were found", "A new rope for the old bell",
      ])
    #expect(file.documents.allSatisfy { $0.published?.date.description == "2024-03-05" })
    #expect(read("Notes on the harbour in the spring\n\n+++++\n\n" + items).documents.count == 1)
  }

  /// Items numbered with a bar or a slash are documents, with place and day at the end of their line; the year is the mail's.
  @Test func numberedItemsOfAMail() {
    let file = read(
      "From:     Rope & Tide <bulletin@ropeandtide.example.org>\nSent:     Friday, 29 November 2024 07:02\nSubject:  R&T #12: ropes, tides\n\nGood morning to all of you.\n\n~~~~~~~~~~\n\n1/  THREE BOATS ARE PAINTED BLUE                 Dover, 27 November\n\n\(body)\n\n~~~~~~~~~~\n\n2/  A NEW ROPE FOR THE OLD BELL\n\n\(body)"
    )
    #expect(file.documents.map(\.title) == ["THREE BOATS ARE PAINTED BLUE", "A NEW ROPE FOR THE OLD BELL"])
    #expect(file.documents.map { $0.published?.date.description } == ["2024-11-27", "2024-11-29"])
    #expect(file.documents.allSatisfy { $0.issuer == "Rope & Tide" })
    // Sections with full stops are parts of one text.
    let report = read(
      "Ropes of the old harbour\n\n----\n\n1. Ropes that were found\n\n\(body)\n\n----\n\n2. Ropes that were lost\n\n\(body)"
    )
    #expect(report.documents.count == 1)
  }

  /// Who made an item of a digest, and when, stands under its title.
  @Test func itemsOfADigestAreOtherPeoples() {
    let file = read(
      "QUAY ALLIANCE\n\nREPORT DIGEST\n\n----\n\n1 | BLUE BOATS\n\nThe painting of boats on the lower Sund\n\nReport by Green Rope Sund  ·  21 January 2024  ·  64 pp.\n\n\(body)\n\n----\n\n2 | WHO OWNS THE BELL?\n\nLessons from the old rope\n\nPolicy paper by Tide Basin Legal Aid. Written by Ann Orr\nLast revised: 28/02/2024\n\n\(body)"
    )
    #expect(file.documents.map(\.title) == ["BLUE BOATS", "WHO OWNS THE BELL?"])
    #expect(file.documents.map(\.issuer) == ["Green Rope Sund", "Tide Basin Legal Aid"])
    #expect(file.documents.allSatisfy { $0.kind == .report })
    #expect(file.documents.map { $0.published?.date.description } == ["2024-01-21", "2024-02-28"])
  }

  /// What is sent along with a release, under a line of signs and with a label of its own, is a document.
  @Test func aBackgrounderIsADocument() {
    let release = "Two ports to share a bell\n\nFrom: Harbour Office\n\nNews release\n\n\(paragraphs(3))\n\n"
    let file = read(
      release + "----------\n\nHow the new bell will work\n\nFrom: Harbour Office\n\nBackgrounder\n\n\(paragraphs(2))")
    #expect(file.documents.map(\.title) == ["Two ports to share a bell", "How the new bell will work"])
    let sections = read(release + "----------\n\nHow the new bell will work\n\n\(paragraphs(2))")
    #expect(sections.documents.count == 1)
  }

  @Test func aListOfRepeatedLinesIsOneDocument() {
    let file = read(String(repeating: "Boats of the old harbour\n\n", count: 30))
    #expect(file.documents.count == 1)
  }

  @Test func sectionsStayTogether() {
    let file = read(
      "Boats of the harbour\n\n\(paragraphs(3))\n\nRed boats\n\n\(paragraphs(3))\n\nBlue boats\n\n\(paragraphs(3))")
    #expect(file.documents.count == 1)
  }

  @Test func aWideGapStartsAPost() {
    let file = read(
      "Boats of the old harbour\n\n\(paragraphs(4))\n\n \n\nKeys of the new quay found\n\n\(paragraphs(4))")
    #expect(file.documents.map(\.title) == ["Boats of the old harbour", "Keys of the new quay found"])
    #expect(file.documents.first?.kind == .blog)
    #expect(file.documents.first?.kindCue?.words == "one of 2 posts on a page")
  }

  @Test func aCreditedTextStartsAPostUnlessItRepeatsTheTitle() {
    let file = read(
      "Boats of the old harbour\n\n\(paragraphs(4))\n\nKeys of the new quay\n\nThey were under the mat\n\nQuayDaily: \(body)\n\n\(paragraphs(4))\n\nNew keys for the quay\n\nThe mat is gone\n\nHerald: \(body)\n\n\(paragraphs(2))"
    )
    #expect(file.documents.map(\.title) == ["Boats of the old harbour", "Keys of the new quay"])
  }

  @Test func bylinesPartThePostsOfAPage() {
    let post = { (title: String) in
      "\(title)\nPosted on March 3, 2024 by admin\n\n\(self.paragraphs(3))\n\nLeave a comment\n\n"
    }
    let file = read("Quay Blog\n\n" + post("New masts go up on the quay") + post("Ferry strike ends at last"))
    #expect(file.documents.map(\.title) == ["New masts go up on the quay", "Ferry strike ends at last"])
    #expect(file.documents.allSatisfy { $0.published?.date.description == "2024-03-03" && $0.kind == .blog })
  }

  @Test func repeatedReleaseLabelsPartReleases() {
    let file = read(
      "FOR IMMEDIATE RELEASE\n\nBoats Are Counted\n\n\(paragraphs(2))\n\n###\n\nFOR IMMEDIATE RELEASE\n\nBoats Are Painted\n\n\(paragraphs(2))\n"
    )
    #expect(file.documents.map(\.title) == ["Boats Are Counted", "Boats Are Painted"])
  }

  @Test func aHeadlineInsideAFlattenedLine() {
    let before = String(repeating: body, count: 12)
    let after = String(
      repeating: "The desk counts keys and boats, and its officers write the numbers down in a book. ", count: 14)
    let file = read(
      "Boats counted in the harbour\n" + before
        + "Officers open new desk for lost keys and boats The harbour has opened a desk for lost keys, where two officers wait for boats. "
        + after)
    #expect(
      file.documents.map(\.title) == ["Boats counted in the harbour", "Officers open new desk for lost keys and boats"])
  }

  @Test func aNameWithAnArticleIsNoHeadline() {
    let before = String(repeating: body, count: 12)
    let file = read(
      before + "Officers of many countries met again near The Hague where the court has opened a desk for lost keys. "
        + before)
    #expect(file.documents.count == 1)
  }

  @Test func furnitureLiesOutside() {
    let file = read(
      "Home > News\n\nBoats of the old harbour\n\n\(paragraphs(2))\n\nFollow us on\n\nYou may also like\n\nSix keys found in a drawer\n"
    )
    #expect(file.documents.count == 1)
    let text = file.source.string(file.documents[0].span)
    #expect(text.hasPrefix("Boats") && !text.contains("Follow") && !text.contains("drawer"))
  }
}
