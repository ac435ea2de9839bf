import Ibid

/// Colours for the words of the language; the sixteen of the terminal, so that they fit its background.
enum Highlighter {
  static func styles(of text: String) -> [LineRenderer.Style] {
    if text.hasPrefix(".") { return [LineRenderer.Style(range: 0..<text.utf8.prefix { $0 > 0x20 }.count, codes: "1")] }
    return Session.highlights(of: text).compactMap { part in
      codes(part.kind).map { LineRenderer.Style(range: part.range, codes: $0) }
    }
  }

  private static func codes(_ kind: Highlight.Kind) -> String? {
    switch kind {
    case .keyword: "1;34"
    case .function: "36"
    case .value: "35"
    case .text: "32"
    case .comment: "2"
    case .invalid: "31"
    case .name, .sign: nil
    }
  }
}
