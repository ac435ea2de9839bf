import IbidSource

/// Dates as documents write them, `March 2024`, `5 March 2024`, `March 5, 2024`: read as dates, always reported.
extension Parser {
  /// A month with a year behind it, a day between them or not; nil where the next token starts no such date.
  mutating func monthFirst() -> Expression? {
    guard let month = month(at: position) else { return nil }
    if let year = year(at: position + 1) { return wordedDate(length: 2, "\(year)-\(month)") }
    guard let day = day(at: position + 1) else { return nil }
    let length = kind(ahead: 2) == .comma ? 4 : 3
    guard let year = year(at: position + length - 1) else { return nil }
    return wordedDate(length: length, "\(year)-\(month)-\(day)")
  }

  /// A day with its month and year behind it; nil where the next token starts no such date.
  mutating func dayFirst() -> Expression? {
    guard let day = day(at: position), let month = month(at: position + 1), let year = year(at: position + 2) else {
      return nil
    }
    return wordedDate(length: 3, "\(year)-\(month)-\(day)")
  }

  /// `last week`, `this month`: a call of that name, for the checker to say that a query has no clock. Nil where the next
  /// tokens are no such words.
  mutating func relativeDate() -> Expression? {
    guard kind(ahead: 1) == .name, !tokens[position + 1].hasNewlineBefore,
      ["last", "this", "next", "past", "previous", "current"].contains(text(position).lowercased()),
      ["day", "week", "month", "quarter", "year", "decade"].contains(text(position + 1).lowercased())
    else { return nil }
    let start = position
    let words = "\(text(position)) \(text(position + 1))".lowercased()
    advance()
    advance()
    let whole = span(from: start)
    return node(.call(Call(receiver: nil, name: Name(words, at: whole), arguments: [])), at: whole)
  }

  private mutating func wordedDate(length: Int, _ date: String) -> Expression {
    let span = here.joined(with: tokens[position + length - 1].span)
    report(SyntaxDiagnostic.wordedDate(date, at: span))
    for _ in 0..<length { advance() }
    return node(.literal(.date(date)), at: span)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// Two digits of the month that a token names.
  private func month(at index: Int) -> String? {
    guard index < tokens.count, tokens[index].kind == .name, tokens[index].span.count <= 9 else { return nil }
    let word = text(index).lowercased()
    guard let place = Self.fullMonths.firstIndex(of: word) ?? Self.months.firstIndex(of: word) else { return nil }
    return Self.twoDigits(place + 1)
  }

  private func day(at index: Int) -> String? {
    guard index < tokens.count, tokens[index].kind == .number, !tokens[index].hasNewlineBefore,
      tokens[index].span.count <= 2, let day = Int(text(index)), (1...31).contains(day)
    else { return nil }
    return Self.twoDigits(day)
  }

  private func year(at index: Int) -> String? {
    guard index < tokens.count, tokens[index].kind == .number, !tokens[index].hasNewlineBefore,
      tokens[index].span.count == 4, Int(text(index)) != nil
    else { return nil }
    return text(index)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
