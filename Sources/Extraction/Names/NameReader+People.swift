/// People: by title, office, given name, or what is said of them.
extension NameReader {
  /// `James Okoro` after "Mr", "Transport Secretary", "spokesman"; `Maria van der Berg`; `Lena Voss, 34, of Kiel`.
  func person(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    let limit = sentence.upperBound
    guard mayBegin(i, in: sentence), !(tokens.isAny(i, Self.charge) && tokens.isKey(i - 1, .in)) else { return nil }
    let range = parts(from: i, limit: limit, style)
    // "Al-Rashid" is one word.
    // Nor are "Zella-Mehlis" and "Esperanza–San Juan" a name and a surname.
    if tokens.isHyphen(i + 1), !isTitledBefore(i, sentence),
      tokens.details[i + 1] == 0x2013 || range.count == 3 && isPlaceCue(before: i, in: sentence)
    {
      return nil
    }
    let count = words(range) - (tokens.isAny(i, .particle) && tokens.isHyphen(i + 1) ? 1 : 0)
    let last = range.upperBound - 1
    // "Van Tarn & Zonen" is a firm.
    if tokens.isSymbol(range.upperBound, "&"), text.isCapital(range.upperBound + 1) { return nil }
    // "Cissy Oyo-Hall": the second half of a surname is no hall.
    let isDouble = range.count >= 4 && tokens.isHyphen(last - 1) && tokens.isWord(last - 2)
    let hasParticle = range.contains { !tokens.isCapital($0) && tokens.isAny($0, .particle) }
    // "El Paso Special Agent in Charge"
    if count > 1, tokens.isAny(last, [.office, .personNoun]), tokens.isKey(range.upperBound, .in),
      text.isCapital(range.upperBound + 1)
    {
      return nil
    }
    guard count <= (hasParticle ? 6 : 5), !isBody(range, limit: limit), !tokens.isAny(i, .orgLead),
      taskforce(at: i, limit: limit) == nil
    else { return nil }
    let before = evidence(before: i, in: sentence)
    if !before.isTitled, isNobody(range, in: sentence) { return nil }
    let isNamed = isNamed(range, count, before, hasParticle: hasParticle, isDouble: isDouble, in: sentence, style)
    guard isNamed, !(tokens.isHyphen(range.upperBound) && tokens.numeral(range.upperBound + 1) != nil) else {
      return nil
    }
    var reading = reading(peer(range, limit: limit), .person)
    reading.role = before.role
    if let full = withoutNickname(range) { reading.name = full }
    return reading
  }

  /// Whether a run of capitals is somebody's name, by what stands before it and by its words.
  private func isNamed(
    _ range: Range<Int>, _ count: Int, _ before: Before, hasParticle: Bool, isDouble: Bool, in sentence: Range<Int>,
    _ style: Style
  ) -> Bool {
    let (i, last) = (range.lowerBound, range.upperBound - 1)
    if before.isTitled {
      // "Mr Speaker", "Hon. Members"
      let isAddress =
        count == 1 && (tokens.isAny(i, .office) || NounPhrases(tokens: tokens).isPlural(i) && text.isEveryday(i))
      return !isAddress && count <= (hasParticle ? 6 : 4)
        && (!text.isHead(last) || isDouble || count <= 2 && text.marks(last).contains(.surname))
        && !(count > 2 && text.isHead(last - 1))
    } else if count == 1 {
      return before.isPersonalOffice && isSurname(i) && !style.isTitleCase
    } else if count == 3, range.count == 3, tokens.isAny(last, Self.grounds), !text.isGiven(i + 1) {
      // "Jefferson Patterson Park"
      return false
    } else if tokens.isAny(last, .firmHead), !text.isGiven(i) {
      return false
    } else if text.isHead(last), !isDouble, !text.marks(last).contains(.surname) || !text.isGiven(i) {
      return false
    } else if isArticleName(i) || isAfterArticle(i) && !before.isOffice {
      // "Los Lobos", "the Ann Howe"
      return false
    } else if text.isGiven(i) || text.isMonthInName(i) {
      return isGivenNameFirst(range, before.isOffice, style)
    } else if text.isEveryday(i) {
      return before.isOffice && isSurnameBehindOffice(i, sentence)
        && (text.isUncommon(last) || text.marks(last).contains(.surname))
        || isIntroduced(range, sentence) && text.isUncommon(last) && !style.isTitleCase
    } else {
      return isInitialled(range)
        || (!style.isTitleCase || before.isOffice && text.isUncommon(i))
          && isUncommonPair(range, before.isOffice, in: sentence)
    }
  }

  /// `Lord Merrow of Tidebury`: a peer's title, name and place are one name.
  private func peer(_ range: Range<Int>, limit: Int) -> Range<Int> {
    let of = range.upperBound
    guard tokens.isAny(range.lowerBound - 1, .peer), tokens.isCapital(range.lowerBound - 1), words(range) == 1,
      tokens.isKey(of, .of), of + 1 < limit, text.isCapital(of + 1), !text.isHead(of + 1)
    else { return range }
    return range.lowerBound - 1..<of + 2
  }

  /// `Tan` of "Superintendent Tan Wei Ming": an everyday word that is a surname, too, where the surname stands first.
  func isSurnameBehindOffice(_ i: Int, _ sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound else { return false }
    // "opposition leader Slim Ben Amara"
    if tokens.isAny(i - 1, .office), !text.isCapital(i - 1), !tokens.isAny(i, .noStart), !text.isHead(i) { return true }
    // "Secretary of Defense Ash Harrow"
    if isMinistry(i - 1), tokens.isKey(i - 2, .of), text.marks(i + 1).contains(.surname) {
      return true
    }
    return text.marks(i).contains(.surname) && (isTitledBefore(i, sentence) || tokens.isAny(i - 1, .office))
  }

  /// "Aunty" and "Uncle" with a capital: what elders are called.
  func isAunt(_ i: Int) -> Bool { tokens.isAny(i, Self.aunts) }
  private static let aunts: WordList = ["aunty", "auntie", "uncle"]

  // MARK: The words of a name

  /// First name, initials, particles and surnames, without letters after the name.
  private func parts(from i: Int, limit: Int, _ style: Style) -> Range<Int> {
    var end = i + 1
    while end < limit, end < i + 9 {
      var next = end
      if tokens.isSymbol(next, "."), !tokens.isSpaced(next), text.isInitial(next - 1) || isSuffix(next - 1) {
        next += 1
      }
      if tokens.isHyphen(next), next + 1 < limit { next += 1 }
      // "Ada Lam Wai-fun", "Kang Jae-yul": a name of two parts that closes the whole.
      if next > end, tokens.isHyphen(next - 1), isSecondPart(next, limit: limit),
        end >= i + 2 || isTitle(i - 1) && !(text.isCapital(next + 1) && tokens.isSpaced(next + 1))
      {
        end = next + 1
        break
      }
      // "Hyun-woo Park"
      if next > end, tokens.isHyphen(next - 1), end == i + 1,
        text.isGiven(i) || isTitle(i - 1) || tokens.isSymbol(i - 1, "."),
        tokens.isWord(next), !tokens.isCapital(next), !tokens.isAny(next, .particle),
        !tokens.isAny(next, WordClass.phraseEnd),
        next + 1 < limit, text.isCapital(next + 1), tokens.isSpaced(next + 1)
      {
        next += 1
      }
      if let after = afterNickname(next, limit: limit) { next = after }
      // "Ursula van der Berg", "Omar al-Rashid"
      while next < limit, next < end + 4, tokens.isWord(next), !tokens.isCapital(next), tokens.isAny(next, .particle) {
        next += 1
        if tokens.isHyphen(next) { next += 1 }
      }
      guard next < limit, text.isCapital(next), isPersonPart(next),
        next == end || !tokens.isHyphen(next - 1) ? tokens.isSpaced(next) || next > end : true, !isOtherColumn(next),
        !tokens.isAny(next, .postNominal) || !text.isAllCapitals(next) && text.width(next) > 3 || isNumeral(next),
        !isPosition(next)
      else { break }
      // "Robert Ford Returns" in a headline
      if style.isTitleCase || style.isHeading, end - i >= 2, text.isEveryday(next),
        !text.marks(next).contains(.surname), !text.isGiven(next), !text.isHead(next)
      {
        break
      }
      // A signature: the name on one line, the office on the next.
      if tokens.flags[next].contains(.lineStart), tokens.isAny(next, [.office, .title]) { break }
      // "Ann Li Jr", not "Ann Li. Jr"
      if tokens.isSymbol(next - 1, "."), !text.isInitial(next - 2), !tokens.isSymbol(next - 2, ".") { break }
      end = next + 1
    }
    return i..<end
  }

  /// The token behind `“Buck”` in "Walter “Buck” Tilden", if a capital stands there.
  private func afterNickname(_ i: Int, limit: Int) -> Int? {
    // “J.D.” may have a stop of its own.
    let close = tokens.isSymbol(i + 2, ".") ? i + 3 : i + 2
    guard close + 1 < limit, tokens.isSymbol(i, "\u{201C}") || tokens.isSymbol(i, "\"") || tokens.isSymbol(i, "("),
      tokens.isSymbol(close, "\u{201D}") || tokens.isSymbol(close, "\"") || tokens.isSymbol(close, ")"),
      text.isCapital(i + 1), !text.isAllCapitals(i + 1) || tokens.flags[i + 1].contains(.isDotted),
      text.isCapital(close + 1), tokens.isSpaced(close + 1),
      text.isGiven(i - 1) || text.isInitial(i - 1) || text.isCapital(i - 1) && text.isGiven(i - 2)
    else { return nil }
    return close + 1
  }

  private static let grounds: WordList = ["park", "bridge", "street", "hall", "forest", "castle"]

  /// `Royal` of "the Princess Royal": no surname.
  func isRoyal(_ i: Int) -> Bool { tokens.isAny(i, Self.royal) }
  private static let royal: WordList = ["royal"]

  private func isNumeral(_ i: Int) -> Bool {
    ["II", "III", "IV", "Jr", "Sr"].contains(tokens.text(i))
  }

  private func isSuffix(_ i: Int) -> Bool { tokens.isAny(i, .title) && text.width(i) <= 3 }

  /// A word that may be part of a person's name.
  func isPersonPart(_ i: Int) -> Bool {
    if tokens.flags[i].contains(.hasDigit) || isGluedToNumber(i) { return false }
    if text.isLeadingInitial(i) || text.isMonthInName(i) { return true }
    if text.isAllCapitals(i), text.width(i) > 2, !isNumeral(i), !isShoutedSurname(i) { return false }
    if text.isGiven(i) { return true }
    if tokens.isAny(i, [.weekday, .demonym, .preposition, .determiner, .pronoun, .conjunction, .auxiliary]) {
      return false
    }
    if tokens.isAny(i, .month) || tokens.isAny(i, .noStart) { return false }
    if isRoyal(i) { return false }
    // "Martin Luther King Jr."
    if tokens.isAny(i, [.title, .office]) {
      return text.marks(i).contains(.surname) && (!text.isCapital(i + 1) || isNumeral(i + 1))
    }
    return true
  }

  /// `STARR` in "Keira STARR": a surname in capitals after a given name.
  private func isShoutedSurname(_ i: Int) -> Bool {
    guard i > 1, text.width(i) >= 2, tokens.isSpaced(i) else { return false }
    if text.isAllCapitals(i - 1), isStyledInCapitals(i) { return true }
    guard text.width(i) >= 4 else { return false }
    // "E. K. STARR"
    if tokens.isSymbol(i - 1, "."), text.isInitial(i - 2), tokens.details[i] == 0 { return true }
    return text.isCapital(i - 1) && !text.isAllCapitals(i - 1) && text.isGiven(i - 1)
  }

  /// Whether one word can be a surname: unknown to the list of everyday words, or on a list of surnames; no place.
  private func isSurname(_ i: Int) -> Bool {
    let marks = text.marks(i)
    if text.isHead(i) || text.isAllCapitals(i) || text.width(i) < 2 || tokens.isAny(i, .demonym) { return false }
    if Gazetteer.shared.match(at: i, in: tokens, limit: i + 1) != nil { return false }
    return !marks.contains(.word) || marks.contains(.surname) && !tokens.isAny(i, [.orgHead, .programmeHead, .verb])
  }

  /// A given name, then what can be a surname: not "Grace Period", not "Victoria Falls".
  private func isGivenNameFirst(_ range: Range<Int>, _ hasOffice: Bool, _ style: Style) -> Bool {
    let last = range.upperBound - 1
    // "Wade Swiftly": an everyday word, behind a name that is nothing else.
    let first = text.marks(range.lowerBound)
    if !style.isTitleCase, first.contains(.given), first.isDisjoint(with: [.word, .city, .region]),
      tokens.isSpaced(last),
      tokens.details[last] == 0 || text.isMonthInName(last)
        || !tokens.isAny(last, [.month, .weekday, .verb, .preposition])
    {
      return true
    }
    if tokens.isAny(last, [.month, .weekday]), !text.isMonthInName(last) { return false }
    let isLastGood =
      !text.isEveryday(last) || text.isMonthInName(last) || text.marks(last).contains(.surname) || isNumeral(last)
    if hasOffice { return isLastGood || !text.isEveryday(range.lowerBound) }
    if text.isEveryday(range.lowerBound), !tokens.isAny(range.lowerBound, .firstName) {
      return !text.isEveryday(last) && !text.isAllCapitals(last)
    }
    return isLastGood
  }

  /// Two or three words that no list knows, or the last of which is a surname.
  private func isUncommonPair(_ range: Range<Int>, _ hasOffice: Bool, in sentence: Range<Int>) -> Bool {
    let (i, last) = (range.lowerBound, range.upperBound - 1)
    let words = range.filter { tokens.isWord($0) && tokens.isCapital($0) && !text.isInitial($0) }
    guard words.count <= 4, !tokens.isAny(i, .demonym) else { return false }
    let isUncommon = words.allSatisfy {
      !text.isEveryday($0) || text.isMonthInName($0) || text.marks($0).contains(.surname)
    }
    if hasOffice { return isUncommon || text.marks(last).contains(.surname) && !text.isHead(last) }
    if isIntroduced(range, sentence) { return isUncommon }
    guard isUncommon, !isPlaceCue(before: i, in: sentence), !isAfterArticle(i) else { return false }
    return text.marks(last).contains(.surname) || text.isInitial(i) && tokens.isSymbol(i + 1, ".")
      || words.contains { text.marks($0).contains(.given) } || isBesidePerson(range, in: sentence)
  }

  /// `P. Toivonen`: an initial with its stop and what can be a surname, in lists and titles too.
  private func isInitialled(_ range: Range<Int>) -> Bool {
    let (i, last) = (range.lowerBound, range.upperBound - 1)
    guard text.isInitial(i), text.width(i) == 1, tokens.isSymbol(i + 1, "."), range.count >= 3, text.width(last) >= 3
    else { return false }
    return (!text.isAllCapitals(last) || tokens.details[last] == 0) && text.isUncommon(last)
      || text.marks(last).contains(.surname)
  }

  /// `by Oksana Hrytsenko`, `named Tovik Brandal`: prepositions and verbs that people follow.
  private func isBesidePerson(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    guard before >= sentence.lowerBound else { return false }
    if tokens.isKey(before, .by) || tokens.isKey(before, .named) { return true }
    // "The Prime Minister-designate, Huw ap Rhys, agreed."
    if tokens.isSymbol(before, ","), before - 3 >= sentence.lowerBound, tokens.isHyphen(before - 2),
      ["designate", "elect"].contains(tokens.text(before - 1)), tokens.isAny(before - 3, .office)
    {
      return true
    }
    // "The chair of the Tide Committee, Huw ap Rhys, agreed."
    guard tokens.isSymbol(before, ","), tokens.isSymbol(range.upperBound, ",") else { return false }
    var at = before - 1
    while at >= sentence.lowerBound, at > before - 12,
      tokens.isWord(at) || tokens.isHyphen(at) || tokens.isSymbol(at, "(") || tokens.isSymbol(at, ")")
    {
      if tokens.isAny(at, .office), tokens.isKey(at + 1, .of) || at == before - 1 { return true }
      at -= 1
    }
    return false
  }

  /// Whether a longer name of another kind holds this one: `John Bell Foundation`, `Helen River`.
  private func isBody(_ range: Range<Int>, limit: Int) -> Bool {
    let next = range.upperBound
    // "St Brida's Hospital"
    if next + 1 < limit, tokens.isAny(range.lowerBound, Self.saints), tokens.kinds[next] == .clitic,
      text.isCapital(next + 1), tokens.isAny(next + 1, .orgHead)
    {
      return true
    }
    guard next < limit, text.isCapital(next), tokens.isSpaced(next) else { return false }
    return text.isHead(next) && !tokens.isAny(next, [.office, .postNominal])
  }

  private static let saints: WordList = ["st", "saint"]

  // MARK: What stands before

  private struct Before {
    var isTitled = false
    var isOffice = false
    var isPersonalOffice = false
    var role: Range<Int>?
  }

  func isTitle(_ i: Int) -> Bool { tokens.isAny(i, .title) && tokens.isCapital(i) && text.width(i) > 1 }

  func isTitledBefore(_ i: Int, _ sentence: Range<Int>) -> Bool {
    let before = tokens.isSymbol(i - 1, ".") ? i - 2 : i - 1
    return before >= sentence.lowerBound && isTitle(before)
  }

  /// Title and office before a name, and the words of the office.
  private func evidence(before i: Int, in sentence: Range<Int>) -> Before {
    var found = Before()
    var at = i - 1
    if tokens.isSymbol(at, "."), !tokens.isSpaced(at) { at -= 1 }
    if isOneOfTitled(i, in: sentence) { found.isTitled = true }
    guard at >= sentence.lowerBound, tokens.isWord(at) else { return found }
    var start = at
    if tokens.isAny(at, .postNominal), text.isAllCapitals(at), at > sentence.lowerBound { at -= 1 }
    while at >= sentence.lowerBound, isTitle(at), !tokens.isAny(at, .office) {
      found.isTitled = true
      start = at
      at -= 1
      if tokens.isSymbol(at, "."), at - 1 >= sentence.lowerBound { at -= 1 }
    }
    if at >= sentence.lowerBound, isTitle(at), tokens.isAny(at, .office), text.width(at) <= 6 { found.isTitled = true }
    guard at >= sentence.lowerBound, isOffice(at, in: sentence) else { return found }
    found.isOffice = true
    // "Secretary of State Voss"
    found.isPersonalOffice =
      tokens.isAny(at, .personalOffice)
      || tokens.isAny(at, Self.charge)
      || isMinistry(at) && tokens.isKey(at - 1, .of) && at - 2 >= sentence.lowerBound
        && tokens.isAny(at - 2, .personalOffice)
    start = at
    if text.isCapital(at) {
      // "Deputy Transport Secretary", "Secretary of State", "Attorney-General"
      while start - 1 >= sentence.lowerBound {
        let before = start - 1
        if text.isCapital(before), !tokens.isAny(before, [.determiner, .preposition, .conjunction]) {
          start = before
        } else if tokens.isHyphen(before) || tokens.isKey(before, .of) || tokens.isKey(before, .and),
          start - 2 >= sentence.lowerBound,
          text.isCapital(start - 2)
        {
          start -= 2
        } else {
          break
        }
      }
      found.role = start..<i
    } else {
      // "fisheries chief Anna Berg"
      found.role = NounPhrases(tokens: tokens).measured(before: i, from: sentence.lowerBound, words: 6)
    }
    return found
  }

  /// A word for what somebody is: in a title with a capital, or in small letters right before the name.
  private func isOffice(_ i: Int, in sentence: Range<Int>) -> Bool {
    if tokens.isAny(i, .office) { return true }
    if tokens.isAny(i, .personNoun) { return !tokens.isCapital(i) || i == sentence.lowerBound }
    // "Special Agent in Charge Ann Lee"
    if tokens.isAny(i, Self.charge), tokens.isKey(i - 1, .in), i - 2 >= sentence.lowerBound {
      return tokens.isAny(i - 2, [.office, .personNoun])
    }
    // "Secretary of State Anna Berg", "President of the Council Anna Berg"
    var at = i
    while at > sentence.lowerBound, at > i - 5, text.isCapital(at) { at -= 1 }
    if tokens.isKey(at, .the) { at -= 1 }
    guard tokens.isKey(at, .of), at > sentence.lowerBound, text.isCapital(at - 1) else { return false }
    return tokens.isAny(at - 1, .office) && (tokens.isKey(i, .state) || at == i - 1 && isMinistry(i))
  }

  private static let charge: WordList = ["charge"]

  func isAfterArticle(_ i: Int) -> Bool {
    i > 0 && tokens.isAny(i - 1, .determiner) && !tokens.isKey(i - 1, .that)
  }

  /// `El`, `Los`: articles that begin names of other things.
  private func isArticleName(_ i: Int) -> Bool {
    ["El", "Los", "Las", "La", "Le", "Les", "Die", "Das"].contains(tokens.text(i))
  }
}
