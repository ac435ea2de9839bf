import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidTypes

/// Why a row of a result is there: the places it was made from.
public struct Explanation: Sendable {
  /// One row of a loaded table that took part.
  public struct Contribution: Sendable {
    /// The table, `money`, and the row's own words.
    public let table: String
    public let text: String
    /// The row of that table, from 0.
    public let row: Int
    /// Its place; nil for what stands in no file.
    public let source: Source?
    /// The sentence around it, and which characters of it are the row's own words.
    public let sentence: String?
    ///
    /// Counts the characters of `sentence` from 0; nil if there is no sentence, or nothing less than all of it to mark.
    public let marked: Range<Int>?
    /// The document's title or file.
    public let document: String?
    /// What else is known of the row: `amount: more than £30m`.
    public let detail: String?

    /// Whether a reader would see no difference.
    fileprivate func isSame(as other: Contribution) -> Bool {
      table == other.table && source == other.source && text == other.text && detail == other.detail
    }
  }

  /// The row of the result, counted from 1.
  public let row: Int
  /// The cell that was asked about; nil for the row as a whole.
  public let column: String?
  /// The rows it was made from, in the order of their tables; empty for what was computed or given.
  public let contributions: [Contribution]
  /// What else is to be said of the row: `words: cash, hawala`, of one that a search found. Each once.
  public let remarks: [String]

  /// Characters of the longest sentence that is shown whole where none of it is marked, and how much of others is.
  static let longestWhole = 600
  static let beginning = 240

  /// As a terminal shows it: file and line, then the sentence with the words marked.
  public func rendered(inColour: Bool = false) -> String {
    let what = "row \(row)" + (column.map { ", \($0)," } ?? "")
    guard !contributions.isEmpty else {
      let reasons = remarks.isEmpty ? "it was computed or given" : remarks.joined(separator: "; ")
      return "\(what) comes from no document: \(TerminalText.escaped(reasons))\n"
    }
    var text = "\(what) comes from \(contributions.count) row\(contributions.count == 1 ? "" : "s")\n"
    for contribution in contributions {
      text += "\n"
      // A table of the program's own stands in no file.
      let place = contribution.source.map { "\($0.file):\($0.line)  " } ?? ""
      text += TerminalText.escaped(place) + contribution.table
      if contribution.source == nil { text += ", row \(contribution.row + 1)" }
      if let document = contribution.document { text += " · " + TerminalText.escaped(document) }
      if let detail = contribution.detail { text += " · " + TerminalText.escaped(detail) }
      text += "\n"
      if let sentence = contribution.sentence {
        text += "  " + Self.marked(sentence, contribution.marked, inColour) + "\n"
      }
    }
    if !remarks.isEmpty { text += "\n" + remarks.map { TerminalText.escaped($0) + "\n" }.joined() }
    return text
  }

  private static func marked(_ sentence: String, _ range: Range<Int>?, _ inColour: Bool) -> String {
    let characters = Array(sentence)
    // A row that is a whole document shows how it begins.
    if characters.count > longestWhole, range == nil || range == 0..<characters.count {
      return TerminalText.escaped(String(characters[..<beginning])) + " …"
    }
    guard let range, range.upperBound <= characters.count, range != 0..<characters.count else {
      return TerminalText.escaped(sentence)
    }
    let (before, inside, after) = (
      String(characters[..<range.lowerBound]), String(characters[range]), String(characters[range.upperBound...])
    )
    let (open, close) = inColour ? ("\u{1B}[1;7m", "\u{1B}[0m") : ("»", "«")
    return TerminalText.escaped(before) + open + TerminalText.escaped(inside) + close + TerminalText.escaped(after)
  }
}

extension QueryResult {
  /// The places that a row (from 0) was made from; `column` names a cell, which for an aggregate leaves the rows that it
  /// counted.
  ///
  /// Runs the plan again with tracing on; nothing is paid before. Throws `QueryError` if there is no such row or column, and
  /// where the session that ran the query is told to cancel.
  public func explanation(ofRow row: Int, column: String? = nil) throws(QueryError) -> Explanation {
    try explanation(ofRow: row, column: column, for: "why")
  }

  /// `statement`: who asks, `why` or `open`, in messages.
  func explanation(ofRow row: Int, column: String?, for statement: String) throws(QueryError) -> Explanation {
    let asked = "\(statement) \(row + 1)"
    let text = SourceText(name: statement, column.map { "\(asked) \($0)" } ?? asked)
    guard row >= 0, row < rowCount else {
      let range = rowCount == 0 ? "the last result has no rows" : "the last result has the rows 1 to \(rowCount)"
      throw QueryError(
        [
          Diagnostic(
            "no-such-row", "there is no row \(row + 1)", at: ByteSpan(statement.utf8.count + 1, text.bytes.count),
            why: range,
            try: rowCount == 0 ? [] : [.init("\(statement) 1")])
        ], in: text)
    }
    var focus: Int?
    if let column {
      focus = schema.index(of: column)
      if focus == nil {
        let names = visible.map { schema.fields[$0].name }
        throw QueryError(
          [
            Diagnostic(
              "unknown-column", "the last result has no column `\(column)`", at: ByteSpan(4, text.bytes.count),
              why: "it has \(names.joined(separator: ", "))",
              try: NearestName.matches(column, among: names).map { .init("why \(row + 1) \($0)") })
          ],
          in: text)
      }
    }
    let traced: ExecutionResult
    do {
      traced = try self.traced(focus: focus)
    } catch .failed(let diagnostic) {
      throw QueryError([diagnostic], in: text)
    } catch {
      throw QueryError.cancelled
    }
    let (contributions, remarks) = contributions(toRow: row, in: traced) ?? ([], [])
    return Explanation(row: row + 1, column: column, contributions: contributions, remarks: remarks)
  }

  /// The plan's result once more, with the lineage of its rows.
  func traced(focus: Int? = nil) throws(EngineError) -> ExecutionResult {
    limits.cancellation.reset()
    return try limits.executor(store.snapshot, parameters, tracing: true).run(plan, focus: focus)
  }

  /// What it takes to trace its rows once they are a table of their own.
  var kept: KeptResult? {
    KeptResult(plan.rows, columns: visible, snapshot: store.snapshot, parameters: parameters)
  }

  /// The rows that one row of a traced result was made from, and what is to be remarked; nil if there is no such row.
  func contributions(
    toRow row: Int, in traced: ExecutionResult
  ) -> (contributions: [Explanation.Contribution], remarks: [String])? {
    guard let lineage = traced.lineage, row < lineage.rowCount else { return nil }
    var contributions: [Explanation.Contribution] = []
    var remarks: [String] = []
    for entry in lineage.entries(ofRow: row) {
      let name = traced.lineageTables[Int(entry.table)]
      if !entry.isRemark {
        let contribution = contribution(
          table: name, row: Int(entry.row), in: traced.lineageSnapshots[entry.table].map(store.with) ?? store)
        // A rule that comes with Ibid may find the same words in several ways.
        if name.hasPrefix(Catalog.shippedPrefix), contributions.contains(where: contribution.isSame(as:)) { continue }
        contributions.append(contribution)
      } else if !remarks.contains(name) {
        remarks.append(name)
      }
    }
    return (contributions, remarks)
  }

  /// The places that a row (from 0) was made from: those of `explanation(ofRow:)` alone.
  ///
  /// Runs the plan again, which takes as long as the query did. Throws `QueryError` (`no-such-row`) if there is no such row.
  public func sources(ofRow row: Int) throws(QueryError) -> [Source] {
    try explanation(ofRow: row).contributions.compactMap(\.source)
  }

  private func contribution(table stored: String, row: Int, in store: Store) -> Explanation.Contribution {
    let table = store.snapshot.tables[stored]
    let name = table?.rule(ofRow: row).map { "rule \($0)" } ?? stored
    let place = store.snapshot.place(table: stored, row: row)
    let source = place.map { Source(file: $0.file, line: $0.line, start: $0.lower, end: $0.upper) }
    var words = ""
    if case .text(let text)? = table?.column("text")?.value(at: row) { words = text }
    var document: String?
    if case .reference(let target, let index)? = table?.column("document")?.value(at: row) {
      document = store.reference(target, index).name
    }
    var sentence: String?
    var marked: Range<Int>?
    if let place, let text = store.text(of: place.file) {
      var span = ByteSpan(place.lower, place.upper)
      if case .reference(let target, let index)? = table?.column("sentence")?.value(at: row),
        let whole = store.snapshot.place(table: target, row: Int(index))
      {
        span = ByteSpan(whole.lower, whole.upper).joined(with: span)
      } else if name == "documents", let title = table?.column("title")?.value(at: row), case .text(let words) = title {
        return .init(
          table: name, text: words, row: row, source: source, sentence: words, marked: nil, document: nil,
          detail: Self.detail(stored, row, in: store))
      }
      (sentence, marked) = Self.oneLine(text, span, marking: ByteSpan(place.lower, place.upper))
    }
    return .init(
      table: name, text: words, row: row, source: source, sentence: sentence, marked: marked, document: document,
      detail: Self.detail(stored, row, in: store))
  }

  /// The row's first own value, where it says more than its words: what was read, what it was resolved to.
  private static func detail(_ name: String, _ row: Int, in store: Store) -> String? {
    guard let table = store.snapshot.tables[name] else { return nil }
    for (field, column) in zip(table.schema.fields, table.columns) {
      switch field.type.base {
      case .money, .quantity, .date, .period:
        let value = column.value(at: row)
        if value != .none { return "\(field.name): " + value.displayText(references: { store.reference($0, $1) }) }
      default: continue
      }
    }
    return nil
  }

  /// A stretch of text with runs of white space as one blank, and the characters of it that `inner` covers.
  private static func oneLine(_ text: SourceText, _ span: ByteSpan, marking inner: ByteSpan) -> (String, Range<Int>?) {
    func squeezed(_ part: ByteSpan) -> [Character] {
      var result: [Character] = []
      for character in text.string(part) {
        if character.isWhitespace {
          if result.last != " " { result.append(" ") }
        } else {
          result.append(character)
        }
      }
      return result
    }
    let before = squeezed(ByteSpan(span.lower, min(max(inner.lower, span.lower), span.upper)))
    let inside = squeezed(ByteSpan(min(max(inner.lower, span.lower), span.upper), min(inner.upper, span.upper)))
    let after = squeezed(ByteSpan(min(inner.upper, span.upper), span.upper))
    return (String(before + inside + after), before.count..<before.count + inside.count)
  }
}

extension Table {
  /// The rule that found a row of a rule's table; nil for rows of other tables.
  fileprivate func rule(ofRow row: Int) -> String? {
    guard schema.index(of: "@copy") != nil, case .text(let rule)? = column("rule")?.value(at: row) else { return nil }
    return rule
  }
}
