import Foundation
import Ibid
import TestSupport
import Testing

/// Five real documents that are not part of the project; tests on them are skipped where they are not at hand.
enum Seeds {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.deletingLastPathComponent().appending(path: "shared/seeds")
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let note: Comment = "the seed documents are not at hand"

  private static let loaded = Task<Session, any Error> {
    let session = Session()
    try await session.load(documents: [folder.path])
    try await session.fillTablesOfRules()
    return session
  }

  /// A session over the documents, which are read once.
  static func session() async throws -> Session { try await loaded.value.sharingTables() }

  /// The results of a script's statements, in order.
  static func results(of script: String, in session: Session, name: String = "test") async throws -> [QueryResult] {
    let prepared = await session.prepare(script: script, name: name)
    if let error = prepared.error { throw error }
    var results: [QueryResult] = []
    for statement in prepared.statements {
      if case .result(let result) = try await session.run(statement, of: prepared) { results.append(result) }
    }
    return results
  }

  /// The results of `examples/questions/NAME.ibid`.
  static func answers(to question: String) async throws -> [QueryResult] {
    // Data files of a script count from the folder that it is run in.
    PackageFolder.enter()
    let file = "examples/questions/\(question).ibid"
    let script = try String(contentsOf: root.appending(path: file), encoding: .utf8)
    return try await results(of: script, in: session(), name: file)
  }
}

extension QueryResult {
  /// A column as texts, the way they are printed; missing ones as `–`.
  func texts(_ column: String) -> [String] {
    (0..<rowCount).map { row in
      switch self[row, column] {
      case .text(let value)?: value
      case .bool(let value)?: "\(value)"
      case .int(let value)?: "\(value)"
      case .float(let value)?: "\(value)"
      case .money(let value)?, .quantity(let value)?, .duration(let value)?: value.description
      case .date(let value)?, .period(let value)?: value.description
      case .reference(_, let name)?: name
      case .list(let values)?: "\(values.count) values"
      default: "–"
      }
    }
  }

  var value: String { text(.box).split(separator: "\n").first.map(String.init) ?? "" }
}
