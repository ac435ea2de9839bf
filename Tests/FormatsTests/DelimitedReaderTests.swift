import IbidColumns
import IbidFormats
import IbidTypes
import Testing

@Suite struct DelimitedReaderTests {
  @Test func typesAreInferredFromTheWholeFile() throws {
    let table = try read(
      """
      id,name,rate,day,ok,code,mixed,empty
      1,Ann,0.5,2024-03-05,true,007,1,
      2,"B ""b"", c",3,2024-03-06 07:30,FALSE,042,x,
      3,,-1e3,,,1,,

      """)
    #expect(
      table.header == "id: int, name: text?, rate: float, day: date?, ok: bool?, code: text, mixed: text?, empty: text?"
    )
    #expect(
      table.rows == [
        "1 | Ann | 0.5 | 2024-03-05 | true | 007 | 1 | –",
        #"2 | B "b", c | 3.0 | 2024-03-06T07:30 | false | 042 | x | –"#,
        "3 | – | -1000.0 | – | – | 1 | – | –",
      ])
    #expect(table.schema["id"]?.isUnique == true)
    #expect(table.schema["ok"]?.isUnique == false)
  }

  @Test(arguments: [
    ("1", "int"), ("-9223372036854775808", "int"), ("9223372036854775808", "text"), ("1.5", "float"), (".5", "float"),
    ("5.", "float"), ("1e3", "float"), ("1e999", "text"), ("nan", "text"), ("inf", "text"), ("0x10", "text"),
    ("1_000", "text"),
    ("00", "text"), ("0", "int"), ("-0.0", "float"), ("00.5", "text"), ("true", "bool"), ("yes", "text"),
    ("2024", "int"),
    ("2024-03", "text"), ("2024-02-30", "text"), ("2024-03-05", "date"), ("2024-03-05T07:30:15", "date"),
    ("2024-03-05T07:30:15Z", "text"), (" 7 ", "int"), ("\"7\"", "int"), ("\"\"", "text"), ("+5", "int"), ("-", "text"),
    ("1e", "text"), ("1-2", "text"), ("٣", "text"), ("12345678901234567890.5", "float"), ("tru", "text"),
  ])
  func oneCell(_ cell: String, _ type: String) throws {
    #expect(try read("x,y\n\(cell),1\n").schema["x"]?.type.description == type)
  }

  @Test(arguments: [
    ("1\nNaN\n3", "float?", ["1.0", "–", "3.0"]), ("0.5\n-inf\n+Infinity", "float?", ["0.5", "–", "–"]),
    ("nan\n\ninf", "text?", ["nan", "–", "inf"]), ("1\nnano", "text", ["1", "nano"]),
    ("2024-03-05\nnan", "text", ["2024-03-05", "nan"]), ("nan\n1\n\"x\"\"\"", "text", ["nan", "1", "x\""]),
  ])
  func whatFloatsHaveBesideNumbersIsMissing(_ cells: String, _ type: String, _ rows: [String]) throws {
    let table = try read("x\n\(cells)\n")
    #expect(table.schema["x"]?.type.description == type)
    #expect(table.rows == rows)
  }

  @Test func notANumberIsCounted() throws {
    func warnings(_ text: String, _ declared: [Field] = []) throws -> [String] {
      try InputFormat.csv.read(Array(text.utf8), name: "t", file: "t.csv", declared: declared).warnings
    }
    #expect(
      try warnings("x,y\n1,NaN\ninf,1\n-nan,a\n") == [
        "2 values are no numbers in column `x` (NaN or infinity): missing"
      ])
    let optional = Field("x", ValueType(.float, optional: true))
    #expect(try warnings("x\nnan\n", [optional]) == ["1 value is no number in column `x` (NaN or infinity): missing"])
    #expect(failure("x\n1\nnan\n", .csv, [Field("x", .float)]) == "line 3: `nan` is not a float in column `x`")
  }

  @Test(arguments: [
    "0.1", "123456.789", "1e22", "1e23", "9007199254740993.0", "2.2250738585072014e-308", "-0.000001", "179.99e10",
  ])
  func floatsAreReadToTheLastBit(_ digits: String) throws {
    #expect(try read("x\n\(digits)\n").column("x")?.value(at: 0) == .float(Double(digits)!))
  }

  @Test func wholeNumbersAreNeverRoundedToFloats() throws {
    #expect(try read("x\n9007199254740993\n0.5\n").header == "x: text")
    #expect(try read("x\n9007199254740992\n0.5\n").header == "x: float")
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4\r", "\u{FEFF}\n\na,b\n\n1,2\n\r\n3,4\n\n",
    " a , b \n\"1\",2\n3,\"4\"\n",
  ])
  func lineEnds(_ text: String) throws {
    let table = try read(text)
    #expect(table.header == "a: int, b: int")
    #expect(table.rows == ["1 | 2", "3 | 4"])
  }

  @Test func placesOfRows() throws {
    let text = "a,b\r\n1,\"x\ny\"\n\n2,é\n"
    let table = try read(text)
    guard case .source(let places) = table.columns[2] else { return #expect(Bool(false)) }
    #expect(places.line == [2, 5])
    #expect(places.file[1] == "t.csv")
    let bytes = Array(text.utf8)
    let rows = (0..<2).map { String(decoding: bytes[Int(places.lower[$0])..<Int(places.upper[$0])], as: UTF8.self) }
    #expect(rows == ["1,\"x\ny\"", "2,é"])
    #expect(table.schema.fields[2] == Field("source", ValueType(.source), unique: true))
  }

  @Test func namesOfColumns() throws {
    #expect(try read("Odd Name,,source\n1,2,3\n").schema.names == ["Odd Name", "column_2", "source", "source_2"])
  }

  @Test func blankLinesOfOneColumnAreRows() throws {
    #expect(try read("a\n1\n\n2\n").rows == ["1", "–", "2"])
    #expect(try read("a,b\n").header == "a: text, b: text")
    #expect(try read("a").rowCount == 0)
  }

  @Test func tabs() throws { #expect(try read("a\tb\n1,5\t\"x\ty\"\n", .tsv).rows == ["1,5 | x\ty"]) }

  @Test(arguments: [
    ("", "the file is empty; its first line must name the columns"),
    ("\n\r\n", "the file is empty; its first line must name the columns"),
    ("a,b\n1\n", "line 2: 1 cell, but the header names 2"),
    ("a,b\n1,2\n1,2,3", "line 3: 3 cells, but the header names 2"),
    ("a\n\"x\n\ny", "line 2: a quote is opened here and never closed"),
    ("\"", "line 1: a quote is opened here and never closed"),
    ("a,b\n\"x\"y,1", "line 2: text after a closing quote; a quote inside a quoted cell is written twice"),
    ("a,b,a \n", "line 1: two columns are called `a`, the 1st and the 3rd; rename one"),
    ("a\nb\u{0}", "line 2: a NUL byte: not a text file"),
  ])
  func faults(_ text: String, _ message: String) { #expect(failure(text) == message) }

  @Test func otherEncodings() {
    func message(_ bytes: [UInt8]) -> String? {
      do throws(FormatError) {
        _ = try InputFormat.csv.read(bytes, name: "t", file: "t.csv")
        return nil
      } catch {
        return error.description
      }
    }
    #expect(message([0xFF, 0xFE, 0x61, 0]) == "the file is in UTF-16; save it as UTF-8")
    #expect(message(Array("a\n".utf8) + [0x63, 0xE9, 0x0A]) == "line 2: not UTF-8 text; save the file as UTF-8")
  }

  @Test func declaredTypes() throws {
    let text = """
      on,spent,share,n,when,long,x
      2024-03-05,"£1,200.50",36%,007,2024-Q1,3 days,1
      2024-03,more than £30m,,1,since 2015,2 years,2

      """
    let table = try read(
      text, .csv,
      [
        Field("on", .date), Field("spent", ValueType(.money("GBP"))),
        Field("share", ValueType(.quantity("percent"), optional: true)),
        Field("n", .int), Field("when", .period), Field("long", ValueType(.duration)),
      ])
    #expect(
      table.header
        == "on: date, spent: money<GBP>, share: quantity<percent>?, n: int, when: period, long: duration, x: int")
    #expect(
      table.rows == [
        "2024-03-05 | £1,200.50 | 36% | 7 | 2024-Q1 | 3 days | 1",
        "2024-03 | more than £30m | – | 1 | since 2015 | 2 years | 2",
      ])
  }

  @Test(arguments: [
    ("abc", ValueType.int, "line 3: `abc` is not an int in column `n`"),
    ("1.5", .int, "line 3: `1.5` is not an int in column `n`"),
    ("x", .float, "line 3: `x` is not a float in column `n`"),
    ("1", .bool, "line 3: `1` is not a bool in column `n`"),
    ("05/03/2024", .date, "line 3: `05/03/2024` is not a date in column `n`"),
    ("", .int, "line 3: column `n` has no value here; declare it int? to allow that"),
    ("€5", ValueType(.money("GBP")), "line 3: `€5` is in EUR, but column `n` is declared money<GBP>"),
    ("5", ValueType(.money(nil)), "line 3: `5` in column `n` has no currency; declare it money<GBP>, or what it is in"),
    (
      "5 boats", ValueType(.quantity("people")),
      "line 3: `5 boats` is in boats, but column `n` is declared quantity<people>"
    ),
    ("5", ValueType(.duration), "line 3: `5` in column `n` has no unit of time"),
    ("5 boats", ValueType(.duration), "line 3: `5 boats` is not a duration in column `n`"),
    ("é\u{202E}\u{1B}", .int, #"line 3: `é\u{202E}\u{1B}` is not an int in column `n`"#),
    ("spech", ValueType(.word(WordSet("kind", ["speech", "news"]))), "line 3: `spech` is not a kind in column `n`"),
    (
      "1", ValueType(.reference("x")),
      "a column of a file cannot be declared as ref<x>; it can be bool, int, float, text, date, period, duration, money, quantity or a list of them"
    ),
  ])
  func badCells(_ cell: String, _ type: ValueType, _ message: String) {
    // The blank line counts.
    #expect(failure("n,m\n\n\(cell),\n", .csv, [Field("n", type)]) == message)
  }

  /// What spreadsheets write where the comma is the decimal mark.
  @Test(arguments: [
    ("a;b\n1;x, y\n", ["1 | x, y"]), ("\"a, b\";c\n1;2\n", ["1 | 2"]), ("\n\na\tb\n1\t2;3\n", ["1 | 2;3"]),
    ("a,b;c\n1,2\n", ["1 | 2"]), ("a\n\"1;2\"\n", ["1;2"]), ("\u{FEFF}a;b\r\n1;\"2;3\"\r\n", ["1 | 2;3"]),
  ])
  func theLineOfNamesTellsWhatSeparates(_ text: String, _ rows: [String]) throws {
    #expect(try read(text).rows == rows)
  }

  @Test func decimalCommasStayText() throws {
    let read = try InputFormat.csv.read(Array("a;b;c\n1,5;2;1.234,5\n-2;3;x\n".utf8), name: "t", file: "t.csv")
    #expect(read.table.header == "a: text, b: int, c: text" && read.separators == "semicolons")
    #expect(
      read.warnings.count == 1 && read.warnings.first?.hasPrefix("column `a` has numbers with a decimal comma") ?? false
    )
  }

  /// The ends and the unit stand beside the words, which say what they alone can.
  @Test func savedAmountsTakeTheirEndsFromTheirOwnColumns() throws {
    let text = "x,x_low,x_high,x_currency\n2.4,2400000,2400000,EUR\nmore than a few,3,,GBP\nabout ten,10,10,GBP\n,,,\n"
    let table = try read(text, .csv, [Field("x", ValueType(.money(nil), optional: true))])
    #expect(table.rows.map { $0.split(separator: " | ")[0] } == ["€2.4m", "more than £3", "about £10", "–"])
    #expect(table.schema["x"]?.type.description == "money?")
    #expect(failure(text, .csv, [Field("x", ValueType(.money("GBP"), optional: true))]).contains("is in EUR"))
  }

  @Test func unknownDeclaredColumns() {
    #expect(failure("a,b\n1,2\n", .csv, [Field("rate", .float)]) == "there is no column `rate`; the file has `a`, `b`")
  }

  @Test(arguments: [
    ("12.5", "£12.50"), ("£30m", "£30m"), ("GBP 3 million", "£3m"), ("3bn GBP", "£3bn"), ("-£5", "-£5"), ("£-5", "-£5"),
    ("over £30m", "more than £30m"), ("£30m or more", "£30m or more"), (">= 5", "£5 or more"),
    ("up to £6bn", "up to £6bn"),
    ("£5–£7", "£5–£7"), ("£5–£7 (low end excluded)", "£5–£7 (low end excluded)"), ("about £5k", "about £5,000"),
    ("down £5", "down £5"), ("1,234,567", "£1,234,567"), ("less than 10", "less than £10"),
    ("between £2.3 billion and £2.5 billion", "£2.3bn–£2.5bn"), ("£5 to £7 million", "£5m–£7m"),
    ("£5m-£7m", "£5m–£7m"), ("from 200 to 300", "£200–£300"), ("1.2–1.4 billion", "£1.2bn–£1.4bn"),
    ("£500–£2m", "£500–£2m"), ("2,4 Mrd", "£2.4bn"), ("1.234,5", "£1,234.50"), ("1.234.567", "£1,234,567"),
    ("Less than 3 million pounds", "less than £3m"), ("Nearly 200", "about £200"), ("no more than £8m", "up to £8m"),
  ])
  func money(_ text: String, _ printed: String) throws {
    #expect(try read("x\n\"\(text)\"\n", .csv, [Field("x", ValueType(.money("GBP")))]).rows == [printed])
  }

  @Test(arguments: [
    ("36%", "36%"), ("17–40 people", "17–40 people"), ("about 23 percent", "about 23%"), ("2/7", "2/7"),
    ("a third", "a third"),
    ("down more than 30%", "down more than 30%"), ("24,000", "24,000"), ("5 million people", "5,000,000 people"),
    ("7 miles", "7 miles"), ("5 m", "5 metres"), ("-3", "-3"), ("up to 6", "up to 6"), ("up 5%", "up 5%"),
  ])
  func quantities(_ text: String, _ printed: String) throws {
    #expect(try read("x\n\"\(text)\"\n", .csv, [Field("x", ValueType(.quantity(nil)))]).rows == [printed])
  }

  @Test(arguments: [
    "£", "about", "5 5", "1.2.3", "–", "5–", "7–5", "£5–€7", "1/0", "down down 5", "--5", "5 (x)",
    "99999999999999999999999999999999999999999999",
  ])
  func noMoney(_ text: String) {
    #expect(failure("x\n\"\(text)\"\n", .csv, [Field("x", ValueType(.money("GBP")))]).hasPrefix("line 2: `"))
  }

  @Test(arguments: [
    "2024-01..2024-03", "since 2015", "until 2024-03-05", "\"last month\" (unresolved)", "2024-Q1", "1990s",
  ])
  func periods(_ text: String) throws {
    let cell = text.contains("\"") ? "\"\"\"last month\"\" (unresolved)\"" : text
    #expect(try read("x\n\(cell)\n", .csv, [Field("x", .period)]).rows == [text])
  }

  @Test func lists() throws {
    let table = try read(
      "x,y\na; b,1; 2\n,3\n", .csv,
      [Field("x", ValueType(.list(.text), optional: true)), Field("y", ValueType(.list(.int)))])
    #expect(table.rows == ["a, b | 1, 2", "– | 3"])
  }
}
