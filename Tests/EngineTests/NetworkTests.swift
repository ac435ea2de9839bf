import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// Networks of a size that recursion and squares do not survive, and more paths than anybody reads.
///
/// What each step gives on small networks is held against the oracle.
@Suite struct NetworkTests {
  private struct Links {
    let snapshot: Snapshot
    let scan: Plan

    init(_ links: [(Int, Int)]) {
      let schema = Schema([Field("a", .int), Field("b", .int)])
      let columns = [links.map(\.0), links.map(\.1)].map { Column.int(FixedColumn($0.map(Int64.init))) }
      var snapshot = Snapshot()
      snapshot.define(Table(name: "links", schema: schema, columns: columns, rowCount: links.count))
      self.snapshot = snapshot
      scan = .scan("links", schema)
    }

    func run(_ node: (Plan) -> Plan.Node, columns: Int, tracing: Bool = false, _ cancellation: Cancellation = .init())
      throws(EngineError) -> ExecutionResult
    {
      let schema = Schema((0..<columns).map { Field("c\($0)", .int) })
      return try Executor(snapshot: snapshot, cancellation: cancellation, tracing: tracing).run(
        Plan(node(scan), schema: schema, at: nowhere))
    }
  }

  private static let ends = NetworkEnds(from: 0, to: 1, isDirected: true)
  private static func node(_ number: Int) -> PlanExpression { constant(.int(Int64(number)), .int) }

  private static func ints(_ column: Column) -> [Int64] { if case .int(let ints) = column { ints.values } else { [] } }

  /// 0 → 1 → 2 … in one long line, told backwards, so that no first guess is right.
  private static let line = Links((0..<200_000).reversed().map { ($0, $0 + 1) })

  @Test func aLongLineHangsTogetherByEveryInnerNode() throws {
    let result = try Self.line.run({ .components($0, Self.ends) }, columns: 4).table
    #expect(result.rowCount == 200_001)
    #expect(Set(Self.ints(result.columns[1])) == [1])
    guard case .bool(let cuts) = result.columns[3] else {
      Issue.record("no column of truths")
      return
    }
    #expect(cuts.truth.trueCount == 199_999)
    #expect(Self.ints(result.columns[2]).reduce(0, +) == 400_000)
  }

  @Test func aLongLineIsWalkedToItsEnd() throws {
    let reached = try Self.line.run({ .reach($0, Self.ends, from: Self.node(0), within: nil) }, columns: 3).table
    #expect(Self.ints(reached.columns[1]) == (1...200_000).map { $0 })
    #expect(Self.ints(reached.columns[0]) == (1...200_000).map { $0 })
    #expect(Self.ints(reached.columns[2]) == (0..<200_000).map { $0 })
    let path = try Self.line.run(
      { .paths($0, Self.ends, from: Self.node(0), to: Self.node(200_000), within: nil) }, columns: 7
    ).table
    #expect(Self.ints(path.columns[4]) == (1...200_000).map { $0 })
  }

  /// A trace shows a part of what is too long to be read, and says so.
  @Test func theLinksOfALongLineAreCutInATrace() throws {
    let result = try Self.line.run(
      { .reach($0, Self.ends, from: Self.node(0), within: 20_000) }, columns: 3, tracing: true)
    let lineage = try #require(result.lineage)
    #expect(lineage.entries(ofRow: 9).count == 10)
    let last = lineage.entries(ofRow: 19_999)
    #expect(last.count == 401 && last.last?.isRemark == true)
    #expect(last.contains { result.lineageTables[Int($0.table)] == "only 400 of its links are shown" })
  }

  /// One node, then two at each stage, each linked with both of the next: from 0 to one of the last, 2^(stages - 1) ways.
  private static func stages(_ count: Int) -> Links {
    var links = [(0, 1), (0, 2)]
    for stage in 1..<count {
      for a in 1...2 { for b in 1...2 { links.append((10 * (stage - 1) + a, 10 * stage + b)) } }
    }
    return Links(links)
  }

  @Test func pathsAreCountedBeforeTheyAreListed() throws {
    let result = try Self.stages(12).run(
      { .paths($0, Self.ends, from: Self.node(0), to: Self.node(111), within: nil) }, columns: 7)
    #expect(result.notes == [ExecutionNote.network(.cut(shown: 1000, of: 2048), at: nowhere)])
    #expect(result.table.rowCount == 12 * 1000)
    #expect(Self.ints(result.table.columns[3]).last == 1000)
  }

  /// 2^79 of them are not counted one by one, and not at all.
  @Test func morePathsThanCanBeCounted() throws {
    let result = try Self.stages(80).run(
      { .paths($0, Self.ends, from: Self.node(0), to: Self.node(791), within: nil) }, columns: 7)
    #expect(result.notes == [ExecutionNote.network(.cut(shown: 1000, of: nil), at: nowhere)])
  }

  @Test func everyStepCanBeStopped() throws {
    let steps: [(Plan) -> Plan.Node] = [
      { .components($0, Self.ends) }, { .reach($0, Self.ends, from: Self.node(0), within: nil) },
      { .paths($0, Self.ends, from: Self.node(0), to: Self.node(9), within: nil) },
      { .without($0, Self.ends, Self.node(3)) },
    ]
    for step in steps {
      let cancellation = Cancellation()
      cancellation.cancel()
      do {
        _ = try Self.line.run(step, columns: 4, cancellation)
        Issue.record("it ran to its end")
      } catch .cancelled {
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// A star of many links between few nodes, and of many nodes around one.
  @Test func repeatedLinksAreOneNeighbour() throws {
    var pairs: [(Int, Int)] = (0..<100_000).map { ($0 % 7, ($0 + 1) % 7) }
    pairs += (0..<100_000).map { (0, 100 + $0) }
    let links = Links(pairs)
    let result = try links.run({ .components($0, Self.ends) }, columns: 4).table
    #expect(Self.ints(result.columns[2]).prefix(7) == [100_002, 2, 2, 2, 2, 2, 2])
    let without = try links.run({ .without($0, Self.ends, Self.node(0)) }, columns: 3).table
    // What is left of the ring, and a row for each ray's end.
    #expect(without.rowCount == (0..<100_000).count { $0 % 7 != 0 && ($0 + 1) % 7 != 0 } + 100_000)
  }
}
