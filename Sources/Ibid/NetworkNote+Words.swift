import IbidEngine

extension NetworkNote {
  /// As the footer has it.
  var words: String {
    switch self {
    case .withoutNodes(let count): "\(count) row\(count == 1 ? "" : "s") without a node"
    case .absent(let all):
      all.prefix(3).map(\.words).joined(separator: ", ") + (all.count > 3 ? " and \(all.count - 3) more" : "")
        + " \(all.count == 1 ? "is" : "are") not in this network"
    case .sameEnds: "the paths begin where they end: no steps"
    case .apart(let limit): limit.map { "no path of at most \($0) step\($0 == 1 ? "" : "s")" } ?? "no path"
    case .cut(let shown, let total?): "\(shown) of \(total) shortest paths are listed"
    case .cut(let shown, nil): "\(shown) shortest paths are listed, of more than can be counted"
    }
  }
}

extension NetworkNote.Absent {
  /// `` `Pariss` (near: `Paris`) ``
  var words: String {
    "`\(name)`" + (near.isEmpty ? "" : " (near: " + near.map { "`\($0)`" }.joined(separator: ", ") + ")")
  }
}
