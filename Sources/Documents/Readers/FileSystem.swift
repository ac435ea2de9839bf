#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The questions that loading asks of the system; the only place of this module that does.
enum FileSystem {
  enum Kind: Sendable { case file, folder, link, other }

  /// A file or folder as the system knows it, whatever names lead to it.
  struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  struct Entry: Sendable {
    var kind: Kind
    var sizeBytes: Int
    var identity: Identity
    /// When the contents were last written, since 1970.
    var changedNanoseconds: Int64 = 0
  }

  /// What stands at a path; nil when nothing does or a link leads nowhere or in a circle.
  static func entry(at path: String, followingLinks: Bool) -> Entry? {
    path.utf8.contains(0) ? nil : SystemFile.entry(at: path, followingLinks: followingLinks)
  }

  /// The names in a folder, by their bytes; nil when it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func contents(of path: String) -> [UInt8]? {
    entry(at: path, followingLinks: true).flatMap { SystemFile.contents(of: path, size: $0.sizeBytes) }
  }

  /// The folders in which programs are looked for, parted by colons.
  static var searchPath: String? { ProcessInfo.processInfo.environment["PATH"] }

  static func isProgram(_ path: String) -> Bool {
    entry(at: path, followingLinks: true)?.kind == .file && FileManager.default.isExecutableFile(atPath: path)
  }
}
