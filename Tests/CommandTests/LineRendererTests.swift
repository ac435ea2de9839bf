import Testing

@testable import IbidCommand

/// What is drawn, on a screen made of cells.
@Suite struct LineRendererTests {
  private let renderer = LineRenderer(width: 20, height: 10)

  @Test func breaksRowsBeforeTheEdge() {
    let frame = renderer.frame(EditBuffer("documents | take 10"))
    #expect(frame.rows == ["ibid> documents | t", "ake 10"])
    #expect((frame.cursorRow, frame.cursorColumn) == (1, 6))
  }

  @Test func continuesLines() {
    let frame = renderer.frame(EditBuffer("money\n| take 1", cursor: 2))
    #expect(frame.rows == ["ibid> money", "  ... | take 1"])
    #expect((frame.cursorRow, frame.cursorColumn) == (0, 8))
  }

  @Test func wideCharactersStayWhole() {
    let frame = renderer.frame(EditBuffer("日本語日本語日", cursor: 6))
    #expect(frame.rows == ["ibid> 日本語日本語", "日"])
    #expect((frame.cursorRow, frame.cursorColumn) == (1, 0))
  }

  @Test func controlCharactersAreEscaped() {
    #expect(renderer.frame(EditBuffer("a\u{1B}[2Jb")).rows == ["ibid> a\\u{1B}[2Jb"])
    #expect(renderer.frame(EditBuffer("a\u{202E}b")).rows == ["ibid> a\\u{202E}b"])
  }

  @Test func ofALongTextTheRowsAtTheCursorAreShown() {
    let text = (1...50).map(String.init).joined(separator: "\n")
    let frame = renderer.frame(EditBuffer(text, cursor: 0))
    #expect(frame.rows.count == 10 && frame.rows[0] == "ibid> 1" && frame.cursorRow == 0)
    #expect(renderer.frame(EditBuffer(text)).rows.last == "  ... 50")
  }

  /// Random edits, drawn one over the other, leave what drawing the last one alone leaves.
  @Test(arguments: 0..<20)
  func drawingOverDrawsTheSame(seed: Int) {
    var random = Generator(state: UInt64(seed) &* 7919 &+ 1)
    let pieces = ["a", "money ", "\n", "日", "é", "e\u{301}", "| where x > £3m", "👍", "\t"]
    var buffer = EditBuffer()
    var shown: LineRenderer.Frame?
    var screen = Screen(columns: 20, rows: 10)
    for _ in 0..<60 {
      switch random.next() % 6 {
      case 0: buffer.cursor = Int(random.next() % UInt64(buffer.characters.count + 1))
      case 1 where buffer.cursor > 0: buffer.remove(buffer.cursor - 1..<buffer.cursor)
      case 2: buffer.moveUp()
      case 3: buffer.remove(buffer.cursor..<buffer.wordEnd)
      default: buffer.insert(pieces[Int(random.next() % UInt64(pieces.count))])
      }
      let frame = renderer.frame(buffer)
      _ = screen.show(renderer.update(from: shown, to: frame).utf8)
      shown = frame
      var fresh = Screen(columns: 20, rows: 10)
      _ = fresh.show(renderer.update(from: nil, to: frame).utf8)
      let rows = Array(screen.lines.suffix(fresh.lines.count))
      #expect(rows == fresh.lines)
      #expect(screen.column == fresh.column)
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}

/// What keys do to the text.
@Suite struct EditBufferTests {
  @Test func countsCharactersAsPeopleSeeThem() {
    var buffer = EditBuffer("a👨‍👩‍👧b", cursor: 2)
    #expect(buffer.remove(1..<2) == "👨‍👩‍👧")
    #expect(buffer.text == "ab" && buffer.cursor == 1)
    let marked = EditBuffer(scalars: Array("e\u{301}x".unicodeScalars), cursor: 1)
    #expect(marked.cursor == 0)
  }

  @Test func aMarkJoinsTheLetterBefore() {
    var buffer = EditBuffer("e")
    buffer.insert("\u{301}")
    #expect(buffer.characters.count == 1 && buffer.cursor == 1)
  }

  @Test func movesByLinesAndWords() {
    var buffer = EditBuffer("money\n| where amount", cursor: 15)
    #expect(buffer.wordStart == 14 && buffer.wordEnd == 20 && buffer.lineStart == 6)
    buffer.moveUp()
    #expect(buffer.cursor == 5)
    buffer.moveDown()
    #expect(buffer.cursor == 11)
  }
}
