/// Texts of which every match of a pattern has one, so that most of what cannot match is never shown to the automaton.
///
/// Reads as much of RE2's syntax as it needs: letters, short classes, groups, alternatives and repetition. Whatever it does not
/// know stands for any text. It errs on one side: what it says is always true, but it may say nothing.
package struct RequiredLiterals {
  /// In UTF-8, none of them empty.
  package let alternatives: [[UInt8]]

  /// nil where nothing must be there, or too many different things may be.
  package init?(_ pattern: String) {
    var reader = Reader(scalars: Array(pattern.unicodeScalars))
    guard let whole = reader.alternation(depth: 0), reader.isAtEnd, let found = whole.best else { return nil }
    alternatives = found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How rare a text of the set is in prose: the less the rarer. Two letters that are rare are enough to look for.
  package static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20: 60
    case 0x30...0x39: 4
    case 0x2C, 0x2E: 10
    case 0x41...0x5A: 3
    case 0x61...0x7A: letterFrequency[Int(byte) - 0x61]
    default: 1
    }
  }

  /// How many of five hundred letters of an English text each is, a to z, roughly.
  private static let letterFrequency = [
    41, 7, 14, 21, 63, 11, 10, 30, 35, 1, 4, 20, 12, 34, 37, 10, 1, 30, 31, 45, 14, 5, 12, 1, 10, 1,
  ]

  static func cost(of literals: Set<[UInt8]>) -> Int {
    literals.reduce(0) { sum, literal in
      let rarest = literal.map(frequency).sorted()
      return sum + rarest[0] * (rarest.count > 1 ? rarest[1] : 60)
    }
  }
}

extension RequiredLiterals {
  /// What is known of the texts that a part of a pattern matches.
  fileprivate struct Known {
    /// Each of them ends with one of these.
    var ends: Set<[UInt8]>
    /// Whether the ends are all there is.
    var isWhole: Bool
    /// Each of them has one of these somewhere.
    var required: Set<[UInt8]>?

    static let empty = Known(ends: [[]], isWhole: true)
    static let anything = Known(ends: [[]], isWhole: false)

    static func text(_ scalar: Unicode.Scalar) -> Known { Known(ends: [Array(String(scalar).utf8)], isWhole: true) }

    var best: Set<[UInt8]>? { ends.contains([]) ? required : RequiredLiterals.better(ends, required) }

    /// Once or more often.
    var repeated: Known { Known(ends: ends, isWhole: false, required: required) }

    /// One behind the other.
    func followed(by next: Known) -> Known {
      if next.isWhole, ends.count * next.ends.count <= RequiredLiterals.mostTexts {
        let both = Set(ends.flatMap { first in next.ends.map { first + $0 } })
        if both.allSatisfy({ $0.count <= RequiredLiterals.longestText }) {
          return Known(ends: both, isWhole: isWhole, required: RequiredLiterals.better(required, next.required))
        }
      }
      // What was so far is kept aside.
      return Known(ends: next.ends, isWhole: false, required: RequiredLiterals.better(best, next.required))
    }

    func or(_ other: Known) -> Known {
      var result = Known.anything
      if ends.count + other.ends.count <= RequiredLiterals.mostTexts {
        result = Known(ends: ends.union(other.ends), isWhole: isWhole && other.isWhole)
      }
      if let a = best, let b = other.best, a.count + b.count <= RequiredLiterals.mostTexts {
        result.required = a.union(b)
      }
      return result
    }
  }

  fileprivate static let mostTexts = 8
  fileprivate static let longestText = 16
  private static let deepest = 50

  fileprivate static func better(_ a: Set<[UInt8]>?, _ b: Set<[UInt8]>?) -> Set<[UInt8]>? {
    guard let a else { return b }
    guard let b else { return a }
    return cost(of: a) <= cost(of: b) ? a : b
  }

  /// Reads a pattern from left to right; a function for each production. nil: this is no pattern that it can follow.
  fileprivate struct Reader {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { place == scalars.count }
    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func alternation(depth: Int) -> Known? {
      guard depth < RequiredLiterals.deepest, var result = sequence(depth: depth) else { return nil }
      while next == "|" {
        place += 1
        guard let branch = sequence(depth: depth) else { return nil }
        result = result.or(branch)
      }
      return result
    }

    private mutating func sequence(depth: Int) -> Known? {
      var result = Known.empty
      while let scalar = next, scalar != "|", scalar != ")" {
        guard let item = repeated(depth: depth) else { return nil }
        result = result.followed(by: item)
      }
      return result
    }

    private mutating func repeated(depth: Int) -> Known? {
      guard var item = atom(depth: depth) else { return nil }
      while let scalar = next {
        switch scalar {
        case "*": item = .anything
        case "?": item = item.or(.empty)
        // At least once: what one must have, all have.
        case "+": item = item.repeated
        case "{":
          guard let least = leastCount() else { return nil }
          item = least == 0 ? .anything : item.repeated
        default: return item
        }
        place += 1
        // Lazy or greedy makes no difference to what must be there.
        if next == "?" { place += 1 }
      }
      return item
    }

    /// The first number of `{2,5}`; leaves the place at the closing brace.
    private mutating func leastCount() -> Int? {
      var (number, hasDigits) = (0, false)
      place += 1
      while let scalar = next, let digit = Int(String(scalar)), number < 10_000 {
        (number, hasDigits) = (number * 10 + digit, true)
        place += 1
      }
      while let scalar = next, scalar != "}" {
        guard scalar == "," || ("0"..."9").contains(scalar) else { return nil }
        place += 1
      }
      return next == "}" && hasDigits ? number : nil
    }

    private mutating func atom(depth: Int) -> Known? {
      guard let scalar = next else { return nil }
      place += 1
      switch scalar {
      case "(":
        if next == "?" {
          // Groups without a number; flags and names are not followed.
          guard place + 1 < scalars.count, scalars[place + 1] == ":" else { return nil }
          place += 2
        }
        guard let inner = alternation(depth: depth + 1), next == ")" else { return nil }
        place += 1
        return inner
      case "[": return set()
      case ".": return .anything
      case "^", "$": return .empty
      case "*", "+", "?", "{", "}", "]": return nil
      case "\\": return escaped()
      default: return .text(scalar)
      }
    }

    private mutating func escaped() -> Known? {
      guard let scalar = next else { return nil }
      place += 1
      switch scalar {
      case "b", "B", "A", "z": return .empty
      case "d", "D", "s", "S", "w", "W", "n", "t", "r": return .anything
      // Everything else that is a letter or digit has a meaning of its own.
      case "0"..."9", "a"..."z", "A"..."Z": return nil
      default: return scalar.isASCII ? .text(scalar) : nil
      }
    }

    /// A class behind its bracket: its characters if they are few, else anything.
    private mutating func set() -> Known? {
      var members: Set<[UInt8]>? = []
      if next == "^" {
        members = nil
        place += 1
      }
      var isFirst = true
      while let scalar = next, scalar != "]" || isFirst {
        isFirst = false
        place += 1
        switch scalar {
        case "[": return nil
        case "\\":
          guard let escaped = escaped() else { return nil }
          if escaped.isWhole, !escaped.ends.contains([]) { members?.formUnion(escaped.ends) } else { members = nil }
        case "-": members = nil
        default: members?.insert(Array(String(scalar).utf8))
        }
        // A range of characters is read as its ends and a dash.
        if let known = members, known.count > RequiredLiterals.mostTexts { members = nil }
      }
      guard next == "]" else { return nil }
      place += 1
      guard let members, !members.isEmpty else { return .anything }
      return Known(ends: members, isWhole: true)
    }
  }
}
