import IbidTypes

extension DataType {
  /// Whether rows can be sorted by it.
  var canBeSorted: Bool {
    switch self {
    case .invalid, .list, .source, .none: false
    default: true
    }
  }

  var isMeasure: Bool {
    switch self {
    case .money, .quantity, .duration: true
    default: false
    }
  }
}

extension ValueType {
  func required(unless isOptional: Bool) -> ValueType { isOptional ? self : required }
}
