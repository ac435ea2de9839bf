import IbidPlan
import IbidSource
import IbidTypes

/// One query of the benchmark and, where there is one, the time that it must stay below.
struct BenchCase {
  let name: String
  let plan: Plan
  /// For a million rows on the machine of docs/performance.md.
  let targetMilliseconds: Double?
}

extension BenchCase {
  static let all: [BenchCase] = [
    BenchCase(
      name: "filter + sum of floats", plan: total(of: .score, .float, where: .greater, .float(50)),
      targetMilliseconds: 10),
    BenchCase(
      name: "filter + sum of money",
      plan: total(
        of: .amount, ValueType(.money("GBP")), where: .greater,
        .measure(Measure(ExactNumber(5_000_000), unit: "GBP"), .money)),
      targetMilliseconds: 10),
    BenchCase(name: "group sum of money, 100 texts", plan: total(by: .issuer, .text), targetMilliseconds: 15),
    BenchCase(name: "group sum of money, 100,000 texts", plan: total(by: .topic, .text), targetMilliseconds: 60),
    BenchCase(
      name: "group sum of money, 100,000 whole numbers", plan: total(by: .reference, .int), targetMilliseconds: 60),
    BenchCase(name: "join with 10,000 documents", plan: join, targetMilliseconds: nil),
    BenchCase(name: "sort by money", plan: sort, targetMilliseconds: nil),
    BenchCase(name: "distinct topics of 100 groups", plan: distinctPerGroup, targetMilliseconds: nil),
    BenchCase(name: "`has` over 100,000 texts", plan: search, targetMilliseconds: nil),
  ]

  private static let span = ByteSpan(0, 0)
  private static let figures = Plan(
    .scan(table: "figures", copies: true),
    schema: Schema([
      Field("document", .int), Field("score", .float), Field("amount", ValueType(.money("GBP"))),
      Field("issuer", .text), Field("topic", .text),
      Field("reference", .int), Field("@figures", ValueType(.reference("figures"))),
    ]), at: span)

  private static func column(_ figure: BenchTables.Figure, _ type: ValueType) -> PlanExpression {
    PlanExpression(.column(figure.rawValue), type, at: span)
  }

  private static func sum(_ argument: PlanExpression) -> Aggregate {
    Aggregate(function: .sum, argument: argument, type: argument.type, span: span)
  }

  private static func total(
    of figure: BenchTables.Figure, _ type: ValueType, where comparison: Comparison, _ limit: Constant
  ) -> Plan {
    let value = column(figure, type)
    let condition = PlanExpression(
      .compare(comparison, value, PlanExpression(.constant(limit), type, at: span)), .bool, at: span)
    let kept = Plan(.filter(figures, condition), schema: figures.schema, at: span)
    return Plan(.aggregate(kept, keys: [], [sum(value)]), schema: Schema([Field("sum", type)]), at: span)
  }

  private static func total(by figure: BenchTables.Figure, _ type: ValueType) -> Plan {
    let amount = ValueType(.money("GBP"))
    return Plan(
      .aggregate(figures, keys: [column(figure, type)], [sum(column(.amount, amount))]),
      schema: Schema([Field("key", type), Field("sum", amount)]), at: span)
  }

  /// Every figure with the title of its document.
  private static var join: Plan {
    let documents = Plan(
      .scan(table: "documents", copies: true),
      schema: Schema([
        Field("id", .int), Field("title", .text), Field("@documents", ValueType(.reference("documents"))),
      ]), at: span)
    let joined = Plan(
      .join(
        .inner, figures, documents,
        keys: [JoinKey(left: column(.document, .int), right: PlanExpression(.column(0), .int, at: span))],
        condition: nil),
      schema: Schema(figures.schema.fields + documents.schema.fields), at: span)
    let kept = [
      column(.score, .float), PlanExpression(.column(figures.schema.count + 1), .text, at: span),
    ]
    return Plan(.project(joined, kept), schema: Schema([Field("score", .float), Field("title", .text)]), at: span)
  }

  private static var sort: Plan {
    let amount = column(.amount, ValueType(.money("GBP")))
    let sorted = Plan(.sort(figures, [SortOrder(amount, isDescending: true)]), schema: figures.schema, at: span)
    return Plan(
      .project(sorted, [column(.document, .int), amount]),
      schema: Schema([Field("document", .int), Field("amount", amount.type)]), at: span)
  }

  private static var distinctPerGroup: Plan {
    let count = Aggregate(function: .countDistinct, argument: column(.topic, .text), type: .int, span: span)
    return Plan(
      .aggregate(figures, keys: [column(.issuer, .text)], [count]),
      schema: Schema([Field("issuer", .text), Field("topics", .int)]), at: span)
  }

  private static var search: Plan {
    let texts = Plan(
      .scan(table: "texts", copies: true),
      schema: Schema([Field("text", .text), Field("@texts", ValueType(.reference("texts")))]), at: span)
    let text = PlanExpression(.column(0), .text, at: span)
    let condition = PlanExpression(
      .call(.has, [text, PlanExpression(.constant(.text("small boat")), .text, at: span)]), .bool, at: span)
    let found = Plan(.filter(texts, condition), schema: texts.schema, at: span)
    let count = Aggregate(function: .count, argument: nil, type: .int, span: span)
    return Plan(.aggregate(found, keys: [], [count]), schema: Schema([Field("count", .int)]), at: span)
  }
}
