import Foundation
import Ibid
import TestSupport
import Testing

@Suite struct CancellationTests {
  /// A query of many seconds (of one or two when optimised) over a table read from a file.
  private func slowQuery() async throws -> Query {
    let folder = try TemporaryFolder()
    let rows = (0..<60_000).map { "\($0),\(($0 * 7919) % 30_011),word \($0 % 1000)" }
    let file = try folder.file("big.csv", "id,n,word\n" + rows.joined(separator: "\n") + "\n")
    let session = Session()
    try await session.load(data: file.path, as: "big")
    let steps = (0..<120).map { "| derive n = mod(n * 31 + \($0), 30011) | sort word, n desc" }
    return try await session.prepare(QueryText("big\n" + steps.joined(separator: "\n")))
  }

  @Test func cancellingTheTaskEndsTheQuery() async throws {
    let query = try await slowQuery()
    let task = Task { try await query.run() }
    // A thread of its own: the pool that tasks wait for may be busy with other tests.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.05)
      task.cancel()
    }
    if case .failure(let error as QueryError) = await task.result {
      #expect(error.kind == .cancelled)
    } else {
      Issue.record("it ran to its end")
    }
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
