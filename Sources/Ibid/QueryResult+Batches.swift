extension QueryResult {
  /// The rows in pieces of at most `rowCount` (at least 1), in order: for passing them on without holding all as cells.
  ///
  ///     for batch in result.batches(ofRows: 1000) {
  ///       for cells in batch { send(cells) }
  ///     }
  ///
  /// The result itself is in memory; cells are made when they are read. No batch is empty; no rows give no batches.
  public func batches(ofRows rowCount: Int = 1024) -> RowBatches {
    RowBatches(result: self, batchSize: max(1, rowCount))
  }
}

/// A result in pieces; see `QueryResult.batches(ofRows:)`.
public struct RowBatches: Sendable, RandomAccessCollection {
  let result: QueryResult
  let batchSize: Int

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of pieces.
  public var endIndex: Int { result.rowCount / batchSize + (result.rowCount % batchSize == 0 ? 0 : 1) }

  /// One piece. The position must be one of `indices`.
  public subscript(position: Int) -> RowBatch {
    precondition(indices.contains(position), "there is no batch \(position) of \(count)")
    let first = position * batchSize
    return RowBatch(result: result, rows: first..<first + Swift.min(batchSize, result.rowCount - first))
  }
}

/// Some neighbouring rows of a result: each element is a row's cells in the order of `QueryResult.columns`.
public struct RowBatch: Sendable, RandomAccessCollection {
  let result: QueryResult
  /// Which rows of the result these are, from 0; also the indices of this collection.
  public let rows: Range<Int>

  /// The first of `rows`.
  public var startIndex: Int { rows.lowerBound }
  /// Behind the last of `rows`.
  public var endIndex: Int { rows.upperBound }

  /// The cells of one row. The position must be in `rows`.
  public subscript(position: Int) -> [CellValue] {
    precondition(rows.contains(position), "row \(position) is not one of \(rows)")
    return result.row(position)
  }
}
