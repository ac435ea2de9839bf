import IbidExtraction
import TestSupport
import Testing

/// The sentences of all tests of rules, broken in two at a space: a rule that looks past the ends of its sentence would find there what
/// it wants, or trap.
@Suite struct BrokenLinesTests {
  /// Texts between quotation marks in the sources of these tests.
  private static func sentences(in source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
        .filter { $0.contains(" ") && !$0.contains("\\") && $0.utf8.count < 400 }
    }
  }

  /// Each space in turn is a line break.
  private static func broken(_ sentence: String) -> [String] {
    sentence.indices.filter { sentence[$0] == " " }.map { space in
      sentence[..<space] + "\n" + sentence[sentence.index(after: space)...]
    }
  }

  @Test(arguments: PackageFolder.files(below: "Tests/ExtractionTests", ending: ".swift"))
  func rulesStayInTheirSentence(_ file: String) throws {
    let source = try #require(PackageFolder.text(of: file))
    let lines = Self.sentences(in: source).flatMap(Self.broken)
    for start in stride(from: 0, to: lines.count, by: 50) {
      let text = lines[start..<min(start + 50, lines.count)].joined(separator: "\n")
      let found = findings(text, published: "2024-05-15")
      let spans =
        found.money.map(\.span) + found.figures.map(\.span) + found.dates.map(\.span) + found.mentions.map(\.span)
      for span in spans {
        let words = words(text, span)
        #expect(!words.contains("\n"), "\(words)")
      }
    }
  }
}
