extension Moment {
  /// Reads a date or period from a text of its own: a literal as after `@`, `2024-01..2024-03`, `since 2015`,
  /// `until March 2024`, or as it is written in English.
  ///
  /// `5 March 2024`, `5th of March, 2024`, `March 5, 2024`, `Tues, 5 Mar. 2024`, `March 2024`, `Q1 2024`. Two numbers and a
  /// year (`25/03/2024`, `25.3.2024`) are read where they can mean only one day. nil for anything else, which includes
  /// words that need another date to be understood.
  package init?(written text: some StringProtocol) {
    let words = Self.words(of: String(text))
    if let moment = Self.read(words) {
      self = moment
    } else if let first = words.first?.lowercased(), first == "since" || first == "until",
      let moment = Self.read(Array(words.dropFirst()))
    {
      self.init(
        low: first == "since" ? moment.low : nil, high: first == "since" ? nil : moment.high, grain: moment.grain)
    } else if let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }),
      let first = Self.read(Self.words(of: String(text[..<dots]))),
      let last = Self.read(Self.words(of: String(text[dots...].dropFirst(2)))),
      let low = first.low, let high = last.high, low <= high
    {
      self = first.joined(to: last)
    } else {
      return nil
    }
  }

  /// Parts between blanks and commas, with the stops of abbreviations taken off.
  private static func words(of text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," }.map { word in
      word.last == "." && word.dropLast().allSatisfy(\.isLetter) ? String(word.dropLast()) : String(word)
    }
  }

  private static func read(_ given: [String]) -> Moment? {
    var words = given
    if words.count > 1, let first = words.first, weekday(first) { words.removeFirst() }
    switch words.count {
    case 1: return Moment(literal: words[0]) ?? numeric(words[0])
    case 2:
      if let moment = Moment(literal: words[0] + "T" + words[1]) { return moment }
      guard let year = year(words[1]) else { return nil }
      if let month = month(words[0]) { return Moment(year: year, month: month) }
      return Moment(literal: words[1] + "-" + words[0].uppercased())
    case 3:
      guard let year = year(words[2]) else { return nil }
      if let month = month(words[1]), let day = day(words[0]) { return Moment(year: year, month: month, day: day) }
      if let month = month(words[0]), let day = day(words[1]) { return Moment(year: year, month: month, day: day) }
      return nil
    case 4 where words[1] == "of": return read([words[0], words[2], words[3]])
    default: return nil
    }
  }

  /// `25/03/2024`, in either order, where only one of the two can be a month; with stops the day comes first.
  private static func numeric(_ word: String) -> Moment? {
    guard let separator = word.first(where: { $0 == "/" || $0 == "." || $0 == "-" }) else { return nil }
    let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let first = day(parts[0]), let second = day(parts[1]), let year = year(parts[2]) else {
      return nil
    }
    if separator == "." || first > 12 || first == second { return Moment(year: year, month: second, day: first) }
    return second > 12 ? Moment(year: year, month: first, day: second) : nil
  }

  // MARK: Words

  private static func number(_ word: some StringProtocol) -> Int? {
    word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(word) : nil
  }

  private static func year(_ word: String) -> Int? { word.utf8.count == 4 ? number(word) : nil }

  /// 1 to 31, with or without its ending.
  private static func day(_ word: String) -> Int? {
    let ending = word.suffix(2).lowercased()
    let digits = ["st", "nd", "rd", "th"].contains(ending) ? word.dropLast(2) : word[...]
    guard digits.count <= 2, let day = number(digits), (1...31).contains(day) else { return nil }
    return day
  }

  /// 1 to 12 for a name, whole or shortened to three or four letters.
  private static func month(_ word: String) -> Int? {
    let name = word.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return Calendar.monthNames.firstIndex { month in
      month.lowercased() == name || (name.utf8.count <= 4 && month.lowercased().hasPrefix(name))
    }.map { $0 + 1 }
  }

  private static func weekday(_ word: String) -> Bool {
    let name = word.lowercased()
    return name.utf8.count >= 3
      && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].contains { day in
        day == name || (name.utf8.count <= 5 && day.hasPrefix(name))
      }
  }
}
