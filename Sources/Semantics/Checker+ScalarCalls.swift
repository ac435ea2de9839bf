import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Calls of functions of one row's values: which signature is meant, and what type it gives.

extension Checker {
  /// A call that one of the signatures of its function takes.
  private struct Fitting {
    let entry: FunctionEntry
    let function: ScalarFunction
    /// As the signature wants them: text literals read as dates where it asks for dates.
    var arguments: [PlanExpression]
  }

  /// `entries` are the signatures of one name; `patterns` are the places of arguments that are regular expressions.
  mutating func scalarCall(
    _ entries: [FunctionEntry], _ name: Name, _ given: [PlanExpression], patterns: Set<Int>, at span: ByteSpan
  ) -> PlanExpression {
    switch fitting(entries, given, patterns: patterns, at: span) {
    case .failure(let mistake): return fail(mistake.diagnostic)
    case .success(let call): return typed(call, name, at: span)
    }
  }

  private struct Mistake: Error { let diagnostic: Diagnostic }

  /// The first signature that takes the arguments; else what is wrong with the one that takes most of them.
  private mutating func fitting(
    _ entries: [FunctionEntry], _ given: [PlanExpression], patterns: Set<Int>, at span: ByteSpan
  ) -> Result<Fitting, Mistake> {
    if let mistake = missingRate(entries, given, at: span) ?? convertedTime(entries, given, at: span) {
      return .failure(Mistake(diagnostic: mistake))
    }
    var nearest: (entries: [FunctionEntry], matched: Int) = ([], -1)
    for entry in entries where entry.takes(given.count) {
      guard case .scalar(let function) = entry.implementation else { continue }
      var arguments = given
      var matched = 0
      for index in given.indices {
        guard let pattern = entry.parameter(at: index)?.pattern else { break }
        arguments[index] = read(given[index], for: pattern)
        let isPattern = patterns.contains(index)
        guard isPattern == (pattern == .pattern), isPattern || Self.matches(arguments[index], pattern) else { break }
        matched += 1
      }
      if matched == given.count {
        for index in patterns.sorted() {
          if case .constant(.text(let pattern)) = given[index].kind,
            let mistake = Self.mistake(in: pattern, at: given[index].span)
          {
            return .failure(Mistake(diagnostic: mistake))
          }
        }
        return .success(Fitting(entry: entry, function: function, arguments: arguments))
      }
      if matched > nearest.matched { nearest = ([], matched) }
      if matched == nearest.matched { nearest.entries.append(entry) }
    }
    guard !nearest.entries.isEmpty else {
      return .failure(Mistake(diagnostic: .wrongArgumentCount(entries, found: given.count, at: span)))
    }
    return .failure(Mistake(diagnostic: .wrongArgument(nearest.entries, nearest.matched, given[nearest.matched])))
  }

  /// Money to be converted without a rate has a message of its own.
  private func missingRate(_ entries: [FunctionEntry], _ given: [PlanExpression], at span: ByteSpan) -> Diagnostic? {
    guard entries.first?.implementation == .scalar(.convert), given.count == 2, case .money = given[0].type.base,
      case .constant(.text(let unit)) = given[1].kind
    else { return nil }
    return .convertNeedsRate(unit, at: span)
  }

  /// `convert(60 minutes, "hour")`: how many hours a time has is a quotient.
  private func convertedTime(_ entries: [FunctionEntry], _ given: [PlanExpression], at span: ByteSpan) -> Diagnostic? {
    guard entries.first?.implementation == .scalar(.convert), given.count == 2, given[0].type.base == .duration,
      case .constant(.text(let unit)) = given[1].kind, Unit.isTime(unit)
    else { return nil }
    let words = words(given[0])
    var isLiteral = false
    if case .constant = given[0].kind { isLiteral = true }
    return .convertedTime(
      given[0], isLiteral ? words : Diagnostic.postfixed(words), unit: Unit.canonical(unit), whole: span)
  }

  private mutating func read(_ argument: PlanExpression, for pattern: FunctionEntry.Pattern) -> PlanExpression {
    switch pattern {
    case .date, .moment: adapt(argument, to: .date)
    case .period: adapt(argument, to: .period)
    default: argument
    }
  }

  // MARK: Types of results

  private mutating func typed(_ call: Fitting, _ name: Name, at span: ByteSpan) -> PlanExpression {
    var arguments = call.arguments
    let isOptional = call.entry.mayBeMissing || arguments.contains { $0.type.isOptional }
    func result(_ type: DataType, optional: Bool? = nil) -> PlanExpression {
      PlanExpression(.call(call.function, arguments), ValueType(type, optional: optional ?? isOptional), at: span)
    }
    switch call.entry.result {
    case .type(let type): return result(type, optional: call.function.isNeverMissing ? false : nil)
    case .argument(let index): return result(arguments[index].type.base)
    case .mean(let index): return result(arguments[index].type.base == .int ? .float : arguments[index].type.base)
    case .listOf(let index): return result(.list(arguments[index].type))
    case .elementOf(let index):
      guard case .list(let element) = arguments[index].type.base else { return Self.invalid(at: span) }
      return result(element.base)
    case .common:
      var type = arguments[0].type
      for argument in arguments.dropFirst() {
        guard let wider = commonReadingNumbers(type, argument.type) else {
          return fail(.typesDiffer("`\(name.text)`", name.span, arguments[0], argument))
        }
        if let mistake = differingUnits(name, arguments[0], argument) { return fail(mistake) }
        type = wider
      }
      for index in arguments.indices {
        if let mistake = unknownUnit(name, arguments[index]) { return fail(mistake) }
        arguments[index] = adapt(arguments[index], to: type)
      }
      return result(type.base)
    case .special: return special(call, name, at: span)
    }
  }

  /// Values of which the greater is taken must count the same thing.
  private func differingUnits(_ name: Name, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic? {
    switch (a.type.base, b.type.base) {
    case (.money(let x?), .money(let y?)) where x != y: .currenciesDiffer(name.span, a, x, b, y)
    case (.quantity(let x?), .quantity(let y?)) where x != y:
      Unit.areComparable(x, y)
        ? .unitsNeedConversion(name, a, x, b, y, words: words(b)) : .unitsDiffer(name.span, a, x, b, y)
    default: nil
    }
  }

  private func unknownUnit(_ name: Name, _ argument: PlanExpression) -> Diagnostic? {
    switch argument.type.base {
    case .money(nil): .unitUnknown("`\(name.text)`", name.span, argument, words(argument), .currency)
    case .quantity(nil): .unitUnknown("`\(name.text)`", name.span, argument, words(argument), .unit)
    default: nil
    }
  }

  private mutating func special(_ call: Fitting, _ name: Name, at span: ByteSpan) -> PlanExpression {
    let arguments = call.arguments
    let isOptional = call.entry.mayBeMissing || arguments.contains { $0.type.isOptional }
    func result(_ type: DataType) -> PlanExpression {
      PlanExpression(.call(call.function, arguments), ValueType(type, optional: isOptional), at: span)
    }
    func wrong(_ index: Int) -> PlanExpression { fail(.wrongArgument([call.entry], index, arguments[index])) }
    /// The last argument, where it is a text written out.
    var word: String?
    if case .constant(.text(let text))? = arguments.last?.kind { word = text }
    switch call.function {
    case .same:
      let (a, b) = readingNumbers(arguments[0], arguments[1])
      guard common(a.type, b.type) != nil else {
        return fail(.typesDiffer("`same`", name.span, arguments[0], arguments[1]))
      }
      return PlanExpression(.call(call.function, [a, b]), .bool, at: span)
    case .above, .atLeast, .below, .upTo, .about:
      switch arguments[0].type.base {
      case .int, .float: return result(.quantity(""))
      default: return result(arguments[0].type.base)
      }
    case .asUnit:
      guard let word else { return wrong(1) }
      return result(.quantity(Unit.canonical(word)))
    case .convert:
      guard let word else { return wrong(arguments.count - 1) }
      if case .quantity(let known) = arguments[0].type.base {
        if let known, !Unit.areComparable(known, word) {
          return fail(.unitsDiffer(name.span, arguments[0], known, arguments[1], word))
        }
        return result(.quantity(Unit.canonical(word)))
      }
      guard Currency.codes.contains(word) else { return fail(.unknownCurrency(word, at: arguments[2].span)) }
      return result(.money(word))
    case .money:
      guard let word, let currency = Currency.code(for: word) else {
        return fail(.unknownCurrency(word ?? "", at: arguments[1].span))
      }
      return result(.money(currency))
    case .quantity: return result(.quantity(word.map { Unit.canonical($0) }))
    case .duration: return result(.duration)
    case .indexOf:
      guard case .list(let element) = arguments[0].type.base else { return wrong(0) }
      var call = call
      call.arguments[1] = adapt(arguments[1], to: element)
      guard common(element, call.arguments[1].type) != nil else {
        return fail(.elementsDiffer(name, arguments[0], element, arguments[1]))
      }
      return PlanExpression(.call(.indexOf, call.arguments), .int.optional, at: span)
    default: return Self.invalid(at: span)
    }
  }

  // MARK: Arguments

  private static func hasOrder(_ type: DataType) -> Bool {
    switch type {
    case .list, .reference, .source, .none: false
    default: true
    }
  }

  static func matches(_ argument: PlanExpression, _ pattern: FunctionEntry.Pattern) -> Bool {
    let type = argument.type.base
    if type == .invalid { return true }
    switch pattern {
    case .any: return true
    case .bool: return type == .bool
    case .int: return type == .int
    case .number: return type == .int || type == .float
    case .text: return type.isTextual
    case .textOrList: if case .list = type { return true } else { return type.isTextual }
    case .list: if case .list = type { return true } else { return false }
    case .lists:
      guard case .list(let element) = type, case .list = element.base else { return false }
      return true
    case .date: return type == .date
    case .period: return type == .period
    case .moment: return type == .date || type == .period
    case .duration: return type == .duration
    case .money: if case .money = type { return true } else { return false }
    case .quantity: if case .quantity = type { return true } else { return false }
    case .measure: return type.isMeasure
    case .counted: if case .quantity = type { return true } else { return type == .int || type == .float }
    case .numeric: return type.isMeasure || type == .int || type == .float
    case .ordered: return hasOrder(type)
    case .orderedList:
      // Of no elements there is nothing to put in order.
      guard case .list(let element) = type else { return false }
      return element.base == .none || hasOrder(element.base)
    case .word: if case .constant(.text) = argument.kind { return true } else { return false }
    case .unit, .timeUnit:
      guard case .constant(.text(let unit)) = argument.kind else { return false }
      return Unit.isTime(unit) == (pattern == .timeUnit)
    case .pattern: return false
    case .places:
      if case .constant(.int(let value)) = argument.kind { return value >= 0 && value <= 18 } else { return false }
    case .rows:
      if case .constant(.int(let value)) = argument.kind {
        return value >= 0 && value <= Int32.max
      } else {
        return false
      }
    case .share:
      guard let share = number(argument) else { return false }
      return share >= .zero && share <= .one
    }
  }
}
