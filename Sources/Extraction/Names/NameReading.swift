/// A name in the text before it is tied to others.
struct NameReading {
  var tokens: Range<Int>
  var kind: MentionKind
  var name: String
  var countryCode: String?
  /// The words before a person's name that say what they are: `Home Secretary`.
  var role: Range<Int>?
}
