import IbidSource

/// Chooses the title among the lines above a text.
///
/// No single sign tells a title: pages have menus, names of sites and sections that are short and begin large, too. So each
/// line gets points for what titles have (a title's length, words that the text takes up, a date or names below, the text
/// right below, a place at the end of the page's path) and loses some for what they have not (the name of a body, one
/// word, a heading that every report has). The line with most points wins, the earlier of two.
struct TitleFinder {
  /// A line, as an index of `blocks`, with its points.
  typealias Best = (index: Int, points: Double)

  let text: TextView
  let blocks: ArraySlice<Block>
  /// The blocks before the text.
  let header: Range<Int>
  /// Blocks that say something about the text: date, label, names.
  let meta: Set<Int>
  /// Blocks that belong to the page.
  let furniture: Set<Int>
  /// The items of the page's paths (`Home > News > Title`).
  let path: [ByteSpan]

  /// What a line loses that only explains the one above.
  private static let explaining = 3.0

  /// More long lines above a title are a menu or a list, and say nothing more.
  private static let mostLongBefore = 4

  /// Points below which a line is no title when another would be.
  func best() -> Best? {
    let candidates = header.filter {
      !meta.contains($0) && !furniture.contains($0) && blocks[$0].kind != .table && isCandidate($0)
    }
    guard !candidates.isEmpty else { return nil }
    // What is said in a transcript is no title: `QUESTION: Why are the boats late?`
    let turns = candidates.filter { KindWords.speaker(of: blocks[$0].span, text) != nil }
    let isDialogue = !turns.isEmpty && KindWords.turns(in: blocks, text) != nil
    let body = bodyWords()
    let twice = linesPrintedTwice(candidates)
    let hasLong =
      candidates.contains { text.words(in: blocks[$0].span, limit: 6).count == 6 }
      || header.contains { index in
        let span = blocks[index].span
        return text.words(in: span, limit: 5).count == 5
          && Headline.leadingLabel(at: span.lower, upper: span.upper, in: text)?.kind == .speech
      }
    var best: (index: Int, points: Double)?
    var longBefore = 0
    for index in candidates {
      if isDialogue, turns.contains(index) { continue }
      var points = points(of: index, body)
      // A line printed before is no item of the list that stands above it.
      points += twice.contains(index) ? 3 : -0.75 * Double(min(longBefore, Self.mostLongBefore))
      // "Doorstop interview" is a title where nothing longer is one.
      if !hasLong, KindWords.interview(in: blocks[index].span, text) != nil,
        KindWords.section(blocks[index].span, text) == nil
      {
        points += 4
      }
      // A line right under another one explains it.
      let isUnder =
        blocks[index].gap == 0 && index > header.lowerBound && candidates.contains(index - 1)
        && text.words(in: blocks[index - 1].span, limit: 4).count == 4
      if isUnder { points -= 1.5 }
      // So does one below a line that is a likely title, facts such as the date between them or not.
      if let best, best.points >= 4, isNextLine(index, after: best.index),
        text.words(in: blocks[best.index].span, limit: 5).count == 5,
        Organisations.listedCompany(in: blocks[best.index].span, text) == nil
      {
        points -= best.index == index - 1 ? Self.explaining : Self.explaining / 2
      }
      if points > best?.points ?? -.infinity { best = (index, points) }
      if text.words(in: blocks[index].span, limit: 4).count == 4 { longBefore += 1 }
    }
    return best
  }

  /// The last of lines that say the same, as the item of a path and the headline below it do.
  private func linesPrintedTwice(_ candidates: [Int]) -> Set<Int> {
    var (last, twice): ([UInt64: Int], Set<Int>) = ([:], [])
    for index in candidates {
      let line = TitleParts.site(of: blocks[index].span, in: text, tail: [])?.rest ?? blocks[index].span
      guard text.words(in: line, limit: 4).count == 4 else { continue }
      let hash = text.wordsHash(in: line)
      if let before = last[hash], index - before > 2 {
        twice.remove(before)
        twice.insert(index)
      }
      last[hash] = index
    }
    return twice
  }

  /// Whether nothing stands between two lines but facts and what belongs to the page.
  private func isNextLine(_ index: Int, after other: Int) -> Bool {
    (other + 1..<max(other + 1, index)).allSatisfy { meta.contains($0) || furniture.contains($0) }
  }

  private func isCandidate(_ index: Int) -> Bool {
    let block = blocks[index]
    if let end = ClockTime.end(at: block.span.lower, upper: block.span.upper, in: text), block.span.upper - end <= 2 {
      return false
    }
    if isWitness(block.span) { return false }
    if block.level == nil, Self.openings.longest(at: block.span, in: text) != nil { return false }
    return block.kind == .heading || Headline.isTitleLike(block.span, in: text)
      || Headline.prefix(of: block.span, in: text) != nil || isSentenceOverFacts(index)
  }

  /// A title that is a whole sentence or two, apart from other lines, with the date or the names soon below it.
  private func isSentenceOverFacts(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.kind == .paragraph, block.lineCount == 1, block.span.count <= Headline.longest,
      index + 1 < blocks.endIndex, isFollowedByFacts(index),
      Characters.isUpper(text.scalar(at: block.span.lower).value)
    else { return false }
    let words = text.words(in: block.span, limit: Headline.mostWords + 1)
    let isApart = block.gap > 0 && blocks[index + 1].gap > 0
    return (5...(isApart ? Headline.mostWords : 16)).contains(words.count)
      && text.bytes[block.span.upper - 1] != UInt8(ascii: ":")
  }

  private func points(of index: Int, _ body: WordHashes) -> Double {
    let block = blocks[index]
    let line =
      TitleParts.site(of: block.span, in: text, tail: [])?.rest ?? Headline.prefix(of: block.span, in: text)?.rest
      ?? block.span
    let words = text.words(in: line, limit: Headline.mostWords + 1)
    var points = ofLength(words.count)
    switch block.level {
    case 1: points += 6
    case .some: points += 1
    case nil: break
    }
    points += 5 * shareTakenUp(words, in: body)
    if block.kind == .bullet { points -= 3 }
    if block.level == nil, !Headline.isTitleLike(block.span, in: text) { points -= 1 }
    if isCaption(block.span) || isOverCredit(index) { points -= 6 }
    if isTeaser(words, block) { points -= 5 }
    if Self.sections.contains(block.span, in: text) { points -= 6 }
    if Organisations.isPaper(block.span, in: text) { points -= 3 }
    if Organisations.isName(block.span, in: text) || Organisations.isOffice(block.span, in: text)
      || words.count <= 6 && Organisations.isState(block.span, in: text)
      || Organisations.isMunicipality(block.span, in: text) || Organisations.isJudicialDistrict(block.span, in: text)
    {
      points -= 5
    }
    if words.count <= 4, index == header.lowerBound, Organisations.isLikelyName(block.span, in: text) { points -= 4 }
    if isNameInText(words, block.span) { points -= 6 }
    if isAddressed(words) || isTableCaption(words, block.span) { points -= 5 }
    if isListedPart(block) { points -= 5 }
    if areNames(words) || isInitialledName(words) { points -= 4 }
    if Organisations.isCompany(block.span, in: text)
      || words.count <= 6 && Organisations.listedCompany(in: block.span, text) != nil
    {
      points -= 5
    }
    if isOverOffice(index, words) { points -= 5 }
    if isMasthead(index) { points -= 2.5 }
    if index < header.lowerBound + 3, isSite(words, block.span) { points -= 5 }
    if isAddress(words) || isLabelledAddress(block.span) { points -= 6 }
    if isPerson(words, block.span) || Offices.isLine(block.span, in: text) { points -= 5 }
    if isNumberOfSeries(words) { points -= 5 }
    if isQuestionOfText(words, block.span) { points -= 3 }
    if holdsLaterLine(index, words) { points -= 8 }
    if isSection(words) || isReportQuestion(words) || isOfCase(words) { points -= 5 }
    if isCaseOverCitation(index, words) { points += 9 }
    if words.contains(where: { text.isWord($0, "hansard") }) { points -= 6 }
    // The number of a case: "United States v. Lee et al., No. 5:24-cr-00061".
    if words.last?.hasDigit ?? false, words.contains(where: { text.isWord($0, "v") || text.isWord($0, "vs") }),
      words.contains(where: { text.isWord($0, "no") || text.isWord($0, "nos") || text.isWord($0, "case") })
    {
      points -= 6
    }
    if !Headline.holdsLower(block.span, in: text), words.count <= 4 { points -= 1.5 }
    if hasWideGap(block) { points -= 3 }
    // The slug of an agency: "HP-INT--Six-Bicycles, 4th Ld".
    if text.holds([0x2D, 0x2D], in: block.span), text.words(in: block.span, limit: 12).count < 12 { points -= 6 }
    if isFollowedByFacts(index) { points += 2.5 }
    if index > header.lowerBound, meta.contains(index - 1) { points += isUnderLabelAndDay(index) ? 3 : 1 }
    if words.count <= 7, isInMenu(index) { points -= 4 }
    if block.span.count <= 60, KindWords.section(block.span, text) != nil { points -= 6 }
    if nextTextBlock(after: index) == header.upperBound { points += 1.5 }
    // The subject of a letter.
    if index > header.lowerBound, text.starts(with: "dear ", at: blocks[index - 1].span.lower) { points += 5 }
    if endsPath(words) { points += 5 }
    return points
  }

  /// Whether a line has all of a later one and more: `Home News Six blue bicycles found 5 March` over `Six blue bicycles found`.
  private func holdsLaterLine(_ index: Int, _ words: Words) -> Bool {
    guard words.count >= 6, blocks[index].level == nil else { return false }
    return (index + 1..<max(index + 1, min(header.upperBound, index + 8))).contains { later in
      let span = blocks[later].span
      return span.count >= 24 && span.count < blocks[index].span.count
        && text.words(in: span, limit: 4).count == 4
        && text.holds(Array(text.bytes[span.range]), in: blocks[index].span)
    }
  }

  private func ofLength(_ count: Int) -> Double {
    switch count {
    case 1: -4
    case 2: -2
    case 3: 0
    case 4: 1.5
    case 5...18: 3
    default: 1
    }
  }

  /// The part of a line's longer words that the first paragraphs say again.
  private func shareTakenUp(_ words: Words, in body: WordHashes) -> Double {
    let long = words.filter { $0.span.count >= 4 || $0.hasDigit }
    guard long.count >= 2 else { return 0 }
    return Double(long.count { body.contains($0) }) / Double(long.count)
  }

  /// Broken off, or the words with which the text begins: a summary of a list, not a title.
  private func isTeaser(_ words: Words, _ block: Block) -> Bool {
    let span = block.span
    if text.holds([0x2E, 0x2E, 0x2E], in: span) || text.holds(Array("…".utf8), in: span) { return true }
    guard header.upperBound < blocks.endIndex, words.count >= 6 else { return false }
    let body = text.words(in: blocks[header.upperBound].span, limit: 6)
    return body.count == 6 && zip(body, words).allSatisfy { $0.hash == $1.hash }
  }

  private func bodyWords() -> WordHashes {
    guard header.upperBound < blocks.endIndex else { return [] }
    let start = blocks[header.upperBound].span.lower
    let end = min(blocks[blocks.index(before: blocks.endIndex)].span.upper, start + 1500)
    let span = ByteSpan(start, max(start, end))
    if let known = text.known?.answers.longWords, known.span == span { return known.words }
    let words = WordHashes(
      hashes: text.words(in: span).filter { $0.span.count >= 4 || $0.hasDigit }.map(\.hash))
    text.known?.answers.longWords = (span, words)
    return words
  }

  /// A date, a byline or the like among the next three lines that are no furniture.
  private func isFollowedByFacts(_ index: Int) -> Bool {
    var left = 3
    for next in (index + 1)..<max(index + 1, header.upperBound) where !furniture.contains(next) {
      if meta.contains(next) || Organisations.isLikelyName(blocks[next].span, in: text) { return true }
      left -= 1
      if left == 0 { break }
    }
    return false
  }

  /// Whether the list of the page's parts ("On this page") names it.
  private func isListedPart(_ block: Block) -> Bool {
    guard let list = header.first(where: { Self.contents.longest(at: blocks[$0].span, in: text) != nil }) else {
      return false
    }
    let hash = text.wordsHash(in: block.span)
    var next = list + 1
    while next < header.upperBound, blocks[next].gap == 0 || blocks[next].kind == .bullet {
      if blocks[next].span != block.span, text.wordsHash(in: blocks[next].span) == hash { return true }
      next += 1
    }
    return false
  }

  /// "Contents", "On this page": what heads the list of a page's own parts.
  static func opensContents(_ span: ByteSpan, in text: TextView) -> Bool {
    contents.longest(at: span, in: text).map { span.upper - $0.end <= 1 } ?? false
  }

  private static let contents = PhraseTable<Void>(
    ["on this page", "in this article", "contents", "table of contents", "page contents", "jump to", "in this section"]
      .map { ($0, ()) })

  /// Right above a menu, or several names between bars: the name of a site.
  private func isMasthead(_ index: Int) -> Bool {
    if index + 1 < header.upperBound, blocks[index + 1].gap == 0,
      MenuLine.parse(blocks[index + 1].span, in: text) != nil
    {
      return true
    }
    let span = blocks[index].span
    if text.bytes[span.range].contains(UInt8(ascii: "|")) {
      let parts = TitleParts.fields(of: span, in: text)
      return parts.count > 1 && parts.allSatisfy { MetaLine.isNames($0, in: text, mostWords: 5) }
    }
    // The name of a body in several languages: "Quay Trust · Stiftung Kai · Fondation du quai".
    guard text.holds(Array("·".utf8), in: span) || text.holds(Array("•".utf8), in: span) else { return false }
    let parts = TitleParts.split(span, in: text)
    return parts.count > 1 && Organisations.isLikelyName(parts[0], in: text)
      && parts.allSatisfy {
        text.words(in: $0, limit: 8).count < 8 && Characters.isUpper(text.scalar(at: $0.lower).value)
          && !text.holdsDigit($0)
      }
  }

  /// A few words that end with an address on the web: `Six Boats for Sund: Quayside.org`.
  private func isSite(_ words: Words, _ span: ByteSpan) -> Bool {
    guard (2...8).contains(words.count), let last = words.last, last.span.upper == span.upper,
      last.span.count <= 4, !last.hasDigit, Characters.isLower(text.scalar(at: last.span.lower).value)
    else { return false }
    let before = words[words.count - 2].span
    return before.upper + 1 == last.span.lower && text.bytes[before.upper] == UInt8(ascii: ".") && before.count > 1
  }

  /// A whole question that somebody is asked: `Will the Minister tell the Assembly what the ferries have cost since May?`
  private func isQuestionOfText(_ words: Words, _ span: ByteSpan) -> Bool {
    words.count > 9 && text.bytes[span.upper - 1] == UInt8(ascii: "?")
      && ["will", "would", "is", "are", "does", "did", "has", "have", "can", "could", "may"].contains(
        text.lowercased(words[0].span))
  }

  private func nextTextBlock(after index: Int) -> Int {
    var next = index + 1
    while next < header.upperBound, furniture.contains(next) || meta.contains(next) { next += 1 }
    return next
  }

  /// Right below two lines or more of which one is a label of the kind of text and one its day.
  private func isUnderLabelAndDay(_ index: Int) -> Bool {
    var (hasLabel, hasDay) = (false, false)
    for before in (max(header.lowerBound, index - 4)..<index).reversed() {
      guard meta.contains(before) else { break }
      let span = blocks[before].span
      hasLabel = hasLabel || Headline.isLabel(span, in: text) || Headline.datedLabel(span, in: text)
      hasDay = hasDay || text.holdsDigit(span) && MetaLine.dateLine(span, in: text) != nil
    }
    return hasLabel && hasDay
  }

  /// Most lines around are a few words each, and none a fact: an item of a menu.
  private func isInMenu(_ index: Int) -> Bool {
    let around = (index - 4...index + 4).filter { $0 != index && header.contains($0) }
    return around.count(where: { near in
      !meta.contains(near) && blocks[near].span.count <= 40 && text.words(in: blocks[near].span, limit: 4).count <= 3
    }) >= 6
  }

  private func hasWideGap(_ block: Block) -> Bool {
    block.lineCount == 1 && text.holds([0x20, 0x20, 0x20], in: block.span)
  }

  /// Whether the title, or its beginning, is an item of the page's path.
  private func endsPath(_ words: Words) -> Bool {
    path.contains { item in
      let said = text.words(in: item, limit: Headline.mostWords)
      return said.count >= 2 && said.count <= words.count && zip(said, words).allSatisfy { $0.hash == $1.hash }
    }
  }

  /// Lines that say to whom a text speaks or how a page is to be used.
  private static let openings = PhraseTable<Void>(
    [
      "publication pursuant", "published pursuant", "disclosure pursuant", "notification pursuant", "pursuant to",
      "to all ", "to: ", "question:", "q:", "answer:",
      "question for", "asked by", "answered by", "statement made by", "subjects:", "subject:",
      "senators in attendance", "members in attendance", "members present", "in attendance", "also present", "present:",
      "apologies", "witnesses", "proof committee", "uncorrected", "this transcript",
      "dear ", "issued on behalf", "tabled by", "this article is", "download", "transcript of proceedings",
      "presented to", "ordered by", "laid before", "for information only", "for information", "not an official",
      "unofficial translation", "provisional translation", "courtesy translation", "not for publication",
      "confidential",
      "restricted", "general distribution", "distr.",
      "a singapore government", "the official website", "official website", "an official", "check against delivery",
    ].map { ($0, ()) })

  /// Headings that many texts have, and no text is called.
  static let sections: LineTable<Void> = [
    "summary", "highlights", "key figures", "key findings", "key numbers", "key points", "key facts", "at a glance",
    "background", "introduction", "overview", "contents", "abstract", "executive summary", "main points", "details",
    "documents", "notes", "about", "news", "feature", "analysis", "opinion", "in brief", "key messages", "foreword",
    "zusammenfassung", "einleitung", "hintergrund", "das wichtigste in kürze", "en bref", "l'essentiel", "l’essentiel",
    "written question", "written answer", "written answers", "oral answers", "oral question", "parliamentary question",
    "questions and replies",
    "situation at a glance", "what we found", "what we did", "what we recommend", "why this matters", "key takeaways",
    "official report", "official record", "verbatim record", "votes and proceedings", "order paper",
    "introduction", "résumé", "headline points", "exclusive", "breaking news", "latest", "table of contents",
  ]
}
