import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

/// Random objects, most with the same keys, written closely, so that they are passed in one go, and with blanks where
/// hardly anybody writes them, so that they are passed value by value: both must be the same table.
@Suite struct RandomJSONTests {
  @Test(arguments: 0..<30)
  func blanksMakeNoDifference(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    for _ in 0..<25 {
      let objects = Self.objects(&generator)
      let close = Self.text(objects, colon: ":", comma: Bool.random(using: &generator) ? "," : ", ", end: "}")
      let wide = Self.text(objects, colon: " : ", comma: "  ,  ", end: " }")
      let format = InputFormat.jsonl
      let found = Result { () throws(FormatError) -> Table in try read(close, format) }
      let wanted = Result { () throws(FormatError) -> Table in try read(wide, format) }
      switch (found, wanted) {
      case (.success(let a), .success(let b)):
        #expect(a.header == b.header && a.rows == b.rows && a.lines == b.lines, "\(close.debugDescription)")
      case (.failure(let a), .failure(let b)): #expect(a.line == b.line, "\(close.debugDescription)")
      default: Issue.record("only one of two readings fails: \(close.debugDescription)")
      }
    }
  }

  /// Keys and values as written.
  private typealias Object = [(key: String, value: String)]

  private static func objects(_ generator: inout SeededGenerator) -> [Object] {
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
    func pick<Element>(_ all: [Element]) -> Element { all[Int.random(in: 0..<all.count, using: &generator)] }
    let keys = (0..<Int.random(in: 1...4, using: &generator)).map { number in
      pick(["a", "key", "long name of \(number)", "é\(number)", "\\u0061\(number)", " b"]) + "\(number)"
    }
    let kinds = keys.map { _ in chance(4) ? values.flatMap { $0 } : pick(values) }
    let isOdd = chance(3)
    let hasMistake = chance(8)
    return (0..<Int.random(in: 0...20, using: &generator)).map { _ in
      var object = zip(keys, kinds).map { (key: $0, value: pick($1)) }
      if isOdd, chance(6) { object.shuffle(using: &generator) }
      if isOdd, chance(6) { object.removeLast() }
      if isOdd, chance(9) { object.append(("other", "1")) }
      if hasMistake, chance(10), !object.isEmpty { object[0].value = pick(mistakes) }
      return object
    }
  }

  private static let values = [
    ["1", "-20", "0", "123456789012", "null"], ["0.5", "-3.25", "12", "1e3", "2.5E-2", "NaN"],
    ["\"\"", "\"Calais\"", "\"eight by\"", "\"a text of more than sixteen bytes\"", "\"£5 für ätwas\"", "null"],
    ["\"a \\\"quoted\\\" word\"", "\"line\\nbreak\"", "\"\\u00e9\"", "\"plain\""], ["true", "false", "null"],
    ["\"2024-03-05\"", "\"2024-12-31\""], ["[1,2]", "[]", "[3]"], ["{\"x\":1}", "{\"x\":2,\"y\":\"z\"}"],
  ]

  private static let mistakes = ["01", "1.", "-", "tru", "\"open", "\"tab\tin it\"", "\"\\x\"", "", "1 2"]

  private static func text(_ objects: [Object], colon: String, comma: String, end: String) -> String {
    objects.map { object in
      "{" + object.map { "\"\($0.key)\"\(colon)\($0.value)" }.joined(separator: comma) + end + "\n"
    }.joined()
  }
}
