import IbidSource

extension Lexer {
  /// `@2024-03-05`, `@2024-03`, `@2024`, `@2024-Q1`, `@2024-H2`, `@2024-W10`, `@1990s`, `@2024-03-05T10:30:00`.
  mutating func date() {
    let start = offset
    offset += 1
    let isSound = dateBody()
    if isSound, !touchesMore() {
      if let problem = DateLiteral.problem(bytes[(start + 1)..<offset]) {
        report(SyntaxDiagnostic.badDate(string(start, offset), problem: problem, at: ByteSpan(start, offset)))
        return append(.date, from: start, isBroken: true)
      }
      return append(.date, from: start)
    }
    while isDateByte(peek()) { offset += 1 }
    let written = string(start, offset)
    report(SyntaxDiagnostic.badDate(written, problem: nil, at: ByteSpan(start, offset)))
    append(.date, from: start, isBroken: true)
  }

  /// Reads the longest form that fits; false if there is not even a year.
  private mutating func dateBody() -> Bool {
    guard take("dddd") else { return false }
    if take("s") { return true }
    if take("-Qd") || take("-Hd") || take("-Wdd") { return true }
    guard take("-dd") else { return true }
    guard take("-dd") else { return true }
    guard take("Tdd:dd") else { return true }
    _ = take(":dd")
    return true
  }

  /// Advances over a pattern in which `d` is a digit.
  private mutating func take(_ pattern: StaticString) -> Bool {
    let wanted = Array("\(pattern)".utf8)
    for (index, byte) in wanted.enumerated() {
      let found = peek(index)
      if byte == UInt8(ascii: "d") ? !Byte.isDigit(found) : found != byte { return false }
    }
    offset += wanted.count
    return true
  }

  /// The date goes on in a way that dates do not: `@2024-3-5`, `@20240305`.
  private func touchesMore() -> Bool {
    let next = peek()
    if Byte.isNameByte(next) || next == Byte.colon && Byte.isDigit(peek(1)) { return true }
    return (next == Byte.minus || next == Byte.slash) && Byte.isNameByte(peek(1))
  }

  private func isDateByte(_ byte: UInt8) -> Bool {
    Byte.isNameByte(byte) || byte == Byte.minus || byte == Byte.slash || byte == Byte.colon && Byte.isDigit(peek(1))
  }
}

/// What a date literal says, as far as the calendar goes.
enum DateLiteral {
  /// Why there is no such date; nil if there is. `bytes` has one of the forms of `Lexer.date`, without the `@`.
  static func problem(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = Array(bytes)
    func number(_ lower: Int, _ upper: Int) -> Int { text[lower..<upper].reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
    let year = number(0, 4)
    if year == 0 { return "there is no year 0" }
    guard text.count > 5 else { return nil }
    if text[5] == UInt8(ascii: "Q") { return (1...4).contains(number(6, 7)) ? nil : "a year has quarters 1 to 4" }
    if text[5] == UInt8(ascii: "H") { return (1...2).contains(number(6, 7)) ? nil : "a year has halves 1 and 2" }
    if text[5] == UInt8(ascii: "W") {
      let weeks = weeksInYear(year)
      return (1...weeks).contains(number(6, 8)) ? nil : "that year has weeks 01 to \(weeks)"
    }
    let month = number(5, 7)
    guard (1...12).contains(month) else { return "a year has months 01 to 12" }
    guard text.count >= 10 else { return nil }
    let days = daysInMonth(month, year: year)
    guard (1...days).contains(number(8, 10)) else { return "that month has days 01 to \(days)" }
    guard text.count >= 16 else { return nil }
    guard number(11, 13) < 24, number(14, 16) < 60, text.count < 19 || number(17, 19) < 60 else {
      return "times run from 00:00:00 to 23:59:59"
    }
    return nil
  }

  static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 53 where the year begins or ends on a Thursday, for each week belongs to the year of its Thursday (ISO 8601).
  static func weeksInYear(_ year: Int) -> Int {
    /// The weekday of 31 December, 0 for Sunday, by the leap years since the year 0.
    func lastDay(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return lastDay(year) == 4 || lastDay(year - 1) == 3 ? 53 : 52
  }

  /// The literal that was probably meant by `@2024-3-5`, `@2024/03/05`, `@20240305` or `@5/3/2024` (day first).
  static func repaired(_ written: String) -> String? {
    var parts: [[UInt8]] = [[]]
    for byte in written.utf8.dropFirst() {
      if byte == Byte.minus || byte == Byte.slash { parts.append([]) } else { parts[parts.count - 1].append(byte) }
    }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Byte.isDigit) }) else { return nil }
    if parts.count == 1, parts[0].count == 8 {
      parts = [Array(parts[0][..<4]), Array(parts[0][4..<6]), Array(parts[0][6...])]
    }
    if parts.count == 3, parts[2].count == 4 { parts.reverse() }
    guard (2...3).contains(parts.count), parts[0].count == 4, parts[1...].allSatisfy({ $0.count <= 2 }) else {
      return nil
    }
    let text = parts.map { ($0.count == 1 ? "0" : "") + String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return problem(Array(text.utf8)[...]) == nil ? "@" + text : nil
  }
}
