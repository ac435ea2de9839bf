import Foundation
import Testing

@testable import IbidCommand

/// Random keys at a real prompt: what is on the screen is what a model of the text says, cell by cell.
@Suite(.serialized) struct PromptFuzzTests {
  private static let ascii = ["a", "b", " ", "money", "| take 3", "\"", "(", "x1"]
  private static let unicode = ["日", "本語", "é", "e\u{301}", "👍", "👨‍👩‍👧", "a", " ", "한", "ё"]

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  /// A key and what it does to the text.
  private static func step(
    _ random: inout Generator, _ texts: [String], _ buffer: inout EditBuffer
  ) -> String {
    switch random.next() % 14 {
    case 0:
      buffer.cursor = max(0, buffer.cursor - 1)
      return "\u{1B}[D"
    case 1:
      buffer.cursor = min(buffer.characters.count, buffer.cursor + 1)
      return "\u{1B}[C"
    case 2:
      if buffer.cursor > 0 { buffer.remove(buffer.cursor - 1..<buffer.cursor) }
      return "\u{7F}"
    case 3:
      if buffer.cursor < buffer.characters.count { buffer.remove(buffer.cursor..<buffer.cursor + 1) }
      return "\u{1B}[3~"
    case 4:
      buffer.cursor = buffer.lineStart
      return "\u{01}"
    case 5:
      buffer.cursor = buffer.lineEnd
      return "\u{05}"
    case 6:
      buffer.insert("\n")
      return "\u{1B}\r"
    case 7 where !buffer.isOnFirstLine:
      buffer.moveUp()
      return "\u{1B}[A"
    case 8:
      buffer.cursor = buffer.wordStart
      return "\u{1B}b"
    default:
      let text = texts[Int(random.next() % UInt64(texts.count))]
      buffer.insert(text)
      return text
    }
  }

  @Test(arguments: 0..<6)
  func theScreenShowsTheText(seed: Int) throws {
    let texts = seed % 2 == 0 ? Self.ascii : Self.unicode
    var random = Generator(state: UInt64(seed) &* 7919 &+ 17)
    let prompt = try Prompt(arguments: ["--no-init"], columns: 40, rows: 30)
    let renderer = LineRenderer(width: 40, height: 30)
    var buffer = EditBuffer()
    var keys: [String] = []
    for _ in 0..<60 {
      let key = Self.step(&random, texts, &buffer)
      keys.append(key)
      prompt.type(key)
      let frame = renderer.frame(buffer)
      if frame.rows.count > 20 { break }
      let expected = frame.rows.map { row in
        var row = row
        while row.last == " " { row.removeLast() }
        return row
      }
      let shows = prompt.terminal.waitUntil { screen in
        let top = screen.row - frame.cursorRow
        let shown = top >= 0 ? Array(screen.lines.dropFirst(top).prefix(frame.rows.count)) : []
        return Self.padded(shown, to: expected.count) == expected && screen.column == frame.cursorColumn
      }
      try #require(shows, "\(keys)\n\(prompt.terminal.screen.text)")
    }
  }

  private static func padded(_ lines: [String], to count: Int) -> [String] {
    lines + Array(repeating: "", count: max(0, count - lines.count))
  }
}
