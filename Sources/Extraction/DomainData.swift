import CIbidData

/// The scripts that come with Ibid, as they stand in `Sources/CIbidData/domain`.
package enum DomainData {
  package struct File: Sendable {
    /// Without its ending.
    package let name: String
    package let bytes: [UInt8]
  }

  /// In the order in which they are read: a file may use what the ones before it define.
  package static let files: [File] = {
    var files: [File] = []
    for index in 0..<ibid_domain_count() {
      var count = 0
      var name: UnsafePointer<CChar>?
      // Safe: the data is constant, as long as it says, and the name is terminated.
      unsafe withUnsafeMutablePointer(to: &count) { count in
        unsafe withUnsafeMutablePointer(to: &name) { name in
          guard let start = unsafe ibid_domain(index, name, count), let text = unsafe name.pointee else { return }
          let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count.pointee))
          unsafe files.append(File(name: String(cString: text), bytes: bytes))
        }
      }
    }
    return files
  }()
}
