import IbidPlan
package import IbidSource
import IbidSyntax
import IbidTypes

/// What is left of a table after a mistake, so that one mistake gives one message.
///
/// A step or statement that failed leaves a table of which less is known than usual. That is noted in hidden columns of
/// type `invalid`, which travel with the table through steps, views and joins:
///
///     @open         there may be columns that are not listed: unknown ones are not reported
///     @unnarrowed   a condition failed that may have chosen a currency or unit
///     @broken       nothing is missing, but an earlier step failed: it must not run
///
/// A plan with such a column never runs, and a statement that used one is not run either.
enum Uncertainty: String {
  case open = "@open"
  case unnarrowed = "@unnarrowed"
  case broken = "@broken"

  var column: Scope.Column { Scope.Column(field: Field(rawValue, .invalid)) }
}

extension Scope {
  func has(_ uncertainty: Uncertainty) -> Bool { columns.contains { $0.field.name == uncertainty.rawValue } }

  /// The table, or the join's right side of this name, may have columns that are not listed.
  func isOpen(below qualifier: String? = nil) -> Bool {
    if has(.open) { return true }
    guard let qualifier else { return false }
    let name = qualifier + "." + Uncertainty.open.rawValue
    return columns.contains { $0.field.name == name }
  }

  mutating func mark(_ uncertainty: Uncertainty) { if !has(uncertainty) { columns.append(uncertainty.column) } }
}

extension Plan {
  /// A table of which nothing is known, not even that it is one.
  static func unknown(at span: ByteSpan) -> Plan {
    Plan(.unit, schema: Schema([Uncertainty.open.column.field]), at: span)
  }

  var isUnknown: Bool { schema.fields.map(\.name) == [Uncertainty.open.rawValue] }

  /// It, or something that it was made of, had a mistake.
  var isBroken: Bool { schema.fields.contains { $0.type.base == .invalid } }

  /// The same columns, marked.
  func broken() -> Plan {
    isBroken ? self : Plan(.unit, schema: Schema(schema.fields + [Uncertainty.broken.column.field]), at: span)
  }
}

extension Diagnostic {
  /// Nothing to say: it follows from a mistake that was reported.
  static func consequence(at span: ByteSpan) -> Diagnostic {
    Diagnostic("", "follows from an earlier mistake", at: span)
  }

  var isConsequence: Bool { id.isEmpty }
}

extension Checker {
  /// How many mistakes there are so far, those included that follow from others.
  var mistakes: Int { diagnostics.count + consequences }

  /// Reports, unless the mistake follows from another one.
  mutating func report(_ diagnostic: Diagnostic) {
    let needsOneUnit = ["mixed-currencies", "mixed-units"].contains(diagnostic.id)
    let looksUp = ["unknown-name", "unknown-table", "unknown-function", "unknown-parameter"].contains(diagnostic.id)
    if diagnostic.isConsequence || isLost(diagnostic) || needsOneUnit && narrowingIsUncertain
      || looksUp && namesAreUncertain
    {
      consequences += 1
    } else {
      diagnostics.append(diagnostic)
    }
  }

  /// The parser's messages and these, without those that one of these says as well.
  package func joined(with parsed: [Diagnostic]) -> [Diagnostic] {
    guard !absorbed.isEmpty else { return parsed + diagnostics }
    return parsed.filter { message in !absorbed.contains { $0.contains(message.span) } } + diagnostics
  }

  private func isLost(_ diagnostic: Diagnostic) -> Bool {
    isLost(diagnostic.span) || diagnostic.labels.contains { isLost($0.span) }
  }

  /// The parser could not read it, or a part of it.
  func isLost(_ span: ByteSpan) -> Bool { lost.hits(span) }

  /// Something that an earlier statement made is used, and had a mistake.
  mutating func noteUse(of plan: Plan) { if plan.isBroken { consequences += 1 } }

  /// Checks what is about the rows of a plan, with what is uncertain of them in mind.
  mutating func inside<Result>(_ scope: Scope, _ check: (inout Checker) -> Result) -> Result {
    let outer = narrowingIsUncertain
    narrowingIsUncertain = outer || scope.has(.unnarrowed)
    defer { narrowingIsUncertain = outer }
    return check(&self)
  }

  /// Notes in the table what a failed step leaves unknown. `reported` are its mistakes.
  func leave(_ step: Step, reported: ArraySlice<Diagnostic>, _ plan: inout Plan, _ scope: inout Scope) {
    switch step.kind {
    case .filter: scope.mark(.unnarrowed)
    case .sort, .take, .skip, .distinct, .sample, .top: scope.mark(.broken)
    case .join(_, let name, _, _) where !isLost(step.span):
      var column = Uncertainty.open.column
      column.field.name = name.text + "." + column.field.name
      scope.columns.append(column)
    case .select, .derive, .drop, .rename, .summarize, .count:
      // These know their names, unless one was given twice or not at all.
      let hasAllNames = !reported.contains { ["repeated-name", "unnamed-result", "wrong-equals"].contains($0.id) }
      scope.mark(hasAllNames && !isLost(step.span) ? .broken : .open)
    default: scope.mark(.open)
    }
    plan = Plan(.unit, schema: scope.schema, at: plan.span)
  }
}
