import Ibid

/// The program that the README shows.
enum EmbeddingExample {
  static func run() async throws {
    // README begins
    let session = Session()
    try await session.load(documents: ["examples/corpus"])

    let query = try await session.prepare(
      """
      param least: money<GBP>
      money | where amount >= $least | select amount, title = document.title
      """)
    print(query.schema)  // columns and types, before anything runs

    let result = try await query.run(["least": .money(100_000_000, "GBP")])
    for row in 0..<result.rowCount {
      guard case .money(let amount)? = result[row, "amount"] else { continue }
      print(amount.description, try result.sources(ofRow: row)[0].line)
    }
    print(result.notes)  // what was merely possible
    // README ends
  }
}
