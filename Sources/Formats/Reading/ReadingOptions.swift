package import IbidColumns

/// How a data file is read; what is read does not depend on it.
package struct ReadingOptions: Sendable {
  /// The threads that read.
  package var parallel: Parallel
  /// A file is cut into pieces of about this size, at the ends of records. Bytes.
  package var pieceBytes: Int

  package init(parallel: Parallel = Parallel(threads: 1), pieceBytes: Int = 1 << 19) {
    self.parallel = parallel
    self.pieceBytes = max(pieceBytes, 1)
  }

  /// Throws once the reading was cancelled: what the threads leave then is not whole.
  func goOn() throws(FormatError) { if parallel.isStopped { throw .stopped } }
}

/// A table of a data file, and what to know about it.
package struct ReadTable: Sendable {
  package var table: Table
  /// ``2 values that are no numbers (NaN, infinity) in column `rate` are missing``
  package var warnings: [String] = []
  /// What separates the cells where it is not what the name of the file says: `semicolons`.
  package var separators: String?
}
