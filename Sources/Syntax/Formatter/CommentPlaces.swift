import IbidSource

/// The places at which comments may stand in a new layout, and the comments that stand there.
///
/// A comment may stand wherever blanks may, between any two tokens. The new layout has comments only where it can end a
/// line without ending a statement: before a statement, a step, an item in brackets, `and`. These are the *places*, in the
/// order of the text. The printer is run twice: the first run, a survey, finds them; then each comment gets its place;
/// the second run asks for what stands at each.
///
/// Comments keep their order, for each goes to the same place as the one before or to a later one. A comment goes
///
/// 1. to the place that it stands right before, or, behind something on its line,
/// 2. to the end of the part that it stands inside of,
/// 3. and if it has a line of its own, to the beginning of that part.
struct CommentPlaces {
  /// The part of the text behind each place; nothing for a closing bracket.
  private var places: [ByteSpan] = []
  private var comments: [[Comment]]?
  /// The place that the printer comes to next.
  private var next = 0

  /// For a survey, and for trees without a text.
  init() {}

  /// The printer has come to a place; the comments there.
  mutating func take(before part: ByteSpan) -> [Comment] {
    guard let comments else {
      places.append(part)
      return []
    }
    defer { next += 1 }
    return next < comments.count ? comments[next] : []
  }

  /// What a second run gives out, after this survey of a text.
  func filled(from list: TokenList) -> CommentPlaces {
    var filled = CommentPlaces()
    filled.comments = Placing(places: places, tokens: list).comments()
    return filled
  }
}

/// Gives each comment its place.
private struct Placing {
  let places: [ByteSpan]
  let tokens: TokenList
  /// How many other places' parts each place stands inside of.
  private let depths: [Int]

  init(places: [ByteSpan], tokens: TokenList) {
    self.places = places
    self.tokens = tokens
    var depths: [Int] = []
    var around: [ByteSpan] = []
    for place in places {
      while let last = around.last, last.upper <= place.lower { around.removeLast() }
      depths.append(around.count)
      if !place.isEmpty { around.append(place) }
    }
    self.depths = depths
  }

  /// Comments by place. Linear but for comments far inside of parts that have no place.
  func comments() -> [[Comment]] {
    var placed = [[Comment]](repeating: [], count: places.count)
    var following = 0
    var last = 0
    var lastToken = -1
    for comment in tokens.comments {
      while following < places.count - 1, places[following].lower <= comment.offset { following += 1 }
      // Those between the same two tokens stay together.
      if comment.nextToken != lastToken {
        last = max(last, place(of: comment, following: following, notBefore: last))
      }
      lastToken = comment.nextToken
      placed[last].append(comment)
    }
    return placed
  }

  private func place(of comment: Comment, following: Int, notBefore first: Int) -> Int {
    if standsBefore(following, comment) { return following }
    let around = part(around: comment, before: following, notBefore: comment.isTrailing ? 0 : first)
    if let around, !comment.isTrailing { return around }
    let depth = around.map { depths[$0] } ?? 0
    return places.indices[following...].first { depths[$0] <= depth } ?? places.count - 1
  }

  /// Nothing stands between, or only what leads on to the part: a `,` or `|`, `and`, `by`.
  private func standsBefore(_ place: Int, _ comment: Comment) -> Bool {
    switch tokens.index(at: places[place].lower) - comment.nextToken {
    case ...0: true
    case 1: leadsOn(comment.nextToken)
    default: false
    }
  }

  private func leadsOn(_ index: Int) -> Bool {
    switch tokens.tokens[index].kind {
    case .comma, .pipe, .and, .or, .plus, .minus, .by, .per, .where, .then, .else: true
    case .name: ["sort", "with", "into"].contains(tokens.text(index)) && !tokens.tokens[index + 1].startsStatement
    default: false
    }
  }

  /// The innermost part that holds a comment.
  private func part(around comment: Comment, before following: Int, notBefore first: Int) -> Int? {
    var index = following - 1
    while index >= first {
      if places[index].lower <= comment.offset, comment.offset < places[index].upper { return index }
      index -= 1
    }
    return nil
  }
}
