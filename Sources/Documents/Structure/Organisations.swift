import IbidSource

/// Tells names of bodies and offices by their words. Serves the header of a document only.
enum Organisations {
  /// A line that is the name of a body and nothing else: `Office of Public Affairs`, `European Commission`.
  static func isName(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count >= 4 && span.count <= 90 && view.answer(.isName, about: span) { looksLikeName(span, view) }
  }

  private static func looksLikeName(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard MetaLine.isNames(span, in: view) else { return isNameOfPart(span, in: view) }
    // "Port Office: Legal Costs"
    if let colon = view.bytes[span.range].firstIndex(of: 0x3A), isName(ByteSpan(span.lower, colon), in: view) {
      return false
    }
    let words = view.words(in: span, limit: 9)
    guard words.count <= 8, !isOffice(span, in: view), !isAddress(span, words, view),
      !(words.last.map(unfinished.contains) ?? false), !isSeat(words, view)
    else { return false }
    return (words.contains { isBody($0, in: view) } || isOfficeOfOne(words, in: view))
      && !words.indices.contains { place in
        // "Office on Drugs", "Commission on Security"
        if place > 0, view.isWord(words[place], "on"), isBody(words[place - 1], in: view) { return false }
        return titleVerbs.contains(words[place])
      }
  }

  /// One word for a kind of body, as menus have it: `Foundation`, `Departments` is no name at all.
  static func isKindOfBody(_ span: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: withoutArticle(span, in: view), limit: 2)
    return words.count == 1 && kindsOfBodies.contains(words[0]) && Headline.holdsLower(span, in: view)
  }

  private static let kindsOfBodies: WordHashes = [
    "foundation", "department", "office", "agency", "service", "government", "museum", "union", "institute",
    "committee", "organisation", "organization", "administration", "university", "federation",
  ]

  /// Words that end no name: a line that ends so was cut, or is one cell of several lines.
  private static let unfinished: WordHashes = ["of", "for", "and", "the", "in", "on", "to"]

  /// `Parliament House`: where a body sits.
  private static func isSeat(_ words: Words, _ view: TextView) -> Bool {
    guard words.count == 2, view.isWord(words[0], "parliament") || view.isWord(words[0], "government") else {
      return false
    }
    return view.isWord(words[1], "house") || view.isWord(words[1], "buildings") || view.isWord(words[1], "building")
  }

  /// A body and its district: `U.S. Attorney's Office, Eastern District of Sund`.
  private static func isNameOfPart(_ span: ByteSpan, in view: TextView) -> Bool {
    guard let comma = view.bytes[span.range].firstIndex(of: UInt8(ascii: ",")), comma > span.lower else { return false }
    let (head, place) = (ByteSpan(span.lower, comma), view.trimmed(ByteSpan(comma + 1, span.upper)))
    guard isJudicialDistrict(place, in: view), MetaLine.isNames(head, in: view),
      let last = view.words(in: head).last
    else { return false }
    return isBody(last, in: view)
  }

  /// `The Corporation of the Town of Dover`, `City of Dover`.
  static func isMunicipality(_ span: ByteSpan, in view: TextView) -> Bool {
    let name = withoutArticle(span, in: view)
    return MetaLine.isNames(name, in: view, mostWords: 9)
      && municipalities.begin(at: name.lower, in: view)
  }

  private static let municipalities: Prefixes = [
    "corporation of ", "town of ", "city of ", "county of ", "district of ", "municipality of ", "borough of ",
  ]

  /// `Eastern District of Kentucky`: where a court sits.
  static func isJudicialDistrict(_ span: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: span, limit: 6)
    return words.count <= 5 && words.count >= 3 && view.isWord(words[1], "district") && view.isWord(words[2], "of")
      && directions.contains(words[0])
  }

  private static let directions: WordHashes = ["eastern", "western", "northern", "southern", "middle", "central"]

  /// Words of names that are also words of titles, so that they count only where a name is to be expected: "Centre",
  /// "Association", "County"; and what follows the name of a company: "plc", "Inc."
  static func isLikelyName(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count >= 4 && span.count <= 90 && view.answer(.isLikelyName, about: span) { mayBeName(span, view) }
  }

  private static func mayBeName(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard !isOffice(span, in: view) else { return false }
    let words = view.words(in: span, limit: 13)
    guard words.count >= 2, words.count <= 12, Characters.isUpper(view.scalar(at: words[0].span.lower).value),
      words.allSatisfy({
        Characters.isUpper(view.scalar(at: $0.span.lower).value) || MetaLine.small.contains($0) || forms.contains($0)
      })
    else { return false }
    return words.contains { likely.contains($0) || isBody($0, in: view) }
      || words.dropFirst().contains(where: forms.contains)
  }

  /// A company by what follows its name: `Blue Wheel plc`.
  static func isCompany(_ span: ByteSpan, in view: TextView) -> Bool {
    guard isLikelyName(span, in: view), let last = view.words(in: span).last else { return false }
    return forms.contains(last) && last.span.count > 2
  }

  /// The state as a whole, or an office that hands on the releases of all others.
  static func isState(_ span: ByteSpan, in view: TextView) -> Bool {
    let name = withoutArticle(span, in: view)
    return states.begin(at: name.lower, in: view) && !view.words(in: name).contains(where: stateOffices.contains)
      || view.starts(with: "press information bureau", at: name.lower)
  }

  private static let states: Prefixes = [
    "government of", "republic of", "state of", "commonwealth of", "press information bureau", "kingdom of",
    "united nations", "federal republic", "union of", "province of", "new zealand government", "principality of",
    "grand duchy of", "sultanate of", "emirate of", "state government of",
  ]
  private static let stateOffices: WordHashes = ["office", "department", "ministry", "bureau", "commission"]

  /// One name of several on a line: after its letters (`QTA | Quay Tribunal of Appeal`), of two languages the one whose
  /// words are known, without the state behind a county.
  static func oneName(in span: ByteSpan, _ view: TextView) -> ByteSpan {
    if let open = view.bytes[span.range].lastIndex(of: UInt8(ascii: "(")), open > span.lower + 3,
      view.bytes[span.upper - 1] == UInt8(ascii: ")"), view.bytes[open..<span.upper].contains(UInt8(ascii: ":"))
    {
      return view.trimmed(ByteSpan(span.lower, open))
    }
    let bars = TitleParts.split(span, in: view)
    let parts = (bars.count > 1 ? bars : halves(of: span, view)).filter { KindWords.section($0, view) == nil }
    var name = parts.last { isName($0, in: view) } ?? parts.last { isLikelyName($0, in: view) } ?? parts.first ?? span
    if parts.count <= 1, bars.count <= 1 { name = span }
    if let comma = view.bytes[name.range].lastIndex(of: UInt8(ascii: ",")) {
      let head = ByteSpan(name.lower, comma)
      let place = view.words(in: ByteSpan(comma, name.upper), limit: 3)
      let isLocal = view.words(in: head).contains(where: local.contains)
      if isLocal, place.count <= 2 { name = head }
    }
    return withoutInitials(withoutArticle(name, in: view), in: view)
  }

  /// Without what a page adds to the name of its maker: `Blue Wheel Blog`, `Port Office logo`.
  static func withoutPageWord(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    let words = view.words(in: span, limit: 10)
    guard words.count >= 2, words.count < 10, let last = words.last, last.span.upper == span.upper,
      ["blog", "weblog", "newsroom", "logo", "homepage", "website"].contains(view.lowercased(last.span))
    else { return span }
    return view.trimmed(ByteSpan(span.lower, last.span.lower))
  }

  /// Without the letters behind the words they stand for: `Federal Roads Office FRO`.
  static func withoutInitials(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    let words = view.words(in: span, limit: 12)
    guard words.count >= 3, words.count < 12, let last = words.last, last.span.upper == span.upper, !last.hasDigit,
      !Headline.holdsLower(last.span, in: view)
    else { return span }
    let initials = words.dropLast().filter { Characters.isUpper(view.scalar(at: $0.span.lower).value) }
      .map { view.bytes[$0.span.lower] }
    guard initials.count >= 2, initials == Array(view.bytes[last.span.range]) else { return span }
    return view.trimmed(ByteSpan(span.lower, last.span.lower))
  }

  /// The body whose report or statement a title says that this is: `Annual report of the Dam Inspectorate 2023`,
  /// `Statement by the Port Office on …`, `Minutes of a meeting of the Quay Council`.
  static func owner(of title: ByteSpan, in view: TextView) -> ByteSpan? {
    let words = view.words(in: title, limit: 30)
    guard let noun = words.prefix(4).firstIndex(where: ownWorks.contains),
      noun + 2 < words.count, ["of", "by", "from"].contains(view.lowercased(words[noun + 1].span))
    else { return nil }
    let first = behindMeeting(from: noun + 2, words, view)
    guard first < words.count else { return nil }
    var end = words[first].span.lower
    var last = end
    for word in words[first...] {
      let folded = view.lowercased(word.span)
      let isName = Characters.isUpper(view.scalar(at: word.span.lower).value)
      guard isName || ["of", "the", "and", "for"].contains(folded), !word.hasDigit, word.span.lower - last <= 1 else {
        break
      }
      last = word.span.upper
      // A small word at the end leads on to something else.
      if isName { end = last }
    }
    let name = withoutArticle(view.trimmed(ByteSpan(words[first].span.lower, end)), in: view)
    return !name.isEmpty && (isName(name, in: view) || isLikelyName(name, in: view)) ? name : nil
  }

  /// Behind `a meeting of`, `the 12th annual meeting of`: whose meeting it was.
  private static func behindMeeting(from place: Int, _ words: Words, _ view: TextView) -> Int {
    guard let meeting = words[place...].prefix(6).firstIndex(where: { meetings.contains($0) }),
      meeting + 2 < words.count, view.isWord(words[meeting + 1], "of")
    else { return place }
    return meeting + 2
  }

  private static let meetings: WordHashes = ["meeting", "sitting", "session"]

  /// The parts around ` / `.
  private static func halves(of span: ByteSpan, _ view: TextView) -> [ByteSpan] {
    guard let slash = span.range.first(where: { view.starts(with: " / ", at: $0) && $0 + 3 < span.upper }) else {
      return [span]
    }
    return [ByteSpan(span.lower, slash), view.trimmed(ByteSpan(slash + 3, span.upper))]
  }

  /// Whose newsletter or release a line says that this is: `The newsletter of the Bottle Alliance`, `News from the Port Office`.
  static func publisher(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let words = view.words(in: span, limit: 20)
    for place in words.indices.dropLast(2).prefix(6) where publications.contains(words[place]) {
      guard view.isWord(words[place + 1], "of") || view.isWord(words[place + 1], "from") else { continue }
      let name = withoutArticle(view.trimmed(ByteSpan(words[place + 1].span.upper, span.upper)), in: view)
      if isName(name, in: view) || isLikelyName(name, in: view) { return name }
    }
    return nil
  }

  /// The company before its ticker: `Blue Wheel Holdings, Inc. (Nasdaq: BLWH)`.
  static func listedCompany(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    for offset in span.range where view.bytes[offset] == UInt8(ascii: "(") {
      let close = view.first(UInt8(ascii: ")"), in: ByteSpan(offset, span.upper)) ?? span.upper
      let after = view.words(in: ByteSpan(offset, close), limit: 4)
      guard let market = after.prefix(2).first(where: markets.contains),
        market.span.lower - offset <= 12
      else { continue }
      let before = ByteSpan(max(span.lower, offset - 80), offset)
      var start: Int?
      for word in view.words(in: before).reversed() {
        let isName =
          Characters.isUpper(view.scalar(at: word.span.lower).value) || word.hasDigit
          || forms.contains(word)
        let isLink = start != nil && (view.isWord(word, "of") || view.isWord(word, "and"))
        let end = word.span.upper
        let sign = view.trimmed(ByteSpan(end, start ?? offset))
        let isBroken = view.bytes[sign.range].contains { $0 == 0x2D || $0 == 0x2F || $0 == 0x29 || $0 == 0x3A }
        guard isName || isLink, start == nil || !isBroken else { break }
        if isName { start = word.span.lower }
      }
      if let start {
        let name = view.trimmed(ByteSpan(start, offset))
        if name.count >= 3 { return withoutArticle(name, in: view) }
      }
    }
    return nil
  }

  /// A body at the start of a sentence whose letters follow in brackets.
  static func shortened(at offset: Int, upper: Int, _ view: TextView) -> ByteSpan? {
    let start = view.skipSpace(from: offset, to: upper)
    guard start < upper, let open = view.bytes[start..<min(upper, start + 130)].firstIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    let name = withoutBoard(withoutArticle(view.trimmed(ByteSpan(start, open)), in: view), in: view)
    let letters = view.words(in: ByteSpan(open, min(upper, open + 12)), limit: 1)
    guard letters.count == 1, !Headline.holdsLower(letters[0].span, in: view), letters[0].span.count >= 2,
      !letters[0].hasDigit, !view.bytes[name.range].contains(UInt8(ascii: "."))
    else { return nil }
    return isName(name, in: view) || isLikelyName(name, in: view) ? name : nil
  }

  /// The body that a line names as the author to be cited.
  static func cited(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    guard let label = citations.end(at: span.lower, in: view) else { return nil }
    let start = view.skipSpace(from: label, to: span.upper)
    let end = view.bytes[start..<span.upper].firstIndex {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    let name = view.trimmed(ByteSpan(start, end ?? span.upper))
    return isName(name, in: view) || isLikelyName(name, in: view) ? name : nil
  }

  private static let citations: Prefixes = [
    "citable reference:", "suggested citation:", "recommended citation:", "cite as:", "how to cite:",
  ]

  private static func isBody(_ word: Word, in view: TextView) -> Bool {
    if bodies.contains(word) { return true }
    guard word.span.count >= 9 else { return false }
    let written = view.lowercased(word.span)
    return compounds.contains { written.hasSuffix($0) }
  }

  /// What German compounds end in, of nine letters or more.
  private static let compounds = ["ministerium", "bundesamt", "hauptzollamt", "hauptzollamts", "sekretariat"]

  /// `Parliament House, Canberra`; but not `Department for Ports, Quays and Rooms`.
  private static func isAddress(_ span: ByteSpan, _ words: Words, _ view: TextView) -> Bool {
    view.bytes[span.range].contains(UInt8(ascii: ","))
      && !words.contains(where: links.contains)
  }

  private static let links: WordHashes = ["and", "of", "for", "und", "et"]

  /// The part of a body that talks to the press: `Office of Public Affairs`, `Press Office`.
  static func isPressOffice(_ span: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: span, limit: 9)
    return words.contains(where: talkers.contains) && words.contains(where: rooms.contains)
  }

  private static let talkers: WordHashes = ["press", "media", "communications", "affairs", "spokesperson"]
  private static let rooms: WordHashes = ["office", "centre", "center", "service", "bureau", "department"]

  /// What a state publishes notices of others in: `Government Gazette`, `Official Journal of the Union`.
  static func isGazette(_ span: ByteSpan, in view: TextView) -> Bool {
    view.words(in: span, limit: 9).contains { ["gazette", "journal"].contains(view.lowercased($0.span)) }
  }

  /// A line that names a newspaper or an agency of news and says no more: `The Quay Gazette`, `Meridian News`.
  static func isPaper(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 50, MetaLine.isNames(span, in: view) else { return false }
    if isAgency(span, in: view) { return true }
    let words = view.words(in: span, limit: 6)
    return (2...5).contains(words.count)
      && words.last.map(TitleParts.papers.contains) ?? false
  }

  /// `Meridian Press Agency`, `Quay Forces Press Service`.
  static func isAgency(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 50, MetaLine.isNames(span, in: view) else { return false }
    if agencies.contains(withoutArticle(span, in: view), in: view) { return true }
    let words = view.words(in: span, limit: 6)
    guard (3...5).contains(words.count) else { return false }
    let (first, last) = (words[words.count - 2], words[words.count - 1])
    let isPress = view.isWord(first, "press")
    return view.isWord(last, "agency") && (isPress || view.isWord(first, "news"))
      || view.isWord(last, "service") && (isPress || view.isWord(first, "news"))
      || view.isWord(last, "association") && isPress
  }

  private static let agencies: LineTable<Void> = [
    "associated press", "agence france-presse", "canadian press", "press association", "press trust of india",
    "australian associated press", "deutsche presse-agentur",
  ]

  /// A line that names a person with a style or an office: `The Hon Jane Smith MP`, `Minister for Home Affairs`.
  static func isOffice(_ span: ByteSpan, in view: TextView) -> Bool { Offices.isLine(span, in: view) }

  /// The body in a value such as `Press Office, Harbour Commission <press@harbour.example>`; nil where none is named.
  ///
  /// Of parts between commas the last with a word for a body is taken, else the whole. Addresses alone name nobody.
  static func issuer(in value: ByteSpan, in view: TextView) -> ByteSpan? {
    var span = withoutLink(value, in: view)
    if let address = view.bytes[span.range].firstIndex(of: UInt8(ascii: "<")) {
      span = view.trimmed(ByteSpan(span.lower, address))
      var start = span.lower
      for offset in span.range where view.bytes[offset] == UInt8(ascii: ",") {
        let next = view.skipSpace(from: offset + 1, to: span.upper)
        if isName(ByteSpan(next, span.upper), in: view) { start = next }
      }
      span = ByteSpan(start, span.upper)
      let local = view.words(in: ByteSpan(address, value.upper), limit: 1).first
      guard isName(span, in: view) || local.map(mailboxes.contains) ?? false && MetaLine.isNames(span, in: view) else {
        return nil
      }
    }
    let name = withoutPersons(withoutArticle(span, in: view), in: view)
    return name.isEmpty || view.bytes[name.range].contains(UInt8(ascii: "@")) ? nil : name
  }

  /// What mailboxes of bodies are called; whoever writes from one is no person.
  private static let mailboxes: WordHashes = [
    "bulletin", "newsletter", "news", "press", "media", "info", "office", "editor", "editors", "contact", "mail",
    "presse", "redaktion", "digest", "updates", "alerts", "communications", "newsroom", "hello", "noreply",
  ]

  /// Without a leading "the" and white space around it.
  static func withoutArticle(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    var inner = view.trimmed(span)
    // "In the Supreme Court of Sund", over its judgments
    if inner.count > 12, view.starts(with: "in the ", at: inner.lower) {
      inner = ByteSpan(inner.lower + 3, inner.upper)
    }
    guard inner.count > 4, view.starts(with: "the ", at: inner.lower) else { return inner }
    return view.trimmed(ByteSpan(inner.lower + 4, inner.upper))
  }

  /// Without a short form in brackets at the end: `Foreign Office (FO)`.
  static func withoutAcronym(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    guard view.bytes[span.upper - 1] == UInt8(ascii: ")"),
      let open = view.bytes[span.range].lastIndex(of: UInt8(ascii: "(")), open > span.lower, span.upper - open <= 14
    else { return span }
    return view.trimmed(ByteSpan(span.lower, open))
  }

  /// Without the minister named after the body: `Home Office and The Rt Hon Jane Smith MP`.
  static func withoutPersons(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    for offset in span.range.dropFirst()
    where view.bytes[offset] == UInt8(ascii: " ") || view.bytes[offset] == UInt8(ascii: ",") {
      if styles.begin(at: offset, in: view) { return view.trimmed(ByteSpan(span.lower, offset)) }
    }
    return span
  }

  private static let styles: Prefixes = [
    " and the rt hon", ", the rt hon", " and the hon ", ", the hon ", " and rt hon",
  ]
}
