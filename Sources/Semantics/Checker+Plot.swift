import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// `plot bars label, number, …`, `plot lines place, number, …`, `plot histogram value`.
  ///
  /// What is no column yet is added as one; the rows keep all others.
  mutating func plot(_ kind: Name, _ items: [Item], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    if kind.isMissing { return }
    guard let plot = Plan.PlotKind(rawValue: kind.text) else {
      report(.unknownPlot(kind))
      return
    }
    let errorsBefore = diagnostics.count
    let values = items.map { check($0.value, in: scope) }
    if values.contains(where: { $0.type.base == .invalid }) { return }
    guard values.count == 1 || plot != .histogram, values.count > 1 || plot == .histogram else {
      report(.plotColumnCount(plot, found: values.count, at: kind.span.joined(with: items.last?.span ?? kind.span)))
      return
    }
    if plot != .histogram, let first = values.first, !first.type.base.isPlace(in: plot) {
      report(.plotColumnType(plot, first, isFirst: true))
    }
    checkSeries(plot, plot == .histogram ? values[...] : values.dropFirst(), before: step.keyword)
    let columns = plotted(items, values, at: step, &plan, &scope)
    guard diagnostics.count == errorsBefore else { return }
    plan = Plan(.output(plan, .plot(plot, columns: columns)), schema: scope.schema, at: step.span)
  }

  /// All series lie along one axis: numbers, amounts of one currency, quantities of one kind of unit.
  private mutating func checkSeries(
    _ plot: Plan.PlotKind, _ values: ArraySlice<PlanExpression>, before keyword: ByteSpan
  ) {
    var first: (value: PlanExpression, axis: PlotAxis)?
    for value in values {
      switch PlotAxis(value.type.base) {
      case .mixed(let part): report(.mixedInPlot(value, words(value), part, before: keyword))
      case .time where plot == .histogram: break
      case .none, .time: report(.plotColumnType(plot, value, isFirst: false))
      case let axis:
        if let first, !first.axis.isShared(with: axis) {
          report(.plotSeriesDiffer(first.value, words(first.value), value, words(value)))
        }
        first = first ?? (value, axis)
      }
    }
  }

  /// The columns of the items, after those that are computed have been added to the table.
  private mutating func plotted(
    _ items: [Item], _ values: [PlanExpression], at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) -> [Int] {
    var all = scope.visible.map { passed($0, scope, at: step.keyword) }
    let visible = scope.visible
    var columns: [Int] = []
    for (item, value) in zip(items, values) {
      if case .column(let index) = value.kind, let place = visible.firstIndex(of: index),
        item.name == nil || item.name?.text == all[place].name
      {
        columns.append(place)
        continue
      }
      guard let name = item.name?.text ?? resultName(of: item.value) else {
        report(.unnamedResult(item, written: source.string(item.span)))
        continue
      }
      columns.append(all.count)
      all.append(NamedColumn(name: name, span: item.name?.span ?? item.value.span, value: value))
    }
    if all.count == visible.count { return columns.map { visible[$0] } }
    if reportRepeats(all.map { ($0.name, $0.span) }) { project(all, at: step.span, &plan, &scope) }
    return columns
  }
}

/// What a value is measured along.
private enum PlotAxis {
  case number
  case money(String)
  case quantity(String)
  case duration
  case time
  /// Of a currency or unit that only the data shows.
  case mixed(Part)
  /// Nothing that has a length.
  case none

  init(_ type: DataType) {
    self =
      switch type {
      case .int, .float, .quantity(""): .number
      case .money(let currency): currency.map { .money($0) } ?? .mixed(.currency)
      case .quantity(let unit): unit.map { .quantity($0) } ?? .mixed(.unit)
      case .duration: .duration
      case .date: .time
      default: .none
      }
  }

  func isShared(with other: PlotAxis) -> Bool {
    switch (self, other) {
    case (.number, .number), (.duration, .duration): true
    case (.money(let a), .money(let b)): a == b
    case (.quantity(let a), .quantity(let b)): Unit.areComparable(a, b)
    default: false
    }
  }
}

extension DataType {
  /// Whether values can name bars, or lie along the axis that lines are drawn over.
  fileprivate func isPlace(in plot: Plan.PlotKind) -> Bool {
    switch self {
    case .int, .float, .date, .period: true
    case .list, .source, .none: false
    default: plot == .bars
    }
  }
}
