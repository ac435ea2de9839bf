import IbidSource

/// Blocks of short lines: names, offices and dates, and the titles among them.
extension WrappedLines {
  /// Short lines that all begin large and end without a stop: names, offices, a date.
  func isLetterhead(_ lines: [Line]) -> Bool {
    lines.allSatisfy { line in
      let first = text.scalar(at: line.text.lower).value
      return line.width <= Self.letterheadWidth && (Characters.isUpper(first) || Characters.isDigit(first))
        && !endsWithStop(line.text) && text.bytes[line.text.upper - 1] != UInt8(ascii: ",")
    } && !isTitleInTwo(lines) && !haveColumn(lines)
  }

  /// The lines of a letterhead, each for itself, but for a title of which a line breaks off before a name or a noun:
  /// `CAPTAIN CHARGED WITH`, `STEALING SIX BICYCLES`.
  func withTitleJoined(_ lines: [Line]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in lines.indices {
      if let before = found.last, index > 0, text.words(in: lines[index - 1].text, limit: 4).count == 4,
        let last = text.words(in: lines[index - 1].text).last, Self.leadsOn.contains(last),
        !Organisations.isName(lines[index - 1].text, in: text),
        !Organisations.isOffice(lines[index - 1].text, in: text),
        !isOfPage(lines[index - 1]), !isOfPage(lines[index]),
        !MetaLine.isLabelled(lines[index - 1].text, in: text), MenuLine.parse(lines[index - 1].text, in: text) == nil
      {
        found[found.count - 1] = before.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    return found
  }

  /// Whether the value of a label goes on in a column of its own.
  private func haveColumn(_ lines: [Line]) -> Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      next.indent >= line.indent + 6 && MetaLine.isLabelled(line.text, in: text)
    }
  }

  /// Two lines of capitalised words that are a title together: `Sending $200 Home`, `Still Costs Too Much`.
  private func isTitleInTwo(_ lines: [Line]) -> Bool {
    lines.count == 2
      && text.words(in: lines[0].text.joined(with: lines[1].text)).contains { word in
        word.hasDigit || Self.leadsOn.contains(word)
      }
      && lines.allSatisfy { line in
        let words = text.words(in: line.text, limit: 12)
        return words.count >= 3 && Headline.isTitleLike(line.text, in: text)
          && words.filter { $0.span.count >= 4 && !$0.hasDigit }.allSatisfy {
            Characters.isUpper(text.scalar(at: $0.span.lower).value)
          }
          && !Organisations.isName(line.text, in: text) && !Organisations.isOffice(line.text, in: text)
          && !isOfPage(line)
      }
  }

  /// `JANUARY 22, 2024 DOVER, KENT`: a whole day and a word or two with capitals.
  func isDayAndNames(_ line: Line) -> Bool {
    guard line.width <= 60, text.holdsDigit(line.text),
      let day = WrittenDate.parse(at: line.text.lower, upper: line.text.upper, in: text), day.date.day != nil
    else { return false }
    let words = text.words(in: ByteSpan(day.span.upper, line.text.upper), limit: 4)
    return (1...3).contains(words.count)
      && words.allSatisfy { !$0.hasDigit && Characters.isUpper(text.scalar(at: $0.span.lower).value) }
  }

  /// Whether the next line's first word would have fitted behind most lines: nobody broke them by hand.
  func endEarly(_ lines: ArraySlice<Line>) -> Bool {
    let width = lines.reduce(0) { max($0, $1.width) }
    let early = zip(lines, lines.dropFirst()).count { $0.width + 1 + firstWordWidth($1) <= width }
    return early * 3 >= (lines.count - 1) * 2
  }
}
