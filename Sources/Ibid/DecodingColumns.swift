import IbidColumns
import IbidSource
import IbidTypes

/// A column as a decoder sees it.
struct DecodingColumn {
  let name: String
  let type: ValueType
  /// nil for the type `none`, which has no values.
  let values: Column?
}

/// The columns of a result, or the parts of one amount or date, found by the names that Swift types use.
struct DecodingColumns {
  let columns: [DecodingColumn]
  /// Stands for columns whose absence has been reported: every name is there.
  let isAnything: Bool
  private let exact: [String: Int]
  /// Names without case and underscores; nil where two columns share one.
  private let folded: [String: Int?]

  static let anything = DecodingColumns([], isAnything: true)

  init(_ columns: [DecodingColumn], isAnything: Bool = false) {
    self.columns = columns
    self.isAnything = isAnything
    exact = Dictionary(columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    folded = Dictionary(columns.enumerated().map { (Self.fold($1.name), $0) }, uniquingKeysWith: { _, _ in nil })
  }

  /// The column with this name, else the only one that differs in case and underscores alone.
  func position(of name: String) -> Int? { exact[name] ?? folded[Self.fold(name)] ?? nil }

  private static func fold(_ name: String) -> String { name.filter { $0 != "_" }.lowercased() }

  func cell(at position: Int, row: Int, within parent: DecodingCell?, _ context: DecodingContext) -> DecodingCell {
    let column = columns[position]
    return DecodingCell(
      name: parent.map { $0.name + "." + column.name } ?? column.name, type: column.type, values: column.values,
      row: row,
      context: context, depth: parent?.depth ?? 0)
  }

  func missing(_ name: String, within parent: String?, askedBy type: (any Any.Type)?) -> DecodingProblem {
    let near = NearestName.matches(name, among: columns.map(\.name))
    let listed = columns.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    let asker = type.map { ", which `\($0)` asks for" } ?? ""
    return DecodingProblem(
      id: "decode-missing-column",
      message: (parent.map { "the column `\($0)` has no part `\(name)`" } ?? "there is no column `\(name)`") + asker,
      reason: "there " + (columns.count == 1 ? "is " : "are ") + listed, suggestions: near)
  }

  /// What a type asks for that these columns do not have: the type decodes one made-up row, and what it does is noted.
  ///
  /// An initialiser that refuses made-up values ends the look early. Then the first row is looked at as well, as far as
  /// it has values; what is still not seen is found when the rows are decoded.
  func problems(decoding type: (some Decodable).Type) -> [DecodingProblem] {
    let context = DecodingContext(isProbing: true, references: { _, _ in ("", "") })
    func accepts(_ columns: [DecodingColumn]) -> Bool {
      (try? RowDecoder(Self(columns), row: 0, context).decode(type)) != nil
    }
    let madeUp = columns.map { DecodingColumn(name: $0.name, type: $0.type, values: Column.sample(of: $0.type.base)) }
    if accepts(madeUp) { return context.problems }
    _ = accepts(zip(columns, madeUp).map { $0.values.map { $0.count > 0 && $0.isValid(0) } ?? false ? $0 : $1 })
    return context.problems
  }
}

/// What one pass of decoding shares: whether it is the look at the types, and what that look found.
final class DecodingContext {
  /// With made-up values: problems are noted, not thrown, so that all are found at once.
  let isProbing: Bool
  let references: (String, Int32) -> (id: String, name: String)
  private(set) var problems: [DecodingProblem] = []
  /// Columns of which Swift asked whether a value is missing, before asking for the value.
  var asked: Set<String> = []

  init(isProbing: Bool, references: @escaping (String, Int32) -> (id: String, name: String)) {
    self.isProbing = isProbing
    self.references = references
  }

  /// Notes a problem while probing, throws it otherwise.
  func report(_ problem: DecodingProblem) throws {
    guard isProbing else { throw problem }
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension Column {
  /// One row with a harmless value of the type; nil where no column has the type.
  static func sample(of type: DataType) -> Column? {
    switch type {
    case .bool: .bool(BoolColumn(Bitmap(repeating: false, count: 1)))
    case .int: .int(FixedColumn([0]))
    case .float: .float(FixedColumn([0]))
    case .text: .text(TextColumn([""]))
    case .word(let set): .text(TextColumn([set.words.first ?? ""]))
    case .money(let currency): sample(.money, unit: currency ?? "GBP")
    case .quantity(let unit): sample(.quantity, unit: unit ?? "")
    case .duration: sample(.duration, unit: "day")
    case .date, .period: .moment(MomentColumn([Moment(year: 2000, month: 1, day: 1)]))
    case .list(let element): sample(of: element.base).map { .list(ListColumn(offsets: [0, 1], elements: $0)) }
    case .reference(let table): .reference(ReferenceColumn(table: table, [0]))
    case .source: .source(SourceColumn(file: TextColumn([""]), line: [1], lower: [0], upper: [0]))
    case .none, .invalid: nil
    }
  }

  private static func sample(_ kind: MeasureKind, unit: String) -> Column {
    .measure(MeasureColumn(kind: kind, denominator: 1, low: [0], high: [0], units: [unit]))
  }
}
