import IbidColumns
import IbidTypes

/// A column, or one value that stands for every row.
struct Operand {
  var column: Column
  /// The column has one row, and it is every row's value.
  var isConstant: Bool

  init(_ column: Column, isConstant: Bool = false) {
    self.column = column
    self.isConstant = isConstant
  }

  /// The column at full length.
  func expanded(to count: Int) -> Column {
    isConstant ? column.gathered([Int32](repeating: 0, count: count)) : column
  }
}

extension Column {
  /// `count` missing values of a type.
  static func missing(_ type: DataType, count: Int) -> Column {
    let none = Bitmap(repeating: false, count: count)
    switch type {
    case .bool:
      return .bool(BoolColumn(none, validity: none))
    case .int, .none, .invalid: return .int(FixedColumn([Int64](repeating: 0, count: count), validity: none))
    case .float: return .float(FixedColumn([Double](repeating: 0, count: count), validity: none))
    case .text, .word:
      return .text(TextColumn(codes: [Int32](repeating: 0, count: count), dictionary: .empty, validity: none))
    case .date, .period:
      return .moment(
        MomentColumn(
          low: [Int64](repeating: MomentColumn.noLow, count: count),
          high: [Int64](repeating: MomentColumn.noHigh, count: count),
          grains: [UInt8](repeating: 0, count: count), validity: none))
    case .money, .quantity, .duration:
      let zeros = Numerators(repeating: 0, count: count)
      let unit: String =
        switch type {
        case .money(let known), .quantity(let known): known ?? ""
        default: "day"
        }
      return .measure(
        MeasureColumn(kind: MeasureKind(type), denominator: 1, low: zeros, high: zeros, units: [unit], validity: none))
    case .list(let element):
      return .list(
        ListColumn(
          offsets: [Int32](repeating: 0, count: count + 1), elements: .missing(element.base, count: 0), validity: none))
    case .reference(let table):
      return .reference(ReferenceColumn(table: table, rows: [Int32](repeating: 0, count: count), validity: none))
    case .source:
      return .source(
        SourceColumn(
          file: TextColumn(codes: [Int32](repeating: 0, count: count), dictionary: .empty, validity: none),
          line: [Int32](repeating: 0, count: count), lower: [Int64](repeating: 0, count: count),
          upper: [Int64](repeating: 0, count: count), validity: none))
    }
  }

  /// A column of one value.
  static func constant(_ value: Value, type: DataType) -> Column {
    switch value {
    case .none: .missing(type, count: 1)
    case .bool(let value): .bool(BoolColumn(Bitmap(repeating: value, count: 1)))
    case .int(let value): type == .float ? .float(FixedColumn([Double(value)])) : .int(FixedColumn([value]))
    case .float(let value): .float(FixedColumn([value]))
    case .text(let value): .text(TextColumn([value]))
    case .measure(let value, let kind): Column.measures([value], kind: kind) ?? .missing(type, count: 1)
    case .moment(let value): .moment(MomentColumn([value]))
    case .list(let values): .list(.of(values, type: type))
    case .reference(let table, let row): .reference(ReferenceColumn(table: table, rows: [row]))
    case .source: .missing(type, count: 1)
    }
  }

  /// nil if no common denominator fits.
  static func measures(_ values: [Measure?], kind: MeasureKind) -> Column? {
    var builder = MeasureColumnBuilder(kind: kind)
    for value in values { builder.append(value) }
    return (try? builder.finish()).map { .measure($0) }
  }
}

extension ListColumn {
  fileprivate static func of(_ values: [Value], type: DataType) -> ListColumn {
    var element = DataType.int
    if case .list(let inner) = type { element = inner.base }
    let columns = values.map { Column.constant($0, type: element) }
    let elements = columns.reduce(Column.missing(element, count: 0)) { Column.concatenated($0, $1) ?? $0 }
    return ListColumn(offsets: [0, Int32(values.count)], elements: elements)
  }
}

extension MeasureKind {
  init(_ type: DataType) {
    switch type {
    case .money: self = .money
    case .duration: self = .duration
    default: self = .quantity
    }
  }
}
