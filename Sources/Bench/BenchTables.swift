import IbidColumns
import IbidEngine
import IbidTypes

/// The tables that the benchmark runs over: `figures` as an ingest leaves them, `documents` to join, `texts` to search.
enum BenchTables {
  /// Columns of `figures`, in order.
  enum Figure: Int { case document, score, amount, issuer, topic, reference }

  static func snapshot(rows: Int, texts: Int) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.define(figures(rows))
    snapshot.define(documents(10_000))
    snapshot.define(sentences(texts))
    return snapshot
  }

  /// `document` 0 to 9,999; `score` a float; `amount` exact money in pence; `issuer` one of 100 texts, `topic` one of
  /// 100,000; `reference` one of 100,000 whole numbers far apart, so that they must be hashed.
  private static func figures(_ rows: Int) -> Table {
    var random = SplitMix64(seed: 1)
    var documents: [Int64] = []
    var scores: [Double] = []
    var pence: [Int128] = []
    var issuers: [Int32] = []
    var topics: [Int32] = []
    var references: [Int64] = []
    for _ in 0..<rows {
      documents.append(Int64.random(in: 0..<10_000, using: &random))
      scores.append(Double.random(in: 0..<100, using: &random))
      pence.append(Int128(Int64.random(in: 0..<1_000_000_000, using: &random)))
      issuers.append(Int32.random(in: 0..<100, using: &random))
      topics.append(Int32.random(in: 0..<100_000, using: &random))
      references.append(Int64.random(in: 0..<100_000, using: &random) * 7_919_000_003)
    }
    let amounts = MeasureColumn(kind: .money, denominator: 100, low: pence, high: pence, units: ["GBP"])
    return Table(
      name: "figures",
      schema: Schema([
        Field("document", .int), Field("score", .float), Field("amount", ValueType(.money("GBP"))),
        Field("issuer", .text),
        Field("topic", .text), Field("reference", .int),
      ]),
      columns: [
        .int(FixedColumn(documents)), .float(FixedColumn(scores)), .measure(amounts),
        .text(TextColumn(codes: issuers, dictionary: dictionary(100, prefix: "issuer"))),
        .text(TextColumn(codes: topics, dictionary: dictionary(100_000, prefix: "topic"))),
        .int(FixedColumn(references)),
      ], rowCount: rows)
  }

  private static func documents(_ rows: Int) -> Table {
    Table(
      name: "documents", schema: Schema([Field("id", .int, unique: true), Field("title", .text)]),
      columns: [
        .int(FixedColumn((0..<rows).map { Int64($0) })),
        .text(TextColumn(codes: (0..<rows).map { Int32($0) }, dictionary: dictionary(rows, prefix: "title"))),
      ], rowCount: rows)
  }

  /// Sentences of twelve words, each of them different; "small boat" stands in one of forty.
  private static func sentences(_ rows: Int) -> Table {
    var random = SplitMix64(seed: 2)
    let words = [
      "border", "officers", "seized", "agreement", "partners", "smuggling", "gangs", "funding", "announced", "arrests",
      "crossing", "law",
    ]
    let texts = (0..<rows).map { row in
      var sentence = (0..<12).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      if row % 40 == 0 { sentence[6] = "small boat" }
      return sentence.joined(separator: " ") + " \(row)."
    }
    return Table(
      name: "texts", schema: Schema([Field("text", .text)]), columns: [.text(TextColumn(texts))], rowCount: rows)
  }

  private static func dictionary(_ count: Int, prefix: String) -> TextDictionary {
    var builder = TextDictionaryBuilder()
    for number in 0..<count { _ = builder.code(for: "\(prefix) \(number)") }
    return builder.finish()
  }
}
