/// The bytes of a data file, had piece by piece from any thread.
package protocol ByteSource: Sendable {
  var byteCount: Int { get }

  /// Appends the bytes of a range to a buffer that has room for them.
  ///
  /// Fewer are appended where the file cannot be read or has become shorter meanwhile.
  func append(_ range: Range<Int>, to buffer: inout [UInt8])
}

extension [UInt8]: ByteSource {
  package var byteCount: Int { count }

  package func append(_ range: Range<Int>, to buffer: inout [UInt8]) { buffer.append(contentsOf: self[range]) }
}
