import IbidDocuments

/// Finds quotations without marks: paragraphs after "X said:", and a paragraph above "– X".
///
/// They end at a heading, a list, the next cue, or where somebody tells of the speakers again; one voice that goes on in
/// "we" and "I" is followed, narration is not.
struct BlockQuoteReader {
  let document: DocumentPart
  let cues: CueReader
  private var tokens: Tokens { cues.tokens }

  init(document: DocumentPart, cues: CueReader) {
    self.document = document
    self.cues = cues
  }

  func drafts(outside stretches: [QuotedStretch]) -> [QuoteDraft] {
    var quoted = Array(repeating: false, count: document.paragraphs.count)
    for stretch in stretches { for paragraph in stretch.paragraphs { quoted[paragraph] = true } }
    var drafts: [QuoteDraft] = []
    var index = 0
    while index < document.paragraphs.count {
      defer { index += 1 }
      let range = document.paragraphs[index].tokens
      guard !range.isEmpty else { continue }
      if isBlockPart(index, isFirst: false, quoted), document.paragraphs[index].kind != .heading,
        let cue = cues.signature(ofParagraph: index + 1, document)
      {
        drafts.append(QuoteDraft(tokens: range, form: .block, cue: cue))
        continue
      }
      guard tokens.isSymbol(range.upperBound - 1, ":"), document.paragraphs[index].kind != .bullet,
        index + 1 < quoted.count, isBlockPart(index + 1, isFirst: true, quoted), let cue = cue(in: range)
      else { continue }
      let first = index + 1
      var last = first
      while last + 1 < document.paragraphs.count, isBlockPart(last + 1, isFirst: false, quoted),
        goesOn(last + 1, quoted)
      {
        last += 1
      }
      let span = document.paragraphs[first].tokens.lowerBound..<document.paragraphs[last].tokens.upperBound
      drafts.append(QuoteDraft(tokens: span, form: .block, cue: cue))
      index = last
    }
    return drafts
  }

  /// The cue of a paragraph that ends in a colon, if its verb ends the paragraph: "Speaking there, X said that day:".
  private func cue(in range: Range<Int>) -> Attribution? {
    let sentence = cues.narration.sentenceStart(before: range.upperBound - 1, from: range.lowerBound)..<range.upperBound
    guard let cue = cues.cue(in: sentence, isBefore: true), cue.bounds.upperBound >= range.upperBound - 25 else {
      return nil
    }
    return cue
  }

  private func isBlockPart(_ index: Int, isFirst: Bool, _ quoted: [Bool]) -> Bool {
    let paragraph = document.paragraphs[index]
    guard paragraph.kind == .paragraph || paragraph.kind == .quote, !quoted[index], paragraph.tokens.count >= 4 else {
      return false
    }
    return isFirst || !tokens.isSymbol(paragraph.tokens.upperBound - 1, ":")
  }

  /// Whether a later paragraph is still the speaker's: it says "I" or "we", or the next one does.
  private func goesOn(_ index: Int, _ quoted: [Bool]) -> Bool {
    if hasFirstPerson(index) { return true }
    return index + 1 < document.paragraphs.count && isBlockPart(index + 1, isFirst: false, quoted)
      && hasFirstPerson(index + 1)
  }

  private func hasFirstPerson(_ index: Int) -> Bool {
    document.paragraphs[index].tokens.contains { i in
      guard tokens.isWord(i) else { return false }
      switch tokens.entry(i).spelling {
      case "i", "we", "our", "my", "ourselves", "myself": return !tokens.isSymbol(i + 1, ".")
      case "us": return !tokens.isCapital(i)
      default: return false
      }
    }
  }
}
