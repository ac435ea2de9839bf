import IbidColumns
import IbidEngine
import IbidTypes

/// Values from small pools, so that equal numbers, touching ends and shared words are common.
extension Random {
  /// A value of a type; sometimes missing.
  mutating func value(_ type: ValueType) -> Value {
    if type.isOptional, oneIn(6) { return .none }
    switch type.base {
    case .bool: return .bool(oneIn(2))
    case .int: return .int(Int64(below(7) - 3))
    case .float: return .float(pick([-1.5, -0.0, 0.0, 0.5, 1, 2.25, 3]))
    case .text:
      return .text(
        favoured(["Calais", "Dover", "boats at Calais", "calais", "Dover boats, boats", "Zürich", "a b", ""]))
    case .word(let set): return .text(favoured(set.words))
    case .date: return .moment(date())
    case .period: return .moment(period())
    case .money(let currency): return .measure(measure(unit: currency ?? pick(["GBP", "EUR"])), .money)
    case .quantity(let unit):
      return .measure(measure(unit: unit ?? pick(["people", "percent", "fraction", "km", "mile", "boats"])), .quantity)
    case .duration: return .measure(measure(unit: pick(["day", "week", "month"])), .duration)
    case .list(let element): return .list((0..<below(4)).map { _ in value(element.required) })
    default: return .none
    }
  }

  /// Numbers that meet across the units of a kind: 1 mile is 1.609344 km, a quarter is 25%.
  mutating func number(unit: String) -> ExactNumber {
    let choices: [(Int128, Int128)] =
      switch unit {
      case "percent": [(25, 1), (50, 1), (100, 3), (0, 1), (-10, 1), (33, 1)]
      case "fraction": [(1, 4), (1, 2), (1, 3), (0, 1), (-1, 10), (33, 100)]
      case "km": [(1_609_344, 1_000_000), (3_218_688, 1_000_000), (1, 1), (2, 1), (0, 1)]
      case "mile": [(1, 1), (2, 1), (1, 2), (0, 1)]
      default: [(-2, 1), (0, 1), (1, 1), (2, 1), (5, 2), (3, 1), (4, 1), (10, 3), (499, 100)]
      }
    let (top, bottom) = pick(choices)
    return ExactNumber(top, over: bottom)!
  }

  mutating func measure(unit: String) -> Measure {
    let number = number(unit: unit)
    let isHedged = oneIn(6)
    switch below(10) {
    case 0: return Measure(low: number, high: nil, isLowOpen: true, isHedged: isHedged, unit: unit)
    case 1: return Measure(low: number, high: nil, isHedged: isHedged, unit: unit)
    case 2: return Measure(low: nil, high: number, isHighOpen: true, isHedged: isHedged, unit: unit)
    case 3: return Measure(low: nil, high: number, isHedged: isHedged, unit: unit)
    case 4:
      let other = self.number(unit: unit)
      if other == number { return Measure(number, unit: unit) }
      return Measure(
        low: min(number, other), high: max(number, other), isLowOpen: oneIn(3), isHighOpen: oneIn(3),
        isHedged: isHedged, unit: unit)
    case 5 where oneIn(4): return Measure(low: nil, high: nil, unit: unit, text: "some \(unit)")
    default:
      return Measure(
        low: number, high: number, isHedged: isHedged, unit: unit, text: oneIn(3) ? "\(number.double) \(unit)" : nil)
    }
  }

  private mutating func day() -> Int {
    Calendar.days(year: 2024, month: pick([1, 2, 3, 12]), day: pick([1, 2, 28, 29]))
  }

  /// A day, a month or year somewhere in which it lies, a minute, an open end, or words alone.
  mutating func date() -> Moment {
    switch below(10) {
    case 0: return .unresolved(pick(["last month", "July"]), grain: .month, partial: pick([nil, "--07"]))
    case 1: return Moment(year: 2024, month: pick([1, 2, 3]))!
    case 2: return Moment(year: pick([2023, 2024]))!
    case 3: return Moment(literal: "2024-02-01T07:3\(below(3))")!
    case 4:
      let second = Int64(day()) * Calendar.secondsPerDay
      return Moment(low: second, high: second, grain: .second)
    case 5:
      return oneIn(2)
        ? Moment(low: Int64(day()) * Calendar.secondsPerDay, high: nil, grain: .day)
        : Moment(low: nil, high: Int64(day() + 1) * Calendar.secondsPerDay - 1, grain: .day)
    default:
      let day = day()
      return Moment(firstDay: day, lastDay: day, grain: .day, text: oneIn(3) ? "that day" : nil)
    }
  }

  mutating func period() -> Moment {
    switch below(8) {
    case 0: return .unresolved(pick(["last month", "July"]), grain: .month)
    case 1: return Moment(low: Int64(day()) * Calendar.secondsPerDay, high: nil, grain: .day)
    case 2: return Moment(low: nil, high: Int64(day() + 1) * Calendar.secondsPerDay - 1, grain: .day)
    case 3: return Moment(year: pick([2023, 2024]))!
    case 4, 5: return Moment(year: 2024, month: pick([1, 2, 3]))!
    default:
      let (a, b) = (day(), day())
      return Moment(firstDay: min(a, b), lastDay: max(a, b), grain: .day)
    }
  }
}

extension Column {
  /// A column of a type from values. What a missing row holds is random: no kernel may look at it.
  init(_ values: [Value], type: DataType, junk random: inout Random) {
    let valid = Bitmap(values.map { $0 != .none })
    let validity = valid.isAllTrue ? nil : valid
    switch type {
    case .bool: self = .bool(BoolColumn(Bitmap(values.map { $0 == .bool(true) }), validity: validity))
    case .int:
      self = .int(
        FixedColumn(
          values.map { if case .int(let value) = $0 { value } else { Int64(random.below(9)) - 4 } }, validity: validity)
      )
    case .float:
      self = .float(
        FixedColumn(
          values.map { if case .float(let value) = $0 { value } else { Double(random.below(9)) } }, validity: validity))
    case .date, .period:
      var column = MomentColumn(values.map { if case .moment(let value) = $0 { value } else { nil } })
      let missing = values.indices.filter { values[$0] == .none }
      if var days = column.singleDays {
        for row in missing { days[row] = Int32(random.below(1000)) }
        (column.low, column.high) = (.days(days, last: false), .days(days, last: true))
      } else {
        var low = Array(column.low)
        for row in missing { low[row] = Int64(random.below(1000)) }
        column.low = .each(low)
      }
      self = .moment(column)
    case .money, .quantity, .duration:
      let kind: MeasureKind
      switch type {
      case .money: kind = .money
      case .duration: kind = .duration
      default: kind = .quantity
      }
      var builder = MeasureColumnBuilder(kind: kind)
      for value in values {
        if case .measure(let measure, _) = value { builder.append(measure) } else { builder.append(nil) }
      }
      guard var column = try? builder.finish() else { fatalError("small numbers fit") }
      var (low, high) = (column.low.widened, column.high.widened)
      for row in values.indices where values[row] == .none {
        low[row] = Int128(random.below(1000))
        high[row] = column.isExact ? low[row] : Int128(random.below(1000))
      }
      (column.low, column.high) = (Numerators(low), Numerators(high))
      self = .measure(column)
    case .list(let element):
      var offsets: [Int32] = [0]
      var elements: [Value] = []
      for value in values {
        if case .list(let inner) = value { elements += inner }
        offsets.append(Int32(elements.count))
      }
      self = .list(
        ListColumn(offsets: offsets, elements: Column(elements, type: element.base, junk: &random), validity: validity))
    case .reference(let table):
      self = .reference(
        ReferenceColumn(table: table, values.map { if case .reference(_, let row) = $0 { row } else { nil } }))
    case .source:
      self = .source(
        SourceColumn(
          values.map { value in
            guard case .source(let file, let line, let lower, let upper) = value else { return nil }
            return SourcePlace(file: file, line: Int(line), lower: Int(lower), upper: Int(upper))
          }))
    default: self = .text(TextColumn(values.map { if case .text(let value) = $0 { value } else { nil } }))
    }
  }
}
