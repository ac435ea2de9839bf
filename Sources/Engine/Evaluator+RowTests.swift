import IbidColumns
import IbidPlan
import IbidTypes

extension Evaluator {
  /// A comparison of a column, of which no row is missing, with something that is the same for all rows, as a test of its rows;
  /// nil where it must be made otherwise.
  mutating func rowTest(_ condition: PlanExpression) throws(EngineError) -> RowTest? {
    guard case .compare(let written, let a, let b) = condition.kind, a.isColumn != b.isColumn else { return nil }
    let (tested, other) = a.isColumn ? (a, b) : (b, a)
    let comparison = a.isColumn ? written : written.flipped
    guard case .constant = other.kind, tested.type.base == other.type.base else { return nil }
    let column = try column(tested)
    guard column.validity == nil else { return nil }
    let constant = try evaluate(other).column
    guard constant.isValid(0) else { return nil }
    switch (column, constant) {
    case (.float(let floats), .float(let limit)):
      return .floats(FloatTest(values: floats.values, comparison: comparison, limit: limit.values[0]))
    case (.int(let numbers), .int(let limit)):
      return numbers.packed.map { RowTest(comparison, $0, limit.values[0]) }
    case (.text(let texts), .text(let text)):
      return TextKernels.test(comparison, texts, with: text.dictionary.bytes[text.dictionary.range(Int(text.codes[0]))])
    case (.moment(let moments), .moment(let moment)):
      return CompareMoments.test(
        comparison, moments, MomentRole(tested.type.base), constant: moment, MomentRole(other.type.base))
    default: return nil
    }
  }

  /// The rows for which several conditions hold, of which each can be tested: one loop over all of them.
  mutating func testedConjunction(_ expression: PlanExpression) throws(EngineError) -> Bitmap? {
    var tests = RowTests()
    for condition in expression.conjuncts {
      guard let test = try rowTest(condition) else { return nil }
      tests.tests.append(test)
    }
    return tests.bitmap(rows: count)
  }

  /// Conditions that must all hold as tests of rows, those that cannot be one made beforehand; nil if some row is unknown, which a
  /// note would count.
  mutating func rowTests(_ conditions: [PlanExpression], like whole: PlanExpression) throws(EngineError) -> RowTests? {
    var (found, others): (RowTests, [PlanExpression]) = (RowTests(), [])
    for condition in conditions {
      if let test = try rowTest(condition) { found.tests.append(test) } else { others.append(condition) }
    }
    if found.tests.isEmpty { return nil }
    guard let others = PlanExpression.all(others, like: whole) else { return found }
    let truth = try truth(sharing([others])[0])
    guard truth.validity?.isAllTrue ?? true else { return nil }
    found.members = truth.truth
    return found
  }
}
