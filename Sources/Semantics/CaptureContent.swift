import IbidPlan
import IbidTypes

/// What one capture of a pattern holds: how often it is there, and how many things of which types are inside.
struct CaptureContent {
  /// How often the capture may be there in one match, over all ways to match.
  private(set) var leastCaptures = 0
  private(set) var mostCaptures = 0
  /// Inside of one capture: words, by which one that may have none holds no value.
  private var leastWords = 0
  /// Inside of one capture: things that have a type of their own.
  private var leastItems = 0
  private var mostItems = 0
  /// The types that every one of them may have; empty if they differ or there are none.
  private var types: [DataType] = []
  /// A list of words is inside.
  private var hasList = false

  private static let many = 1_000_000

  init(of capture: Int, in pattern: RulePattern) {
    let (least, most) = Self.count(pattern) { part in
      if case .capture(capture, _) = part { (1, 1) } else { nil }
    }
    (leastCaptures, mostCaptures) = (least, most)
    var insides: [RulePattern] = []
    pattern.visit { part in if case .capture(capture, let inside) = part { insides.append(inside) } }
    leastWords = insides.map { $0.canBeEmpty ? 0 : 1 }.min() ?? 0
    let counts = insides.map { Self.count($0, Self.item) }
    leastItems = counts.map(\.least).min() ?? 0
    mostItems = counts.map(\.most).max() ?? 0
    var found: [[DataType]] = []
    for inside in insides {
      inside.visit { part in
        switch part {
        case .annotation(let kind): found.append(kind.types)
        case .rule(let table): found.append([.reference(table)])
        case .list: hasList = true
        default: break
        }
      }
    }
    if let first = found.first { types = first.filter { type in found.allSatisfy { $0.contains(type) } } }
  }

  /// The usual type of it, for a message.
  var type: ValueType {
    let isMany = mostCaptures > 1 || (types.isEmpty ? hasList : mostItems > 1)
    let element = types.first.map { leastItems > 0 || isMany ? $0 : .text } ?? .text
    return isMany
      ? ValueType(.list(ValueType(element))) : ValueType(element, optional: leastCaptures == 0 || leastWords == 0)
  }

  /// The column if the capture may be declared as `type`; nil if not.
  func capture(_ name: String, as type: ValueType) -> RuleDefinition.Capture? {
    switch type.base {
    case .list(let element):
      guard !element.isOptional, let base = self.element(element.base) else { return nil }
      return .init(name: name, type: ValueType(.list(ValueType(base)), optional: type.isOptional), element: base)
    case .text:
      guard mostCaptures <= 1, type.isOptional || leastCaptures > 0 && leastWords > 0 else { return nil }
      return .init(name: name, type: type, element: .text)
    default:
      guard let base = element(type.base), mostCaptures <= 1, mostItems == 1,
        type.isOptional || leastCaptures > 0 && leastItems > 0
      else { return nil }
      return .init(name: name, type: ValueType(base, optional: type.isOptional), element: base)
    }
  }

  /// The type that values have which are declared as `base`: the unit is known of a plain number.
  private func element(_ base: DataType) -> DataType? {
    if base == .text { return .text }
    if case .quantity(nil) = base { return types.first { if case .quantity = $0 { true } else { false } } }
    return types.contains(base) ? base : nil
  }

  // MARK: Counting

  private static func item(_ part: RulePattern) -> (least: Int, most: Int)? {
    switch part {
    case .annotation, .rule: (1, 1)
    default: nil
    }
  }

  /// How many parts a way to match may go through, by what `known` says of a part.
  private static func count(_ pattern: RulePattern, _ known: (RulePattern) -> (least: Int, most: Int)?)
    -> (least: Int, most: Int)
  {
    if let known = known(pattern) { return known }
    switch pattern {
    case .words, .lemma, .regex, .dictionary, .word, .gap, .annotation, .rule: return (0, 0)
    case .sequence(let parts):
      return parts.reduce((0, 0)) { sum, part in
        let next = count(part, known)
        return (min(sum.0 + next.least, many), min(sum.1 + next.most, many))
      }
    case .alternatives(let parts):
      let counts = parts.map { count($0, known) }
      return (counts.map(\.least).min() ?? 0, counts.map(\.most).max() ?? 0)
    case .repeated(let part, let least, let most):
      let inside = count(part, known)
      return (
        min(inside.least * min(least, many), many),
        inside.most == 0 ? 0 : min(inside.most * min(most ?? many, many), many)
      )
    case .list(let part):
      let inside = count(part, known)
      return (inside.least, inside.most == 0 ? 0 : many)
    case .capture(_, let part): return count(part, known)
    }
  }
}
