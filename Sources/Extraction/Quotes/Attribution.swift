/// Who a quotation is ascribed to, as the words around it say.
struct Attribution {
  /// The words for the speaker: the name without office and title, else the whole phrase.
  var speaker: Range<Int>
  /// The person or body that the words name.
  var name: NameReading?
  /// What stands beside the name and says what its owner is; an unnamed speaker's office.
  var role: Range<Int>?
  var verb: Range<Int>?

  /// From the first to the last token that the attribution is made of.
  var bounds: Range<Int> {
    let lower = min(speaker.lowerBound, role?.lowerBound ?? speaker.lowerBound, verb?.lowerBound ?? speaker.lowerBound)
    let upper = max(speaker.upperBound, role?.upperBound ?? speaker.upperBound, verb?.upperBound ?? speaker.upperBound)
    return lower..<upper
  }
}
