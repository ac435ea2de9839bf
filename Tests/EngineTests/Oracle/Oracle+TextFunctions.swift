import Foundation
import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of text, character by character.
extension Oracle {
  static func text(_ function: ScalarFunction, _ text: String, _ values: [Value]) throws -> Value {
    let letters = Array(text)
    let second = values.count > 1 ? string(values[1]) : ""
    switch function {
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    case .capitalize:
      return .text(letters.enumerated().map { $0.offset == 0 ? $0.element.uppercased() : String($0.element) }.joined())
    case .titleCase:
      return .text(
        letters.indices.map { index in
          var before = index - 1
          while before > 0, letters[before] == "'" || letters[before] == "’" { before -= 1 }
          let goesOn = before >= 0 && (letters[before].isLetter || letters[before].isNumber)
          return goesOn ? letters[index].lowercased() : letters[index].uppercased()
        }.joined())
    case .fold: return .text(folded(text))
    case .trim: return .text(text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .length: return .int(Int64(letters.count))
    case .reverse: return .text(String(letters.reversed()))
    case .repeat: return .text((0..<max(0, int(values[1]))).map { _ in text }.joined())
    case .padStart, .padEnd:
      let filling = values.count > 2 ? string(values[2]) : " "
      var padding: [Character] = []
      while !filling.isEmpty, padding.count + letters.count < int(values[1]) {
        padding.append(Array(filling)[padding.count % filling.count])
      }
      return .text(String(function == .padStart ? padding + letters : letters + padding))
    case .substring:
      let count = values.count > 2 ? int(values[2]) : nil
      return .text(String(places(from: int(values[1]), count: count, of: letters.count).map { letters[$0] }))
    case .position:
      return (0...letters.count).first { String(letters[$0...]).hasPrefix(second) }.map { .int(Int64($0 + 1)) } ?? .none
    case .startsWith: return .bool(text.hasPrefix(second))
    case .endsWith: return .bool(text.hasSuffix(second))
    case .contains: return .bool((0...letters.count).contains { String(letters[$0...]).hasPrefix(second) })
    case .replace: return .text(split(text, second).joined(separator: string(values[2])))
    case .split: return .list(split(text, second).map { .text($0) })
    case .words: return .list(textWords(text).map { .text($0) })
    case .wordCount: return .int(Int64(textWords(text).count))
    case .lines:
      var lines = text.components(separatedBy: .newlines)
      if text.contains("\r\n") {
        lines = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
      }
      return .list((lines.last == "" ? lines.dropLast() : lines[...]).map { .text($0) })
    case .occurrences: return .int(Int64(second.isEmpty ? 0 : occurrences(folded(second), folded(text))))
    case .has: return .bool(second.isEmpty || occurrences(folded(second), folded(text)) > 0)
    case .similarity:
      let (a, b) = (trigrams(text), trigrams(second))
      return .float(a.isEmpty && b.isEmpty ? 1 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count))
    default: throw NotCovered(what: "the function \(function.rawValue) of text")
    }
  }

  /// Only for the letters of the random texts.
  static func folded(_ text: String) -> String {
    let plain: [Character: String] = [
      "ü": "u", "é": "e", "É": "e", "’": "'", "“": "\"", "”": "\"", "–": "-", "\u{A0}": " ",
    ]
    return text.map { plain[$0] ?? $0.lowercased() }.joined()
  }

  private static func split(_ text: String, _ separator: String) -> [String] {
    separator.isEmpty ? [text] : text.components(separatedBy: separator)
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// Runs of letters, where one apostrophe or hyphen between two letters is a letter too.
  private static func textWords(_ text: String) -> [String] {
    let letters = Array(text)
    let isPart = letters.indices.map { index in
      if isLetter(letters[index]) { return true }
      let isBetween =
        index > 0 && index + 1 < letters.count && isLetter(letters[index - 1]) && isLetter(letters[index + 1])
      return isBetween && "'’-".contains(letters[index])
    }
    return letters.indices.split { !isPart[$0] }.map { String($0.map { letters[$0] }) }
  }

  /// Whole words, where a blank stands for any number of them; each letter counts once.
  static func occurrences(_ words: String, _ text: String) -> Int {
    let letters = Array(text)
    /// Where the words end that start at an index.
    func end(_ start: Int) -> Int? {
      var index = start
      for letter in words {
        guard index < letters.count else { return nil }
        if letter == " " {
          guard letters[index].isWhitespace else { return nil }
          while index < letters.count, letters[index].isWhitespace { index += 1 }
        } else {
          guard letters[index] == letter else { return nil }
          index += 1
        }
      }
      return index
    }
    func isInside(_ index: Int) -> Bool {
      index > 0 && index < letters.count && isLetter(letters[index - 1]) && isLetter(letters[index])
    }
    var found = 0
    var start = 0
    while start < letters.count {
      if let end = end(start), !isInside(start), !isInside(end) {
        found += 1
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private static func trigrams(_ text: String) -> Set<String> {
    Set(
      textWords(folded(text)).flatMap { word in
        let letters = Array("  " + word + " ")
        return (2..<letters.count).map { String(letters[$0 - 2...$0]) }
      })
  }

  // MARK: Regular expressions

  static func pattern(_ function: ScalarFunction, _ text: String, _ values: [Value]) throws -> Value {
    let whole = NSRange(text.startIndex..., in: text)
    let matches = try NSRegularExpression(pattern: string(values[1])).matches(in: text, range: whole)
    func group(_ match: NSTextCheckingResult, _ number: Int) -> String? {
      number < match.numberOfRanges ? Range(match.range(at: number), in: text).map { String(text[$0]) } : nil
    }
    func first(_ match: NSTextCheckingResult) -> String? { group(match, match.numberOfRanges > 1 ? 1 : 0) }
    /// What lies between the matches that are not empty.
    func parts(_ matches: [NSTextCheckingResult]) -> [String] {
      var parts: [String] = []
      var start = text.startIndex
      for match in matches {
        guard let range = Range(match.range, in: text) else { continue }
        parts.append(String(text[start..<range.lowerBound]))
        start = range.upperBound
      }
      return parts + [String(text[start...])]
    }
    switch function {
    case .countMatches: return .int(Int64(matches.count))
    case .extract: return matches.first.flatMap(first).map { .text($0) } ?? .none
    case .extractAll: return .list(matches.compactMap(first).map { .text($0) })
    case .splitMatches: return .list(parts(matches.filter { $0.range.length > 0 }).map { .text($0) })
    default:
      let between = parts(matches)
      return .text(
        matches.enumerated().reduce(between[0]) { result, match in
          var new = string(values[2]).replacingOccurrences(of: "$$", with: "\u{0}")
          for number in 0...9 {
            new = new.replacingOccurrences(of: "$\(number)", with: group(match.element, number) ?? "")
          }
          return result + new.replacingOccurrences(of: "\u{0}", with: "$") + between[match.offset + 1]
        })
    }
  }
}
