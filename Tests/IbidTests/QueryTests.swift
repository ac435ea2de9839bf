import Ibid
import Testing

@Suite struct QueryTests {
  @Test func schemaAndParametersAreKnownBeforeARun() async throws {
    let query = try await peopleSession().prepare(
      "param least: int\nparam role: text = \"cook\"\npeople | where age >= $least and role == $role | select name, known_since"
    )
    #expect(query.schema.map { "\($0.name): \($0.type)" } == ["name: text", "known_since: int?"])
    #expect(query.parameters.map { "\($0.name): \($0.type)" } == ["least: int", "role: text"])
    #expect(try await query.run(["least": .int(18)]).values(of: "name") == ["Cleo"])
    #expect(try await query.run(["least": .int(18), "role": .text("pilot")]).values(of: "name") == ["Ann"])
  }

  @Test func interpolationBindsAndNeverSplices() async throws {
    let session = try await peopleSession()
    let name = "Bo \"Bobby\" | take 1"
    #expect(try await session.run("people | where name == \(name) | select age").decode(Int.self) == [17])
    for hostile in [
      "\" or true or name == \"", "x | take 0", "$bound_2", "\\(age)", "'; drop", "\n| take 1", "# comment", "\u{0}",
      "`",
    ] {
      #expect(
        try await session.run("people | where name == \(hostile) or age == \(41) | select age").decode(Int.self) == [41]
      )
    }
    #expect(try await session.run("people | where is_home == \(true) and height_metres < \(1.65)").rowCount == 1)
    let sum = ParameterValue.money(3, "GBP")
    #expect(try await session.run("\(sum) + GBP 2").decode(Amount.self).first?.number == 5)
  }

  @Test func boundTypesAreChecked() async throws {
    let session = try await peopleSession()
    let text = "41"
    #expect(await messages { _ = try await session.prepare("people | where age == \(text)") }.contains { $0.isError })
    #expect(
      await messages { _ = try await session.prepare("people | where height_metres < \(Double.nan)") }.map(\.id) == [
        "bad-parameter"
      ])
  }

  @Test func moneyParametersKeepTheirCurrency() async throws {
    let query = try await corpus().prepare(
      "param min: money<GBP>\nmoney | where amount >= $min | select document.title, amount")
    let some = try await query.run(["min": .money(10_000_000, "GBP")])
    let fewer = try await query.run(["min": .text("GBP 100 million")])
    #expect(some.rowCount > fewer.rowCount && fewer.rowCount > 0)
    #expect(try some.values(of: "amount", as: Amount.self).allSatisfy { $0.unit == "GBP" })
    let found = await messages { _ = try await query.run(["min": .money(10_000_000, "EUR")]) }
    #expect(found.map(\.text) == ["the value of `$min` is money<EUR>, not money<GBP>"])
    #expect(found[0].suggestions.map(\.text) == ["\"min\": .money(10_000_000, \"GBP\")"])
  }

  @Test(
    arguments: [
      (["lest": .int(18)], ["unknown-parameter", "missing-parameter"]),
      ([:], ["missing-parameter"]),
      (["least": .text("many")], ["bad-parameter"]),
      (["least": .text("2.5")], ["bad-parameter"]),
      (["least": .float(2.5)], ["bad-parameter"]),
      (["least": .none], ["bad-parameter"]),
      (["least": .bool(true)], ["bad-parameter"]),
      (["least": .int(1), "share": .float(.infinity)], ["bad-parameter"]),
      (["least": .int(1), "day": .date(year: 2024, month: 2, day: 30)], ["bad-parameter"]),
      (["least": .int(1), "cost": .money(1, "XQX")], ["bad-parameter"]),
      (["least": .int(1), "share": .int(1), "day": .none, "cost": .money(1, "EUR")], []),
    ] as [([String: ParameterValue], [String])])
  func parametersAreCheckedByType(_ values: [String: ParameterValue], _ ids: [String]) async throws {
    let query = try await peopleSession().prepare(
      """
      param least: int
      param share: float = 0.5
      param day: date? = none
      param cost: money? = none
      people | where age >= $least | derive share = $share, day = $day, cost = $cost
      """)
    #expect(await messages { _ = try await query.run(values).text() }.map(\.id) == ids)
  }

  @Test func unknownParametersSuggest() async throws {
    let query = try await peopleSession().prepare("param least: int\npeople | where age >= $least")
    let found = await messages { _ = try await query.run(["leest": .int(18)]) }
    #expect(
      found.map { $0.suggestions.map(\.text) } == [
        ["least"], ["`leest` was given: is it meant for `least`?", "run([\"least\": .int(10)])"],
      ])
  }

  @Test func aWholeNumberIsAFloat() async throws {
    let result = try await peopleSession().run(
      "param share: float\npeople | derive half = height_metres * $share | select half", ["share": .int(2)])
    #expect(try result.decode(Double.self) == [3.4, 3.8, 3.2])
  }

  @Test func parametersOfTheSessionReachPreparedQueries() async throws {
    let session = try await peopleSession()
    let script = await session.prepare(script: "param least: int = 18")
    await session.set(parameter: "least", to: .int(40))
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    #expect(try await session.run("people | where age >= $least").rowCount == 1)
    #expect(try await session.run("people | where age >= $least", ["least": .int(10)]).rowCount == 3)
  }

  @Test func preparedQueriesKeepTheirTables() async throws {
    let session = try await peopleSession()
    let query = try await session.prepare("people | select age")
    try await session.register(table: "people", rows: [Person.all[0]])
    #expect(try await query.run().rowCount == 3)
    #expect(try await session.run("people").rowCount == 1)

    let documents = try await session.prepare("documents.count()")
    try await session.load(documents: [examples + "/corpus/calais-customs.txt"])
    #expect(try await documents.run().decode(Int.self) == [0])
    #expect(try await session.run("documents.count()").decode(Int.self) == [1])
  }

  @Test func manyTasksRunOneQuery() async throws {
    let query = try await peopleSession().prepare(
      "param least: int\npeople | where age >= $least | select age | sort age")
    let counts = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for age in 0..<60 { group.addTask { (age, try await query.run(["least": .int(age)]).rowCount) } }
      return try await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<60).allSatisfy { age in counts[age] == Person.all.count { $0.age >= age } })
  }
}

@Suite struct BatchTests {
  @Test(arguments: [(1, [1, 1, 1]), (2, [2, 1]), (3, [3]), (100, [3]), (0, [1, 1, 1]), (.max, [3])])
  func batchesCoverTheRowsInOrder(_ size: Int, _ counts: [Int]) async throws {
    let result = try await peopleSession().run("people | select name, age")
    let batches = result.batches(ofRows: size)
    #expect(batches.map(\.count) == counts)
    #expect(batches.flatMap { $0 } == (0..<3).map { result.row($0) })
    #expect(batches.first?.first == [.text("Ann"), .int(41)])
  }

  @Test func noRowsGiveNoBatches() async throws {
    #expect(try await peopleSession().run("people | take 0").batches(ofRows: 10).isEmpty)
  }
}
