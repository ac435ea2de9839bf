package import IbidTypes

/// A function as users know it: what it takes, what it gives, what it is for.
///
/// The checker types calls by this table, `help` prints it, the reference is made from it, and the tests run its
/// examples. One entry per function and one place to look.
package struct FunctionEntry: Sendable {
  package enum Implementation: Sendable, Hashable {
    case scalar(ScalarFunction)
    case aggregate(AggregateFunction)
  }

  package struct Parameter: Sendable {
    package let name: String
    package let pattern: Pattern
    package let isOptional: Bool
    package init(_ name: String, _ pattern: Pattern, optional: Bool = false) {
      self.name = name
      self.pattern = pattern
      isOptional = optional
    }
  }

  /// What an argument may be.
  package enum Pattern: String, Sendable {
    case any, bool, int, number, text
    case textOrList = "text or list"
    case list
    case date
    case period
    case moment = "date or period"
    case duration
    case money
    case measure = "money or quantity"
    case numeric = "number, money or quantity"
    case ordered = "anything with an order"
    case word = "text literal"
    case pattern = "regular expression"
    case number0 = "whole number literal"

    /// As the end of "the 1st argument must be …".
    package var phrase: String {
      switch self {
      case .any, .text, .money, .measure, .ordered, .textOrList: rawValue
      case .int: "an int"
      default: "a " + rawValue
      }
    }
  }

  package enum Result: Sendable {
    case type(DataType)
    /// Of the argument's type.
    case argument(Int)
    /// A list of the argument's type.
    case listOf(Int)
    /// An element of the list argument.
    case elementOf(Int)
    /// The argument's type as a mean: int becomes float.
    case mean(Int)
    /// Known to the checker alone.
    case special
  }

  package let implementation: Implementation
  package let parameters: [Parameter]
  package let result: Result
  /// The result may be missing even if no argument is.
  package let mayBeMissing: Bool
  /// One sentence.
  package let summary: String
  /// Snippets and what they print, over `examples/corpus` where they read a table; every one is run by the tests.
  package let examples: [(query: String, result: String)]

  package var name: String {
    switch implementation {
    case .scalar(let function): function.rawValue
    case .aggregate(let function): function.rawValue
    }
  }

  package var isAggregate: Bool { if case .aggregate = implementation { true } else { false } }

  /// `round(x: number, places?: whole number literal) -> number`
  package var signature: String {
    let list = parameters.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.pattern.rawValue)" }.joined(
      separator: ", ")
    return "\(name)(\(list))"
  }
}

package enum FunctionCatalog {
  package static let entries: [FunctionEntry] = scalars + aggregates

  package static func entries(named name: String) -> [FunctionEntry] { byName[name] ?? [] }

  private static let byName = Dictionary(grouping: entries, by: \.name)

  private typealias P = FunctionEntry.Parameter

  private static func scalar(
    _ function: ScalarFunction, _ parameters: [P], _ result: FunctionEntry.Result, mayBeMissing: Bool = false,
    _ summary: String,
    _ examples: (String, String)...
  ) -> FunctionEntry {
    FunctionEntry(
      implementation: .scalar(function), parameters: parameters, result: result, mayBeMissing: mayBeMissing,
      summary: summary,
      examples: examples.map { (query: $0.0, result: $0.1) })
  }

  private static func aggregate(
    _ function: AggregateFunction, _ parameters: [P], _ result: FunctionEntry.Result, mayBeMissing: Bool = true,
    _ summary: String,
    _ examples: (String, String)...
  ) -> FunctionEntry {
    FunctionEntry(
      implementation: .aggregate(function), parameters: parameters, result: result, mayBeMissing: mayBeMissing,
      summary: summary,
      examples: examples.map { (query: $0.0, result: $0.1) })
  }

  private static let x = P("x", .numeric)
  private static let t = P("t", .text)
  private static let d = P("d", .moment)

  private static let scalars: [FunctionEntry] = [
    // Text
    scalar(.lower, [t], .type(.text), "The text in small letters.", (#"lower("Hawala")"#, "hawala")),
    scalar(.upper, [t], .type(.text), "The text in capitals.", (#"upper("nca")"#, "NCA")),
    scalar(.trim, [t], .type(.text), "The text without blanks at its ends.", (#"trim("  a b ")"#, "a b")),
    scalar(
      .length, [P("x", .textOrList)], .type(.int), "Characters of a text, elements of a list.",
      (#"length("café")"#, "4"),
      ("length([1, 2, 3])", "3")),
    scalar(
      .startsWith, [t, P("start", .text)], .type(.bool), "Whether the text begins so, letter for letter.",
      (#"starts_with("Calais", "Cal")"#, "true")),
    scalar(
      .endsWith, [t, P("end", .text)], .type(.bool), "Whether the text ends so, letter for letter.",
      (#"ends_with("Calais", "is")"#, "true")),
    scalar(
      .replace, [t, P("old", .text), P("new", .text)], .type(.text), "The text with every `old` made `new`.",
      (#"replace("a-b-c", "-", "/")"#, "a/b/c")),
    scalar(
      .split, [t, P("by", .text)], .type(.list(.text)), "The parts between separators.",
      (#"split("a, b", ", ")"#, "a, b")),
    scalar(
      .join, [P("list", .list), P("by", .text)], .type(.text), "The elements in one text, with `by` between them.",
      (#"join(["a", "b"], "+")"#, "a+b")),
    scalar(
      .occurrences, [t, P("words", .text)], .type(.int),
      "How often the whole words occur, case, accents and quote style ignored.",
      (#"occurrences("The NCA and the nca", "NCA")"#, "2")),
    scalar(.wordCount, [t], .type(.int), "The number of words.", (#"word_count("people smuggling gangs")"#, "3")),
    scalar(
      .extract, [t, P("pattern", .pattern)], .type(.text), mayBeMissing: true,
      "What a regular expression finds first: its first group, or all of it.",
      (#"extract("issued 5 March", /(\d+) March/)"#, "5")),
    // Numbers
    scalar(.abs, [x], .argument(0), "Without the sign.", ("abs(-3)", "3")),
    scalar(
      .round, [x, P("places", .number0, optional: true)], .argument(0),
      "Rounded half to even, to places after the point.",
      ("round(2.345, 2)", "2.34"), ("round(GBP 10.555, 2)", "£10.56")),
    scalar(
      .floor, [P("x", .number)], .type(.int), mayBeMissing: true, "The whole number at or below.", ("floor(2.7)", "2")),
    scalar(
      .ceiling, [P("x", .number)], .type(.int), mayBeMissing: true, "The whole number at or above.",
      ("ceiling(2.1)", "3")),
    scalar(
      .sqrt, [P("x", .number)], .type(.float), mayBeMissing: true, "The square root; none below zero.",
      ("sqrt(9)", "3.0")),
    scalar(
      .power, [P("x", .number), P("y", .number)], .type(.float), mayBeMissing: true, "x to the power y.",
      ("power(2, 10)", "1024.0")),
    scalar(
      .mod, [P("a", .int), P("b", .int)], .type(.int), mayBeMissing: true,
      "The remainder of a / b, with the sign of b; none for b = 0.", ("mod(7, 3)", "1"), ("mod(-7, 3)", "2")),
    scalar(
      .int, [P("x", .any)], .type(.int), mayBeMissing: true,
      "A whole number from a number or text; none if it is none.", (#"int("42")"#, "42")),
    scalar(
      .float, [P("x", .any)], .type(.float), mayBeMissing: true,
      "A float from a number, text, money or quantity (their point).", (#"float("2.5")"#, "2.5")),
    // Dates and periods
    scalar(
      .year, [d], .type(.period), mayBeMissing: true, "The year it lies in; none if it lies in several.",
      ("year(@2024-03-05)", "2024")),
    scalar(
      .quarter, [d], .type(.period), mayBeMissing: true, "The quarter it lies in; none if it lies in several.",
      ("quarter(@2024-03-05)", "2024-Q1")),
    scalar(
      .month, [d], .type(.period), mayBeMissing: true, "The month it lies in; none if it lies in several.",
      ("month(@2024-03-05)", "2024-03")),
    scalar(
      .day, [d], .type(.date), mayBeMissing: true, "The day it lies in; none if it lies in several.",
      ("day(@2024-03-05T07:30)", "2024-03-05")),
    scalar(
      .yearNumber, [d], .type(.int), mayBeMissing: true, "The year as a number.", ("year_number(@2024-03)", "2024")),
    scalar(
      .monthOfYear, [d], .type(.int), mayBeMissing: true, "1 for January to 12.", ("month_of_year(@2024-03-05)", "3")),
    scalar(
      .dayOfWeek, [d], .type(.int), mayBeMissing: true, "1 for Monday to 7 (ISO 8601).",
      ("day_of_week(@2024-03-05)", "2")),
    scalar(
      .since, [d], .type(.period), "From its start on, without an end.", ("since(@2021-07-01)", "since 2021-07-01")),
    scalar(.until, [d], .type(.period), "Up to its end, without a start.", ("until(@2028)", "until 2028")),
    scalar(.start, [d], .type(.date), mayBeMissing: true, "Its first day.", ("start(@2024-03)", "2024-03-01")),
    scalar(.end, [d], .type(.date), mayBeMissing: true, "Its last day.", ("end(@2024-02)", "2024-02-29")),
    scalar(
      .daysBetween, [P("a", .date), P("b", .date)], .type(.int), mayBeMissing: true,
      "Days from a to b; none unless both are days.", ("days_between(@2024-02-28, @2024-03-01)", "2")),
    // Bounds
    scalar(.above, [x], .special, "More than x.", ("above(GBP 30 million)", "more than £30m")),
    scalar(.atLeast, [x], .special, "x or more.", ("at_least(13 people)", "13 people or more")),
    scalar(.below, [x], .special, "Less than x.", ("below(5%)", "less than 5%")),
    scalar(.upTo, [x], .special, "x or less.", ("up_to(EUR 6 billion)", "up to €6bn")),
    scalar(.about, [x], .special, "x, not meant exactly.", ("about(23%)", "about 23%")),
    scalar(
      .same, [P("a", .any), P("b", .any)], .type(.bool),
      "Whether both were stated alike: same bounds, hedge and unit. Never unknown.",
      ("same(above(£5m), above(£5m))", "true"), ("above(£5m) == above(£5m)", "–")),
    scalar(
      .possibly, [P("c", .bool)], .type(.bool), "True unless the condition is certainly false.",
      ("possibly(above(£5m) > £6m)", "true")),
    scalar(
      .certainly, [P("c", .bool)], .type(.bool), "True only if the condition is certainly true.",
      ("certainly(above(£5m) > £6m)", "false")),
    scalar(
      .asUnit, [P("x", .numeric), P("unit", .word)], .special,
      "The same number counted in another unit: a relabelling of counts.",
      (#"as_unit(13 arrests, "people")"#, "13 people")),
    scalar(
      .convert, [P("x", .measure), P("rate", .number, optional: true), P("unit", .word)], .special,
      "In another unit of its kind; money with the rate you give.", (#"convert(5 miles, "km")"#, "8.04672 km"),
      (#"convert(EUR 6 billion, 0.78, "GBP")"#, "£4.68bn")),
    // Lists and any
    scalar(
      .first, [P("list", .list)], .elementOf(0), mayBeMissing: true, "The first element.", ("first([3, 1, 2])", "3")),
    scalar(.last, [P("list", .list)], .elementOf(0), mayBeMissing: true, "The last element.", ("last([3, 1, 2])", "2")),
    scalar(.text, [P("x", .any)], .type(.text), "The value as it is printed.", ("text(above(£5m))", "more than £5m")),
  ]

  private static let aggregates: [FunctionEntry] = [
    aggregate(
      .count, [P("x", .any, optional: true)], .type(.int), mayBeMissing: false,
      "Rows; with an argument, rows that have it.", ("[1, 2, 2].count()", "3")),
    aggregate(
      .sum, [x], .argument(0), mayBeMissing: false, "The sum of what is there; bounds and hedges are carried.",
      ("[1, 2, 2].sum()", "5")),
    aggregate(.avg, [x], .mean(0), "The mean, end by end.", ("[1, 2, 3].avg()", "2.0")),
    aggregate(.min, [P("x", .ordered)], .argument(0), "The least, end by end.", ("[3, 1, 2].min()", "1")),
    aggregate(.max, [P("x", .ordered)], .argument(0), "The greatest, end by end.", ("[3, 1, 2].max()", "3")),
    aggregate(
      .median, [x], .mean(0), "The middle, end by end; of an even number the mean of the two.",
      ("[1, 2, 9].median()", "2.0")),
    aggregate(
      .stddev, [P("x", .number)], .type(.float), "Standard deviation of a sample; none for fewer than two.",
      ("[1, 3].stddev()", "1.4142135623730951")),
    aggregate(
      .variance, [P("x", .number)], .type(.float), "Variance of a sample; none for fewer than two.",
      ("[1, 3].variance()", "2.0")),
    aggregate(
      .countDistinct, [P("x", .any)], .type(.int), mayBeMissing: false, "Different values, by identity.",
      ("[1, 2, 2].count_distinct()", "2")),
    aggregate(
      .list, [P("x", .any)], .listOf(0), mayBeMissing: false, "All values, in order.", ("[2, 1, 2].list()", "2, 1, 2")),
    aggregate(
      .set, [P("x", .any)], .listOf(0), mayBeMissing: false, "The different values, in order of first appearance.",
      ("[2, 1, 2].set()", "2, 1")),
    aggregate(
      .first, [P("x", .any)], .argument(0), "The first that is there.",
      ("documents.first(title)", "Seven held over forged residence cards sold to Albanian travellers")),
    aggregate(
      .last, [P("x", .any)], .argument(0), "The last that is there.",
      ("documents.last(title)", "Eleven Charged in Scheme to Move Smuggling Fees Through Travel Agencies")),
    aggregate(
      .minBy, [P("x", .any), P("key", .ordered)], .argument(0), "x where key is least.",
      ("documents.min_by(title, words)", "Seven held over forged residence cards")),
    aggregate(
      .maxBy, [P("x", .any), P("key", .ordered)], .argument(0), "x where key is greatest.",
      ("documents.max_by(title, words)", "Rome and London open joint office to trace smugglers' cash")),
    aggregate(
      .any, [P("c", .bool)], .type(.bool), "Whether the condition holds for some row (Kleene's or).",
      ("[true, false].any()", "true")),
    aggregate(
      .all, [P("c", .bool)], .type(.bool), "Whether the condition holds for every row (Kleene's and).",
      ("[true, false].all()", "false")),
    aggregate(
      .one, [P("x", .any)], .argument(0), "The value that all rows share; none if they differ.", ("[2, 2].one()", "2")),
  ]
}
