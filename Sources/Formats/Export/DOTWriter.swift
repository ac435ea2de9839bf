/// DOT, the language of Graphviz. A column that is called as an attribute of Graphviz acts as that attribute.
struct DOTWriter: NetworkWriter {
  let isDirected: Bool

  var start: String { isDirected ? "digraph {\n" : "graph {\n" }
  var end: String { "}\n" }

  func node(_ number: Int, _ name: String, id: String?) -> String {
    "  n\(number) [label=\(Self.quoted(name))" + (id.map { ", id=\(Self.quoted($0))" } ?? "") + "]\n"
  }

  func edge(_ number: Int, _ from: Int, _ to: Int, _ values: [(index: Int, name: String, text: String)]) -> String {
    let attributes = values.map { "\(Self.quoted($0.name))=\(Self.quoted($0.text))" }.joined(separator: ", ")
    return "  n\(from) \(isDirected ? "->" : "--") n\(to)" + (attributes.isEmpty ? "\n" : " [\(attributes)]\n")
  }

  /// In quotes a backslash begins an escape of labels (`\n`, `\N`), so one that is meant is written twice.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": continue
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
