import Ibid

/// The interactive session.
struct REPL {
  var runner: Runner

  func run() async throws { throw Failure.usage }
}
