import Foundation
import IbidColumns
import IbidPlan
import IbidTypes

/// BM25 by counting words (S. Robertson, H. Zaragoza, 2009).
extension Oracle {
  /// Rows with one of the words; those with all of them first, then by score, then as they stood.
  func search(_ rows: [Row], _ words: String, _ columns: [Int]) -> [Row] {
    let wanted = Self.words(words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let texts = rows.map { row in columns.flatMap { Self.words(in: row.cells[$0].value) } }
    let meanLength = texts.isEmpty ? 0 : Double(texts.reduce(0) { $0 + $1.count }) / Double(texts.count)
    let having = wanted.map { word in Double(texts.count { $0.contains(word) }) }
    var found: [(row: Row, hasAll: Bool, score: Double)] = []
    for (row, text) in zip(rows, texts) {
      let counts = wanted.map { word in Double(text.count { $0 == word }) }
      if counts.allSatisfy({ $0 == 0 }) { continue }
      var score = 0.0
      for (count, having) in zip(counts, having) {
        let rarity = log(1 + (Double(rows.count) - having + 0.5) / (having + 0.5))
        let length = 1 - 0.75 + 0.75 * Double(text.count) / meanLength
        score += rarity * count * (1.2 + 1) / (count + 1.2 * length)
      }
      var copy = Row(cells: row.cells + [Cell(.float(score))], sources: row.sources + [.remark])
      copy.windows = row.windows
      found.append((copy, counts.allSatisfy { $0 > 0 }, score))
    }
    return found.enumerated().sorted { a, b in
      if a.element.hasAll != b.element.hasAll { return a.element.hasAll }
      // Scores that differ only by the order of additions are equal.
      if abs(a.element.score - b.element.score) > 1e-12 { return a.element.score > b.element.score }
      return a.offset < b.offset
    }.map(\.element.row)
  }

  private static func words(in value: Value) -> [String] {
    switch value {
    case .text(let text): words(text)
    case .list(let elements): elements.flatMap(words(in:))
    default: []
    }
  }

  /// Runs of letters, digits and `_`, in small letters and without accents.
  static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars where !(0x300...0x36F).contains(scalar.value)
    {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" {
        word += scalar.properties.lowercaseMapping
      } else if !word.isEmpty {
        result.append(word)
        word = ""
      }
    }
    return word.isEmpty ? result : result + [word]
  }
}
