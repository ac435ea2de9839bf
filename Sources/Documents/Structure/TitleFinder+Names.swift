import IbidSource

/// Lines that name somebody or tell where somebody is, and so are no titles.
extension TitleFinder {
  /// The name of a body that the first paragraphs have word for word, large letters and all.
  func isNameInText(_ words: Words, _ span: ByteSpan) -> Bool {
    guard (2...8).contains(words.count), header.upperBound < blocks.endIndex,
      Organisations.isLikelyName(span, in: text) || Organisations.isCompany(span, in: text)
    else { return false }
    return blocks[header.upperBound...].prefix(4).contains { block in
      let said = text.words(in: block.span, limit: 160)
      return (0..<max(0, said.count - words.count + 1)).contains { place in
        words.indices.allSatisfy {
          said[place + $0].hash == words[$0].hash
            && (Characters.isUpper(text.scalar(at: said[place + $0].span.lower).value)
              || MetaLine.small.contains(words[$0])
              || Organisations.forms.contains(words[$0]))
        }
      }
    }
  }

  /// Two or more names of persons, each of two to four capitalised words: `Ann Lee, Ben Hall and Cy Young`.
  func areNames(_ words: Words) -> Bool {
    guard words.count >= 5, words.count <= 16 else { return false }
    var lengths = [0]
    for (place, word) in words.enumerated() {
      let isAnd = text.isWord(word, "and")
      let isApart =
        place > 0 && text.bytes[words[place - 1].span.upper..<word.span.lower].contains { $0 == 0x2C || $0 == 0x26 }
      if isAnd || isApart, lengths[lengths.count - 1] > 0 { lengths.append(0) }
      if isAnd { continue }
      guard Characters.isUpper(text.scalar(at: word.span.lower).value), !word.hasDigit else { return false }
      lengths[lengths.count - 1] += 1
    }
    return lengths.count > 1 && lengths.allSatisfy { (2...4).contains($0) }
  }

  /// `LEE, Ms Ann, Chief Executive, Quay Trust`, as a list of witnesses has them.
  func isWitness(_ span: ByteSpan) -> Bool {
    let words = text.words(in: span, limit: 3)
    guard words.count == 3, words[0].span.count > 1, !Headline.holdsLower(words[0].span, in: text) else { return false }
    return text.bytes[words[0].span.upper] == UInt8(ascii: ",") && Self.styles.contains(text.lowercased(words[1].span))
  }

  /// A name of two to five words over an office: `José Quay Durão`, `President of the Council of Ports`.
  func isOverOffice(_ index: Int, _ words: Words) -> Bool {
    guard (2...5).contains(words.count), index + 1 < header.upperBound,
      MetaLine.isNames(blocks[index].span, in: text, mostWords: 5)
        || words.count > 2 && words.last.map({ $0.span.count == 1 }) ?? false
    else { return false }
    let next = text.words(in: blocks[index + 1].span, limit: 9)
    guard next.count >= 2, next.count < 9, let first = next.first, Self.offices.contains(text.lowercased(first.span))
    else {
      return false
    }
    return ["of", "for", "to", "general", "secretary", "executive", "minister"].contains(text.lowercased(next[1].span))
  }

  /// `The Hon. Ann Lee, Minister of Harbours`, `Dr Ann Lee`: somebody with a style, or with an office behind a comma.
  func isPerson(_ words: Words, _ span: ByteSpan) -> Bool {
    guard words.count <= 14, words.count >= 2, MetaLine.isNames(span, in: text, mostWords: 14) else { return false }
    if isMember(words, span) { return true }
    let comma = text.bytes[span.range].firstIndex(of: UInt8(ascii: ",")) ?? span.upper
    let name = words.count { $0.span.upper <= comma }
    let first = text.lowercased(words[0].span)
    let isStyled = Self.styles.contains(first) || first == "the" && Self.styles.contains(text.lowercased(words[1].span))
    if isStyled, name <= 6 { return true }
    // "President Ann P. Lee"
    if name == words.count, (3...4).contains(name), Self.ranks.contains(first),
      words.contains(where: { $0.span.count == 1 && text.bytes[$0.span.upper] == UInt8(ascii: ".") })
    {
      return true
    }
    guard (2...4).contains(name), name < words.count else { return false }
    return words[name...].prefix(3).contains { Self.offices.contains(text.lowercased($0.span)) }
  }

  /// `Ann Lee (Dover West, Harbour Party)`: a member with seat and party.
  private func isMember(_ words: Words, _ span: ByteSpan) -> Bool {
    guard text.bytes[span.upper - 1] == UInt8(ascii: ")"), let open = text.first(UInt8(ascii: "("), in: span),
      text.bytes[open..<span.upper].contains(UInt8(ascii: ","))
    else { return false }
    return (2...4).contains(words.count { $0.span.upper <= open })
  }

  private static let styles: Set<String> = [
    "hon", "rt", "right", "dr", "mr", "ms", "mrs", "prof", "professor", "sir", "dame", "excellency", "amb", "justice",
  ]

  private static let ranks: Set<String> = [
    "president", "governor", "senator", "secretary", "mayor", "commissioner", "chancellor", "chairman", "judge",
  ]

  private static let offices: Set<String> = [
    "minister", "director", "secretary", "commissioner", "governor", "president", "chair", "chairman", "chairwoman",
    "chairperson", "chief", "head", "member", "ambassador", "mayor", "treasurer", "editor", "reporter", "correspondent",
    "professor", "deputy", "vice", "executive", "spokesperson", "inspector", "senator", "leader", "shadow",
    "spokesman", "spokeswoman", "councillor",
  ]

  /// `Ann P. Lee`: three words, the middle one an initial.
  func isInitialledName(_ words: Words) -> Bool {
    words.count == 3 && words[1].span.count == 1 && text.bytes[words[1].span.upper] == UInt8(ascii: ".")
      && words.allSatisfy { Characters.isUpper(text.scalar(at: $0.span.lower).value) }
  }

  /// `Head Office: 12 Quay Street, Dover`.
  func isLabelledAddress(_ span: ByteSpan) -> Bool {
    guard let colon = text.first(UInt8(ascii: ":"), in: ByteSpan(span.lower, min(span.upper, span.lower + 34))) else {
      return false
    }
    return isAddress(text.words(in: ByteSpan(colon + 1, span.upper), limit: 9))
  }

  /// `12 Quay Street`, `Dover CT17 9AB`.
  func isAddress(_ words: Words) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    // "Quay Road, P.O. Box 12, Dover"
    if zip(words, words.dropFirst()).contains(where: { text.isWord($0, "o") && text.isWord($1, "box") }),
      words.count <= 10
    {
      return true
    }
    // "P.O. Box 12, Dover"
    if words.count >= 3, words.prefix(3).contains(where: { text.isWord($0, "box") }),
      text.isWord(first, "po") || text.isWord(first, "p") || text.isWord(first, "gpo")
    {
      return true
    }
    // "12 Quay Street", "12 Quay Street, Dover".
    if first.hasDigit, first.span.count <= 5,
      words.prefix(5).contains(where: { word in
        Self.streets.contains(word)
          && (word.span.upper == last.span.upper || text.bytes[word.span.upper] == UInt8(ascii: ","))
      })
    {
      return true
    }
    // The code of a place: "Dover CT17 9AB".
    return words.count <= 5
      && words.suffix(2).allSatisfy { word in
        word.hasDigit && word.span.count <= 4 && word.span.count >= 3 && !Headline.holdsLower(word.span, in: text)
          && text.bytes[word.span.range].contains { Characters.isUpper(UInt32($0)) }
      }
  }

  private static let streets: WordHashes = [
    "street", "st", "road", "rd", "avenue", "ave", "square", "lane", "drive", "place", "quay", "way", "boulevard",
  ]
}
