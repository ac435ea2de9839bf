// Operators and types, as `help` explains them.

extension Words {
  /// Words and signs between values, and words behind them.
  package static let operators: [Entry] = [
    Entry(
      "has", "TEXT has \"WORDS\" · REFERENCE has \"NAME\" · LIST has VALUE",
      "asks for whole words, whatever their case and accents; a reference is looked up by its name and aliases"),
    Entry("contains", "TEXT contains \"PART\"", "asks for a part of a text, letter for letter"),
    Entry("matches", "TEXT matches /PATTERN/ · /PATTERN/i", "asks for a regular expression; `i` ignores case"),
    Entry(
      "in", "VALUE in [VALUE, …] · DATE in PERIOD · VALUE in LOW..HIGH",
      "asks whether a value is one of a list, or lies inside of a stretch for certain"),
    Entry(
      "is", "VALUE is none · is known · is exact · is resolved · is not …",
      "asks whether a value is missing, there, without bounds and hedge, or a date that has a place in time"),
    Entry("known", "VALUE is known", "asks whether a value is there"),
    Entry("none", "none · VALUE is none", "the missing value; `== none` is never true, so ask with `is`"),
    Entry("exact", "VALUE is exact", "asks whether an amount has neither bounds nor hedge"),
    Entry("resolved", "DATE is resolved", "asks whether a stated date could be placed in time"),
    Entry("and", "CONDITION and CONDITION", "true where both are; unknown where one is unknown and none is false"),
    Entry("or", "CONDITION or CONDITION", "true where one is; unknown where one is unknown and none is true"),
    Entry("not", "not CONDITION", "true for false; unknown stays unknown"),
    Entry("if", "if CONDITION then VALUE else VALUE", "chooses one of two values; none where it is unknown which"),
    Entry("then", "if CONDITION then VALUE else VALUE", "stands before the value for a condition that is true"),
    Entry("else", "if CONDITION then VALUE else VALUE", "stands before the value for a condition that is false"),
    Entry("true", "true", "the condition that holds"),
    Entry("false", "false", "the condition that does not hold"),
    Entry("by", "summarize … by KEY, … · count by KEY · top 3 by VALUE", "says what groups or an order are made of"),
    Entry("per", "AGGREGATE(VALUE per KEY, …) · top 3 by VALUE per KEY", "lets each key have rows of its own"),
    Entry("..", "LOW..HIGH", "makes an interval of two numbers or amounts, a period of two dates"),
    Entry("??", "VALUE ?? DEFAULT", "puts another value in the place of a missing one"),
    Entry("==", "VALUE == VALUE · != < <= > >=", "compares; unknown where a bound or a missing value leaves it open"),
    Entry("copies", "TABLE with copies", "adds the rows that stand in repeats inside of a document"),
  ]

  /// The types of columns, parameters and captures.
  package static let typeEntries: [Entry] = [
    Entry("bool", "true · false · bool?", "a condition; unknown is none"),
    Entry("int", "12 · 1_000", "a whole number"),
    Entry("float", "0.5", "a number with a fraction"),
    Entry("text", "\"words\"", "a text"),
    Entry("date", "@2024-03-05 · @2024-03-05T10:30", "one moment, perhaps imprecise"),
    Entry("period", "@2024-03 · @2024-Q1 · @2024-01..@2024-03 · since(DATE) · until(DATE)", "a stretch of time"),
    Entry("duration", "3 days · 2 hours", "a length of time"),
    Entry("money", "£5m · GBP 3 million · money<GBP>", "an amount with its currency, bounds and hedge"),
    Entry("quantity", "30 people · 5% · quantity<percent>", "a number with its unit, bounds and hedge"),
    Entry("list", "[1, 2] · list<text>", "values of one type"),
    Entry("ref", "ref<documents>", "a row of another table; a dot leads on to its columns"),
  ]
}
