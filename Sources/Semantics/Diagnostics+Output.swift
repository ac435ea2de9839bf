import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of messages about `save` and `plot`.

extension Diagnostic {
  /// The ending of the file's name is none that `save` writes here.
  static func saveEnding(_ path: StringLiteral, isDrawing: Bool) -> Diagnostic {
    let formats = isDrawing ? [SaveFormat.svg] : SaveFormat.ofRows
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
        + SaveFormat.ofRows.map { "`.\($0.rawValue)`" }.joined(separator: ", ") + ", and `.svg` after `plot`",
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

extension Plan.Output {
  fileprivate var isSave: Bool { if case .save = self { true } else { false } }
}
