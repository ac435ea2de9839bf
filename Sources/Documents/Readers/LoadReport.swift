/// What a load read and what it left out.
package struct LoadReport: Hashable, Sendable {
  /// Why a file was not read. Raw values are the words of the report.
  package enum SkipReason: String, Sendable, CaseIterable {
    case missing
    case hidden
    case unknownType = "of unknown type"
    case empty
    case notText = "not text"
    case tooLarge = "too large"
    case unreadable
    case link = "broken link"
    case special = "no file"
    case repeated = "named twice"
  }

  /// How often a reason applied, and the first paths it applied to.
  package struct Skipped: Hashable, Sendable {
    package var count = 0
    /// At most three.
    package var examples: [String] = []
  }

  package var documentCount = 0
  package var fileCount = 0
  package var byteCount = 0
  package var skipped: [SkipReason: Skipped] = [:]
  /// Paths whose text holds invalid UTF-8, loaded all the same.
  package var repairedFiles: [String] = []

  package init() {}

  package var skippedCount: Int { skipped.values.reduce(0) { $0 + $1.count } }

  package mutating func skip(_ path: String, _ reason: SkipReason) {
    skipped[reason, default: Skipped()].count += 1
    if skipped[reason, default: Skipped()].examples.count < 3 { skipped[reason]?.examples.append(path) }
  }

  /// One line: `read 12 documents in 5 files (116 KB); skipped 3: 1 empty, 1 hidden, 1 not text (a.png)`.
  package func line() -> String { "read \(documentCount) documents in \(fileCount) files" }
}
