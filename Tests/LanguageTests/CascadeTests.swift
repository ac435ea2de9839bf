import Foundation
import Ibid
import TestSupport
import Testing

/// One mistake gives one message: a statement's messages are the same whatever wrong statements stand around it.
struct CascadeTests {
  /// A message, wherever its statement stands.
  struct Reported: Hashable, CustomStringConvertible {
    let id: String
    let marked: String
    var description: String { "\(id) at “\(marked)”" }

    init(_ message: QueryError.Message, in text: String) {
      id = message.id
      let bytes = Array(text.utf8)
      marked = String(decoding: bytes[message.place.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
  }

  /// Statements of one line that have mistakes and need nothing before them.
  static let statements: [String] = {
    let bound = [
      "let ", "param ", "load ", "keep ", "use ", "fn ", "set ", "rule ", "dict ", "#", "|", "why", "open", "_", "+",
      "}", "assert ", "where ", "with ",
    ]
    var lines: Set<String> = []
    for golden in Golden.all where golden.name.hasPrefix("errors/") && !golden.script.hasPrefix("#:") {
      if golden.script.split(separator: "\n").contains(where: { line in
        ["let ", "param ", "load ", "fn "].contains { line.hasPrefix($0) }
      }) {
        continue
      }
      for line in golden.script.split(separator: "\n").map(String.init)
      where line.count < 300 && !bound.contains(where: { line.hasPrefix($0) }) { lines.insert(line) }
    }
    return lines.sorted().filter { Session.isComplete($0) }
  }()

  private static func reported(_ text: String, in session: Session) async -> [Reported] {
    await session.sharingTables().prepare(script: text, name: "script").error?.messages.map { Reported($0, in: text) }
      ?? []
  }

  @Test func statementsAreReportedAsIfTheyStoodAlone() async throws {
    let session = try await Corpus.session()
    var alone: [(text: String, reported: [Reported])] = []
    for statement in Self.statements {
      let reported = await Self.reported(statement, in: session)
      if !reported.isEmpty { alone.append((statement, reported)) }
    }
    #expect(alone.count > 150, "the goldens have fewer mistakes than they had")
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<150 {
      let chosen = (0..<Int.random(in: 2...3, using: &generator)).compactMap { _ in
        alone.randomElement(using: &generator)
      }
      let text = chosen.map(\.text).joined(separator: "\n")
      let together = await Self.reported(text, in: session)
      #expect(together == chosen.flatMap(\.reported), "\(text)")
    }
  }

  /// A bracket or a text that is never closed does not hide the statements below it.
  @Test(arguments: [
    "money | where (amount > £1m", "let x = (money | take 3", "documents | where title has \"x", "f(a, [1",
  ])
  func openEndsHideNothing(_ statement: String) async throws {
    let session = try await Corpus.session()
    let alone = await Self.reported(statement, in: session)
    let next = "documents | where titel has \"a\""
    let together = await Self.reported(statement + "\n" + next + "\n", in: session)
    #expect(together == alone + [try #require(await Self.reported(next, in: session).first)])
  }

  @Test func eightMistakesAreEightMessages() async throws {
    let script = try #require(PackageFolder.text(of: "Tests/Golden/errors/eight-mistakes.ibid"))
    let session = try await Corpus.session()
    let error = try #require(await session.prepare(script: script, name: "eight.ibid").error)
    #expect(error.messages.count == 8, "\(error)")
    #expect(Set(error.messages.map(\.id)).count == 8)
  }

  /// Every mistake of one statement leaves only that statement unrun.
  @Test func whatFollowsFromAMistakeIsNotRun() async throws {
    let session = try await Corpus.session()
    let script = await session.prepare(
      script: """
        let long = documents | where wrds > 300
        long | summarize n = count()
        documents | where words > (long | summarize n = count())
        documents | summarize n = count()
        let other = long | summarize n = count()
        other
        documents.count() + long.count()
        """)
    #expect(script.error?.messages.map(\.id) == ["unknown-column"])
    #expect(script.statements.map(\.isValid) == [false, false, false, true, false, false, false])
  }
}
