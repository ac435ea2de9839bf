import Foundation
import IbidColumns
import IbidFormats
import IbidTypes
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Tables of links as GraphML and DOT.
@Suite struct NetworkFormatTests {
  /// Links with all that needs care: quotes, markup, line ends, missing ends, an amount.
  private static let links = table(
    "t",
    ("a", .text, .text(TextColumn(["Arden \"north\"", "Brook & Co <ltd>", "Colne", nil, "Dale"]))),
    (
      "b", ValueType(.text, optional: true),
      .text(TextColumn(["Brook & Co <ltd>", "back\\slash\nline", nil, nil, "Dale"]))
    ),
    ("n", .int, .int(FixedColumn([1, -2, 3, 4, 5]))),
    (
      "odd name", ValueType(.text, optional: true),
      .text(TextColumn(["say \"so\"", nil, "x", "y", "bell \u{7} & tab \t"]))
    ),
    (
      "amount", ValueType(.money("GBP"), optional: true),
      measureColumn(.money, [Measure(number("5"), unit: "GBP"), nil, nil, nil, nil])
    ))

  private func written(_ syntax: NetworkFormat.Syntax, isDirected: Bool = false) -> String {
    NetworkFormat(syntax, from: "a", to: "b", isDirected: isDirected).text(of: Self.links, references: entityNames)
  }

  @Test func dot() {
    #expect(
      written(.dot) == #"""
        graph {
          n0 [label="Arden \"north\""]
          n1 [label="Brook & Co <ltd>"]
          n2 [label="back\\slash\nline"]
          n3 [label="Colne"]
          n4 [label="Dale"]
          n0 -- n1 ["n"="1", "odd name"="say \"so\"", "amount"="£5", "amount_low"="5", "amount_high"="5", "amount_currency"="GBP"]
          n1 -- n2 ["n"="-2"]
          n4 -- n4 ["n"="5", "odd name"="bell \#u{7} & tab \#t"]
        }

        """#)
    #expect(written(.dot, isDirected: true).hasPrefix("digraph {\n"))
    #expect(written(.dot, isDirected: true).contains("  n1 -> n2 [\"n\"=\"-2\"]\n"))
  }

  @Test func graphML() {
    #expect(
      written(.graphml) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="e0" for="edge" attr.name="n" attr.type="long"/>
        <key id="e1" for="edge" attr.name="odd name" attr.type="string"/>
        <key id="e2" for="edge" attr.name="amount" attr.type="string"/>
        <key id="e3" for="edge" attr.name="amount_low" attr.type="double"/>
        <key id="e4" for="edge" attr.name="amount_high" attr.type="double"/>
        <key id="e5" for="edge" attr.name="amount_currency" attr.type="string"/>
        <graph edgedefault="undirected">
        <node id="n0"><data key="name">Arden &quot;north&quot;</data></node>
        <node id="n1"><data key="name">Brook &amp; Co &lt;ltd&gt;</data></node>
        <node id="n2"><data key="name">back\\slash&#10;line</data></node>
        <node id="n3"><data key="name">Colne</data></node>
        <node id="n4"><data key="name">Dale</data></node>
        <edge source="n0" target="n1"><data key="e0">1</data><data key="e1">say &quot;so&quot;</data><data key="e2">£5</data>\
        <data key="e3">5</data><data key="e4">5</data><data key="e5">GBP</data></edge>
        <edge source="n1" target="n2"><data key="e0">-2</data></edge>
        <edge source="n4" target="n4"><data key="e0">5</data><data key="e1">bell \u{FFFD} &amp; tab &#9;</data></edge>
        </graph>
        </graphml>

        """)
    #expect(written(.graphml, isDirected: true).contains("<graph edgedefault=\"directed\">"))
  }

  /// A strict parser of XML takes it, and finds what was written.
  @Test func graphMLIsXML() {
    final class Reader: NSObject, XMLParserDelegate {
      var texts: [String] = []
      var elements: [String: Int] = [:]
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
      ) {
        elements[name, default: 0] += 1
        isInside = name == "data"
        if isInside { texts.append("") }
      }
      var isInside = false
      func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInside = false
      }
      func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInside { texts[texts.count - 1] += text }
      }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(written(.graphml).utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    #expect(reader.elements["node"] == 5 && reader.elements["edge"] == 3)
    #expect(reader.texts.prefix(3) == ["Arden \"north\"", "Brook & Co <ltd>", "back\\slash\nline"])
  }

  /// Rows of a table have their ids; the same row is one node at either end.
  @Test func references() {
    let links = table(
      "t", ("x", ValueType(.reference("entities")), .reference(ReferenceColumn(table: "entities", rows: [0, 1]))),
      ("y", ValueType(.reference("entities")), .reference(ReferenceColumn(table: "entities", rows: [1, 2]))))
    let text = NetworkFormat(.dot, from: "x", to: "y", isDirected: true).text(of: links, references: entityNames)
    #expect(
      text == #"""
        digraph {
          n0 [label="Albania", id="e0"]
          n1 [label="Europol", id="e1"]
          n2 [label="NCA \"joint\" unit", id="e2"]
          n0 -> n1
          n1 -> n2
        }

        """#)
  }
}
