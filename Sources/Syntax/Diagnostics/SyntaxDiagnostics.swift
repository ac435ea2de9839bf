import IbidSource

/// Everything that can be wrong with a text before names and types are looked at; the wording is here and nowhere else.
///
/// `SyntaxDiagnostics+Lexical` has the words, numbers and dates, `+Structure` statements, steps and expressions,
/// `+Foreign` what comes from other languages.
package enum SyntaxDiagnostic {
  /// The stable names, all of them.
  package enum ID: String, Sendable, CaseIterable {
    // Words, numbers, dates.
    case unclosedString = "unclosed-string"
    case unclosedName = "unclosed-name"
    case emptyName = "empty-name"
    case unknownEscape = "unknown-escape"
    case invalidUTF8 = "invalid-utf8"
    case unknownCharacter = "unknown-character"
    case lookAlike = "look-alike"
    case numberForm = "number-form"
    case digitGroups = "digit-groups"
    case bareScale = "bare-scale"
    case badDate = "bad-date"
    case bareDate = "bare-date"
    case loneCurrency = "lone-currency"
    case moneySuffix = "money-suffix"
    case moneyOrder = "money-order"
    case unclosedRegex = "unclosed-regex"
    case regexFlag = "regex-flag"
    case regexPlace = "regex-place"
    case expectedRegex = "expected-regex"
    case loneDollar = "lone-dollar"
    case textTooLong = "text-too-long"

    // Statements, steps, expressions.
    case expected
    case expectedExpression = "expected-expression"
    case expectedInteger = "expected-integer"
    case expectedString = "expected-string"
    case unexpected
    case unclosedBracket = "unclosed-bracket"
    case unopenedBracket = "unopened-bracket"
    case tooDeep = "too-deep"
    case integerTooLarge = "integer-too-large"
    case trailingComma = "trailing-comma"
    case missingPipe = "missing-pipe"
    case leadingPipe = "leading-pipe"
    case unknownStep = "unknown-step"
    case stepBrackets = "step-brackets"
    case stepWithoutTable = "step-without-table"
    case unknownType = "unknown-type"
    case unknownTest = "unknown-test"
    case unnamedJoin = "unnamed-join"
    case emptySummarize = "empty-summarize"
    case reservedName = "reserved-name"
    case quotedName = "quoted-name"
    case missingBranch = "missing-branch"
    case openRange = "open-range"
    case chainedRange = "chained-range"
    case chainedComparison = "chained-comparison"
    case compareNone = "compare-none"
    case isNot = "is-not"
    case wrongEquals = "wrong-equals"
    case clauseOrder = "clause-order"
    case spacedCall = "spaced-call"
    case operatorAsMethod = "operator-as-method"
    case pipelineInCall = "pipeline-in-call"

    // Other languages.
    case foreignWord = "foreign-word"
    case foreignStep = "foreign-step"
    case foreignStatement = "foreign-statement"
    case plainLanguage = "plain-language"
    case foreignQuotes = "foreign-quotes"
    case foreignComment = "foreign-comment"
    case singleEquals = "single-equals"
    case remainder
    case ternary
    case caseWhen = "case-when"
    case sqlStatement = "sql-statement"
    case tupleList = "tuple-list"
    case star
    case countDistinct = "count-distinct"
    case unaryPlus = "unary-plus"
  }

  static func error(
    _ id: ID, _ message: String, at span: ByteSpan, label: String? = nil, labels: [Diagnostic.Label] = [],
    why reason: String? = nil, try suggestions: [Diagnostic.Suggestion] = []
  ) -> Diagnostic {
    Diagnostic(id.rawValue, .error, message, at: span, label: label, labels: labels, why: reason, try: suggestions)
  }

  /// A suggestion that shows what to write in place of a span.
  static func write(_ text: String, at span: ByteSpan) -> Diagnostic.Suggestion {
    Diagnostic.Suggestion(text, edit: Diagnostic.Edit(span, text))
  }

  /// A suggestion in words.
  static func advise(_ text: String) -> Diagnostic.Suggestion { Diagnostic.Suggestion(text) }
}

extension Diagnostic {
  /// The same with one more place.
  func adding(_ label: Label) -> Diagnostic {
    var copy = self
    copy.labels.append(label)
    return copy
  }
}
