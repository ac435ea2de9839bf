import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of messages about networks: `pairs`, `components`, `reach`, `paths`, `without`.

extension Diagnostic {
  /// `lists` are the columns that could have been meant.
  static func pairsNeedList(_ value: PlanExpression, _ path: ByteSpan, _ words: String, lists: [String]) -> Diagnostic {
    Diagnostic(
      "pairs-need-list", "`pairs of` needs a list, and `\(words)` is \(article(value.type.required))", at: path,
      label: "this is \(article(value.type))", why: "`pairs of` gives a row for each two elements of one list",
      try: lists.map { Suggestion("pairs of \($0)", edit: Edit(path, $0)) } + [
        Suggestion("summarize xs = set(\(words)) by … | pairs of xs, for all values of a group"),
        Suggestion("components along \(words), OTHER, where two columns are the ends of links"),
      ])
  }

  /// The table has no columns `a` and `b`, and the step names no others.
  static func noEnds(of step: Step, in scope: Scope, _ source: SourceText) -> Diagnostic {
    let keyword = source.string(step.keyword)
    let fields = scope.visible.map { scope.columns[$0].field }
    var suggestions: [Suggestion] = []
    for field in fields {
      if case .list(let element) = field.type.base, element.base.canBeNode {
        let pairs = "pairs of \(field.name) | "
        suggestions.append(
          Suggestion(pairs + keyword + " …", edit: Edit(ByteSpan(step.span.lower, step.span.lower), pairs)))
      }
    }
    if let (from, to) = likelyEnds(fields) {
      suggestions.append(Suggestion("\(keyword) … along \(from), \(to), for links both ways"))
      suggestions.append(Suggestion("\(keyword) … along \(from) to \(to), for links one way"))
    }
    if suggestions.isEmpty { suggestions.append(Suggestion("along ONE_COLUMN, OTHER_COLUMN")) }
    return Diagnostic(
      "no-ends", "there are no columns `a` and `b` that would be the ends of links", at: step.keyword,
      label: "which columns are linked?",
      why: "each row of a network links two nodes: those in `a` and `b`, or in the columns behind `along`; here are "
        + listed(fields.map(\.name)), try: Array(suggestions.prefix(4)))
  }

  /// Two columns of one type that could be meant: references before texts.
  private static func likelyEnds(_ fields: [IbidTypes.Field]) -> (String, String)? {
    func isReference(_ field: IbidTypes.Field) -> Bool { if case .reference = field.type.base { true } else { false } }
    for candidates in [fields.filter(isReference), fields.filter { $0.type.base == .text }] {
      for (index, field) in candidates.enumerated() {
        if let other = candidates[(index + 1)...].first(where: { $0.type.base == field.type.base }) {
          return (field.name, other.name)
        }
      }
    }
    return nil
  }

  static func cannotBeNode(_ type: ValueType, _ span: ByteSpan, _ words: String) -> Diagnostic {
    let ways: [Suggestion] =
      if case .list = type.base {
        [Suggestion("pairs of \(words), for links between its elements"), Suggestion("unnest \(words) first")]
      } else {
        [Suggestion("text(\(words)), to make text of it")]
      }
    return Diagnostic(
      "cannot-be-node", "\(article(type.required)) is no node of a network", at: span,
      label: "`\(words)` is \(article(type))", why: "nodes are rows of a table, texts, numbers, dates or amounts",
      try: ways)
  }

  /// Both ends are one column, or of two types; `spans` are where they are named.
  static func endsDiffer(_ from: IbidTypes.Field, _ to: IbidTypes.Field, _ spans: [ByteSpan]) -> Diagnostic {
    let isSame = from.name == to.name
    return Diagnostic(
      "ends-differ",
      isSame
        ? "both ends of the links are `\(from.name)`"
        : "`\(from.name)` and `\(to.name)` are not nodes of one network", at: spans[1],
      label: isSame ? "the same column" : "this is \(article(to.type.required))",
      labels: isSame || spans[0] == spans[1] ? [] : [Label(spans[0], "this is \(article(from.type.required))")],
      why: isSame
        ? "a link leads from a node in one column to a node in another"
        : "a node may be at either end of a link, so both columns are of one type",
      try: [
        Suggestion(
          isSame
            ? "another column for the other end"
            : "derive x = text(\(from.name)), y = text(\(to.name)), and the step along x, y")
      ])
  }

  static func notANode(_ value: PlanExpression, _ type: ValueType, _ role: String) -> Diagnostic {
    var ways = [Suggestion("\(article(type))")]
    if case .reference = type.base { ways = [Suggestion("a name: \"UK\"; aliases count too")] }
    if type.base == .text { ways = [Suggestion("a text: \"…\"")] }
    return Diagnostic(
      "not-a-node", "\(role), and \(article(value.type.required)) is none", at: value.span,
      label: "this is \(article(value.type))", why: "each node is \(article(type))", try: ways)
  }

  static func endsOfRows(_ path: StringLiteral, _ ends: ByteSpan) -> Diagnostic {
    let stem = SaveFormat.ending(of: path.value).map { String(path.value.dropLast($0.count + 1)) } ?? path.value
    return Diagnostic(
      "save-along", "a file of rows has no links to name the ends of", at: ends, label: "ends of links",
      labels: [Label(path.span, "holds rows")],
      why: "`along` says which columns are the nodes in a file that holds a network",
      try: [
        Suggestion("save \"\(stem).graphml\" along …"), Suggestion("leave out `along`, to save the rows"),
      ])
  }
}
