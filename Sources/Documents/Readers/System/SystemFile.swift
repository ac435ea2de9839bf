#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files as the system's own calls tell of them: a load asks of every file, and asking through Foundation costs more than
/// reading it.
enum SystemFile {
  /// What stands at a path; nil when nothing does or a link leads nowhere or in a circle.
  static func entry(at path: String, followingLinks: Bool) -> FileSystem.Entry? {
    var status = stat()
    // Safe: the path and the place for the answer live for the length of the call.
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    let kind: FileSystem.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return FileSystem.Entry(
      kind: kind, sizeBytes: Int(clamping: status.st_size),
      identity: FileSystem.Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino)),
      changedNanoseconds: changed(status))
  }

  private static func changed(_ status: stat) -> Int64 {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// All bytes of a file of about `size` bytes; nil when it cannot be opened or read.
  static func contents(of path: String, size: Int) -> [UInt8]? {
    // Safe: the path lives for the length of the call.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // One more than there should be, so that the end is seen without another buffer.
    var bytes = [UInt8](repeating: 0, count: max(0, size) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      // Safe: the rest of the buffer is handed out for the length of the call, with its length.
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return unsafe read(file, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }
}
