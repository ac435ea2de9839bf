import IbidSource
import IbidTypes

/// Runs the annotators over one document, in the order in which they take tokens.
///
/// Each is a step by itself, so that the documents of several files go through it together, while its code is at hand
/// (`FileReading` has the same for what comes before).
struct DocumentAnnotator {
  let tokens: Tokens
  private let marks: [NameMarks]
  let document: DocumentPart
  let conventions: Conventions
  private var grids = GridAnnotator.Reading()
  /// The sentences, cut where cells of grids end.
  private var parts: [SentencePart] = []
  private var taken = TakenTokens(of: [])
  private var firstNames: NameAnnotator.FirstPass?
  private var names: [FoundName] = []
  private var found = Findings()

  /// `marks` is what the table of names knows of the tokens, `file` the evidence of the whole file, for what the document
  /// itself does not give away.
  init(
    tokens: Tokens, marks: [NameMarks], document: DocumentPart, given: GivenFields, file: () -> WritingEvidence
  ) {
    self.tokens = tokens
    self.marks = marks
    self.document = document
    let own = WritingEvidence(document.tokens, of: tokens, marks: marks)
    // Most files are one document.
    let isWhole = document.tokens == 0..<tokens.count
    conventions = Conventions(
      document: own, file: { isWhole ? own : file() }, isEnglish: document.isEnglish, dollar: given.dollar)
  }

  /// In the order in which they are to be done.
  static let steps: [@Sendable (inout DocumentAnnotator) -> Void] = [
    { $0.readGrids() }, { $0.readDates() }, { $0.readMoney() }, { $0.readFigures() },
    { $0.readFirstNames() }, { $0.readNames() }, { $0.readQuotes() }, { $0.link() },
  ]

  /// All steps, one after the other.
  mutating func run() {
    for step in Self.steps { step(&self) }
  }

  private var numbers: NumberReader { NumberReader(tokens: tokens, groupsWithDots: conventions.groupsWithDots) }
  private var amounts: MoneyReader { MoneyReader(tokens: tokens, numbers: numbers, conventions: conventions) }

  private mutating func readGrids() {
    grids = GridAnnotator(tokens: tokens, document: document, money: amounts).annotate()
    parts = grids.cuts.isEmpty ? document.sentences : document.sentences.flatMap { $0.parts(cutAt: grids.cuts) }
    taken = TakenTokens(of: parts)
    guard !grids.claimed.isEmpty else { return }
    for part in parts {
      taken.turn(to: part.tokens)
      for range in grids.claimed(in: part.tokens) { taken.take(range) }
    }
  }

  private mutating func readDates() {
    let dates = DateAnnotator(
      tokens: tokens, reader: DateReader(tokens: tokens, numbers: numbers, dayOrder: conventions.dayOrder),
      resolver: DateResolver(
        published: document.published, isSouthern: conventions.isSouthern, fiscalStart: conventions.fiscalStart))
    for part in parts {
      taken.turn(to: part.tokens)
      dates.annotate(part, in: document, &taken, &found)
    }
  }

  private mutating func readMoney() {
    let money = MoneyAnnotator(tokens: tokens, reader: amounts, bounds: BoundReader(tokens: tokens))
    for part in parts {
      taken.turn(to: part.tokens)
      money.annotate(part, in: document, &taken, &found)
    }
  }

  private mutating func readFigures() {
    let figures = FigureAnnotator(tokens: tokens, numbers: numbers)
    for part in parts {
      taken.turn(to: part.tokens)
      figures.annotate(part, isHeading: document.isHeading(part), in: document, &taken, &found)
    }
    if !document.isEnglish { keepWhatNeedsNoEnglish() }
    add(grids)
    if !document.isEnglish { addForeignCounts(numbers, cuts: grids.cuts) }
  }

  private mutating func readFirstNames() {
    guard document.isEnglish else { return }
    let acronyms = AcronymAnnotator(tokens: tokens)
    for sentence in document.sentences { acronyms.annotate(sentence, in: document, &found) }
    firstNames = NameAnnotator(tokens: tokens, marks: marks).firstPass(in: document)
  }

  private mutating func readNames() {
    guard let first = firstNames else { return }
    firstNames = nil
    names = NameAnnotator(tokens: tokens, marks: marks).names(after: first, in: document, acronyms: found.acronyms)
  }

  private mutating func readQuotes() {
    guard document.isEnglish else { return }
    found.quotes = QuoteAnnotator(tokens: tokens, document: document, names: names.map(\.name)).rows()
  }

  private mutating func link() {
    guard document.isEnglish else { return }
    found.mentions.reserveCapacity(names.count)
    for found in names {
      let name = found.name
      self.found.mentions.append(
        MentionRow(
          document: document.index, sentence: document.sentences[found.sentence].index, quote: nil,
          span: tokens.span(name.tokens), text: tokens.line(name.tokens, unless: name.name),
          kind: name.kind, name: name.name, countryCode: name.countryCode))
    }
    let linker = RowLinker(tokens: tokens, document: document)
    linker.linkQuotes(&found)
    linker.linkPeriods(&found, in: grids.frames)
  }

  private mutating func addForeignCounts(_ numbers: NumberReader, cuts: [Int]) {
    let taken = (found.money.map(\.span) + found.figures.map(\.span) + found.dates.map(\.span)).sorted()
    let counts = ForeignCounts(tokens: tokens, numbers: numbers)
    /// Whether a row holds the token; rows do not overlap.
    func isTaken(_ i: Int) -> Bool {
      var (low, high) = (0, taken.count)
      while low < high {
        let middle = (low + high) / 2
        if taken[middle].lower <= tokens.lower(i) { low = middle + 1 } else { high = middle }
      }
      return low > 0 && taken[low - 1].upper > tokens.lower(i)
    }
    for sentence in document.sentences {
      for part in sentence.parts(cutAt: cuts) {
        found.figures += counts.rows(part, in: document, isTaken: isTaken)
      }
    }
    found.figures.sort { $0.span.lower < $1.span.lower }
  }

  /// Rows of grids among the others, in text order.
  private mutating func add(_ grids: GridAnnotator.Reading) {
    guard !grids.claimed.isEmpty else { return }
    found.money = (found.money + grids.money).sorted { $0.span.lower < $1.span.lower }
    found.figures = (found.figures + grids.figures).sorted { $0.span.lower < $1.span.lower }
  }

  /// Money, shares and measures, and dates in digits are the same in every language that uses these signs.
  private mutating func keepWhatNeedsNoEnglish() {
    found.figures.removeAll { $0.isChange || Unit.named($0.value.unit) == nil }
    found.dates.removeAll { row in tokens.bytes[row.span.range].contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }
  }

  /// Moves the document's rows to the file's, after the last step; indices of quotations move on.
  mutating func move(to findings: inout Findings) {
    guard !findings.isEmpty else {
      swap(&findings, &found)
      return
    }
    let shift = findings.quotes.count
    func moved(_ quote: Int?) -> Int? { quote.map { $0 + shift } }
    findings.warnings += found.warnings
    findings.quotes += found.quotes
    findings.money += found.money.map { row in
      var row = row
      row.quote = moved(row.quote)
      return row
    }
    findings.figures += found.figures.map { row in
      var row = row
      row.quote = moved(row.quote)
      return row
    }
    findings.dates += found.dates.map { row in
      var row = row
      row.quote = moved(row.quote)
      return row
    }
    findings.mentions += found.mentions.map { row in
      var row = row
      row.quote = moved(row.quote)
      return row
    }
    findings.acronyms += found.acronyms.map { row in
      var row = row
      row.quote = moved(row.quote)
      return row
    }
  }
}

/// Which tokens of a document an annotator has made a finding of; seen is one sentence at a time.
struct TakenTokens {
  /// The first token of the document.
  private let lower: Int
  private var taken: [Bool]
  private var sentence = 0..<0

  /// Nothing is taken at first.
  init(of sentences: [SentencePart]) {
    lower = sentences.first?.tokens.lowerBound ?? 0
    let upper = sentences.last?.tokens.upperBound ?? lower
    taken = Array(repeating: false, count: max(0, upper - lower))
  }

  /// Goes on to another sentence.
  mutating func turn(to range: Range<Int>) { sentence = range.clamped(to: lower..<lower + taken.count) }

  /// False outside of the sentence.
  subscript(i: Int) -> Bool { sentence.contains(i) && taken[i - lower] }

  mutating func take(_ range: Range<Int>) {
    for i in range.clamped(to: sentence) { taken[i - lower] = true }
  }
}
