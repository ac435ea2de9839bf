/// What tells that a file was written again: its size, its time of change, and which file it is.
package struct FileStamp: Hashable, Sendable {
  let sizeBytes: Int
  let changed: Int64
  let identity: FileSystem.Identity

  /// Nil where there is no file.
  package init?(of path: String) {
    guard let entry = FileSystem.entry(at: path, followingLinks: true), entry.kind == .file else { return nil }
    sizeBytes = entry.sizeBytes
    changed = entry.changedNanoseconds
    identity = entry.identity
  }
}
