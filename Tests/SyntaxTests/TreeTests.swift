import IbidSource
import IbidSyntax
import Testing

/// What texts mean, as S-expressions.
struct TreeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var tree: String
    init(_ text: String, _ tree: String) {
      self.text = text
      self.tree = tree
    }
    var testDescription: String { text }
  }

  static let expressions: [Case] = [
    Case("1 + 2 * 3", "(+ 1 (* 2 3))"),
    Case("1 - 2 - 3", "(- (- 1 2) 3)"),
    Case("z / 2 / 3", "(/ (/ z 2) 3)"),
    Case("-a * b", "(* (neg a) b)"),
    Case("a ?? b ?? c", "(?? a (?? b c))"),
    Case("x ?? £0 > £5m", "(> (?? x (money £ 0)) (money £ 5 million))"),
    Case("a or b and not c == d", "(or a (and b (not (== c d))))"),
    Case("a in 1..3 and b not in c", "(and (in a (.. 1 3)) (not-in b c))"),
    Case("a not has \"x\" or a not contains \"y\"", "(or (not-has a \"x\") (not-contains a \"y\"))"),
    Case("a matches /x\\/y[/]z/i", "(matches a /x\\/y[/]z/i)"),
    Case("a not matches /x/", "(not-matches a /x/)"),
    Case(
      "a is none or b is known or c is exact or d is resolved",
      "(or (or (or (is-none a) (is-known b)) (is-exact c)) (is-resolved d))"),
    Case("if a then 1 else if b then 2 else 3", "(if a 1 (if b 2 3))"),
    Case("(a + b) * c", "(* (+ a b) c)"),
    Case("a.b.c", "(. (. a b) c)"),
    Case("quotes[speaker].count()", "(call count (on (index quotes speaker)))"),
    Case("f(1, label: 2, /re/)", "(call f 1 (: label 2) /re/)"),
    Case("count(where kind == \"speech\")", "(call count (where (== kind \"speech\")))"),
    Case(
      "lag(value per measure sort document.published desc rows 3)",
      "(call lag value (per measure) (sort (desc (. document published))) (rows 3))"),
    Case("row_number(sort a)", "(call row_number (sort a))"),
    Case("lag(v, 1 sort d)", "(call lag v 1 (sort d))"),
    Case("[1, \"a\", []]", "(list 1 \"a\" (list))"),
    Case("{n: 13, who: \"people\"}", "(record (: n 13) (: who \"people\"))"),
    Case("money with copies", "(with-copies money)"),
    Case("$since", "$since"),
    Case("(money | where a | take 1).max(amount)", "(call max (on (pipeline money (where a) (take 1))) amount)"),
    Case("`odd name`.`by`", "(. `odd name` `by`)"),
    Case("_", "_"),
    Case("été.größe", "(. été größe)"),
  ]

  static let literals: [Case] = [
    Case("24_000", "24000"),
    Case("1.5 million", "(number 1.5 million)"),
    Case("24_000 people", "(quantity 24000 people)"),
    Case("2 million people", "(quantity 2 million people)"),
    Case("36%", "(quantity 36 `%`)"),
    Case("3 `of`", "(quantity 3 of)"),
    Case("10km", "(quantity 10 km)"),
    Case("£10m", "(money £ 10 million)"),
    Case("€3.5bn", "(money € 3.5 billion)"),
    Case("$5k + $x", "(+ (money $ 5 thousand) $x)"),
    Case("£10 million", "(money £ 10 million)"),
    Case("GBP 10 million", "(money GBP 10 million)"),
    Case("GBP", "GBP"),
    Case("@2024-03-05", "@2024-03-05"),
    Case("@2024-01..@2024-03", "(.. @2024-01 @2024-03)"),
    Case("@2024-Q1 - @1990s", "(- @2024-Q1 @1990s)"),
    Case("@2024-03-05T10:30:00 - 3 days", "(- @2024-03-05T10:30:00 (quantity 3 days))"),
    Case("\"a\\\"b\\n\\u{e9}\"", "\"a\\\"b\\né\""),
    Case("true == false", "(== true false)"),
    Case("x ?? none", "(?? x none)"),
    Case("1..3", "(.. 1 3)"),
    Case("17..40 people", "(.. 17 (quantity 40 people))"),
  ]

  static let steps: [Case] = [
    Case("t | select a, b = c", "(pipeline t (select a (= b c)))"),
    Case("t | drop a, b | rename a = b, c = d", "(pipeline t (drop a b) (rename (= a b) (= c d)))"),
    Case("t | sort a desc, b asc, c", "(pipeline t (sort (desc a) b c))"),
    Case("t | take 1 | skip 2 | sample 3 seed 4", "(pipeline t (take 1) (skip 2) (sample 3 (seed 4)))"),
    Case(
      "t | distinct | distinct a | count | count by a", "(pipeline t (distinct) (distinct a) (count) (count (by a)))"),
    Case("t | top 3 by a desc, b per c", "(pipeline t (top 3 (by (desc a) (desc b)) (per c)))"),
    Case("t | left join r = u on a == r.b, c", "(pipeline t (left-join r u (on (== a (. r b)) c)))"),
    Case("t | semi join r = (u | take 1) on a", "(pipeline t (semi-join r (pipeline u (take 1)) (on a)))"),
    Case("t | union u | unnest a.b", "(pipeline t (union u) (unnest a b))"),
    Case(
      "t | pivot n = count() for kind in [\"a\"] by d",
      "(pipeline t (pivot (= n (call count)) (for kind) (in \"a\") (by d)))"),
    Case("t | unpivot a, b into name, value", "(pipeline t (unpivot a b (into name value)))"),
    Case("t | fill m = @2024-01..@2024-12 by k", "(pipeline t (fill m (.. @2024-01 @2024-12) (by k)))"),
    Case("t | search \"w\" in a, b | describe | cite", "(pipeline t (search \"w\" (in a b)) (describe) (cite))"),
    Case("t | plot bars a, b | save \"x.svg\"", "(pipeline t (plot bars a b) (save \"x.svg\"))"),
    Case("t | conflicts of a.b by c, d all", "(pipeline t (conflicts (of a b) (by c d) all))"),
    Case("t | pairs of a | components along a, b", "(pipeline t (pairs a) (components (along a b)))"),
    Case("t | reach along a to b from \"UK\" within 3", "(pipeline t (reach (along-to a b) \"UK\" (within 3)))"),
    Case(
      "t | paths from \"a\" to \"b\" within 2 | without \"c\"",
      "(pipeline t (paths \"a\" \"b\" (within 2)) (without \"c\"))"),
  ]

  static let statements: [Case] = [
    Case(
      "load \"a.txt\" with issuer: \"HO\", dollar: \"USD\"",
      "(load \"a.txt\" (with (: issuer \"HO\") (: dollar \"USD\")))"),
    Case(
      "load \"r.csv\" as rates (on: date, rate: float?)",
      "(load \"r.csv\" (as rates) (fields (: on date) (: rate float?)))"),
    Case("param floor: money<GBP>= £5", "(param floor money<GBP> (money £ 5))"),
    Case("param l: list<list<int>>?", "(param l list<list<int>>?)"),
    Case("param q: quantity<\"%\"> = 3%", "(param q quantity<\"%\"> (quantity 3 `%`))"),
    Case("param r: ref<money>", "(param r ref<money>)"),
    Case("fn f() = 1", "(fn f 1)"),
    Case("fn f(a: int, b: text) = a", "(fn f (fields (: a int) (: b text)) a)"),
    Case("use \"x.ibid\"", "(use \"x.ibid\")"),
    Case("assert a > 3, \"no\"", "(assert (> a 3) \"no\")"),
    Case("assert (t | where x).empty()", "(assert (call empty (on (pipeline t (where x)))))"),
    Case("explain analyze t | take 1", "(explain-analyze (pipeline t (take 1)))"),
    Case("explain analyze | take 1", "(explain (pipeline analyze (take 1)))"),
    Case("why 3 total", "(why 3 total)"),
    Case("why not a > 3", "(why-not (> a 3))"),
    Case("help", "(help)"),
    Case("help where", "(help where)"),
    Case("help compare-none", "(help compare-none)"),
    Case("open 3", "(open 3)"),
    Case("keep mine", "(keep mine)"),
    Case("set hedge = 5%", "(set hedge (quantity 5 `%`))"),
    Case("open | take 3", "(pipeline open (take 3))"),
    Case("help.title", "(. help title)"),
    Case("load == 3", "(== load 3)"),
  ]

  @Test(arguments: expressions + literals + steps + statements)
  func reads(_ example: Case) {
    #expect(tree(example.text) == example.tree)
    #expect(diagnostics(example.text).isEmpty, "\(rendered(example.text))")
  }

  @Test func promptGoesOnFromTheLastResult() {
    #expect(tree("| take 3 | cite", mode: .repl) == "(continue (take 3) (cite))")
    #expect(diagnostics("| take 3", mode: .repl).isEmpty)
  }

  @Test func spansCoverWhatWasWritten() throws {
    let text = "money | where  amount > £1m  # big\n| asof join r = rates on a"
    let source = SourceText(name: "query", text)
    let statement = try #require(Parser.parse(source, mode: .script).script.statements.first)
    guard case .pipeline(let pipeline) = statement.kind else { return #expect(Bool(false)) }
    #expect(source.string(statement.span) == text)
    #expect(source.string(pipeline.source.span) == "money")
    #expect(pipeline.steps.map { source.string($0.span) } == ["where  amount > £1m", "asof join r = rates on a"])
    #expect(pipeline.steps.map { source.string($0.keyword) } == ["where", "asof join"])
  }
}
