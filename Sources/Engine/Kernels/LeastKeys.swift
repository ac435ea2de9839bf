/// The `count` least keys of those inserted: a heap with the greatest of them on top.
struct LeastKeys {
  private(set) var keys: [UInt64] = []
  private let count: Int

  init(_ count: Int) {
    self.count = count
    keys.reserveCapacity(count)
  }

  /// No key above it is among them.
  var limit: UInt64 { keys.count < count ? .max : keys[0] }

  @inline(__always)
  mutating func insert(_ key: UInt64) {
    if keys.count == count {
      if key >= keys[0] { return }
      keys[0] = key
      sink()
    } else {
      keys.append(key)
      rise()
    }
  }

  private mutating func rise() {
    var child = keys.count - 1
    while child > 0, keys[(child - 1) / 2] < keys[child] {
      keys.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < keys.count else { return }
      if child + 1 < keys.count, keys[child] < keys[child + 1] { child += 1 }
      if keys[parent] >= keys[child] { return }
      keys.swapAt(parent, child)
      parent = child
    }
  }
}
