/// The first place of each of many hashes, by open addressing: what a dictionary would be, without hashing the hash again.
///
/// Room is made for a number of hashes that is known before; more than that trap.
struct HashPlaces: Sendable {
  /// A hash, and its place plus one; 0 is a free slot.
  private var hashes: [UInt64]
  private var places: [Int32]

  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    places = Array(repeating: 0, count: size)
  }

  /// The place that a hash was put in with; nil if it is new, and then it is put in with this one.
  mutating func place(of hash: UInt64, orInsert place: Int) -> Int? {
    let slot = slot(of: hash)
    if places[slot] != 0 { return Int(places[slot]) - 1 }
    hashes[slot] = hash
    places[slot] = Int32(place) + 1
    return nil
  }

  func place(of hash: UInt64) -> Int? {
    let slot = slot(of: hash)
    return places[slot] == 0 ? nil : Int(places[slot]) - 1
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while places[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
