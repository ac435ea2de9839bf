extension DiagnosticCatalogue {
  static let types: [DiagnosticEntry] = [
    .init(
      "branches-differ", "the branches of an `if` have different types",
      """
      A column has one type, so an `if` gives the same type in either case. Where there is nothing to give, `none` fits
      every type.
      """,
      bad: "documents | derive size = if words > 300 then words else \"short\"",
      mended: "documents | derive size = if words > 300 then words else none"),
    .init(
      "cannot-be-in", "the left side cannot lie in the right side",
      """
      `in` asks whether a date lies in a period, a value in an interval, an element in a list. Between other types the
      question has no meaning.
      """,
      bad: "documents | where words in \"many\"",
      mended: "documents | where words in 200..400"),
    .init(
      "cannot-compute", "the operator does not work on these types",
      """
      Numbers, amounts, quantities and times have the operations that mean something: amounts of one currency are added,
      an amount is multiplied by a number. A number without a unit is not added to a value with one; beside a quantity
      that has none either, such as £6m / £4m, it is one like it.
      """,
      bad: "£5m + 1",
      mended: "£5m + £1"),
    .init(
      "cannot-sort", "this value has no order",
      """
      Lists and sources have no order to sort by. A part of them has one, such as the length of a list or the file of a
      source.
      """,
      bad: "entities | sort aliases",
      mended: "entities | sort length(aliases)"),
    .init(
      "date-equals-period", "a date is not equal to a period",
      """
      @2024-03 is a month, a stretch of time; a date is one moment. Whether it lies in the month is asked with `in`.
      """,
      bad: "documents | where published == @2024-03",
      mended: "documents | where published in @2024-03"),
    .init(
      "filter-in-call", "`where` in a call is for aggregates",
      """
      `sum(x where c)` leaves rows out before it adds. A function of one value has no rows to leave out; a choice is
      written with `if`.
      """,
      bad: "documents | select t = lower(title where words > 300)",
      mended: "documents | select t = if words > 300 then lower(title) else none"),
    .init(
      "labelled-argument", "arguments have no labels",
      """
      The arguments of a function stand in its order, which `help NAME` shows. A `name: value` is used in `load … with`
      only.
      """,
      bad: "documents | select t = lower(t: title)",
      mended: "documents | select t = lower(title)"),
    .init(
      "list-compared", "lists are not compared as a whole",
      """
      Whether two lists are equal depends on their order and their repeats, and is rarely what is meant. `has` and `in`
      ask for an element, `length` for their number.
      """,
      bad: "entities | where aliases == [\"UK\"]",
      mended: "entities | where aliases has \"UK\""),
    .init(
      "list-elements-differ", "the elements of a list have different types",
      """
      A list has one type of element, as a column has one type of value.
      """,
      bad: "documents | where words in [100, \"200\"]",
      mended: "documents | where words in [100, 200]"),
    .init(
      "no-order", "this type has no order",
      """
      Whether one comes before the other has no meaning for truth values and for rows of a table. They are equal or not.
      """,
      bad: "mentions | where entity > entity",
      mended: "mentions | where entity == entity"),
    .init(
      "not-a-condition", "a condition is needed here",
      """
      A condition is true or false: a comparison, a test such as `is known`, a search such as `has`. A number or a text is
      neither, not even when it is zero or empty.
      """,
      bad: "documents | where issuer",
      mended: "documents | where issuer is known"),
    .init(
      "not-a-number", "a number is needed here",
      """
      The operator works on numbers, money and quantities. A text that holds digits is read with `float(x)`, which is
      missing where it cannot be read.
      """,
      bad: "documents | select title, x = -title",
      mended: "documents | select title, x = -words"),
    .init(
      "not-text", "text is needed here",
      """
      The operator searches texts. Other values are made texts with `text(x)`, but are better asked with comparisons:
      `>` for numbers, `in` for dates and lists.
      """,
      bad: "documents | where words has \"300\"",
      mended: "documents | where text(words) has \"300\""),
    .init(
      "number-too-large", "the number does not fit",
      """
      Whole numbers have 64 bits, amounts 128. A larger one could not be held exactly, and is refused rather than rounded.
      """,
      bad: "documents | where words < 99_999_999_999_999_999_999",
      mended: "documents | where words < 1_000_000_000"),
    .init(
      "parameter-default", "the default does not have the parameter's type",
      """
      The value after `=` is used when none is given, so it must be one of the declared type.
      """,
      bad: "param least: int = \"many\"\ndocuments | where words > $least",
      mended: "param least: int = 300\ndocuments | where words > $least"),
    .init(
      "reference-against-text", "a reference leads to a row, and a row is not text",
      """
      `document`, `speaker` and the like lead to a row of another table. Compare one of its columns, or use `has`, which
      looks at the name and the other names of the row.
      """,
      bad: "quotes | where speaker == \"Margaret Ashdown\"",
      mended: "quotes | where speaker.name == \"Margaret Ashdown\""),
    .init(
      "text-in-text", "`in` looks in lists, not inside texts",
      """
      Words in a text are found with `has`, any part of it with `contains`, both with the text on the left.
      """,
      bad: "documents | where \"border\" in title",
      mended: "documents | where title has \"border\""),
    .init(
      "type-mismatch", "values of these types cannot be compared",
      """
      Nothing is converted silently, so money is compared with money, a date with a date, a number with a number. The
      message marks both sides with their types and offers a way to write one of them.
      """,
      bad: "money | where amount > 1_000_000",
      mended: "money | where amount > GBP 1_000_000"),
    .init(
      "types-differ", "both sides must have one type",
      """
      `??`, `..` and `same` join two values into one or look whether they are the same. That needs two values of one type.
      """,
      bad: "documents | select title, author = issuer ?? 0",
      mended: "documents | select title, author = issuer ?? \"unknown\""),
    .init(
      "wrong-argument", "an argument has the wrong type",
      """
      The message says which argument it is and what the function takes there. `help NAME` shows the function with
      examples.
      """,
      bad: "documents | select t = lower(words)",
      mended: "documents | select t = lower(title)"),
    .init(
      "wrong-argument-count", "too many or too few arguments",
      """
      The function takes another number of arguments. Those with a `?` in its signature may be left out.
      """,
      bad: "documents | select t = lower(title, kind)",
      mended: "documents | select t = lower(title)"),
  ]
}
