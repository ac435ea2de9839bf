import IbidPlan
import IbidSemantics
import IbidTypes
import Testing

/// What each rule of the planner makes of a query; that it makes no difference is what the oracle's suites are for.
@Suite struct PlannerTests {
  private static var catalog: Catalog {
    var catalog = Catalog()
    let notes = Schema([
      Field("doc", .int), Field("lang", .text), Field("size", .int), Field("cost", ValueType(.money("GBP"))),
      Field("place", .text.optional),
    ])
    let papers = Schema([Field("doc", .int), Field("source", .text), Field("year", .int.optional)])
    catalog.define(.init(name: "notes", schema: notes))
    catalog.define(.init(name: "papers", schema: papers))
    return catalog
  }

  /// The operators of a plan, the last first, before and after planning.
  private func plans(_ text: String) throws -> (before: [String], after: [String]) {
    let plan = try #require(TextExpressions.plan(text, Self.catalog), "\(text) is refused")
    func lines(_ plan: Plan) -> [String] {
      PlanPrinter.print(plan) { _ in nil }.split(separator: "\n").map { line in
        String(line[..<(line.firstRange(of: "  →")?.lowerBound ?? line.endIndex)])
      }
    }
    return (lines(plan), lines(Planner.planned(plan)))
  }

  @Test func constantsAreComputedOnce() throws {
    let found = try plans("notes | where size > 2 * 500 and not false")
    #expect(found.before == ["filter size > (2 * 500) and not (false)", "  scan notes"])
    #expect(found.after == ["filter size > 1000", "  scan notes"])
  }

  @Test func whatOverflowsIsLeftToTheRun() throws {
    let found = try plans("notes | where size < 9_000_000_000_000_000_000 * 9")
    #expect(found.after == found.before)
  }

  @Test func aConditionThatIsTrueIsNone() throws {
    #expect(try plans("notes | where 1 < 2").after == ["scan notes"])
  }

  @Test func rowsAreChosenBeforeColumnsAreComputed() throws {
    let found = try plans("notes | derive spanish = lang == \"es\" | where size > 3")
    #expect(found.before.map(\.trimmed.firstWord) == ["filter", "project", "scan"])
    #expect(found.after.map(\.trimmed.firstWord) == ["project", "filter", "scan"])
  }

  @Test func notBeforeColumnsThatMayFail() throws {
    let found = try plans("notes | derive twice = size * 2 | where size > 3")
    #expect(found.after == found.before)
  }

  /// The sides of a union hand on what is read above, and both the same; all of it where everything is.
  @Test func unionsHaveTheColumnsThatAreRead() throws {
    let read = try plans("notes | union notes | union notes | summarize n = count() by lang")
    #expect(read.after.count == read.before.count + 3)
    #expect(read.after.count { $0.trimmed == "project lang" } == 3)
    #expect(read.after.prefix(3).map(\.trimmed.firstWord) == ["aggregate", "union", "union"])
    let counted = try plans("notes | union notes | summarize n = count()")
    #expect(counted.after.count { $0.trimmed == "project doc" } == 2)
    let whole = try plans("notes | union notes")
    #expect(whole.after == whole.before)
  }

  @Test func rowsAreChosenBeforeTheyAreSorted() throws {
    let found = try plans("notes | sort size desc | where lang == \"en\"")
    #expect(found.before == ["filter lang == \"en\"", "  sort size desc", "    scan notes"])
    #expect(found.after == ["sort size desc", "  filter lang == \"en\"", "    scan notes"])
  }

  @Test func eachSideOfAJoinChoosesItsOwnRows() throws {
    let found = try plans(
      "notes | join p = papers on doc == p.doc | where p.source == \"a\" and lang == \"en\" and size > p.doc")
    #expect(found.before.map(\.trimmed.firstWord) == ["filter", "inner", "scan", "scan"])
    #expect(
      found.after.map(\.trimmed) == [
        "filter size > p.doc", "inner hash join on doc == doc", "filter lang == \"en\"", "scan notes",
        "filter source == \"a\"", "scan papers",
      ])
  }

  @Test func unmatchedRowsOfALeftJoinAreKept() throws {
    let found = try plans("notes | left join p = papers on doc == p.doc | where p.source is none and lang == \"en\"")
    #expect(
      found.after.map(\.trimmed) == [
        "filter p.source is none", "left hash join on doc == doc", "filter lang == \"en\"", "scan notes", "scan papers",
      ])
  }

  @Test func conditionsThatMayBeUnknownAreCountedWhereTheyStand() throws {
    let found = try plans("notes | join p = papers on doc == p.doc | where p.year > 2020")
    #expect(found.after == found.before)
  }

  @Test func rowsAreCutBeforeColumnsAreChosen() throws {
    let found = try plans("notes | sort size | select lang | take 3")
    #expect(found.before.map(\.trimmed.firstWord) == ["slice", "project", "sort", "scan"])
    #expect(found.after.map(\.trimmed.firstWord) == ["project", "slice", "sort", "scan"])
  }

  @Test func onlyRowsThatMayBeFirstAreRanked() throws {
    let found = try plans("notes | derive r = rank(per lang sort size desc) | where r <= 3")
    #expect(found.before.map(\.trimmed.firstWord) == ["filter", "project", "scan"])
    #expect(found.after.map(\.trimmed.firstWord) == ["filter", "project", "leading", "scan"])
    #expect(found.after[2].trimmed == "leading 3 by size desc per lang")
  }

  @Test func ranksOfAllAreRanksOfAll() throws {
    let second = try plans("notes | derive r = rank(per lang sort size desc, place) | where r <= 3")
    #expect(second.after == second.before, "places may be missing")
    for condition in ["r >= 3", "r <= 3 or size > 5", "r <= size"] {
      let found = try plans("notes | derive r = rank(per lang sort size desc) | where \(condition)")
      #expect(found.after == found.before)
    }
  }

  @Test func columnsThatNobodyReadsAreNotComputed() throws {
    let found = try plans("notes | derive spanish = lang == \"es\" | summarize n = sum(size) by place")
    #expect(found.before[1].contains("lang == \"es\""))
    #expect(!found.after[1].contains("lang == \"es\""))
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
  fileprivate var firstWord: String { String(prefix { $0 != " " }) }
}
