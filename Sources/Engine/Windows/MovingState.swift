import IbidColumns

/// What is known of the rows of a frame that moves on: changed by each row that comes or goes, never looked for anew.
protocol MovingState {
  mutating func enter(_ row: Int)

  /// `row` has entered and not left.
  mutating func leave(_ row: Int)
}

extension Partitions {
  /// Leads `state` over the frames of all rows, partition by partition, each of which it leaves empty. Only valid rows enter;
  /// `read` is called with each row once its frame is in `state`.
  @inline(__always)
  func slide<State: MovingState>(
    _ state: inout State, _ valid: Bitmap?, _ extent: Extent, _ read: (inout State, Int) -> Void
  ) {
    for partition in (0..<count).untilStopped {
      var frame = range(partition).lowerBound..<range(partition).lowerBound
      for position in range(partition).untilStopped {
        let next = self.frame(ofPosition: position, extent)
        for entering in frame.upperBound..<next.upperBound {
          let row = Int(rows[entering])
          if valid?[row] ?? true { state.enter(row) }
        }
        for leaving in frame.lowerBound..<next.lowerBound {
          let row = Int(rows[leaving])
          if valid?[row] ?? true { state.leave(row) }
        }
        frame = next
        read(&state, Int(rows[position]))
      }
      for leaving in frame.untilStopped {
        let row = Int(rows[leaving])
        if valid?[row] ?? true { state.leave(row) }
      }
    }
  }
}
