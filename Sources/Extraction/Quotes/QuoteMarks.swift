import IbidDocuments

/// A stretch between quotation marks, marks included; over several paragraphs if each opens anew.
struct QuotedStretch {
  var tokens: Range<Int>
  /// First and last paragraph.
  var paragraphs: ClosedRange<Int>
  var isClosed: Bool
}

/// Pairs the quotation marks of a document: “ ” „ ‟ " ‘ ’ ' « » and the `` '' of typesetters.
struct QuoteMarks {
  let tokens: Tokens
  let narration: Narration

  /// Tokens; longer quotations are none.
  private static let longest = 4000

  private enum Style { case double, single, angle, ticks }

  func stretches(in document: DocumentPart) -> [QuotedStretch] {
    var stretches: [QuotedStretch] = []
    var open: (start: Int, style: Style, paragraph: Int)?
    for (index, paragraph) in document.paragraphs.enumerated() {
      let range = paragraph.tokens
      guard !range.isEmpty else { continue }
      var i = range.lowerBound
      if let now = open {
        // A quotation goes on only where the next paragraph opens again.
        if opens(i, at: range.lowerBound, limit: range.upperBound) == now.style, paragraph.kind != .heading {
          i += 1
        } else {
          finish(now, document, before: index, &stretches)
          open = nil
        }
      }
      while i < range.upperBound {
        if let now = open {
          if closes(i, now.style, in: range) {
            stretches.append(
              QuotedStretch(tokens: now.start..<i + 1, paragraphs: now.paragraph...index, isClosed: true))
            open = nil
          } else if i - now.start > Self.longest {
            open = nil
          }
        } else if let style = opens(i, at: range.lowerBound, limit: range.upperBound) {
          if narration.isNickname(from: i, to: i + 2) {
            i += 2
          } else {
            open = (i, style, index)
          }
        }
        // Only signs open or close, and an open quotation ends where it is too long.
        let sign = tokens.symbols.next(from: i + 1, to: range.upperBound)
        i = open.map { min(sign, max(i + 1, $0.start + Self.longest + 1)) } ?? sign
      }
    }
    if let now = open { finish(now, document, before: document.paragraphs.count, &stretches) }
    return stretches
  }

  /// A quotation that never closes ends with its paragraph; only one that fills the paragraph from its start is kept.
  private func finish(
    _ open: (start: Int, style: Style, paragraph: Int), _ document: DocumentPart, before index: Int,
    _ stretches: inout [QuotedStretch]
  ) {
    guard open.style != .single, index > 0 else { return }
    let last = document.paragraphs[index - 1].tokens
    guard open.start < last.upperBound else { return }
    stretches.append(
      QuotedStretch(tokens: open.start..<last.upperBound, paragraphs: open.paragraph...index - 1, isClosed: false))
  }

  private func opens(_ i: Int, at first: Int, limit: Int) -> Style? {
    guard tokens.kinds[i] == .symbol, i + 1 < limit else { return nil }
    let isFree = i == first || tokens.isSpaced(i) || isOpeningNeighbour(i - 1)
    switch tokens.details[i] {
    case 0x201C: return isFree || !tokens.isSpaced(i + 1) ? .double : nil
    case 0x201E, 0x201F: return .double
    case 0xAB: return .angle
    case 0x22: return isFree && !tokens.isSpaced(i + 1) ? .double : nil
    case 0x60: return isFree && tokens.isSymbol(i + 1, "`") && !tokens.isSpaced(i + 1) ? .ticks : nil
    case 0x2018: return isFree ? .single : nil
    case 0x27: return isFree && !tokens.isSpaced(i + 1) && tokens.isWord(i + 1) ? .single : nil
    default: return nil
    }
  }

  private func isOpeningNeighbour(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x28, 0x5B, 0x2014, 0x2013, 0x2D, 0x3A, 0x201C, 0x2018, 0x22: return true
    default: return false
    }
  }

  private func closes(_ i: Int, _ style: Style, in range: Range<Int>) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    let isEnd = i + 1 >= range.upperBound
    switch (style, tokens.details[i]) {
    case (.double, 0x201D), (.angle, 0xBB): return true
    // Typed for a closing mark: “el norte“
    case (.double, 0x201C): return !tokens.isSpaced(i) && (isEnd || tokens.isSpaced(i + 1) || !tokens.isWord(i + 1))
    case (.double, 0x22): return !tokens.isSpaced(i) || isEnd || tokens.isSpaced(i + 1)
    case (.ticks, 0x27): return tokens.isSymbol(i - 1, "'") && !tokens.isSpaced(i)
    case (.single, 0x2019), (.single, 0x27):
      guard !tokens.isSpaced(i), isEnd || tokens.isSpaced(i + 1) || tokens.kinds[i + 1] == .symbol else { return false }
      // "partners’ support" is a possessive: no mark stands before it and the sentence goes on.
      let isAfterS = tokens.isWord(i - 1) && tokens.bytes[tokens.upper(i - 1) - 1] | 0x20 == UInt8(ascii: "s")
      return !(isAfterS && !isEnd && tokens.isWord(i + 1) && !tokens.isCapital(i + 1))
    default: return false
    }
  }
}
