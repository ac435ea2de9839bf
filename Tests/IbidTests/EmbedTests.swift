import Foundation
import TestSupport
import Testing

/// The example of a program with Ibid inside, built and run as its reader would.
@Suite struct EmbedTests {
  /// A first build takes minutes, so it runs with `make soak`, or where `IBID_EMBED` is set.
  @Test(
    .enabled("IBID_EMBED is not set: `make soak` builds the example") {
      ProcessInfo.processInfo.environment["IBID_EMBED"] != nil
    },
    .enabled("`swift` is not on the path") { Tool.swift != nil }, .timeLimit(.minutes(15)))
  func theExampleBuildsAndPrints() async throws {
    let swift = try #require(Tool.swift)
    // A scratch folder of its own: the outer `swift test` holds the lock of the usual one.
    let arguments = [
      "run", "--package-path", "examples/embed", "--scratch-path", root + "/.build/embed", "embed", "examples/corpus",
    ]
    let run = try await Tool.run(swift, arguments, in: root)
    #expect(run.status == 0, "\(run.errors)")
    let expected = examples + "/embed/expected.txt"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try run.output.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try String(contentsOfFile: expected, encoding: .utf8)))
  }
}

/// A program run to its end.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  static let swift: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
    $0 + "/swift"
  }
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Both streams go to files, so that neither fills up while the other is read.
  static func run(_ program: String, _ arguments: [String], in folder: String) async throws -> Tool {
    let streams = try TemporaryFolder()
    let files = try ["output", "errors"].map { try streams.file($0) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    // What the outer run tells its children is not meant for another build.
    process.environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("SWIFTPM_") && !$0.key.hasPrefix("SWIFT_TESTING")
    }
    let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Tool(status: status, output: texts[0], errors: texts[1])
  }
}
