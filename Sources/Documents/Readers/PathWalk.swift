/// Turns the paths of a load into files, each once.
struct PathWalk {
  private(set) var found = DocumentLoader.Found()
  private var seenFiles: Set<FileSystem.Identity> = []

  /// Adds what one path names.
  mutating func visit(_ path: String) {
    let path = Self.withoutTrailingSlash(path)
    if let entry = FileSystem.entry(at: path, followingLinks: true) {
      add(path, entry)
    } else if FileSystem.entry(at: path, followingLinks: false) != nil {
      found.report.skip(path, .brokenLink)
    } else if Glob.isPattern(path) {
      visitPattern(path)
    } else {
      found.failures.append(LoadFailure(path: path, reason: .missing))
    }
  }

  private mutating func visitPattern(_ pattern: String) {
    let matches = Glob(pattern).matches()
    if matches.isEmpty { found.failures.append(LoadFailure(path: pattern, reason: .noMatch)) }
    for match in matches {
      if let entry = FileSystem.entry(at: match, followingLinks: true) {
        add(match, entry)
      } else {
        found.report.skip(match, .brokenLink)
      }
    }
  }

  private mutating func add(_ path: String, _ entry: FileSystem.Entry) {
    switch entry.kind {
    case .folder: addMembers(of: path, entry)
    case .file: addFile(path, entry)
    case .link, .other: found.report.skip(path, .notAFile)
    }
  }

  private mutating func addFile(_ path: String, _ entry: FileSystem.Entry) {
    guard let ending = Self.ending(of: path), DocumentLoader.extensions.contains(ending) else {
      found.report.skip(path, Self.dataEndings.contains(Self.ending(of: path) ?? "") ? .data : .unknownType)
      return
    }
    if seenFiles.insert(entry.identity).inserted {
      found.paths.append(path)
    } else {
      found.report.skip(path, .repeated)
    }
  }

  /// Endings of tables.
  private static let dataEndings: Set<String> = ["csv", "tsv", "json", "jsonl", "ndjson"]

  /// Every file below a folder, by the bytes of its path. A folder that links lead to again is walked once.
  private mutating func addMembers(of folder: String, _ entry: FileSystem.Entry) {
    var open = [folder]
    var walked: Set<FileSystem.Identity> = [entry.identity]
    var files: [(path: String, entry: FileSystem.Entry)] = []
    while let current = open.popLast() {
      guard let names = FileSystem.names(in: current) else {
        if current == folder {
          found.failures.append(LoadFailure(path: folder, reason: .unreadable))
        } else {
          found.report.skip(current, .unreadable)
        }
        continue
      }
      for name in names {
        let path = Self.joined(current, name)
        if name.utf8.first == UInt8(ascii: ".") {
          found.report.skip(path, .hidden)
        } else if let entry = FileSystem.entry(at: path, followingLinks: true) {
          if entry.kind == .folder {
            if walked.insert(entry.identity).inserted { open.append(path) }
          } else {
            files.append((path, entry))
          }
        } else {
          // A name that is no text is listed with other letters in it, under which there is no file.
          let isThere = FileSystem.entry(at: path, followingLinks: false) != nil
          found.report.skip(path, isThere ? .brokenLink : .unreadableName)
        }
      }
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in files { add(file.path, file.entry) }
  }

  // MARK: Paths

  static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// What follows the last full stop of the name, in lower case; nil without one.
  static func ending(of path: String) -> String? {
    let bytes = path.utf8
    let slash = UInt8(ascii: "/")
    let end = bytes.lastIndex { $0 != slash }.map(bytes.index(after:)) ?? bytes.startIndex
    let start = bytes[..<end].lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex
    guard let dot = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")), dot != start else { return nil }
    return path[bytes.index(after: dot)..<end].lowercased()
  }
}
