import Foundation
import Ibid
import Testing

@Suite struct CancellationTests {
  /// A query of ten seconds (three when optimised) over a table read from a file.
  private func slowQuery() async throws -> Query {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("ibid-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = (0..<30_000).map { "\($0),\(($0 * 7919) % 30_011),word \($0 % 1000)" }
    try Data(("id,n,word\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: file)
    let session = Session()
    try await session.load(data: file.path, as: "big")
    let steps = (0..<100).map { "| derive n = mod(n * 31 + \($0), 30011) | sort word, n desc" }
    return try await session.prepare(QueryText("big\n" + steps.joined(separator: "\n")))
  }

  @Test func cancellingTheTaskEndsTheQuery() async throws {
    let query = try await slowQuery()
    let clock = ContinuousClock()
    let start = clock.now
    let task = Task { try await query.run() }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let asked = clock.now
    if case .failure(let error as QueryError) = await task.result {
      #expect(error.kind == .cancelled)
    } else {
      Issue.record("it ran to its end")
    }
    #expect(clock.now - asked < .seconds(3), "cancelled after \(asked - start)")
  }

  @Test func aCancelledTaskStartsNothing() async throws {
    let query = try await peopleSession().prepare("people")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await query.run()
    }
    task.cancel()
    if case .failure(let error as QueryError) = await task.result {
      #expect(error.kind == .cancelled)
    } else {
      Issue.record("it ran")
    }
  }

  @Test func decodingEndsToo() async throws {
    let result = try await peopleSession().run("people")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try result.decode(Person.self)
    }
    task.cancel()
    if case .failure(let error as QueryError) = await task.result {
      #expect(error.kind == .cancelled)
    } else {
      Issue.record("it ran")
    }
  }
}
