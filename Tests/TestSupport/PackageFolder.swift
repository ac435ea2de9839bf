import Foundation

/// The package's own folder, whatever folder the tests were started in.
public enum PackageFolder {
  /// Its absolute path, without a slash at the end.
  public static let path: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)  // Tests/TestSupport/PackageFolder.swift
    return parts.joined(separator: "/")
  }()

  /// Makes the package's folder the current one, so that paths are relative wherever they are shown.
  ///
  /// All tests of a process share the current folder; every one that reads files wants this one.
  public static func enter() { _ = entered }

  private static let entered: Bool = FileManager.default.changeCurrentDirectoryPath(path)

  /// Files below a folder of the package, by path relative to the package, sorted by bytes.
  public static func files(below folder: String, ending suffix: String) -> [String] {
    let root = path + "/" + folder
    guard let found = FileManager.default.enumerator(atPath: root) else { return [] }
    var names: [String] = []
    while let name = found.nextObject() as? String { if name.hasSuffix(suffix) { names.append(folder + "/" + name) } }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The text of a file of the package; nil if there is none.
  public static func text(of file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file of the package.
  public static func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
  }
}
