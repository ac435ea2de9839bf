import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Interval arithmetic by its one promise: what members of the operands give is a member of the result.
@Suite struct ArithmeticTests {
  private static let money = ValueType(.money("GBP"))
  private static let people = ValueType(.quantity("people"))

  /// Members of a measure, its closed ends among them.
  private static func members(_ value: Measure) -> [ExactNumber] {
    Oracle.grid([value.low, value.high].compactMap { $0 }).filter { Oracle.isMember($0, value) }
  }

  private static func rows(_ types: [ValueType], _ count: Int, seed: UInt64) -> [[Value]] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in types.map { random.value($0) } }
  }

  private static func measure(_ value: Value) -> Measure? {
    if case .measure(let measure, _) = value { measure } else { nil }
  }

  @Test(arguments: [Arithmetic.add, .subtract])
  func sumsHoldTheSumsOfMembers(_ op: Arithmetic) throws {
    for type in [Self.money.optional, Self.people.optional, ValueType(.quantity("mile"))] {
      // Miles and kilometres are added in the unit of the left side.
      let right = type == ValueType(.quantity("mile")) ? ValueType(.quantity("km")) : type
      let rows = Self.rows([type, right], 400, seed: 21)
      let found = try Evaluation([type, right], rows).values(arithmetic(op, column(0, type), column(1, right), type))
      for (row, value) in zip(rows, found) {
        guard let a = Self.measure(row[0]), let b = Self.measure(row[1]) else {
          #expect(value == .none)
          continue
        }
        let result = try #require(Self.measure(value))
        let factor = try #require(Unit.factor(from: b.unit, to: a.unit))
        for x in Self.members(a) {
          for y in Self.members(b) {
            let scaled = try #require(y.multiplied(by: factor))
            #expect(
              Oracle.isMember(try #require(op == .add ? x.adding(scaled) : x.subtracting(scaled)), result),
              "\(a) \(op.rawValue) \(b)")
          }
        }
        #expect(result.isHedged == (a.isHedged || b.isHedged) && result.unit == a.unit && result.text == nil)
        // And no wider than it must be.
        #expect(Oracle.areSame(value, try Oracle.arithmetic(op, row[0], row[1], type.base)))
      }
    }
  }

  @Test func textsAreJoinedRowByRow() throws {
    var random = Random(seed: 24)
    let text = ValueType.text
    // "e" and a combining accent are one character only side by side; different pairs may make one text.
    let words: [Value] =
      ["", "a", "ab", "b", "ba", "e", "\u{301}", "é", "\u{1100}", "\u{1161}", "€5"].map(Value.text) + [.none]
    for count in [0, 1, 2, 700] {
      let rows = (0..<count).map { _ in [random.pick(words), random.pick(words)] }
      let table = Evaluation([text.optional, text.optional], rows)
      let constant = PlanExpression(.constant(.text("\u{301}c")), text, at: nowhere)
      let (a, b) = (column(0, text.optional), column(1, text.optional))
      let pairs: [(PlanExpression, PlanExpression, ([Value]) -> (Value, Value))] = [
        (a, b, { ($0[0], $0[1]) }), (a, constant, { ($0[0], .text("\u{301}c")) }),
        (constant, b, { (.text("\u{301}c"), $0[1]) }),
      ]
      for (left, right, values) in pairs {
        let found = try table.values(arithmetic(.add, left, right, text.optional))
        let expected = try rows.map { row in
          let (x, y) = values(row)
          return try Oracle.arithmetic(.add, x, y, .text)
        }
        #expect(found == expected)
      }
    }
  }

  @Test func productsAndQuotientsByNumbersHoldThoseOfMembers() throws {
    var random = Random(seed: 22)
    let rows = (0..<400).map { _ in [random.value(Self.money.optional), .float(random.pick([-2, -0.5, 0, 0.1, 1, 3]))] }
    let table = Evaluation([Self.money.optional, .float], rows)
    for op in [Arithmetic.multiply, .divide] {
      let found = try table.values(
        arithmetic(op, column(0, Self.money.optional), column(1, .float), Self.money.optional))
      for (row, value) in zip(rows, found) {
        guard let a = Self.measure(row[0]), case .float(let float) = row[1], !(float == 0 && op == .divide) else {
          #expect(value == .none, "\(row)")
          continue
        }
        let result = try #require(Self.measure(value))
        let factor = try #require(ExactNumber(shortestDecimalOf: float))
        for x in Self.members(a) {
          let product = op == .multiply ? x.multiplied(by: factor) : x.divided(by: factor)
          #expect(Self.isNearMember(try #require(product), result), "\(a) \(op.rawValue) \(float): \(result)")
        }
      }
    }
  }

  @Test func ratiosHoldThoseOfMembers() throws {
    let rows = Self.rows([Self.money.optional, Self.money], 1500, seed: 23)
    let found = try Evaluation([Self.money.optional, Self.money], rows)
      .values(
        arithmetic(
          .divide, column(0, Self.money.optional), column(1, Self.money), ValueType(.quantity(""), optional: true)))
    var known = 0
    for (row, value) in zip(rows, found) {
      guard let a = Self.measure(row[0]), let b = Self.measure(row[1]), let result = Self.measure(value) else {
        continue
      }
      known += 1
      for x in Self.members(a) {
        for y in Self.members(b) {
          #expect(Self.isNearMember(try #require(x.divided(by: y)), result), "\(a) / \(b): \(result)")
        }
      }
    }
    #expect(known > 300)
  }

  /// Rounding at 18 digits may move a number by so little.
  private static func isNearMember(_ x: ExactNumber, _ value: Measure) -> Bool {
    let step = ExactNumber(1, over: 10_000_000_000_000_000)!
    if let low = value.low, x.adding(step)! < low { return false }
    if let high = value.high, high.adding(step)! < x { return false }
    return true
  }

  @Test(arguments: [ScalarFunction.abs, .above, .atLeast, .below, .upTo, .about])
  func functionsOfOneMeasure(_ function: ScalarFunction) throws {
    let rows = Self.rows([Self.money.optional], 300, seed: 24)
    let found = try Evaluation([Self.money.optional], rows).values(
      call(function, [column(0, Self.money.optional)], Self.money.optional))
    for (row, value) in zip(rows, found) {
      guard let a = Self.measure(row[0]) else {
        #expect(value == .none)
        continue
      }
      let result = try #require(Self.measure(value))
      switch function {
      case .abs: for x in Self.members(a) { #expect(Oracle.isMember(x.magnitude, result)) }
      case .about: #expect(result.isHedged && result.low == a.low && result.high == a.high)
      case .above, .atLeast:
        #expect(result.low == a.low && result.high == nil && (function == .atLeast || a.low == nil || result.isLowOpen))
      default:
        #expect(result.high == a.high && result.low == nil && (function == .upTo || a.high == nil || result.isHighOpen))
      }
    }
  }

  @Test func ranges() throws {
    func range(_ a: Measure, _ b: Measure) throws -> Value {
      try Evaluation([Self.money, Self.money], [[.measure(a, .money), .measure(b, .money)]])
        .values(PlanExpression(.range(column(0, Self.money), column(1, Self.money)), Self.money, at: nowhere))[0]
    }
    let (five, six) = (Measure(ExactNumber(5), unit: "GBP"), Measure(ExactNumber(6), unit: "GBP"))
    #expect(try range(five, six) == .measure(Measure(low: ExactNumber(5), high: ExactNumber(6), unit: "GBP"), .money))
    #expect(try range(six, five) == .none)
    let above = Measure(low: ExactNumber(5), high: nil, isLowOpen: true, unit: "GBP")
    #expect(try range(above, five) == .none, "nothing is above five and not above five")
  }

  /// An exact column and a constant have a way of their own: it gives what the way row by row gives.
  @Test func exactColumnsAndConstants() throws {
    func pounds(_ number: ExactNumber) -> Measure { Measure(number, unit: "GBP") }
    func share(_ part: Int128, of whole: Int128) throws -> ExactNumber { try #require(ExactNumber(part, over: whole)) }
    for denominators in [[1], [100], [3, 4], [1, 7]] as [[Int128]] {
      let rows: [[Value]] = try (0..<60).map { row in
        let number = try share(Int128(row * 37 - 900), of: denominators[row % denominators.count])
        return [row % 7 == 0 ? .none : .measure(pounds(number), .money)]
      }
      let table = Evaluation([Self.money.optional], rows)
      let amount = column(0, Self.money.optional)
      func check(_ op: Arithmetic, _ a: PlanExpression, _ b: PlanExpression, _ oracle: (Value) throws -> Value) throws {
        let found = try table.values(arithmetic(op, a, b, Self.money.optional))
        for (row, value) in zip(rows, found) {
          #expect(Oracle.areSame(value, try oracle(row[0])), "\(row[0]) \(op.rawValue) gives \(value)")
        }
      }
      for number in [try share(5, of: 1), try share(-1, of: 8), try share(2, of: 3), .zero] {
        let value = Value.measure(pounds(number), .money)
        let constant = constant(.measure(pounds(number), .money), Self.money)
        for op in [Arithmetic.add, .subtract] {
          try check(op, amount, constant) { try Oracle.arithmetic(op, $0, value, Self.money.base) }
          try check(op, constant, amount) { try Oracle.arithmetic(op, value, $0, Self.money.base) }
        }
      }
      for factor in [-2, 0, 0.1, 3, 2.5e10] {
        let constant = constant(.float(factor), .float)
        try check(.multiply, amount, constant) {
          try Oracle.arithmetic(.multiply, $0, .float(factor), Self.money.base)
        }
        try check(.multiply, constant, amount) {
          try Oracle.arithmetic(.multiply, .float(factor), $0, Self.money.base)
        }
      }
    }
  }

  // MARK: What does not fit

  @Test func overflowIsAnError() throws {
    let most = Value.measure(Measure(ExactNumber(whole: .max), unit: "GBP"), .money)
    let table = Evaluation([Self.money, .int, .int], [[most, .int(.max), .int(.min)]])
    let amount = column(0, Self.money)
    let expressions = [
      arithmetic(.add, amount, amount, Self.money),
      arithmetic(.multiply, amount, constant(.float(2), .float), Self.money),
      arithmetic(.add, column(1, .int), constant(.int(1), .int), .int),
      arithmetic(.subtract, column(2, .int), constant(.int(1), .int), .int),
      arithmetic(.multiply, column(1, .int), constant(.int(2), .int), .int),
      PlanExpression(.negate(column(2, .int)), .int, at: nowhere),
      call(.abs, [column(2, .int)], .int),
    ]
    for expression in expressions { #expect(throws: EngineError.self) { try table.values(expression) } }
    for (index, type) in [(0, Self.money), (1, .int)] {
      let twice = Evaluation(
        [type, type], [[index == 0 ? most : .int(.max), .none], [index == 0 ? most : .int(.max), .none]])
      let sum = Aggregate(function: .sum, argument: column(0, type), type: type, span: nowhere)
      #expect(throws: EngineError.self) { try twice.run(twice.plan.aggregate(by: [], [sum])) }
    }
  }

  @Test func divisionByZeroIsMissingAndNothingIsInfinite() throws {
    let table = Evaluation(
      [.float, .float, .int], [[.float(1), .float(0), .int(0)], [.float(1e308), .float(1e-10), .int(2)]])
    #expect(try table.values(arithmetic(.divide, column(0, .float), column(1, .float), .float)) == [.none, .none])
    #expect(
      try table.values(arithmetic(.multiply, column(0, .float), constant(.float(100), .float), .float)) == [
        .float(100), .none,
      ])
    #expect(try table.values(arithmetic(.divide, column(2, .int), column(2, .int), .float)) == [.none, .float(1)])
  }

  /// What a missing row holds must not fail the others.
  @Test func missingRowsDoNotOverflow() throws {
    var column = FixedColumn<Int64>([.max, 1], validity: Bitmap([false, true]))
    var snapshot = Snapshot()
    let schema = Schema([Field("x", .int.optional)])
    snapshot.define(Table(name: "t", schema: schema, columns: [.int(column)], rowCount: 2))
    let x = EngineTests.column(0, .int.optional)
    let doubled = Plan.scan("t", schema).project([arithmetic(.add, x, x, .int.optional)])
    #expect(try Executor(snapshot: snapshot).run(doubled).table.columns[0].value(at: 1) == .int(2))
    column.values[0] = .min
    snapshot.define(Table(name: "t", schema: schema, columns: [.int(column)], rowCount: 2))
    for expression in [PlanExpression(.negate(x), .int.optional, at: nowhere), call(.abs, [x], .int.optional)] {
      #expect(
        try Executor(snapshot: snapshot).run(Plan.scan("t", schema).project([expression])).table.columns[0].value(at: 0)
          == .none)
    }
  }

  // MARK: Dates

  @Test func datesMoveByTheCalendar() throws {
    func moved(_ date: String, _ op: Arithmetic, _ amount: Int, _ unit: String) throws -> Value {
      let duration = ValueType(.duration)
      return try Evaluation(
        [.date, duration],
        [[.moment(Moment(literal: date)!), .measure(Measure(ExactNumber(amount), unit: unit), .duration)]]
      )
      .values(arithmetic(op, column(0, .date), column(1, duration), .date.optional))[0]
    }
    #expect(try moved("2024-01-31", .add, 1, "month") == .moment(Moment(literal: "2024-02-29")!))
    #expect(try moved("2024-02-28", .add, 2, "day") == .moment(Moment(literal: "2024-03-01")!))
    #expect(try moved("2024-03-01", .subtract, 1, "week") == .moment(Moment(literal: "2024-02-23")!))
    #expect(try moved("2024-02-29", .add, 1, "year") == .moment(Moment(literal: "2025-02-28")!))
    #expect(try moved("9999-12-01", .add, 1, "year") == .none)
  }

  @Test func differencesOfTimesAreHours() throws {
    func hours(_ a: String, _ b: String) throws -> Value {
      try Evaluation([.date, .date], [[.moment(Moment(literal: a)!), .moment(Moment(literal: b)!)]])
        .values(arithmetic(.subtract, column(0, .date), column(1, .date), ValueType(.duration, optional: true)))[0]
    }
    func exactly(_ number: ExactNumber?, _ unit: String) throws -> Value {
      .measure(Measure(try #require(number), unit: unit), .duration)
    }
    let half = ExactNumber(1).divided(by: ExactNumber(2))
    #expect(try hours("2024-03-05T10:00", "2024-03-05T09:30") == exactly(half, "hour"))
    #expect(try hours("2024-03-06T00:30", "2024-03-05T23:30") == exactly(ExactNumber(1), "hour"))
    #expect(try hours("1969-12-31T23:30", "1970-01-01T00:00") == exactly(half?.negated, "hour"))
    // A day has no hour.
    #expect(try hours("2024-03-05T10:00", "2024-03-04") == exactly(ExactNumber(1), "day"))
  }

  /// Days between any day of one and any day of the other.
  @Test func differencesOfDatesHoldThoseOfTheirDays() throws {
    var random = Random(seed: 25)
    let rows = (0..<300).map { _ in [Value.moment(random.date()), .moment(random.date())] }
    let found = try Evaluation([.date, .date], rows).values(
      arithmetic(.subtract, column(0, .date), column(1, .date), ValueType(.duration, optional: true)))
    for (row, value) in zip(rows, found) {
      guard case .moment(let a) = row[0], case .moment(let b) = row[1], let aLow = a.low, let aHigh = a.high,
        let bLow = b.low, let bHigh = b.high
      else {
        #expect(value == .none)
        continue
      }
      let result = try #require(Self.measure(value))
      guard result.unit == "day" else { continue }
      for x in [aLow, aHigh] {
        for y in [bLow, bHigh] {
          #expect(Oracle.isMember(ExactNumber(Calendar.day(ofSecond: x) - Calendar.day(ofSecond: y)), result))
        }
      }
    }
  }
}
