import CReaders

/// zlib's inflate; the only place that calls it.
enum Deflate {
  enum Outcome: Equatable {
    case whole([UInt8], checksum: UInt32)
    case tooLarge
    case damaged
  }

  /// Inflates raw deflate data into at most `limit` bytes.
  static func inflate(_ data: ArraySlice<UInt8>, limit: Int) -> Outcome {
    let data = Array(data)
    var output = unsafe ibid_buffer()
    var checksum: UInt32 = 0
    // Safe: the data outlives the call, and its length is the array's own.
    let status = unsafe ibid_inflate(data, data.count, max(0, limit), &output, &checksum)
    let inflated = unsafe bytes(taking: output)
    switch status {
    case 0: return .whole(inflated, checksum: checksum)
    case 1: return .tooLarge
    default: return .damaged
    }
  }

  /// CRC-32 as zip archives keep it.
  static func checksum(of data: ArraySlice<UInt8>) -> UInt32 {
    let data = Array(data)
    // Safe: as above.
    return unsafe ibid_checksum(data, data.count)
  }
}
