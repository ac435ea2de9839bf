import ArgumentParser
import Ibid

/// `ibid help where`: the language, by its words.
struct Help: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explains a step, statement, function or table.")

  @Argument(help: "The word; without one, an overview.")
  var topic: String?

  func run() async throws {
    let session = Session()
    do {
      Console.out(try await session.help(topic))
    } catch {
      Console.error(error.rendered(inColour: Console.allowsColour && Console.errorIsTerminal))
      throw Failure.query
    }
  }
}
