import IbidDocuments
import IbidSource
import IbidTypes

/// Something that stands at tokens of a text: a name, a number, an entry of a list, a match of another rule.
struct FoundThing: Sendable {
  /// Tokens, half-open.
  var lower: Int32
  var upper: Int32
  /// See `RuleSet.kindCount`.
  var kind: Int32
  /// Index among the file's rows of that kind.
  var row: Int32
}

/// A file as rules see it: tokens with the numbers of their words, sentences, and what was found in them.
struct RuleText: Sendable {
  struct Sentence: Sendable {
    var document: Int
    var index: Int
    var tokens: Range<Int>
  }

  let tokens: Tokens
  let ids: [Int32]
  /// In text order.
  let sentences: [Sentence]
  /// By their first token, of those the longest first.
  private(set) var things: [FoundThing] = []
  /// For each token the first thing that starts there or later.
  private var firstThing: [Int32] = []

  init(_ file: DocumentFile, _ findings: Findings, _ rules: RuleSet) {
    tokens = Tokenizer.tokens(of: Array(file.source.bytes))
    ids = rules.vocabulary.ids(of: tokens)
    var sentences: [Sentence] = []
    for (document, entry) in file.documents.enumerated() {
      for sentence in entry.sentences {
        let lower = tokens.index(atOrAfter: sentence.span.lower)
        let upper = max(lower, tokens.index(atOrAfter: sentence.span.upper))
        sentences.append(Sentence(document: document, index: sentence.index, tokens: lower..<upper))
      }
    }
    self.sentences = sentences
    var found = ThingFinder(tokens: tokens, ids: ids, wanted: rules.classes)
    found.addRows(of: findings)
    found.addNumbers(findings.figures, in: self)
    for dictionary in rules.dictionaries { found.addEntries(of: dictionary) }
    add(found.things)
  }

  /// Places among `things` of those that start at a token.
  func places(at token: Int) -> Range<Int> { Int(firstThing[token])..<Int(firstThing[token + 1]) }

  /// Places among `things` of those that start at some tokens.
  func places(in tokens: Range<Int>) -> Range<Int> {
    Int(firstThing[tokens.lowerBound])..<Int(firstThing[tokens.upperBound])
  }

  /// Adds things of a kind that was not there before.
  mutating func add(_ more: [FoundThing]) {
    things.append(contentsOf: more)
    things.sort { ($0.lower, -$0.upper, $0.kind, $0.row) < ($1.lower, -$1.upper, $1.kind, $1.row) }
    firstThing = [Int32](repeating: 0, count: tokens.count + 2)
    for thing in things { firstThing[Int(thing.lower) + 1] += 1 }
    for token in 1..<firstThing.count { firstThing[token] += firstThing[token - 1] }
  }

  /// The sentence that holds a token; the last before it if none does.
  func sentence(ofToken token: Int) -> Sentence? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? sentences[low - 1] : nil
  }

  /// Whether a token may be taken for a word: anything but the punctuation that parts phrases.
  func isWord(_ i: Int) -> Bool {
    switch tokens.kinds[i] {
    case .word, .number, .clitic: return true
    case .symbol:
      switch tokens.details[i] {
      case 0x24, 0x25, 0x26, 0x27, 0xA3, 0x20AC, 0x2019, 0x2F: return true  // $ % & ' £ € ’ /
      default: return tokens.isHyphen(i)
      }
    }
  }
}

/// Collects what stands at the tokens of a text.
struct ThingFinder {
  let tokens: Tokens
  let ids: [Int32]
  /// What some rule asks for; the rest is left out.
  let wanted: Set<RuleKind>
  private(set) var things: [FoundThing] = []

  init(tokens: Tokens, ids: [Int32], wanted: Set<RuleKind>) {
    self.tokens = tokens
    self.ids = ids
    self.wanted = wanted
  }

  private mutating func add(_ kind: RuleKind, _ span: ByteSpan, _ row: Int) {
    guard wanted.contains(kind) else { return }
    let lower = tokens.index(atOrAfter: span.lower)
    let upper = tokens.index(atOrAfter: span.upper)
    add(kind.rawValue, lower..<max(upper, lower), row)
  }

  private mutating func add(_ kind: Int, _ range: Range<Int>, _ row: Int) {
    guard !range.isEmpty else { return }
    things.append(
      FoundThing(lower: Int32(range.lowerBound), upper: Int32(range.upperBound), kind: Int32(kind), row: Int32(row)))
  }

  /// The rows of the extractor's tables, each under its kind.
  mutating func addRows(of findings: Findings) {
    if wanted.contains(.money) { for (row, money) in findings.money.enumerated() { add(.money, money.span, row) } }
    if wanted.contains(.quote) { for (row, quote) in findings.quotes.enumerated() { add(.quote, quote.span, row) } }
    if wanted.contains(.percent) {
      for (row, figure) in findings.figures.enumerated() where figure.value.unit == "percent" {
        add(.percent, figure.span, row)
      }
    }
    if wanted.contains(.date) || wanted.contains(.singleDate) {
      for (row, date) in findings.dates.enumerated() {
        add(.date, date.span, row)
        if date.value != nil { add(.singleDate, date.span, row) }
      }
    }
    let names: Set<RuleKind> = [.person, .org, .place, .country, .programme, .law, .event, .name]
    guard !wanted.isDisjoint(with: names) else { return }
    for (row, mention) in findings.mentions.enumerated() {
      add(RuleKind(mention.kind), mention.span, row)
      add(.name, mention.span, row)
    }
  }

  /// The numbers of figures without their nouns, with and without the words that bound them.
  mutating func addNumbers(_ figures: [FigureRow], in text: RuleText) {
    guard wanted.contains(.number) else { return }
    let numbers = NumberReader(tokens: tokens)
    let bounds = BoundReader(tokens: tokens)
    for (row, figure) in figures.enumerated() where figure.value.unit != "percent" {
      let lower = tokens.index(atOrAfter: figure.span.lower)
      let upper = tokens.index(atOrAfter: figure.span.upper)
      guard lower < upper, let sentence = text.sentence(ofToken: lower)?.tokens else { continue }
      var number = lower..<upper
      if let read = numbers.number(at: lower, limit: upper) {
        number = read.tokens
      } else {
        // "a third", "between 10 and 20": up to the last token that is a number.
        while number.count > 1, !isNumber(number.upperBound - 1) { number = number.lowerBound..<number.upperBound - 1 }
      }
      let around = bounds.bounds(around: number, in: sentence).tokens
      for range in Set([number, around, around.lowerBound..<number.upperBound]) where !range.isEmpty {
        add(RuleKind.number.rawValue, range, row)
      }
    }
  }

  private func isNumber(_ i: Int) -> Bool {
    tokens.kinds[i] == .number || tokens.isAny(i, [.cardinal, .scale, .scalePlural, .ordinal, .fraction])
  }

  /// The entries of a list of words; the longest one that stands at a token, and shorter ones.
  mutating func addEntries(of dictionary: RuleDictionary) {
    for i in ids.indices where ids[i] != 0 && Int(ids[i]) < dictionary.starts.count && dictionary.starts[Int(ids[i])] {
      guard let entries = dictionary.entries[ids[i]] else { continue }
      for rest in entries where rest.indices.allSatisfy({ i + 1 + $0 < ids.count && ids[i + 1 + $0] == rest[$0] }) {
        add(dictionary.kind, i..<i + 1 + rest.count, -1)
      }
    }
  }
}

extension RuleKind {
  fileprivate init(_ kind: MentionKind) {
    self =
      switch kind {
      case .person: .person
      case .org: .org
      case .country: .country
      case .place: .place
      case .programme: .programme
      case .law: .law
      case .event: .event
      }
  }
}
