import IbidSource

/// Reads a time of day as it stands beside a date: `10:30`, `4:35 PM GMT`, `06.30`, `17h00`, `6.00 p.m. IST`.
enum ClockTime {
  /// The offset after a time that starts at an offset, with its zone; nil where none starts.
  static func end(at offset: Int, upper: Int, in view: TextView) -> Int? {
    var place = offset
    let hours = digits(&place, upper, view)
    if let end = militaryEnd(at: offset, upper: upper, in: view) { return end }
    guard (1...2).contains(hours), place < upper else { return nil }
    var isTime = false
    for _ in 0..<2 where place + 2 < upper + 1 && place < upper {
      guard [0x3A, 0x2E, 0x68].contains(view.bytes[place] | (view.bytes[place] >= 0x41 ? 0x20 : 0)) else { break }
      var next = place + 1
      guard digits(&next, upper, view) == 2 else { break }
      place = next
      isTime = true
    }
    // "3.30" alone is a number, "03.30" and "3.30 pm" are times.
    if isTime, hours == 1, view.bytes[offset + 1] == UInt8(ascii: ".") { isTime = false }
    let half = view.skipSpace(from: place, to: upper)
    for word in ["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "hrs", "hours", "uhr"]
    where view.starts(with: word, at: half) {
      let end = half + word.utf8.count
      guard end <= upper, !Characters.isWord(view.scalar(at: end).value) else { continue }
      place = end
      isTime = true
      break
    }
    // "5.2" and "10.30" alone might be anything, "10.300" is none.
    guard isTime, !goesOn(place, upper, view) else { return nil }
    return afterZone(place, upper, view)
  }

  /// The end of `1804 GMT` and `0600 hrs`: four digits of a time with a word that makes them one.
  private static func militaryEnd(at offset: Int, upper: Int, in view: TextView) -> Int? {
    let words = view.words(in: ByteSpan(offset, upper), limit: 2)
    guard words.count == 2, words[0].span.lower == offset, words[0].span.count == 4,
      words[1].span.lower - words[0].span.upper == 1, let number = Int(view.string(words[0].span)), number < 2400,
      number % 100 < 60, militaryZones.contains(view.lowercased(words[1].span))
    else { return nil }
    return words[1].span.upper
  }

  private static let militaryZones: Set<String> = [
    "gmt", "utc", "hrs", "hours", "est", "edt", "cet", "cest", "et", "bst",
  ]

  /// Whether more digits follow, as in `10.300` and `2.10.2024`.
  private static func goesOn(_ place: Int, _ upper: Int, _ view: TextView) -> Bool {
    guard place < upper else { return false }
    if Characters.isDigit(UInt32(view.bytes[place])) { return true }
    return [0x2E, 0x2F, 0x2D, 0x2C].contains(view.bytes[place]) && place + 1 < upper
      && Characters.isDigit(UInt32(view.bytes[place + 1]))
  }

  private static func digits(_ place: inout Int, _ upper: Int, _ view: TextView) -> Int {
    let start = place
    while place < upper, place - start < 3, Characters.isDigit(UInt32(view.bytes[place])) { place += 1 }
    return place - start
  }

  /// After `GMT`, `GMT+2`, `ET`, `Eastern Standard Time`, `local time`.
  private static func afterZone(_ place: Int, _ upper: Int, _ view: TextView) -> Int {
    let start = view.skipSpace(from: place, to: upper)
    var end = place
    for word in view.words(in: ByteSpan(start, upper), limit: 3) {
      let name = view.string(word.span)
      let isClose = word.span.lower - end <= 2
      let isAbbreviation =
        end == place && (2...5).contains(name.utf8.count) && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      guard isClose, isAbbreviation || zoneWords.contains(name.lowercased()) else { break }
      end = word.span.upper
      if isAbbreviation {
        if end < upper, [0x2B, 0x2D].contains(view.bytes[end]) {
          var hours = end + 1
          if digits(&hours, upper, view) > 0 { end = hours }
        }
        break
      }
    }
    return end
  }

  private static let zoneWords: Set<String> = [
    "eastern", "central", "pacific", "mountain", "standard", "daylight", "time", "local", "ist",
  ]
}
