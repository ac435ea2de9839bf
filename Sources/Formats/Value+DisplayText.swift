package import IbidColumns
package import IbidTypes

extension Value {
  /// What a missing value looks like on a screen.
  package static let missingText = "–"

  /// The value as people write it: `more than £30m`, `2024-03`, `Albania, Germany`, `press/003.txt:12`.
  ///
  /// Built from bounds and units, not from the document's words, so that stated and computed values look alike.
  package func displayText(references: ReferenceResolver = rowNumberReferences) -> String {
    switch self {
    case .none: Self.missingText
    case .bool(let truth): truth ? "true" : "false"
    case .int(let number): String(number)
    case .float(let number): number == 0 ? "0.0" : "\(number)"
    case .text(let text): text
    case .measure(let measure, let kind): measure.description(as: kind)
    case .moment(let moment): moment.description
    case .list(let values): values.map { $0.displayText(references: references) }.joined(separator: ", ")
    case .reference(let table, let row): references(table, row).name
    case .source(let file, let line, _, _): "\(file):\(line)"
    }
  }

  /// The value in the document's own words where it has some, else as people write it.
  package func statedText(references: ReferenceResolver = rowNumberReferences) -> String {
    switch self {
    case .measure(let measure, let kind): measure.statedText(as: kind)
    case .moment(let moment): moment.statedText
    default: displayText(references: references)
    }
  }
}

extension Measure {
  /// With the words that bound it, as written; a computed value as people would write it.
  package func statedText(as kind: MeasureKind) -> String {
    if let worded { return worded }
    // The words of the number alone would drop the bounds.
    if let text, isExact && !isChange { return text }
    return description(as: kind)
  }
}

extension Moment {
  /// As written; a computed value as people would write it.
  package var statedText: String { text ?? description }
}
