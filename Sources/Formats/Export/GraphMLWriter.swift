/// GraphML: XML with typed attributes, declared at the start.
struct GraphMLWriter: NetworkWriter {
  let attributes: [FlatColumn]
  let isDirected: Bool
  let hasIDs: Bool

  var start: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <key id="name" for="node" attr.name="name" attr.type="string"/>

      """
    if hasIDs { text += "<key id=\"id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>\n" }
    for (index, attribute) in attributes.enumerated() {
      text += "<key id=\"e\(index)\" for=\"edge\" attr.name=\"\(Self.escaped(attribute.name))\" "
      text += "attr.type=\"\(Self.type(attribute.kind))\"/>\n"
    }
    return text + "<graph edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n"
  }

  var end: String { "</graph>\n</graphml>\n" }

  func node(_ number: Int, _ name: String, id: String?) -> String {
    "<node id=\"n\(number)\">" + Self.data("name", name) + (id.map { Self.data("id", $0) } ?? "") + "</node>\n"
  }

  func edge(_ number: Int, _ from: Int, _ to: Int, _ values: [(index: Int, name: String, text: String)]) -> String {
    "<edge source=\"n\(from)\" target=\"n\(to)\">" + values.map { Self.data("e\($0.index)", $0.text) }.joined()
      + "</edge>\n"
  }

  private static func data(_ key: String, _ text: String) -> String {
    "<data key=\"\(key)\">\(escaped(text))</data>"
  }

  private static func type(_ kind: FlatColumn.Kind) -> String {
    switch kind {
    case .bool: "boolean"
    case .int: "long"
    case .float: "double"
    case .text: "string"
    }
  }

  /// Text of elements and attributes. What XML 1.0 has no place for, even as a reference, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
