import IbidSource
import Testing

struct DiagnosticRendererTests {
  private func render(
    _ text: String, _ diagnostic: Diagnostic, width: Int = 100, style: DiagnosticRenderer.Style = .plain
  ) -> String {
    DiagnosticRenderer(style: style, width: width).render(diagnostic, in: SourceText(name: "awards.ibid", text))
  }

  private func span(_ part: String, in text: String, from start: Int = 0) -> ByteSpan {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    let lower = (start...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) } ?? 0
    return ByteSpan(lower, lower + wanted.count)
  }

  @Test func labelsHangFromTheirPlaces() {
    let text = "# awards\nmoney\n| where amount > \"1,000\"\n"
    let diagnostic = Diagnostic(
      "type-mismatch", "cannot compare money with text", at: span(">", in: text),
      labels: [
        .init(span("amount", in: text), "this is money (USD)"), .init(span("\"1,000\"", in: text), "this is text"),
      ],
      why: "money and text have no order in common", try: [.init("where amount > USD 1000")])
    #expect(
      render(text, diagnostic) == """
        error[type-mismatch]: cannot compare money with text
         --> awards.ibid:3:16
        3 | | where amount > "1,000"
          |         ------ ^ ------- this is text
          |         |
          |         this is money (USD)
          = why: money and text have no order in common
          = try: where amount > USD 1000

        """)
  }

  @Test func severalLabelsNeverCollide() {
    let text = "a + b + c"
    let diagnostic = Diagnostic(
      "x", .warning, "m", at: ByteSpan(2, 3), label: "here",
      labels: [
        .init(ByteSpan(0, 1), "first"), .init(ByteSpan(4, 5), "second"), .init(ByteSpan(8, 9), "third"),
        .init(ByteSpan(0, 9), "all"),
      ])
    #expect(
      render(text, diagnostic) == """
        warning[x]: m
         --> awards.ibid:1:3
        1 | a + b + c
          | --^------ third
          | | | |
          | | | second
          | | here
          | all
          | first

        """)
  }

  @Test func labelsOnOtherLines() {
    let text = (1...12).map { "line \($0)" }.joined(separator: "\n")
    let diagnostic = Diagnostic(
      "x", "m", at: span("line 12", in: text), label: "here",
      labels: [.init(span("line 8", in: text), "there"), .init(span("line 10", in: text), "and there")])
    #expect(
      render(text, diagnostic) == """
        error[x]: m
          --> awards.ibid:12:1
         8 | line 8
           | ------ there
         9 | line 9
        10 | line 10
           | ------- and there
        11 | line 11
        12 | line 12
           | ^^^^^^^ here

        """)
    let far = Diagnostic("x", "m", at: span("line 12", in: text), labels: [.init(ByteSpan(0, 4), "there")])
    #expect(render(text, far).contains("\n   …\n12 | line 12\n"))
  }

  @Test func tabsAndWideCharactersKeepTheirColumns() {
    let text = "a\t漢字 e\u{301} x"
    #expect(
      render(text, Diagnostic("x", "m", at: span("x", in: text), label: "here")) == """
        error[x]: m
         --> awards.ibid:1:8
        1 | a   漢字 e\u{301} x
          |            ^ here

        """)
  }

  @Test func controlAndBidiCharactersAreEscaped() {
    let text = "a \u{202E}b\u{1B}[31m\u{7} x"
    let shown = render(text, Diagnostic("x", "got \u{1B}[0m\nand \u{200F}", at: span("x", in: text), label: "\u{202E}"))
    #expect(
      shown == #"""
        error[x]: got \u{1B}[0m and \u{200F}
         --> awards.ibid:1:12
        1 | a \u{202E}b\u{1B}[31m\u{7} x
          |                            ^ \u{202E}

        """#)
  }

  @Test func longLinesAreCut() {
    let text = String(repeating: "a", count: 500) + " HERE " + String(repeating: "b", count: 500)
    let shown = render(text, Diagnostic("x", "m", at: span("HERE", in: text), label: "look"), width: 40)
    #expect(
      shown == """
        error[x]: m
         --> awards.ibid:1:502
        1 | …aaaaaaaaaaaa HERE bbbbbbbbbbbbbbbbbbbbbb…
          |               ^^^^ look

        """)
    let far = Diagnostic("x", "m", at: ByteSpan(0, 1), label: "start", labels: [.init(ByteSpan(1000, 1001), "end")])
    #expect(render(text, far, width: 40).split(separator: "\n").filter { $0.hasPrefix("1 |") }.count == 2)
  }

  @Test func oddPlacesAreFine() {
    for text in ["", "\n", "a", "a\r\n", "é", "\t"] {
      for lower in 0...4 {
        for upper in lower...5 {
          let shown = render(text, Diagnostic("x", "m", at: ByteSpan(lower, upper), label: "l"))
          #expect(shown.contains("^") && shown.contains(" l"))
        }
      }
    }
    let broken = SourceText(name: "n", bytes: [0xFF, 0xE6, 0xBC, 0x61, 0x80])
    for offset in 0...5 {
      #expect(DiagnosticRenderer().render(Diagnostic("x", "m", at: ByteSpan(offset, offset)), in: broken).contains("^"))
    }
  }

  @Test func placesOfSeveralLinesAreMarkedOnTheFirst() {
    let text = "one two\nthree"
    #expect(render(text, Diagnostic("x", "m", at: ByteSpan(4, 12))).contains("1 | one two\n  |     ^^^\n"))
  }

  @Test func colourAddsNothingButColour() {
    let text = "a + b"
    let diagnostic = Diagnostic(
      "x", "m", at: ByteSpan(2, 3), labels: [.init(ByteSpan(0, 1), "l")], why: "w", try: [.init("t")])
    var plain = ""
    var isEscape = false
    for character in render(text, diagnostic, style: .coloured) {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m", isEscape { isEscape = false }
    }
    #expect(plain == render(text, diagnostic))
  }
}
