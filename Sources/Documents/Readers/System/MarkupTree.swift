import CReaders
import IbidSource

/// The elements and texts of an HTML or XML text, in the order of the text.
///
///     0 document
///     1   html             parent 0, end 6
///     2     p              parent 1, end 5
///     3       "Six "       parent 2, end 4
///     4       "boats"      parent 2, end 5
///     5     hr             parent 1, end 6
///
/// A node's descendants are the ones from the next to its `end`, so that a walk is a loop and a subtree is skipped by
/// going on at its end. Names are in lower case for HTML, and without prefix for XML.
struct MarkupTree: Sendable {
  struct Node: Sendable {
    /// Empty for a text.
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// Of a text, in `text`.
    var range: Range<Int> = 0..<0
    var parent: Int
    /// The index after the last descendant.
    var end: Int

    var isText: Bool { name.isEmpty }

    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Why not all of a text was read.
  enum Trouble: Sendable { case broken, tooDeep, tooOdd }

  private(set) var nodes: [Node] = []
  /// All texts, UTF-8, one after the other.
  private(set) var text: [UInt8] = []
  let trouble: Trouble?

  /// Deeper elements end the reading. As deep as browsers go (Blink's `kMaximumHTMLParserDOMTreeDepth`).
  static let mostDepth = 512

  /// Reads valid UTF-8. Never fails: what can be read is.
  init(html bytes: [UInt8]) { self.init(bytes, isHTML: true) }

  /// Reads XML, whose own encoding declaration counts. DTDs are not loaded, their entities left out.
  init(xml bytes: [UInt8]) { self.init(bytes, isHTML: false) }

  private init(_ source: [UInt8], isHTML: Bool) {
    var buffer = unsafe ibid_buffer()
    // Safe: the bytes outlive the call, their number is the array's own.
    let status = unsafe ibid_markup_events(source, source.count, isHTML ? 1 : 0, Int32(Self.mostDepth), &buffer)
    let events = unsafe bytes(taking: buffer)
    switch Int(status) {
    case Int(ibid_markup_complete): trouble = nil
    case Int(ibid_markup_too_deep): trouble = .tooDeep
    case Int(ibid_markup_too_odd): trouble = .tooOdd
    default: trouble = .broken
    }
    build(events)
  }

  private mutating func build(_ events: [UInt8]) {
    var reader = EventReader(events: events)
    nodes.append(Node(name: "#document", parent: 0, end: 1))
    var open = [0]
    while let kind = reader.byte() {
      switch kind {
      case UInt8(ascii: "S"):
        var node = Node(name: reader.string(), parent: open[open.count - 1], end: nodes.count + 1)
        for _ in 0..<reader.number() { node.attributes.append((reader.string(), reader.string())) }
        open.append(nodes.count)
        nodes.append(node)
      case UInt8(ascii: "E"):
        if open.count > 1, let last = open.popLast() { nodes[last].end = nodes.count }
      default:
        let start = text.count
        // Broken XML can give broken characters.
        text.append(contentsOf: reader.string().utf8)
        nodes.append(
          Node(name: "", range: start..<text.count, parent: open[open.count - 1], end: nodes.count + 1))
      }
    }
    for index in open { nodes[index].end = nodes.count }
  }
}

extension MarkupTree {
  /// The nodes below a node.
  func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

  func children(of index: Int) -> [Int] {
    var found: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      found.append(child)
      child = nodes[child].end
    }
    return found
  }

  func nextSibling(of index: Int) -> Int? {
    let next = nodes[index].end
    return next < nodes.count && nodes[next].parent == nodes[index].parent ? next : nil
  }

  /// As many steps as the sibling is deep.
  func previousSibling(of index: Int) -> Int? {
    let parent = nodes[index].parent
    var current = index - 1
    while current > parent, nodes[current].parent != parent { current = nodes[current].parent }
    return current > parent ? current : nil
  }

  /// The first element of a name at or below a node.
  func first(_ name: String, in index: Int = 0) -> Int? { (index..<nodes[index].end).first { nodes[$0].name == name } }

  /// All text below a node, runs of white space made one space.
  func string(of index: Int) -> String {
    var found: [UInt8] = []
    for node in nodes[index..<nodes[index].end] where node.isText { found.append(contentsOf: text[node.range]) }
    let view = TextView(bytes: found)
    return view.collapsed(ByteSpan(0, found.count))
  }

  /// All text below a node as it stands.
  func content(of index: Int) -> [UInt8] {
    var found: [UInt8] = []
    for node in nodes[index..<nodes[index].end] where node.isText { found.append(contentsOf: text[node.range]) }
    return found
  }
}

/// The events of `ibid_markup_events`; reading past the end gives nothing.
private struct EventReader {
  let events: [UInt8]
  private var offset = 0

  init(events: [UInt8]) { self.events = events }

  mutating func byte() -> UInt8? {
    guard offset < events.count else { return nil }
    defer { offset += 1 }
    return events[offset]
  }

  /// Four bytes, the least first.
  mutating func number() -> Int {
    guard offset + 4 <= events.count else { return 0 }
    var value: UInt32 = 0
    for byte in events[offset..<offset + 4].reversed() { value = value << 8 | UInt32(byte) }
    offset += 4
    return Int(value)
  }

  mutating func bytes() -> ArraySlice<UInt8> {
    let count = min(number(), events.count - offset)
    defer { offset += count }
    return events[offset..<offset + count]
  }

  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }
}
