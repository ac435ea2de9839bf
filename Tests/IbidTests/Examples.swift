import Foundation
import Ibid

/// The project's folder, and in it the examples.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
let examples = root + "/examples"

private let loaded = Task<Session, any Error> {
  let session = Session()
  try await session.load(documents: [examples + "/corpus"])
  return session
}

/// A session over the example documents, which are read once.
func corpus() async throws -> Session { try await loaded.value.sharingTables() }
