import IbidSyntax
import Testing

import class Foundation.FileManager
import struct Foundation.URL

/// The words of `grammar/ibid.ebnf` are those of the table.
struct GrammarTests {
  /// Everything between double quotes in the productions, comments aside.
  private func quotedWords() throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try #require(FileManager.default.contents(atPath: root.appendingPathComponent("grammar/ibid.ebnf").path))
    let text = String(decoding: data, as: UTF8.self)
    let lexical = try #require(text.range(of: "(* Tokens:"))
    var words: Set<String> = []
    var isInComment = false
    for line in text[..<lexical.lowerBound].split(separator: "\n") {
      if line.hasPrefix("(*") { isInComment = true }
      if !isInComment {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        for index in stride(from: 1, to: parts.count, by: 2) { words.insert(String(parts[index])) }
      }
      if line.hasSuffix("*)") { isInComment = false }
    }
    return words.filter { $0.allSatisfy(\.isLetter) }
  }

  @Test func wordsAreThoseOfTheTable() throws {
    let written = try quotedWords()
    let rules: Set<String> = ["rule", "dict", "overlap"]
    var known = Set(Words.reserved + Words.statements.map(\.word) + Words.steps.map(\.word) + Words.joinKinds)
    known.formUnion(Words.soft + Words.types)
    let scales: Set<String> = ["thousand", "million", "billion", "trillion"]
    #expect(written.subtracting(known).sorted() == [])
    #expect(known.subtracting(written).subtracting(rules).subtracting(scales).sorted() == [])
  }

  @Test func tableHasNoWordTwice() {
    for words in [
      Words.reserved, Words.statements.map(\.word), Words.steps.map(\.word), Words.soft, Words.foreign.map(\.word),
    ] {
      #expect(Set(words).count == words.count)
    }
    for foreign in Words.foreign { #expect(!Words.isStep(foreign.word), "\(foreign.word)") }
  }

  @Test func replacementsAreOurWords() {
    for foreign in Words.foreign {
      if let ours = foreign.replacement { #expect(Words.isStep(ours), "\(foreign.word)") }
    }
    for foreign in Words.foreignTypes { #expect(Words.types.contains(foreign.ours)) }
  }
}
