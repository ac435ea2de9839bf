import IbidColumns
import IbidFormats
import IbidTypes
import Testing

@Suite struct TerminalFormatTests {
  private func box(_ table: Table, _ options: DisplayOptions = DisplayOptions()) -> String {
    OutputFormat.box.writer(options).text(of: table, references: entityNames)
  }

  private func plain(_ table: Table, _ options: DisplayOptions = DisplayOptions()) -> String {
    OutputFormat.plain.writer(options).text(of: table, references: entityNames)
  }

  private func columns(_ names: String..., of table: Table = sample) -> Table {
    let indices = names.map { table.schema.index(of: $0)! }
    return Table(
      name: table.name, schema: Schema(indices.map { table.schema.fields[$0] }),
      columns: indices.map { table.columns[$0] },
      rowCount: table.rowCount)
  }

  @Test func everyTypeOfValueInABox() {
    #expect(
      box(columns("source", "n", "rate", "ok", "amount")) == """
        ┌──────┬───────┬───────┬────────────────────┬──────────────────┐
        │    n │  rate │ ok    │             amount │ source           │
        │ int? │ float │ bool  │             money? │ source           │
        ├──────┼───────┼───────┼────────────────────┼──────────────────┤
        │    1 │   0.5 │ true  │               £30m │ press/003.txt:1  │
        │   -2 │   1.0 │ false │  more than €24,000 │ press/003.txt:2  │
        │    3 │ 1e+20 │ true  │         up to $6bn │ press/003.txt:3  │
        │    4 │ -3.25 │ false │         £17.50–£40 │ press/003.txt:40 │
        │    5 │   0.1 │ true  │ millions of pounds │ press/003.txt:50 │
        │    – │   0.0 │ –     │                  – │ press/003.txt:60 │
        └──────┴───────┴───────┴────────────────────┴──────────────────┘

        """)
    #expect(
      box(columns("share", "date", "speaker", "parties"), DisplayOptions(showsTypes: false)) == """
        ┌────────────────────┬───────────────────────────┬──────────────────┬──────────────────┐
        │              share │ date                      │ speaker          │ parties          │
        ├────────────────────┼───────────────────────────┼──────────────────┼──────────────────┤
        │                36% │ 2024-03-05                │ Albania          │ Albania, Europol │
        │ down more than 30% │ 2024-03                   │ –                │ NCA "joint" unit │
        │            a third │ since 2015                │ NCA "joint" unit │                  │
        │   about 200 people │ "last July" (unresolved)  │ Europol          │ –                │
        │        17–40 boats │ "last month" (unresolved) │ Albania          │ –                │
        │                  – │ –                         │ –                │ –                │
        └────────────────────┴───────────────────────────┴──────────────────┴──────────────────┘

        """)
  }

  @Test func hazardsAndWideCharacters() {
    #expect(
      box(columns("note")) == """
        ┌───────────────────────────────┐
        │ note                          │
        │ text?                         │
        ├───────────────────────────────┤
        │ plain                         │
        │ a "b", c                      │
        │ two⏎lines                     │
        │ 日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é                   │
        │ user\\u{202E}gpj.exe\\u{1B}[31m │
        │ –                             │
        └───────────────────────────────┘

        """)
  }

  /// The line as wide as the frame shows the width that was reckoned.
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("👍", 2), ("👍🏽", 2),
    ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("❤️", 2), ("❤", 1), ("…–£€", 4), ("สวัสดี", 4), ("a\u{200B}b", 10), ("\r\n\n", 2), ("\u{7F}", 6),
  ])
  func widths(_ text: String, _ width: Int) {
    let first = box(textTable("x", [text]), DisplayOptions(showsTypes: false)).split(separator: "\n")[0]
    #expect(first.count - 4 == width)
  }

  @Test func controlCharactersNeverPass() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = box(textTable("x\(scalar)", ["a\(scalar)b"]), DisplayOptions(footer: ["f\(scalar)"]))
      for seen in text.unicodeScalars where seen != "\n" {
        #expect(seen.properties.generalCategory != .control)
        #expect(!seen.properties.isBidiControl)
      }
    }
  }

  @Test func rowsInTheMiddleAreLeftOut() {
    #expect(
      box(
        intTable("n", 12_345),
        DisplayOptions(
          maxRows: 3, numbersRows: true, footer: ["3 possible (2 open bounds, 1 about)"],
          hint: "`set rows = all` shows them")
      ) == """
        ┌───────┬───────┐
        │     # │     n │
        │       │   int │
        ├───────┼───────┤
        │     1 │     0 │
        │     2 │     1 │
        │     ⋮ │     ⋮ │
        │ 12345 │ 12344 │
        └───────┴───────┘
        12,345 rows, 3 shown; `set rows = all` shows them
        3 possible (2 open bounds, 1 about)

        """)
    #expect(
      plain(intTable("n", 3), DisplayOptions(maxRows: 1)) == """
        n
        0
        ⋮
        3 rows, 1 shown

        """)
  }

  @Test func textGivesWayToNumbersAndPlaces() {
    let long = String(repeating: "word ", count: 30)
    let table = table(
      "t", ("title", .text, .text(TextColumn([long, "short"]))), ("n", .int, .int(FixedColumn([1_000_000, 2]))),
      ("body", .text, .text(TextColumn([long, long]))),
      ("source", ValueType(.source), places("a.txt", [1, 20], at: [0, 9])))
    #expect(
      box(table, DisplayOptions(width: 64)) == """
        ┌────────────────────┬─────────┬────────────────────┬──────────┐
        │ title              │       n │ body               │ source   │
        │ text               │     int │ text               │ source   │
        ├────────────────────┼─────────┼────────────────────┼──────────┤
        │ word word word wo… │ 1000000 │ word word word wo… │ a.txt:1  │
        │ short              │       2 │ word word word wo… │ a.txt:20 │
        └────────────────────┴─────────┴────────────────────┴──────────┘

        """)
  }

  @Test func columnsThatDoNotFitAreNamed() {
    #expect(
      plain(columns("n", "amount", "share", "note", "source"), DisplayOptions(width: 50)) == """
         n              amount  source
         1                £30m  press/003.txt:1
        -2   more than €24,000  press/003.txt:2
         3          up to $6bn  press/003.txt:3
         4          £17.50–£40  press/003.txt:40
         5  millions of pounds  press/003.txt:50
         –                   –  press/003.txt:60
        too narrow to show: share, note

        """)
  }

  @Test(arguments: 30...130)
  func noFrameIsWiderThanTheTerminal(_ width: Int) {
    let text = box(columns("note", "amount", "date", "parties", "source"), DisplayOptions(width: width))
    #expect(text.split(separator: "\n")[0].count <= width)
  }

  @Test func noWidthIsTooSmall() {
    for width in -1...30 { #expect(!box(sample, DisplayOptions(width: width, maxRows: 0)).isEmpty) }
  }

  @Test func endsOfPlacesAreKept() {
    let table = table("t", ("source", ValueType(.source), places("a/very/long/folder/name/003.txt", [12], at: [0])))
    #expect(plain(table, DisplayOptions(width: 14)) == "source\n…me/003.txt:12\n")
  }

  @Test func colourIsBoldAndDimOnly() {
    #expect(
      box(textTable("x", ["a", nil]), DisplayOptions(showsTypes: false, usesColour: true)) == """
        \u{1B}[2m┌───┐\u{1B}[0m
        \u{1B}[2m│ \u{1B}[0m\u{1B}[1mx\u{1B}[0m\u{1B}[2m │\u{1B}[0m
        \u{1B}[2m├───┤\u{1B}[0m
        \u{1B}[2m│ \u{1B}[0ma\u{1B}[2m │\u{1B}[0m
        \u{1B}[2m│ \u{1B}[0m\u{1B}[2m–\u{1B}[0m\u{1B}[2m │\u{1B}[0m
        \u{1B}[2m└───┘\u{1B}[0m

        """)
  }

  /// Frames and marks of a terminal without UTF-8; texts stay what they are.
  @Test func framesInASCII() {
    var options = DisplayOptions(width: 20, maxRows: 2, showsTypes: false)
    options.usesUnicode = false
    #expect(
      box(textTable("x", ["a", "b", nil]), options) == """
        +---+
        | x |
        +---+
        | a |
        | : |
        | - |
        +---+
        3 rows, 2 shown

        """)
    #expect(plain(textTable("x", ["seventeen letters and more"]), options) == "x\nseventeen letters a~\n")
  }

  private static let sentence = "In the spring the harbour police arrested thirteen drivers near the old customs house."

  /// A text that has to be cut shows the word that the row was found for.
  @Test(arguments: [
    (["arrested"], 60, "In the spring the harbour police arrested thirteen drivers …"),
    (["CUSTOMS"], 60, "In the spring the ha…een drivers near the old customs house."),
    (["harbour"], 60, "In the spring the harbour police arrested thirteen drivers …"),
    (["customs"], 24, "… the old customs house."),
    (["absent"], 30, "In the spring the harbour pol…"), (["absent", "house"], 30, "…s near the old customs house."),
    (["house"], 4, "…ho…"),
    (["house"], 1, "…"), (["house"], 200, sentence),
  ])
  func wordsStayInView(_ words: [String], _ width: Int, _ expected: String) {
    var options = DisplayOptions(width: width, showsTypes: false)
    options.focus = { _ in words }
    let line = plain(textTable("t", [Self.sentence]), options).split(separator: "\n")[1]
    #expect(line == expected)
    #expect(line.count <= width)
  }

  /// Whatever is cut, no line is wider than it may be, and a word that fits is seen.
  @Test(arguments: 1...90) func viewsFit(_ width: Int) {
    for word in Self.sentence.split(separator: " ").map(String.init) + ["日本語", "👩‍👩‍👧 saw"] {
      let text = Self.sentence + " 日本語 and 👩‍👩‍👧 saw it 日本語."
      var options = DisplayOptions(width: width, showsTypes: false)
      options.focus = { _ in [word] }
      let line = String(plain(textTable("t", [text]), options).split(separator: "\n")[1])
      #expect(cells(line) <= width, "\(line)")
      if cells(word) + 2 <= width { #expect(line.contains(word), "\(line)") }
    }
  }

  /// Wide characters take two cells.
  private func cells(_ text: String) -> Int {
    text.reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.value >= 0x1100 && $0 != "…" } ?? false ? 2 : 1) }
  }

  @Test func emptyTables() {
    #expect(plain(intTable("n", 0)) == "n\n")
    #expect(box(table("nothing"), DisplayOptions(footer: ["none"])) == "none\n")
  }

  @Test func largeTablesComeInPieces() {
    var pieces = 0
    var size = 0
    BoxFormat().write(intTable("n", 50_000), references: rowNumberReferences) {
      pieces += 1
      size = max(size, $0.utf8.count)
      #expect($0.hasSuffix("\n"))
    }
    #expect(pieces > 5)
    #expect(size < 70_000)
  }

  @Test func aFullDiskEndsTheWriting() {
    struct Full: Error {}
    var calls = 0
    #expect(throws: Full.self) {
      try BoxFormat().write(intTable("n", 50_000), references: rowNumberReferences) { _ throws(Full) in
        calls += 1
        throw Full()
      }
    }
    #expect(calls == 1)
  }
}
