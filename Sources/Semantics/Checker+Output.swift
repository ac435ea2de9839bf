import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// What becomes of a statement's rows besides being shown: `save`, and what it has in common with `plot`.

extension Checker {
  /// `save "out.csv"`; after `plot`, `save "out.svg"`; `save "out.dot"` of a table of links.
  mutating func save(
    _ path: StringLiteral, _ written: Step.Ends?, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    let isDrawing = !plan.outputs.isEmpty
    guard let format = SaveFormat(path: path.value), (format == .svg) == isDrawing else {
      report(.saveEnding(path, isDrawing: isDrawing))
      return
    }
    var network: NetworkEnds?
    if SaveFormat.ofNetworks.contains(format) {
      guard let (ends, _) = ends(written, of: step, in: scope) else { return }
      network = ends
    } else if let written {
      report(.endsOfRows(path, written.from.span.joined(with: written.to.span)))
      return
    }
    plan = Plan(.output(plan, .save(path: path.value, network: network)), schema: scope.schema, at: step.span)
  }

  /// Reports a step behind one that ends the statement, and goes on from the rows; a plot may be saved.
  mutating func endOutput(of plan: inout Plan, before step: Step) {
    guard let last = plan.outputs.first else { return }
    if case .save = step.kind, case .plot = last { return }
    report(.notLast(last, at: Self.keyword(of: last, at: plan.span), next: step.keyword))
    plan = plan.rows
  }

  /// The rows of a pipeline that is no statement of its own; one that saves or draws is reported.
  mutating func rows(of plan: Plan, for place: OutputPlace) -> Plan {
    guard let last = plan.outputs.first else { return plan }
    report(.outputInside(last, place, at: Self.keyword(of: last, at: plan.span)))
    return plan.rows
  }

  /// Where rows are used, so that a step may not take them elsewhere.
  enum OutputPlace { case letBinding, brackets }

  /// The step word, where a span begins with it.
  private static func keyword(of output: Plan.Output, at span: ByteSpan) -> ByteSpan {
    ByteSpan(span.lower, min(span.upper, span.lower + output.step.utf8.count))
  }
}
