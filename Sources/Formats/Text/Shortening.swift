/// Cutting texts to a width in cells of a terminal, with a sign where something was cut out.
struct Shortening {
  /// The sign, one cell wide.
  let cut: Character

  /// At most `width` cells, cut at the end.
  func start(of text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    guard width > 0 else { return "" }
    return String(Self.prefix(text[...], width: width - 1)) + String(cut)
  }

  /// At most `width` cells, cut at the start: for places, whose end says most.
  func end(of text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    guard width > 0 else { return "" }
    return String(cut) + String(Self.suffix(text[...], width: width - 1))
  }

  /// At most `width` cells in which the first of `words` that the text has can be seen.
  ///
  /// The text is cut at its end if that shows the word, else in the middle: how it begins, then the word with what is
  /// around it. Words are found in any case; where there is none the text is cut at its end.
  func view(of text: String, on words: [String], width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    let plain = start(of: text, width: width)
    guard let found = Self.first(of: words, in: text) else { return plain }
    if DisplayWidth.of(String(text[..<found.upperBound])) < width { return plain }
    // A third for the beginning, if the rest is still enough for a sentence's words.
    var lead = width >= 36 ? Self.prefix(text[...], width: width / 3) : text[..<text.startIndex]
    if lead.endIndex > found.lowerBound { lead = text[..<text.startIndex] }
    let room = width - DisplayWidth.of(String(lead)) - 1
    let rest = text[lead.endIndex...]
    let wanted = min(DisplayWidth.of(String(text[found])), room)
    var before = Self.suffix(rest[..<found.lowerBound], width: max(0, (room - wanted) / 3))
    let tail = text[found.lowerBound...]
    // What the end of the text leaves free goes to what stands before.
    let free = room - DisplayWidth.of(String(before)) - DisplayWidth.of(String(tail))
    if free > 0 {
      before = Self.suffix(rest[..<found.lowerBound], width: DisplayWidth.of(String(before)) + free)
      return lead + String(cut) + before + tail
    }
    return lead + String(cut) + before + start(of: String(tail), width: room - DisplayWidth.of(String(before)))
  }

  // MARK: Parts

  private static func prefix(_ text: Substring, width: Int) -> Substring {
    var used = 0
    return text.prefix { character in
      used += DisplayWidth.of(character)
      return used <= width
    }
  }

  private static func suffix(_ text: Substring, width: Int) -> Substring {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let previous = text.index(before: start)
      used += DisplayWidth.of(text[previous])
      if used > width { break }
      start = previous
    }
    return text[start...]
  }

  /// Where the earliest of the words stands, whatever its case.
  private static func first(of words: [String], in text: String) -> Range<String.Index>? {
    let letters = text.indices.map { (index: $0, folded: text[$0].lowercased()) }
    var best: Range<Int>?
    for word in words where !word.isEmpty {
      let wanted = word.map { $0.lowercased() }
      let last = min(letters.count - wanted.count, (best?.lowerBound ?? letters.count) - 1)
      guard last >= 0 else { continue }
      let found = (0...last).first { start in
        wanted.indices.allSatisfy { letters[start + $0].folded == wanted[$0] }
      }
      if let found { best = found..<found + wanted.count }
    }
    guard let best else { return nil }
    let end = best.upperBound < letters.count ? letters[best.upperBound].index : text.endIndex
    return letters[best.lowerBound].index..<end
  }
}

extension String {
  /// At most `width` cells, the last one `…` if something was cut off.
  func shortened(to width: Int) -> String { Shortening(cut: "…").start(of: self, width: width) }
}
