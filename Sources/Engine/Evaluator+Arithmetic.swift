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
    var overflowed = false
    let (x, y) = (a.values, b.values)
    let values: [Int64]
    switch operation {
    case .add: values = zipped(x, y) { overflowing($0.addingReportingOverflow($1), &overflowed) }
    case .subtract:
      values = zipped(x, y) { overflowing($0.subtractingReportingOverflow($1), &overflowed) }
    case .multiply, .divide:
      values = zipped(x, y) { overflowing($0.multipliedReportingOverflow(by: $1), &overflowed) }
    }
    // What missing rows hold may overflow as it likes.
    if overflowed,
      x.indices.contains(where: { validity?[$0] ?? true && overflows(operation, x[$0], y[$0]) })
    {
      throw NumberOverflow()
    }
    return FixedColumn(values, validity: validity)
  }

  private static func overflows(_ operation: Arithmetic, _ a: Int64, _ b: Int64) -> Bool {
    switch operation {
    case .add: a.addingReportingOverflow(b).overflow
    case .subtract: a.subtractingReportingOverflow(b).overflow
    case .multiply, .divide: a.multipliedReportingOverflow(by: b).overflow
    }
  }

  @inline(__always)
  private static func overflowing(_ result: (partialValue: Int64, overflow: Bool), _ overflowed: inout Bool) -> Int64 {
    overflowed = overflowed || result.overflow
    return result.partialValue
  }

  private static func floats(_ operation: Arithmetic, _ a: FixedColumn<Double>, _ b: FixedColumn<Double>)
    -> FixedColumn<Double>
  {
    let validity = bothValid(a.validity, b.validity)
    switch operation {
    case .add: return finite(zipped(a.values, b.values) { $0 + $1 }, validity)
    case .subtract: return finite(zipped(a.values, b.values) { $0 - $1 }, validity)
    case .multiply, .divide: return finite(zipped(a.values, b.values) { $0 * $1 }, validity)
    }
  }

  /// By zero is missing.
  private static func divide(_ a: FixedColumn<Double>, _ b: FixedColumn<Double>) -> FixedColumn<Double> {
    finite(zipped(a.values, b.values) { $1 == 0 ? .nan : $0 / $1 }, bothValid(a.validity, b.validity))
  }

  /// Infinities and NaN become missing: they never enter a column.
  static func finite(_ values: [Double], _ validity: Bitmap?) -> FixedColumn<Double> {
    guard values.contains(where: { !$0.isFinite }) else { return FixedColumn(values, validity: validity) }
    let isFinite = Bitmap(values.lazy.map(\.isFinite))
    return FixedColumn(values.map { $0.isFinite ? $0 : 0 }, validity: bothValid(validity, isFinite))
  }

  @inline(__always)
  private static func zipped<Element, Result>(_ a: [Element], _ b: [Element], _ operation: (Element, Element) -> Result)
    -> [Result]
  {
    [Result](capacity: a.count) { output in
      for row in a.indices { output.append(operation(a[row], b[row])) }
    }
  }
}

extension FixedColumn where Element == Int64 {
  var doubles: FixedColumn<Double> { FixedColumn<Double>(values.map(Double.init), validity: validity) }
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
