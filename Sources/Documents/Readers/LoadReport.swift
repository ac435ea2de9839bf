/// What a load read and what it left out.
package struct LoadReport: Hashable, Sendable {
  /// Why a file was not read. Raw values are the words of the report; the cases stand in its order.
  package enum SkipReason: String, Sendable, CaseIterable {
    case empty
    case hidden
    case repeated = "named twice"
    case unknownType = "of unknown type"
    /// Rows and columns, which are loaded one by one.
    case data = "of data, for `load FILE as NAME`"
    case notText = "not text"
    /// A page without a word, a PDF of pictures.
    case noText = "without text"
    case encrypted
    case damaged
    /// A program that is needed to read it is not installed.
    case noHelper = "without a program to read them"
    case tooLarge = "too large"
    case brokenLink = "broken link"
    case unreadableName = "with a name that is not UTF-8"
    /// A pipe, socket or device.
    case notAFile = "not a file"
    case unreadable

    /// Whether a user will ask which file it was.
    fileprivate var showsExamples: Bool {
      switch self {
      case .empty, .hidden, .repeated, .unknownType: false
      case .data, .notText, .noText, .encrypted, .damaged, .noHelper, .tooLarge, .brokenLink, .unreadableName,
        .notAFile,
        .unreadable:
        true
      }
    }
  }

  /// How often a reason applied, and the first paths it applied to.
  package struct Skipped: Hashable, Sendable {
    package var count = 0
    /// At most three.
    package var examples: [String] = []

    package init() {}
  }

  /// To be counted by whoever makes documents of the texts.
  package var documentCount = 0
  package var fileCount = 0
  package var byteCount = 0
  package var skipped: [SkipReason: Skipped] = [:]
  /// Paths whose text holds invalid UTF-8, read all the same.
  package var repairedFiles: [String] = []

  package init() {}

  package var skippedCount: Int { skipped.values.reduce(0) { $0 + $1.count } }

  package mutating func skip(_ path: String, _ reason: SkipReason) {
    var entry = skipped[reason] ?? Skipped()
    entry.count += 1
    if entry.examples.count < 3 { entry.examples.append(path) }
    skipped[reason] = entry
  }

  /// One line, without a full stop:
  /// `read 12 documents in 5 files (116 KB); skipped 3: 1 empty, 1 hidden, 1 not text (a.png)`.
  package func line() -> String {
    var line = "read \(counted(documentCount, "document")) in \(counted(fileCount, "file")) (\(Self.size(byteCount)))"
    if skippedCount > 0 {
      let parts = SkipReason.allCases.compactMap { reason in skipped[reason].map { part($0, reason) } }
      line += "; skipped \(skippedCount): " + parts.joined(separator: ", ")
    }
    if !repairedFiles.isEmpty {
      line += "; \(repairedFiles.count) with invalid UTF-8 (\(names(repairedFiles, of: repairedFiles.count)))"
    }
    return line
  }

  private func part(_ skipped: Skipped, _ reason: SkipReason) -> String {
    let words = "\(skipped.count) \(reason.rawValue)"
    return reason.showsExamples ? words + " (\(names(skipped.examples, of: skipped.count)))" : words
  }

  private func names(_ paths: [String], of count: Int) -> String {
    let shown = paths.prefix(3).map(Self.lastComponent).joined(separator: ", ")
    return count > 3 ? shown + ", …" : shown
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The name of the file, control characters shown as `?` so that the report stays one line.
  private static func lastComponent(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
  }

  /// Decimal units: `812 bytes`, `116 KB`, `3.4 MB`.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
    if bytes < 999_500 { return "\((bytes + 500) / 1000) KB" }
    let (unit, name) = bytes < 999_500_000 ? (1_000_000, "MB") : (1_000_000_000, "GB")
    let tenths = (bytes * 10 + unit / 2) / unit
    return tenths >= 100 ? "\((tenths + 5) / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
  }
}
