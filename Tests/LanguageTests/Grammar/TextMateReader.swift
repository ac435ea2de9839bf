import Foundation

/// Reads lines by a TextMate grammar, as an editor does: at each place the pattern that matches first, of equals the first in the
/// list.
struct TextMateReader {
  struct Piece {
    var text: String
    /// Empty where no pattern matched.
    var scope: String
  }

  struct Mistake: Error { var text: String }

  private final class Pattern {
    let match: NSRegularExpression
    let end: NSRegularExpression?
    let scope: String
    let captures: [(group: Int, scope: String)]
    let patterns: [Pattern]

    init(_ object: [String: Any]) throws {
      guard let match = object["match"] as? String ?? object["begin"] as? String else {
        throw Mistake(text: "a pattern without expression: \(object)")
      }
      self.match = try NSRegularExpression(pattern: match)
      end = try (object["end"] as? String).map { try NSRegularExpression(pattern: $0) }
      scope = object["name"] as? String ?? ""
      captures = ((object["captures"] as? [String: [String: String]]) ?? [:]).compactMap { number, scope in
        Int(number).flatMap { number in scope["name"].map { (number, $0) } }
      }.sorted { $0.0 < $1.0 }
      patterns = try (object["patterns"] as? [[String: Any]] ?? []).map(Pattern.init)
    }
  }

  private let patterns: [Pattern]

  init(_ json: String) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
      let patterns = root["patterns"] as? [[String: Any]], root["scopeName"] as? String == "source.ibid"
    else { throw Mistake(text: "no grammar") }
    self.patterns = try patterns.map(Pattern.init)
  }

  /// The pieces of a line, one behind the other.
  func scopes(of line: String) -> [Piece] {
    let text = line as NSString
    var pieces: [Piece] = []
    _ = read(text, from: 0, patterns, until: nil, outer: "", into: &pieces)
    return pieces
  }

  /// Reads up to the end of the line, or to where `end` matches; gives the place behind it.
  private func read(
    _ text: NSString, from start: Int, _ patterns: [Pattern], until end: NSRegularExpression?, outer: String,
    into pieces: inout [Piece]
  ) -> Int {
    var place = start
    func add(_ range: NSRange, _ scope: String) {
      if range.length > 0 { pieces.append(Piece(text: text.substring(with: range), scope: scope)) }
    }
    while place < text.length {
      let rest = NSRange(location: place, length: text.length - place)
      // Looking back sees the whole line.
      func first(_ expression: NSRegularExpression) -> NSTextCheckingResult? {
        expression.firstMatch(
          in: text as String, options: [.withTransparentBounds, .withoutAnchoringBounds], range: rest)
      }
      var best: (result: NSTextCheckingResult, pattern: Pattern?)?
      if let end, let result = first(end) { best = (result, nil) }
      for pattern in patterns {
        guard let result = first(pattern.match), result.range.length > 0 else { continue }
        if best.map({ result.range.location < $0.result.range.location }) ?? true { best = (result, pattern) }
      }
      guard let (result, pattern) = best else { break }
      add(NSRange(location: place, length: result.range.location - place), outer)
      place = result.range.location + result.range.length
      guard let pattern else {
        add(result.range, outer)
        return place
      }
      if let end = pattern.end {
        add(result.range, pattern.scope)
        place = read(text, from: place, pattern.patterns, until: end, outer: pattern.scope, into: &pieces)
        continue
      }
      var inner = result.range.location
      for (group, scope) in pattern.captures where group < result.numberOfRanges {
        let range = result.range(at: group)
        guard range.location != NSNotFound, range.location >= inner else { continue }
        add(NSRange(location: inner, length: range.location - inner), pattern.scope)
        add(range, scope)
        inner = range.location + range.length
      }
      add(NSRange(location: inner, length: place - inner), pattern.scope)
    }
    add(NSRange(location: place, length: text.length - place), outer)
    return text.length
  }
}
