import IbidPlan

extension Executor {
  /// The rows that drew the smallest numbers, in the order they have.
  func sample(_ relation: Relation, _ count: Int, _ seed: UInt64) throws(EngineError) -> Relation {
    if count >= relation.rowCount { return relation }
    var random = SplitMix64(seed: seed)
    let numbers = [UInt64](capacity: relation.rowCount) { output in
      for _ in 0..<relation.rowCount { output.append(random.next()) }
    }
    let drawn = RadixSort.order([numbers], rows: relation.rowCount).prefix(max(count, 0))
    return relation.selecting(drawn.sorted())
  }
}
