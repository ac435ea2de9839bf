import IbidColumns
import IbidPatterns

extension TextKernels {
  /// Rows whose text a pattern matches somewhere. Texts without any of the literals, of which a match needs one, are not
  /// shown to the pattern.
  static func search(_ column: TextColumn, for regex: RegularExpression, having literals: RequiredLiterals?)
    -> BoolColumn
  {
    let dictionary = column.dictionary
    func holds(_ entry: Int) -> Bool { regex.matches(dictionary.bytes[dictionary.range(entry)]) }
    guard let literals, let scan = PairScan(literals.alternatives) else {
      return test(column) { entries, isWanted, truth in
        for entry in entries { truth[entry] = isWanted(entry) && holds(entry) }
      }
    }
    return test(column) { entries, isWanted, truth in
      for entry in entries { truth[entry] = false }
      scan.visit(dictionary, entries) { entry in truth[entry] = isWanted(entry) && holds(entry) }
    }
  }

  /// Rows whose text holds a literal: letter for letter, or as folded whole words (`isFolded`, for `has`).
  ///
  /// A dictionary is one buffer, which is scanned for two letters of the literal at their distance, many bytes at a time; only
  /// the entries where both stand are looked at closely. Folding may make the literal of other bytes than its own, so entries
  /// with anything but ASCII are always looked at.
  static func search(_ column: TextColumn, for literal: [UInt8], isFolded: Bool) -> BoolColumn {
    let dictionary = column.dictionary
    let scan = LiteralScan(literal, ignoresCase: isFolded)
    func holds(_ entry: Int) -> Bool {
      let text = dictionary.bytes[dictionary.range(entry)]
      guard isFolded else { return TextFold.findExact(literal[...], in: text) }
      return literal.isEmpty || TextFold.find(literal, in: TextFold.fold(text)[...], from: 0, wholeWords: true) != nil
    }
    return test(column) { entries, isWanted, truth in
      guard let scan else {
        for entry in entries { truth[entry] = isWanted(entry) && holds(entry) }
        return
      }
      for entry in entries { truth[entry] = false }
      let (bytes, offsets) = (dictionary.bytes, dictionary.offsets)
      scan.visit(dictionary, entries) { entry, place in
        guard isWanted(entry) else { return true }
        // Folding moves places, so that all of the text is looked at, once.
        if isFolded {
          truth[entry] = holds(entry)
          return true
        }
        let start = place &- scan.lead
        guard start >= offsets[entry], start &+ literal.count <= offsets[entry &+ 1] else { return false }
        for index in literal.indices where bytes[start &+ index] != literal[index] { return false }
        truth[entry] = true
        return true
      }
    }
  }
}

/// Finds the texts of a dictionary in which two bytes stand at a distance.
struct LiteralScan {
  private let pair: BytePair
  private let ignoresCase: Bool
  /// How far the first of the two bytes is behind the begin of the literal.
  let lead: Int

  /// nil for literals that are too short, and for those with anything but ASCII where case does not matter.
  init?(_ literal: [UInt8], ignoresCase: Bool) {
    // A folded text may have more blanks than the literal.
    let parts = ignoresCase ? literal.indices.split { literal[$0] == 0x20 } : [literal.indices[...]]
    guard let part = parts.max(by: { $0.count < $1.count }), part.count > 1,
      !ignoresCase || literal.allSatisfy({ $0 < 0x80 && $0 != 0x27 && $0 != 0x22 && $0 != 0x2D })
    else { return nil }
    // The two rarest letters of the part.
    let rarest = part.sorted { Self.frequency(literal[$0]) < Self.frequency(literal[$1]) }
    let (a, b) = (min(rarest[0], rarest[1]), max(rarest[0], rarest[1]))
    func caseBit(_ byte: UInt8) -> UInt8 { ignoresCase && byte >= 0x61 && byte <= 0x7A ? 0x20 : 0 }
    pair = BytePair(
      literal[a], literal[b], distance: b - a, firstCase: caseBit(literal[a]), secondCase: caseBit(literal[b]))
    self.ignoresCase = ignoresCase
    lead = a
  }

  /// How often a byte stands in English texts, roughly: letters by rank, blanks before them all, everything else is rare.
  private static func frequency(_ byte: UInt8) -> Int {
    let common = Array("zqxjkvbpygfwmucldrhsnioate".utf8)
    return byte == 0x20 ? common.count + 2 : common.firstIndex(of: byte | 0x20).map { $0 + 2 } ?? 1
  }

  /// Calls `body` for the places of the two bytes in the entries of the range, in order; it says whether the entry needs no
  /// further look.
  @inline(__always)
  func visit(_ dictionary: TextDictionary, _ entries: Range<Int>, _ body: (_ entry: Int, _ place: Int) -> Bool) {
    let (text, places) = (dictionary.bytes, dictionary.offsets)
    let (bytes, offsets) = (text.span, places.span)
    let end = offsets[entries.upperBound]
    var walk = EntryWalk(entries, at: offsets[entries.lowerBound])
    while walk.position < end {
      let position = walk.position
      guard position &+ pair.distance &+ BytePair.places <= bytes.count else {
        while walk.position < end {
          let place = walk.position
          let isStrange = ignoresCase && bytes[place] >= 0x80
          if isStrange || bytes.holds(pair, exactlyAt: place, before: end) {
            walk.look(at: place, reach: isStrange ? 0 : pair.distance, offsets, body)
          }
          walk.position = max(walk.position, place &+ 1)
        }
        return
      }
      let strange = ignoresCase ? bytes.placesBeyondASCII(from: position) : 0
      walk.look(
        at: bytes.places(of: pair, from: position) | strange, before: end, offsets,
        reach: { place in strange &>> UInt64(place &- position) & 1 != 0 ? 0 : pair.distance }, body)
    }
  }
}
