import IbidColumns

/// The neighbours of each node in compressed rows.
///
/// Shape: those of node `n` are `neighbours[starts[n]..<starts[n + 1]]`, in the order of the rows in `rows` that link them;
/// a node that several rows link stands there several times.
struct Adjacency {
  private let starts: [Int]
  let neighbours: [Int32]
  let rows: [Int32]

  /// Which way links are followed.
  enum Direction { case along, against, both }

  /// O(nodes + links), by counting.
  init(_ network: Network, _ direction: Direction) {
    let (goes, comes) = (direction != .against, direction != .along)
    var starts = [Int](repeating: 0, count: network.count + 1)
    for row in network.from.indices.untilStopped where network.isLink(row) {
      if goes { starts[Int(network.from[row]) + 1] += 1 }
      if comes { starts[Int(network.to[row]) + 1] += 1 }
    }
    for node in 0..<network.count { starts[node + 1] += starts[node] }
    var next = starts
    var neighbours = [Int32](repeating: 0, count: starts[network.count])
    var rows = neighbours
    func add(_ node: Int32, _ neighbour: Int32, _ row: Int) {
      let place = next[Int(node)]
      neighbours[place] = neighbour
      rows[place] = Int32(row)
      next[Int(node)] = place + 1
    }
    // Of a loop that was stopped there may be fewer, of the next one no more.
    for row in network.from.indices.untilStopped where network.isLink(row) {
      if goes { add(network.from[row], network.to[row], row) }
      if comes { add(network.to[row], network.from[row], row) }
    }
    self.starts = starts
    self.neighbours = neighbours
    self.rows = rows
  }

  var count: Int { starts.count - 1 }

  /// The places of a node's neighbours in `neighbours` and `rows`.
  func places(of node: Int32) -> Range<Int> { starts[Int(node)]..<starts[Int(node) + 1] }

  /// How many different neighbours each node has. O(nodes + links).
  var degrees: [Int64] {
    var lastSeenFrom = [Int32](repeating: -1, count: count)
    return [Int64](rows: count, filler: 0) { number in
      let node = Int32(number)
      var degree: Int64 = 0
      for place in places(of: node) where lastSeenFrom[Int(neighbours[place])] != node {
        lastSeenFrom[Int(neighbours[place])] = node
        degree += 1
      }
      return degree
    }
  }
}
