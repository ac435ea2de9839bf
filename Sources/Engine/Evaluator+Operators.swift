import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: a comparison with a missing side is unknown, and the negative of a missing value is missing.

/// Comparisons, membership and the minus sign.
extension Evaluator {
  mutating func compare(_ comparison: Comparison, _ a: PlanExpression, _ b: PlanExpression) throws(EngineError)
    -> Operand
  {
    let (left, right) = try (tolerant(evaluate(a), at: a.span), tolerant(evaluate(b), at: b.span))
    let isConstant = left.isConstant && right.isConstant
    let rows = isConstant ? 1 : count
    func validity(_ operand: Operand) -> Bitmap? {
      operand.isConstant && rows != 1
        ? operand.column.validity.map { Bitmap(repeating: $0[0], count: rows) } : operand.column.validity
    }
    func result(_ column: BoolColumn) -> Operand { Operand(.bool(column), isConstant: isConstant) }
    switch (left.column, right.column) {
    case (.float(let x), .float(let y)) where right.isConstant && !left.isConstant && y.isValid(0):
      return result(CompareNumbers.compare(comparison, x.values, y.values[0], validity: x.validity))
    case (.float(let x), .float(let y)) where left.isConstant && !right.isConstant && x.isValid(0):
      return result(CompareNumbers.compare(comparison.flipped, y.values, x.values[0], validity: y.validity))
    case (.int(let x), .int(let y)):
      if right.isConstant, !left.isConstant, y.isValid(0), let packed = x.packed {
        return result(CompareNumbers.compare(comparison, packed, y.values[0], validity: x.validity))
      }
      if left.isConstant, !right.isConstant, x.isValid(0), let packed = y.packed {
        return result(CompareNumbers.compare(comparison.flipped, packed, x.values[0], validity: y.validity))
      }
      return result(numbers(comparison, x.values, left, y.values, right, bothValid(validity(left), validity(right))))
    case (.float(let x), .float(let y)):
      return result(numbers(comparison, x.values, left, y.values, right, bothValid(validity(left), validity(right))))
    case (.reference(let x), .reference(let y)):
      return result(numbers(comparison, x.rows, left, y.rows, right, bothValid(validity(left), validity(right))))
    case (.bool(let x), .bool(let y)):
      return result(
        Kleene.column(count: rows, validity: bothValid(validity(left), validity(right))) { row in
          (x.truth[left.isConstant ? 0 : row] == y.truth[right.isConstant ? 0 : row]) == (comparison == .equal)
        })
    case (.text(let x), .text(let y)) where right.isConstant && !left.isConstant && y.isValid(0):
      return result(TextKernels.compare(comparison, x, with: y.dictionary.bytes[y.dictionary.range(Int(y.codes[0]))]))
    case (.text(let x), .text(let y)) where left.isConstant && !right.isConstant && x.isValid(0):
      return result(
        TextKernels.compare(comparison.flipped, y, with: x.dictionary.bytes[x.dictionary.range(Int(x.codes[0]))]))
    case (.text(let x), .text(let y)):
      return result(
        TextKernels.compare(x, y, count: rows) { order in
          switch comparison {
          case .equal: order == 0
          case .notEqual: order != 0
          case .less: order < 0
          case .lessOrEqual: order <= 0
          case .greater: order > 0
          case .greaterOrEqual: order >= 0
          }
        })
    case (.measure(let x), .measure(let y)):
      guard let sides = AlignedMeasures(x, y, leftIsConstant: left.isConstant, rightIsConstant: right.isConstant) else {
        throw .failed(.overflow("a number of this comparison", at: a.span))
      }
      return result(CompareMeasures.compare(comparison, sides, count: rows))
    case (.moment(let x), .moment(let y)):
      return result(
        CompareMoments.compare(
          comparison, x, MomentRole(a.type.base), y, MomentRole(b.type.base), aIsConstant: left.isConstant,
          bIsConstant: right.isConstant, count: rows))
    default: return Operand(.missing(.bool, count: 1), isConstant: true)
    }
  }

  /// Hedged values with the ends that `set hedge` gives them: `about 200` as 190 to 210 at 5%.
  func tolerant(_ operand: Operand, at span: ByteSpan) throws(EngineError) -> Operand {
    guard let hedge = executor.snapshot.hedge, case .measure(let column) = operand.column, !column.isExact else {
      return operand
    }
    let values = [Measure?](rows: column.count, filler: nil) { column[$0]?.widened(by: hedge) }
    guard let widened = Column.measures(values, kind: column.kind) else {
      throw .failed(.overflow("this value with its tolerance", at: span))
    }
    return Operand(widened, isConstant: operand.isConstant)
  }

  private func numbers<Element: Comparable & BitwiseCopyable>(
    _ comparison: Comparison, _ x: [Element], _ left: Operand, _ y: [Element], _ right: Operand, _ validity: Bitmap?
  ) -> BoolColumn {
    if right.isConstant, let constant = y.first {
      return CompareNumbers.compare(comparison, x, constant, validity: validity)
    }
    if left.isConstant, let constant = x.first {
      return CompareNumbers.compare(comparison.flipped, y, constant, validity: validity)
    }
    return CompareNumbers.compare(comparison, x, y, validity: validity)
  }

  mutating func isIn(_ a: PlanExpression, _ b: PlanExpression) throws(EngineError) -> Operand {
    if case .list(let elements) = b.kind, let found = try isAmong(a, elements) { return found }
    if case .list(let elements) = b.kind {
      // `x in [p, q]` is `x == p or x == q`.
      var result: BoolColumn?
      for element in elements {
        guard case .bool(let equal) = try compare(.equal, a, element).column else { continue }
        let full =
          equal.count == count
          ? equal
          : BoolColumn(
            equal.truth.gathered([Int32](repeating: 0, count: count)),
            validity: equal.validity.map { Bitmap(repeating: $0[0], count: count) })
        result = result.map { Kleene.or($0, full) } ?? full
      }
      return Operand(.bool(result ?? BoolColumn(Bitmap(repeating: false, count: count))))
    }
    let (left, right) = try (tolerant(evaluate(a), at: a.span), tolerant(evaluate(b), at: b.span))
    let isConstant = left.isConstant && right.isConstant
    let rows = isConstant ? 1 : count
    if right.isConstant, !left.isConstant, let tests = rangeTests(left.column, a.type.base, in: right.column) {
      return Operand(.bool(BoolColumn(RowTests(tests: tests).bitmap(rows: rows), validity: left.column.validity)))
    }
    if right.isConstant, case .measure(let amounts) = left.column, let found = amountsInRange(amounts, right.column) {
      return Operand(.bool(found))
    }
    switch (left.column, right.column) {
    case (.moment(let x), .moment(let y)):
      return Operand(
        .bool(
          CompareMoments.isIn(
            x, MomentRole(a.type.base), y, aIsConstant: left.isConstant, bIsConstant: right.isConstant, count: rows)),
        isConstant: isConstant)
    case (.measure(let x), .measure(let y)):
      guard let sides = AlignedMeasures(x, y, leftIsConstant: left.isConstant, rightIsConstant: right.isConstant) else {
        throw .failed(.overflow("a number of this comparison", at: a.span))
      }
      return Operand(.bool(CompareMeasures.isIn(sides, count: rows)), isConstant: isConstant)
    case (.int, .measure(let y)), (.float, .measure(let y)):
      let plain = try Parts.plain(left.column, at: a.span)
      guard let sides = AlignedMeasures(plain, y, leftIsConstant: left.isConstant, rightIsConstant: right.isConstant)
      else {
        throw .failed(.overflow("a number of this comparison", at: a.span))
      }
      return Operand(.bool(CompareMeasures.isIn(sides, count: rows)), isConstant: isConstant)
    case (_, .list(let lists)):
      // Codes over the elements and the wanted values together tell which are identical.
      let wanted = left.isConstant && !isConstant ? left.expanded(to: rows) : left.column
      let codes = Codes(identityOf: try both(wanted, lists.elements, a)).values
      if right.isConstant {
        let members = Set(lists.range(0).lazy.map { codes[rows + $0] })
        let validity = lists.isValid(0) ? wanted.validity : Bitmap(repeating: false, count: rows)
        return Operand(
          .bool(Kleene.column(count: rows, validity: validity) { members.contains(codes[$0]) }), isConstant: isConstant)
      }
      return Operand(
        .bool(
          Kleene.column(count: rows) { row in
            if !wanted.isValid(row) || !lists.isValid(row) { return .unknown(.missing) }
            return .certain(lists.range(row).contains { codes[rows + $0] == codes[row] })
          }))
    default: return Operand(.missing(.bool, count: 1), isConstant: true)
    }
  }

  /// `x in ["a", "b"]` by one set of codes, where `==` is identity and the elements are known: nil elsewhere.
  private mutating func isAmong(_ a: PlanExpression, _ elements: [PlanExpression]) throws(EngineError) -> Operand? {
    switch a.type.base {
    case .int, .float, .text, .word, .reference: break
    default: return nil
    }
    var constants: [Operand] = []
    for element in elements {
      guard case .constant(let constant) = element.kind, constant != .none else { return nil }
      constants.append(try evaluate(element))
    }
    guard var members = constants.first?.column else { return nil }
    for constant in constants.dropFirst() { members = try both(members, constant.column, a) }
    let operand = try evaluate(a)
    let rows = operand.column.count
    func among<Element: Hashable & BitwiseCopyable & Sendable>(_ values: [Element], _ wanted: [Element]) -> BoolColumn {
      // Few are compared with one after the other, sooner than hashed.
      let set = wanted.count <= 8 ? [] : Set(wanted)
      return Kleene.column(count: rows, validity: operand.column.validity) { row in
        set.isEmpty ? wanted.contains(values[row]) : set.contains(values[row])
      }
    }
    let found: BoolColumn
    switch (operand.column, members) {
    case (.int(let numbers), .int(let wanted)): found = among(numbers.values, wanted.values)
    case (.float(let numbers), .float(let wanted)): found = among(numbers.values, wanted.values)
    case (.text(let texts), .text(let wanted)):
      found = TextKernels.among(texts, (0..<wanted.count).compactMap { wanted[$0] })
    default:
      let codes = Codes(identityOf: try both(operand.column, members, a)).values
      found = among((0..<rows).map { codes[$0] }, (rows..<codes.count).map { codes[$0] })
    }
    return Operand(.bool(found), isConstant: operand.isConstant)
  }

  func negated(_ operand: Operand, at span: ByteSpan) throws(EngineError) -> Operand {
    switch operand.column {
    case .int(let column):
      if column.holdsLeast { throw .failed(.overflow("this number", at: span)) }
      // Wraps only in missing rows.
      return Operand(
        .int(FixedColumn(column.values.map { 0 &- $0 }, validity: column.validity)), isConstant: operand.isConstant)
    case .float(let column):
      return Operand(
        .float(FixedColumn(column.values.map { -$0 }, validity: column.validity)), isConstant: operand.isConstant)
    case .measure(let column):
      guard let negative = try? MeasureArithmetic.negate(column) else {
        throw .failed(.overflow("this amount", at: span))
      }
      return Operand(.measure(negative), isConstant: operand.isConstant)
    default: return operand
    }
  }
}
