import FoundationEssentials
import Ibid

/// Files and folders that a half-typed path may become.
enum PathCompletions {
  static func candidates(_ typed: String) -> [Completions.Candidate] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : expanded(folder))) ?? []
    return names.filter { $0.hasPrefix(start) && (!$0.hasPrefix(".") || start.hasPrefix(".")) }.sorted().map { name in
      .init(text: folder + name + (FileManager.default.isFolder(expanded(folder + name)) ? "/" : ""), detail: "")
    }
  }

  /// With `~` as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Console.environment("HOME") else { return path }
    return home + path.dropFirst()
  }
}

extension FileManager {
  fileprivate func isFolder(_ path: String) -> Bool {
    (try? attributesOfItem(atPath: path)[.type]) as? FileAttributeType == .typeDirectory
  }
}
