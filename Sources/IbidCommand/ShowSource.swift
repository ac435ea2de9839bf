import ArgumentParser
import Ibid

/// `ibid source`: the scripts that come with Ibid.
struct ShowSource: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Prints the script of a table that comes with Ibid, to read, copy and change.")

  @Argument(
    help: ArgumentHelp("A table such as agreements; without one, the names of all.", valueName: "table"),
    completion: .list(Session.domainTables))
  var table: String?

  func run() async throws {
    guard let table else {
      return Console.out(Session.domainTables.joined(separator: "\n") + "\n")
    }
    guard let text = await Session().definition(of: table) else {
      Console.error(
        "there is no script for `\(TerminalText.escaped(table))`; there are \(Session.domainTables.joined(separator: ", "))\n"
      )
      throw Failure.query
    }
    Console.out(text)
  }
}
