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
  }

  /// What stands at a path; nil when nothing does or a link leads nowhere or in a circle.
  static func entry(at path: String, followingLinks: Bool) -> Entry? {
    guard !path.utf8.contains(0) else { return nil }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let type = attributes[.type] as? FileAttributeType
    if type == .typeSymbolicLink, followingLinks {
      let target = URL(filePath: path).resolvingSymlinksInPath().path
      return target == path ? nil : entry(at: target, followingLinks: false).flatMap { $0.kind == .link ? nil : $0 }
    }
    let kind: Kind =
      switch type {
      case .typeRegular: .file
      case .typeDirectory: .folder
      case .typeSymbolicLink: .link
      default: .other
      }
    let identity = Identity(device: number(attributes[.systemNumber]), number: number(attributes[.systemFileNumber]))
    return Entry(kind: kind, sizeBytes: Int(clamping: number(attributes[.size])), identity: identity)
  }

  /// The names in a folder, by their bytes; nil when it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func contents(of path: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    return [UInt8](data)
  }

  /// The folders in which programs are looked for, parted by colons.
  static var searchPath: String? { ProcessInfo.processInfo.environment["PATH"] }

  static func isProgram(_ path: String) -> Bool {
    entry(at: path, followingLinks: true)?.kind == .file && FileManager.default.isExecutableFile(atPath: path)
  }

  private static func number(_ value: Any?) -> UInt64 {
    switch value {
    case let value as UInt64: value
    case let value as Int: UInt64(clamping: value)
    case let value as UInt: UInt64(value)
    case let value as Int64: UInt64(clamping: value)
    case let value as UInt32: UInt64(value)
    case let value as Int32: UInt64(clamping: value)
    default: 0
    }
  }
}
