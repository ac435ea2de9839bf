package import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSource
import IbidTypes

/// A column's name and type as the language writes it: `money<GBP>?`.
public struct ResultColumn: Sendable, Hashable {
  /// As a query uses it, without backticks.
  public let name: String
  /// As the language writes it; a `?` at the end means that values may be missing.
  public let type: String
}

/// A finished query: rows in memory, what was noticed on the way, and a way back to the sources.
///
/// Columns are in the order of the query; rows count from 0 here and from 1 in `why`.
public struct QueryResult: Sendable {
  let plan: Plan
  let execution: ExecutionResult
  let store: Store
  let parameters: [String: Value]
  let visible: [Int]

  /// A single value rather than a table.
  public let isScalar: Bool
  /// Wall time of the run, result in memory.
  public let duration: Duration
  /// The query as it was written; nil if no text made it.
  public let question: String?
  /// How the query ran, and what ended it: so it runs again when somebody asks for its sources.
  let limits: Limits

  init(
    plan: Plan, execution: ExecutionResult, store: Store, parameters: [String: Value], isScalar: Bool,
    duration: Duration, limits: Limits, question: String? = nil
  ) {
    self.limits = limits
    self.plan = plan
    self.execution = execution
    self.store = store
    self.parameters = parameters
    self.isScalar = isScalar
    self.duration = duration
    self.question = question
    let fields = execution.table.schema.fields
    visible = fields.indices.filter { !QueryResult.isHidden(fields[$0].name) }
  }

  /// The plan's columns, and those that only the run found out.
  var schema: Schema { execution.table.schema }

  static func isHidden(_ name: String) -> Bool { name.split(separator: ".").last?.hasPrefix("@") ?? false }

  /// The columns in the order of the query, with their types.
  public var columns: [ResultColumn] {
    visible.map { ResultColumn(name: schema.fields[$0].name, type: schema.fields[$0].type.description) }
  }
  /// The number of rows; 1 for a single value.
  public var rowCount: Int { execution.table.rowCount }

  /// One cell; nil if there is no such row or column.
  public subscript(row: Int, column: String) -> CellValue? {
    guard row >= 0, row < rowCount, let index = visible.first(where: { schema.fields[$0].name == column }) else {
      return nil
    }
    return cell(row, index)
  }

  /// All cells of a row, in the order of `columns`.
  public func row(_ row: Int) -> [CellValue] {
    guard row >= 0, row < rowCount else { return [] }
    return visible.map { cell(row, $0) }
  }

  private func cell(_ row: Int, _ column: Int) -> CellValue {
    CellValue(
      execution.table.columns[column].value(at: row), type: schema.fields[column].type.base,
      references: store.reference)
  }

  /// What the user should know beside the rows: `3 possible (2 open bounds, 1 about)`.
  public var notes: [String] {
    execution.notes.compactMap { note in
      switch note {
      case .possible(let count, let causes, let isMoney, _):
        let parts = UnknownCause.allCases.compactMap { cause in causes[cause].map { (cause, $0) } }
        let possible = parts.filter { $0.0 != .missing && $0.0 != .otherUnit }
        let rest = parts.filter { $0.0 == .missing || $0.0 == .otherUnit }.map {
          $0.0 == .otherUnit ? "\($0.1) in other \(isMoney ? "currencies" : "units")" : $0.0.counted($0.1)
        }
        let number = possible.reduce(0) { $0 + $1.1 }
        let first =
          number > 0
          ? "\(number) possible (\(possible.map { $0.0.counted($0.1) }.joined(separator: ", ")))" : "0 possible"
        // A condition that only meets missing values is not worth a count of possible rows.
        let isOnlyMissing = number == 0 && !parts.contains { $0.0 == .otherUnit }
        return count == 0 ? nil : ((isOnlyMissing ? [] : [first]) + rest).joined(separator: ", ")
      case .rates(let rates, let totals, _):
        return "sum adds \(rates) rate\(rates == 1 ? "" : "s") (see `each`) to \(totals) other\(totals == 1 ? "" : "s")"
      case .skipped(let function, let used, let total, _): return "\(function) over \(used) of \(total) rows"
      case .mixedDurations(let function, let groups, _):
        return
          "no \(function) of months and days in \(groups) group\(groups == 1 ? "" : "s"): a month has no fixed length"
      case .left(let tied, let possible, let missing, let unplaced, _):
        return [
          tied == 0 ? nil : "\(tied) more \(tied == 1 ? "ties" : "tie") with the last row",
          possible == 0 ? nil : "\(possible) more may belong",
          missing == 0 ? nil : "\(missing) without a value",
          unplaced == 0 ? nil : "\(unplaced) without a place in the order",
        ].compactMap { $0 }.joined(separator: ", ")
      case .withoutElements(let count, _):
        return count == 1 ? "1 row has no elements" : "\(count) rows have no elements"
      case .incomparable(let withoutValue, let withoutKey, _):
        return [
          withoutValue == 0 ? nil : "\(withoutValue) without a value",
          withoutKey == 0 ? nil : "\(withoutKey) without a certain key",
        ].compactMap { $0 }.joined(separator: ", ")
      case .network(let note, _): return note.words
      case .afterPeriods(let periods, _):
        return periods.map { "`> @\($0)` is what comes after the end of \($0); `>= @\($0)` begins with it" }
          .joined(separator: "; ")
      case .unmatched(let all, _): return all.map { "nothing is called " + $0.words }.joined(separator: "; ")
      }
    }
  }

  // MARK: Output

  /// How to write a result.
  public struct Options: Sendable {
    /// Columns of the terminal; nil never cuts.
    public var width: Int?
    /// Rows to show; nil shows all. The footer tells how many there are.
    public var maxRows: Int?
    /// Whether to use the terminal's colours.
    public var usesColour = false
    /// Whether each row has its number, as `why` counts them.
    public var numbersRows = false
    /// Whether the head has each column's type.
    public var showsTypes = false
    /// Whether frames, marks and plots may be drawn with more than ASCII; plots in `plain` never are. Texts of documents
    /// stay what they are.
    public var usesUnicode = true
    /// Whether the lines below a table begin with the number of rows and the time that the query took.
    public var showsCount = false
    /// Which result of one HTML page this is, from 0: the first begins the page, others go on with it.
    public var section = 0

    /// The same for every format; those for programs take no notice.
    public init(
      width: Int? = nil, maxRows: Int? = nil, usesColour: Bool = false, numbersRows: Bool = false,
      showsTypes: Bool = false, usesUnicode: Bool = true, showsCount: Bool = false, section: Int = 0
    ) {
      self.width = width
      self.maxRows = maxRows
      self.usesColour = usesColour
      self.numbersRows = numbersRows
      self.showsTypes = showsTypes
      self.usesUnicode = usesUnicode
      self.showsCount = showsCount
      self.section = section
    }
  }

  /// Writes the rows in pieces; what the sink throws ends the writing.
  public func write(_ format: ResultFormat, options: Options = Options(), to sink: (String) throws -> Void) throws {
    let store = store
    let references: ReferenceResolver = { store.reference($0, $1) }
    let isForReading = format == .box || format == .plain || format == .md
    if isScalar, isForReading, rowCount == 1, visible.count == 1 {
      let value = execution.table.columns[visible[0]].value(at: 0)
      try sink(TerminalText.escaped(value.displayText(references: references)) + "\n")
      for note in notes where format != .md { try sink(note + "\n") }
      return
    }
    if let plot, format == .box || format == .plain {
      try sink(
        plot.text(
          width: options.width, maxRows: options.maxRows, usesUnicode: options.usesUnicode && format == .box))
      for note in notes { try sink(note + "\n") }
      return
    }
    if format == .html { return try writeHTML(options, to: sink) }
    let writer = (OutputFormat(rawValue: format.rawValue) ?? .box).writer(
      display(options), isSafe: store.writesSafeCells)
    try writer.write(
      isForReading ? shownTable : dataTable, references: references, to: { (text: String) throws in try sink(text) })
  }

  /// The rows in one string, as `write` writes them.
  public func text(_ format: ResultFormat = .box, options: Options = Options()) -> String {
    var text = ""
    do { try write(format, options: options) { text += $0 } } catch { text += "\(error)" }
    return text
  }

  /// The visible columns as the engine made them, for programs of this package.
  package var table: Table { dataTable }

  /// The visible columns alone.
  var dataTable: Table {
    Table(
      name: "result", schema: Schema(visible.map { schema.fields[$0] }),
      columns: visible.map { execution.table.columns[$0] }, rowCount: rowCount)
  }

  /// The visible columns and, where rows are still those of one table, where they stand.
  var shownTable: Table {
    let data = dataTable
    guard !data.schema.fields.contains(where: { $0.type.base == .source || $0.type.base == .list(ValueType(.source)) }),
      let places
    else { return data }
    return Table(
      name: "result", schema: Schema(data.schema.fields + [Field("source", ValueType(.source, optional: true))]),
      columns: data.columns + [.source(places)],
      rowCount: rowCount)
  }

  /// The place of each row that is still a row of a base table with sources.
  private var places: SourceColumn? {
    guard let index = schema.index(of: "@row"), case .reference(let rows) = execution.table.columns[index],
      case .source(let column)? = store.snapshot.tables[rows.table]?.sourceColumn
    else { return nil }
    let wanted = (0..<rows.count).map { rows.isValid($0) ? rows.rows[$0] : -1 }
    guard case .source(let gathered) = Column.source(column).gathered(wanted) else { return nil }
    return gathered
  }
}

/// The formats that results are written in.
public enum ResultFormat: String, Sendable, CaseIterable {
  case box, plain, csv, tsv, json, jsonl, md, html
}

/// Text of documents made safe for a terminal.
public enum TerminalText {
  /// Control, bidirectional and invisible characters as escapes (`\u{202E}`); line breaks and tabs stay.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && Hazard.contains(scalar)
  }
}
