#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is open for reading, piece by piece, from any thread.
package final class OpenFile: Sendable {
  private let descriptor: Int32
  /// When it was opened.
  package let byteCount: Int

  /// nil if there is no file, or it cannot be read.
  package init?(_ path: String) {
    guard let entry = FileSystem.entry(at: path, followingLinks: true), entry.kind == .file else { return nil }
    // The path has no NUL byte, or nothing would stand there.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    byteCount = entry.sizeBytes
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends the bytes of a range; fewer if the file has become shorter or cannot be read there.
  package func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    buffer.append(addingCapacity: range.count) { output in
      // The system writes into memory that is the output's alone.
      unsafe output.withUnsafeMutableBufferPointer { bytes, count in
        while count < range.count, let start = bytes.baseAddress {
          let got = unsafe pread(descriptor, start + count, range.count - count, off_t(range.lowerBound + count))
          if got < 0, errno == EINTR { continue }
          if got <= 0 { break }
          count += got
        }
      }
    }
  }
}
