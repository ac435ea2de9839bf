import IbidColumns

/// True, false, or unknown for a cause: what a condition is for one row.
enum Truth: Hashable {
  case yes, no
  case unknown(UnknownCause)

  init(_ bool: Bool) { self = bool ? .yes : .no }

  static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .yes: .no
    case .no: .yes
    case .unknown: a
    }
  }

  /// Kleene's and; of two causes the one that is listed first.
  static func & (a: Truth, b: Truth) -> Truth {
    switch (a, b) {
    case (.no, _), (_, .no): .no
    case (.yes, let other), (let other, .yes): other
    case (.unknown(let x), .unknown(let y)): .unknown(x.rawValue < y.rawValue ? x : y)
    }
  }

  static func | (a: Truth, b: Truth) -> Truth { !(!a & !b) }

  /// True if all of the cases are, false if none is, else unknown.
  static func all(_ cases: some Sequence<Bool>, otherwise cause: UnknownCause) -> Truth {
    var seen: Set<Bool> = []
    for one in cases {
      seen.insert(one)
      if seen.count == 2 { return .unknown(cause) }
    }
    return .init(seen.contains(true))
  }
}
