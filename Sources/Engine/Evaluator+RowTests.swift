import IbidColumns
import IbidPlan
import IbidTypes

extension Evaluator {
  /// A comparison of a column with something that is the same for all rows, as tests of its rows that must all hold, and which of these
  /// have a value; nil where it must be made otherwise. Amounts that are more than a point may stay unknown.
  private mutating func rowTest(_ condition: PlanExpression) throws(EngineError)
    -> (tests: [RowTest], validity: Bitmap?)?
  {
    if case .isIn(let a, let b) = condition.kind {
      if case .list(let elements) = b.kind { return try listTest(a, elements) }
      return try rangeTest(a, b)
    }
    guard case .compare(let written, let a, let b) = condition.kind, a.isColumn != b.isColumn else { return nil }
    let (tested, other) = a.isColumn ? (a, b) : (b, a)
    let comparison = a.isColumn ? written : written.flipped
    guard case .constant = other.kind, tested.type.base == other.type.base else { return nil }
    let (column, constant) = try (column(tested), evaluate(other).column)
    guard constant.isValid(0) else { return nil }
    let test: RowTest? =
      switch (column, constant) {
      case (.float(let floats), .float(let limit)):
        .floats(FloatTest(values: floats.values, comparison: comparison, limit: limit.values[0]))
      case (.int(let numbers), .int(let limit)): numbers.packed.map { RowTest(comparison, $0, limit.values[0]) }
      case (.text(let texts), .text(let text)):
        TextKernels.test(comparison, texts, with: text.dictionary.bytes[text.dictionary.range(Int(text.codes[0]))])
      case (.moment(let moments), .moment(let moment)):
        CompareMoments.test(
          comparison, moments, MomentRole(tested.type.base), constant: moment, MomentRole(other.type.base))
      // A hedge that is set makes other amounts of those that are more than a point.
      case (.measure(let amounts), .measure(let amount))
      where amount.isExact && (amounts.isExact || executor.snapshot.hedge == nil):
        AlignedMeasures(amounts, amount, rightIsConstant: true).flatMap { CompareMeasures.test(comparison, $0) }
      default: nil
      }
    return test.map { ([$0], column.validity) }
  }

  /// A column within a range that is the same for all rows.
  private mutating func rangeTest(_ a: PlanExpression, _ b: PlanExpression) throws(EngineError)
    -> (tests: [RowTest], validity: Bitmap?)?
  {
    guard a.isColumn, case .range(let from, let to) = b.kind, case .constant = from.kind, case .constant = to.kind
    else {
      return nil
    }
    let (column, range) = try (column(a), evaluate(b))
    guard range.isConstant else { return nil }
    return rangeTests(column, a.type.base, in: range.column).map { ($0, column.validity) }
  }

  /// A column of whole numbers or texts that is one of some constants.
  private mutating func listTest(_ a: PlanExpression, _ elements: [PlanExpression]) throws(EngineError)
    -> (tests: [RowTest], validity: Bitmap?)?
  {
    guard a.isColumn else { return nil }
    let constants = elements.compactMap { if case .constant(let value) = $0.kind { value } else { nil } }
    guard constants.count == elements.count else { return nil }
    let column = try column(a)
    let (packed, wanted): (PackedNumbers?, [Int64])
    switch column {
    case .int(let numbers):
      wanted = constants.compactMap { if case .int(let number) = $0 { number } else { nil } }
      packed = numbers.packed
    case .text(let texts):
      let words = constants.compactMap { if case .text(let text) = $0 { text } else { nil } }
      guard words.count == elements.count, texts.packed != nil else { return nil }
      wanted = texts.dictionary.codes(of: words).map(Int64.init)
      packed = texts.packed
    default: return nil
    }
    if case .int = column, wanted.count != elements.count { return nil }
    return packed.flatMap { RowTest(among: wanted, of: $0) }.map { ([$0], column.validity) }
  }

  /// The same where each row can be told.
  private mutating func knownTests(_ condition: PlanExpression) throws(EngineError) -> [RowTest]? {
    guard let found = try rowTest(condition), found.validity == nil, !found.tests.contains(where: \.hasUnknown) else {
      return nil
    }
    return found.tests
  }

  /// The rows for which several conditions hold, of which each can be tested: one loop over all of them.
  mutating func testedConjunction(_ expression: PlanExpression) throws(EngineError) -> Bitmap? {
    var tests = RowTests()
    for condition in expression.conjuncts {
      guard let known = try knownTests(condition) else { return nil }
      tests.tests += known
    }
    return tests.bitmap(rows: count)
  }

  /// Conditions that must all hold as tests of rows; nil where nothing can be tested.
  ///
  /// - Parameter testingAll: whether each must be one. Else those that cannot be one are made beforehand, and leave no row unknown.
  mutating func rowTests(_ conditions: [PlanExpression], like whole: PlanExpression, testingAll: Bool = false)
    throws(EngineError) -> RowTests?
  {
    if conditions.count == 1, let (own, validity) = try rowTest(conditions[0]) {
      var tests = RowTests(members: own.contains(where: \.deniesMissing) ? nil : validity, tests: own)
      if case .amounts(_, let odd)? = own.first { tests.unknownBefore = odd.unknownCounts }
      if let validity, !validity.isAllTrue { tests.unknownBefore[.missing] = validity.count - validity.trueCount }
      return tests
    }
    var (found, others): (RowTests, [PlanExpression]) = (RowTests(), [])
    var open: [(test: RowTest, validity: Bitmap?)] = []
    for condition in conditions {
      guard let (tests, validity) = try rowTest(condition) else {
        if testingAll { return nil }
        others.append(condition)
        continue
      }
      if validity == nil, !tests.contains(where: \.hasUnknown) {
        found.tests += tests
      } else {
        open += tests.map { ($0, validity) }
      }
    }
    if found.tests.isEmpty, open.isEmpty { return nil }
    if !open.isEmpty {
      guard let tests = OpenTests(open) else { return nil }
      found.open = tests
    }
    guard let others = PlanExpression.all(others, like: whole) else { return found }
    let truth = try truth(sharing([others])[0])
    guard truth.validity?.isAllTrue ?? true else { return nil }
    found.members = truth.truth
    return found
  }
}

extension RowTest {
  /// Whether it leaves rows unknown that have a value.
  fileprivate var hasUnknown: Bool { if case .amounts(_, let odd) = self { odd.hasUnknown } else { false } }
}
