/// A path with wildcards: `*` and `?` inside a name, `[a-z]` and `[!a-z]` for one character, `**` for folders of any depth.
///
/// Wildcards do not match a leading full stop.
struct Glob {
  private let parts: [[Unicode.Scalar]]
  private let isAbsolute: Bool

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { Array($0.unicodeScalars) }
    isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
  }

  static func isPattern(_ path: String) -> Bool { path.unicodeScalars.contains { $0 == "*" || $0 == "?" || $0 == "[" } }

  /// The paths that match, by their bytes, each once. No path is opened but folders on the way.
  func matches() -> [String] {
    var current: Set<String> = [isAbsolute ? "/" : ""]
    for (place, part) in parts.enumerated() {
      var next: Set<String> = []
      for folder in current {
        if part == ["*", "*"] {
          for below in Self.folders(from: folder) { next.insert(below) }
          if place == parts.count - 1 { for below in next { next.formUnion(Self.members(of: below) { _ in true }) } }
        } else if Self.isPattern(String(String.UnicodeScalarView(part))) {
          next.formUnion(Self.members(of: folder) { Self.matches(Array($0.unicodeScalars), part) })
        } else {
          let path = PathWalk.joined(folder, String(String.UnicodeScalarView(part)))
          if FileSystem.entry(at: path, followingLinks: false) != nil { next.insert(path) }
        }
      }
      current = next
    }
    current.remove("")
    return current.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func members(of folder: String, where isWanted: (String) -> Bool) -> [String] {
    let names = FileSystem.names(in: folder.isEmpty ? "." : folder) ?? []
    return names.filter { $0.utf8.first != UInt8(ascii: ".") && isWanted($0) }.map { PathWalk.joined(folder, $0) }
  }

  /// A folder and all below it; each once, whatever links lead to it.
  private static func folders(from folder: String) -> [String] {
    var found = [folder]
    var open = [folder]
    var walked: Set<FileSystem.Identity> = []
    if let entry = FileSystem.entry(at: folder.isEmpty ? "." : folder, followingLinks: true) {
      walked.insert(entry.identity)
    }
    while let current = open.popLast() {
      for path in members(of: current, where: { _ in true }) {
        guard let entry = FileSystem.entry(at: path, followingLinks: true), entry.kind == .folder,
          walked.insert(entry.identity).inserted
        else { continue }
        found.append(path)
        open.append(path)
      }
    }
    return found
  }

  /// Whether a name fits a pattern without `/`. At most length of the name times length of the pattern steps.
  static func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (place, at) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while at < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.count, let end = one(name[at], pattern, at: place) {
        place = end
        at += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        place = last.pattern + 1
        at = last.name + 1
      } else {
        return false
      }
    }
    while place < pattern.count, pattern[place] == "*" { place += 1 }
    return place == pattern.count
  }

  /// Matches one character against `?`, `[…]` or itself; the place after it in the pattern, or nil.
  private static func one(_ scalar: Unicode.Scalar, _ pattern: [Unicode.Scalar], at place: Int) -> Int? {
    if pattern[place] == "?" { return place + 1 }
    guard pattern[place] == "[", let close = pattern[(place + 1)...].dropFirst().firstIndex(of: "]") else {
      return pattern[place] == scalar ? place + 1 : nil
    }
    var index = place + 1
    let isNegated = pattern[index] == "!" || pattern[index] == "^"
    if isNegated { index += 1 }
    var isIn = false
    while index < close {
      if index + 2 < close, pattern[index + 1] == "-" {
        if pattern[index] <= scalar, scalar <= pattern[index + 2] { isIn = true }
        index += 3
      } else {
        if pattern[index] == scalar { isIn = true }
        index += 1
      }
    }
    return isIn != isNegated ? close + 1 : nil
  }
}
