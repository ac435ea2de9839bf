import IbidPlan

/// What a plan of a number goes for: with enough plans, each thing comes up often enough.
struct Goals {
  let number: Int
  let depth: Int
  let step: RandomStep
  let joinKind: Plan.JoinKind
  /// Called on the columns of the first table; any of them elsewhere too.
  let functions: [FunctionEntry]
  let aggregate: FunctionEntry
  let window: Window.Function

  init(_ number: Int) {
    // Each by a stride of its own, so that pairs of goals differ from round to round.
    self.number = number
    depth = 1 + number % 8
    step = RandomStep.allCases[number / 8 % RandomStep.allCases.count]
    joinKind = Plan.JoinKind.allCases[number / 3 % Plan.JoinKind.allCases.count]
    functions = (0..<3).map { Self.functions[(3 * number + $0) % Self.functions.count] }
    aggregate = Self.aggregates[number % Self.aggregates.count]
    window = Self.windows[number % Self.windows.count]
  }

  static let functions = FunctionCatalog.entries.filter(\.isScalar)
  static let aggregates = FunctionCatalog.entries.filter(\.isAggregate)
  /// Those that are nothing but windows twice as often as the aggregates, which outnumber them.
  static let windows: [Window.Function] =
    [.rowNumber, .rank, .denseRank, .lag, .lead, .carry, .rowNumber, .rank, .denseRank, .lag, .lead, .carry]
    + aggregates.compactMap {
      if case .aggregate(let function) = $0.implementation { .aggregate(function) } else { nil }
    }

  /// Steps as they come up by chance, the useful ones more often.
  static let commonSteps: [RandomStep] =
    RandomStep.allCases + [
      .filter, .filter, .derive, .derive, .derive, .project, .sort, .join, .join, .aggregate, .top,
    ]
}

/// A kind of step that a random plan takes.
enum RandomStep: CaseIterable {
  case filter, derive, project, sort, slice, sample, top, distinct, aggregate, join, union, unnest, unpivot, fill,
    search
  case describe, conflicts, cite, pivot, output
  case pairs, components, reach, paths, without

  /// Only output may stand above.
  var endsPlan: Bool { self == .pivot || self == .output }
}
