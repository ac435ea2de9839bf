import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Evaluator {
  /// A call of a function of one row's values: its arguments, then the kernel of its group.
  mutating func call(_ function: ScalarFunction, _ arguments: [PlanExpression], _ expression: PlanExpression)
    throws(EngineError) -> Operand
  {
    if executor.parallel.isStopped { throw .cancelled }
    var operands: [Operand] = []
    for argument in arguments { operands.append(try evaluate(argument)) }
    let isConstant = operands.allSatisfy(\.isConstant)
    let rows = isConstant ? 1 : count
    func at(_ index: Int) -> Column { isConstant ? operands[index].column : operands[index].expanded(to: rows) }
    let result: Column
    switch function {
    case .length, .lower, .upper, .capitalize, .titleCase, .fold, .trim, .reverse, .repeat, .padStart, .padEnd,
      .substring, .position, .startsWith, .endsWith, .replace, .split, .words, .lines, .occurrences, .replaceMatches,
      .splitMatches, .countMatches, .wordCount, .extract, .extractAll, .similarity, .has, .contains:
      if case .list(let lists) = at(0), function == .has {
        result = named(lists, at(1))
      } else if case .list(let lists) = at(0) {
        result = .int(FixedColumn((0..<rows).map { Int64(lists.range($0).count) }, validity: lists.validity))
      } else {
        result = try text(function, operands, expression)
      }
    case .abs, .sign, .round, .floor, .ceiling, .truncate, .sqrt, .power, .exp, .ln, .log10, .mod:
      result = try number(function, at, expression)
    case .least, .greatest: result = try extreme(operands.indices.map(at), largest: function == .greatest, expression)
    case .clamp:
      let capped = try extreme([at(0), at(2)], largest: false, expression)
      result = try extreme([at(1), capped], largest: true, expression)
    case .bucket: result = try bucket(at(0), width: operands[1].column, expression)
    case .decade, .year, .half, .quarter, .month, .week, .day, .yearNumber, .quarterOfYear, .monthOfYear, .weekOfYear,
      .dayOfYear, .dayOfMonth, .dayOfWeek, .hourOfDay, .since, .until, .start, .end, .lengthInDays:
      result = date(function, at(0))
    case .daysBetween, .monthsBetween, .yearsBetween: result = dates(function, at(0), at(1))
    case .above, .atLeast, .below, .upTo, .about, .exact, .asUnit, .convert:
      result = try bound(function, at, expression)
    case .same: result = try same(at(0), at(1), expression)
    case .possibly, .certainly: result = Self.decided(at(0), possibly: function == .possibly)
    case .first, .last, .element, .slice, .reversed, .sorted, .distinct, .flatten, .join, .range, .indexOf:
      result = try list(function, operands.indices.map(at), expression)
    case .int, .float, .text, .date, .period, .money, .quantity, .duration:
      result = try conversion(function, operands.indices.map(at), expression)
    }
    return Operand(result, isConstant: isConstant)
  }

  /// A condition without the unknown: true where it is possibly so, or only where it is certainly so.
  private static func decided(_ condition: Column, possibly: Bool) -> Column {
    guard case .bool(let truth) = condition else { return .missing(.bool, count: condition.count) }
    guard possibly, let known = truth.validity else { return .bool(BoolColumn(truth.truth)) }
    return .bool(BoolColumn(truth.truth | ~known))
  }
}
