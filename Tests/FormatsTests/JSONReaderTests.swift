import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test func arrayOfObjects() throws {
    let table = try read(
      #"""
      [
        {"id": 1, "name": "Ann \u00e9\ud83d\ude00\n\"x\"", "rate": 1, "ok": true, "day": "2024-03-05", "code": "7", "tags": ["a", "b"]},
        {"rate": 2.5e1, "id": 2, "extra": "x", "tags": [], "code": "8", "day": null},
        {}
      ]
      """#, .json)
    #expect(
      table.header
        == "id: int?, name: text?, rate: float?, ok: bool?, day: date?, code: text?, tags: list<text>?, extra: text?")
    #expect(
      table.rows == [
        "1 | Ann é😀\n\"x\" | 1.0 | true | 2024-03-05 | 7 | a, b | –", "2 | – | 25.0 | – | – | 8 |  | x",
        "– | – | – | – | – | – | – | –",
      ])
    #expect(table.lines == [2, 3, 4])
  }

  @Test func objectsLineByLine() throws {
    let table = try read("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}", .jsonl)
    #expect(table.header == "a: int")
    #expect(table.rows == ["1", "2", "3"])
    #expect(table.lines == [1, 3, 4])
    #expect(try read("", .jsonl).rowCount == 0)
    #expect(try read("[]", .json, [Field("rate", .float)]).header == "rate: float")
  }

  /// Of no use to RFC 8259, but what Python writes.
  @Test func whatIsNoNumberIsMissingAndCounted() throws {
    func warnings(_ text: String, _ declared: [Field] = []) throws -> [String] {
      let options = ReadingOptions(parallel: Parallel(threads: 2), pieceBytes: 7)
      return try InputFormat.jsonl.read(Array(text.utf8), name: "t", file: "t", declared: declared, options: options)
        .warnings
    }
    let text = "{\"x\":1,\"y\":NaN,\"z\":[0.5,NaN]}\n{\"x\":-Infinity,\"y\":Infinity,\"z\":[]}\n"
    let table = try read(text, .jsonl)
    #expect(table.header == "x: float?, y: text, z: list<float?>")
    #expect(table.rows == ["1.0 | NaN | 0.5, –", "– | Infinity | "])
    #expect(
      try warnings(text) == [
        "1 value is no number in column `x` (NaN or infinity): missing",
        "1 value is no number in column `z` (NaN or infinity): missing",
      ])
    #expect(try read("{\"x\":NaN}", .jsonl, [Field("x", .float.optional)]).rows == ["–"])
    #expect(
      failure("{\"x\":1}\n{\"x\":NaN}", .jsonl, [Field("x", .float)]) == "line 2: `NaN` is not a float in column `x`")
    #expect(failure("{\"x\":nan}", .jsonl).hasPrefix("line 1: a value should stand here"))
    #expect(failure("{\"x\":NaN,\"y\":1}\n{\"x\":\"a\"}", .jsonl) == "read: x: text, y: int?")
  }

  /// `read` cuts them into pieces of a few bytes, too.
  @Test(arguments: 0..<20)
  func randomObjects(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let breaksLines = seed % 4 == 0
    var text = ""
    var rows: [String] = []
    for row in 0..<60 {
      let word = ["a", "é", "e\u{301}", "\\n", "long enough for a table of words", ""].randomElement(using: &generator)!
      let hasExtra = Bool.random(using: &generator)
      let space = breaksLines && Bool.random(using: &generator) ? "\n " : ""
      text += "{\"id\":\(row),\(space)\"word\":\"\(word)\"" + (hasExtra ? ",\"extra\":\(row).5" : "") + "}\n"
      rows.append("\(row) | \(word == "\\n" ? "\n" : word) | \(hasExtra ? "\(row).5" : "–")")
    }
    let table = try read(text, .jsonl)
    #expect(table.header == "id: int, word: text, extra: float?")
    #expect(table.rows.map { $0.precomposed } == rows.map { $0.precomposed })
    #expect(table.schema["id"]?.isUnique == true)
  }

  @Test func nestedObjectsBecomeColumns() throws {
    let table = try read(
      #"{"at":{"lat":1.5,"box":{"w":1}},"who":{"id":"e1","name":"NCA"},"mix":{"x":1},"none":{}}"# + "\n"
        + #"{"at":{"lat":2,"lon":3},"who":null,"mix":[1]}"#, .jsonl)
    #expect(table.header == "at_lat: float, at_box_w: int?, at_lon: int?, who_id: text?, who: text?, mix: text")
    #expect(table.rows == [#"1.5 | 1 | – | e1 | NCA | {"x":1}"#, "2.0 | – | 3 | – | – | [1]"])
  }

  @Test func listsOfAnything() throws {
    let table = try read(
      #"{"n":[1,2],"m":[1,"a"],"d":["2024-03-05",null],"nn":[[1],[]],"e":[]}"#, .jsonl)
    #expect(table.header == "n: list<int>, m: list<text>, d: list<date?>, nn: list<list<int>>, e: list<text>")
    #expect(table.rows == ["1, 2 | 1, a | 2024-03-05, – | 1,  | "])
  }

  /// What the writer makes of values comes back as the same values.
  @Test func valuesSurviveTheRoundTrip() throws {
    let names = ["amount", "share", "date"]
    let text = OutputFormat.jsonl.writer().text(of: sample, references: entityNames)
    let table = try read(text, .jsonl)
    #expect(
      table.header
        == "n: int?, rate: float, ok: bool?, amount: money?, share: quantity?, date: date?, speaker_id: text?, speaker: text?, "
        + "parties: list<text?>?, note: text?, file: text, start: int, end: int")
    for name in names {
      for row in 0..<sample.rowCount {
        switch (sample.column(name)!.value(at: row), table.column(name)!.value(at: row)) {
        case (.measure(let before, let kind), .measure(let after, let kindAfter)):
          #expect(kind == kindAfter)
          #expect(before.isSame(as: after) || before.low?.denominator == 3)
          #expect(after.worded == before.statedText(as: kind))
        case (.moment(let before), .moment(let after)):
          #expect(before.isSame(as: after))
          #expect(before.grain == after.grain)
        case (let before, let after): #expect(before == after)
        }
      }
    }
  }

  @Test(arguments: [
    (" ", "the file is empty; it must hold an array of objects"),
    ("[1]", "line 1: an object: a row is written `{\"column\": value, …}` should stand here, but there is `1]`"),
    (
      "[{\"a\":1},]", "line 1: an object: a row is written `{\"column\": value, …}` should stand here, but there is `]`"
    ),
    ("[\n{\"a\":1}\n{\"a\":2}]", "line 3: `,` or `]` should stand here, but there is `{\"a\":2}]`"),
    ("{\"a\":}", "line 1: a value should stand here, but there is `}`"),
    ("{\"a\":01}", "line 1: `01}` is not a number of JSON"),
    ("{\"a\":1.}", "line 1: `1.}` is not a number of JSON"),
    ("{\"a\":nul}", "line 1: a value should stand here, but there is `nul}`"),
    ("{\"a\" 1}", "line 1: `:` should stand here, but there is `1}`"),
    ("{a:1}", "line 1: a name in quotes should stand here, but there is `a:1}`"),
    ("{\"a\":\"x", "line 1: a quote is opened here and never closed"),
    ("{\"a\":\"x\ny\"}", "line 1: a line break or control character inside a string"),
    ("{\"a\":\"\\x\"}", "line 1: `\\x\"}` is not an escape of JSON"),
    ("{\"a\":\"\\u12\"}", "line 1: `\\u12\"}` is not an escape of JSON"),
    ("{\"a\":\"\\", "line 1: the file ends inside a string"),
    ("{\"a\":1,\"a\":2}", "line 1: the name `a` stands twice in one object"),
    ("[] x", "line 1: the end of the file should stand here, but there is `x`"),
    ("{\"a\":{\"b\":1},\"a_b\":2}", "two columns are called `a_b`, the 1st and the 2nd; rename one"),
  ])
  func faults(_ text: String, _ message: String) {
    #expect(failure(text, .json) == message)
  }

  @Test func badCells() {
    #expect(
      failure("{\"n\":1}\n{\"n\":\"2\"}", .jsonl, [Field("n", .int)]) == "line 2: `2` is not an int in column `n`")
    #expect(
      failure("{\"n\":[1,\"x\"]}", .jsonl, [Field("n", ValueType(.list(.int)))])
        == "line 1: `x` is not an int in column `n`")
  }

  @Test func nestingIsLimited() {
    for depth in [100, 100_000] {
      let deep = "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
      #expect(failure(deep, .jsonl) == "line 1: values are nested deeper than 64 levels")
    }
    let fine = "{\"a\":" + String(repeating: "{\"a\":", count: 60) + "1" + String(repeating: "}", count: 60) + "}"
    #expect(failure(fine, .jsonl).hasPrefix("read: a_a_a"))
  }

  @Test func manyNamesInManyRowsAreRefused() {
    let text = (0..<6000).map { "{\"k\($0)\":1}\n" }.joined()
    #expect(failure(text, .jsonl) == "the objects have 6000 different names in 6000 rows: too many for a table")
  }
}

extension String {
  fileprivate var precomposed: String { TextNormalization.nfc(self) }
}
