import IbidColumns

/// Nodes without which their component falls apart (J. Hopcroft, R. E. Tarjan: Algorithm 447, 1973).
enum CutPoints {
  /// Whether each node is one. O(nodes + links), without recursion.
  ///
  /// A depth-first walk numbers nodes as it meets them; `lowest` is the least number that links lead back to from a node or
  /// from what was met below it. A node is a cut point if something below it leads back no further than to the node itself;
  /// the node a walk begins with, if it had to be left more than once.
  static func find(_ adjacency: Adjacency) throws(EngineError) -> [Bool] {
    let count = adjacency.count
    var isCut = [Bool](repeating: false, count: count)
    var numbers = [Int32](repeating: 0, count: count)
    var lowest = numbers
    var next = [Int](repeating: 0, count: count)
    var met: Int32 = 0
    var walk: [Int32] = []

    func enter(_ node: Int32) {
      met += 1
      numbers[Int(node)] = met
      lowest[Int(node)] = met
      next[Int(node)] = adjacency.places(of: node).lowerBound
      walk.append(node)
    }

    var looks = Looks()
    for start in 0..<Int32(count) where numbers[Int(start)] == 0 {
      var branches = 0
      enter(start)
      while let last = walk.last {
        if looks.seeStop() { throw .cancelled }
        let node = Int(last)
        if next[node] < adjacency.places(of: last).upperBound {
          let neighbour = adjacency.neighbours[next[node]]
          next[node] += 1
          if numbers[Int(neighbour)] == 0 {
            enter(neighbour)
          } else {
            lowest[node] = min(lowest[node], numbers[Int(neighbour)])
          }
          continue
        }
        walk.removeLast()
        guard let above = walk.last else { continue }
        lowest[Int(above)] = min(lowest[Int(above)], lowest[node])
        if above == start {
          branches += 1
        } else if lowest[node] >= numbers[Int(above)] {
          isCut[Int(above)] = true
        }
      }
      isCut[Int(start)] = branches > 1
    }
    return isCut
  }
}
