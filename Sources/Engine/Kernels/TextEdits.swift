extension Character {
  /// As the first letter of a word: `Ss` for `ß`, one letter `ǅ` for `ǆ`.
  fileprivate var titleCased: String {
    guard let first = unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping + String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}

extension String {
  var trimmingBlanks: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[start...end])
  }

  /// The first letter a capital.
  var capitalized: String { (first?.titleCased ?? "") + dropFirst() }

  /// The first letter of each word a capital, the others small; an apostrophe does not start a word.
  var titleCased: String {
    var result = ""
    var isInside = false
    for character in self {
      result += isInside ? character.lowercased() : character.titleCased
      isInside = character.isLetter || character.isNumber || (isInside && (character == "'" || character == "’"))
    }
    return result
  }

  /// Lines without their ends; a text that ends with a line's end has no empty line behind it.
  var lines: [String] {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// What a match is replaced by: text in which `$1` is a group, `$0` the whole match and `$$` a dollar.
///
/// A dollar before anything else is a dollar. A group that took no part, or that the pattern does not have, is empty.
struct ReplacementTemplate {
  private enum Piece {
    case bytes([UInt8])
    case group(Int)
  }

  private var pieces: [Piece] = []

  init(_ template: ArraySlice<UInt8>) {
    let dollar = UInt8(ascii: "$")
    var literal: [UInt8] = []
    var index = template.startIndex
    while index < template.endIndex {
      let byte = template[index]
      let next = index + 1 < template.endIndex ? template[index + 1] : 0
      switch (byte, next) {
      case (dollar, dollar):
        literal.append(dollar)
        index += 2
      case (dollar, 0x30...0x39):
        pieces += [.bytes(literal), .group(Int(next - 0x30))]
        literal = []
        index += 2
      default:
        literal.append(byte)
        index += 1
      }
    }
    pieces.append(.bytes(literal))
  }

  func append(_ match: [Range<Int>?], of text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): result += bytes
      case .group(let number): if number < match.count, let range = match[number] { result += text[range] }
      }
    }
  }
}
