import IbidColumns
import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

extension Evaluator {
  mutating func call(_ function: ScalarFunction, _ arguments: [PlanExpression], _ expression: PlanExpression)
    throws(EngineError) -> Operand
  {
    var operands: [Operand] = []
    for argument in arguments { operands.append(try evaluate(argument)) }
    let isConstant = operands.allSatisfy(\.isConstant)
    let rows = isConstant ? 1 : count
    func at(_ index: Int) -> Column { isConstant ? operands[index].column : operands[index].expanded(to: rows) }
    let result: Column
    switch function {
    case .lower, .upper, .trim, .length, .startsWith, .endsWith, .replace, .split, .join, .occurrences, .wordCount,
      .extract, .has, .contains:
      result = try text(function, operands, at, rows, expression)
    case .abs, .round, .floor, .ceiling, .sqrt, .power, .mod, .int, .float:
      result = try number(function, at, expression)
    case .year, .quarter, .month, .day, .yearNumber, .monthOfYear, .dayOfWeek, .since, .until, .start, .end,
      .daysBetween:
      result = date(function, at, rows)
    case .above, .atLeast, .below, .upTo, .about, .asUnit, .convert: result = try bound(function, at, expression)
    case .same: result = try same(at(0), at(1), expression)
    case .possibly, .certainly:
      guard case .bool(let truth) = at(0) else { return Operand(.missing(.bool, count: 1), isConstant: true) }
      result = .bool(
        BoolColumn(
          function == .certainly
            ? truth.truth : truth.truth | ~(truth.validity ?? Bitmap(repeating: true, count: truth.count))))
    case .first, .last:
      guard case .list(let lists) = at(0) else {
        return Operand(.missing(expression.type.base, count: 1), isConstant: true)
      }
      result = lists.elements.gathered(
        (0..<lists.count).map { row in
          let range = lists.range(row)
          return range.isEmpty || !lists.isValid(row)
            ? -1 : Int32(function == .first ? range.lowerBound : range.upperBound - 1)
        })
    case .text:
      let column = at(0)
      result = .text(
        TextColumn((0..<column.count).lazy.map { column.isValid($0) ? column.value(at: $0).plainText : nil }))
    }
    return Operand(result, isConstant: isConstant)
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
