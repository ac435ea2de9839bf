import IbidSource
import IbidSyntax
import Testing

struct FormatterTests {
  private func formatted(_ text: String) -> String? { Formatter.format(SourceText(name: "query", text)).text }

  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var text: String
    var expected: String
    init(_ description: String, _ text: String, _ expected: String) {
      self.description = description
      self.text = text
      self.expected = expected
    }
  }

  static let lines: [Case] = [
    Case(
      "a pipeline on one line stays there", "money|where a|take   3", "money | where a | take 3\n"),
    Case(
      "one on several lines has a line for each step", "money | where a\n|take 3 | cite",
      "money\n| where a\n| take 3\n| cite\n"),
    Case(
      "steps of a `let` stand further in", "let x = money\n| where a", "let x = money\n  | where a\n"),
    Case(
      "in brackets too", "f((money | where a\n| take 3).max(b))",
      "f(\n  (\n    money\n    | where a\n    | take 3\n  ).max(b)\n)\n"),
    Case(
      "a long pipeline is broken",
      "money | where amount > £1m and document.title has \"a long title\" | select amount, document.title | sort amount",
      """
      money
      | where amount > £1m and document.title has "a long title"
      | select amount, document.title
      | sort amount

      """),
    Case(
      "long lists have an item a line, clauses a line of their own",
      """
      documents | summarize items = count(), press_releases = count(where kind == "press_release"), speeches = count() by month = month(published), issuer
      """,
      """
      documents
      | summarize
          items = count(),
          press_releases = count(where kind == "press_release"),
          speeches = count()
        by month = month(published), issuer

      """),
    Case(
      "long conditions are broken before `and`",
      "money\n| where document.title has \"one long word\" and sentence.text has \"another long word\" or amount.currency == \"USD\"",
      """
      money
      | where document.title has "one long word" and sentence.text has "another long word"
          or amount.currency == "USD"

      """),
    Case(
      "long calls have an argument a line",
      "money | derive x = a_long_name_of_a_function(first_of_the_arguments, second_of_the_arguments per document.title sort amount desc rows 3)",
      """
      money
      | derive x = a_long_name_of_a_function(
          first_of_the_arguments,
          second_of_the_arguments
          per document.title
          sort amount desc rows 3
        )

      """),
    Case(
      "no line may end before a minus",
      "a_long_name_of_a_column_of_the_table + another_long_name_of_a_column - yet_another_name_of_a_column_of_it",
      "a_long_name_of_a_column_of_the_table + another_long_name_of_a_column - yet_another_name_of_a_column_of_it\n"),
    Case(
      "an `if` that is too long for its definition stands below",
      "fn share_of_the_total(part: float, whole: float) = if whole == 0 then none else if part / whole > 0.5 then \"most\" else \"less\"",
      """
      fn share_of_the_total(part: float, whole: float) =
        if whole == 0 then none else if part / whole > 0.5 then "most" else "less"

      """),
    Case(
      "a longer one has a line for each `else`",
      "let sort_of_day = if day_of_week($day) == 6 then \"the first day of the weekend\" else if day_of_week($day) == 7 then \"the second\" else \"another day\"",
      """
      let sort_of_day =
        if day_of_week($day) == 6 then "the first day of the weekend"
        else if day_of_week($day) == 7 then "the second"
        else "another day"

      """),
    Case("short ones stay", "fn f(a: int) = if a > 3\nthen 1\nelse 2", "fn f(a: int) = if a > 3 then 1 else 2\n"),
    Case(
      "texts over several lines stay as they are",
      "let a=\"one\n  two \nthree\"\nassert b,\"four\n  five\"\nlet c=(\"six\nseven\")",
      "let a = \"one\n  two \nthree\"\nassert b, \"four\n  five\"\nlet c = \"six\nseven\"\n"),
    Case(
      "what follows a text over lines is measured from its last line",
      "t | where a == \"one\ntwo\" and \(String(repeating: "b", count: 60)) == \(String(repeating: "c", count: 40))",
      "t\n| where a == \"one\ntwo\"\n    and \(String(repeating: "b", count: 60)) == \(String(repeating: "c", count: 40))\n"
    ),
    Case("numbers and amounts are spelled one way", "24000 + £10 million", "24_000 + £10m\n"),
    Case(
      "brackets around operands stay, others go", "((a and b) or (c)) and (not ((d)))",
      "((a and b) or c) and (not d)\n"),
    Case(
      "names keep no backticks but those they need", "t | select `a`, source, `by`, `to`",
      "t | select a, source, `by`, `to`\n"),
    Case("nothing", "\n\n", ""),
  ]

  static let comments: [Case] = [
    Case(
      "around statements", "\n# one\n\n\n# two\na # three\n  # four\n\n\n\nb;c # five\n\n# six",
      "# one\n\n# two\na # three\n# four\n\nb\nc # five\n\n# six\n"),
    Case(
      "between and behind steps", "a # one\n  # two\n| take 3 # three\n# four\n# five\n| cite # six\n",
      "a # one\n# two\n| take 3 # three\n# four\n# five\n| cite # six\n"),
    Case("alone", "# one\n\n\n", "# one\n"),
    Case(
      "in brackets", "f( # one\na, # two\n# three\nb # four\n# five\n)",
      "f( # one\n  a, # two\n  # three\n  b # four\n  # five\n)\n"),
    Case("between empty brackets", "f(\n# one\n)", "f(\n  # one\n)\n"),
    Case(
      "between conditions", "t | where a # one\n # two\n and b",
      "t\n| where a # one\n    # two\n    and b\n"),
    Case(
      "inside of a step", "t | where # one\n a > 3 | take 3", "t\n| where a > 3 # one\n| take 3\n"),
    Case(
      "on a line inside of a step", "t\n| where\n # one\n a > 3\n| take 3", "t\n# one\n| where a > 3\n| take 3\n"),
    Case("inside of a statement", "a\n\nlet x =\n  # one\n  3\n", "a\n\n# one\nlet x = 3\n"),
    Case("that look like strings", "a # \"one\" | `two\n\"# three\"", "a # \"one\" | `two\n\"# three\"\n"),
    Case("before lines end in another way", "a # one  \r\n\r\n\r\nb\r\n", "a # one\n\nb\n"),
  ]

  @Test(arguments: lines + comments)
  func formats(_ example: Case) {
    #expect(formatted(example.text) == example.expected)
    #expect(formatted(example.expected) == example.expected)
    #expect(tree(example.expected) == tree(example.text))
  }

  @Test func mistakesAreToldAndNothingIsFormatted() {
    let result = Formatter.format(SourceText(name: "query", "money |\n\n# one\nlet x ="))
    #expect(result.text == nil && result.diagnostics.count == 2)
  }

  /// A comment stays in the statement that it stood in or right before, however far from a place for comments.
  @Test func manyCommentsTakeLinearTime() {
    let list = "[" + (0..<20_000).map { "\($0) # \($0)\n" }.joined(separator: ",") + "]"
    let chain = (0..<200).map { "a # \($0)\n" }.joined(separator: "+ # more\n")
    let clock = ContinuousClock()
    #expect(clock.measure { _ = formatted(list + "\n" + chain) } < .seconds(20))
  }
}
