import Foundation
import IbidPlan
import IbidSource
import TestSupport
import Testing

@testable import Ibid

/// The scripts that come with Ibid: right in form, their examples hold, and a user's names take their place.
struct DomainTests {
  @Test func scriptsHaveNoMistakes() {
    #expect(Domain.shared.mistakes.map { $0.rendered() } == [])
    #expect(Domain.shared.tables == Session.domainTables)
  }

  @Test func theirExamplesHold() async {
    for report in await Session().testDomain() {
      #expect(report.failures.isEmpty, "\(report.rendered())")
    }
  }

  @Test func everyRuleHasExamplesAndCounterexamples() {
    #expect(Domain.shared.rules.count > 20)
    for rule in Domain.shared.rules {
      let positive = rule.examples.filter { $0.expected != nil }.count
      #expect(positive >= 3, "\(rule.name) has \(positive) examples")
      #expect(rule.examples.count - positive >= 2, "\(rule.name) needs two texts in which it finds nothing")
    }
  }

  /// What a user binds after a table of the domain was read is a user's, and its rows are not kept for other sessions.
  @Test func viewsOfSessionsThatShareTablesAreApart() async throws {
    let folder = try TemporaryFolder()
    let first = Session()
    try await first.load(documents: [folder.file("text.txt", "News\n\nPublished 4 May 2024\n\nFour boats sank.\n").path]
    )
    _ = try await first.run("events | count")
    let second = await first.sharingTables()
    var counts: [String] = []
    for (session, table) in [(first, "sentences"), (second, "documents")] {
      let script = await session.prepare(script: "events | count\nlet mine = \(table) | select id\nmine | count")
      var last: QueryResult?
      for statement in script.statements {
        if case .result(let result) = try await session.run(statement, of: script) { last = result }
      }
      counts.append(last?.texts(ofRow: 0).first?.text ?? "no result")
    }
    let expected = [
      try await first.run("sentences | count").texts(ofRow: 0)[0].text,
      try await first.run("documents | count").texts(ofRow: 0)[0].text,
    ]
    #expect(counts == expected)
    #expect(counts[0] != counts[1])
  }

  @Test func eachTableIsAQuery() async throws {
    let session = Session()
    for table in Session.domainTables {
      let query = try await session.prepare(QueryText(table))
      let columns = query.schema.map(\.name)
      for wanted in ["document", "sentence", "quote", "text", "source"] {
        #expect(columns.contains(wanted), "\(table) has no column \(wanted)")
      }
    }
  }

  @Test func aUsersNamesTakeTheirPlace() async throws {
    let session = Session()
    let script = await session.prepare(
      script: """
        rule agreement_with() in sentences { "anything" }
        let roles = agreement_with
        roles | count
        agreements | count
        """)
    #expect(script.error == nil)
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    #expect(await session.definition(of: "roles") == "let roles = agreement_with")
    #expect(await session.definition(of: "events")?.contains("rule event_arrest") == true)
    #expect(await session.definition(of: "documents") == nil)
  }

  /// The words of a copy are closed as those of the table that comes with Ibid, and what the copy adds is one of them.
  @Test func aCopyHasItsOwnClosedWords() async throws {
    let session = Session()
    let script = """
      rule regatta() in sentences { "regatta" }
      let events = regatta | select kind = "race", status = "held", text, document, sentence, quote, rule, source
      """
    let prepared = await session.prepare(script: script)
    #expect(prepared.error == nil)
    for statement in prepared.statements { _ = try await session.run(statement, of: prepared) }
    let query = try await session.prepare("events | where kind == \"race\"")
    #expect(query.schema.first?.type == "event_kind")
    let error = await #expect(throws: QueryError.self) { try await session.prepare("events | where kind == \"rase\"") }
    #expect(error?.messages.map(\.id) == ["unknown-word"])
  }

  /// A new rule leaves alone what others have found, unless they read it.
  @Test func definingARuleKeepsTheRowsOfOthers() async throws {
    let session = try await corpus()
    func run(_ text: String) async throws {
      let script = await session.prepare(script: text, interactive: true)
      if let error = script.error { throw error }
      for statement in script.statements { _ = try await session.run(statement, of: script) }
    }
    func filled() async -> [String] {
      let store = await session.store
      return ["ships", "seas", "fleets"].filter { store.hasRows(ofRule: $0) }
    }
    try await run(
      """
      rule ships() in sentences { ("ship" | "boat" | "boats") }
      rule seas() in sentences { ("sea" | "Channel") }
      rule fleets() in sentences { Number ships }
      ships | count
      seas | count
      fleets | count
      """)
    #expect(await filled() == ["ships", "seas", "fleets"])
    try await run("rule ports() in sentences { \"port\" }")
    #expect(await filled() == ["ships", "seas", "fleets"])
    try await run("rule ships() in sentences { \"ship\" }")
    #expect(await filled() == ["seas"])
    try await run("fleets | count")
    #expect(await filled() == ["ships", "seas", "fleets"])
  }

  /// A passive says what is done to its subject; who does it is only whom a "by" names.
  @Test func passivesHaveNoActorOfTheirOwn() async throws {
    let text = """
      Plan for the schools

      Pupils will be offered a meal each day. The hall will be repaired by the county council in May. The \
      timetable has been published. The council will open two libraries. We will be pleased to help. Maps will be \
      printed by the end of June.

      """
    let folder = try TemporaryFolder()
    let session = Session()
    try await session.load(documents: [folder.file("plan.txt", text).path])
    let result = try await session.prepare("commitments | select actor, action").run()
    let rows = (0..<result.rowCount).map { result.texts(ofRow: $0).prefix(2).map(\.text) }
    #expect(
      rows == [
        ["–", "Pupils will be offered a meal each day"],
        ["the county council", "The hall will be repaired by the county council in May"],
        ["–", "The timetable has been published"],
        ["The council", "open two libraries"], ["We", "be pleased to help"],
        ["–", "Maps will be printed by the end of June"],
      ])
  }

  /// A rule of the text of a query is run on what is loaded, and is not left behind.
  @Test func aPreparedQueryMayHaveRules() async throws {
    let session = Session()
    let query = try await session.prepare("rule dogs() in sentences { \"dog\" }\ndogs | count")
    #expect(try await query.run().rowCount == 1)
    await #expect(throws: QueryError.self) { try await session.prepare("dogs") }
  }

  @Test func aFailingExampleShowsWhatDiffers() async throws {
    let script = """
      rule counts(n: quantity) in sentences {
        n: Number "ships"
        example "Two ships sank." => { n: 3 }
        example "No ship sank." => { n: 0 }
        not "Nine ships sailed."
        not "A ship sailed."
      }
      """
    let report = try await Session().test(script: Array(script.utf8), name: "ships.ibid")
    #expect(report.ruleCount == 1)
    #expect(report.exampleCount == 4)
    #expect(
      report.rendered() == """
        ships.ibid:3: rule counts
          "Two ships sank."
          matched: Two ships
          column  expected  found
          n       3         2

        ships.ibid:4: rule counts
          "No ship sank."
          no match
          column  expected  found
          n       0         –

        ships.ibid:5: rule counts
          "Nine ships sailed."
          nothing should match, found: Nine ships

        ships.ibid: 1 rule, 4 examples, 3 failed

        """)
  }
}
