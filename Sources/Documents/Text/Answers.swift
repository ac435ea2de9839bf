import IbidSource

/// What has been asked of lines and parts of lines of a text, as several readers ask the same of one line.
///
///     text.answer(.isFurniture, about: span) { … }
///
/// A table of limited size that forgets: of two spans that fall on one place the later one stays. What is found there is what
/// would be found again, as every answer is a function of the text and the span.
@safe final class Answers {
  /// A question that has yes or no for an answer, or whose answer is nothing for most spans.
  enum Question: UInt32 {
    case isTitleLike, isFurniture, isNotice, isContact, isFactLine, isName, isLikelyName, isOfficeLine, hasColumns
    case isLabelled, isMenu, isDateLine, isDateline
  }

  private struct Place {
    /// Ends of the span; no span ends at 0 but an empty one, of which nothing is kept.
    var lower: UInt32 = 0
    var upper: UInt32 = 0
    /// A bit for each question.
    var asked: UInt32 = 0
    var yes: UInt32 = 0
  }

  /// Memory of its own, as an array in a class is checked for other writers at each look.
  private let places: UnsafeMutablePointer<Place>
  /// One less than the number of places, a power of two.
  private let mask: Int
  /// The longer words of the stretch of text that was last asked for them.
  var longWords: (span: ByteSpan, words: WordHashes)?

  /// Room for the lines of a text of so many bytes.
  init(byteCount: Int) {
    var size = 64
    while size * 16 < byteCount, size < 1 << 16 { size *= 2 }
    mask = size - 1
    unsafe places = .allocate(capacity: size)
    unsafe places.initialize(repeating: Place(), count: size)
  }

  deinit { unsafe places.deallocate() }

  func answer(_ question: Question, about span: ByteSpan) -> Bool? {
    // Safe: no index is more than the mask, here and below.
    let place = unsafe places[index(of: span)]
    guard Int(place.lower) == span.lower, Int(place.upper) == span.upper, place.asked & 1 << question.rawValue != 0
    else { return nil }
    return place.yes & 1 << question.rawValue != 0
  }

  func keep(_ answer: Bool, to question: Question, about span: ByteSpan) {
    guard span.upper > 0, let lower = UInt32(exactly: span.lower), let upper = UInt32(exactly: span.upper) else { return }
    let index = index(of: span)
    var place = unsafe places[index]
    if place.lower != lower || place.upper != upper { place = Place(lower: lower, upper: upper) }
    place.asked |= 1 << question.rawValue
    if answer { place.yes |= 1 << question.rawValue }
    unsafe places[index] = place
  }

  private func index(of span: ByteSpan) -> Int { (span.lower &+ span.upper &* 5) & mask }
}

extension TextView {
  /// The answer to a question about a span, found at most a few times in a text that is read from end to end.
  @inline(__always)
  func answer(_ question: Answers.Question, about span: ByteSpan, _ find: () -> Bool) -> Bool {
    guard let answers = known?.answers else { return find() }
    if let known = answers.answer(question, about: span) { return known }
    let answer = find()
    answers.keep(answer, to: question, about: span)
    return answer
  }

  /// What `find` reads off a span; where it once found nothing, nothing at once.
  @inline(__always)
  func reading<Reading>(_ question: Answers.Question, of span: ByteSpan, _ find: () -> Reading?) -> Reading? {
    guard let answers = known?.answers else { return find() }
    if answers.answer(question, about: span) == false { return nil }
    let reading = find()
    if reading == nil { answers.keep(false, to: question, about: span) }
    return reading
  }
}
