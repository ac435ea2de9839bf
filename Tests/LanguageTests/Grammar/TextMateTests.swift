import Foundation
import IbidSyntax
import TestSupport
import Testing

/// The grammar for editors is made from the language's words, and colours what it should.
struct TextMateTests {
  static let file = "grammar/ibid.tmLanguage.json"

  @Test func theFileIsUpToDate() throws {
    if Golden.isUpdating { try PackageFolder.write(TextMateGrammar.json, to: Self.file) }
    #expect(
      PackageFolder.text(of: Self.file) == TextMateGrammar.json, "UPDATE_GOLDEN=1 swift test --filter TextMateTests")
  }

  struct Case: Sendable, CustomStringConvertible {
    var line: String
    /// Pieces of the line in order, and the beginning of each one's scope.
    var scopes: [(String, String)]
    init(_ line: String, _ scopes: (String, String)...) {
      self.line = line
      self.scopes = scopes
    }
    var description: String { line }
  }

  static let cases: [Case] = [
    Case("money # a \"note\"", ("money", "variable.other"), ("# a \"note\"", "comment.line")),
    Case(
      "x == \"a # \\n\\q\"", ("==", "keyword.operator"), ("a # ", "string.quoted"),
      ("\\n", "constant.character.escape"), ("\\q", "invalid")),
    Case(
      "£10m + $5 + GBP 3 million + €1_000.5", ("£", "keyword.other.currency"), ("10m", "constant.numeric.money"),
      ("5", "constant.numeric.money"), ("GBP", "keyword.other.currency"), ("3", "constant.numeric.money"),
      ("million", "keyword.other.scale"), ("1_000.5", "constant.numeric.money")),
    Case("$least", ("$least", "variable.parameter")),
    Case(
      "@2024-03-05 .. @2024-Q1 @1990s @2024-03-05T10:30", ("@2024-03-05", "constant.other.date"),
      ("..", "keyword.operator"), ("@2024-Q1", "constant.other.date"), ("@1990s", "constant.other.date"),
      ("@2024-03-05T10:30", "constant.other.date")),
    Case(
      "24_000 people + 2 million km + 36%", ("24_000", "constant.numeric.quantity"), ("people", "keyword.other.unit"),
      ("2", "constant.numeric.quantity"), ("million", "keyword.other.scale"), ("km", "keyword.other.unit"),
      ("36", "constant.numeric.quantity"), ("%", "keyword.other.unit")),
    Case("1.5 * 3", ("1.5", "constant.numeric.ibid"), ("*", "keyword.operator"), ("3", "constant.numeric.ibid")),
    Case(
      "a matches /[/#]\\/x/i and f(/b/)", ("matches", "keyword.operator.word"), ("/[/#]\\/x/i", "string.regexp"),
      ("and", "keyword.operator.word"), ("f", "entity.name.function"), ("/b/", "string.regexp")),
    Case("z / 2 / 3", ("/", "keyword.operator"), ("2", "constant.numeric"), ("/", "keyword.operator")),
    Case(
      "| where a is known | sort a desc, b | take 3", ("|", "keyword.operator.pipe"), ("where", "keyword.control.step"),
      ("is", "keyword.operator.word"), ("known", "constant.language"), ("sort", "keyword.control.step"),
      ("desc", "keyword.other.order"), ("take", "keyword.control.step")),
    Case(
      "take + sort.desc", ("take", "variable.other"), ("sort", "variable.other"), ("desc", "variable.other")),
    Case(
      "m | left join r = rates on a == r.a", ("left", "keyword.control.step"), ("join", "keyword.control.step"),
      ("on", "keyword.other.clause")),
    Case(
      "let x = money with copies", ("let", "keyword.control.statement"), ("x", "variable.other.definition"),
      ("with", "keyword.other.clause"), ("copies", "keyword.other.clause")),
    Case(
      "param least: money<GBP>? = £20m", ("param", "keyword.control.statement"), ("least", "variable.other.definition"),
      ("money", "storage.type"), ("20m", "constant.numeric.money")),
    Case(
      "fn share(part: list<float>, x: int) = part / x", ("fn", "keyword.control.statement"),
      ("share", "entity.name.function"), ("list", "storage.type"), ("float", "storage.type"), ("int", "storage.type")),
    Case(
      "load \"a.csv\" as rates", ("load", "keyword.control.statement"), ("as", "keyword.other.clause"),
      ("rates", "variable.other")),
    Case("open | take 3", ("open", "variable.other"), ("take", "keyword.control.step")),
    Case("`where` + where", ("`where`", "variable.other.quoted"), ("where", "keyword.other.clause")),
    Case(
      "if a then true else sum(b where c sort d rows 3)", ("if", "keyword.control.conditional"),
      ("then", "keyword.control.conditional"), ("true", "constant.language"), ("sum", "entity.name.function"),
      ("where", "keyword.other.clause"), ("sort", "keyword.other.clause"), ("rows", "keyword.other.clause")),
  ]

  @Test(arguments: cases) func colours(_ example: Case) throws {
    let found = try TextMateReader(TextMateGrammar.json).scopes(of: example.line)
    var rest = found[...]
    for (text, scope) in example.scopes {
      guard let index = rest.firstIndex(where: { $0.text == text && $0.scope.hasPrefix(scope) }) else {
        Issue.record("no `\(text)` as \(scope) in \(found.map { "\($0.text) \($0.scope)" })")
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  /// Each word of the language has a colour of its own where it stands usually.
  @Test func everyWordHasAColour() throws {
    let reader = try TextMateReader(TextMateGrammar.json)
    for step in Words.steps {
      #expect(
        reader.scopes(of: "t | \(step.word) x").contains {
          $0.text == step.word && $0.scope.hasPrefix("keyword.control.step")
        })
    }
    for statement in Words.statements {
      #expect(
        reader.scopes(of: "\(statement.word) x").contains {
          $0.text == statement.word && $0.scope.hasPrefix("keyword.control.statement")
        })
    }
    for word in Words.reserved {
      #expect(
        reader.scopes(of: "a \(word) b").contains { $0.text == word && !$0.scope.hasPrefix("variable") }, "\(word)")
    }
    for sign in Words.signTexts {
      #expect(
        reader.scopes(of: "a \(sign) b").contains { $0.text == sign && $0.scope.hasPrefix("keyword.operator") },
        "\(sign)")
    }
    for type in Words.types {
      #expect(reader.scopes(of: "param x: \(type)").contains { $0.text == type && $0.scope.hasPrefix("storage.type") })
    }
  }

  /// Colours of the examples never lose a byte, and no word of ours is without one.
  @Test func examplesAreColoured() throws {
    let reader = try TextMateReader(TextMateGrammar.json)
    for file in PackageFolder.files(below: "examples", ending: ".ibid") {
      for line in try #require(PackageFolder.text(of: file)).split(separator: "\n") {
        let found = reader.scopes(of: String(line))
        #expect(!found.contains { $0.scope.hasPrefix("invalid") }, "\(line)")
        let bare = found.filter { $0.scope.isEmpty && !$0.text.allSatisfy(\.isWhitespace) }
        #expect(bare.isEmpty, "\(line): \(bare.map(\.text))")
      }
    }
  }
}
