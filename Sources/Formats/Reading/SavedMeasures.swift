import IbidColumns
import IbidTypes

/// Amounts and quantities of a file that `save` or `export` wrote: `x` as worded, with `x_low`, `x_high` and `x_currency` or
/// `x_unit` beside it.
///
/// The ends and the unit are taken from their own columns, as the words alone may not say them: "2.4" in a table of millions,
/// "the fund's five million". What only the words say, whether an end is part of it and whether it is about, is read off them.
struct SavedMeasures {
  /// A declared column and the places of those beside it.
  private struct Parts {
    var field: Field
    var words: Int
    var low: Int
    var high: Int
    var unit: Int
  }

  private var found: [Parts] = []

  /// `names` are those of the file's columns.
  init(_ declared: [Field], among names: [String]) {
    for field in declared {
      let unit: String
      switch field.type.base {
      case .money: unit = "currency"
      case .quantity, .duration: unit = "unit"
      default: continue
      }
      let places = [field.name, field.name + "_low", field.name + "_high", "\(field.name)_\(unit)"].map {
        names.firstIndex(of: $0)
      }
      guard let words = places[0], let low = places[1], let high = places[2], let unit = places[3] else { continue }
      found.append(Parts(field: field, words: words, low: low, high: high, unit: unit))
    }
  }

  /// The declared types to read the file with: these columns as the texts that they are.
  func readable(_ declared: [Field]) -> [Field] {
    declared.map { field in
      found.contains { $0.field.name == field.name } ? Field(field.name, ValueType(.text, optional: true)) : field
    }
  }

  /// The table with the values in place of their words.
  func table(_ read: Table) throws(FormatError) -> Table {
    var (fields, columns) = (read.schema.fields, read.columns)
    for parts in found {
      columns[parts.words] = try column(parts, of: read)
      fields[parts.words] = parts.field
      fields[parts.words].isUnique = Uniqueness.holds(columns[parts.words])
    }
    return found.isEmpty
      ? read : Table(name: read.name, schema: Schema(fields), columns: columns, rowCount: read.rowCount)
  }

  private func column(_ parts: Parts, of read: Table) throws(FormatError) -> Column {
    let (type, name) = (parts.field.type, parts.field.name)
    let kind = CellRules.measureKind(of: type)
    guard case .text(let texts) = read.columns[parts.words] else { return read.columns[parts.words] }
    var units: TextColumn?
    if case .text(let column) = read.columns[parts.unit] { units = column }
    var builder = MeasureColumnBuilder(kind: kind)
    for row in 0..<read.rowCount {
      guard let text = texts[row], !text.trimmed.isEmpty else {
        if !type.isOptional { throw CellRules.noValue(type, column: name, line: Self.line(row, of: read)) }
        builder.append(nil)
        continue
      }
      let (low, high) = (Self.number(row, of: read.columns[parts.low]), Self.number(row, of: read.columns[parts.high]))
      // Saved as empty, which is not the same as not saved: an amount of no currency that the document names.
      let saved: String? = units?[row]
      let unit = saved.map { kind == .money ? $0 : Unit.canonical($0) } ?? ""
      var measure = CellMeasure.parse(text, as: kind)
      if low != nil || high != nil, measure.map({ !Self.agrees($0, low, high, unit) }) ?? true {
        let (isLowOpen, isHighOpen, isHedged) = CellMeasure.openness(of: text)
        measure = Measure(
          low: low, high: high, isLowOpen: isLowOpen && high == nil, isHighOpen: isHighOpen && low == nil,
          isHedged: isHedged, unit: unit)
      } else if measure == nil, saved != nil {
        // "Millions of dollars": words without a number.
        measure = Measure(low: nil, high: nil, unit: unit, text: text, worded: text)
      }
      guard let measure else { throw CellRules.bad(text, type, column: name, line: Self.line(row, of: read)) }
      let isWithoutUnit = saved?.isEmpty ?? false && measure.unit.isEmpty && CellRules.unit(of: type) == nil
      builder.append(
        isWithoutUnit
          ? measure : try CellRules.checked(measure, text, type, column: name, line: Self.line(row, of: read)))
    }
    do throws(NumberOverflow) {
      return .measure(try builder.finish())
    } catch {
      throw CellRules.tooLarge(column: name)
    }
  }

  /// Whether the words say what the columns beside them do; exact fractions are written as decimals there.
  private static func agrees(_ words: Measure, _ low: ExactNumber?, _ high: ExactNumber?, _ unit: String) -> Bool {
    func isClose(_ a: ExactNumber?, _ b: ExactNumber?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a == b || abs(a.double - b.double) <= 1e-12 * max(abs(a.double), abs(b.double))
    }
    return isClose(words.low, low) && isClose(words.high, high) && (words.unit == unit || words.unit.isEmpty)
  }

  private static func number(_ row: Int, of column: Column) -> ExactNumber? {
    switch column.value(at: row) {
    case .int(let value): ExactNumber(Int(value))
    case .float(let value): ExactNumber(shortestDecimalOf: value)
    default: nil
    }
  }

  private static func line(_ row: Int, of table: Table) -> Int? {
    if case .source(_, let line, _, _)? = table.columns.last?.value(at: row) { Int(line) } else { nil }
  }
}
