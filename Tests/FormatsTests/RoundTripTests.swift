import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

@Suite struct RoundTripTests {
  private static let pieces = [
    "a", "B", " ", "\"", "\"\"", ",", "\t", "\n", "\r", "\r\n", ";", "é", "日本", "👩‍👧", "\u{202E}", "\\", "'", "0", "1",
    "-", "=",
  ]

  private func randomText(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
  }

  private func column(_ type: DataType, _ count: Int, _ generator: inout SeededGenerator) -> Column {
    func rows<T>(_ make: (inout SeededGenerator) -> T) -> [T?] {
      (0..<count).map { _ in Int.random(in: 0..<4, using: &generator) == 0 ? nil : make(&generator) }
    }
    func valid<T>(_ rows: [T?]) -> Bitmap { Bitmap(rows.map { $0 != nil }) }
    switch type {
    case .bool:
      let values = rows { Bool.random(using: &$0) }
      return .bool(BoolColumn(Bitmap(values.map { $0 ?? false }), validity: valid(values)))
    case .int:
      let values = rows { Int64.random(in: .min ... .max, using: &$0) >> Int64.random(in: 0...63, using: &$0) }
      return .int(FixedColumn(values.map { $0 ?? 0 }, validity: valid(values)))
    case .float:
      let values = rows { generator in
        let bits = Double(bitPattern: generator.next())
        return Bool.random(using: &generator) && bits.isFinite
          ? bits : Double(Int.random(in: -999...999, using: &generator)) / 8
      }
      return .float(FixedColumn(values.map { $0 ?? 0 }, validity: valid(values)))
    case .date:
      return .moment(
        MomentColumn(
          rows {
            Moment(
              year: .random(in: 0...9999, using: &$0), month: .random(in: 1...12, using: &$0),
              day: .random(in: 1...28, using: &$0))!
          }))
    case .money:
      return measureColumn(
        .money,
        rows { generator in
          let low = ExactNumber(Int128(Int.random(in: -5000...5000, using: &generator)), over: 100)!
          let high = low.adding(ExactNumber(Int.random(in: 0...2, using: &generator)))!
          let shape = Int.random(in: 0...3, using: &generator)
          return Measure(
            low: shape == 1 ? nil : low, high: shape == 2 ? nil : high,
            isLowOpen: shape > 0 && Bool.random(using: &generator) && low != high,
            isHighOpen: shape > 0 && Bool.random(using: &generator) && low != high,
            isHedged: Bool.random(using: &generator), unit: ["GBP", "EUR", "CHF"].randomElement(using: &generator)!)
        })
    default:
      return .text(TextColumn(rows { randomText(&$0) }))
    }
  }

  private func randomTable(_ generator: inout SeededGenerator) -> Table {
    let count = Int.random(in: 0...20, using: &generator)
    let types: [DataType] = [.bool, .int, .float, .date, .text, .money(nil)]
    let fields = (0..<Int.random(in: 1...6, using: &generator)).map { index in
      Field(
        "c\(index) " + ["x", "\"", "é,", "\ny"].randomElement(using: &generator)!.trimmedForName,
        ValueType(types.randomElement(using: &generator)!, optional: true))
    }
    return Table(
      name: "t", schema: Schema(fields), columns: fields.map { column($0.type.base, count, &generator) },
      rowCount: count)
  }

  /// Every column with its declared type holds what was written; money also in its printed form.
  @Test(arguments: [OutputFormat.csv, .tsv, .jsonl, .json])
  func randomTables(_ format: OutputFormat) throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<150 {
      let table = randomTable(&generator)
      let text = format.writer().text(of: table)
      let input = InputFormat(rawValue: format.rawValue)!
      let back = try input.read(Array(text.utf8), name: "t", file: "f", declared: table.schema.fields).table
      #expect(back.rowCount == table.rowCount)
      for field in table.schema.fields {
        let (before, after) = (table.column(field.name)!, back.column(field.name)!)
        for row in 0..<table.rowCount {
          switch (before.value(at: row), after.value(at: row)) {
          case (.measure(let a, _), .measure(let b, _)): #expect(a.isSame(as: b), "\(text)")
          case (.moment(let a), .moment(let b)): #expect(a.isSame(as: b))
          case (let a, let b): #expect(a == b, "\(text)")
          }
        }
      }
    }
  }

  /// Whatever the bytes, there is a table or an error with a message on one line, and a table can be written.
  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 11)
    let alphabet =
      Array("{}[]\":,\\u0d8-+.eE10truefalsn \n\r\t;£%–\u{202E}a|/".utf8) + [0, 0xFF, 0xC3, 0xEF, 0xBB, 0xBF]
    let seeds = [
      Array("a,b\n1,\"x\"\n".utf8), Array("[{\"a\":1,\"b\":[1,{\"low\":1,\"high\":null,\"unit\":\"x\"}]}]".utf8),
      Array("{\"a\":{\"low\":1,\"high\":2,\"currency\":\"GBP\"}}\n{\"a\":null}".utf8),
      Array("{\"d\":{\"low\":\"2024-03-01\",\"high\":null,\"grain\":\"month\"}}".utf8),
    ]
    let types: [DataType] = [
      .bool, .int, .float, .text, .date, .period, .duration, .money("GBP"), .quantity(nil), .list(.int),
    ]
    for round in 0..<6000 {
      var bytes: [UInt8] = []
      if round % 2 == 0 {
        bytes = seeds.randomElement(using: &generator)!
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          if Bool.random(using: &generator) {
            bytes[place] = alphabet.randomElement(using: &generator)!
          } else {
            bytes.remove(at: place)
          }
        }
      } else {
        bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! }
      }
      for format in InputFormat.allCases {
        do throws(FormatError) {
          let table = try format.read(bytes, name: "t", file: "f").table
          let first = table.schema.names[0]
          _ = BoxFormat(DisplayOptions(width: 40)).text(of: table)
          _ = JSONFormat(layout: .lines).text(of: table)
          _ = DelimitedFormat.csv.text(of: table)
          let type = ValueType(types.randomElement(using: &generator)!, optional: true)
          _ = try format.read(bytes, name: "t", file: "f", declared: [Field(first, type)])
        } catch {
          #expect(!error.description.isEmpty)
          #expect(!error.description.contains("\n"))
        }
      }
    }
  }

  @Test func fiveMegabytes() throws {
    var generator = SeededGenerator(seed: 3)
    var text = "id,day,amount,rate,name,note\n"
    var id = 0
    while text.utf8.count < 5_000_000 {
      id += 1
      text +=
        "\(id),2024-0\(id % 9 + 1)-1\(id % 10),\(generator.next() % 100_000),\(Double(id) / 7),name \(id % 1000),\"note, \(id)\"\n"
    }
    let bytes = Array(text.utf8)
    let clock = ContinuousClock()
    var table: Table?
    let time = try clock.measure { table = try InputFormat.csv.read(bytes, name: "t", file: "f.csv").table }
    #expect(table?.rowCount == id)
    var size = 0
    let writing = clock.measure {
      for format in [OutputFormat.csv, .jsonl, .box] {
        format.writer().write(table!, references: rowNumberReferences) { size += $0.utf8.count }
      }
    }
    #if DEBUG
      #expect(time < .seconds(60))
    #else
      print("5 MB read in \(time), \(size / 1_000_000) MB written in \(writing)")
      #expect(time < .seconds(1))
    #endif
  }
}

extension String {
  /// Names are trimmed when read, so tests don't end one with a line break.
  fileprivate var trimmedForName: String { hasPrefix("\n") ? "a" + self : self }
}
