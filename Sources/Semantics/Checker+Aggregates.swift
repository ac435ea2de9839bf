import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// The aggregates of one `summarize`, as they are met in its expressions.
///
/// An item such as `sum(a) / count()` becomes two aggregates and an expression over their columns; the columns are the
/// group keys first, then the aggregates in this order.
final class AggregateCollector {
  let keys: [PlanExpression]
  let keyNames: [String]
  private(set) var aggregates: [Aggregate] = []
  /// True while an aggregate's own arguments are checked: there, columns are the rows'.
  var isInside = false

  init(keys: [PlanExpression], keyNames: [String]) {
    self.keys = keys
    self.keyNames = keyNames
  }

  func add(_ aggregate: Aggregate) -> PlanExpression {
    aggregates.append(aggregate)
    return PlanExpression(.column(keys.count + aggregates.count - 1), aggregate.type, at: aggregate.span)
  }
}

/// Where the rows of an aggregate come from, which decides how to get rows of one currency.
enum AggregatePlace {
  /// A `summarize`, whose `by` makes the groups.
  case group
  /// A table, or the rows that refer to a row: `money.max(amount)`.
  case table
  /// A window, whose `per` makes the groups.
  case window
  /// A rank, which has no `where`.
  case rank
  case list
}

extension Checker {
  /// An aggregate over the elements of a list, the first argument; only a `quantile` has a second.
  mutating func listAggregate(
    _ function: AggregateFunction, _ entry: FunctionEntry, _ arguments: [PlanExpression], element: ValueType,
    at span: ByteSpan
  ) -> PlanExpression {
    let list = arguments[0]
    guard entry.takes(arguments.count), arguments.count == 1 || function == .quantile else {
      return fail(.wrongArgumentCount([entry], found: arguments.count, at: span))
    }
    let sample = PlanExpression(.constant(.none), element, at: list.span)
    if let parameter = entry.parameters.first, function != .count, !Self.matches(sample, parameter.pattern) {
      return fail(.wrongArgument([entry], 0, list))
    }
    if arguments.count > 1, let parameter = entry.parameter(at: 1), !Self.matches(arguments[1], parameter.pattern) {
      return fail(.wrongArgument([entry], 1, arguments[1]))
    }
    if function.needsOneUnit, let problem = mixedUnits(function, sample, heldConstant: [], in: .list) {
      return fail(problem)
    }
    if function.needsOneUnit, let (a, b) = Self.unlikeDurations(in: list) {
      return fail(.durationsDiffer(function, a, words(a), b, words(b)))
    }
    return PlanExpression(
      .listAggregate(function, list, second: arguments.dropFirst().first), aggregateType(function, entry, element),
      at: span)
  }

  /// Two durations of a list that is written out which have no common measure: months and days.
  private static func unlikeDurations(in list: PlanExpression) -> (PlanExpression, PlanExpression)? {
    guard case .list(let values) = list.kind else { return nil }
    func unit(_ value: PlanExpression) -> String? {
      if case .constant(.measure(let measure, .duration)) = value.kind { measure.unit } else { nil }
    }
    guard let first = values.first, let one = unit(first) else { return nil }
    let other = values.first { unit($0).map { !Unit.areComparable($0, one) } ?? false }
    return other.map { (first, $0) }
  }

  func aggregateType(_ function: AggregateFunction, _ entry: FunctionEntry, _ argument: ValueType?) -> ValueType {
    switch entry.result {
    case .type(let type): return ValueType(type, optional: entry.mayBeMissing || (function == .any || function == .all))
    case .argument:
      guard let argument else { return .invalid }
      // Durations never promise one unit: months and days have no common sum.
      let unitUnknown = [.money(nil), .quantity(nil), .duration].contains(argument.base)
      return ValueType(argument.base, optional: function != .sum || unitUnknown)
    case .mean:
      guard let argument else { return .invalid }
      return ValueType(argument.base == .int ? .float : argument.base, optional: true)
    case .listOf: return ValueType(.list((argument ?? .invalid).required))
    case .common, .elementOf, .special: return .invalid
    }
  }

  /// Types one aggregate call; its columns are those of `scope`. Reports and gives nil if it is wrong.
  mutating func aggregate(
    _ call: Call, _ entry: FunctionEntry, in scope: Scope, heldConstant: Set<String>, isWindow: Bool = false,
    at span: ByteSpan
  ) -> Aggregate? {
    guard case .aggregate(let function) = entry.implementation else { return nil }
    if let receiver = call.receiver, !call.per.isEmpty || call.rows != nil {
      report(.windowOfReceiver(call.name, at: receiver.span))
      return nil
    }
    if let first = call.sort.first, !function.dependsOnOrder {
      report(.sortWithoutEffect(function, at: first.span))
      return nil
    }
    let errors = mistakes
    var scope = scope
    var filter: PlanExpression?
    if let filterExpression = call.filter {
      let checked = condition(filterExpression, role: "`where` in `\(entry.name)`", in: scope)
      scope = narrowing(scope, by: checked)
      filter = checked
    }
    for argument in call.arguments { if let label = argument.label { report(.labelledArgument(label)) } }
    let arguments = call.arguments.map { check($0.value, in: scope) }
    let order = call.sort.compactMap { self.order($0, in: scope) }
    guard mistakes == errors, !arguments.contains(where: { $0.type.base == .invalid }) else { return nil }
    guard entry.takes(arguments.count) else {
      report(.wrongArgumentCount([entry], found: arguments.count, at: span))
      return nil
    }
    for (index, argument) in arguments.enumerated() where !Self.matches(argument, entry.parameters[index].pattern) {
      report(.wrongArgument([entry], index, argument))
      return nil
    }
    if let argument = arguments.first {
      // `max_by(x, amount)` puts its second argument in order.
      let measured = function.ordersBySecond ? arguments.dropFirst().first : argument
      let place: AggregatePlace = isWindow ? .window : call.receiver == nil ? .group : .table
      if function.needsOneUnit, let measured,
        let problem = mixedUnits(function, measured, heldConstant: heldConstant, in: place)
      {
        report(problem)
        return nil
      }
      if function.isHurtByRepeats {
        var read: Set<Int> = []
        Scope.columnsRead(by: argument, into: &read)
        if let repetition = read.sorted().compactMap({ scope.columns[$0].field.repetition }).first {
          let key = scope.visible.map { scope.columns[$0].field }.first {
            $0.repetition?.isKey ?? false && $0.repetition?.isTogether(with: repetition) ?? false
          }
          report(.repeated(function, argument, by: repetition, key: key?.name))
          return nil
        }
      }
    }
    return Aggregate(
      function: function, argument: arguments.first, second: arguments.count > 1 ? arguments[1] : nil, filter: filter,
      order: order, rate: function == .sum ? arguments.first.flatMap { rate(of: $0, scope) } : nil,
      type: aggregateType(function, entry, arguments.first?.type), span: span)
  }

  /// The column beside a measured column that tells what its values are per: `each` of `money` and `figures`.
  private func rate(of argument: PlanExpression, _ scope: Scope) -> PlanExpression? {
    guard case .column(let index) = argument.kind, argument.type.base.isMeasure else { return nil }
    let qualifier = scope.columns[index].field.name.split(separator: ".").dropLast().map { $0 + "." }.joined()
    guard let each = scope.index(of: qualifier + "each"), scope.columns[each].field.type.base == .text else {
      return nil
    }
    return PlanExpression(.column(each), scope.columns[each].field.type, at: argument.span)
  }

  /// The error of computing over several currencies or units, unless the groups hold it constant.
  func mixedUnits(
    _ function: AggregateFunction, _ argument: PlanExpression, heldConstant: Set<String>, in place: AggregatePlace,
    called name: String? = nil
  ) -> Diagnostic? {
    varyingPart(of: argument, heldConstant: heldConstant).map {
      .mixedUnits(function, argument, words(argument), $0, in: place, called: name)
    }
  }

  /// The currency or unit, where a value may have several and the groups do not hold it constant.
  func varyingPart(of value: PlanExpression, heldConstant: Set<String>) -> Part? {
    let part: Part
    switch value.type.base {
    case .money(nil): part = .currency
    case .quantity(nil): part = .unit
    default: return nil
    }
    let partKey = ExpressionKey.key(PlanExpression(.part(value, part), .text, at: value.span))
    return heldConstant.contains(partKey) || heldConstant.contains(ExpressionKey.key(value)) ? nil : part
  }
}
