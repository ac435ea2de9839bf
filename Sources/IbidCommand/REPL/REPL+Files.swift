import FoundationEssentials
import Ibid

extension REPL {
  private static let mostNestedFiles = 16

  /// Runs what a file holds as if it were typed; false if it ends the session. Mistakes are printed, and the next
  /// statement runs all the same.
  mutating func read(file path: String, isOptional: Bool) async -> Bool {
    guard readDepth < Self.mostNestedFiles else {
      fail("files read each other without end", try: "leave out the `.read` in \(path)")
      return true
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      if !isOptional { fail("`\(path)` cannot be read", try: "a path such as morning.ibid") }
      return true
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      fail("`\(path)` is no UTF-8 text", try: "save it as UTF-8")
      return true
    }
    readDepth += 1
    defer { readDepth -= 1 }
    let outer = place
    defer { place = outer }
    var rest = text[...]
    var line = 1
    for piece in Session.statementTexts(of: text) {
      if Interrupts.isPending { return true }
      if let range = rest.firstRange(of: piece) {
        line += rest[..<range.lowerBound].count(where: \.isNewline)
        place = "\(path):\(line)"
        line += piece.count(where: \.isNewline)
        rest = rest[range.upperBound...]
      }
      if await !run(piece: piece) { return false }
    }
    return true
  }
}
