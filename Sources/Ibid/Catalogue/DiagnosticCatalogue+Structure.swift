extension DiagnosticCatalogue {
  static let structure: [DiagnosticEntry] = [
    .init(
      "chained-comparison", "comparisons cannot be chained",
      """
      In other places `a < b < c` compares the truth of `a < b` with c. Two comparisons are joined with `and`; that a
      value lies between two others, both of them counted in, is asked with `in`.
      """,
      bad: "money | where £1m < amount <= £5m",
      mended: "money | where amount > £1m and amount <= £5m"),
    .init(
      "chained-range", "a range has two ends only",
      """
      `a..b` is everything from a to b. There are no steps between, and no third end.
      """,
      bad: "documents | where words in 100..200..300",
      mended: "documents | where words in 100..300"),
    .init(
      "clause-order", "the clauses of a call stand once each, in a fixed order",
      """
      Behind the arguments of a call come `where`, `per`, `sort` and `rows`, each at most once and without a comma before
      it. One order for all makes calls easy to read.
      """,
      bad: "documents | summarize sum(words, where kind == \"speech\")",
      mended: "documents | summarize sum(words where kind == \"speech\")"),
    .init(
      "compare-none", "nothing is equal to `none`",
      """
      `none` stands for a value that is missing, and a comparison with a missing value is neither true nor false. Whether
      a value is there is asked with `is none` and `is known`.
      """,
      bad: "documents | where issuer == none",
      mended: "documents | where issuer is none"),
    .init(
      "empty-summarize", "`summarize` needs something to compute",
      """
      `summarize` makes one row of each group, with a column for each thing that was computed. For the groups alone there
      is `distinct`, for their sizes `count by`.
      """,
      bad: "documents | summarize by kind",
      mended: "documents | summarize n = count() by kind"),
    .init(
      "expected", "something else has to stand here",
      """
      A step, a statement or a call was begun and does not go on as it must. The message says what was expected and what
      was found; `help` with the first word shows the whole form.
      """,
      bad: "documents | rename heading title",
      mended: "documents | rename heading = title"),
    .init(
      "expected-expression", "a value is missing",
      """
      Here a value must stand: a column, a number, a text, a call. A word of the language, such as `by`, is none, unless
      it is put in backticks to be a name.
      """,
      bad: "money | where and amount > £5m",
      mended: "money | where amount > £5m"),
    .init(
      "expected-integer", "only a whole number can stand here",
      """
      How many rows to take or to skip is written as a number. It is not computed, so that a plan can be read without the
      data.
      """,
      bad: "money | take all",
      mended: "money | take 100"),
    .init(
      "expected-string", "only a text in quotes can stand here",
      """
      Paths and messages are texts and stand in straight double quotes, so that they may have blanks and dots.
      """,
      bad: "load examples/corpus",
      mended: "load \"examples/corpus\""),
    .init(
      "integer-too-large", "this count is too large",
      """
      Counts of rows go up to 9,223,372,036,854,775,807. To keep all rows, leave the step out.
      """,
      bad: "money | take 99999999999999999999",
      mended: "money | take 1_000_000"),
    .init(
      "is-not", "`is not` is not in the language",
      """
      The opposite of `is none` is `is known`; of every other test it is `not x is …`. Values are compared with `!=`.
      """,
      bad: "documents | where issuer is not none",
      mended: "documents | where issuer is known"),
    .init(
      "leading-pipe", "there is nothing before this `|`",
      """
      At the prompt a line that starts with `|` goes on from the last result. In a script, which may be read or run by
      others, each pipeline says where it starts.
      """,
      bad: "| take 3",
      mended: "documents | take 3"),
    .init(
      "missing-branch", "an `if` needs both of its branches",
      """
      `if … then … else …` is a value, so it says what it is in either case. Where there is nothing to say the value is
      missing: `else none`.
      """,
      bad: "money | derive size = if amount > £5m then \"large\"",
      mended: "money | derive size = if amount > £5m then \"large\" else none"),
    .init(
      "missing-pipe", "a `|` is missing between two steps",
      """
      Each step of a pipeline starts with a bar. It may stand at the start of a line.
      """,
      bad: "money where amount > £5m",
      mended: "money | where amount > £5m"),
    .init(
      "open-range", "a range has two ends",
      """
      `a..b` needs both. "At least" and "up to" are written as such, and for dates there are `since` and `until`.
      """,
      bad: "money | where amount in £5m..",
      mended: "money | where amount in at_least(£5m)"),
    .init(
      "operator-as-method", "this is an operator, and stands between its values",
      """
      `has`, `contains`, `matches` and `in` are written like `==`: left side, word, right side. A dot leads to a column
      or calls a function.
      """,
      bad: "documents | where title.contains(\"border\")",
      mended: "documents | where title contains \"border\""),
    .init(
      "pipeline-in-call", "an aggregate stands behind its table",
      """
      Inside the brackets of a call stand columns of the rows that it is asked of. The rows themselves stand in front of it:
      a table, or a pipeline in brackets, and a dot.
      """,
      bad: "max(documents | where kind == \"speech\" | select words)",
      mended: "(documents | where kind == \"speech\").max(words)"),
    .init(
      "quoted-name", "names stand without quotes",
      """
      A text in quotes is a value. Names are written as they are; odd ones, with blanks or signs, stand in backticks.
      """,
      bad: "documents | rename \"heading\" = title",
      mended: "documents | rename heading = title"),
    .init(
      "reserved-name", "this word belongs to the language",
      """
      Some words mean something wherever they stand, such as `by` and `in`. As a name such a word stands in backticks,
      here and at each use.
      """,
      bad: "let by = 3",
      mended: "let `by` = 3"),
    .init(
      "spaced-call", "the bracket of a call touches its name",
      """
      `sum(x)` is a call. With a blank between, the bracket would start a value of its own.
      """,
      bad: "documents | summarize sum (words)",
      mended: "documents | summarize sum(words)"),
    .init(
      "step-brackets", "a step is not a call",
      """
      What a step works on stands behind its word, without brackets. Only functions are called.
      """,
      bad: "documents | take(10)",
      mended: "documents | take 10"),
    .init(
      "step-without-table", "a step comes after its table",
      """
      A query starts with the name of a table, and each step goes on from what the one before has made. At the prompt a
      leading `|` goes on from the last result.
      """,
      bad: "describe documents",
      mended: "documents | describe"),
    .init(
      "too-deep", "this is nested too deep",
      """
      Brackets within brackets are limited to a depth that nobody writes by hand, so that no text can exhaust the memory.
      A long list of alternatives is written as a list, and parts can be named with `let`.
      """,
      bad: .init(
        "documents | where " + String(repeating: "(", count: 300) + "true" + String(repeating: ")", count: 300)),
      mended: "documents | where true"),
    .init(
      "trailing-comma", "nothing follows this comma",
      """
      A comma announces one more of what stands before it. Behind the last one there is none.
      """,
      bad: "documents | select title, words, | take 3",
      mended: "documents | select title, words | take 3"),
    .init(
      "unclosed-bracket", "a bracket is never closed",
      """
      The bracket that is marked has no partner before the statement ends. Behind an open bracket a line end does not end
      the statement, so the place where the partner is missing may be some lines below.
      """,
      bad: "money | where (amount > £1m or purpose is known",
      mended: "money | where (amount > £1m or purpose is known)"),
    .init(
      "unexpected", "this cannot stand here",
      """
      What comes before is complete, and what is marked does not go on from it. Often an operator or a `|` is missing
      between the two.
      """,
      bad: "money | where amount > £5m purpose is known",
      mended: "money | where amount > £5m and purpose is known"),
    .init(
      "unknown-step", "there is no step of this name",
      """
      Behind a `|` stands one of the steps that `help steps` lists. A function is no step: it stands inside of one.
      """,
      bad: "money | sumarize n = count()",
      mended: "money | summarize n = count()"),
    .init(
      "unknown-test", "`is` asks whether and how a value is stated",
      """
      `is none`, `is known`, `is exact` and `is resolved` ask about a value without looking at what it is. To compare it
      with another there is `==`.
      """,
      bad: "documents | where kind is \"speech\"",
      mended: "documents | where kind == \"speech\""),
    .init(
      "unknown-type", "there is no type of this name",
      """
      Types are written in small letters, and some say more in angle brackets: `money<GBP>`, `list<text>`. A `?` behind a
      type allows the value to be missing.
      """,
      bad: "param since: datetime = @2024-01-01",
      mended: "param since: date = @2024-01-01"),
    .init(
      "unnamed-join", "the joined rows need a name",
      """
      The columns of the right side live under a name of their own, `d.title`, so that two columns can never be confused,
      not even when a table is joined with itself.
      """,
      bad: "money | join documents on text == documents.title",
      mended: "money | join d = documents on text == d.title"),
    .init(
      "unopened-bracket", "this bracket closes nothing",
      """
      There is no open bracket that this one could close: it is one too many, or its partner is missing further left.
      """,
      bad: "money | where amount > £5m)",
      mended: "money | where amount > £5m"),
    .init(
      "wrong-equals", "this is not the sign that belongs here",
      """
      `=` gives a name to what follows, `==` compares, and in the lists of a `load` or of a call a `:` stands between a
      name and its value. A statement that gives a name starts with `let`.
      """,
      bad: "total = documents.sum(words)",
      mended: "let total = documents.sum(words)"),
  ]
}
