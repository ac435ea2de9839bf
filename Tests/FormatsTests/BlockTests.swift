import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

/// Files of which whole blocks are read a column after the other, against a naive reader: numbers of all lengths, texts in quotes
/// with commas, quotes and lines in them, and now and then a row that is not as the others are.
@Suite struct BlockTests {
  @Test(arguments: 0..<24)
  func agreesWithTheNaiveReader(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x51_7CC1)
    let text = Self.text(&generator)
    let naive = NaiveDelimited(text)
    for (threads, pieceBytes) in [(1, 1 << 19), (3, 700), (2, 64)] {
      let options = ReadingOptions(parallel: Parallel(threads: threads), pieceBytes: pieceBytes)
      do throws(FormatError) {
        let read = try InputFormat.csv.read(Array(text.utf8), name: "t", file: "t.csv", options: options)
        #expect(naive.error == nil)
        if naive.error == nil { RandomDelimitedTests().check(read.table, naive, text) }
      } catch {
        #expect(error.description == naive.error)
      }
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let kinds = (0..<generator.int(in: 1...5)).map { _ in generator.int(below: 7) }
    var lines = [kinds.indices.map { "c\($0)" }.joined(separator: ",")]
    for _ in 0..<generator.int(in: 1...400) {
      if generator.int(below: 500) == 0 { lines.append("") }
      lines.append(kinds.map { cell($0, &generator) }.joined(separator: ","))
    }
    if generator.int(below: 12) == 0 { lines.append("\"open") }
    return lines.joined(separator: "\n") + (generator.int(below: 2) == 0 ? "\n" : "")
  }

  private static func cell(_ kind: Int, _ generator: inout SeededGenerator) -> String {
    func digits(_ most: Int) -> String {
      (0..<generator.int(in: 1...most)).map { _ in String(generator.int(below: 10)) }.joined()
    }
    /// Without zeros before it.
    func whole(_ most: Int) -> String {
      let text = digits(most)
      return text.hasPrefix("0") && text.count > 1 ? "1" + text.dropFirst() : text
    }
    if generator.int(below: 60) == 0 { return "" }
    let sign = generator.int(below: 4) == 0 ? "-" : ""
    switch kind {
    case 0: return sign + whole(3)
    case 1: return sign + whole(18)
    case 2: return sign + whole(9) + "." + digits(10)
    case 3: return sign + (generator.int(below: 9) == 0 ? "." + digits(8) : whole(6) + "." + digits(3))
    case 4: return ["a", "bc", "a text of more than sixteen bytes", "é", digits(12)][generator.int(below: 5)]
    case 5:
      let inner = ["a, b", "x\"\"y", "", "two\nlines", "plain", "\"\"", digits(20)][generator.int(below: 7)]
      return generator.int(below: 5) == 0 ? "plain" : "\"" + inner + "\""
    default:
      return "20\(generator.int(in: 10...29))-0\(generator.int(in: 1...9))-1\(generator.int(below: 10))"
    }
  }
}
