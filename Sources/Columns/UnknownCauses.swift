/// Why a comparison cannot be decided. Raw values are stored per row; lower ones win where several apply.
package enum UnknownCause: UInt8, Sendable, CaseIterable {
  case missing = 1
  case unresolved, otherUnit, openBound, hedged, range

  /// As the footer counts them: `2 open bounds`.
  package func counted(_ count: Int) -> String {
    switch self {
    case .missing: "\(count) without a value"
    case .unresolved: "\(count) unresolved"
    case .otherUnit: "\(count) in other units"
    case .openBound: count == 1 ? "1 open bound" : "\(count) open bounds"
    case .hedged: "\(count) about"
    case .range: count == 1 ? "1 range" : "\(count) ranges"
    }
  }
}

/// Why the rows of a truth column are unknown. What it says of other rows means nothing.
package enum UnknownCauses: Sendable {
  /// All for the same reason.
  case all(UnknownCause)
  /// A raw `UnknownCause` per row; 0 counts as missing.
  case each([UInt8])

  package subscript(row: Int) -> UnknownCause {
    switch self {
    case .all(let cause): cause
    case .each(let causes): UnknownCause(rawValue: causes[row]) ?? .missing
    }
  }

  /// Those of the rows at `rows`; a negative row is missing.
  func gathered(_ rows: [Int32], hasMissing: Bool) -> UnknownCauses {
    switch self {
    case .all(let cause):
      guard hasMissing, cause != .missing else { return self }
      return .each(rows.map { ($0 < 0 ? .missing : cause).rawValue })
    case .each(let causes): return .each(causes.gathered(rows, filler: UnknownCause.missing.rawValue))
    }
  }

  /// Those of so many rows, then those of others.
  package func followed(_ count: Int, by others: UnknownCauses, _ otherCount: Int) -> UnknownCauses {
    if case .all(let cause) = self, case .all(cause) = others { return self }
    return .each(spread(count) + others.spread(otherCount))
  }

  private func spread(_ count: Int) -> [UInt8] {
    switch self {
    case .all(let cause): [UInt8](repeating: cause.rawValue, count: count)
    case .each(let causes): causes
    }
  }
}
