extension Array {
  /// The same elements without room for more, which arrays that were filled one by one have; for what is kept for long.
  @inlinable package consuming func fitted() -> [Element] {
    guard capacity - count > count / 16 else { return self }
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted.append(contentsOf: self)
    return fitted
  }
}
