import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// Steps over networks: tables whose rows are links between the nodes in two of their columns.
extension Checker {
  /// `pairs of parties`: the row's columns, then the two elements. The second is missing where there is only one.
  mutating func pairs(of path: [Name], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    guard let expression = Self.expression(path) else { return }
    let value = check(expression, in: scope)
    if value.type.base == .invalid { return }
    guard case .list(let element) = value.type.base else {
      let lists = scope.visible.map { scope.columns[$0].field }.filter { $0.type.isList }
      report(.pairsNeedList(value, expression.span, words(value), lists: lists.map(\.name)))
      return
    }
    guard element.base.canBeNode else {
      report(.cannotBeNode(element, expression.span, words(value)))
      return
    }
    guard areFree(["a", "b"], for: step, in: scope) else { return }
    for index in scope.columns.indices { scope.repeat(index, by: .step("pairs")) }
    scope.columns.append(.init(field: Field("a", element.required)))
    scope.columns.append(.init(field: Field("b", element.optional)))
    plan = Plan(.pairs(plan, of: value), schema: scope.schema, at: step.span)
  }

  /// `components`: a row for each node.
  mutating func components(_ written: Step.Ends?, at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    guard let (ends, node) = ends(written, of: step, in: scope) else { return }
    become(
      .components(plan, ends),
      [
        Field("node", node, unique: true), Field("component", .int), Field("degree", .int), Field("cut_point", .bool),
      ], at: step, &plan, &scope)
  }

  /// `reach from "UK" within 3`: a row for each node that is reached.
  mutating func reach(
    _ written: Step.Ends?, from start: Expression, within limit: IntegerLiteral?, at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    guard let (ends, node) = ends(written, of: step, in: scope),
      let start = nodes(start, of: node, "`reach` starts at a node")
    else { return }
    become(
      .reach(plan, ends, from: start, within: limit?.value),
      [Field("node", node, unique: true), Field("distance", .int), Field("via", node)], at: step, &plan, &scope)
  }

  /// `paths from "A" to "B"`: the rows of the links, and where on which path they are.
  mutating func paths(
    _ written: Step.Ends?, from start: Expression, to goal: Expression, within limit: IntegerLiteral?, at step: Step,
    _ plan: inout Plan, _ scope: inout Scope
  ) {
    guard let (ends, node) = ends(written, of: step, in: scope) else { return }
    let from = nodes(start, of: node, "`paths` start at a node")
    let to = nodes(goal, of: node, "`paths` end at a node")
    guard areFree(["path", "step", "node", "next"], for: step, in: scope), let from, let to else { return }
    for index in scope.columns.indices { scope.repeat(index, by: .step("paths")) }
    for field in [Field("path", .int), Field("step", .int), Field("node", node), Field("next", node)] {
      scope.columns.append(.init(field: field))
    }
    plan = Plan(
      .paths(plan, ends, from: from, to: to, within: limit?.value), schema: scope.schema, at: step.span)
  }

  /// `without "UK"`: the same columns; a node that is left alone stands beside a missing end.
  mutating func without(
    _ node: Expression, _ written: Step.Ends?, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    guard let (ends, type) = ends(written, of: step, in: scope),
      let node = nodes(node, of: type, "`without` takes a node")
    else { return }
    for index in [ends.from, ends.to] {
      scope.columns[index].field.type.isOptional = true
      // An end that may be missing now leads nowhere for certain.
      scope.narrowed = scope.narrowed.filter { $0.key != "#\(index)" && !$0.key.hasPrefix("#\(index).") }
    }
    plan = Plan(.without(plan, ends, node), schema: scope.schema, at: step.span)
  }

  // MARK: Ends and nodes

  /// The columns that hold the nodes, `a` and `b` where nothing is said, and the type of a node.
  mutating func ends(_ written: Step.Ends?, of step: Step, in scope: Scope) -> (NetworkEnds, ValueType)? {
    var indices: [Int] = []
    if let written {
      for name in [written.from, written.to] {
        guard let index = scope.index(of: name.text) else {
          report(.unknownColumn(name, scope: scope, catalog: catalog))
          continue
        }
        indices.append(index)
      }
    } else {
      indices = ["a", "b"].compactMap { [scope] in scope.index(of: $0) }
      if indices.count < 2 {
        report(scope.isOpen() ? .consequence(at: step.keyword) : .noEnds(of: step, in: scope, source))
        return nil
      }
    }
    guard indices.count == 2 else { return nil }
    let spans = written.map { [$0.from.span, $0.to.span] } ?? [step.keyword, step.keyword]
    let fields = indices.map { scope.columns[$0].field }
    var isFine = true
    for (field, span) in zip(fields, spans) where !field.type.base.canBeNode {
      if field.type.base == .invalid { return nil }
      report(.cannotBeNode(field.type, span, field.name))
      isFine = false
    }
    guard isFine else { return nil }
    let (from, to) = (fields[0], fields[1])
    guard indices[0] != indices[1], let type = common(from.type, to.type), !from.type.mixesNumbers(with: to.type)
    else {
      report(.endsDiffer(from, to, spans))
      return nil
    }
    return (NetworkEnds(from: indices[0], to: indices[1], isDirected: written?.isDirected ?? false), type.required)
  }

  /// A value, a list or a table of one column that says which nodes; rows of a table also by name.
  private mutating func nodes(_ expression: Expression, of type: ValueType, _ role: String) -> PlanExpression? {
    let value = tableValues(expression, in: .empty) ?? check(expression, in: .empty)
    if value.type.base == .invalid { return nil }
    if case .list(let elements) = value.kind {
      var nodes: [PlanExpression] = []
      for element in elements {
        guard let node = node(element, of: type, role) else { return nil }
        nodes.append(node)
      }
      let element = nodes.first?.type.required ?? type
      return PlanExpression(.list(nodes), ValueType(.list(element)), at: value.span)
    }
    return node(value, of: type, role)
  }

  private mutating func node(_ value: PlanExpression, of type: ValueType, _ role: String) -> PlanExpression? {
    if case .reference(let table) = type.base, value.type.ofOne.base.isTextual {
      let schema = catalog.table(named: table)?.schema
      if schema?.index(of: "name") != nil || schema?.index(of: "title") != nil { return value }
    } else if case .word(let set) = type.base, case .constant(.text(let word)) = value.kind, !set.words.contains(word) {
      report(.unknownWord(word, set, at: value.span))
      return nil
    }
    // `none` adapts to anything, and is no node.
    let adapted = value.type.base == .none ? value : adapt(value, to: type)
    let found = adapted.type.ofOne
    guard found.base != .none, common(type, found) != nil, !type.mixesNumbers(with: found) else {
      report(.notANode(value, type, role))
      return nil
    }
    return adapted
  }

  // MARK: Columns

  /// Reports names that a step adds and that are taken.
  private mutating func areFree(_ names: [String], for step: Step, in scope: Scope) -> Bool {
    let taken = names.filter { scope.index(of: $0) != nil }
    for name in taken { report(.columnInTheWay(name, of: source.string(step.keyword), at: step.keyword)) }
    return taken.isEmpty
  }

  private func become(
    _ node: Plan.Node, _ fields: [IbidTypes.Field], at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    plan = Plan(node, schema: Schema(fields), at: step.span)
    scope = Scope(schema: plan.schema)
  }
}

extension DataType {
  /// Its values can be the ends of links.
  var canBeNode: Bool {
    switch self {
    case .bool, .int, .float, .text, .word, .date, .period, .duration, .money, .quantity, .reference, .invalid: true
    case .list, .source, .none: false
    }
  }
}

extension ValueType {
  fileprivate var isList: Bool { if case .list = base { true } else { false } }

  /// The type of a list's elements; of anything else its own.
  fileprivate var ofOne: ValueType { if case .list(let element) = base { element } else { self } }

  /// A whole number and a float are in columns of their own.
  fileprivate func mixesNumbers(with other: ValueType) -> Bool {
    base == .int && other.base == .float || base == .float && other.base == .int
  }
}
