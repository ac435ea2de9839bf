import IbidColumns
import IbidEngine
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes
import Testing

/// A query for each step and each family of expressions that goes through all rows.
struct Step: CustomTestStringConvertible, Sendable {
  let name: String
  let query: String
  /// How often the rows are gone through with an eye on whether the run is to end, at least: looks for each stretch of rows
  /// beside those of the table alone.
  let passes: Int

  var testDescription: String { name }

  init(_ name: String, _ query: String, passes: Int) {
    self.name = name
    self.query = query
    self.passes = passes
  }

  /// Nothing but the table, which looks once.
  static let table = Step("table", "t", passes: 0)

  static let all = [
    Step("where", "t | where f > 0.5 and words contains \"river\"", passes: 4),
    Step("where on bounds", "t | where q > 10 boats", passes: 12),
    Step("derive text", "t | derive u = upper(words), l = length(words), s = words + grp", passes: 8),
    Step("derive number", "t | derive r = round(f, 2), m = mod(n, 7), s = sqrt(f)", passes: 2),
    Step("derive amount", "t | derive d = amount * 3, h = above(amount), b = bucket(amount, £100)", passes: 13),
    Step("derive date", "t | derive y = year(day), s = since(day), p = days_between(day, @2030-01-01)", passes: 12),
    Step("if", "t | derive v = if n > 5 then words else grp", passes: 3),
    Step("least", "t | derive v = least(n, id)", passes: 2),
    Step("conversions", "t | derive v = text(day), w = float(words), d = date(2020, mod(n, 12) + 1, 1)", passes: 10),
    Step("range of values", "t | derive v = amount..(amount * 2)", passes: 7),
    Step("sort", "t | sort words, f desc", passes: 21),
    Step("take of sort", "t | sort amount desc | take 5", passes: 4),
    Step("top", "t | top 3 by f per grp", passes: 5),
    Step("top on bounds", "t | top 3 by day", passes: 8),
    Step("sample", "t | sample 100", passes: 4),
    Step("distinct", "t | distinct words, n", passes: 14),
    Step("summarize", "t | summarize s = sum(amount), m = median(f), d = count_distinct(words) by b", passes: 6),
    Step("lists of groups", "t | summarize l = list(n), s = set(words) by grp", passes: 6),
    Step("join", "t | join r = (t | where n < 5) on grp == r.grp", passes: 13),
    Step("join on a condition", "t | join r = (t | where n < 50) on grp == r.grp and f < r.f", passes: 20),
    Step("left join", "t | left join r = (t | where n < 200) on words == r.words and f < r.f", passes: 36),
    Step("full join", "t | full join r = (t | where n < 200) on a == r.b", passes: 40),
    Step("semi join", "t | semi join r = (t | where n < 200) on words == r.words", passes: 7),
    Step("anti join", "t | anti join r = (t | where n < 200) on words == r.words and f < r.f", passes: 17),
    Step("as-of join", "t | asof join r = t on grp == r.grp and day >= r.day", passes: 30),
    Step(
      "union", "t | select words, f, amount, day | union (t | select words = upper(words), f, amount, day)", passes: 6),
    Step("split and sort lists", "t | derive l = sorted(split(words, \" \"))", passes: 26),
    Step("distinct of lists", "t | derive l = distinct(split(words, \" \"))", passes: 14),
    Step("reversed lists", "t | derive l = reversed(split(words, \" \"))", passes: 12),
    Step("join of lists", "t | derive l = join(split(words, \" \"), \",\")", passes: 12),
    Step("list of columns", "t | derive l = [n, id, n + 1]", passes: 7),
    Step("ranges", "t | derive l = range(1, mod(n, 9))", passes: 3),
    Step("sum of lists", "t | derive l = range(1, mod(n, 9)).sum()", passes: 5),
    Step("gathered lists", "t | derive l = split(words, \" \") | sort f", passes: 28),
    Step("unnest", "t | derive l = split(words, \" \") | unnest l", passes: 50),
    Step("pairs", "t | select id, l = split(words, \" \") | pairs of l", passes: 33),
    Step("row number", "t | derive r = row_number(per grp sort f)", passes: 5),
    Step("rank", "t | derive r = rank(per grp sort f)", passes: 5),
    Step("lag", "t | derive r = lag(f per grp sort day)", passes: 6),
    Step("running sum", "t | derive r = sum(f per grp sort day)", passes: 4),
    Step("frames", "t | derive r = stddev(f per grp sort day rows 9)", passes: 21),
    Step("frames to the row", "t | derive r = one(f per grp sort day) ?? 0.0", passes: 57),
    Step("frames that move", "t | derive r = median(f per grp sort day rows 9)", passes: 9),
    Step("frames that grow", "t | derive r = stddev(f per grp sort day), m = mode(f per grp sort day)", passes: 12),
    Step("pivot", "t | pivot sum(f) for grp by b", passes: 9),
    Step("unpivot", "t | select id, n, m = n + 1 | unpivot n, m into what, value", passes: 7),
    Step("fill", "t | summarize c = count() by a, d = day(day) | fill d = @2001-01..@2001-03 by a", passes: 100),
    Step("search", "t | search \"river bridge\"", passes: 10),
    Step("describe", "t | describe", passes: 81),
    Step("conflicts", "t | conflicts of n by grp", passes: 100),
    Step("conflicts of dates", "t | conflicts of day by grp all", passes: 100),
    Step("components", "t | components along a to b", passes: 8),
    Step("reach", "t | reach along a to b from \"n1\"", passes: 7),
    Step("paths", "t | paths along a to b from \"n1\" to \"n9\"", passes: 7),
    Step("without", "t | without \"n1\" along a to b", passes: 19),
    Step("cite", "t | where f > 0.1 | cite", passes: 14),
    Step("cite of groups", "t | summarize s = sum(f) by grp | cite", passes: 4),
    Step("cite of a join", "t | join r = (t | where n < 5) on grp == r.grp | cite", passes: 15),
    Step("cite of an anti join", "t | anti join r = (t | where n < 5) on grp == r.grp | cite", passes: 15),
    Step("cite of a window", "t | derive r = sum(f per grp sort day rows 4) | cite", passes: 15),
    Step("cite of a union", "t | union t | cite", passes: 5),
    Step("cite of components", "t | components along a to b | cite", passes: 10),
    Step("cite of a search", "t | search \"river\" | cite", passes: 7),
  ]

  /// The plan of the query over `table`.
  func plan() throws -> Plan {
    var catalog = Catalog()
    catalog.define(.init(name: "t", schema: SampleRows.schema))
    let source = SourceText(name: "query", query)
    let parsed = Parser.parse(source, mode: .script)
    try #require(parsed.diagnostics.isEmpty, "\(query): \(parsed.diagnostics.map(\.message))")
    var checker = Checker(catalog: catalog, source: source)
    let statements = checker.check(parsed.script)
    let mistakes = checker.diagnostics.filter { $0.severity == .error }.map(\.message)
    try #require(mistakes.isEmpty, "\(query): \(mistakes)")
    guard case .query(let plan, _)? = statements.last else { throw Refused() }
    return plan
  }

  private struct Refused: Error {}
}

/// A table with a column of each type.
enum SampleRows {
  static let schema = Schema([
    Field("id", .int), Field("n", .int), Field("grp", .text), Field("f", .float), Field("day", .date),
    Field("amount", ValueType(.money("GBP"))), Field("q", ValueType(.quantity("boats"))), Field("words", .text),
    Field("a", .text), Field("b", .text),
  ])

  /// A snapshot with a table `t` of so many rows.
  static func snapshot(rows: Int) -> Snapshot {
    let numbers = (0..<rows).map { Int64(($0 &* 7919) % 1009) }
    let words = ["river", "bridge", "harbour", "school", "library", "clinic", "fund", "grant", "report"]
    func text(_ make: (Int) -> String) -> Column { .text(TextColumn((0..<rows).map { make($0) as String? })) }
    func measures(_ kind: MeasureKind, _ make: (Int) -> Measure) -> Column {
      var builder = MeasureColumnBuilder(kind: kind)
      for row in 0..<rows { builder.append(make(row)) }
      guard let column = try? builder.finish() else { return .int(FixedColumn([])) }
      return .measure(column)
    }
    let columns: [Column] = [
      .int(FixedColumn((0..<rows).map(Int64.init))), .int(FixedColumn(numbers)), text { "g\($0 % 16)" },
      .float(FixedColumn(numbers.map { Double($0) / 1009 })),
      .moment(MomentColumn(numbers.map { Moment(year: 2001, month: Int($0 % 12) + 1, day: Int($0 % 28) + 1) })),
      measures(.money) { Measure(ExactNumber(whole: Int128($0 % 977)), unit: "GBP") },
      measures(.quantity) {
        Measure(
          low: ExactNumber(whole: Int128($0 % 50)), high: $0 % 3 == 0 ? nil : ExactNumber(whole: Int128($0 % 50)),
          isHedged: $0 % 5 == 0, unit: "boats")
      },
      text { "\(words[$0 % 9]) \(words[$0 / 3 % 9]) \($0 % 400)" }, text { "n\($0 % 300)" },
      text { "n\(($0 &* 31) % 300)" },
    ]
    var snapshot = Snapshot()
    snapshot.define(Table(name: "t", schema: schema, columns: columns, rowCount: rows))
    return snapshot
  }
}
