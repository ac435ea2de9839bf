import IbidDocuments
import IbidSource
import Testing

@Suite struct RepeatsTests {
  private func copies(_ text: String) -> [String] {
    (read(text).documents.first?.sentences ?? []).map { sentence in
      sentence.copyOf.map { "\(sentence.copy?.rawValue ?? "?") of \($0)" } ?? "-"
    }
  }

  @Test func theFirstPrintingOfAHeadlineIsTheCopy() {
    #expect(
      copies("Boats counted in spring\n\nBOATS COUNTED IN SPRING\n\nSix boats came, and all of them were red.") == [
        "exact of 1", "-", "-",
      ])
  }

  @Test func aTeaserIsCut() {
    let teaser = "Two officers of the harbour counted the boats on the quay and found...Read more"
    let full = "Two officers of the harbour counted the boats on the quay and found six of them, all red."
    #expect(copies(teaser + "\n\n" + full + " None had a name.") == ["cut of 1", "-", "-"])
  }

  @Test func aCaptionPrintedTwice() {
    let caption = "Six red boats lie at the northern quay of the old harbour."
    #expect(copies("All were counted.\n\n\(caption)\n\n\(caption) Photo: Ann Lee") == ["-", "exact of 2", "-", "-"])
  }

  @Test func nearCopiesPointAtTheLater() {
    let first = "Six red boats lie at the northern quay of the old harbour and wait for their owners."
    let second = "Six red boats lie at the northern quay of the old harbour and wait for new owners."
    #expect(copies(first + "\n\n" + second) == ["near of 1", "-"])
  }

  @Test func otherNumbersAreNoCopy() {
    let first = "In 2022 the officers of the old harbour counted 31 red boats at the northern quay."
    let second = "In 2023 the officers of the old harbour counted 47 red boats at the northern quay."
    #expect(copies(first + "\n\n" + second) == ["-", "-"])
  }

  @Test func leadInsAndShortSentencesRepeatByNature() {
    let text =
      "The harbour master of the old town said:\n\nThank you.\n\nThe harbour master of the old town said:\n\nThank you."
    #expect(copies(text) == ["-", "-", "-", "-"])
  }

  @Test func paragraphsAreCopiesWhenAllTheirSentencesAre() {
    let paragraph =
      "Six red boats lie at the northern quay of the harbour. Nobody knows who brought them there in the night."
    let document = read(paragraph + "\n\n" + paragraph).documents.first
    #expect(document?.paragraphs.map(\.copyOf) == [1, nil])
    #expect(document?.paragraphs.first?.copy == .exact)
  }
}
