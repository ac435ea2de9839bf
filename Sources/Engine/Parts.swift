import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// Taking values apart: `.low`, `.currency`, `is exact`.
enum Parts {
  static func part(_ part: Part, of column: Column, type: DataType) -> Column {
    switch column {
    case .measure(let measures): measure(part, measures)
    case .moment(let moments): moment(part, moments)
    case .source(let sources):
      switch part {
      case .file:
        .text(TextColumn(codes: sources.file.codes, dictionary: sources.file.dictionary, validity: sources.validity))
      case .line: .int(FixedColumn(sources.line.map(Int64.init), validity: sources.validity))
      case .start: .int(FixedColumn(sources.lower, validity: sources.validity))
      default: .int(FixedColumn(sources.upper, validity: sources.validity))
      }
    default: .missing(type, count: column.count)
    }
  }

  private static func measure(_ part: Part, _ column: MeasureColumn) -> Column {
    switch part {
    case .unit, .currency:
      var builder = TextDictionaryBuilder()
      let codes = column.units.map { builder.code(for: $0) }
      let rows =
        column.unitCodes.isEmpty
        ? [Int32](repeating: codes[0], count: column.count) : column.unitCodes.map { codes[Int($0)] }
      return .text(TextColumn(codes: rows, dictionary: builder.finish(), validity: column.validity))
    case .hedge:
      let isHedged = Bitmap(
        (0..<column.count).lazy.map { column.isValid($0) && column.flags($0) & MeasureColumn.Flags.hedged != 0 })
      return .text(
        TextColumn(
          codes: [Int32](repeating: 0, count: column.count),
          dictionary: TextDictionary(bytes: Array("about".utf8), offsets: [0, 5]), validity: isHedged))
    case .text: return .text(column.text ?? missingTexts(column.count))
    case .worded: return .text(column.worded ?? column.text ?? missingTexts(column.count))
    case .low: return end(column, column.low, MeasureColumn.Flags.hasLow)
    case .high: return end(column, column.high, MeasureColumn.Flags.hasHigh)
    default:
      // The stated number: the end that is there; of two different ends none.
      let valid = Bitmap(
        (0..<column.count).lazy.map { row in
          let flags = column.flags(row) & MeasureColumn.Flags.point
          return column.isValid(row)
            && (flags == MeasureColumn.Flags.point ? column.low[row] == column.high[row] : flags != 0)
        })
      let values = [Double](rows: column.count, filler: 0) { row in
        ratio(
          column.flags(row) & MeasureColumn.Flags.hasLow != 0 ? column.low[row] : column.high[row], column.denominator)
      }
      return .float(FixedColumn(values, validity: valid.isAllTrue ? nil : valid))
    }
  }

  private static func end(_ column: MeasureColumn, _ values: Numerators, _ flag: UInt8) -> Column {
    let valid = Bitmap((0..<column.count).lazy.map { column.isValid($0) && column.flags($0) & flag != 0 })
    return .float(
      FixedColumn(
        [Double](rows: column.count, filler: 0) { ratio(values[$0], column.denominator) },
        validity: valid.isAllTrue ? nil : valid))
  }

  /// The nearest float.
  static func ratio(_ value: Int128, _ denominator: Int128) -> Double {
    if denominator == 1 { return Double(value) }
    return (ExactNumber(value, over: denominator)?.double) ?? Double(value) / Double(denominator)
  }

  private static func missingTexts(_ count: Int) -> TextColumn {
    TextColumn(
      codes: [Int32](repeating: 0, count: count), dictionary: .empty, validity: Bitmap(repeating: false, count: count))
  }

  private static func moment(_ part: Part, _ column: MomentColumn) -> Column {
    switch part {
    case .grain:
      let codes = column.grains.map { Int32($0) }
      var builder = TextDictionaryBuilder()
      for grain in Grain.allCases { _ = builder.code(for: grain.name) }
      return .text(TextColumn(codes: codes, dictionary: builder.finish(), validity: column.validity))
    case .text: return .text(column.text ?? missingTexts(column.count))
    case .partial: return .text(column.partial ?? missingTexts(column.count))
    default:
      if let days = column.singleDays {
        return .moment(
          MomentColumn(
            low: .days(days, last: false), high: .days(days, last: true),
            grains: [UInt8](all: Grain.day.rawValue, count: days.count), validity: column.validity))
      }
      let isLow = part == .low
      return .moment(
        MomentColumn(
          [Moment?](rows: column.count, filler: nil) { row in
            guard let moment = column[row], let second = isLow ? moment.low : moment.high else { return nil }
            let day = Calendar.day(ofSecond: second)
            return Moment(firstDay: day, lastDay: day, grain: .day)
          }))
    }
  }

  /// Never unknown.
  static func test(_ test: ValueTest, _ column: Column) -> Bitmap {
    let valid = column.validity ?? Bitmap(repeating: true, count: column.count)
    switch test {
    case .none: return ~valid
    case .known: return valid
    case .exact:
      switch column {
      case .measure(let measures):
        return Bitmap(
          (0..<column.count).lazy.map {
            valid[$0] && measures.flags($0) & MeasureColumn.Flags.identity == MeasureColumn.Flags.point
              && measures.low[$0] == measures.high[$0]
          })
      case .moment(let moments):
        return Bitmap(
          (0..<column.count).lazy.map {
            valid[$0] && CompareMoments.Stretch(low: moments.low[$0], high: moments.high[$0]).isPrecise
          })
      default: return valid
      }
    case .resolved:
      guard case .moment(let moments) = column else { return valid }
      return Bitmap((0..<column.count).lazy.map { valid[$0] && moments.isResolved($0) })
    }
  }

  /// Numbers as quantities without unit, floats as their shortest decimals.
  static func plain(_ column: Column, at span: ByteSpan) throws(EngineError) -> MeasureColumn {
    switch column {
    case .measure(let measures): return measures
    case .int(let ints):
      let values = Numerators.narrow(ints.values)
      return MeasureColumn(
        kind: .quantity, denominator: 1, low: values, high: values, units: [""], validity: ints.validity)
    case .float(let floats):
      if let decimals = Decimals(floats.values), let numbers = decimals.numbers {
        let values = Numerators.narrow(numbers)
        return MeasureColumn(
          kind: .quantity, denominator: decimals.denominator, low: values, high: values, units: [""],
          validity: floats.validity
        ).reduced()
      }
      let values = [ExactNumber?](rows: floats.count, filler: nil) { ExactNumber(shortestDecimalOf: floats.values[$0]) }
      let valid = Bitmap((0..<values.count).lazy.map { floats.isValid($0) && values[$0] != nil })
      let numbers = values.map { $0 ?? .zero }
      guard
        let result = try? MeasureColumn(
          kind: .quantity, low: numbers, high: numbers,
          flags: [UInt8](repeating: MeasureColumn.Flags.point, count: numbers.count), units: [""],
          validity: valid.isAllTrue ? nil : valid)
      else { throw .failed(.overflow("this number", at: span)) }
      return result
    default: throw .failed(.overflow("this value", at: span))
    }
  }
}

/// `a..b` over columns: from the low end of one to the high end of the other, of which one may be missing.
enum Ranges {
  /// One for all rows where both ends are.
  static func range(_ from: Operand, _ to: Operand, _ expression: PlanExpression, count: Int) throws(EngineError)
    -> Operand
  {
    let isConstant = from.isConstant && to.isConstant
    let count = isConstant ? 1 : count
    let (a, b) = isConstant ? (from.column, to.column) : (from.expanded(to: count), to.expanded(to: count))
    switch (a, b) {
    case (.moment(let x), .moment(let y)):
      return Operand(
        .moment(
          MomentColumn(
            [Moment?](rows: count, filler: nil) { row in
              guard let from = x[row], let to = y[row], from.low != nil || to.high != nil else { return nil }
              if let low = from.low, let high = to.high, low > high { return nil }
              return Moment(low: from.low, high: to.high, grain: max(from.grain, to.grain))
            })), isConstant: isConstant)
    case (.int, _), (.float, _), (.measure, _):
      let (x, y) = try (Parts.plain(a, at: expression.span), Parts.plain(b, at: expression.span))
      let values = [Measure?](rows: count, filler: nil) { row in
        guard let low = x[row], let high = y[row], let factor = Unit.factor(from: high.unit, to: low.unit) else {
          return nil
        }
        let (bottom, top) = (low.low, high.high?.multiplied(by: factor))
        if high.high != nil, top == nil { return nil }
        let isOpen = (low: bottom != nil && low.isLowOpen, high: top != nil && high.isHighOpen)
        if let bottom, let top {
          guard bottom < top || bottom == top && !isOpen.low && !isOpen.high else { return nil }
        } else if bottom == nil, top == nil {
          return nil
        }
        return Measure(
          low: bottom, high: top, isLowOpen: isOpen.low, isHighOpen: isOpen.high,
          isHedged: low.isHedged || high.isHedged, unit: low.unit)
      }
      guard let column = Column.measures(values, kind: x.kind) else {
        throw .failed(.overflow("this range", at: expression.span))
      }
      return Operand(column, isConstant: isConstant)
    default: return Operand(.missing(expression.type.base, count: 1), isConstant: true)
    }
  }
}
