extension DiagnosticCatalogue {
  static let characters: [DiagnosticEntry] = [
    .init(
      "bad-date", "this date does not exist, or is not written like a date",
      """
      Dates and periods are written from the largest part to the smallest, each with all its digits: @2024-03-05 is a
      day, @2024-03 a month, @2024-Q1 a quarter, @2024 a year. A day that no calendar has, such as 30 February, is
      refused too.
      """,
      bad: "documents | where published > @2024-3-5",
      mended: "documents | where published > @2024-03-05"),
    .init(
      "bare-date", "a date starts with `@`",
      """
      Without the mark 2024-03-05 would be 2024 minus 3 minus 5. The mark tells a date from a sum.
      """,
      bad: "documents | where published > 2024-03-05",
      mended: "documents | where published > @2024-03-05"),
    .init(
      "bare-scale", "`k`, `m` and `bn` touch only amounts with a currency sign",
      """
      £10m is ten million pounds, but a bare 10m could as well be ten metres. After a plain number the scale is written
      out, or the number with all its digits.
      """,
      bad: "documents | where words > 2k",
      mended: "documents | where words > 2 thousand"),
    .init(
      "digit-groups", "a comma cannot group digits",
      """
      A comma stands between values, so 24,000 would be two of them. Long numbers are grouped with `_`, which means
      nothing and may stand anywhere between digits.
      """,
      bad: "documents | where words > 1,000",
      mended: "documents | where words > 1_000"),
    .init(
      "empty-name", "there is no name between these backticks",
      """
      Backticks hold a name that could not be written otherwise, because it has blanks or is a word of the language.
      """,
      bad: "documents | select ``",
      mended: "documents | select title"),
    .init(
      "expected-regex", "`matches` needs a regular expression",
      """
      A regular expression is written between slashes, so that it can be checked before the query runs. For words
      rather than patterns there are `has` and `contains`, which take texts.
      """,
      bad: #"documents | where title matches "border""#,
      mended: "documents | where title matches /border/"),
    .init(
      "invalid-utf8", "the script is not UTF-8 text",
      """
      Scripts are UTF-8. Bytes that are none come from a file in another encoding, or from a file that is no text at
      all. Editors can save a text as UTF-8; `iconv` does it on the command line.
      """,
      bad: .shown("iconv -f UTF-8 -t LATIN1 prices.ibid > latin.ibid; ibid run latin.ibid"),
      mended: .shown("ibid run prices.ibid")),
    .init(
      "lone-currency", "a currency sign touches its number",
      """
      An amount is one word: a sign and a number without a blank between them. A currency alone is no value; to ask for
      one, compare the code of an amount with a text.
      """,
      bad: "money | where amount > £ 5",
      mended: "money | where amount > £5"),
    .init(
      "lone-dollar", "`$` needs a name or a number",
      """
      Before a name `$` means a parameter, before a number an amount in dollars. Alone it means nothing.
      """,
      bad: "money | where amount > $",
      mended: "money | where amount > $5m"),
    .init(
      "look-alike", "this character looks like another one",
      """
      Word processors and web pages turn `>=` into ≥ and `-` into a dash. The language knows the plain ones only, so
      that a text can be typed on every keyboard.
      """,
      bad: "documents | where words ≥ 300",
      mended: "documents | where words >= 300"),
    .init(
      "money-order", "a currency code stands before its number",
      """
      GBP 5 million is an amount. With the code behind, 5 million GBP would be read as a quantity whose unit is GBP.
      """,
      bad: "money | where amount > 5 million GBP",
      mended: "money | where amount > GBP 5 million"),
    .init(
      "money-suffix", "these letters are no scale of an amount",
      """
      The scales that touch an amount are k, m, bn and tn, in small letters. Others differ from country to country, and
      a guess could be wrong by a factor of a thousand.
      """,
      bad: "money | where amount > £5B",
      mended: "money | where amount > £5bn"),
    .init(
      "number-form", "numbers are written out, with a digit first",
      """
      There are no exponents, and a number does not start or end with its point. Values are exact decimals, written as
      people write them.
      """,
      bad: "documents | where words > 1e3",
      mended: "documents | where words > 1_000"),
    .init(
      "regex-flag", "regular expressions have one flag only",
      """
      `/…/i` ignores the case of letters. Every search finds its text wherever it stands, so that `g` is not needed, and
      what `m` and `s` do is written inside: `(?m)`, `(?s)`.
      """,
      bad: "documents | where title matches /border/g",
      mended: "documents | where title matches /border/"),
    .init(
      "regex-place", "a regular expression stands only after `matches`, or in a call",
      """
      A slash starts a regular expression where a value may start, and divides everywhere else. As a value of its own a
      pattern has no use: it is an argument of `extract` or the right side of `matches`.
      """,
      bad: "documents | where /border/ == title",
      mended: "documents | where title matches /border/"),
    .init(
      "text-too-long", "a script has a largest size",
      """
      Scripts are written by people, and a text of many megabytes is more likely data under a wrong name. Data goes into
      a table: `load "FILE" as NAME`.
      """,
      bad: .shown("ibid run table.csv"),
      mended: .shown("ibid -c 'load \"table.csv\" as t' -c 't | take 10'")),
    .init(
      "unclosed-name", "a name in backticks is never closed",
      """
      A name in backticks ends on the line on which it starts. Everything behind an open one would be part of the name.
      """,
      bad: "documents | select `title",
      mended: "documents | select `title`"),
    .init(
      "unclosed-regex", "a regular expression is never closed",
      """
      A regular expression ends with a `/` on its line. A slash inside is written `\\/`.
      """,
      bad: "documents | where title matches /border",
      mended: "documents | where title matches /border/"),
    .init(
      "unclosed-string", "a text is never closed",
      """
      A text ends with a quotation mark on the line on which it starts; a mark inside is written `\\"`. Everything behind
      an open one would be part of the text, so nothing else in the statement is reported.
      """,
      bad: #"documents | where title has "border"#,
      mended: #"documents | where title has "border""#),
    .init(
      "unknown-character", "this character means nothing here",
      """
      Outside of texts and comments there are names, values and operators only. A character that cannot be seen has often
      come along with a text that was copied from a web page.
      """,
      bad: "documents | where words \\ 2 > 100",
      mended: "documents | where words / 2 > 100"),
    .init(
      "unknown-escape", "this backslash starts nothing",
      """
      In a text a backslash starts one of a few signs, such as `\\n` for a line end. A backslash that is meant as such is
      written twice; for paths a slash works everywhere.
      """,
      bad: #"documents | where file has "press\april""#,
      mended: #"documents | where file has "press\\april""#),
  ]
}
