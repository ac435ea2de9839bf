import IbidSource

/// Names that a page shortens to letters: in its title or at its top it is the letters, in its text once the whole name.
extension HeaderReader {
  /// Paragraphs of a text that are read for whole names.
  private static let firstParagraphs = 4

  /// The body of letters in the title, over the page or under it, whose whole name stands before them in brackets in the text:
  /// "CADB lends 180 million", "The Board of the Central Dam Board (CDB) has …".
  func readDefinedName(from start: Int, title: ByteSpan?, into evidence: inout Evidence) {
    guard start < piece.blocks.endIndex, !piece.isPost else { return }
    for block in piece.blocks[start...].prefix(Self.firstParagraphs) where block.span.count >= 60 {
      for offset in block.span.range where text.bytes[offset] == UInt8(ascii: "(") {
        guard let letters = text.words(in: ByteSpan(offset + 1, min(block.span.upper, offset + 12)), limit: 1).first,
          letters.span.lower == offset + 1, letters.span.upper < block.span.upper,
          text.bytes[letters.span.upper] == UInt8(ascii: ")"), isShort(letters.span),
          let name = name(of: letters.span, before: offset, from: block.span.lower)
        else { continue }
        // A title that ends with the letters speaks of somebody else.
        let isInTitle = title.flatMap { text.words(in: $0, limit: 1).first }.map { $0.hash == letters.hash } ?? false
        let lines = piece.blocks[piece.blocks.startIndex..<start].prefix(40) + piece.tail
        let isAround = lines.contains { line in
          guard line.span.count <= 200, !(title.map(line.span.contains) ?? false) else { return false }
          let words = text.words(in: line.span, limit: 30)
          // A line of several such names lists whom a page is about.
          return words.contains { $0.hash == letters.hash } && words.count(where: { isShort($0.span) }) < 4
        }
        guard isInTitle || isAround else { continue }
        // A title may tell of the body only.
        evidence.issuers.append((isAround ? 42 : 49, name))
        return
      }
    }
  }

  /// Without whom somebody issued it for: `Press Service on behalf of the Chair of the Quay Committee`.
  func withoutPrincipal(_ name: ByteSpan) -> ByteSpan {
    let words = text.words(in: name)
    for place in words.indices.dropFirst().dropLast()
    where text.isWord(words[place], "behalf") && text.isWord(words[place - 1], "on") && place > 1 {
      return ByteSpan(name.lower, words[place - 2].span.upper)
    }
    return name
  }

  /// The office of prosecutors below the name of their department, with its district: `U.S. Department of Justice`, `U.S.
  /// Attorney's Office`, `District of Quay`.
  func narrower(than name: ByteSpan, _ header: Range<Int>) -> ByteSpan {
    guard text.words(in: name).contains(where: { text.isWord($0, "justice") }) else { return name }
    let lines = piece.blocks[header].prefix(12).flatMap { linesOf($0.span) }
    guard let place = lines.firstIndex(where: { $0.contains(name) }), place + 1 < lines.count,
      case let office = lines[place + 1], office.count <= 80, !text.holdsDigit(office),
      text.words(in: office).contains(where: { text.isWord($0, "attorney") || text.isWord($0, "attorneys") }),
      MetaLine.isNames(office, in: text)
    else { return name }
    let district = place + 2 < lines.count ? lines[place + 2] : office
    let isDistrict =
      district.count <= 60 && text.words(in: district, limit: 3).contains { text.isWord($0, "district") }
      && MetaLine.isNames(district, in: text)
    return isDistrict ? office.joined(with: district) : office
  }

  /// The words behind a name that is letters only, where the page has them: `Quay Press Agency` of "QPA".
  func wholeName(of name: ByteSpan) -> ByteSpan {
    guard isShort(name) else { return name }
    for block in piece.head + piece.blocks.prefix(30) + piece.tail where block.span.count <= 1200 {
      let words = text.words(in: block.span, limit: 200)
      for end in words.indices where Characters.isUpper(text.scalar(at: words[end].span.lower).value) {
        let next = end + 1 < words.count ? words[end + 1].span : nil
        // Only a whole run of large letters is a name.
        if let next, Characters.isUpper(text.scalar(at: next.lower).value), next.lower - words[end].span.upper == 1 {
          continue
        }
        let first = max(0, end - 8)
        if let found = self.name(of: name, in: words, first...end), found != name { return found }
      }
    }
    return name
  }

  /// Two to seven letters, all large.
  private func isShort(_ span: ByteSpan) -> Bool {
    (2...7).contains(span.count) && text.bytes[span.range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func name(of letters: ByteSpan, before offset: Int, from start: Int) -> ByteSpan? {
    let words = text.words(in: ByteSpan(max(start, offset - 120), offset))
    guard let last = words.indices.last, words[last].span.upper + 1 >= offset - 1 else { return nil }
    return name(of: letters, in: words, max(0, last - 11)...last)
  }

  /// The shortest run of words up to the last whose large letters begin with those given, in their order.
  private func name(of letters: ByteSpan, in words: Words, _ range: ClosedRange<Int>) -> ByteSpan? {
    let wanted = Array(text.bytes[letters.range])
    var left = wanted.count
    var next = range.upperBound
    while next >= range.lowerBound {
      let word = words[next]
      let initial = text.bytes[word.span.lower]
      if next < range.upperBound,
        text.bytes[word.span.upper..<words[next + 1].span.lower].contains(where: {
          $0 == 0x2E || $0 == 0x28 || $0 == 0x3A
        })
      {
        return nil
      }
      if (0x41...0x5A).contains(initial) {
        if left > 0, initial == wanted[left - 1] { left -= 1 }
        if left == 0 {
          return next < range.upperBound && words[next].span.count > 1
            ? ByteSpan(words[next].span.lower, words[range.upperBound].span.upper) : nil
        }
        // The last word begins with the last letter.
        if next == range.upperBound, left == wanted.count { return nil }
      } else if !MetaLine.small.contains(word) {
        return nil
      }
      next -= 1
    }
    return nil
  }
}
