import Ibid
import Testing

@Suite struct RegisterTests {
  @Test func columnsComeFromTheCodingKeys() async throws {
    let session = try await peopleSession()
    let table = try #require(await session.tables.first { $0.name == "people" })
    #expect(table.rowCount == 3)
    #expect(
      table.columns.map { "\($0.name): \($0.type)" } == [
        "name: text", "age: int", "height_metres: float", "is_home: bool", "role: text", "known_since: int?",
        "languages: list<text>", "source: source",
      ])
  }

  @Test func rowsAreCitedByNameAndRow() async throws {
    let result = try await peopleSession().run("people | where age < 18")
    #expect(try result.sources(ofRow: 0) == [Source(file: "people", line: 2, start: 0, end: 0)])
    #expect(try result.explanation(ofRow: 0).rendered().contains("people:2"))
  }

  @Test func columnsDoNotHangOnTheData() async throws {
    struct Row: Encodable {
      enum Kind: String, Encodable { case a }
      let a: Int?
      let b: [Double]?
      let c: Kind?
      let d: [Int]
      let e: UInt16?
      let baseURL: String
    }
    let session = Session()
    try await session.register(table: "t", rows: [Row(a: nil, b: nil, c: nil, d: [], e: nil, baseURL: "x")])
    let columns = await session.tables.first { $0.name == "t" }?.columns.map { "\($0.name): \($0.type)" }
    #expect(
      columns == [
        "a: int?", "b: list<float>?", "c: text?", "d: list<int>", "e: int?", "base_url: text", "source: source",
      ])
  }

  @Test func viewsFollowTheColumnsOfATable() async throws {
    struct Before: Encodable { let paid, owed: Int }
    struct After: Encodable { let owed, paid: Int }
    struct Other: Encodable { let paid: String }
    let session = Session()
    try await session.register(table: "sums", rows: [Before(paid: 1, owed: 20)])
    let script = await session.prepare(script: "let paid = sums | select paid", interactive: true)
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    try await session.register(table: "sums", rows: [After(owed: 30, paid: 4)])
    #expect(try await session.run("paid").decode(Int.self) == [4])
    // A prepared query runs on the tables as they were.
    let query = try await session.prepare("paid")
    try await session.register(table: "sums", rows: [Other(paid: "x")])
    #expect(try await query.run().decode(Int.self) == [4])
    #expect(try await session.run("paid").decode(String.self) == ["x"])
    try await session.register(table: "sums", rows: [3])
    await #expect(messages { _ = try await session.run("paid") }.map(\.id) == ["outdated-definition"])
  }

  @Test func plainValuesAreAColumn() async throws {
    let session = Session()
    try await session.register(table: "n", rows: [3, 1, 2])
    #expect(try await session.run("n | sort value | select value").decode(Int.self) == [1, 2, 3])
    try await session.register(table: "n", rows: 1...4)
    #expect(try await session.run("n.count()").decode(Int.self) == [4])
  }

  @Test func dictionariesWidenAndMayMiss() async throws {
    let session = Session()
    try await session.register(table: "d", rows: [["x": 1.0], ["y": 2.5]])
    let rows = try await session.run("d | select x, y").decode([String: Double?].self)
    #expect(rows == [["x": 1, "y": nil], ["x": nil, "y": 2.5]])
  }

  @Test func whatNoColumnHoldsIsRefused() async throws {
    struct Inner: Encodable { let x = 1 }
    struct Outer: Encodable { let inner = Inner() }
    struct Number: Encodable { let x: Double }
    struct Wide: Encodable { let x: UInt64 }
    struct Empty: Encodable {}
    let session = Session()
    #expect(
      await messages { try await session.register(table: "t", rows: [Outer()]) }.map(\.text) == [
        "row 1, column `inner`: a value with parts of its own has no column"
      ])
    #expect(
      await messages { try await session.register(table: "t", rows: [Number(x: 1), Number(x: .nan)]) }.map(\.text) == [
        "row 2, column `x`: nan is no number"
      ])
    #expect(
      await messages { try await session.register(table: "t", rows: [Wide(x: .max)]) }.map(\.id) == ["register-type"])
    #expect(
      await messages { try await session.register(table: "t", rows: [Empty()]) }.map(\.id) == ["register-no-columns"])
    #expect(
      await messages { try await session.register(table: "t", rows: [Int]()) }.map(\.id) == ["register-no-columns"])
    #expect(await messages { try await session.register(table: "t", rows: [[1], [2]]) }.map(\.id) == ["register-type"])
    #expect(await messages { try await session.register(table: "money", rows: [1]) }.map(\.id) == ["name-taken"])
    struct Refusing: Encodable {
      func encode(to encoder: any Encoder) throws { throw CancellationError() }
    }
    #expect(
      await messages { try await session.register(table: "t", rows: [Refusing()]) }.map(\.id) == ["register-failed"])
    #expect(await session.tables.allSatisfy { $0.name != "t" })
  }
}
