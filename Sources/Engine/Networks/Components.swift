import IbidColumns

/// Which nodes hang together, found by joining sets (R. E. Tarjan: Efficiency of a Good But Not Linear Set Union
/// Algorithm, 1975).
struct Components {
  /// Component of each node from 0, in order of first appearance.
  let numbers: [Int32]
  let count: Int
  /// For each component the rows that hold it together: the first that link parts of it, one fewer than it has nodes. Of a
  /// component of one node, the row that has the node first.
  let spanningRows: [[Int32]]

  /// O(nodes + rows), but for a factor that is at most 4 for all that fits into memory.
  init(_ network: Network, _ parallel: Parallel) throws(EngineError) {
    var sets = DisjointSets(count: network.count)
    var linking: [Int32] = []
    for row in network.from.indices.untilStopped where network.isLink(row) {
      if sets.join(network.from[row], network.to[row]) { linking.append(Int32(row)) }
    }
    var numberOf = [Int32](repeating: -1, count: network.count)
    var numbers: [Int32] = []
    var spanningRows: [[Int32]] = []
    if parallel.isStopped { throw .cancelled }
    var looks = Looks()
    for node in 0..<Int32(network.count) {
      if looks.seeStop() { throw .cancelled }
      let root = Int(sets.root(of: node))
      if numberOf[root] < 0 {
        numberOf[root] = Int32(spanningRows.count)
        spanningRows.append([])
      }
      numbers.append(numberOf[root])
    }
    for row in linking { spanningRows[Int(numbers[Int(network.from[Int(row)])])].append(row) }
    for node in numbers.indices where spanningRows[Int(numbers[node])].isEmpty {
      spanningRows[Int(numbers[node])] = [network.firstRows[node]]
    }
    self.numbers = numbers
    self.spanningRows = spanningRows
    count = spanningRows.count
  }
}

/// Sets of nodes that only ever grow together.
private struct DisjointSets {
  private var parents: [Int32]
  private var sizes: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
  }

  /// The node that stands for the set; halves the way there for the next time.
  mutating func root(of node: Int32) -> Int32 {
    var node = Int(node)
    while parents[node] != Int32(node) {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return Int32(node)
  }

  /// False if they were in one set already.
  mutating func join(_ a: Int32, _ b: Int32) -> Bool {
    var (large, small) = (root(of: a), root(of: b))
    if large == small { return false }
    if sizes[Int(large)] < sizes[Int(small)] { swap(&large, &small) }
    parents[Int(small)] = large
    sizes[Int(large)] += sizes[Int(small)]
    return true
  }
}
