import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Evaluator {
  mutating func arithmetic(
    _ operation: Arithmetic, _ a: PlanExpression, _ b: PlanExpression, _ expression: PlanExpression
  ) throws(EngineError) -> Operand {
    let (left, right) = try (evaluate(a), evaluate(b))
    let isConstant = left.isConstant && right.isConstant
    let rows = isConstant ? 1 : count
    let x = left.isConstant && !isConstant && !left.column.isMeasureOrMoment ? left.expanded(to: rows) : left.column
    let y = right.isConstant && !isConstant && !right.column.isMeasureOrMoment ? right.expanded(to: rows) : right.column
    func overflow() -> EngineError { .failed(.overflow("the result of `\(operation.rawValue)`", at: expression.span)) }
    let result: Column
    do {
      switch (operation, x, y) {
      case (.divide, .int(let p), .int(let q)): result = .float(Self.divide(p.doubles, q.doubles))
      case (.divide, .int(let p), .float(let q)): result = .float(Self.divide(p.doubles, q))
      case (.divide, .float(let p), .int(let q)): result = .float(Self.divide(p, q.doubles))
      case (.divide, .float(let p), .float(let q)): result = .float(Self.divide(p, q))
      case (_, .int(let p), .int(let q)): result = .int(try Self.integers(operation, p, q))
      case (_, .float(let p), .float(let q)): result = .float(Self.floats(operation, p, q))
      case (.add, .text, .text):
        let distinct = DistinctArguments([left, right], rows: rows)
        result = distinct.spread(distinct.concatenated())
      case (.add, .measure(let p), .measure(let q)), (.subtract, .measure(let p), .measure(let q)):
        var unit: String?
        if case .quantity(let known) = expression.type.base, let known, known != p.units[0] { unit = known }
        result = .measure(
          try MeasureArithmetic.add(p, q, subtracting: operation == .subtract, count: rows, resultUnit: unit))
      case (.divide, .measure(let p), .measure(let q)):
        result = .measure(try MeasureArithmetic.ratio(p, q, count: rows))
      case (.multiply, .measure(let p), _):
        result = .measure(try MeasureArithmetic.multiply(p, by: right.column.doubles, count: rows))
      case (.multiply, _, .measure(let q)):
        result = .measure(try MeasureArithmetic.multiply(q, by: left.column.doubles, count: rows))
      case (.divide, .measure(let p), _):
        result = .measure(try MeasureArithmetic.divide(p, by: right.column.doubles, count: rows))
      case (_, .moment(let p), .measure(let q)):
        result = .moment(MomentArithmetic.add(p, q, subtracting: operation == .subtract, count: rows))
      case (.subtract, .moment(let p), .moment(let q)):
        result = .measure(try MomentArithmetic.difference(p, q, count: rows))
      default: result = .missing(expression.type.base, count: rows)
      }
    } catch {
      throw overflow()
    }
    return Operand(result, isConstant: isConstant)
  }

  private static func integers(_ operation: Arithmetic, _ a: FixedColumn<Int64>, _ b: FixedColumn<Int64>)
    throws(NumberOverflow) -> FixedColumn<Int64>
  {
    let validity = bothValid(a.validity, b.validity)
    let (x, y) = (a.values, b.values)
    if let values = exactly(operation, x, y) { return FixedColumn(values, validity: validity) }
    // What missing rows hold may overflow as it likes.
    if x.indices.contains(where: { validity?[$0] ?? true && overflows(operation, x[$0], y[$0]) }) {
      throw NumberOverflow()
    }
    return FixedColumn(
      zipped(x, y, filler: 0) { x, y in
        switch operation {
        case .add: x &+ y
        case .subtract: x &- y
        case .multiply, .divide: x &* y
        }
      }, validity: validity)
  }

  /// nil where one overflows.
  private static func exactly(_ operation: Arithmetic, _ x: [Int64], _ y: [Int64]) -> [Int64]? {
    switch operation {
    case .add: Numerators.each(of: x.count, filler: 0) { x[$0].addingReportingOverflow(y[$0]) }
    case .subtract: Numerators.each(of: x.count, filler: 0) { x[$0].subtractingReportingOverflow(y[$0]) }
    case .multiply, .divide: Numerators.each(of: x.count, filler: 0) { x[$0].multipliedReportingOverflow(by: y[$0]) }
    }
  }

  private static func overflows(_ operation: Arithmetic, _ a: Int64, _ b: Int64) -> Bool {
    switch operation {
    case .add: a.addingReportingOverflow(b).overflow
    case .subtract: a.subtractingReportingOverflow(b).overflow
    case .multiply, .divide: a.multipliedReportingOverflow(by: b).overflow
    }
  }

  private static func floats(_ operation: Arithmetic, _ a: FixedColumn<Double>, _ b: FixedColumn<Double>)
    -> FixedColumn<Double>
  {
    let validity = bothValid(a.validity, b.validity)
    let (x, y) = (a.values, b.values)
    switch operation {
    case .add:
      return finite(count: a.count, validity) { rows, output in
        let (x, y) = (x.span, y.span)
        for row in rows { output[row] = x[row] + y[row] }
      }
    case .subtract:
      return finite(count: a.count, validity) { rows, output in
        let (x, y) = (x.span, y.span)
        for row in rows { output[row] = x[row] - y[row] }
      }
    case .multiply, .divide:
      return finite(count: a.count, validity) { rows, output in
        let (x, y) = (x.span, y.span)
        for row in rows { output[row] = x[row] * y[row] }
      }
    }
  }

  /// By zero is missing.
  private static func divide(_ a: FixedColumn<Double>, _ b: FixedColumn<Double>) -> FixedColumn<Double> {
    let (x, y) = (a.values, b.values)
    return finite(count: a.count, bothValid(a.validity, b.validity)) { rows, output in
      let (x, y) = (x.span, y.span)
      for row in rows { output[row] = y[row] == 0 ? .nan : x[row] / y[row] }
    }
  }

  /// Numbers that `fill` makes, looked at block by block as they are made. By all threads.
  ///
  /// `fill` has the loop over the rows, so that nothing is called for each of them.
  static func finite(
    count: Int, _ validity: Bitmap?, _ fill: (Range<Int>, Apart<Double>) -> Void
  ) -> FixedColumn<Double> {
    let blockRows = 1 << 11
    var areFinite: [Bool] = []
    let values = [Double](apart: count, filler: 0) { output in
      areFinite = Parallel.current.mapMorsels(of: count) { rows in
        var found = false
        var first = rows.lowerBound
        while first < rows.upperBound {
          let block = first..<min(first + blockRows, rows.upperBound)
          fill(block, output)
          // The bits of an exponent are all set in what is not finite.
          for row in block {
            found = found || output[row].bitPattern & 0x7FF0_0000_0000_0000 == 0x7FF0_0000_0000_0000
          }
          first = block.upperBound
        }
        return !found
      }
    }
    return areFinite.allSatisfy { $0 } ? FixedColumn(values, validity: validity) : finite(values, validity)
  }

  /// Infinities and NaN become missing: they never enter a column.
  static func finite(_ values: [Double], _ validity: Bitmap?) -> FixedColumn<Double> {
    let areFinite = Parallel.current.mapMorsels(of: values.count) { rows in
      let values = values.span
      // The bits of an exponent are all set in what is not finite.
      var found = false
      for row in rows { found = found || values[row].bitPattern & 0x7FF0_0000_0000_0000 == 0x7FF0_0000_0000_0000 }
      return !found
    }
    if areFinite.allSatisfy({ $0 }) { return FixedColumn(values, validity: validity) }
    let isFinite = Bitmap(values.lazy.map(\.isFinite))
    return FixedColumn(values.map { $0.isFinite ? $0 : 0 }, validity: bothValid(validity, isFinite))
  }

  @inline(__always)
  private static func zipped<Element, Result: BitwiseCopyable>(
    _ a: [Element], _ b: [Element], filler: Result, _ operation: (Element, Element) -> Result
  ) -> [Result] {
    [Result](morsels: a.count, filler: filler) { rows, output in
      for row in rows { output[row] = operation(a[row], b[row]) }
    }
  }
}

extension FixedColumn where Element == Int64 {
  var doubles: FixedColumn<Double> {
    let values = values
    return FixedColumn<Double>(
      [Double](morsels: values.count, filler: 0) { rows, output in for row in rows { output[row] = Double(values[row]) }
      },
      validity: validity)
  }
}

extension Column {
  var isMeasureOrMoment: Bool {
    switch self {
    case .measure, .moment: true
    default: false
    }
  }

  /// Of numbers; a measure gives its point.
  var doubles: FixedColumn<Double> {
    switch self {
    case .int(let column): return column.doubles
    case .float(let column): return column
    case .measure:
      if case .float(let column) = Parts.part(.number, of: self, type: .float) { return column }
      return FixedColumn([Double](repeating: 0, count: count), validity: Bitmap(repeating: false, count: count))
    default: return FixedColumn([Double](repeating: 0, count: count), validity: Bitmap(repeating: false, count: count))
    }
  }
}
