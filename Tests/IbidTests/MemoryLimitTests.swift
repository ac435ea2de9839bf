import Ibid
import Testing

/// `--memory-limit`, as a session has it.
@Suite struct MemoryLimitTests {
  private struct Row: Encodable {
    var key: Int
    var number: Int
  }

  private func session(limit: Int?) async throws -> Session {
    let session = Session(threads: 2, memoryLimit: limit)
    try await session.register(table: "numbers", rows: (0..<20_000).map { Row(key: $0 % 4, number: $0) })
    return session
  }

  @Test func aQueryThatNeedsMoreEndsWithAMessage() async throws {
    let session = try await session(limit: 20_000_000)
    // A hundred million pairs, of eight bytes each.
    let query = try await session.prepare("numbers | join n = numbers on key == n.key | summarize n = count()")
    do {
      _ = try await query.run()
      Issue.record("it ran")
    } catch {
      #expect(error.kind == .query)
      #expect(error.messages.map(\.id) == ["memory-limit"])
      #expect(error.rendered().contains("20 MB"))
    }
  }

  @Test func whatFitsRunsAsEver() async throws {
    let (bounded, free) = (try await session(limit: 200_000_000), try await session(limit: nil))
    let text: QueryText = "numbers | where number > 100 | summarize n = count(), s = sum(number) by key | sort key"
    let (a, b) = (try await bounded.prepare(text).run(), try await free.prepare(text).run())
    #expect(a.text() == b.text())
  }

  /// What a query gave back is not counted against the next one.
  @Test func theLimitIsOfOneQuery() async throws {
    let session = try await session(limit: 100_000_000)
    let query = try await session.prepare(
      "numbers | where number < 4000 | join n = numbers on key == n.key | where n.number < 2000 | summarize n = count()"
    )
    for _ in 0..<5 { #expect(try await query.run().rowCount == 1) }
  }
}
