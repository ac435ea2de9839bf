import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Functions from one type to another. Null rule: missing for a missing argument, and for what cannot be read.

extension Evaluator {
  func conversion(_ function: ScalarFunction, _ arguments: [Column], _ expression: PlanExpression)
    throws(EngineError) -> Column
  {
    let column = arguments[0]
    switch (function, column) {
    case (.text, .text): return column
    // Two lists or places in files are seldom the same.
    case (.text, .list), (.text, .source): return .text(TextColumn(column.printed(in: executor.snapshot)))
    case (.text, _): return .text(ValueTexts.column(column, in: executor.snapshot))
    case (.int, .int), (.float, .float): return column
    case (.int, .text(let texts)): return .int(Self.readings(texts) { Int64(exactly: WrittenNumber.read($0) ?? .nan) })
    case (.float, .text(let texts)): return .float(Self.readings(texts) { WrittenNumber.read($0) })
    case (.int, _): return Self.whole(column.doubles) { $0.rounded(.towardZero) == $0 ? $0 : .nan }
    case (.float, _): return .float(column.doubles)
    case (.date, .int): return days(arguments)
    case (.date, .text(let texts)): return Self.moments(texts) { $0.low != nil && $0.high != nil && $0.isOneUnit }
    case (.period, .text(let texts)): return Self.moments(texts) { _ in true }
    default: break
    }
    // Money, quantities and durations from plain numbers.
    var plain = try Parts.plain(column, at: expression.span)
    plain.kind = MeasureKind(expression.type.base)
    switch expression.type.base {
    case .money(let unit?), .quantity(let unit?): plain.units = [unit]
    default:
      guard case .text(let units) = arguments[1], units.dictionary.count == 1 else { break }
      plain.units = [Unit.canonical(units.dictionary[0])]
    }
    return .measure(plain)
  }

  /// Something read from each different text; nil is missing.
  private static func readings<Number: Numeric & BitwiseCopyable & Sendable>(
    _ texts: TextColumn, _ read: (String) -> Number?
  ) -> FixedColumn<Number> {
    let values = texts.mapped(read)
    let valid = Bitmap(values.lazy.map { $0 != nil })
    return FixedColumn(values.map { $0 ?? .zero }, validity: valid.isAllTrue ? nil : valid)
  }

  private static func moments(_ texts: TextColumn, _ isWanted: (Moment) -> Bool) -> Column {
    .moment(
      MomentColumn(texts.mapped { text in Moment(written: text).flatMap { isWanted($0) ? $0 : nil } }))
  }

  private func days(_ numbers: [Column]) -> Column {
    let doubles = numbers.map { column in if case .int(let ints) = column { ints } else { FixedColumn<Int64>([]) } }
    return .moment(
      MomentColumn(
        [Moment?](rows: numbers[0].count, filler: nil) { row in
          guard let year = doubles[0][row], let month = doubles[1][row], let day = doubles[2][row] else { return nil }
          return Moment(year: Int(year), month: Int(month), day: Int(day))
        }))
  }
}

extension TextColumn {
  /// A function of each different text that some row has; nil for missing rows.
  func mapped<Made>(_ make: (String) -> Made?) -> [Made?] {
    var made = [Made??](repeating: nil, count: dictionary.count)
    return [Made?](rows: count, filler: nil) { row in
      guard isValid(row) else { return nil }
      let code = Int(codes[row])
      if let known = made[code] { return known }
      let value = make(dictionary[code])
      made[code] = .some(value)
      return value
    }
  }
}

/// Reads a number as people write it: `1,042.5`, `-3`, ` 2e6 `.
enum WrittenNumber {
  /// nil for anything else, for `nan` and `inf`, and past the range of floats. Before the point commas may stand before
  /// groups of three digits (of two before the last, as in India), underscores between any.
  static func read(_ text: String) -> Double? {
    var digits = ""
    var hasDigit = false
    var last: Character?
    var isAfterPoint = false
    // Digits since the start or the last comma, and those before each comma.
    var (group, groups) = (0, [Int]())
    for character in text.trimmingBlanks {
      switch character {
      case "0"..."9":
        hasDigit = true
        if !isAfterPoint { group += 1 }
        digits.append(character)
      case ",", "_":
        guard !isAfterPoint, let last, last.isASCII, last.isNumber else { return nil }
        if character == "," {
          groups.append(group)
          group = 0
        }
      case ".":
        if isAfterPoint { return nil }
        isAfterPoint = true
        digits.append(character)
      case "-", "+":
        guard last == nil || last == "e" || last == "E" else { return nil }
        digits.append(character)
      case "e", "E":
        guard hasDigit else { return nil }
        isAfterPoint = true
        digits.append(character)
      default: return nil
      }
      last = character
    }
    if let first = groups.first {
      let inner = groups.dropFirst()
      guard group == 3, first <= 3, inner.allSatisfy({ $0 == 3 }) || first <= 2 && inner.allSatisfy({ $0 == 2 })
      else { return nil }
    }
    guard hasDigit, last != ",", last != "_", let value = Double(digits), value.isFinite else { return nil }
    return value
  }
}
