import Foundation
import Ibid

/// Prints the large sums of a folder of documents, and the sentences behind the first.
///
///     swift run --package-path examples/embed embed [FOLDER]
@main
struct Embed {
  /// A row of the query below. Properties take the columns of their names; optionals may be missing.
  struct Announcement: Decodable {
    let title: String
    let amount: Amount
    let publishedOn: TimeSpan?
  }

  static func main() async {
    let folder = CommandLine.arguments.dropFirst().first ?? "examples/corpus"
    do {
      try await report(on: folder)
    } catch {
      // A `QueryError` prints as it does at the prompt: what is wrong, where, and what to write instead.
      print(error)
      exit(1)
    }
  }

  static func report(on folder: String) async throws {
    let session = Session()
    print(try await session.load(documents: [folder]).line)

    // Checked once; columns, types and parameters are known before anything runs.
    let query = try await session.prepare(
      """
      param min: money<GBP>
      money
      | where amount >= $min
      | sort amount desc
      | take 5
      | select title = document.title ?? document.file, amount, published_on = document.published
      """)
    for column in query.schema { print("  \(column.name): \(column.type)") }

    let result = try await query.run(["min": .money(10_000_000, "GBP")])
    for row in try result.decode(Announcement.self) {
      print("\(row.amount.description)  \(row.publishedOn?.description ?? "undated")  \(row.title)")
    }
    print(result.notes.joined(separator: "\n"))

    print("\nThe first of them stands in")
    for source in try result.sources(ofRow: 0) { print("  \(source.file):\(source.line)") }
    print(try result.explanation(ofRow: 0).rendered())
  }
}
