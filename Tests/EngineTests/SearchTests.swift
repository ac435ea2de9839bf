import Foundation
import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes
import Testing

@testable import IbidEngine

struct SearchTests {
  private static let text = ValueType(.text, optional: true)

  /// Ids of the rows found, in order, and their scores. Each row has a title and a text.
  private func search(_ words: String, _ rows: [(String?, String?)], tracing: Bool = false) throws -> (
    rows: [Int64], scores: [Double], remarks: [String]
  ) {
    var snapshot = Snapshot()
    let schema = Schema([Field("id", .int), Field("title", Self.text), Field("text", Self.text)])
    let columns: [Column] = [
      .int(FixedColumn((0..<Int64(rows.count)).map { $0 })), .text(TextColumn(rows.map(\.0))),
      .text(TextColumn(rows.map(\.1))),
    ]
    snapshot.define(Table(name: "t", schema: schema, columns: columns, rowCount: rows.count))
    let nowhere = ByteSpan(0, 0)
    let scan = Plan(
      .scan(table: "t", copies: false),
      schema: Schema(schema.fields + [Field("@row", ValueType(.reference("t")))]), at: nowhere)
    let plan = Plan(
      .search(scan, words: words, columns: [1, 2]), schema: Schema(scan.schema.fields + [Field("score", .float)]),
      at: nowhere)
    let result = try Executor(snapshot: snapshot, tracing: tracing).run(plan)
    guard case .int(let ids) = result.table.columns[0], case .float(let scores) = result.table.columns[4] else {
      return ([], [], [])
    }
    let remarks = (0..<result.table.rowCount).map { row in
      result.lineage?.entries(ofRow: row).filter(\.isRemark).map { result.lineageTables[Int($0.table)] }.joined() ?? ""
    }
    return (ids.values, scores.values, remarks)
  }

  /// Worked out by hand: three rows of 2, 3 and 4 words, so 3 on average.
  ///
  /// "cash" stands in two of three rows, idf = ln(1 + 1.5 / 2.5) = ln 1.6; "hawala" in one, ln(1 + 2.5 / 1.5) = ln 8/3.
  @Test func scoresAreThoseOfTheFormula() throws {
    let found = try search(
      "cash hawala", [("Cash", "seized"), ("A cash", "CASH"), (nil, "the old hawala trade")])
    #expect(found.rows == [2, 1, 0])
    let average = 3.0
    func worth(_ idf: Double, times tf: Double, of length: Double) -> Double {
      idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / average))
    }
    let expected = [
      worth(log(8.0 / 3.0), times: 1, of: 4), worth(log(1.6), times: 2, of: 3), worth(log(1.6), times: 1, of: 2),
    ]
    // 0.98083 * 2.2 / 2.5 = 0.86313; 0.47000 * 4.4 / 3.2 = 0.64626; 0.47000 * 2.2 / 1.9 = 0.54422
    for (score, byHand) in zip(expected, [0.86313, 0.64626, 0.54422]) { #expect(abs(score - byHand) < 1e-5) }
    for (score, wanted) in zip(found.scores, expected) { #expect(abs(score - wanted) < 1e-12) }
  }

  /// A row with both words comes before one that has the rarer word many times.
  @Test func rowsWithAllWordsComeFirst() throws {
    let long = String(repeating: "and so on ", count: 40)
    let found = try search(
      "cash hawala", [(nil, "hawala hawala hawala"), (nil, "cash and hawala " + long), (nil, "cash"), (nil, "boats")])
    #expect(found.rows == [1, 0, 2])
    #expect(found.scores[0] < found.scores[1])
  }

  @Test func equalScoresStayInOrder() throws {
    #expect(try search("cash", [("x", "cash"), ("cash", "y"), (nil, "no"), ("z", "cash")]).rows == [0, 1, 3])
  }

  @Test(arguments: [
    ("CAFÉ", [0, 1]), ("cafe", [0, 1]), ("cafe\u{301}!", [0, 1]), ("30m", [2]), ("£30m", [2]), ("d'état", [3]),
    ("état", [3]), ("d’État", [3]), ("small boat", [4]), ("boats", []), ("москва", [5]), ("МОСКВА", [5]),
    ("a_b", [6]), ("a", [8]), ("東京", [7]), ("東", []),
  ])
  func wordsAreFolded(_ words: String, _ rows: [Int64]) throws {
    let texts = [
      "Le Café", "a.cafe\u{301}", "£30m", "coup d’état", "small-boat", "Москва", "a_b", "東京 2020", "a “d” x",
    ]
    let found = try search(words, texts.map { (nil, $0) }).rows
    #expect(rows.isEmpty ? found.isEmpty : Set(found).isSuperset(of: rows))
    if words != "a", !words.contains("d'"), !words.contains("d’") { #expect(found.sorted() == rows) }
  }

  @Test func missingTextsAndNoRowsGiveNothing() throws {
    #expect(try search("cash", []).rows == [])
    #expect(try search("cash", [(nil, nil), (nil, nil)]).rows == [])
    #expect(try search("…", [("a", "b")]).rows == [])
  }

  @Test func theTraceNamesTheWordsFound() throws {
    let found = try search("Hawala, cash; boats", [(nil, "cash only"), ("Cash", "by hawala")], tracing: true)
    #expect(found.rows == [1, 0])
    #expect(found.remarks == ["words: hawala, cash", "words: cash"])
  }

  /// Columns that share a dictionary share its index, and it is made once.
  @Test func anIndexIsMadeOnce() throws {
    let dictionary = TextColumn(["cash", "hawala cash"]).dictionary
    var made = 0
    func make() -> TermIndex {
      dictionary.termIndex { dictionary in
        made += 1
        var builder = TermIndexBuilder()
        for code in 0..<dictionary.count { builder.append(dictionary[code].split(separator: " ").map(String.init)) }
        return builder.finish()
      }
    }
    #expect(make().occurrences(of: "cash") == [1, 1])
    #expect(make().occurrences(of: "hawala") == [0, 1])
    #expect(make().occurrences(of: "boats") == nil)
    #expect(made == 1)
  }

  /// A search that was stopped leaves no half of an index behind.
  @Test func aStoppedIndexIsNotKept() throws {
    let dictionary = TextColumn(["cash"]).dictionary
    let cancelled = Parallel(threads: 1) { true }
    #expect(throws: EngineError.self) { try SearchTerms.index(dictionary, cancelled) }
    #expect(try SearchTerms.index(dictionary, Parallel(threads: 1)).occurrences(of: "cash") == [1])
  }
}
