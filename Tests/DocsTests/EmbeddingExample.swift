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

    struct Sum: Decodable {
      let amount: Amount
      let title: String?
    }
    let result = try await query.run(["least": .money(100_000_000, "GBP")])
    for sum in try result.decode(Sum.self) { print(sum.amount.description, sum.title ?? "–") }
    print(result.notes)  // what was merely possible
    print(try result.explanation(ofRow: 0).rendered())  // the sentence behind the first row
    // README ends
  }
}
