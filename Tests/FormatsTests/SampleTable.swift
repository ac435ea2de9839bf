import IbidColumns
import IbidFormats
import IbidTypes

/// Short ways to write values in tests.
func number(_ digits: String) -> ExactNumber { ExactNumber(digits: digits)! }

func measureColumn(_ kind: MeasureKind, _ values: [Measure?]) -> Column {
  var builder = MeasureColumnBuilder(kind: kind)
  for value in values { builder.append(value) }
  return .measure(try! builder.finish())
}

func table(_ name: String = "t", _ columns: (String, ValueType, Column)...) -> Table {
  Table(
    name: name, schema: Schema(columns.map { Field($0.0, $0.1) }), columns: columns.map(\.2),
    rowCount: columns.first?.2.count ?? 0)
}

func textTable(_ column: String, _ values: [String?]) -> Table {
  table("t", (column, ValueType(.text, optional: values.contains(nil)), .text(TextColumn(values))))
}

func intTable(_ column: String, _ count: Int) -> Table {
  table("t", (column, .int, .int(FixedColumn((0..<count).map { Int64($0) }))))
}

func places(_ file: String, _ lines: [Int32], at offsets: [Int64]) -> Column {
  .source(
    SourceColumn(file: TextColumn(lines.map { _ in file }), line: lines, lower: offsets, upper: offsets.map { $0 + 10 })
  )
}

/// Names of the rows that references of the tests lead to.
let entityNames: ReferenceResolver = { table, row in
  ("e\(row)", ["Albania", "Europol", "NCA \"joint\" unit"][Int(row)])
}

/// Six rows with a column of every type: exact, open ends, hedged, ranges, changes, unresolved, without ends, missing.
let sample: Table = {
  let amounts: [Measure?] = [
    Measure(number("30000000"), unit: "GBP", text: "£30 million"),
    Measure(
      low: number("24000"), high: nil, isLowOpen: true, unit: "EUR", text: "€24,000", worded: "more than €24,000"),
    Measure(low: nil, high: number("6000000000"), unit: "USD", text: "$6bn", worded: "up to $6bn"),
    Measure(low: number("17.5"), high: number("40"), unit: "GBP", text: "£17.50 to £40"),
    Measure(low: nil, high: nil, unit: "GBP", text: "millions of pounds"),
    nil,
  ]
  let third = ExactNumber(1, over: 3)!
  let shares: [Measure?] = [
    Measure(number("36"), unit: "percent", text: "36%"),
    Measure(
      low: nil, high: number("-30"), isHighOpen: true, isChange: true, unit: "percent", text: "30%",
      worded: "more than 30%"),
    Measure(third, unit: "fraction", text: "a third"),
    Measure(
      low: number("200"), high: number("200"), isHedged: true, unit: "people", text: "200 people",
      worded: "nearly 200 people"),
    Measure(low: number("17"), high: number("40"), unit: "boats"),
    nil,
  ]
  let dates: [Moment?] = [
    Moment(year: 2024, month: 3, day: 5, text: "5 March 2024"), Moment(year: 2024, month: 3, text: "March 2024"),
    Moment(low: Moment(year: 2015)!.low, high: nil, grain: .year),
    .unresolved("last July", grain: .month, partial: "--07"), .unresolved("last month", grain: .month), nil,
  ]
  let parties = ListColumn(
    offsets: [0, 2, 3, 3, 4, 4, 4], elements: .reference(ReferenceColumn(table: "entities", [0, 1, 2, nil])),
    validity: Bitmap([true, true, true, true, false, false]))
  return table(
    "sample",
    (
      "n", ValueType(.int, optional: true),
      .int(FixedColumn([1, -2, 3, 4, 5, 0], validity: Bitmap([true, true, true, true, true, false])))
    ),
    ("rate", .float, .float(FixedColumn([0.5, 1, 1e20, -3.25, 0.1, 0]))),
    (
      "ok", .bool,
      .bool(
        BoolColumn(
          Bitmap([true, false, true, false, true, false]), validity: Bitmap([true, true, true, true, true, false])))
    ),
    ("amount", ValueType(.money(nil), optional: true), measureColumn(.money, amounts)),
    ("share", ValueType(.quantity(nil), optional: true), measureColumn(.quantity, shares)),
    ("date", ValueType(.date, optional: true), .moment(MomentColumn(dates))),
    (
      "speaker", ValueType(.reference("entities"), optional: true),
      .reference(ReferenceColumn(table: "entities", [0, nil, 2, 1, 0, nil]))
    ),
    ("parties", ValueType(.list(ValueType(.reference("entities"))), optional: true), .list(parties)),
    (
      "note", ValueType(.text, optional: true),
      .text(TextColumn(["plain", "a \"b\", c", "two\nlines", "日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é", "user\u{202E}gpj.exe\u{1B}[31m", nil]))
    ),
    ("source", ValueType(.source), places("press/003.txt", [1, 2, 3, 40, 50, 60], at: [0, 20, 40, 400, 500, 600])))
}()
