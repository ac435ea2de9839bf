import Foundation
public import Ibid

/// A script in `Tests/Golden` and what it must print.
///
/// The script runs on `examples/corpus` as `ibid run --keep-going` would run it; both streams go to `NAME.expected`, each
/// statement's text in front of what it gave. Lines at the top of the script that start with `#:` set the stage:
///
///     #: session                  blocks between blank lines are typed one after the other, as at the prompt
///     #: empty                    nothing is loaded
///     #: given since = 2024-03    a parameter's value, as `--param` gives it
///     #: library                  the text is given to `Session.prepare`
public struct Golden: Sendable, CustomStringConvertible {
  /// `steps/where`
  public let name: String
  public let script: String
  /// What the lines that start with `#:` say.
  private let settings: [String]

  /// A script with the settings of its first lines, and further ones.
  public init(name: String, script: String, settings: [String] = []) {
    self.name = name
    self.script = script
    self.settings =
      settings
      + script.split(separator: "\n").prefix { $0.hasPrefix("#:") }.map {
        $0.dropFirst(2).trimmingCharacters(in: .whitespaces)
      }
  }

  public static let folder = "Tests/Golden"

  /// Every script below `Tests/Golden`.
  public static let all: [Golden] = PackageFolder.files(below: folder, ending: ".ibid").compactMap { file in
    guard let script = PackageFolder.text(of: file) else { return nil }
    return Golden(name: String(file.dropFirst(folder.count + 1).dropLast(".ibid".count)), script: script)
  }

  public var expectedFile: String { Self.folder + "/" + name + ".expected" }
  public var description: String { name }

  /// `UPDATE_GOLDEN=1` rewrites what is expected.
  public static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil }

  /// A difference to what is expected, for people; nil if there is none.
  public func check() async throws -> String? {
    let output = try await run()
    if Self.isUpdating {
      if PackageFolder.text(of: expectedFile) != output { try PackageFolder.write(output, to: expectedFile) }
      return nil
    }
    guard let expected = PackageFolder.text(of: expectedFile) else {
      return "\(expectedFile) is missing: UPDATE_GOLDEN=1 writes it. It would hold:\n\(output)"
    }
    return expected == output ? nil : "\(name) prints something else\n" + Self.difference(expected, output)
  }

  /// Runs the script and gives all that is printed.
  public func run() async throws -> String {
    let session = settings.contains("empty") ? Session() : try await Corpus.session()
    for setting in settings where setting.hasPrefix("given ") {
      let parts = setting.dropFirst("given ".count).split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.count == 2 { await session.set(parameter: parts[0], to: .text(parts[1])) }
    }
    if settings.contains("library") {
      do {
        return try await session.prepare(QueryText(script)).run().text(.box)
      } catch {
        return error.rendered()
      }
    }
    var transcript = Transcript(session: session)
    if settings.contains("session") {
      for block in script.components(separatedBy: "\n\n") {
        await transcript.run(block, name: "session", interactive: true)
      }
    } else {
      await transcript.run(script, name: name + ".ibid")
    }
    return transcript.text
  }

  /// The first lines that differ, with what is around them.
  private static func difference(_ expected: String, _ found: String) -> String {
    let old = expected.components(separatedBy: "\n")
    let new = found.components(separatedBy: "\n")
    let first = zip(old, new).prefix { $0 == $1 }.count
    func shown(_ lines: [String], _ mark: String) -> String {
      lines[max(0, min(first, lines.count) - 2)..<min(lines.count, first + 8)].map { mark + $0 }.joined(separator: "\n")
    }
    return "from line \(first + 1)\n" + shown(old, "- ") + "\n" + shown(new, "+ ")
  }
}

/// The example documents, loaded once for all tests of a process.
public enum Corpus {
  private static let loaded = Task<Session, any Error> {
    PackageFolder.enter()
    let session = Session()
    try await session.load(documents: ["examples/corpus"])
    try await session.fillTablesOfRules()
    return session
  }

  /// A session of one's own over the examples.
  public static func session() async throws -> Session { try await loaded.value.sharingTables() }
}

extension Session {
  /// Runs the rules that come with Ibid, once for all sessions that share its tables.
  public func fillTablesOfRules() async throws {
    let script = await prepare(script: Session.domainTables.map { "\($0) | count" }.joined(separator: "\n"))
    for statement in script.statements { _ = try await run(statement, of: script) }
  }
}
