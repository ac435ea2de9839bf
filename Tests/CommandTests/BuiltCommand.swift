import Foundation
import TestSupport

/// The `ibid` that was built with these tests, and a way to run it.
enum BuiltCommand {
  struct Output {
    var code: Int32
    var out: String
    var error: String
  }

  /// Beside the test bundle.
  static let path: String = {
    let bundle = Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("ibid").path)
    {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appendingPathComponent("ibid").path
  }()

  static func run(_ arguments: String..., input: String = "") throws -> Output { try run(arguments, input: input) }

  static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: whatever is written fits, and nobody waits for a reader.
    let folder = try TemporaryFolder()
    let (out, error, typed) = (try folder.file("out"), try folder.file("error"), try folder.file("in", input))
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = try FileHandle(forReadingFrom: typed)
    try process.run()
    process.waitUntilExit()
    return Output(
      code: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
