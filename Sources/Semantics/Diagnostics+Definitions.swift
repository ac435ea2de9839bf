import IbidPlan
package import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about `fn`, `use`, `set` and `assert`.

extension Diagnostic {
  static func repeatedParameter(_ name: Name) -> Diagnostic {
    Diagnostic(
      "repeated-parameter", "two parameters are called `\(name.text)`", at: name.span, label: "this one too",
      try: [Suggestion("\(name.text)_2", edit: Edit(name.span, name.text + "_2"))])
  }

  /// `why`: what changed and what does not fit, or nothing where a message has said it.
  static func outdated(_ name: Name, _ why: String) -> Diagnostic {
    Diagnostic(
      "outdated-definition", "`\(name.text)` does not fit the tables that it reads any more", at: name.span,
      label: "defined over other columns", why: why.isEmpty ? nil : why,
      try: [
        Suggestion("define `\(name.text)` again, over the columns that there are now"),
        Suggestion("the table as it was: load the earlier file, or define the earlier rule, under its name"),
      ])
  }

  static func recursiveFunction(_ name: Name) -> Diagnostic {
    Diagnostic(
      "recursive-function", "`\(name.text)` calls itself", at: name.span, label: "not defined yet",
      why: "a function is an expression over its parameters, so it has to end",
      try: [
        Suggestion("an aggregate, or a window such as `lag` or a running `sum`, for values of many rows")
      ])
  }

  static func wrongCount(_ definition: FunctionDefinition, found: Int, at span: ByteSpan) -> Diagnostic {
    let count = definition.parameters.count
    return Diagnostic(
      "wrong-argument-count",
      "`\(definition.name)` takes \(count == 0 ? "no arguments" : definition.parameters.map(\.name).joined(separator: ", ")), and \(found) \(found == 1 ? "is" : "are") given",
      at: span, why: "it is defined as \(definition.signature)", try: [Suggestion(definition.signature)])
  }

  static func wrongValue(_ definition: FunctionDefinition, _ parameter: IbidTypes.Field, _ argument: PlanExpression)
    -> Diagnostic
  {
    let isOnlyMissing = argument.type.isOptional && argument.type.base == parameter.type.base
    return Diagnostic(
      "wrong-argument", "`\(parameter.name)` of `\(definition.name)` must be \(article(parameter.type))",
      at: argument.span, label: "this is \(article(argument.type))",
      why: isOnlyMissing
        ? "a value that may be missing does not fit where none may be" : "it is defined as \(definition.signature)",
      try: isOnlyMissing
        ? [
          Suggestion("where … is known, before this step"), Suggestion("… ?? a value to take instead"),
          Suggestion("\(parameter.name): \(parameter.type.optional), in the definition"),
        ] : [Suggestion("\(definition.name)(… a value of type \(parameter.type) …)")])
  }

  static func functionTooLarge(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "function-too-large", "this call of `\(name.text)` grows too large", at: span,
      label: "functions inside of functions, too many times",
      why:
        "a call stands for its function's expression, and here that has more than \(FunctionDefinition.maximalSize) parts or \(Plan.maximalDepth) levels",
      try: [Suggestion("derive x = …, for a value that is needed more than once")])
  }

  static func usedNameTaken(_ name: String, path: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "name-taken", "`\(name)` of this script is already the name of something here", at: span,
      label: "defines `\(name)`",
      why: "a name means one thing in a script, so that a reader never has to ask which",
      try: [Suggestion("another name in one of the two scripts")])
  }

  static func unknownSetting(_ name: Name) -> Diagnostic {
    let names = Setting.allCases.map(\.rawValue)
    return Diagnostic(
      "unknown-setting", "there is no setting `\(name.text)`", at: name.span, label: "no such setting",
      why: "there are \(listed(names))",
      try: NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) })
  }

  static func wrongSetting(_ setting: Setting, _ value: PlanExpression) -> Diagnostic {
    wrongSetting(setting, article(value.type), at: value.span)
  }

  /// `value`: what it is, in words.
  package static func wrongSetting(_ setting: Setting, _ value: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "wrong-setting", "`\(setting.rawValue)` takes \(setting.values)", at: span, label: "this is \(value)",
      try: [Suggestion("set \(setting.rawValue) = \(setting.example)")])
  }
}
