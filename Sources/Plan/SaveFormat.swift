/// What `save` writes, by the ending of the file's name.
package enum SaveFormat: String, Sendable, Hashable, CaseIterable {
  case csv, tsv, json, jsonl, md, html
  /// A drawing, after `plot`.
  case svg
  /// Nodes and links, of a network.
  case graphml, dot

  /// nil for a name with another ending or none; capitals do not matter.
  package init?(path: String) {
    guard let ending = Self.ending(of: path) else { return nil }
    self.init(rawValue: ending.lowercased())
  }

  /// What stands after the last dot of the file's own name; nil if nothing does, or nothing before it.
  package static func ending(of path: String) -> Substring? {
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
      let dot = name.lastIndex(of: "."), dot != name.startIndex, name.index(after: dot) != name.endIndex
    else { return nil }
    return name[name.index(after: dot)...]
  }

  /// Those that hold rows.
  package static let ofRows: [SaveFormat] = [.csv, .tsv, .json, .jsonl, .md, .html]

  /// Those that hold nodes and links.
  package static let ofNetworks: [SaveFormat] = [.graphml, .dot]
}
