import IbidColumns
import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

// Functions of text. Null rule: a missing argument makes the result missing. Work is done once for each combination of
// arguments, see `DistinctArguments`.

extension Evaluator {
  /// A function whose first argument is a text.
  func text(_ function: ScalarFunction, _ operands: [Operand], _ expression: PlanExpression) throws(EngineError)
    -> Column
  {
    let isConstant = operands.allSatisfy(\.isConstant)
    if case .reference(let references) = operands[0].column {
      let rows = isConstant ? 1 : count
      return named(references, operands[1].expanded(to: rows), rows)
    }
    if let found = searched(function, operands) { return found }
    let arguments = DistinctArguments(operands, rows: count)
    do {
      return arguments.spread(try text(function, arguments, expression.type.base))
    } catch {
      throw .failed(.tooLong("the text", by: function.name, at: expression.span))
    }
  }

  private func text(_ function: ScalarFunction, _ a: DistinctArguments, _ type: DataType)
    throws(DistinctArguments.TooLarge) -> Column
  {
    switch function {
    case .lower, .upper:
      return try a.written { row, result in
        if !PlainLetters.put(a.bytes(0, row), asCapitals: function == .upper, behind: &result) {
          let text = a.string(0, row)
          result += (function == .upper ? text.uppercased() : text.lowercased()).utf8
        }
        return true
      }
    case .capitalize: return try a.texts { a.string(0, $0).capitalized }
    case .titleCase: return try a.texts { a.string(0, $0).titleCased }
    case .fold: return try a.texts { String(decoding: TextFold.fold(a.bytes(0, $0)), as: UTF8.self) }
    case .trim: return try a.texts { a.string(0, $0).trimmingBlanks }
    case .reverse: return try a.texts { String(a.string(0, $0).reversed()) }
    case .repeat: return try a.texts { row throws(DistinctArguments.TooLarge) in try a.repeated(row) }
    case .padStart: return try a.texts { row throws(DistinctArguments.TooLarge) in try a.padded(row, atStart: true) }
    case .padEnd: return try a.texts { row throws(DistinctArguments.TooLarge) in try a.padded(row, atStart: false) }
    case .substring: return try a.texts { a.substring($0) }
    case .replace:
      return try a.written { row, result throws(DistinctArguments.TooLarge) in try a.replace(row, &result) }
    case .length: return a.ints { PlainLetters.count(a.bytes(0, $0).span) ?? a.string(0, $0).count }
    case .wordCount: return a.ints { TextWords.count(in: a.bytes(0, $0)) }
    case .position: return a.ints { a.position($0) }
    case .split: return a.textLists { row, parts in a.eachPart(row) { parts.append(bytes: $0) } }
    case .lines: return a.textLists { row, parts in for line in a.string(0, row).lines { parts.append(line) } }
    case .words:
      return a.textLists { row, parts in
        let text = a.bytes(0, row)
        for range in TextWords.ranges(in: text) { parts.append(bytes: text[range]) }
      }
    case .startsWith: return a.bools { a.bytes(0, $0).starts(with: a.bytes(1, $0)) }
    case .endsWith: return a.bools { a.bytes(0, $0).reversed().starts(with: a.bytes(1, $0).reversed()) }
    case .contains: return a.bools { TextFold.findExact(a.bytes(1, $0), in: a.bytes(0, $0)) }
    case .has:
      let (texts, words) = (a.prepared(0, TextFold.fold), a.prepared(1, TextFold.fold))
      return a.bools { row in
        guard let text = texts(row), let words = words(row) else { return false }
        return words.isEmpty || TextFold.find(words, in: text[...], from: 0, wholeWords: true) != nil
      }
    case .occurrences:
      let (texts, words) = (a.prepared(0, TextFold.fold), a.prepared(1, TextFold.fold))
      return a.ints { row in
        guard let text = texts(row), let words = words(row) else { return nil }
        return TextFold.occurrences(of: words, in: text)
      }
    case .similarity:
      let trigrams = [0, 1].map { a.prepared($0) { Trigrams(of: TextFold.fold($0)) } }
      return a.floats { row in
        guard let first = trigrams[0](row), let second = trigrams[1](row) else { return 0 }
        return first.similarity(to: second)
      }
    default: return try matches(function, a, type)
    }
  }

  /// `contains` and `has` with one text for all rows: entries of the dictionary are looked through, not rows.
  private func searched(_ function: ScalarFunction, _ operands: [Operand]) -> Column? {
    guard function == .contains || function == .has, case .text(let texts) = operands[0].column,
      case .text(let words) = operands[1].column, operands[1].isConstant, !operands[0].isConstant, words.isValid(0)
    else { return nil }
    let wanted = words.dictionary.bytes[words.dictionary.range(Int(words.codes[0]))]
    return .bool(
      TextKernels.search(
        texts, for: function == .has ? TextFold.fold(wanted) : Array(wanted), isFolded: function == .has))
  }

  /// Functions that take a regular expression as their second argument.
  private func matches(_ function: ScalarFunction, _ a: DistinctArguments, _ type: DataType)
    throws(DistinctArguments.TooLarge) -> Column
  {
    // Of no rows there is no pattern either. The checker has compiled it; a plan made by hand may hold anything.
    guard let pattern = a.constant(1), let regex = try? PatternCache.shared.entry(pattern).regex else {
      return .missing(type, count: a.count)
    }
    switch function {
    case .extract:
      return try a.written { row, result in
        let text = a.bytes(0, row)
        guard let parts = regex.firstMatch(in: text), let range = parts.count > 1 ? parts[1] : parts[0] else {
          return false
        }
        result += text[range]
        return true
      }
    case .extractAll:
      return a.textLists { row, found in
        let text = a.bytes(0, row)
        for parts in regex.matches(in: text) {
          if let range = parts.count > 1 ? parts[1] : parts[0] { found.append(bytes: text[range]) }
        }
      }
    case .countMatches: return a.ints { regex.matches(in: a.bytes(0, $0)).count }
    case .splitMatches:
      return a.textLists { row, parts in
        let text = a.bytes(0, row)
        var start = text.startIndex
        for match in regex.matches(in: text) {
          // An empty match separates nothing.
          guard let whole = match[0], !whole.isEmpty else { continue }
          parts.append(bytes: text[start..<whole.lowerBound])
          start = whole.upperBound
        }
        parts.append(bytes: text[start...])
      }
    default:
      let templates = a.prepared(2) { ReplacementTemplate($0) }
      return try a.written { row, result throws(DistinctArguments.TooLarge) in
        guard let template = templates(row) else { return false }
        let text = a.bytes(0, row)
        let begin = result.count
        var start = text.startIndex
        for match in regex.matches(in: text) {
          guard let whole = match[0] else { continue }
          result += text[start..<whole.lowerBound]
          template.append(match, of: text, to: &result)
          if result.count - begin > DistinctArguments.Limit.columnBytes { throw DistinctArguments.TooLarge() }
          start = whole.upperBound
        }
        result += text[start...]
        return true
      }
    }
  }

  /// `party has "UK"`: whether the row that a reference leads to is called so, see `RowNames`.
  func named(_ references: ReferenceColumn, _ wanted: Column, _ rows: Int) -> Column {
    guard case .text(let words) = wanted, let table = executor.snapshot.tables[references.table],
      let names = RowNames(of: table)
    else { return .missing(.bool, count: rows) }
    var searches: [Int32: RowNames.Search] = [:]
    var cache: [Int64: Bool] = [:]
    return .bool(
      Kleene.column(count: rows, validity: bothValid(references.validity, words.validity)) { row in
        guard let word = words[row], let target = references[row] else { return false }
        let key = Int64(words.codes[row]) << 32 | Int64(target)
        if let known = cache[key] { return known }
        let search = searches[words.codes[row]] ?? names.search(for: word)
        searches[words.codes[row]] = search
        let isNamed = names.row(Int(target), fits: search)
        cache[key] = isNamed
        return isNamed
      })
  }

  /// `parties has "UK"`: for each element of each list whether it is called so; the texts are one a list.
  func named(_ lists: ListColumn, _ texts: Column) -> Column {
    guard case .reference(let references) = lists.elements else { return .missing(.list(.bool), count: lists.count) }
    let rows = lists.owners.map { $0 == lists.count ? -1 : $0 }
    return lists.mapping(named(references, texts.gathered(rows), rows.count))
  }
}

extension DistinctArguments {
  fileprivate func repeated(_ row: Int) throws(TooLarge) -> String {
    let (text, times) = (string(0, row), int(1, row))
    if times <= 0 || text.isEmpty { return "" }
    if times > Limit.cellBytes / text.utf8.count { throw TooLarge() }
    return String(repeating: text, count: times)
  }

  fileprivate func padded(_ row: Int, atStart: Bool) throws(TooLarge) -> String {
    let (text, width) = (string(0, row), int(1, row))
    let filling = has(2) ? string(2, row) : " "
    let missing = width - text.count
    if missing <= 0 || filling.isEmpty { return text }
    if missing > Limit.cellBytes / filling.utf8.count { throw TooLarge() }
    let padding = String(String(repeating: filling, count: missing / filling.count + 1).prefix(missing))
    return atStart ? padding + text : text + padding
  }

  /// The parts of the first argument between those that are like the second; all of it where that is empty.
  fileprivate func eachPart<Failure: Error>(_ row: Int, _ body: (ArraySlice<UInt8>) throws(Failure) -> Void)
    throws(Failure)
  {
    let mark = bytes(1, row)
    var rest = bytes(0, row)
    while let place = TextFold.firstIndex(of: mark, in: rest) {
      try body(rest[..<place])
      rest = rest[(place + mark.count)...]
    }
    try body(rest)
  }

  fileprivate func replace(_ row: Int, _ result: inout [UInt8]) throws(TooLarge) -> Bool {
    let new = bytes(2, row)
    let begin = result.count
    var isFirst = true
    try eachPart(row) { (part: ArraySlice<UInt8>) throws(TooLarge) in
      if !isFirst { result += new }
      isFirst = false
      result += part
      if result.count - begin > Limit.columnBytes { throw TooLarge() }
    }
    return true
  }

  fileprivate func substring(_ row: Int) -> String {
    let text = string(0, row)
    let range = Positions.range(from: int(1, row), count: has(2) ? int(2, row) : nil, of: text.count)
    return String(text.dropFirst(range.lowerBound).prefix(range.count))
  }

  /// Characters before the first occurrence and one.
  fileprivate func position(_ row: Int) -> Int? {
    let (text, part) = (bytes(0, row), bytes(1, row))
    if part.isEmpty { return 1 }
    return TextFold.firstIndex(of: part, in: text).map { String(decoding: text[..<$0], as: UTF8.self).count + 1 }
  }
}

/// Positions in texts and lists: from 1, negative ones from the end.
enum Positions {
  /// Index from 0 of a position; nil outside.
  static func index(_ position: Int, of count: Int) -> Int? {
    let index = position < 0 ? position &+ count : position &- 1
    return position != 0 && index >= 0 && index < count ? index : nil
  }

  /// What of `0..<length` lies in the stretch of `count` places from a position on, all without a count.
  static func range(from position: Int, count: Int?, of length: Int) -> Range<Int> {
    let start = position < 0 ? length + position : position - 1
    let (past, isFar) = start.addingReportingOverflow(max(count ?? .max, 0))
    let end = isFar ? length : min(past, length)
    let lower = min(max(start, 0), length)
    return lower..<max(lower, end)
  }
}
