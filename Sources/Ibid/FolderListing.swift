import FoundationEssentials
import IbidSource

/// Names beside a path that does not exist, to suggest what was meant.
enum FolderListing {
  static func near(_ path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty else { return [] }
    let folder = parts.dropLast().joined(separator: "/")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder))
      ?? []
    return NearestName.matches(String(last), among: names.sorted().prefix(5000).map { $0 }, limit: 2).map {
      folder.isEmpty ? $0 : folder + "/" + $0
    }
  }
}
