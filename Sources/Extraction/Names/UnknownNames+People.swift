/// What tells somebody’s name from others where no list has its words.
extension UnknownNames {
  /// `Zhirayr Ligor` where nothing tells: two words, neither of which is in any list, are more often somebody than something.
  func isLikelyPerson(_ words: [Int], in run: Range<Int>) -> Bool {
    let before = run.lowerBound - 1
    guard words.count == 2, run.count == 2, !reader.isAfterArticle(run.lowerBound),
      !tokens.isAny(before, .placeCue), !tokens.isAny(before, Self.noPeople)
    else { return false }
    return words.allSatisfy {
      text.isUncommon($0) && text.marks($0).isDisjoint(with: .place) && !text.isAllCapitals($0) && !isCamel($0)
        && tokens.details[$0] == 0
    }
  }

  /// What holidays, ships and papers stand behind, too.
  private static let noPeople: WordList = [
    "after", "before", "since", "during", "until", "alongside", "told", "on", "aboard", "vessel", "ship", "boat",
    "ferry",
    "tanker", "trawler", "yacht", "festival", "song", "film", "novel", "album", "under",
  ]

  /// "teamed up with", "partnered with": what firms do with firms.
  func isPartnering(_ i: Int) -> Bool {
    tokens.isAny(i, Self.partnering) || tokens.isAny(i - 1, Self.partnering) && !tokens.isAny(i, .preposition)
  }

  private static let partnering: WordList = [
    "partnered", "partnering", "partners", "teamed", "teaming", "merged", "merging", "contracted", "collaborated",
    "collaborating", "collaboration", "collaborates", "competes", "competing", "cooperation",
  ]

  /// `Reserve Airmen`, `Marl Fishermen`: some of many.
  func isPeople(_ i: Int) -> Bool {
    text.width(i) >= 6 && (tokens.text(i).hasSuffix("men") || tokens.isAny(i, .demonym)) && !text.isGiven(i)
      && text.marks(i).isDisjoint(with: [.surname, .city])
  }

  /// `-ova`, `-enko`, `-sson`: what surnames end in and little else does.
  func hasSurnameEnd(_ i: Int) -> Bool {
    guard tokens.isWord(i), tokens.details[i] == 0, text.marks(i).isDisjoint(with: .place) else { return false }
    return text.width(i) >= 6 && tokens.ends(i, with: Self.surnameEnds)
  }

  private static let surnameEnds: WordEnds = [
    "ova", "eva", "enko", "ovsky", "evsky", "owski", "ewski", "owska", "ewska", "ović", "ević", "ovic", "evic", "sson",
    "sdóttir", "shvili", "idze", "escu", "oğlu", "ainen", "onen", "akis", "opoulos", "opoulou", "ullah", "zadeh",
    "singh", "wicz", "czyk", "uulu", "kov", "rov", "nov", "lov", "sov", "mov", "tov", "yev",
  ]

  private static let surnameStarts: Set<String> = [
    "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Ap",
  ]

  /// `AgForce`, `TransGrid`: a capital inside the word; not `McKay`, `O’Neil`, `DeSoto`.
  func isCamel(_ i: Int) -> Bool {
    let bytes = tokens.bytes[tokens.lower(i)..<tokens.upper(i)]
    guard bytes.count >= 5, !tokens.flags[i].contains(.allCapitals), text.marks(i).isDisjoint(with: [.surname, .given])
    else {
      return false
    }
    // "ICUs" is a plural.
    if bytes.last == UInt8(ascii: "s"), bytes.dropLast().allSatisfy({ (0x41...0x5A).contains($0) }) { return false }
    let turn = zip(bytes, bytes.dropFirst()).enumerated().first { _, pair in
      (0x61...0x7A).contains(pair.0) && (0x41...0x5A).contains(pair.1)
    }
    guard let turn else { return false }
    return !Self.surnameStarts.contains(String(decoding: bytes.prefix(turn.offset + 1), as: UTF8.self))
  }

  /// `Undeclared`, `Detections`, `Imprisonment`: what words of English end in and few names do.
  func hasEnglishEnd(_ i: Int) -> Bool {
    text.width(i) >= 7 && text.marks(i).isDisjoint(with: .place) && tokens.ends(i, with: Self.englishEnds)
  }

  private static let englishEnds: WordEnds = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ency", "ance", "ity", "ities", "ism", "able", "ible",
    "ed", "ology", "ative", "ional", "ously", "ally", "less", "ful", "wide", "ship", "ships", "ically", "ability",
  ]

  /// `employed`, `built`.
  func isParticiple(_ i: Int) -> Bool {
    guard tokens.isWord(i), tokens.upper(i) - tokens.lower(i) >= 4 else { return false }
    return tokens.endsInED(i) || ["built", "run", "made", "sold"].contains(tokens.entry(i).spelling)
  }
}
