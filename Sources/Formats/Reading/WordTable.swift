import CVectors
import IbidColumns

/// Distinct texts by their bytes, each with a number, in the order in which they came.
///
/// A hash table with open addressing. Most texts of tables are short, so a slot has the text itself if it has at most 16
/// bytes, and finding one costs a single look into memory:
///
///     [ bytes 0–7 | bytes 8–15 | length + 1, number ]      longer: [ hash | 0 | length + 1, number ]
///
/// The hash starts from a random seed, so that no file can be made to collide; nothing that anybody sees depends on it.
struct WordTable: Sendable {
  /// The texts back to back and padding, and where each begins; one offset more than texts.
  private var padded = Self.padding
  private(set) var offsets: [Int] = [0]
  /// Where each stood first: piece in the high half, row in the low.
  private(set) var places: [UInt64] = []
  /// What each text is found by: the same in all tables of one seed.
  private(set) var hashes: [UInt64] = []
  /// Whether all texts are in NFC for certain.
  private(set) var isPlain = true
  private var slots: [UInt64]
  /// Slots less one; their number is a power of two.
  private var mask: Int
  let seed: UInt64

  private static let slotWords = 3
  /// Whole words are read of the last text, too.
  private static let padding = [UInt8](repeating: 0, count: 16)

  /// With room for so many texts at first.
  init(seed: UInt64, capacity: Int = 48) {
    self.seed = seed
    mask = 63
    while capacity > (mask + 1) / 4 * 3 { mask = mask * 2 + 1 }
    slots = [UInt64](repeating: 0, count: (mask + 1) * Self.slotWords)
  }

  var count: Int { places.count }
  /// All texts, and at least 16 bytes more.
  var paddedBytes: [UInt8] { padded }

  func range(_ number: Int) -> Range<Int> { offsets[number]..<offsets[number + 1] }

  /// The texts as a dictionary; the numbers are its codes.
  func dictionary() -> TextDictionary {
    TextDictionary(bytes: Array(padded[..<offsets[count]]), offsets: offsets)
  }

  /// The number of the text of `length` bytes that begins at `text`, behind which 16 bytes may be read.
  @inline(__always)
  mutating func number(of text: UnsafePointer<UInt8>, _ length: Int, place: UInt64) -> Int32 {
    unsafe number(of: text, length, key: Key(text, length, seed), place: place)
  }

  /// The same with a key that was made before.
  @inline(__always)
  private mutating func number(of text: UnsafePointer<UInt8>, _ length: Int, key: Key, place: UInt64) -> Int32 {
    let found = unsafe find(text, length, key)
    return found.number >= 0 ? found.number : unsafe insert(text, length, key, place, found.at)
  }

  /// The number of a known text; -1, and the slot that it would take, for any other.
  @inline(__always)
  private func find(_ text: UnsafePointer<UInt8>, _ length: Int, _ key: Key) -> (number: Int32, at: Int) {
    let wanted = UInt64(truncatingIfNeeded: length &+ 1)
    return unsafe slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while true {
        let at = slot &* Self.slotWords
        let last = unsafe slots[at &+ 2]
        if last == 0 { return (-1, at) }
        if unsafe slots[at] == key.low && slots[at &+ 1] == key.high && last >> 32 == wanted {
          let number = Int32(truncatingIfNeeded: last & 0xFFFF_FFFF)
          if unsafe length <= 16 || isSame(Int(number), text, length) { return (number, at) }
        }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Puts the numbers of some rows' texts where their places stand; 0 where there is no text.
  ///
  /// First the keys of some rows are made and their slots asked for, so that the processor waits for several at once.
  mutating func number(
    _ places: UnsafeMutablePointer<UInt64>, _ rows: Range<Int>, in bytes: UnsafePointer<UInt8>,
    others: UnsafePointer<UInt8>, piece: Int
  ) {
    let piece = UInt64(truncatingIfNeeded: piece) << 32
    let most = 32
    unsafe withUnsafeTemporaryAllocation(of: Key.self, capacity: most) { keys in
      var first = rows.lowerBound
      while first < rows.upperBound {
        let count = min(most, rows.upperBound &- first)
        unsafe slots.withUnsafeBufferPointer { slots in
          guard let start = slots.baseAddress else { return }
          for place in 0..<count where unsafe places[first &+ place] != TextPlace.none {
            let text = TextPlace(unsafe places[first &+ place])
            let key = unsafe Key((text.isOther ? others : bytes) + text.offset, text.length, seed)
            unsafe keys.initializeElement(at: place, to: key)
            unsafe ibid_prefetch(start + (Int(truncatingIfNeeded: key.hash) & mask) &* Self.slotWords)
          }
        }
        for place in 0..<count {
          let row = first &+ place
          if unsafe places[row] == TextPlace.none {
            unsafe places[row] = 0
            continue
          }
          let text = TextPlace(unsafe places[row])
          let start = unsafe (text.isOther ? others : bytes) + text.offset
          let number = unsafe number(
            of: start, text.length, key: keys[place], place: piece | UInt64(truncatingIfNeeded: row))
          unsafe places[row] = UInt64(truncatingIfNeeded: number)
        }
        first &+= count
      }
    }
  }

  /// For each of some words of another table of the same seed the number that it has here; -1 where it is unknown.
  func numbers(of words: Range<Int>, in table: WordTable, _ found: (_ word: Int, _ number: Int32) -> Void) {
    unsafe table.padded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      func key(_ word: Int) -> Key {
        let range = table.range(word)
        // The hash of a long text is there already.
        if range.count > 16 { return Key(table.hashes[word], 0, range.count, seed) }
        return unsafe Key(start + range.lowerBound, range.count, seed)
      }
      unsafe slots.withUnsafeBufferPointer { slots in
        guard let slots = slots.baseAddress else { return }
        let ahead = 16
        for word in words.lowerBound..<words.upperBound + ahead {
          if word < words.upperBound {
            unsafe ibid_prefetch(slots + (Int(truncatingIfNeeded: table.hashes[word]) & mask) &* Self.slotWords)
          }
          let word = word - ahead
          if word < words.lowerBound { continue }
          let range = table.range(word)
          found(word, unsafe find(start + range.lowerBound, range.count, key(word)).number)
        }
      }
    }
  }

  /// The number of a part of an array, of any place in it.
  mutating func number(of bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    if range.upperBound + Self.padding.count > bytes.count {
      let padded = bytes[range] + Self.padding
      return number(of: Array(padded), 0..<range.count)
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe number(of: start + range.lowerBound, range.count, place: UInt64(truncatingIfNeeded: count))
    }
  }

  private func isSame(_ number: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = offsets[number]
    return unsafe padded.withUnsafeBufferPointer { (bytes) -> Bool in
      guard let known = bytes.baseAddress else { return false }
      var index = 0
      while index &+ 8 < length {
        guard unsafe Self.word(known + start + index) == Self.word(text + index) else { return false }
        index &+= 8
      }
      return unsafe (Self.word(known + start + index) ^ Self.word(text + index)) & Self.lowest(length &- index) == 0
    }
  }

  private mutating func insert(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ key: Key, _ place: UInt64, _ at: Int
  ) -> Int32 {
    let number = places.count
    let used = offsets[number]
    if used + length + Self.padding.count > padded.count { makeRoom(used + length + Self.padding.count) }
    unsafe padded.withUnsafeMutableBufferPointer { bytes in
      unsafe bytes.baseAddress?.advanced(by: used).update(from: text, count: length)
    }
    if isPlain { isPlain = unsafe Self.isASCII(text, length) || isPlain(used..<used + length) }
    offsets.append(used + length)
    places.append(place)
    hashes.append(key.hash)
    slots[at] = key.low
    slots[at + 1] = key.high
    slots[at + 2] = UInt64(truncatingIfNeeded: length + 1) << 32 | UInt64(truncatingIfNeeded: number)
    if places.count > (mask + 1) / 4 * 3 { grow() }
    return Int32(truncatingIfNeeded: number)
  }

  /// Makes room for so many bytes of texts and padding, and some more.
  private mutating func makeRoom(_ bytes: Int) {
    // What is only reserved costs nothing where a large block comes from the system, what is copied does.
    let wanted = bytes + min(bytes, 1 << 16)
    if wanted > padded.capacity {
      padded.reserveCapacity(wanted < 1 << 14 ? wanted * 2 : wanted * 4)
      let room = padded.capacity
      // Safe: advice about memory that is the array's.
      unsafe padded.withUnsafeMutableBytes { bytes in
        unsafe Parallel.willFill(UnsafeMutableRawBufferPointer(start: bytes.baseAddress, count: room))
      }
    }
    padded.append(contentsOf: repeatElement(0, count: wanted - padded.count))
  }

  /// Whether a stretch of the texts is in NFC for certain.
  func isPlain(_ range: Range<Int>) -> Bool { PlainText.holds(padded.span.extracting(range)) }

  private static func isASCII(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var (all, index): (UInt64, Int) = (0, 0)
    while index &+ 8 < length {
      all |= unsafe word(text + index)
      index &+= 8
    }
    all |= unsafe word(text + index) & lowest(length &- index)
    return all & 0x8080_8080_8080_8080 == 0
  }

  private mutating func grow() {
    // Small tables grow fast, large ones do not take more memory than they must.
    let mask = mask < 1 << 12 ? mask * 4 + 3 : mask * 2 + 1
    let size = (mask + 1) * Self.slotWords
    var wider = [UInt64](apart: size, filler: 0, inLargePages: false) { $0.clear(0..<size) }
    for at in stride(from: 0, to: slots.count, by: Self.slotWords) where slots[at + 2] != 0 {
      let length = Int(slots[at + 2] >> 32) - 1
      let key = Key(slots[at], slots[at + 1], length, seed)
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while wider[slot * Self.slotWords + 2] != 0 { slot = (slot + 1) & mask }
      for word in 0..<Self.slotWords { wider[slot * Self.slotWords + word] = slots[at + word] }
    }
    slots = wider
    self.mask = mask
  }

  /// What a slot has of a text, and where it is looked for.
  struct Key: BitwiseCopyable {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    fileprivate var hash: UInt64

    @inline(__always)
    init(_ text: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) {
      if length <= 16 {
        let low = unsafe WordTable.word(text) & WordTable.lowest(length)
        let high = unsafe length > 8 ? WordTable.word(text + 8) & WordTable.lowest(length &- 8) : 0
        self.init(low, high, length, seed)
      } else {
        let hash = unsafe WordTable.longHash(text, length, seed)
        self.init(hash, 0, length, seed)
      }
    }

    /// Of what a slot has.
    @inline(__always)
    fileprivate init(_ low: UInt64, _ high: UInt64, _ length: Int, _ seed: UInt64) {
      self.low = low
      self.high = high
      hash =
        length <= 16
        ? WordTable.mixed(low ^ seed, high ^ 0xE703_7ED1_A0B4_28DB &+ UInt64(truncatingIfNeeded: length)) : low
    }
  }

  /// Two words at a time are multiplied into the state, as in wyhash (Wang Yi, public domain).
  private static func longHash(_ text: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: length)
    var index = 0
    while index &+ 16 < length {
      state = unsafe mixed(word(text + index) ^ 0xA076_1D64_78BD_642F, word(text + index + 8) ^ state)
      index &+= 16
    }
    // The last two words, which may overlap those before.
    return unsafe mixed(word(text + length - 16) ^ 0xE703_7ED1_A0B4_28DB, word(text + length - 8) ^ state)
  }

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// Eight bytes, the first the lowest.
  @inline(__always)
  static func word(_ text: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
  }

  /// The lowest bytes of a word, up to all eight.
  @inline(__always)
  static func lowest(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 &<< (UInt64(truncatingIfNeeded: count) &* 8)) &- 1
  }
}
