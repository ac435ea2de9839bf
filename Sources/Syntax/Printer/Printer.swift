package import IbidSource

/// Writes a tree as canonical text: small, with no brackets but those that its meaning needs.
///
/// Reading the text again gives the same tree, spans aside, for every tree that was read without diagnostics. A printer
/// that knows the text that a tree was read from also writes its comments, leaves its pipelines on one line or on several,
/// as they were, and keeps brackets that make an operator's operand plain to see; `Formatter` makes one. Without a text, a
/// pipeline of more than one step has a line for each.
///
/// Every method that writes a part returns its `Layout`, and visits the parts in the order of the text, for the comments are
/// handed out in that order.
package struct Printer {
  /// The text that the tree was read from.
  let text: WrittenText?
  var comments: CommentPlaces
  /// Inside brackets no line end ends a statement.
  var openBrackets = 0
  /// The next word is the first of a statement.
  var isAtStatementStart = false

  init(text: WrittenText? = nil, comments: CommentPlaces = CommentPlaces()) {
    self.text = text
    self.comments = comments
  }

  package static func print(_ script: Script) -> String {
    var printer = Printer()
    return printer.script(script).rendered()
  }

  /// An expression on as few lines as fit.
  package static func expression(_ expression: Expression) -> String {
    var printer = Printer()
    return printer.expression(expression).rendered()
  }

  /// A step as it was written if it stands on one line, else laid out anew on one, without comments.
  package static func line(of step: Step, in source: SourceText) -> String {
    let written = source.string(step.span)
    if !written.utf8.contains(Byte.newline) { return written }
    var printer = Printer()
    return printer.step(step).rendered(width: .max)
  }

  // MARK: Line ends and comments

  /// A line end where the layout has none yet, before a part; with the comments that stand there.
  mutating func lineEnd(_ line: Layout, before part: ByteSpan) -> Layout {
    let found = comments.take(before: part)
    return found.isEmpty ? line : Self.lines(of: found) + .hardLine
  }

  /// The comments before a closing bracket, if any; a line end follows.
  mutating func comments(beforeCloserOf whole: ByteSpan?) -> Layout? {
    guard let whole else { return nil }
    let closer = max(whole.lower, whole.upper - 1)
    let found = comments.take(before: ByteSpan(closer, closer))
    return found.isEmpty ? nil : Self.lines(of: found)
  }

  /// The first one on the line that is under way if it stood behind something, each other one on its own.
  private static func lines(of comments: [Comment]) -> Layout {
    .sequence(
      comments.enumerated().map { index, comment in
        index == 0 && comment.isTrailing ? .comment(" " + comment.text) : .hardLine + .comment(comment.text)
      })
  }

  /// What may stand between a word and the first of several parts behind it.
  enum Start {
    /// A line end, and comments.
    case place
    /// A line end. Comments stand before the word.
    case lineEnd
    /// A blank: a line end would end the statement.
    case blank
  }

  /// Parts with commas between them, on the line of the word before them or each on a line of its own, further in.
  mutating func items<Part>(
    after word: Layout, _ parts: [Part], start: Start = .place, span: (Part) -> ByteSpan,
    print: (inout Printer, Part) -> Layout
  ) -> Layout {
    if parts.isEmpty { return word }
    if parts.count == 1 { return [word, " ", print(&self, parts[0])] }
    var lines: [Layout] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { lines.append(",") }
      switch index == 0 ? start : .place {
      case .place: lines.append(lineEnd(.line, before: span(part)))
      case .lineEnd: lines.append(.line)
      case .blank: lines.append(" ")
      }
      lines.append(print(&self, part))
    }
    return .group([word, .nest(.sequence(lines))])
  }

  /// Lines in brackets. `inside` writes them, each with the line end before it.
  ///
  /// `whole`: from the one bracket to the other, if the text has them there.
  mutating func bracketed(
    _ opener: String, _ closer: String, whole: ByteSpan?, inside: (inout Printer) -> [Layout]
  ) -> Layout {
    openBrackets += 1
    isAtStatementStart = false
    defer { openBrackets -= 1 }
    let lines = inside(&self)
    let last = comments(beforeCloserOf: whole)
    if lines.isEmpty, last == nil { return .text(opener + closer) }
    let end: Layout = last == nil ? .softLine : .hardLine
    return .group([.text(opener), .nest(.sequence(lines + (last.map { [$0] } ?? []))), end, .text(closer)])
  }

  /// Parts in brackets with commas between them; where that is too long, each on a line of its own, or, filled, as many
  /// as a line has room for.
  mutating func list<Part>(
    _ opener: String, _ parts: [Part], _ closer: String, whole: ByteSpan?, isFilled: Bool = false,
    span: (Part) -> ByteSpan, print: (inout Printer, Part) -> Layout
  ) -> Layout {
    bracketed(opener, closer, whole: whole) { printer in
      printer.commaLines(parts, isFilled: isFilled, span: span, print: print)
    }
  }

  /// Parts with commas behind all but the last, each with the line end before it.
  mutating func commaLines<Part>(
    _ parts: [Part], isFilled: Bool = false, span: (Part) -> ByteSpan, print: (inout Printer, Part) -> Layout
  ) -> [Layout] {
    var lines: [Layout] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { lines.append(",") }
      let line: Layout = [lineEnd(index > 0 ? .line : .softLine, before: span(part)), print(&self, part)]
      lines.append(isFilled && index > 0 ? .group(line) : line)
    }
    return lines
  }
}
