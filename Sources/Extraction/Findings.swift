package import IbidDocuments
package import IbidSource
package import IbidTypes

/// Everything that the extractor found in one file, a table an array, rows in text order.
///
/// Every row says where it stands: `document` and `sentence` are indices into the file's documents and sentences,
/// `span` its bytes, and `quote` the index in `quotes` of the quotation that holds it (whose voice it is), if any.
/// Rows of sentences that are copies of other sentences are here too; the sentence tells them apart.
package struct Findings: Sendable {
  package var quotes: [QuoteRow] = []
  package var money: [MoneyRow] = []
  package var figures: [FigureRow] = []
  package var dates: [DateRow] = []
  package var mentions: [MentionRow] = []
  package var acronyms: [AcronymRow] = []
  /// What is odd in the text, such as days that no month has.
  package var warnings: [DocumentWarning] = []

  package init() {}

  /// Gives back what the arrays hold for more rows: findings are kept as long as their file.
  mutating func fit() {
    quotes = quotes.fitted()
    money = money.fitted()
    figures = figures.fitted()
    dates = dates.fitted()
    mentions = mentions.fitted()
    acronyms = acronyms.fitted()
  }

  var isEmpty: Bool {
    quotes.isEmpty && money.isEmpty && figures.isEmpty && dates.isEmpty && mentions.isEmpty && acronyms.isEmpty
      && warnings.isEmpty
  }
}

/// Whose words: how a quotation is set off from the narration.
package enum QuoteForm: String, Sendable, CaseIterable {
  /// Between quotation marks.
  case marks
  /// Paragraphs without marks after "X said:".
  case block
  /// Reported speech, "X said that …"; the span is the reported clause.
  case indirect
}

/// A quotation. `span` includes the marks; quotations do not overlap.
package struct QuoteRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  /// The speaker's full name where the document gives it, else the words that stand for the speaker.
  package var speaker: String?
  /// What `speaker` names, so that it can be tied to an entity; nil if it is no name.
  package var speakerKind: MentionKind?
  /// The words at the quotation: `he`, `Mr. Shaw`; where a pronoun stands for somebody without a name, the words for them.
  package var speakerText: String?
  /// Where the words for the speaker stand.
  package var speakerSpan: ByteSpan?
  package var role: String?
  package var verb: String?
  package var form: QuoteForm
  /// The second part of a quotation that "she said" interrupts.
  package var isContinued: Bool
}

/// An amount of money. `span` holds number and currency, not the words that bound it.
package struct MoneyRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  /// Unit: an ISO 4217 code, empty where no currency is written.
  package var amount: Measure
  /// Per what: `year`, `day`, `person`.
  package var each: String?
  package var purpose: String?
  @Rare package var period: Moment?
}

/// An index in four bytes: there are many rows, and no file has more of anything than that holds.
@propertyWrapper
package struct Narrow: Sendable {
  private var number: Int32

  package init(wrappedValue: Int) { number = Int32(clamping: wrappedValue) }

  package var wrappedValue: Int {
    get { Int(number) }
    set { number = Int32(clamping: newValue) }
  }
}

/// An index in four bytes, or none.
@propertyWrapper
package struct NarrowOrNone: Sendable {
  /// Negative for none.
  private var number: Int32

  package init(wrappedValue: Int?) { number = wrappedValue.map { Int32(clamping: $0) } ?? -1 }

  package var wrappedValue: Int? {
    get { number < 0 ? nil : Int(number) }
    set { number = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
}

/// A value that most rows lack, kept apart from its row, so that a row without it has room for a reference only.
@propertyWrapper
package struct Rare<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  package init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  package var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}

/// A count, share, duration, distance, age or multiple. `span` holds the number and the unit noun beside it.
package struct FigureRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  package var value: Measure
  /// What is measured, as written.
  package var subject: String?
  /// What is measured, in lower case and without article: what rows of different documents are matched by.
  package var measure: String?
  /// A rise or (negative value) fall.
  package var isChange: Bool
  package var each: String?
  @Rare package var period: Moment?
}

package enum DateKind: String, Sendable, CaseIterable { case absolute, relative, range, duration }

/// A date or period. `value` holds single dates of any grain, `period` ranges and stretches; one of them is set.
package struct DateRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  /// The date or period, whichever it is.
  package let moment: Moment?
  package let kind: DateKind
  private let isPeriod: Bool

  init(
    document: Int, sentence: Int, quote: Int?, span: ByteSpan, value: Moment?, period: Moment?, kind: DateKind
  ) {
    self.document = document
    self.sentence = sentence
    self.quote = quote
    self.span = span
    self.moment = value ?? period
    self.kind = kind
    isPeriod = value == nil
  }

  package var value: Moment? { isPeriod ? nil : moment }
  package var period: Moment? { isPeriod ? moment : nil }
}

package enum MentionKind: String, Sendable, CaseIterable {
  case person, org, country, place, programme, law, event
}

/// A name in the text.
package struct MentionRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  /// As written, on one line.
  package var text: String
  package var kind: MentionKind
  /// The name of whom it means: the country's name for "UK", the full name for a surname.
  package var name: String
  /// ISO 3166-1 alpha-2, for countries.
  package var countryCode: String?
}

/// A short form set beside its long form: "long form (SHORT)". `span` holds both.
package struct AcronymRow: Sendable {
  @Narrow package var document: Int
  @Narrow package var sentence: Int
  @NarrowOrNone package var quote: Int?
  package var span: ByteSpan
  package var short: String
  package var long: String
  package var longSpan: ByteSpan
}
