import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about `rule` and `dict`.

extension Diagnostic {
  // MARK: Patterns

  static func unknownClass(_ name: Name, rules: [String], isDictionary: Bool, isTable: Bool) -> Diagnostic {
    let classes = RuleClass.allCases.map(\.rawValue) + ["word"]
    var suggestions = NearestName.matches(name.text, among: classes + rules).map {
      Suggestion($0, edit: Edit(name.span, $0))
    }
    if isDictionary { suggestions = [Suggestion("in \(name.text)", edit: Edit(name.span, "in \(name.text)"))] }
    let quoted = "\"\(name.text)\""
    suggestions.append(Suggestion(quoted + ", for the word itself", edit: Edit(name.span, quoted)))
    return Diagnostic(
      "unknown-class", "there is no class of words `\(name.text)`", at: name.span,
      label: isDictionary ? "a `dict`" : isTable ? "a table, but no rule" : "unknown",
      why: "a pattern can ask for \(listed(classes, limit: 20)), and for the rules above it", try: suggestions)
  }

  static func unknownDictionary(_ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-dict", "there is no list of words `\(name.text)`", at: name.span, label: "unknown",
      why: names.isEmpty ? "no `dict` stands above this rule" : "there are \(listed(names))",
      try: NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) } + [
        Suggestion("dict \(name.text) = [\"…\", \"…\"], above the rule")
      ])
  }

  static func lemmaForm(_ text: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "lemma-form", "`lemma` takes one word", at: span, label: "this is no single word",
      why: "a lemma stands for the forms of a word: arrest, arrests, arrested, arresting",
      try: [Suggestion("lemma \"seize\"")])
  }

  static func badRepetition(_ most: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "bad-repetition", "this cannot stand so often", at: span,
      why: "`{m,n}` needs m up to n, at least once and at most \(most) times", try: [Suggestion("{1,8}")])
  }

  static func badGap(_ most: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "bad-gap", "a gap is 1 to \(most) tokens long", at: span,
      why: "what stands farther apart has little to do with each other", try: [Suggestion("..5")])
  }

  static func emptyMatch(at span: ByteSpan, isContext: Bool) -> Diagnostic {
    Diagnostic(
      "empty-match", isContext ? "this context is always there" : "this can match where nothing stands", at: span,
      label: "nothing here has to be there",
      why: isContext ? "what may be empty stands everywhere" : "a row needs at least one word to stand on",
      try: [Suggestion("leave off a `?` or `*`, or name a word that has to be there")])
  }

  static func unreachableBranch(at span: ByteSpan, covered: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unreachable-branch", "this alternative is never taken", at: span, label: "nothing is left for it",
      labels: [Label(covered, "matches all of it already")],
      why: "of alternatives that match the same words the first one counts",
      try: [Suggestion("leave it out, or put it before the other")])
  }

  static func ruleTooLarge(_ most: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "rule-too-large", "this pattern is too large", at: span,
      why: "repetitions inside of repetitions multiply; an automaton has at most \(most) states",
      try: [Suggestion("`+` or `*` in place of a count"), Suggestion("a rule of its own for the part that repeats")])
  }

  static func ruleTable(_ name: Name) -> Diagnostic {
    Diagnostic(
      "rule-table", "a rule reads `sentences`", at: name.span, label: "not sentences",
      why: "a match stands in one sentence", try: [Suggestion("sentences", edit: Edit(name.span, "sentences"))])
  }

  // MARK: Captures

  static func unknownCapture(_ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-capture", "the rule has no column `\(name.text)`", at: name.span, label: "not declared",
      why: names.isEmpty ? "it declares none" : "it declares \(listed(names))",
      try: NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) } + [
        Suggestion("\(name.text): text, among the columns of the rule")
      ])
  }

  static func repeatedCapture(_ name: Name) -> Diagnostic {
    Diagnostic(
      "repeated-capture", "two columns are called `\(name.text)`", at: name.span, label: "this one too",
      why: "one column may be filled in several places of the pattern; it is declared once",
      try: [Suggestion("one declaration of it, and the column in each place of the pattern")])
  }

  static func unusedCapture(_ name: Name) -> Diagnostic {
    Diagnostic(
      "unused-capture", "nothing fills the column `\(name.text)`", at: name.span, label: "declared here",
      why: "a column gets its values from `\(name.text): …` in the pattern",
      try: [Suggestion("\(name.text): word, in the pattern"), Suggestion("leave the column out")])
  }

  static func captureInContext(_ name: Name) -> Diagnostic {
    Diagnostic(
      "capture-in-context", "a context keeps nothing", at: name.span, label: "captured here",
      why: "`before` and `after` look at what stands around a match and is no part of it",
      try: [Suggestion("move it into the pattern")])
  }

  static func captureType(_ name: Name, declared: ValueType, found: ValueType) -> Diagnostic {
    let reason: String
    if case .list = found.base {
      reason = "it may be captured more than once, so it is a list"
    } else if found.isOptional, found.required == declared.required {
      reason = "there are matches without it"
    } else if case .quantity("") = found.base, declared.base.isNumber {
      reason = "a number of a text may have bounds, \"more than 24\"; `\(name.text).number` is the number alone"
    } else {
      reason = "a capture of one class has the class's type; of anything else, it has the words"
    }
    return Diagnostic(
      "capture-type", "`\(name.text)` captures \(found), not \(declared)", at: name.span,
      label: "declared as \(declared)",
      why: reason, try: [Suggestion("\(name.text): \(found)")])
  }

  static func exampleType(_ name: Name, _ type: ValueType, _ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "example-type", "`\(name.text)` can never be this", at: value.span, label: "this is \(article(value.type))",
      why: "the column is \(article(type))", try: [Suggestion("a value of type \(type), or its words as text")])
  }

  static func unknownRule(_ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-rule", "there is no rule `\(name.text)`", at: name.span, label: "unknown",
      why: names.isEmpty ? "no rule is defined" : "there are \(listed(names))",
      try: NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) })
  }

  // MARK: Lists of words

  static func dictionaryForm(at span: ByteSpan, isEmpty: Bool) -> Diagnostic {
    Diagnostic(
      "dict-form", isEmpty ? "this list has no words" : "a `dict` is a list of texts, or the path of a file", at: span,
      why: "its words are known before anything runs",
      try: [Suggestion("dict vessels = [\"dinghy\", \"small boat\"]"), Suggestion("dict vessels = \"vessels.txt\"")])
  }
}
