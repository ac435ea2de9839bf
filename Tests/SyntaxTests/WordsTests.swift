import IbidSyntax
import Testing

/// The table of words is sound.
struct WordsTests {
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
