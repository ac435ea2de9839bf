import IbidDocuments
import IbidSource
import Testing

struct OutlineCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var outline: [String]
  var testDescription: String { name }
}

@Suite struct ParagraphTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      name: "blank lines", text: "One boat left.\n\nIt came back.\n",
      outline: ["paragraph: One boat left.", "paragraph: It came back."]),
    OutlineCase(
      name: "hard wrap", text: "The first line of the text goes on\nin the second line and ends here.\n\nNext.",
      outline: ["paragraph: The first line of the text goes on\nin the second line and ends here.", "paragraph: Next."]),
    OutlineCase(
      name: "hard wrap without blank lines",
      text:
        "Two officers of the harbour counted the boats on the quay this\nmorning and found six.\nNobody had counted them before, since nobody had been asked to\ndo so.\nThe officer said:\n“I like boats.”",
      outline: [
        "paragraph: Two officers of the harbour counted the boats on the quay this\nmorning and found six.",
        "paragraph: Nobody had counted them before, since nobody had been asked to\ndo so.",
        "paragraph: The officer said:",
        "paragraph: “I like boats.”",
      ]),
    OutlineCase(
      name: "a line a paragraph", text: "Six boats came.\nTwo of them were old and leaked a little.\nNone sank.",
      outline: [
        "paragraph: Six boats came.", "paragraph: Two of them were old and leaked a little.", "paragraph: None sank.",
      ]),
    OutlineCase(
      name: "hard wrap within a name, cut off at the end",
      text:
        "The minister announced the office on a visit to the northern port, where she\nmet with the Norwegian Fisheries Minister, Ingrid Fjellheim\nSolbakken, to settle how crews and their masters are questioned after a...Continue",
      outline: [
        "paragraph: The minister announced the office on a visit to the northern port, where she\nmet with the Norwegian Fisheries Minister, Ingrid Fjellheim\nSolbakken, to settle how crews and their masters are questioned after a...Continue"
      ]),
    OutlineCase(
      name: "bullets", text: "The plan will:\n\n  • count boats\n  • paint\n    boats\n  - sell boats\n\nDone.",
      outline: [
        "paragraph: The plan will:", "bullet: count boats", "bullet: paint\n    boats", "bullet: sell boats",
        "paragraph: Done.",
      ]),
    OutlineCase(
      name: "a list without signs", text: "The plan will:\n\n    Count boats\n    Paint boats\n\nDone.",
      outline: ["paragraph: The plan will:", "bullet: Count boats", "bullet: Paint boats", "paragraph: Done."]),
    OutlineCase(
      name: "numbers", text: "1. Count.\n2) Paint.\n(a) Sell.\n\n12 boats came.",
      outline: ["bullet: Count.", "bullet: Paint.", "bullet: Sell.", "paragraph: 12 boats came."]),
    OutlineCase(
      name: "a dash inside wrapped prose",
      text: "The harbour is small and very old and has one quay\n- the northern one - which is closed on most days.",
      outline: [
        "paragraph: The harbour is small and very old and has one quay\n- the northern one - which is closed on most days."
      ]),
    OutlineCase(
      name: "Markdown",
      text:
        "# Boats\n\n## Count ##\n\nSix.\n\n> Too many.\n> Far too many.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n\n- red\n- blue",
      outline: [
        "heading: Boats", "heading: Count", "paragraph: Six.", "quote: Too many.\n> Far too many.",
        "table: | a | b |\n|---|---|\n| 1 | 2 |",
        "bullet: red", "bullet: blue",
      ]),
    OutlineCase(
      name: "underlined headings",
      text: "Boats of the year\n=================\n\nSix came.\n\nRed ones\n--------\n\nTwo came.",
      outline: ["heading: Boats of the year", "paragraph: Six came.", "heading: Red ones", "paragraph: Two came."]),
    OutlineCase(
      name: "plain headings",
      text:
        "Boats of the old harbour\n\nSix boats came in the spring and nobody knew why.\n\nRed boats\n\nTwo of them were red. The rest were not.",
      outline: [
        "heading: Boats of the old harbour", "paragraph: Six boats came in the spring and nobody knew why.",
        "heading: Red boats",
        "paragraph: Two of them were red. The rest were not.",
      ]),
    OutlineCase(
      name: "tabs", text: "Boats:\n\nyear\tred\tblue\n2023\t1\t2\n2024\t3\t4\n\nEnd.",
      outline: ["paragraph: Boats:", "table: year\tred\tblue\n2023\t1\t2\n2024\t3\t4", "paragraph: End."]),
    OutlineCase(
      name: "captions",
      text: "Six boats came.\n\n![a boat](boat.png)\n\nFigure 2: boats by colour\n\nA boat at the quay. Photo: Ann Lee",
      outline: [
        "paragraph: Six boats came.", "caption: ![a boat](boat.png)", "caption: Figure 2: boats by colour",
        "caption: A boat at the quay. Photo: Ann Lee",
      ]),
    OutlineCase(
      name: "heading above wrapped text that is given in full later",
      text:
        "Officers count boats again\nTwo officers of the harbour counted the boats on\nthe quay and found...Read more\nTwo officers of the harbour counted the boats on the quay and found six of them, all red, with nobody on board who could say where they had come from or why.",
      outline: [
        "heading: Officers count boats again",
        "paragraph: Two officers of the harbour counted the boats on\nthe quay and found...Read more",
        "paragraph: Two officers of the harbour counted the boats on the quay and found six of them, all red, with nobody on board who could say where they had come from or why.",
      ]),
  ]

  @Test(arguments: cases) func outline(_ expected: OutlineCase) {
    #expect(read(expected.text).outline == expected.outline)
  }

  @Test func listsStandUnderTheirLeadIn() {
    let file = read("# Boats\n\nThe plan will:\n\n- count\n  - red\n- paint\n\nDone.\n\n## More\n\nText of more.")
    #expect(file.documents.first?.paragraphs.map(\.under) == [nil, 0, 1, 2, 1, 0, 0, 6])
  }

  @Test func rowsOfATableAreSentences() {
    let file = read("Text before it.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    #expect(
      file.documents.first?.sentences.map { file.source.string($0.span) } == [
        "Text before it.", "| a | b |", "| 1 | 2 |",
      ])
  }
}
