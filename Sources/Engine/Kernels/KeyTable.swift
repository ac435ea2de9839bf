/// Numbers distinct 64-bit keys in order of first appearance: an open-addressing table with linear probing.
struct KeyTable {
  private var keys: [UInt64] = []
  /// Slot → id, -1 where free.
  private var slots: [Int32]
  private var mask: Int

  private(set) var count = 0

  /// Grows as needed; `capacity` is what to expect at most.
  init(capacity: Int) {
    var size = 64
    while size < min(capacity, 1 << 16) * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  mutating func id(for key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while true {
      let id = slots[slot]
      if id < 0 { break }
      if keys[Int(id)] == key { return id }
      slot = (slot &+ 1) & mask
    }
    if (count + 1) * 2 > slots.count {
      grow()
      return insert(key)
    }
    slots[slot] = Int32(count)
    keys.append(key)
    count += 1
    return Int32(count - 1)
  }

  private mutating func insert(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
    slots[slot] = Int32(count)
    keys.append(key)
    count += 1
    return Int32(count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for (id, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  /// Half of the finaliser of MurmurHash3 (A. Appleby, public domain).
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    var x = key
    x ^= x >> 33
    x = x &* 0xFF51_AFD7_ED55_8CCD
    x ^= x >> 33
    return x
  }
}
