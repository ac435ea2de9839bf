import IbidColumns
import IbidPlan

/// All shortest paths between two sets of nodes, in the order in which their nodes first appear.
struct ShortestPaths {
  /// One link on the way: the two nodes and the first row that links them.
  struct Hop {
    var from: Int32
    var to: Int32
    var row: Int32
  }

  /// At most `Plan.maximalPaths`, fewer where they are long.
  private(set) var paths: [[Hop]] = []
  /// How many there are; nil: more than can be counted.
  private(set) var total: Int? = 0

  /// Steps of all paths together that are listed; the first path is always whole.
  private static let maximalSteps = 1_000_000

  /// O(nodes + links) to find them, then the length of each that is listed.
  init(
    from starts: [Int32], to goals: [Int32], _ network: Network, isDirected: Bool, within limit: Int?,
    _ parallel: Parallel
  ) throws(EngineError) {
    let distance = try BreadthFirst(
      from: goals, over: Adjacency(network, isDirected ? .against : .both), within: limit, parallel
    ).distance
    guard let length = starts.map({ distance[Int($0)] }).filter({ $0 >= 0 }).min(), length > 0 else { return }
    let first = Set(starts).filter { distance[Int($0)] == length }.sorted()
    var ways = Ways(Adjacency(network, isDirected ? .along : .both), distance)
    total = try ways.count(from: first, length: Int(length))
    let limit = max(1, min(Plan.maximalPaths, Self.maximalSteps / Int(length)))
    for start in first where paths.count < limit {
      try list(from: start, &ways, length: Int(length), limit: limit)
    }
  }

  /// Adds the paths that begin at a node, going on from each node in the order of those behind it.
  private mutating func list(
    from start: Int32, _ ways: inout Ways, length: Int, limit: Int
  ) throws(EngineError) {
    var path: [Hop] = []
    var looks = Looks()
    // What is still to be tried at each node of the path.
    var rest = [ways.hops(from: start)[...]]
    while let hop = rest.last?.first {
      if looks.seeStop() { throw .cancelled }
      rest[rest.count - 1].removeFirst()
      path.append(hop)
      if path.count == length {
        paths.append(path)
        if paths.count == limit { return }
        path.removeLast()
      } else {
        rest.append(ways.hops(from: hop.to)[...])
      }
      while let last = rest.last, last.isEmpty {
        rest.removeLast()
        if !path.isEmpty { path.removeLast() }
      }
    }
  }
}

/// The links that lead a step nearer to the goal.
private struct Ways {
  let adjacency: Adjacency
  let distance: [Int32]
  private var known: [Int32: [ShortestPaths.Hop]] = [:]

  init(_ adjacency: Adjacency, _ distance: [Int32]) {
    self.adjacency = adjacency
    self.distance = distance
  }

  /// One to each node, in order of first appearance.
  mutating func hops(from node: Int32) -> [ShortestPaths.Hop] {
    if let hops = known[node] { return hops }
    let nearer = distance[Int(node)] - 1
    var hops: [ShortestPaths.Hop] = []
    for place in adjacency.places(of: node) where distance[Int(adjacency.neighbours[place])] == nearer {
      hops.append(.init(from: node, to: adjacency.neighbours[place], row: adjacency.rows[place]))
    }
    hops.sort { ($0.to, $0.row) < ($1.to, $1.row) }
    var distinct: [ShortestPaths.Hop] = []
    for hop in hops where hop.to != distinct.last?.to { distinct.append(hop) }
    known[node] = distinct
    return distinct
  }

  /// How many paths lead from some nodes to the goal; nil if the number overflows.
  ///
  /// Goes through the nodes step by step, each with the number of ways that lead to it.
  mutating func count(from starts: [Int32], length: Int) throws(EngineError) -> Int? {
    var ways = Dictionary(uniqueKeysWithValues: starts.map { ($0, 1) })
    var looks = Looks()
    for _ in 0..<length {
      var next: [Int32: Int] = [:]
      for (node, number) in ways {
        if looks.seeStop() { throw .cancelled }
        for hop in hops(from: node) {
          let (sum, overflow) = (next[hop.to] ?? 0).addingReportingOverflow(number)
          if overflow { return nil }
          next[hop.to] = sum
        }
      }
      ways = next
    }
    return ways.values.reduce(0 as Int?) { total, number in
      guard let (sum, overflow) = total?.addingReportingOverflow(number), !overflow else { return nil }
      return sum
    }
  }
}
