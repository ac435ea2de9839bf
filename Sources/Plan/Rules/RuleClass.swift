package import IbidTypes

/// What the extractor has found in a sentence, as a pattern can ask for it.
package enum RuleClass: String, Sendable, Hashable, CaseIterable {
  /// A number with the words that bound it, without its noun: `more than 24,000` of "more than 24,000 people".
  case number = "Number"
  case money = "Money"
  /// A share in percent.
  case percent = "Percent"
  /// A date or period.
  case date = "Date"
  case person = "Person"
  case org = "Org"
  case place = "Place"
  case country = "Country"
  case programme = "Programme"
  case law = "Law"
  case event = "Event"
  /// A name of any kind.
  case name = "Name"
  /// A quotation, as far as it stands in the sentence.
  case quote = "Quote"

  /// The types that a capture of it may have; the first one is the usual.
  package var types: [DataType] {
    switch self {
    case .number: [.quantity("")]
    case .money: [.money(nil)]
    case .percent: [.quantity("percent")]
    case .date: [.date, .period]
    case .person, .org, .place, .country, .programme, .law, .event, .name: [.reference("entities")]
    case .quote: [.reference("quotes")]
    }
  }

  /// What it stands for, in a few words.
  package var summary: String {
    switch self {
    case .number: "a number with the words that bound it, without its noun"
    case .money: "an amount of money"
    case .percent: "a percentage"
    case .date: "a date or period"
    case .person: "the name of a person"
    case .org: "the name of an organisation"
    case .place: "the name of a place that is no country"
    case .country: "the name of a country"
    case .programme: "the name of a programme, plan or operation"
    case .law: "the name of a law or treaty"
    case .event: "the name of an event"
    case .name: "a name of any kind"
    case .quote: "a quotation, as far as it stands in the sentence"
    }
  }
}
