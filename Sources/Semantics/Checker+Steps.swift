import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// Runs a plan through steps; a step that fails leaves the table as it was, so that later steps are checked too.
  mutating func check(_ steps: [Step], over plan: Plan) -> Plan {
    var plan = plan
    var scope = Scope(schema: plan.schema)
    let mistakesBefore = mistakes
    for step in steps {
      if plan.depth >= Plan.maximalDepth {
        report(.tooManySteps(at: step.span))
        break
      }
      endOutput(of: &plan, before: step)
      // A pivot without a list of values is followed by output alone.
      if plan.hasFoundColumns, !step.isOutput {
        report(.pivotNotLast(before: "`\(source.string(step.keyword))`", at: step.keyword))
        break
      }
      let (before, reported, depth) = (mistakes, diagnostics.count, plan.depth)
      scope.rows = plan
      inside(scope) { $0.check(step, &plan, &scope) }
      if plan.depth > depth { plan.words = Printer.line(of: step, in: source) }
      if mistakes > before || isLost(step.span) {
        leave(step, reported: diagnostics[reported...], &plan, &scope)
      }
    }
    return mistakes > mistakesBefore ? plan.broken() : plan
  }

  private mutating func check(_ step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    switch step.kind {
    case .filter(let expression):
      let test = condition(expression, role: "`where`", in: scope)
      guard test.type.base != .invalid else { return }
      scope = narrowing(scope, by: test)
      plan = Plan(.filter(plan, test), schema: scope.schema, at: step.span)
    case .select(let items):
      let columns = named(items, in: scope)
      guard reportRepeats(columns.map { ($0.name, $0.span) }) else { return }
      project(columns, at: step.span, &plan, &scope)
    case .derive(let items): derive(items, at: step.span, &plan, &scope)
    case .drop(let names):
      for name in names where scope.index(of: name.text) == nil {
        report(.unknownColumn(name, scope: scope, catalog: catalog, isWanted: false))
      }
      let dropped = Set(names.map(\.text))
      let kept = scope.visible.filter { !dropped.contains(scope.columns[$0].field.name) }
      if kept.isEmpty {
        if !scope.isOpen() { report(.nothingLeft(at: step.span)) }
        return
      }
      project(kept.map { passed($0, scope, at: step.span) }, at: step.span, &plan, &scope)
    case .rename(let renamings): rename(renamings, at: step.span, &plan, &scope)
    case .sort(let keys):
      let orders = keys.compactMap { order($0, in: scope) }
      guard orders.count == keys.count else { return }
      plan = Plan(.sort(plan, orders), schema: scope.schema, at: step.span)
    case .take(let count): plan = Plan(.slice(plan, skip: 0, take: count.value), schema: scope.schema, at: step.span)
    case .skip(let count): plan = Plan(.slice(plan, skip: count.value, take: nil), schema: scope.schema, at: step.span)
    case .distinct(let expressions):
      // Where a row stands makes no row another one, unless that is all there is.
      let all = scope.visible.map { passed($0, scope, at: step.span).value }
      let stated = all.filter { $0.type.base != .source }
      let keys = expressions.isEmpty ? (stated.isEmpty ? all : stated) : expressions.map { check($0, in: scope) }
      if keys.contains(where: { $0.type.base == .invalid }) { return }
      let indices = keys.compactMap { if case .column(let index) = $0.kind { index } else { nil } }
      if indices.count == keys.count, !keys.isEmpty { scope.keepOne(of: indices) }
      plan = Plan(.distinct(plan, keys), schema: scope.schema, at: step.span)
    case .count(let by):
      let call = Call(receiver: nil, name: Name("count", at: step.keyword), arguments: [])
      summarize(
        [Item(name: nil, value: Expression(.call(call), at: step.keyword))], by: by, at: step.span, &plan, &scope)
    case .summarize(let items, let by): summarize(items, by: by, at: step.span, &plan, &scope)
    case .join(let kind, let name, let table, let conditions):
      join(kind, name, table, conditions, at: step, &plan, &scope)
    case .cite:
      if scope.index(of: "sources") != nil { report(.repeatedName("sources", at: step.keyword)) }
      scope.columns.append(.init(field: Field("sources", ValueType(.list(ValueType(.source))))))
      plan = Plan(.cite(plan), schema: scope.schema, at: step.span)
    case .malformed: return
    case .sample(let count, let seed): sample(count, seed: seed, at: step, &plan, &scope)
    case .top(let count, let keys, let per): top(count, by: keys, per: per, at: step, &plan, &scope)
    case .union(let table): union(table, at: step, &plan, &scope)
    case .unnest(let path): unnest(path, at: step, &plan, &scope)
    case .pivot(let item, let column, let values, let keys):
      pivot(item, for: column, in: values, by: keys, at: step, &plan, &scope)
    case .unpivot(let columns, let name, let value): unpivot(columns, into: name, value, at: step, &plan, &scope)
    case .fill(let column, let range, let by): fill(column, range, by: by, at: step, &plan, &scope)
    case .search(let words, let columns): search(words, in: columns, at: step, &plan, &scope)
    case .describe: describe(at: step, &plan, &scope)
    case .plot(let kind, let items): plot(kind, items, at: step, &plan, &scope)
    case .save(let path, let ends): save(path, ends, at: step, &plan, &scope)
    case .conflicts(let value, let keys, let all):
      conflicts(of: value, by: keys, includesPossible: all, at: step, &plan, &scope)
    case .pairs(let path): pairs(of: path, at: step, &plan, &scope)
    case .components(let ends): components(ends, at: step, &plan, &scope)
    case .reach(let ends, let start, let limit): reach(ends, from: start, within: limit, at: step, &plan, &scope)
    case .paths(let ends, let start, let goal, let limit):
      paths(ends, from: start, to: goal, within: limit, at: step, &plan, &scope)
    case .without(let node, let ends): without(node, ends, at: step, &plan, &scope)
    }
  }

  // MARK: Columns

  /// A result column on its way: name, where the name stands, value.
  struct NamedColumn {
    var name: String
    var span: ByteSpan
    var value: PlanExpression
  }

  func passed(_ index: Int, _ scope: Scope, at span: ByteSpan) -> NamedColumn {
    let field = scope.columns[index].field
    return NamedColumn(name: field.name, span: span, value: PlanExpression(.column(index), field.type, at: span))
  }

  /// The name that an expression gives its result: the last word of a path, the function of a call.
  func resultName(of expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): name.text
    case .member(_, let name): name.text
    case .call(let call): call.name.text
    case .parameter(let name): name.text
    default: nil
    }
  }

  mutating func named(_ items: [Item], in scope: Scope, collecting collector: AggregateCollector? = nil)
    -> [NamedColumn]
  {
    var columns: [NamedColumn] = []
    for item in items {
      if item.name == nil, case .binary(.equal, let place, let left, _) = item.value.kind,
        case .name(let name) = left.kind, scope.index(of: name.text) == nil, !scope.isOpen(), !name.isMissing,
        source.string(place) == "=="
      {
        report(SyntaxDiagnostic.doubleEquals(at: place))
        continue
      }
      let value = check(item.value, in: scope, collecting: collector)
      guard let name = item.name?.text ?? resultName(of: item.value) else {
        if value.type.base != .invalid {
          report(.listedColumns(item) ?? .unnamedResult(item, written: source.string(item.span)))
        }
        continue
      }
      columns.append(NamedColumn(name: name, span: item.name?.span ?? item.value.span, value: value))
    }
    return columns
  }

  mutating func reportRepeats(_ names: [(String, ByteSpan)]) -> Bool {
    var seen: [String: ByteSpan] = [:]
    var isFine = true
    for (name, span) in names {
      if let first = seen[name] {
        let words = source.string(span)
        let isPath = words.hasSuffix("." + name) && words.allSatisfy { $0.isLetter || $0.isNumber || "._".contains($0) }
        report(.repeatedName(name, at: span, first: first, path: isPath ? words : nil))
        isFine = false
      }
      seen[name] = span
    }
    return isFine
  }

  /// Replaces the visible columns. The row's own hidden ones go along; a join's name ends here.
  mutating func project(_ columns: [NamedColumn], at span: ByteSpan, _ plan: inout Plan, _ scope: inout Scope) {
    var all = columns
    for index in scope.columns.indices
    where scope.columns[index].isHidden && !scope.columns[index].field.name.contains(".") {
      all.append(passed(index, scope, at: span))
    }
    var result = Scope(columns: [])
    for (newIndex, column) in all.enumerated() {
      var read: Set<Int> = []
      Scope.columnsRead(by: column.value, into: &read)
      var repetition = read.sorted().compactMap { scope.columns[$0].field.repetition }.first
      var isUnique = false
      var part: KeyPart?
      if case .column(let index) = column.value.kind {
        isUnique = scope.columns[index].field.isUnique
        part = scope.columns[index].field.keyPart
        for (key, type) in scope.narrowed
        where key == "#\(index)" || key.hasPrefix("#\(index).") || key.hasPrefix("#\(index)/") {
          result.narrowed["#\(newIndex)" + key.dropFirst("#\(index)".count)] = type
        }
      } else {
        repetition?.isKey = false
      }
      result.columns.append(
        .init(field: Field(column.name, column.value.type, unique: isUnique, part: part, repeatedBy: repetition)))
    }
    plan = Plan(.project(plan, all.map(\.value)), schema: result.schema, at: span)
    scope = result
  }

  mutating func derive(_ items: [Item], at span: ByteSpan, _ plan: inout Plan, _ scope: inout Scope) {
    let derived = named(items, in: scope)
    guard reportRepeats(derived.map { ($0.name, $0.span) }) else { return }
    var columns = scope.visible.map { passed($0, scope, at: span) }
    for column in derived {
      if let index = columns.firstIndex(where: { $0.name == column.name }) {
        columns[index] = column
      } else {
        columns.append(column)
      }
    }
    project(columns, at: span, &plan, &scope)
  }

  private mutating func rename(_ renamings: [Renaming], at span: ByteSpan, _ plan: inout Plan, _ scope: inout Scope) {
    var columns = scope.visible.map { passed($0, scope, at: span) }
    for renaming in renamings {
      guard let index = scope.visible.firstIndex(where: { scope.columns[$0].field.name == renaming.old.text }) else {
        let isExchanged = scope.index(of: renaming.new.text) != nil
        report(
          isExchanged
            ? .exchangedRenaming(renaming) : .unknownColumn(renaming.old, scope: scope, catalog: catalog))
        continue
      }
      columns[index].name = renaming.new.text
      columns[index].span = renaming.new.span
    }
    guard reportRepeats(columns.map { ($0.name, $0.span) }) else { return }
    project(columns, at: span, &plan, &scope)
  }

  mutating func order(_ key: SortKey, in scope: Scope) -> SortOrder? {
    if case .name(let name) = key.value.kind, ["asc", "desc"].contains(name.text), scope.index(of: name.text) == nil {
      report(.directionWithoutColumn(name, scope))
      return nil
    }
    let value = check(key.value, in: scope)
    if value.type.base == .invalid { return nil }
    guard value.type.base.canBeSorted else {
      report(.cannotSort(value))
      return nil
    }
    return SortOrder(value, isDescending: key.isDescending)
  }

  // MARK: Groups

  mutating func summarize(
    _ items: [Item], by: [Item], at span: ByteSpan, _ plan: inout Plan, _ scope: inout Scope
  ) {
    let keys = named(by, in: scope)
    let collector = AggregateCollector(keys: keys.map(\.value), keyNames: keys.map(\.name))
    let results = named(items, in: scope, collecting: collector)
    guard reportRepeats((keys + results).map { ($0.name, $0.span) }) else { return }
    if (keys + results).contains(where: { $0.value.type.base == .invalid }) || keys.count != by.count
      || results.count != items.count
    {
      // Names stay known, so that later steps are checked against them.
      let fields = (keys + results).map { Scope.Column(field: Field($0.name, .invalid)) }
      scope = Scope(columns: fields)
      plan = Plan(.unit, schema: scope.schema, at: span)
      return
    }
    let aggregateFields = collector.aggregates.enumerated().map { Field("@\($0.offset)", $0.element.type) }
    let keyFields = keys.enumerated().map { place, key in
      Field(key.name, key.value.type, unique: keys.count == 1, part: KeyPart(place, of: keys.count))
    }
    plan = Plan(
      .aggregate(plan, keys: collector.keys, collector.aggregates), schema: Schema(keyFields + aggregateFields),
      at: span)
    // Items are expressions over keys and aggregates; plain aggregates in order need no further step.
    let columns =
      keyFields.indices.map { PlanExpression(.column($0), keyFields[$0].type, at: span) } + results.map(\.value)
    let fields = keyFields + results.map { Field($0.name, $0.value.type) }
    let isPlain =
      columns.enumerated().allSatisfy { $0.element.kind == .column($0.offset) } && columns.count == plan.schema.count
    if isPlain {
      plan.schema = Schema(fields)
    } else {
      plan = Plan(.project(plan, columns), schema: Schema(fields), at: span)
    }
    scope = Scope(schema: plan.schema)
  }
}

extension Step {
  /// Whether it shows or writes the table as it is.
  fileprivate var isOutput: Bool {
    switch kind {
    case .save, .plot: true
    default: false
    }
  }
}
