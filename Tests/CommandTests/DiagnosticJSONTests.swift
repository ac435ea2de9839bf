import Foundation
import TestSupport
import Testing

/// `--diagnostics json`: messages that a program can read, from every command that has some.
@Suite struct DiagnosticJSONTests {
  struct Message: Decodable {
    struct Edit: Decodable {
      let start: Int
      let end: Int
      let replacement: String
    }
    struct Suggestion: Decodable {
      let text: String
      let edit: Edit?
    }
    struct Label: Decodable {
      let text: String
      let start: Int
      let end: Int
    }
    let id: String
    let severity: String
    let message: String
    let reason: String?
    let file: String?
    let start: Int?
    let end: Int?
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let labels: [Label]
    let suggestions: [Suggestion]
  }

  /// Every line that starts with `{"id":` is one object.
  private static func messages(in output: BuiltCommand.Output) throws -> [Message] {
    try output.error.split(separator: "\n").filter { $0.hasPrefix("{\"id\":") }.map {
      try JSONDecoder().decode(Message.self, from: Data($0.utf8))
    }
  }

  @Test func checkReportsEveryMistakeAsData() throws {
    let folder = try TemporaryFolder()
    let text = "# “Ünïcode” before it\ndocuments | wher title has \"a\"\nmoney | where amout > £1m | take 3\n"
    let script = try folder.file("two.ibid", text)
    let output = try BuiltCommand.run("check", script.path, "--diagnostics", "json", "--quiet")
    let found = try Self.messages(in: output)
    #expect(output.code == 1 && output.out.isEmpty)
    #expect(output.error.split(separator: "\n").count == 2, "nothing but messages: \(output.error)")
    #expect(found.map(\.id) == ["unknown-step", "unknown-column"])
    let second = try #require(found.last)
    #expect(second.severity == "error" && second.file == script.path && second.reason?.contains("`amount`") == true)
    #expect(second.line == 3 && second.column == 15 && second.endLine == 3 && second.endColumn == 20)
    #expect(second.labels.map(\.text) == ["no such column"])
    // Doing what the first suggestions say mends the script.
    var bytes = Array(text.utf8)
    for message in found.reversed() {
      let edit = try #require(message.suggestions.first?.edit)
      #expect(
        String(decoding: bytes[edit.start..<edit.end], as: UTF8.self)
          == (message.id == "unknown-step" ? "wher" : "amout"))
      bytes.replaceSubrange(edit.start..<edit.end, with: Array(edit.replacement.utf8))
    }
    try folder.file("two.ibid", String(decoding: bytes, as: UTF8.self))
    #expect(try BuiltCommand.run("check", script.path).code == 0)
  }

  @Test(arguments: [
    (["-c", "documents | wher x"], "unknown-step"), (["-c", "9_223_372_036_854_775_807 + 1"], "overflow"),
    (["-c", "2", "/nowhere/at/all"], "missing-file"), (["run", "/nowhere.ibid"], "missing-file"),
    (["check", "/nowhere.ibid"], "missing-file"), (["-c", "2", "--output", "/nowhere/at/all"], "write-failed"),
  ])
  func everyCommandHasIt(_ arguments: [String], _ id: String) throws {
    let output = try BuiltCommand.run(arguments + ["--diagnostics", "json"])
    #expect(try Self.messages(in: output).map(\.id) == [id], "\(output)")
    #expect(!output.error.contains("error["))
  }

  @Test func textIsTheDefault() throws {
    #expect(try BuiltCommand.run("-c", "documents | wher x").error.hasPrefix("error[unknown-step]"))
    #expect(try BuiltCommand.run("-c", "2", "--diagnostics", "xml").code == 2)
  }
}
