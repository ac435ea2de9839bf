import IbidEngine
import IbidFormats
import IbidPlan

extension QueryResult {
  /// Whether `box` and `plain` draw it, because the query ends with `plot`.
  public var isDrawing: Bool { plan.outputs.contains { if case .plot = $0 { true } else { false } } }

  /// The drawing that the query ends with; nil if it ends with rows.
  var plot: Plot? {
    for case .plot(let kind, let columns) in plan.outputs {
      let store = store
      return Plot(kind.drawn, of: execution.table, columns: columns, references: { store.reference($0, $1) })
    }
    return nil
  }
}

extension Plan.PlotKind {
  fileprivate var drawn: Plot.Kind {
    switch self {
    case .bars: .bars
    case .lines: .lines
    case .histogram: .histogram
    }
  }
}
