/// For every id a text that raises it, and what a user sees. Reviewed like prose: these are the words of the language.
///
/// `invalid-utf8`, `too-deep` and `text-too-long` are tested apart: their texts do not fit here.
extension DiagnosticTests {
  static let cases: [Case] = [
    Case(
      "unclosed-string",
      #"""
      money | where purpose has "boats
      """#,
      #"""
      error[unclosed-string]: this text is never closed
       --> query:1:27
      1 | money | where purpose has "boats
        |                           ^ it starts here
        = try: a `"` where it ends
      """#),
    Case(
      "unclosed-name",
      #"""
      money | select `odd name
      """#,
      #"""
      error[unclosed-name]: this name is never closed
       --> query:1:16
      1 | money | select `odd name
        |                ^ it starts here
        = why: a name in backticks ends on its line
        = try: a backtick where it ends
      """#),
    Case(
      "empty-name",
      #"""
      money | select ``
      """#,
      #"""
      error[empty-name]: there is no name between these backticks
       --> query:1:16
      1 | money | select ``
        |                ^^
      """#),
    Case(
      "unknown-escape",
      #"""
      "C:\press"
      """#,
      #"""
      error[unknown-escape]: `\p` means nothing in a text
       --> query:1:4
      1 | "C:\press"
        |    ^^
        = why: a backslash starts one of \" \\ \n \r \t \0 \u{…}
        = try: `\\` for a backslash
      """#),
    Case(
      "unknown-character",
      #"""
      money | where a ^ b
      """#,
      #"""
      error[unknown-character]: `^` (U+005E) means nothing here
       --> query:1:17
      1 | money | where a ^ b
        |                 ^
        = why: outside of texts and comments there are only names, values and operators
      """#),
    Case(
      "look-alike",
      #"""
      money | where amount ≥ £5m
      """#,
      #"""
      error[look-alike]: `≥` is written `>=`
       --> query:1:22
      1 | money | where amount ≥ £5m
        |                      ^
        = try: >=
      """#),
    Case(
      "number-form",
      #"""
      1e6 + .5
      """#,
      #"""
      error[number-form]: numbers have no exponent
       --> query:1:1
      1 | 1e6 + .5
        | ^^^
        = why: values are exact decimals, written as people write them
        = try: the digits, or a scale: 5_000, 1.5 million

      error[number-form]: a number starts with a digit
       --> query:1:7
      1 | 1e6 + .5
        |       ^^
        = try: 0.5
      """#),
    Case(
      "digit-groups",
      #"""
      figures | where value > 24,000
      """#,
      #"""
      error[digit-groups]: a comma cannot group digits
       --> query:1:25
      1 | figures | where value > 24,000
        |                         ^^^^^^ one number, or several?
        = why: a comma stands between values
        = try: 24_000
        = try: 24, 000 with blanks, if these are several values
      """#),
    Case(
      "bare-scale",
      #"""
      figures | where value > 24k
      """#,
      #"""
      error[bare-scale]: `k` after a number is no scale
       --> query:1:27
      1 | figures | where value > 24k
        |                           ^
        = why: k, m, bn and tn touch amounts with a currency sign only (£10m); a bare 10m would be metres
        = try: … thousand
      """#),
    Case(
      "bad-date",
      #"""
      @2024-3-5 - @2024-02-30
      """#,
      #"""
      error[bad-date]: `@2024-3-5` is not how dates are written
       --> query:1:1
      1 | @2024-3-5 - @2024-02-30
        | ^^^^^^^^^
        = why: dates and periods are written @2024-03-05, @2024-03, @2024, @2024-Q1, @2024-H2, @1990s, @2024-03-05T10:30
        = try: @2024-03-05

      error[bad-date]: there is no date `@2024-02-30`
       --> query:1:13
      1 | @2024-3-5 - @2024-02-30
        |             ^^^^^^^^^^^
        = why: that month has days 01 to 29
      """#),
    Case(
      "bare-date",
      #"""
      documents | where published > 2024-03-05
      """#,
      #"""
      error[bare-date]: a date starts with `@`
       --> query:1:31
      1 | documents | where published > 2024-03-05
        |                               ^^^^^^^^^^
        = why: without it this is a subtraction
        = try: @2024-03-05
      """#),
    Case(
      "lone-currency",
      #"""
      money | where amount > £ 5
      """#,
      #"""
      error[lone-currency]: `£` touches its number
       --> query:1:24
      1 | money | where amount > £ 5
        |                        ^^
        = try: £…, without the blank
      """#),
    Case(
      "money-suffix",
      #"""
      money | where amount > £5B
      """#,
      #"""
      error[money-suffix]: `B` is no suffix of an amount
       --> query:1:26
      1 | money | where amount > £5B
        |                          ^
        = why: the suffixes are k, m, bn and tn, in small letters
        = try: bn
      """#),
    Case(
      "money-order",
      #"""
      money | where amount > 5 million GBP
      """#,
      #"""
      error[money-order]: a currency code stands before its number
       --> query:1:24
      1 | money | where amount > 5 million GBP
        |                        ^^^^^^^^^^^^^ read as an amount of GBP
        = try: GBP 5 million
      """#),
    Case(
      "unclosed-regex",
      #"""
      documents | where title matches /boats
      """#,
      #"""
      error[unclosed-regex]: this regular expression is never closed
       --> query:1:33
      1 | documents | where title matches /boats
        |                                 ^ it starts here
        = why: it ends with a `/` on its line; a `/` inside is written `\/`
      """#),
    Case(
      "regex-flag",
      #"""
      documents | where title matches /boats/gi
      """#,
      #"""
      error[regex-flag]: regular expressions have no flag `gi`
       --> query:1:40
      1 | documents | where title matches /boats/gi
        |                                        ^^
        = why: the only flag is `i`, for any case
      """#),
    Case(
      "regex-place",
      #"""
      documents | where /boats/ == title
      """#,
      #"""
      error[regex-place]: a regular expression cannot stand here
       --> query:1:19
      1 | documents | where /boats/ == title
        |                   ^^^^^^^
        = why: it stands after `matches` or as an argument of a call
        = try: title matches /…/
      """#),
    Case(
      "expected-regex",
      #"""
      documents | where title matches "boats"
      """#,
      #"""
      error[expected-regex]: expected a regular expression after `matches`, found a text
       --> query:1:33
      1 | documents | where title matches "boats"
        |                                 ^^^^^^^
        = why: it is written /…/, so that it can be checked before the query runs
        = try: /boats/
      """#),
    Case(
      "lone-dollar",
      #"""
      money | where amount > $
      """#,
      #"""
      error[lone-dollar]: `$` needs a name or a number
       --> query:1:24
      1 | money | where amount > $
        |                        ^
        = why: $since is a parameter, $5m an amount in dollars
      """#),
    Case(
      "expected",
      #"""
      figures | top 5 value
      """#,
      #"""
      error[expected]: expected `by` in `top`, found `value`
       --> query:1:17
      1 | figures | top 5 value
        |                 ^^^^^
        = why: it is written: top COUNT by VALUE [asc], … [per VALUE, …]
      """#),
    Case(
      "expected-expression",
      #"""
      money | where and amount > £5m
      """#,
      #"""
      error[expected-expression]: expected a value after `where`, found `and`
       --> query:1:15
      1 | money | where and amount > £5m
        |               ^^^
        = why: `and` is a word of the language; as a name it stands in backticks
      """#),
    Case(
      "expected-integer",
      #"""
      money | take all
      """#,
      #"""
      error[expected-integer]: expected a number of rows, found `all`
       --> query:1:14
      1 | money | take all
        |              ^^^
        = why: only a whole number can stand here, such as 10
      """#),
    Case(
      "expected-string",
      #"""
      load press
      """#,
      #"""
      error[expected-string]: expected a path in quotes, found `press`
       --> query:1:6
      1 | load press
        |      ^^^^^
        = try: "press"
      """#),
    Case(
      "unexpected",
      #"""
      money | where amount > £5m purpose
      """#,
      #"""
      error[unexpected]: `purpose` cannot stand here
       --> query:1:28
      1 | money | where amount > £5m purpose
        |                            ^^^^^^^ after `£5m`
        = why: an operator, a `|`, or the end of the statement could follow
      """#),
    Case(
      "unclosed-bracket",
      #"""
      money | where (amount > £5m
      | sort amount
      """#,
      #"""
      error[unclosed-bracket]: this `(` is never closed
       --> query:1:15
      1 | money | where (amount > £5m
        |               ^
      2 | | sort amount
        |              - `)` is missing here
        = try: `)` before the end of the text
      """#),
    Case(
      "unopened-bracket",
      #"""
      money | where amount > £5m)
      """#,
      #"""
      error[unopened-bracket]: this `)` closes nothing
       --> query:1:27
      1 | money | where amount > £5m)
        |                           ^
        = try: leave it out
      """#),
    Case(
      "integer-too-large",
      #"""
      money | take 99999999999999999999
      """#,
      #"""
      error[integer-too-large]: this number is too large
       --> query:1:14
      1 | money | take 99999999999999999999
        |              ^^^^^^^^^^^^^^^^^^^^
        = why: counts go up to 9223372036854775807
      """#),
    Case(
      "trailing-comma",
      #"""
      money | select amount, purpose,
      | take 3
      """#,
      #"""
      error[trailing-comma]: nothing follows this comma
       --> query:1:31
      1 | money | select amount, purpose,
        |                               ^
        = try: leave it out
      """#),
    Case(
      "missing-pipe",
      #"""
      money where amount > £5m take 3
      """#,
      #"""
      error[missing-pipe]: a `|` is missing before `where`
       --> query:1:7
      1 | money where amount > £5m take 3
        |       ^^^^^
        = why: each step of a pipeline starts with one
        = try: | where …

      error[missing-pipe]: a `|` is missing before `take`
       --> query:1:26
      1 | money where amount > £5m take 3
        |                          ^^^^
        = why: each step of a pipeline starts with one
        = try: | take …
      """#),
    Case(
      "leading-pipe",
      #"""
      | take 3
      """#,
      #"""
      error[leading-pipe]: there is nothing before this `|`
       --> query:1:1
      1 | | take 3
        | ^
        = why: in a script a pipeline starts with a table; only the prompt goes on from the last result
        = try: money | …
      """#),
    Case(
      "unknown-step",
      #"""
      money | sumarize n = count()
      """#,
      #"""
      error[unknown-step]: there is no step `sumarize`
       --> query:1:9
      1 | money | sumarize n = count()
        |         ^^^^^^^^
        = try: summarize
      """#),
    Case(
      "unknown-type",
      #"""
      param since: datetime = @2024
      """#,
      #"""
      error[unknown-type]: the type `datetime` is called `date`
       --> query:1:14
      1 | param since: datetime = @2024
        |              ^^^^^^^^
        = try: date
      """#),
    Case(
      "unknown-test",
      #"""
      money | where amount is big
      """#,
      #"""
      error[unknown-test]: expected `none`, `known`, `exact` or `resolved` after `is`, found `big`
       --> query:1:25
      1 | money | where amount is big
        |                         ^^^
        = why: `is` asks whether a value is there and how it is stated; values are compared with `==`
        = try: == big
      """#),
    Case(
      "unnamed-join",
      #"""
      money | join rates on amount.currency == rates.currency
      """#,
      #"""
      error[unnamed-join]: the rows of a joined table need a name
       --> query:1:14
      1 | money | join rates on amount.currency == rates.currency
        |              ^^^^^
        = why: its columns live under that name, so that no two columns can be confused
        = try: r = rates
      """#),
    Case(
      "empty-summarize",
      #"""
      money | summarize by issuer
      """#,
      #"""
      error[empty-summarize]: `summarize` needs something to compute
       --> query:1:19
      1 | money | summarize by issuer
        |                   ^^
        = try: summarize n = count() by …
        = try: distinct …, for the groups alone
      """#),
    Case(
      "step-brackets",
      #"""
      money | take(10)
      """#,
      #"""
      error[step-brackets]: `take` is a step, not a call
       --> query:1:13
      1 | money | take(10)
        |             ^ no brackets here
        = try: take COUNT
      """#),
    Case(
      "reserved-name",
      #"""
      let by = 3
      """#,
      #"""
      error[reserved-name]: `by` is a word of the language
       --> query:1:5
      1 | let by = 3
        |     ^^
        = why: as a name it stands in backticks
        = try: `by`
      """#),
    Case(
      "quoted-name",
      #"""
      let "total" = 3
      """#,
      #"""
      error[quoted-name]: expected a name, found a text
       --> query:1:5
      1 | let "total" = 3
        |     ^^^^^^^
        = why: names are written without quotes, odd ones in backticks
        = try: total
      """#),
    Case(
      "missing-branch",
      #"""
      money | derive big = if amount > £5m then "big"
      """#,
      #"""
      error[missing-branch]: this `if` has no `else`
       --> query:1:48
      1 | money | derive big = if amount > £5m then "big"
        |                      --                        ^ `else` is missing here
        |                      |
        |                      the `if`
        = why: an `if` is a value, so it says what it is in both cases; `else none` leaves it missing
        = try: if … then … else …
      """#),
    Case(
      "open-range",
      #"""
      money | where amount in £5m.. | where published in ..@2024
      """#,
      #"""
      error[open-range]: a range has two ends
       --> query:1:28
      1 | money | where amount in £5m.. | where published in ..@2024
        |                            ^^ no upper end
        = try: at_least(£5m)

      error[open-range]: a range has two ends
       --> query:1:52
      1 | money | where amount in £5m.. | where published in ..@2024
        |                                                    ^^ no lower end
        = try: up_to(@2024)
        = try: until(@2024)
      """#),
    Case(
      "chained-range",
      #"""
      1..2..3
      """#,
      #"""
      error[chained-range]: a range has two ends only
       --> query:1:5
      1 | 1..2..3
        |     ^^
      """#),
    Case(
      "chained-comparison",
      #"""
      money | where £1m < amount <= £5m
      """#,
      #"""
      error[chained-comparison]: comparisons cannot be chained
       --> query:1:28
      1 | money | where £1m < amount <= £5m
        |                   -        ^^ a second comparison
        |                   |
        |                   the first comparison
        = why: the first one yields true or false, which has no order with the next value
        = try: amount in £1m..£5m
        = try: £1m < amount and amount <= £5m
      """#),
    Case(
      "compare-none",
      #"""
      documents | where issuer == none or published != null
      """#,
      #"""
      error[compare-none]: nothing is equal to `none`
       --> query:1:26
      1 | documents | where issuer == none or published != null
        |                          ^^^^^^^
        = why: a comparison with a missing value is neither true nor false
        = try: is none

      error[compare-none]: nothing is unequal to `none`
       --> query:1:47
      1 | documents | where issuer == none or published != null
        |                                               ^^^^^^^
        = why: a comparison with a missing value is neither true nor false
        = try: is known
      """#),
    Case(
      "is-not",
      #"""
      documents | where issuer is not none
      """#,
      #"""
      error[is-not]: `is not` is not in the language
       --> query:1:26
      1 | documents | where issuer is not none
        |                          ^^^^^^^^^^^
        = try: is known
      """#),
    Case(
      "wrong-equals",
      #"""
      total = money.sum(amount)
      """#,
      #"""
      error[wrong-equals]: a name is given with `let`
       --> query:1:7
      1 | total = money.sum(amount)
        |       ^
        = try: let total = …
        = try: total == …, to compare
      """#),
    Case(
      "clause-order",
      #"""
      money | summarize sum(amount, where kind == "grant")
      """#,
      #"""
      error[clause-order]: no comma stands before `where`
       --> query:1:29
      1 | money | summarize sum(amount, where kind == "grant")
        |                             ^
        = try: leave it out
      """#),
    Case(
      "spaced-call",
      #"""
      money | summarize sum (amount)
      """#,
      #"""
      error[spaced-call]: the `(` of a call touches its name
       --> query:1:23
      1 | money | summarize sum (amount)
        |                       ^
        = try: sum(…)
      """#),
    Case(
      "operator-as-method",
      #"""
      documents | where title.contains("boats")
      """#,
      #"""
      error[operator-as-method]: `contains` is an operator
       --> query:1:25
      1 | documents | where title.contains("boats")
        |                         ^^^^^^^^
        = try: title contains …
      """#),
    Case(
      "not-yet",
      #"""
      rule arrests(n: quantity) in sentences {
        n: Number "arrests"
        not 'x'
      }
      """#,
      #"""
      error[not-yet]: `rule` is not in this version
       --> query:1:1
      1 | rule arrests(n: quantity) in sentences {
        | ^^^^
        = why: extraction rules and their word lists come later
      """#),
    Case(
      "foreign-word",
      #"""
      money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
      """#,
      #"""
      error[foreign-word]: `&&` is written `and`
       --> query:1:28
      1 | money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
        |                            ^^
        = try: and

      error[foreign-word]: there is no operator `LIKE`
       --> query:1:39
      1 | money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
        |                                       ^^^^
        = why: `has` finds whole words in any case, `contains` any part, `matches` a regular expression
        = try: has "boats"
        = try: contains "boats"

      error[foreign-word]: words are written in small letters: `and`
       --> query:1:54
      1 | money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
        |                                                      ^^^
        = try: and

      error[foreign-word]: words are written in small letters: `not`
       --> query:1:58
      1 | money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
        |                                                          ^^^
        = try: not

      error[foreign-word]: `between` is written `in` with a range
       --> query:1:64
      1 | money | where amount > £5m && purpose LIKE "%boats%" AND NOT x between 1 and 5
        |                                                                ^^^^^^^
        = try: in 1..5
      """#),
    Case(
      "foreign-step",
      #"""
      money | filter amount > £5m | order by amount desc | group by issuer
      """#,
      #"""
      error[foreign-step]: the step `filter` is called `where`
       --> query:1:9
      1 | money | filter amount > £5m | order by amount desc | group by issuer
        |         ^^^^^^
        = try: where

      error[foreign-step]: the step `order by` is called `sort`
       --> query:1:31
      1 | money | filter amount > £5m | order by amount desc | group by issuer
        |                               ^^^^^^^^
        = try: sort

      error[foreign-step]: there is no step `group by`
       --> query:1:54
      1 | money | filter amount > £5m | order by amount desc | group by issuer
        |                                                      ^^^^^^^^
        = try: summarize … by …
      """#),
    Case(
      "foreign-statement",
      #"""
      from money | take 3
      """#,
      #"""
      error[foreign-statement]: no statement starts with `from`
       --> query:1:1
      1 | from money | take 3
        | ^^^^
        = try: the table's name, then steps: money | where … | select …
      """#),
    Case(
      "foreign-quotes",
      #"""
      documents | where title == 'Boats' or title == “say "x"”
      """#,
      #"""
      error[foreign-quotes]: texts stand in straight double quotes
       --> query:1:28
      1 | documents | where title == 'Boats' or title == “say "x"”
        |                            ^^^^^^^ other quotes
        = try: "Boats"

      error[foreign-quotes]: texts stand in straight double quotes
       --> query:1:48
      1 | documents | where title == 'Boats' or title == “say "x"”
        |                                                ^^^^^^^^^ other quotes
        = try: "say \"x\""
      """#),
    Case(
      "foreign-comment",
      #"""
      -- the total
      money.sum(amount)
      """#,
      #"""
      error[foreign-comment]: comments start with `#`
       --> query:1:1
      1 | -- the total
        | ^^ `--` starts no comment
        = try: #
      """#),
    Case(
      "single-equals",
      #"""
      documents | where kind = "speech"
      """#,
      #"""
      error[single-equals]: `=` gives a name; `==` compares
       --> query:1:24
      1 | documents | where kind = "speech"
        |                        ^
        = try: ==
      """#),
    Case(
      "remainder",
      #"""
      figures | where n % 2 == 0
      """#,
      #"""
      error[remainder]: `%` is percent, not the remainder
       --> query:1:19
      1 | figures | where n % 2 == 0
        |                   ^
        = try: mod(a, b)
      """#),
    Case(
      "ternary",
      #"""
      money | derive big = amount > £5m ? 1 : 2
      """#,
      #"""
      error[ternary]: a choice is written in words
       --> query:1:35
      1 | money | derive big = amount > £5m ? 1 : 2
        |                                   ^
        = try: if … then … else …, or x ?? y for a missing x
      """#),
    Case(
      "case-when",
      #"""
      money | derive big = CASE WHEN amount > £5m THEN 1 ELSE 2 END
      """#,
      #"""
      error[case-when]: a choice is written with `if`
       --> query:1:22
      1 | money | derive big = CASE WHEN amount > £5m THEN 1 ELSE 2 END
        |                      ^^^^
        = try: if … then … else if … then … else …
      """#),
    Case(
      "sql-statement",
      #"""
      SELECT issuer, SUM(amount)
      FROM money
      WHERE kind = 'grant'
      GROUP BY issuer;
      money
      """#,
      #"""
      error[sql-statement]: this is SQL; here a query starts with its table
       --> query:1:1
      1 | SELECT issuer, SUM(amount)
        | ^^^^^^
        = why: each step goes on from the one before: first the table, then where, summarize … by, sort, take, select
        = try: money | where … | select …
      """#),
    Case(
      "tuple-list",
      #"""
      documents | where kind in ("speech", "news")
      """#,
      #"""
      error[tuple-list]: a list stands in square brackets
       --> query:1:27
      1 | documents | where kind in ("speech", "news")
        |                           ^^^^^^^^^^^^^^^^^^
        = try: ["speech", "news"]
      """#),
    Case(
      "star",
      #"""
      money | select * | summarize count(*)
      """#,
      #"""
      error[star]: there is no `*` for all columns
       --> query:1:16
      1 | money | select * | summarize count(*)
        |                ^
        = try: leave the step out: all columns are kept anyway

      error[star]: there is no `*` for all rows
       --> query:1:36
      1 | money | select * | summarize count(*)
        |                                    ^
        = try: count()
      """#),
    Case(
      "count-distinct",
      #"""
      money | summarize n = count(distinct issuer)
      """#,
      #"""
      error[count-distinct]: `distinct` cannot stand in a call
       --> query:1:29
      1 | money | summarize n = count(distinct issuer)
        |                             ^^^^^^^^
        = try: count_distinct(…)
      """#),
    Case(
      "unary-plus",
      #"""
      +5
      """#,
      #"""
      error[unary-plus]: numbers have no `+` sign
       --> query:1:1
      1 | +5
        | ^
        = try: leave it out
      """#),
  ]
}
