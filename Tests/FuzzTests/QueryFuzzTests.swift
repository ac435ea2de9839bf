import Ibid
import IbidSource
import IbidSyntax
import TestSupport
import Testing

/// Nothing that a user types can crash the process or hang it.
struct QueryFuzzTests {
  @Test func randomQueriesNeverCrash() async throws {
    let count = FuzzSetting.count("IBID_FUZZ_QUERIES", otherwise: 5000)
    let world = try await WellTyped.session()
    let statements = await WellTyped.statements(in: world)
    #expect(statements.count >= 300)
    let names = await world.tables.flatMap { [$0.name] + $0.columns.map(\.name) }
    var generator = QueryGenerator(seed: FuzzSetting.seed, statements: statements, names: names)
    let watchdog = Watchdog("queries")
    var parsed = 0
    var checked = 0
    var ran = 0
    for _ in 0..<count {
      let query = generator.next()
      let outcome = await watchdog.watch(Array(query.utf8)) { await Self.run(query, in: world) }
      if outcome.isParsed { parsed += 1 }
      if outcome.isChecked { checked += 1 }
      if outcome.hasRun { ran += 1 }
    }
    func share(_ part: Int) -> String { "\(part) (\(part * 100 / max(count, 1)) %)" }
    print(
      "fuzz queries: seed \(FuzzSetting.seed), \(count) queries, \(share(parsed)) parsed, \(share(checked)) type-checked, \(share(ran)) ran, \(watchdog.slowest)"
    )
    #expect(parsed * 10 >= count && checked * 10 >= count && ran * 10 >= count)
  }

  /// Scripts that crashed once, or were near it.
  @Test func regressionsStayFixed() async throws {
    let world = try await WellTyped.session()
    let watchdog = Watchdog("regressions")
    for file in PackageFolder.files(below: "Tests/Golden/regressions", ending: ".query") {
      let query = PackageFolder.text(of: file) ?? ""
      _ = await watchdog.watch(Array(query.utf8)) { await Self.run(query, in: world) }
    }
  }

  private struct Reached {
    var isParsed = false
    var isChecked = false
    var hasRun = false
  }

  /// Goes as far as the query does: parses, checks, runs, prints, explains the first row.
  private static func run(_ query: String, in world: Session) async -> Reached {
    var reached = Reached()
    let errors = Parser.parse(SourceText(name: "query", query), mode: .script).diagnostics.filter {
      $0.severity == .error
    }
    reached.isParsed = errors.isEmpty
    let session = await world.sharingTables()
    let script = await session.prepare(script: WellTyped.names + query)
    if let error = script.error { _ = error.rendered(inColour: true, width: 60) }
    reached.isChecked = script.error == nil && script.statements.count > 3
    reached.hasRun = reached.isChecked
    for statement in script.statements where statement.isValid {
      do {
        switch try await session.run(statement, of: script) {
        case .result(let result):
          _ = result.text(.box)
          _ = result.text(.json)
          if result.rowCount > 0 {
            _ = try result.explanation(ofRow: 0).rendered()
            for column in result.columns.prefix(3) {
              _ = try result.explanation(ofRow: result.rowCount - 1, column: column.name)
            }
          }
        default: break
        }
      } catch {
        _ = error.rendered()
        reached.hasRun = false
      }
    }
    return reached
  }
}
