import IbidTypes

/// Reads dates and periods of data files.
enum CellMoment {
  /// `2024-03-05`, also with `T07:30` or ` 07:30:00` after it: what counts as a date without being declared.
  static func isoDate(_ bytes: [UInt8], _ range: Range<Int>) -> Moment? {
    guard range.count >= 10, bytes[range.lowerBound + 4] == UInt8(ascii: "-"),
      bytes[range.lowerBound + 7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ offset: Int, _ length: Int) -> Int? {
      var value = 0
      for index in range.lowerBound + offset..<range.lowerBound + offset + length {
        guard bytes[index] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return value
    }
    if range.count == 10 {
      guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2) else { return nil }
      return Moment(year: year, month: month, day: day)
    }
    guard range.count == 16 || range.count == 19 else { return nil }
    return literal(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Any date or period as Ibid writes them: a literal, `2024-01..2024-03`, `since 2015`, `until 2024-03-05`, and
  /// `"last month" (unresolved)`.
  static func parse(_ text: String) -> Moment? {
    if let moment = literal(text) { return moment }
    if let rest = text.after("since ") {
      return literal(rest).map { Moment(low: $0.low, high: nil, grain: $0.grain) }
    }
    if let rest = text.after("until ") {
      return literal(rest).map { Moment(low: nil, high: $0.high, grain: $0.grain) }
    }
    if text.hasPrefix("\""), let words = text.dropFirst().before("\" (unresolved)") {
      return .unresolved(words, grain: .day)
    }
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }),
      let first = literal(String(text[..<dots])), let last = literal(String(text[dots...].dropFirst(2))),
      let low = first.low, let high = last.high, low <= high
    else { return nil }
    return first.joined(to: last)
  }

  private static func literal(_ text: String) -> Moment? {
    if text.utf8.count > 10, let space = text.firstIndex(of: " ") {
      return Moment(literal: text[..<space] + "T" + text[text.index(after: space)...])
    }
    return Moment(literal: text)
  }
}

extension StringProtocol {
  /// What follows a prefix, or nil.
  func after(_ prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
  /// What precedes a suffix, or nil.
  func before(_ suffix: String) -> String? { hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil }
}
