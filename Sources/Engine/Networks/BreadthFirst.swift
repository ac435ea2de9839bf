import IbidColumns

/// Nodes by their distance from some nodes to begin with.
struct BreadthFirst {
  /// Links on a shortest way to each node; -1 where none leads there.
  private(set) var distance: [Int32]
  /// The node before it, of several the first to appear, and the first row that links the two; -1 at the start.
  private(set) var previous: [Int32]
  private(set) var link: [Int32]
  /// The nodes that were reached, those at the start aside: by distance, then in order of first appearance.
  private(set) var reached: [Int32] = []

  /// O(nodes + links), and sorting the nodes of each distance. `limit` is the largest distance looked at.
  init(from starts: [Int32], over adjacency: Adjacency, within limit: Int?, _ parallel: Parallel)
    throws(EngineError)
  {
    distance = [Int32](repeating: -1, count: adjacency.count)
    previous = distance
    link = distance
    for node in starts { distance[Int(node)] = 0 }
    // Sorted by number, so that the first neighbour to find a node is the first that appeared.
    var frontier = Set(starts).sorted()
    var depth: Int32 = 0
    var looks = Looks()
    while !frontier.isEmpty, Int(depth) < limit ?? .max {
      if parallel.isStopped { throw .cancelled }
      depth += 1
      var found: [Int32] = []
      for node in frontier {
        if looks.seeStop(after: 1 + adjacency.places(of: node).count) { throw .cancelled }
        for place in adjacency.places(of: node) {
          let neighbour = Int(adjacency.neighbours[place])
          guard distance[neighbour] < 0 else { continue }
          distance[neighbour] = depth
          previous[neighbour] = node
          link[neighbour] = adjacency.rows[place]
          found.append(Int32(neighbour))
        }
      }
      found.sort()
      reached += found
      frontier = found
    }
  }

  /// The rows on the way to a node, the first step first; at most the last `limit`.
  func links(to node: Int32, limit: Int) -> [Int32] {
    var links: [Int32] = []
    var node = Int(node)
    while link[node] >= 0, links.count < limit {
      links.append(link[node])
      node = Int(previous[node])
    }
    return links.reversed()
  }
}
