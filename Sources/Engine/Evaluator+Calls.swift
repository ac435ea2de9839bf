import IbidColumns
import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

extension Evaluator {
  mutating func call(_ function: ScalarFunction, _ arguments: [PlanExpression], _ expression: PlanExpression) throws(EngineError) -> Operand {
    var operands: [Operand] = []
    for argument in arguments { operands.append(try evaluate(argument)) }
    let isConstant = operands.allSatisfy(\.isConstant)
    let rows = isConstant ? 1 : count
    func at(_ index: Int) -> Column { isConstant ? operands[index].column : operands[index].expanded(to: rows) }
    let result: Column
    switch function {
    case .lower, .upper, .trim, .length, .startsWith, .endsWith, .replace, .split, .join, .occurrences, .wordCount, .extract, .has, .contains:
      result = try text(function, operands, at, rows, expression)
    case .abs, .round, .floor, .ceiling, .sqrt, .power, .mod, .int, .float: result = try number(function, at, expression)
    case .year, .quarter, .month, .day, .yearNumber, .monthOfYear, .dayOfWeek, .since, .until, .start, .end, .daysBetween:
      result = date(function, at, rows)
    case .above, .atLeast, .below, .upTo, .about, .asUnit, .convert: result = try bound(function, at, expression)
    case .same: result = try same(at(0), at(1), expression)
    case .possibly, .certainly:
      guard case .bool(let truth) = at(0) else { return Operand(.missing(.bool, count: 1), isConstant: true) }
      result = .bool(BoolColumn(function == .certainly ? truth.truth : truth.truth | ~(truth.validity ?? Bitmap(repeating: true, count: truth.count))))
    case .first, .last:
      guard case .list(let lists) = at(0) else { return Operand(.missing(expression.type.base, count: 1), isConstant: true) }
      result = lists.elements.gathered(
        (0..<lists.count).map { row in
          let range = lists.range(row)
          return range.isEmpty || !lists.isValid(row) ? -1 : Int32(function == .first ? range.lowerBound : range.upperBound - 1)
        })
    case .text:
      let column = at(0)
      result = .text(TextColumn((0..<column.count).lazy.map { column.isValid($0) ? column.value(at: $0).plainText : nil }))
    }
    return Operand(result, isConstant: isConstant)
  }

  // MARK: Text

  private func text(_ function: ScalarFunction, _ operands: [Operand], _ at: (Int) -> Column, _ rows: Int, _ expression: PlanExpression) throws(EngineError) -> Column {
    if case .list(let lists) = at(0) {
      if function == .length {
        return .int(FixedColumn((0..<lists.count).map { Int64(lists.range($0).count) }, validity: lists.validity))
      }
      guard function == .join, case .text(let separators) = at(1) else { return .missing(expression.type.base, count: rows) }
      return .text(
        TextColumn(
          (0..<rows).lazy.map { row in
            guard lists.isValid(row), let separator = separators[row] else { return nil }
            return lists.range(row).map { lists.elements.value(at: $0).plainText }.joined(separator: separator)
          }))
    }
    if case .reference(let references) = at(0) { return named(references, at(1), rows) }
    guard case .text(let texts) = at(0) else { return .missing(expression.type.base, count: rows) }
    /// The second argument where it is one text for all rows.
    var word: String?
    if operands.count > 1, operands[1].isConstant, case .text(let column) = operands[1].column { word = column[0] }
    switch function {
    case .lower: return .text(TextKernels.map(texts) { $0.lowercased() })
    case .upper: return .text(TextKernels.map(texts) { $0.uppercased() })
    case .trim: return .text(TextKernels.map(texts) { $0.trimmingBlanks })
    case .length: return .int(TextKernels.count(texts) { String(decoding: $0, as: UTF8.self).count })
    case .wordCount: return .int(TextKernels.wordCount(texts))
    case .has where word != nil: return .bool(TextKernels.has(texts, word ?? ""))
    case .contains where word != nil: return .bool(TextKernels.contains(texts, word ?? ""))
    case .occurrences where word != nil: return .int(TextKernels.occurrences(texts, word ?? ""))
    case .extract:
      guard let word, let regex = try? RegularExpression(word) else { return .missing(.text, count: rows) }
      return .text(
        TextKernels.map(texts) { text in
          let bytes = Array(text.utf8)[...]
          guard let parts = regex.firstMatch(in: bytes), let range = parts.count > 1 ? parts[1] : parts[0] else { return nil }
          return String(decoding: bytes[range], as: UTF8.self)
        })
    case .split:
      guard case .text(let separators) = at(1) else { return .missing(expression.type.base, count: rows) }
      var offsets: [Int32] = [0]
      var parts: [String] = []
      for row in 0..<rows {
        if let text = texts[row], let separator = separators[row] { parts += text.split(on: separator) }
        offsets.append(Int32(parts.count))
      }
      return .list(ListColumn(offsets: offsets, elements: .text(TextColumn(parts)), validity: bothValid(texts.validity, separators.validity)))
    case .replace:
      guard case .text(let old) = at(1), case .text(let new) = at(2) else { return .missing(.text, count: rows) }
      return .text(
        TextColumn((0..<rows).lazy.map { row in texts[row].flatMap { text in old[row].flatMap { from in new[row].map { text.split(on: from).joined(separator: $0) } } } }))
    default: break
    }
    // Both arguments vary by row.
    guard case .text(let others) = at(1) else { return .missing(expression.type.base, count: rows) }
    let validity = bothValid(texts.validity, others.validity)
    if function == .occurrences {
      return .int(
        FixedColumn((0..<rows).map { row in TextKernels.occurrences(TextColumn([texts[row]]), others[row] ?? "").values[0] }, validity: validity))
    }
    return .bool(
      Kleene.column(count: rows, validity: validity) { row in
        guard let text = texts[row], let other = others[row] else { return false }
        switch function {
        case .startsWith: return text.hasPrefix(other)
        case .endsWith: return text.hasSuffix(other)
        case .contains: return TextFold.findExact(Array(other.utf8), in: Array(text.utf8)[...])
        default:
          let needle = TextFold.fold(other)
          return needle.isEmpty || TextFold.find(needle, in: TextFold.fold(text)[...], from: 0, wholeWords: true) != nil
        }
      })
  }

  /// `party has "UK"`: the row's name or title, or one of its aliases, letter for letter but folded.
  private func named(_ references: ReferenceColumn, _ wanted: Column, _ rows: Int) -> Column {
    guard let table = executor.snapshot.tables[references.table], case .text(let words) = wanted,
      case .text(let names)? = table.column("name") ?? table.column("title")
    else { return .missing(.bool, count: rows) }
    var aliases: ListColumn?
    if case .list(let lists)? = table.column("aliases") { aliases = lists }
    var cache: [Int64: Bool] = [:]
    return .bool(
      Kleene.column(count: rows, validity: bothValid(references.validity, words.validity)) { row in
        guard let word = words[row], let target = references[row] else { return false }
        let key = Int64(words.codes[row]) << 32 | Int64(target)
        if let known = cache[key] { return known }
        let folded = TextFold.fold(word)
        var isNamed = names[Int(target)].map { TextFold.fold($0) == folded } ?? false
        if let aliases, !isNamed {
          isNamed = aliases.range(Int(target)).contains { if case .text(let alias) = aliases.elements.value(at: $0) { TextFold.fold(alias) == folded } else { false } }
        }
        cache[key] = isNamed
        return isNamed
      })
  }

  // MARK: Numbers

  private func number(_ function: ScalarFunction, _ at: (Int) -> Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    func overflow() -> EngineError { .failed(.overflow("the result of `\(function.rawValue)`", at: expression.span)) }
    switch (function, at(0)) {
    case (.abs, .int(let column)):
      if column.holdsLeast { throw overflow() }
      // Wraps only in missing rows.
      return .int(FixedColumn(column.values.map { $0 < 0 ? 0 &- $0 : $0 }, validity: column.validity))
    case (.abs, .float(let column)): return .float(FixedColumn(column.values.map { Swift.abs($0) }, validity: column.validity))
    case (.abs, .measure(let column)):
      let values = (0..<column.count).map { row -> Measure? in column[row].map(Self.absolute) }
      guard let result = Column.measures(values, kind: column.kind) else { throw overflow() }
      return result
    case (.round, let column):
      var places = 0
      if case .constant(.int(let value))? = expressionArgument(expression, 1) { places = Int(value) }
      switch column {
      case .int: return column
      case .float(let floats):
        // Through the shortest decimal, so that 2.345 is what it looks like.
        return .float(FixedColumn(floats.values.map { ExactNumber(shortestDecimalOf: $0)?.rounded(toPlaces: places)?.double ?? $0 }, validity: floats.validity))
      case .measure(let measures):
        guard let result = try? MeasureArithmetic.mapEnds(measures, { value, _ in value.rounded(toPlaces: places) }) else { throw overflow() }
        return .measure(result)
      default: return column
      }
    case (.floor, let column): return Self.whole(column.doubles) { $0.rounded(.down) }
    case (.ceiling, let column): return Self.whole(column.doubles) { $0.rounded(.up) }
    case (.sqrt, let column): return .float(Self.finite(column.doubles.values.map { $0.squareRoot() }, column.validity))
    case (.power, let column):
      let (bases, exponents) = (column.doubles, at(1).doubles)
      return .float(Self.finite((0..<bases.count).map { Self.power(bases.values[$0], exponents.values[$0]) }, bothValid(bases.validity, exponents.validity)))
    case (.mod, .int(let a)):
      guard case .int(let b) = at(1) else { return .missing(.int, count: a.count) }
      let isDefined = Bitmap((0..<a.count).lazy.map { b.values[$0] != 0 })
      let values = (0..<a.count).map { row -> Int64 in
        let (x, y) = (a.values[row], b.values[row])
        if y == 0 || y == -1 { return 0 }
        let rest = x % y
        return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
      }
      return .int(FixedColumn(values, validity: bothValid(bothValid(a.validity, b.validity), isDefined)))
    case (.int, let column):
      if case .text(let texts) = column { return .int(TextKernels.count(texts) { Int(String(decoding: $0, as: UTF8.self).filter { $0 != "," && $0 != "_" }) }) }
      if case .int = column { return column }
      return Self.whole(column.doubles) { $0.rounded(.towardZero) == $0 ? $0 : .nan }
    case (.float, .text(let texts)):
      let mapped = (0..<texts.count).map { texts[$0].flatMap { Double($0) } }
      return .float(Self.finite(mapped.map { $0 ?? .nan }, texts.validity))
    case (.float, let column): return .float(column.doubles)
    default: return .missing(expression.type.base, count: at(0).count)
    }
  }

  private func expressionArgument(_ expression: PlanExpression, _ index: Int) -> PlanExpression.Kind? {
    guard case .call(_, let arguments) = expression.kind, index < arguments.count else { return nil }
    return arguments[index].kind
  }

  private static func whole(_ column: FixedColumn<Double>, _ change: (Double) -> Double) -> Column {
    let values = column.values.map { Int64(exactly: change($0)) }
    let fits = Bitmap(values.lazy.map { $0 != nil })
    return .int(FixedColumn(values.map { $0 ?? 0 }, validity: bothValid(column.validity, fits.isAllTrue ? nil : fits)))
  }

  /// Whole powers by squaring; others through the C library's idea of them is left to `sqrt`.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0.5 { return base.squareRoot() }
    guard let steps = Int(exactly: exponent), steps.magnitude <= 4096 else { return .nan }
    var result = 1.0
    var square = base
    var rest = steps.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return steps < 0 ? 1 / result : result
  }

  private static func absolute(_ value: Measure) -> Measure {
    var result = value
    if let low = value.low, low >= .zero { return result }
    if let high = value.high, high <= .zero {
      (result.low, result.high) = (high.negated, value.low?.negated)
      (result.isLowOpen, result.isHighOpen) = (value.isHighOpen, value.low != nil && value.isLowOpen)
      return result
    }
    // Zero lies inside: from zero to the further end.
    result.low = .zero
    result.isLowOpen = false
    if let low = value.low, let high = value.high { result.high = max(low.negated, high) } else { result.high = nil }
    return result
  }

  // MARK: Dates

  private func date(_ function: ScalarFunction, _ at: (Int) -> Column, _ rows: Int) -> Column {
    guard case .moment(let moments) = at(0) else { return .missing(.date, count: rows) }
    func map(_ change: (Moment) -> Moment?) -> Column { .moment(MomentColumn((0..<rows).map { row in moments[row].flatMap(change) })) }
    func number(_ change: (Moment) -> Int?) -> Column {
      let values = (0..<rows).map { row in moments[row].flatMap(change) }
      let valid = Bitmap(values.lazy.map { $0 != nil })
      return .int(FixedColumn(values.map { Int64($0 ?? 0) }, validity: valid.isAllTrue ? nil : valid))
    }
    switch function {
    case .year: return map { $0.unit(.year) }
    case .quarter: return map { $0.unit(.quarter) }
    case .month: return map { $0.unit(.month) }
    case .day: return map { $0.unit(.day) }
    case .yearNumber: return number { $0.unit(.year)?.low.map { Calendar.civil(fromDays: Calendar.day(ofSecond: $0)).year } }
    case .monthOfYear: return number { $0.unit(.month)?.low.map { Calendar.civil(fromDays: Calendar.day(ofSecond: $0)).month } }
    case .dayOfWeek: return number { $0.unit(.day)?.low.map { Calendar.weekday(ofDay: Calendar.day(ofSecond: $0)) } }
    case .since: return map { $0.low == nil ? nil : Moment(low: $0.low, high: nil, grain: $0.grain) }
    case .until: return map { $0.high == nil ? nil : Moment(low: nil, high: $0.high, grain: $0.grain) }
    case .start: return map { $0.low.map { Moment(firstDay: Calendar.day(ofSecond: $0), lastDay: Calendar.day(ofSecond: $0), grain: .day) } }
    case .end: return map { $0.high.map { Moment(firstDay: Calendar.day(ofSecond: $0), lastDay: Calendar.day(ofSecond: $0), grain: .day) } }
    default:
      guard case .moment(let others) = at(1) else { return .missing(.int, count: rows) }
      let values = (0..<rows).map { row -> Int64? in
        guard let a = moments[row]?.unit(.day)?.low, let b = others[row]?.unit(.day)?.low else { return nil }
        return Int64(Calendar.day(ofSecond: b) - Calendar.day(ofSecond: a))
      }
      let valid = Bitmap(values.lazy.map { $0 != nil })
      return .int(FixedColumn(values.map { $0 ?? 0 }, validity: valid.isAllTrue ? nil : valid))
    }
  }

  // MARK: Bounds

  private func bound(_ function: ScalarFunction, _ at: (Int) -> Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    func overflow() -> EngineError { .failed(.overflow("the result of `\(function.rawValue)`", at: expression.span)) }
    let column = try Parts.plain(at(0), at: expression.span)
    let values: [Measure?]
    switch function {
    case .asUnit:
      guard case .quantity(let unit?) = expression.type.base else { return .missing(expression.type.base, count: column.count) }
      values = (0..<column.count).map { column[$0]?.relabelled(unit) }
    case .convert:
      let rates = at(1).doubles
      switch expression.type.base {
      case .money(let currency?):
        values = (0..<column.count).map { row in
          guard let value = column[row], let rate = rates[row].flatMap({ ExactNumber(shortestDecimalOf: $0) }) else { return nil }
          return value.scaled(by: rate, unit: currency)
        }
      case .quantity(let unit?):
        values = (0..<column.count).map { row in
          column[row].flatMap { value in Unit.factor(from: value.unit, to: unit).flatMap { value.scaled(by: $0, unit: unit) } }
        }
      default: return .missing(expression.type.base, count: column.count)
      }
    default: values = (0..<column.count).map { column[$0]?.bounded(function) }
    }
    guard let result = Column.measures(values, kind: MeasureKind(expression.type.base)) else { throw overflow() }
    return result
  }

  /// Identity, row by row; two missing values are the same.
  private func same(_ a: Column, _ b: Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    let codes = Codes(identityOf: try both(a, b, expression))
    let offset = a.count
    return .bool(
      Kleene.column(count: a.count, validity: nil) { row in
        a.isValid(row) && b.isValid(row) ? codes.values[row] == codes.values[offset + row] : a.isValid(row) == b.isValid(row)
      })
  }
}

extension Measure {
  func relabelled(_ unit: String) -> Measure {
    Measure(low: low, high: high, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: isHedged, isChange: isChange, unit: unit)
  }

  /// Multiplied by a factor and rounded; nil if that does not fit.
  func scaled(by factor: ExactNumber, unit: String) -> Measure? {
    let newLow = low?.multiplied(by: factor)?.roundedToEighteenDigits()
    let newHigh = high?.multiplied(by: factor)?.roundedToEighteenDigits()
    guard (newLow == nil) == (low == nil), (newHigh == nil) == (high == nil) else { return nil }
    if factor.isNegative {
      return Measure(low: newHigh, high: newLow, isLowOpen: isHighOpen, isHighOpen: isLowOpen, isHedged: isHedged, isChange: isChange, unit: unit)
    }
    return Measure(low: newLow, high: newHigh, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: isHedged, isChange: isChange, unit: unit)
  }

  /// `above(x)` and its like: an end of `x` as a bound.
  func bounded(_ function: ScalarFunction) -> Measure {
    switch function {
    case .above: Measure(low: low, high: nil, isLowOpen: true, isHedged: isHedged, unit: unit)
    case .atLeast: Measure(low: low, high: nil, isLowOpen: isLowOpen, isHedged: isHedged, unit: unit)
    case .below: Measure(low: nil, high: high, isHighOpen: true, isHedged: isHedged, unit: unit)
    case .upTo: Measure(low: nil, high: high, isHighOpen: isHighOpen, isHedged: isHedged, unit: unit)
    default: Measure(low: low, high: high, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: true, unit: unit)
    }
  }
}

extension Moment {
  /// The year, month … that it lies in whole; nil if it lies in several or has an open end.
  func unit(_ grain: Grain) -> Moment? {
    guard let low, let high else { return nil }
    let first = Calendar.civil(fromDays: Calendar.day(ofSecond: low))
    let whole: Moment? =
      switch grain {
      case .year: Moment(year: first.year)
      case .quarter: Moment(literal: Calendar.pad(first.year, 4) + "-Q\((first.month - 1) / 3 + 1)")
      case .month: Moment(year: first.year, month: first.month)
      default: Moment(year: first.year, month: first.month, day: first.day)
      }
    guard let whole, let end = whole.high, high <= end else { return nil }
    return whole
  }
}

extension Value {
  /// As `text(x)` gives it: the value as it is printed.
  var plainText: String {
    switch self {
    case .none: "–"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .float(let value): "\(value)"
    case .text(let value): value
    case .measure(let value, let kind): value.description(as: kind)
    case .moment(let value): value.description
    case .list(let values): values.map(\.plainText).joined(separator: ", ")
    case .reference(let table, let row): "\(table)[\(row)]"
    case .source(let file, let line, _, _): "\(file):\(line)"
    }
  }
}

extension String {
  var trimmingBlanks: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[start...end])
  }

  /// Parts between separators; an empty separator splits nothing.
  func split(on separator: String) -> [String] {
    if separator.isEmpty { return [self] }
    let (text, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var start = 0
    var position = 0
    while position + mark.count <= text.count {
      if text[position] == mark[0], text[position..<position + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: text[start..<position], as: UTF8.self))
        position += mark.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }
}
