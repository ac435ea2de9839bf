import IbidColumns
import IbidPatterns
import IbidPlan
import IbidTypes
import Testing

/// `matches` over a column finds what the pattern finds in each text by itself, whatever is looked for first.
@Suite struct PatternSearchTests {
  private static let patterns = [
    "[£$€][0-9]+([.][0-9]+)? (million|billion|m|bn)", "small boats?", "(a|b)x+y?", "x*", "q(u(a|e))?z", "^£", "m$",
    "\\bbn\\b",
    "[^a-z]9", "(million|billion)", "(?:ab|cd){2}", "(ab){0,3}z", "£(.*)€", "[]x]z", "a\\.b", "\\$5", "é+", "[a-c]q",
    "jazz|quiz", "(x|)y", "zz|", "(?i)QUIZ",
  ]

  @Test(arguments: patterns)
  func findsWhatThePatternFinds(_ pattern: String) throws {
    var random = Random(seed: 5)
    let parts = [
      "£", "$5", "€", "12", " million", " bn", "m", "small boat", "s", "ax", "xx", "y", "qu", "quiz", "z", "jazz", "ab",
      "cd",
      "a.b", "é", " ", "9", "the word", "x", "]z", "bq", "",
    ]
    let texts = (0..<400).map { _ in (0..<random.below(12)).map { _ in random.pick(parts) }.joined() }
    let table = Evaluation([.text.optional], texts.map { [.text($0)] } + [[.none]])
    let found = try table.values(
      PlanExpression(
        .matches(column(0, .text.optional), pattern: pattern, ignoresCase: false), ValueType(.bool, optional: true),
        at: nowhere))
    let regex = try RegularExpression(pattern)
    for (text, value) in zip(texts, found) {
      // Entries of a dictionary are in NFC, as these texts are.
      #expect(value == .bool(regex.matches(Array(text.utf8)[...])), "\(pattern) in \(text)")
    }
    #expect(found.last == Value.none)
  }

  @Test func saysWhatMustBeThere() {
    #expect(RequiredLiterals("[£$€][0-9]+")?.alternatives.count == 3)
    #expect(
      RequiredLiterals("small boats?")?.alternatives.map { String(decoding: $0, as: UTF8.self) } == [
        "small boat", "small boats",
      ])
    #expect(RequiredLiterals("x*") == nil)
    #expect(RequiredLiterals("(abc|d*)") == nil)
    #expect(RequiredLiterals("(?i)abc") == nil)
    #expect(RequiredLiterals("a(bc)+d")?.alternatives.isEmpty == false)
  }

  /// Of four patterns in a cache for three, the one that was asked for longest ago is compiled again.
  @Test func keepsPatternsThatAreAskedFor() throws {
    let cache = PatternCache(capacity: 3)
    let first = try cache.entry("a+")
    _ = try cache.entry("b")
    _ = try cache.entry("a+", ignoresCase: true)
    #expect(try cache.entry("a+").regex === first.regex)
    _ = try cache.entry("c")
    #expect(cache.count == 3)
    #expect(try cache.entry("a+").regex === first.regex)
    #expect(try cache.entry("a+", ignoresCase: true).regex.matches(Array("A".utf8)[...]))
    #expect(!first.regex.matches(Array("A".utf8)[...]))
    #expect(throws: RegularExpression.Mistake.self) { try cache.entry("(") }
    #expect(cache.count == 3)
  }

  /// Groups that took no part, and more groups than have room beside the call.
  @Test func tellsThePlacesOfGroups() throws {
    let text = Array("xx<abcdefghij>".utf8)[2...]
    let many = try RegularExpression("(a)(b)(c)(d)(e)(f)(g)(h)(i)(z)?(j)")
    let parts = try #require(many.firstMatch(in: text))
    #expect(parts[0] == 3..<13 && parts[1] == 3..<4 && parts[9] == 11..<12 && parts[10] == nil && parts[11] == 12..<13)
    #expect(try RegularExpression("q(u)?").firstMatch(in: text) == nil)
  }
}
