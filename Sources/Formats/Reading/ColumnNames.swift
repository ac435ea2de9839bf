/// Rules for column names, whatever the format.
enum ColumnNames {
  /// Throws if two columns have one name: a query could not say which it means.
  static func check(_ names: [String], line: Int?) throws(FormatError) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let other = first[name] {
        let places = "the \(ordinal(other + 1)) and the \(ordinal(index + 1))"
        throw FormatError("two columns are called \(excerpt(name)), \(places); rename one", line: line, column: name)
      }
      first[name] = index
    }
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
