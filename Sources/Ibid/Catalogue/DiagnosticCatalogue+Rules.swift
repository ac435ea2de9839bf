extension DiagnosticCatalogue {
  static let rules: [DiagnosticEntry] = [
    .init(
      "bad-gap", "a gap is too short or too long",
      """
      `..5` stands for at most five tokens of any kind. What stands farther apart than fifty tokens has little to do
      with each other, and a gap of none is no gap.
      """,
      bad: "rule visits() in sentences { \"visited\" ..500 Country }",
      mended: "rule visits() in sentences { \"visited\" ..5 Country }"),
    .init(
      "bad-repetition", "a repetition cannot be met",
      """
      `{m,n}` says how often something stands there: from m to n times, one at least, and at most a hundred times.
      `*` and `+` have no end.
      """,
      bad: "rule names() in sentences { word{5,2} }",
      mended: "rule names() in sentences { word{2,5} }"),
    .init(
      "capture-in-context", "a context keeps nothing",
      """
      `before` and `after` look at what stands around a match. It is no part of the match, so no column can keep it;
      what is to be kept belongs into the pattern.
      """,
      bad: "rule talks(who: text) in sentences { who: \"ministers\" after where_to: (\"met\" | \"spoke\") }",
      mended: "rule talks(who: text) in sentences { who: \"ministers\" after (\"met\" | \"spoke\") }"),
    .init(
      "capture-type", "a column is declared as something else than it captures",
      """
      A capture of one class has the type of the class: `Money` is `money`, `Country` is `ref<entities>`. Under a
      repetition it is a list, and where a match can do without it, it may be missing. Whatever is captured may be
      declared as `text`, its words.
      """,
      bad: "rule sums(amount: quantity) in sentences { amount: Money }",
      mended: "rule sums(amount: money) in sentences { amount: Money }"),
    .init(
      "dict-form", "this is no list of words",
      """
      A `dict` is a list of texts, or the path of a file with an entry a line (of a csv file the first column). Its
      words are known before anything runs, so that they can be looked for all at once.
      """,
      bad: "dict vessels = 3",
      mended: "dict vessels = [\"dinghy\", \"small boat\"]"),
    .init(
      "empty-match", "a pattern matches where nothing stands",
      """
      Every row stands on words. A pattern whose parts may all be left out would match between any two words, and a
      context that may be empty would always be there.
      """,
      bad: "rule perhaps() in sentences { \"very\"? word* }",
      mended: "rule perhaps() in sentences { \"very\"? word+ }"),
    .init(
      "example-type", "an example asks for a value that its column never has",
      """
      The record of an `example` holds what the columns of the match must be. A number, an amount or a date is
      written as a value, a name or anything else by its words, in quotes.
      """,
      bad: "rule sums(amount: money) in sentences { amount: Money example \"It cost £5m.\" => { amount: [1, 2] } }",
      mended: "rule sums(amount: money) in sentences { amount: Money example \"It cost £5m.\" => { amount: £5m } }"),
    .init(
      "lemma-form", "a lemma is not one word",
      """
      `lemma "arrest"` stands for the forms of one word: arrest, arrests, arrested, arresting. Of several words each
      one has a lemma of its own, or stands there as it is.
      """,
      bad: "rule raids() in sentences { lemma \"carry out\" \"a raid\" }",
      mended: "rule raids() in sentences { lemma \"carry\" \"out a raid\" }"),
    .init(
      "repeated-capture", "two columns of a rule have the same name",
      """
      One column may be filled in several places of a pattern, once in each alternative, but it is declared once.
      """,
      bad: "rule sums(amount: money, amount: money) in sentences { amount: Money }",
      mended: "rule sums(amount: money) in sentences { amount: Money }"),
    .init(
      "rule-table", "a rule reads sentences",
      """
      A match stands in one sentence. Rules have no other table to read; what they found can be joined with any.
      """,
      bad: "rule sums(amount: money) in documents { amount: Money }",
      mended: "rule sums(amount: money) in sentences { amount: Money }"),
    .init(
      "rule-too-large", "a pattern is too large",
      """
      Repetitions inside of repetitions multiply: each one stands for as many copies of its part. Where no count is
      needed, `+` or `*` is one copy.
      """,
      bad: "rule many() in sentences { ((word{100} \",\"){100} \"and\"){100} }",
      mended: "rule many() in sentences { ((word+ \",\")+ \"and\")+ }"),
    .init(
      "unknown-capture", "a rule has no such column",
      """
      What a pattern captures goes into a column that the rule declares with its type, between the brackets behind
      its name. An example speaks of these columns, too.
      """,
      bad: "rule sums(amount: money) in sentences { amuont: Money }",
      mended: "rule sums(amount: money) in sentences { amount: Money }"),
    .init(
      "unknown-class", "there is no such class of words",
      """
      A name in a pattern is a class of what Ibid has found (`Number`, `Money`, `Date`, `Person`, `Org`, `Place`,
      `Country` …), `word` for any word, or a rule that stands above. A list of words is asked for with `in`, a word
      itself stands in quotes.
      """,
      bad: "rule visits(who: ref<entities>) in sentences { who: Persons \"visited\" }",
      mended: "rule visits(who: ref<entities>) in sentences { who: Person \"visited\" }"),
    .init(
      "unknown-dict", "there is no such list of words",
      """
      `in NAME` asks for the words of a `dict`, which stands above the rule.
      """,
      bad: "dict vessels = [\"dinghy\", \"small boat\"]\nrule boats(kind: text) in sentences { kind: in vesels }",
      mended: "dict vessels = [\"dinghy\", \"small boat\"]\nrule boats(kind: text) in sentences { kind: in vessels }"),
    .init(
      "unknown-rule", "there is no such rule",
      """
      `explain rule` shows how a rule runs. It has to be defined above, or come with Ibid.
      """,
      bad: "explain rule arrests_of_men",
      mended: "rule arrests_of_men() in sentences { \"men\" \"were\" \"arrested\" }\nexplain rule arrests_of_men"),
    .init(
      "unreachable-branch", "an alternative is never taken",
      """
      Of alternatives that match the same words the first one counts. One whose words an earlier one has as well is
      never taken; it is left out, or put first if it is to keep something of its own.
      """,
      bad: "rule arrests() in sentences { (lemma \"arrest\" | \"arrested\") }",
      mended: "rule arrests() in sentences { (lemma \"arrest\" | \"detained\") }"),
    .init(
      "unused-capture", "nothing fills a column of a rule",
      """
      Each column of a rule gets its values from a part of the pattern that has the column's name before it.
      """,
      bad: "rule sums(amount: money, purpose: text) in sentences { amount: Money }",
      mended: "rule sums(amount: money, purpose: text) in sentences { amount: Money \"for\" purpose: word+ }"),
  ]
}
