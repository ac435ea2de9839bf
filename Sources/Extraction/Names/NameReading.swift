/// A name in the text before it is tied to others.
struct NameReading {
  var tokens: Range<Int>
  var kind: MentionKind
  var name: String
  var countryCode: String?
  /// The words before a person's name that say what they are: `Home Secretary`.
  var role: Range<Int>?
}

/// A name and the sentence that it stands in; a type of its own, as arrays of tuples are copied and freed by what the runtime
/// knows of their parts, one name at a time.
struct FoundName {
  var sentence: Int
  var name: NameReading

  init(_ sentence: Int, _ name: NameReading) {
    self.sentence = sentence
    self.name = name
  }
}
