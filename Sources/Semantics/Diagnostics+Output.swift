import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of messages about `save` and `plot`.

extension Diagnostic {
  /// The ending of the file's name is none that `save` writes here.
  static func saveEnding(_ path: StringLiteral, isDrawing: Bool) -> Diagnostic {
    let formats = isDrawing ? [SaveFormat.svg] : SaveFormat.ofRows + SaveFormat.ofNetworks
    let ending = SaveFormat.ending(of: path.value)
    let stem = ending.map { String(path.value.dropLast($0.count + 1)) } ?? path.value
    let near =
      ending.map { NearestName.matches($0.lowercased(), among: formats.map(\.rawValue), limit: 1) } ?? []
    // A text with an escape is left as it is.
    let isPlain = path.value.utf8.count + 2 == path.span.count
    let better: String
    if let known = SaveFormat(path: stem), formats.contains(known) {
      better = stem
    } else if SaveFormat(path: "out" + stem) != nil {
      better = "out" + stem
    } else {
      better = "\(stem.isEmpty ? "out" : stem).\(near.first ?? formats[0].rawValue)"
    }
    var suggestions = [
      Suggestion("save \"\(better)\"", edit: isPlain ? Edit(path.span, "\"\(better)\"") : nil)
    ]
    let isUndrawn = SaveFormat(path: path.value) == .svg
    if isUndrawn { suggestions = [Suggestion("plot bars LABEL, NUMBER | save …")] }
    if isDrawing { suggestions.append(Suggestion("leave out `plot`, to save the rows")) }
    return Diagnostic(
      "save-ending",
      ending.map {
        isDrawing
          ? "a drawing is not saved as `.\($0)`"
          : isUndrawn ? "an `.svg` is a drawing, and these are rows" : "`save` does not write `.\($0)`"
      }
        ?? "the name of the file has no ending", at: path.span,
      label: ending == nil
        ? "as what?" : isDrawing ? "a format of rows" : isUndrawn ? "nothing is drawn" : "not one of its formats",
      why: "the ending says what is written: "
        + SaveFormat.ofRows.map { "`.\($0.rawValue)`" }.joined(separator: ", ")
        + "; of a network `.graphml` and `.dot`; after `plot` `.svg`",
      try: suggestions)
  }

  static func notLast(_ output: Plan.Output, at span: ByteSpan, next: ByteSpan) -> Diagnostic {
    Diagnostic(
      "not-last", "`\(output.step)` is the last step of a statement", at: span, label: "ends here",
      labels: [Label(next, "a step behind it")],
      why: output.isSave
        ? "the rows are written as they are at this point; what comes after would be in no file"
        : "the rows are drawn as they are at this point; only `save` may follow, and writes the drawing",
      try: [Suggestion("put `\(output.step)` at the end")])
  }

  static func outputInside(_ output: Plan.Output, _ place: Checker.OutputPlace, at span: ByteSpan) -> Diagnostic {
    let verb = output.isSave ? "writes a file" : "draws"
    return switch place {
    case .letBinding:
      Diagnostic(
        "not-last", "a `let` does not end with `\(output.step)`", at: span, label: verb,
        why: "a `let` names rows, which are made anew wherever the name is used",
        try: [Suggestion("let NAME = …, then in a statement of its own: NAME | \(output.step) …")])
    case .brackets:
      Diagnostic(
        "not-last", "a pipeline in brackets does not end with `\(output.step)`", at: span, label: verb,
        why: "its rows are used by what stands around the brackets",
        try: [Suggestion("a statement of its own that ends with `\(output.step)`")])
    }
  }
}

// MARK: Plots

extension Diagnostic {
  private static let plotExamples: [Plan.PlotKind: String] = [
    .bars: "plot bars LABEL, NUMBER", .lines: "plot lines MONTH, NUMBER", .histogram: "plot histogram NUMBER",
  ]

  static func unknownPlot(_ kind: Name) -> Diagnostic {
    let kinds = Plan.PlotKind.allCases.map(\.rawValue)
    let near = NearestName.matches(kind.text, among: kinds)
    return Diagnostic(
      "unknown-plot", "there is no plot called `\(kind.text)`", at: kind.span, label: "not a kind of plot",
      why: "the kinds are \(listed(kinds))",
      try: near.map { Suggestion($0, edit: Edit(kind.span, $0)) }
        + (near.isEmpty ? Plan.PlotKind.allCases.compactMap { plotExamples[$0] }.map { Suggestion($0) } : []))
  }

  static func plotColumnCount(_ plot: Plan.PlotKind, found: Int, at span: ByteSpan) -> Diagnostic {
    let needs =
      switch plot {
      case .bars: "a label and at least one number"
      case .lines: "a date, period or number to draw over, and at least one number"
      case .histogram: "one column of values"
      }
    return Diagnostic(
      "plot-column-count", "`plot \(plot.rawValue)` needs \(needs)", at: span,
      label: "\(found) column\(found == 1 ? "" : "s")", try: [Suggestion(plotExamples[plot] ?? "plot …")])
  }

  static func plotColumnType(_ plot: Plan.PlotKind, _ value: PlanExpression, isFirst: Bool) -> Diagnostic {
    let what =
      switch (plot, isFirst) {
      case (.bars, true): "names its bars by one value each"
      case (.lines, true): "is drawn over dates, periods or numbers"
      case (.histogram, _): "counts numbers, amounts, quantities or dates"
      default: "draws numbers, amounts or quantities"
      }
    return Diagnostic(
      "plot-column-type", "`plot \(plot.rawValue)` \(what)", at: value.span,
      label: "this is \(article(value.type.required))",
      try: [Suggestion("count by …, or summarize, for a number a group"), Suggestion(plotExamples[plot] ?? "plot …")])
  }

  static func plotSeriesDiffer(
    _ first: PlanExpression, _ firstWords: String, _ second: PlanExpression, _ secondWords: String
  ) -> Diagnostic {
    Diagnostic(
      "plot-series-differ", "`\(firstWords)` and `\(secondWords)` do not share an axis", at: second.span,
      label: "this is \(article(second.type.required))",
      labels: [Label(first.span, "this is \(article(first.type.required))")],
      why: "columns of one plot are drawn on one scale",
      try: [Suggestion("a plot for each of them"), Suggestion("amount.number, for the number alone")])
  }

  static func mixedInPlot(_ value: PlanExpression, _ words: String, _ part: Part, before keyword: ByteSpan)
    -> Diagnostic
  {
    let isMoney = part == .currency
    let filter = "where \(words).\(part.rawValue) == \"\(isMoney ? "GBP" : "people")\""
    return Diagnostic(
      isMoney ? "mixed-currencies" : "mixed-units",
      "`plot` needs one \(part.rawValue), and `\(words)` may hold several", at: value.span,
      label: "may hold several \(isMoney ? "currencies" : "units")", why: "they would be drawn on one scale",
      try: [
        Suggestion(filter + " | plot …", edit: Edit(ByteSpan(keyword.lower, keyword.lower), filter + " | ")),
        isMoney
          ? Suggestion("\(words).number, for the number alone")
          : Suggestion("as_unit(\(words), \"people\") if they all count the same thing"),
      ])
  }
}

extension Plan.Output {
  fileprivate var isSave: Bool { if case .save = self { true } else { false } }
}
