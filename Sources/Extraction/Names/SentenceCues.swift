/// What stands anywhere in a sentence, read in one pass, so that rules which need a word or a sign that is not there are not
/// asked.
///
///     if cues.names.contains(.titledLaw), let law = titledLaw(at: i, limit: limit) { … }
///
/// Most sentences have no law's head, no colon and no possessive in them, and most rules need one.
struct SentenceCues {
  struct Signs: OptionSet {
    let rawValue: UInt8

    static let comma = Signs(rawValue: 1)
    static let colon = Signs(rawValue: 2)
    static let dash = Signs(rawValue: 4)
    /// `’s`
    static let clitic = Signs(rawValue: 8)
    /// The word "by".
    static let by = Signs(rawValue: 16)
  }

  private(set) var names: NameClass = []
  private(set) var signs: Signs = []
  /// Words of two letters or more, and those of them that are all capitals.
  private var words = 0
  private var shouted = 0
  /// Words that could be without a capital, small words of grammar and the first left out, and those that have one.
  private var large = 0
  private var capitals = 0

  init() {}

  init(_ sentence: Range<Int>, of tokens: Tokens) {
    read(
      sentence, tokens.kinds, tokens.flags, tokens.details, tokens.nameClasses, tokens.classes, tokens.lowers,
      tokens.uppers)
  }

  private mutating func read(
    _ sentence: Range<Int>, _ kinds: [TokenKind], _ flags: [TokenFlags], _ details: [UInt32],
    _ nameClasses: [NameClass], _ classes: [WordClass], _ lowers: [UInt32], _ uppers: [UInt32]
  ) {
    for i in sentence {
      switch kinds[i] {
      case .word:
        names.formUnion(nameClasses[i])
        if details[i] == UInt32(Key.by.rawValue) { signs.insert(.by) }
        let width = uppers[i] - lowers[i]
        guard width >= 2 else { continue }
        words += 1
        if flags[i].contains(.allCapitals) { shouted += 1 }
        guard width >= 3, i > sentence.lowerBound, classes[i].isDisjoint(with: Self.small) else { continue }
        large += 1
        if flags[i].contains(.capital) { capitals += 1 }
      case .clitic: signs.insert(.clitic)
      case .symbol:
        switch details[i] {
        case 0x2C: signs.insert(.comma)
        case 0x3A: signs.insert(.colon)
        case let scalar where Tokens.isDash(scalar): signs.insert(.dash)
        default: break
        }
      case .number: break
      }
    }
  }

  private static let small: WordClass = [.preposition, .conjunction, .determiner]

  /// Words with a capital among those that could be without: 0 … 1.
  var titleShare: Double { large < 3 ? 0 : Double(capitals) / Double(large) }

  /// Whether most words are written in capitals throughout.
  var isShouted: Bool { words >= 3 && shouted * 10 >= words * 7 }
}
