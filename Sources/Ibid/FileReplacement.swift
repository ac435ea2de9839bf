import FoundationEssentials
import Glibc

/// A file that appears whole or not at all, in the place of one that may be there.
///
/// It is written beside its place under another name and renamed by `finish`, so that a full disk or Ctrl-C leaves what was
/// there before; what is not finished goes with the object. A link still leads to the file, and its permissions stay. What
/// is no file (a pipe, a device) is not replaced but written to.
package final class FileReplacement {
  /// The reason that the system gives.
  package struct Failure: Error {
    package let code: Int32

    /// `the disk is full`
    package var words: String {
      switch code {
      case EISDIR, ENOTEMPTY: "it is a folder"
      case ENOENT, ENOTDIR: "there is no such folder"
      case EACCES, EPERM: "no permission"
      case ENOSPC, EDQUOT: "the disk is full"
      case EFBIG: "the file is larger than it may be"
      case EROFS: "the disk is read-only"
      case ENAMETOOLONG: "the name is too long"
      case EILSEQ: "a name has no NUL"
      // Safe: strerror gives a C string that lasts until the next call.
      default: unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      }
    }
  }

  /// The file itself, links followed.
  private let place: String
  /// What is written until it is finished; nil where the place itself is.
  private let part: String?
  /// -1 once it is closed.
  private var descriptor: Int32 = -1

  package init(of path: String) throws(Failure) {
    // The system would take what stands before it for the name.
    if path.utf8.contains(0) { throw Failure(code: EILSEQ) }
    place = Self.linksFollowed(path)
    let old = try? FileManager.default.attributesOfItem(atPath: place)
    switch old?[.type] as? FileAttributeType {
    case FileAttributeType.typeDirectory?: throw Failure(code: EISDIR)
    case nil, FileAttributeType.typeRegular?:
      // A file that may not be written to is not to be replaced either.
      // Safe, here and below: strings are passed for the length of the call.
      if old != nil, unsafe access(place, W_OK) != 0 { throw Failure(code: errno) }
      (part, descriptor) = try Self.open(beside: place)
      if let old { adopt(old) }
    default:
      part = nil
      descriptor = unsafe Glibc.open(place, O_WRONLY)
      if descriptor < 0 { throw Failure(code: errno) }
    }
  }

  deinit { discard() }

  package func write(_ text: String) throws(Failure) {
    var text = text
    let descriptor = descriptor
    // Safe, here and below: the buffer is used for the length of the call.
    let code = text.withUTF8 { unsafe Self.write($0, to: descriptor) }
    if code != 0 { throw Failure(code: code) }
  }

  package func write(_ bytes: [UInt8]) throws(Failure) {
    let descriptor = descriptor
    let code = unsafe bytes.withUnsafeBufferPointer { unsafe Self.write($0, to: descriptor) }
    if code != 0 { throw Failure(code: code) }
  }

  /// What the system says if it fails, else 0.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
    var done = 0
    while unsafe done < bytes.count {
      // Safe: the rest of the buffer is `bytes.count - done` long.
      let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      if count > 0 { done += count } else if errno != EINTR { return errno }
    }
    return 0
  }

  /// Puts the finished file in its place.
  package func finish() throws(Failure) {
    guard descriptor >= 0 else { return }
    // A disk may find out late that it is full.
    if part != nil, fsync(descriptor) != 0 { throw Failure(code: errno) }
    let isClosed = close(descriptor) == 0
    let code = errno
    descriptor = -1
    guard let part else {
      if !isClosed { throw Failure(code: code) }
      return
    }
    if isClosed, unsafe rename(part, place) == 0 { return }
    let failure = Failure(code: isClosed ? errno : code)
    _ = unsafe unlink(part)
    throw failure
  }

  /// Leaves nothing behind.
  package func discard() {
    guard descriptor >= 0 else { return }
    _ = close(descriptor)
    descriptor = -1
    if let part { _ = unsafe unlink(part) }
  }

  // MARK: Places

  /// A new file in the folder of a place, its name shorter than any that the folder could not hold.
  private static func open(beside place: String) throws(Failure) -> (String, Int32) {
    if place.isEmpty || place.hasSuffix("/") { throw Failure(code: place.isEmpty ? ENOENT : EISDIR) }
    let slash = place.lastIndex(of: "/")
    let name = slash.map { place[place.index(after: $0)...] } ?? place[...]
    if name.utf8.count > NAME_MAX { throw Failure(code: ENAMETOOLONG) }
    let folder = slash.map { place[...$0] } ?? ""
    // Files of other writers, and of those that were killed, have numbers, too.
    for number in 0..<1000 {
      let part = "\(folder).ibid-\(getpid())-\(number).part"
      let descriptor = unsafe Glibc.open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (part, descriptor) }
      if errno != EEXIST { throw Failure(code: errno) }
    }
    throw Failure(code: EEXIST)
  }

  /// The place that a path leads to, through links that may lead to nothing yet.
  private static func linksFollowed(_ path: String) -> String {
    var path = path
    // As many as the system follows.
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
      if next.hasPrefix("/") {
        path = next
      } else {
        path = (path.lastIndex(of: "/").map { path[...$0] } ?? "") + next
      }
    }
    return path
  }

  /// Takes over owner and permissions. Where that fails the new file has those of any new file, which is no reason not to
  /// write it.
  private func adopt(_ old: [FileAttributeKey: Any]) {
    if let owner = old[.ownerAccountID] as? UInt, let group = old[.groupOwnerAccountID] as? UInt {
      _ = fchown(descriptor, uid_t(truncatingIfNeeded: owner), gid_t(truncatingIfNeeded: group))
    }
    if let permissions = old[.posixPermissions] as? UInt {
      _ = fchmod(descriptor, mode_t(truncatingIfNeeded: permissions))
    }
  }
}
