import Ibid
import TestSupport
import Testing

/// `docs/values.md`: each row of its tables that begins with an expression in code says what that expression prints.
@Suite struct ValuesPageTests {
  struct Example: Sendable, CustomStringConvertible {
    let expression: String
    let printed: String
    var description: String { expression }
  }

  static let examples: [Example] = (PackageFolder.text(of: "docs/values.md") ?? "").split(separator: "\n").compactMap {
    line in
    guard line.hasPrefix("| `") else { return nil }
    let cells = line.split(separator: "|").map { cell in cell.split(separator: " ").joined(separator: " ") }
    func code(_ cell: String) -> String? {
      cell.count > 2 && cell.hasPrefix("`") && cell.hasSuffix("`") ? String(cell.dropFirst().dropLast()) : nil
    }
    guard cells.count > 1, let expression = code(cells[0]), let printed = code(cells[1]) else { return nil }
    return Example(expression: expression, printed: printed)
  }

  @Test func thePageHasExamples() { #expect(Self.examples.count > 40) }

  @Test(arguments: examples)
  func expressionsPrintWhatThePageSays(_ example: Example) async throws {
    let printed = await Session().printed(example.expression, name: "values")
    #expect(printed.split(separator: "\n").joined(separator: "\n") == example.printed)
  }
}
