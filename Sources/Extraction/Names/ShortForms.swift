import IbidSource

/// What the short forms of one document mean: those set in brackets beside their long forms, and those that only a body can be
/// ("the NFA said", "NFA's report").
struct ShortForms {
  let tokens: Tokens
  var meanings: [String: (name: String, kind: MentionKind)] = [:]
  private var long: [NameReading] = []
  /// Bodies by their last word ("Commission"), nil where two share it.
  private var byHead: [String: String?] = [:]

  /// All short forms.
  var keys: [String] { Array(meanings.keys) }

  init(_ text: NameText, _ names: [NameAnnotator.Found], _ acronyms: [AcronymRow]) {
    tokens = text.tokens
    for row in acronyms where meanings[row.short] == nil { explain(row, names, text) }
    for place in names.indices where names[place].name.kind == .org {
      let name = names[place].name
      explain(firm: name)
      explain(beginningOf: name)
      explain(firstWordOf: name, text)
      // "Commission for Tides" has its head in front.
      let first = name.tokens.lowerBound
      let isFirst = tokens.isAny(first, .loneBody) && tokens.isAny(first + 1, .preposition)
      let last = isFirst ? first : name.tokens.upperBound - 1
      guard name.tokens.count > 1, tokens.isAny(last, .loneBody) else { continue }
      let known = byHead[tokens.text(last)]
      byHead[tokens.text(last)] = known == nil || known == name.name ? .some(name.name) : .some(nil)
    }
    for place in names.indices where names[place].name.kind == .org { explain(letters: names[place].name, text) }
    explainInitials(of: names, text)
    // Where the Union is named, "the Commission" is its own.
    if byHead["Commission"] == nil, names.indices.contains(where: { names[$0].name.name == "European Union" }) {
      byHead["Commission"] = "European Commission"
    }
    for i in text.capitals where tokens.flags[i].contains(.allCapitals) && isUnexplained(i, text) {
      let short = tokens.text(i)
      if meanings[short] == nil, isBody(i, text) { meanings[short] = (short, .org) }
    }
  }

  /// `Labour Inspectorate (IRSD)`: letters in brackets behind a body stand for it, in whatever language.
  private mutating func explain(letters name: NameReading, _ text: NameText) {
    let open = name.tokens.upperBound
    guard tokens.isSymbol(open, "("), tokens.isSymbol(open + 2, ")"), text.isCapital(open + 1),
      text.isAllCapitals(open + 1), (2...8).contains(text.width(open + 1)), meanings[tokens.text(open + 1)] == nil,
      !tokens.isAny(open + 1, .plainAbbreviation),
      name.tokens.count > 1 || tokens.bytes[tokens.lower(open + 1)] == tokens.bytes[tokens.lower(open - 1)],
      Gazetteer.shared.match(at: open + 1, in: tokens, limit: open + 2).map({ $0.name.name == tokens.text(open + 1) })
        ?? true
    else { return }
    meanings[tokens.text(open + 1)] = (name.name, .org)
  }

  func meaning(of short: String) -> (name: String, kind: MentionKind)? { meanings[short] }

  /// "European Commission" for "the Commission", if the document has one body with that head.
  func body(ofHead head: String) -> String? { byHead[head] ?? nil }

  /// The long forms that were no names by themselves: "regional flood response unit (RFRU)".
  func longNames(in document: DocumentPart) -> [NameAnnotator.Found] {
    long.map { FoundName(document.sentence(ofToken: $0.tokens.lowerBound), $0) }
  }

  /// "Catalan Inc." is what "Catalan" means where it stands alone.
  private mutating func explain(firm name: NameReading) {
    let last = name.tokens.upperBound - 1
    guard name.tokens.count <= 4, tokens.isAny(last, .company), last > name.tokens.lowerBound else { return }
    var end = tokens.isSymbol(last - 1, ",") ? last - 1 : last
    // "Pvt Ltd", "Private Limited"
    while end - 1 > name.tokens.lowerBound,
      tokens.isAny(end - 1, .company) || tokens.isSymbol(end - 1, ".") || tokens.entry(end - 1).spelling == "private"
    { end -= 1 }
    let short = tokens.line(name.tokens.lowerBound..<end)
    if end - name.tokens.lowerBound >= 1, meanings[short] == nil { meanings[short] = (name.name, .org) }
  }

  /// "Orrow Street" for "Orrow Street Partners", "Marl Heartland" for "Marl Heartland Health".
  private mutating func explain(beginningOf name: NameReading) {
    let last = name.tokens.upperBound - 1
    guard name.tokens.count == 3 || name.tokens.count == 4, tokens.isCapital(last), tokens.isSpaced(last),
      tokens.isAny(last, .firmHead) || tokens.isAny(last, Self.firms),
      name.tokens.allSatisfy({ tokens.isWord($0) && tokens.isCapital($0) })
    else { return }
    let short = tokens.line(name.tokens.lowerBound..<last)
    if meanings[short] == nil { meanings[short] = (name.name, .org) }
  }

  private static let firms: WordList = [
    "partners", "holdings", "group", "industries", "ventures", "capital", "technologies", "pharmaceuticals", "systems",
  ]

  /// "Kessler" for "Kessler Brothers", "Vantora" for "Vantora Group": an uncommon first word that is nothing else.
  private mutating func explain(firstWordOf name: NameReading, _ text: NameText) {
    let (first, last) = (name.tokens.lowerBound, name.tokens.upperBound - 1)
    guard last > first, tokens.isWord(first), tokens.isSpaced(first + 1) || tokens.isSymbol(first + 1, "&"),
      tokens.details[first] == 0, text.width(first) >= 4, !text.isAllCapitals(first), text.isUncommon(first),
      text.marks(first).isDisjoint(with: [.given, .city, .region]),
      tokens.isAny(last, [.company, .firmHead] as NameClass) || tokens.isAny(last, .orgHead),
      !name.tokens.contains(where: { tokens.isAny($0, .preposition) })
    else { return }
    let short = tokens.text(first)
    if meanings[short] == nil { meanings[short] = (name.name, .org) }
  }

  /// The name that stands at the long form, or the long form itself if its last word is the head of one.
  private mutating func explain(_ row: AcronymRow, _ names: [NameAnnotator.Found], _ text: NameText) {
    let range = tokens.index(atOrAfter: row.longSpan.lower)..<tokens.index(atOrAfter: row.longSpan.upper)
    guard !range.isEmpty else { return }
    if let found = names.first(where: {
      $0.name.tokens.overlaps(range) && $0.name.tokens.upperBound == range.upperBound
    }) {
      if found.name.kind == .place || found.name.kind == .person || found.name.kind == .country { return }
      // "Member of Parliament (MP)": one of them.
      if range.lowerBound < found.name.tokens.lowerBound,
        tokens.isAny(range.lowerBound, [.office, .personNoun]) || tokens.isAny(range.lowerBound, Self.members)
      {
        return
      }
      meanings[row.short] = (found.name.name, found.name.kind)
      return
    }
    guard !isPlural(row.short) || tokens.isAny(range.upperBound - 1, .orgHead), let kind = kind(ofLong: range, text)
    else { return }
    let reading = NameReading(tokens: range, kind: kind, name: tokens.line(range), countryCode: nil)
    long.append(reading)
    meanings[row.short] = (reading.name, kind)
  }

  /// `SEPs`, `JADs`: several of a kind.
  private func isPlural(_ short: String) -> Bool {
    let letters = short.utf8
    return letters.last == UInt8(ascii: "s") && letters.count >= 3
      && letters.dropLast().allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  private static let members: WordList = ["member", "members", "head", "friend", "citizen", "clerk"]

  private func kind(ofLong range: Range<Int>, _ text: NameText) -> MentionKind? {
    let last = range.upperBound - 1
    // "Senior Counsel (SC)", "Minimum Support Price (MSP)": somebody or something; not "Office of the Tide Ombudsman".
    if tokens.isAny(last, [.office, .title, .personNoun]) || tokens.isAny(last, Self.things),
      !range.contains(where: { tokens.isAny($0, .orgHead) && text.isCapital($0) })
    {
      return nil
    }
    if tokens.isAny(last, .orgHead) { return .org }
    if tokens.isAny(last, .programmeHead) { return .programme }
    if tokens.isAny(last, .lawHead) { return .law }
    if tokens.isAny(last, .eventHead) { return .event }
    guard text.isCapital(range.lowerBound) else { return nil }
    let head = range.first { tokens.isAny($0, [.orgHead, .programmeHead, .lawHead, .eventHead]) && text.isCapital($0) }
    guard let head else { return range.filter { text.isCapital($0) }.count >= 2 ? .org : nil }
    if tokens.isAny(head, .lawHead) { return .law }
    return tokens.isAny(head, .orgHead) ? .org : tokens.isAny(head, .programmeHead) ? .programme : .event
  }

  /// What letters in brackets stand for where they stand for no body.
  private static let things: WordList = [
    "index", "rate", "ratio", "test", "tests", "vehicle", "vehicles", "device", "devices", "disease", "disorder",
    "syndrome", "virus", "product", "price", "prices", "income", "tax", "duty", "duties", "number", "code", "area",
    "areas", "zone", "zones", "diligence", "laundering", "financing", "equipment", "procedure", "procedures",
    "indicator", "indicators", "target", "targets", "emissions",
    "gas", "licence", "license", "certificate", "permit", "visa", "fee", "cost", "costs", "loan", "loans",
    "identification", "insecurity", "therapy", "treatment", "surgery", "pressure", "injury", "weapon", "weapons",
    "missile", "missiles", "systems", "diarrhoea", "diarrhea", "cholera", "fever", "infection", "infections",
    "malnutrition", "patents", "document", "documents", "vaccine", "vaccines", "intelligence", "learning", "spending",
  ]

  // MARK: Short forms that nothing explains

  private static let told: WordList = ["told"]

  func isUnexplained(_ i: Int, _ text: NameText) -> Bool {
    guard text.isCapital(i), text.isAllCapitals(i), (3...8).contains(text.width(i)),
      !tokens.flags[i].contains(.hasDigit), !(tokens.flags[i].contains(.isDotted) && tokens.isAny(i, .gazetteer)),
      !tokens.isAny(i, .plainAbbreviation), !tokens.isAny(i, [.postNominal, .currencyCode, .month, .weekday, .title]),
      !text.isEveryday(i), !text.isPartOfCode(i)
    else { return false }
    // Not in a line of capitals.
    return
      !(i > 0 && text.isCapital(i - 1) && text.isAllCapitals(i - 1) && text.width(i - 1) > 1
      && !tokens.isAny(i - 1, .dollarPrefix))
      && !(text.isCapital(i + 1) && text.isAllCapitals(i + 1) && tokens.isSpaced(i + 1))
  }

  /// "the NFA", "NFA officials", "NFA's", "by NFA": what only a body does or has.
  private func isBody(_ i: Int, _ text: NameText) -> Bool {
    let next = i + 1
    if next < tokens.count, tokens.kinds[next] == .clitic, tokens.isKey(next, .s) { return true }
    if tokens.isAny(next, .bodyCue) || tokens.isAny(next, .speech) { return true }
    let isArticle = tokens.isKey(i - 1, .the)
    let isEnd = next >= tokens.count || !tokens.isWord(next) || tokens.isAny(next, WordClass.phraseEnd)
    let isBeside =
      tokens.isKey(i - 1, .by) || tokens.isKey(i - 1, .with) || tokens.isKey(i - 1, .from)
      || tokens.isAny(max(0, i - 1), Self.told)
    return (isArticle || isBeside) && isEnd
  }
}
