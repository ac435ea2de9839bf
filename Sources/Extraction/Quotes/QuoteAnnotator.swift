import IbidDocuments
import IbidSource

/// Finds quotations and who speaks them: between marks, in blocks without marks, and in reported speech.
///
/// Rows are in text order and do not overlap: a sentence that holds a quotation in marks is not reported speech as well.
struct QuoteAnnotator {
  let tokens: Tokens
  let document: DocumentPart
  private let cues: CueReader

  /// `names` are all names of the document in text order.
  init(tokens: Tokens, document: DocumentPart, names: [NameReading]) {
    self.tokens = tokens
    self.document = document
    let narration = Narration(tokens: tokens)
    var people = People(names)
    people.learnRoles(
      SpeakerReader(tokens: tokens, narration: narration, people: people), paragraphs: document.paragraphs)
    cues = CueReader(speakers: SpeakerReader(tokens: tokens, narration: narration, people: people))
  }

  func rows() -> [QuoteRow] {
    let stretches = QuoteMarks(tokens: tokens, narration: cues.narration).stretches(in: document)
    var drafts = MarkedQuoteReader(document: document, cues: cues).drafts(stretches)
    if document.kind != .speech {
      drafts += BlockQuoteReader(document: document, cues: cues).drafts(outside: stretches)
      drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    drafts += IndirectSpeechReader(document: document, cues: cues).drafts(
      outside: (drafts.map(\.tokens) + stretches.map(\.tokens)).sorted { $0.lowerBound < $1.lowerBound })
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var resolver = SpeakerResolver(speakers: cues.speakers, drafts: drafts)
    var rows: [QuoteRow] = []
    rows.reserveCapacity(drafts.count)
    for draft in drafts { rows.append(row(draft, draft.cue.map { resolver.resolve($0, of: draft) })) }
    return rows
  }

  private func row(_ draft: QuoteDraft, _ speaker: Speaker?) -> QuoteRow {
    let sentence =
      document.sentences.isEmpty ? 0 : document.sentences[document.sentence(ofToken: draft.tokens.lowerBound)].index
    return QuoteRow(
      document: document.index, sentence: sentence, quote: nil, span: tokens.span(draft.tokens),
      speaker: speaker.map { $0.name ?? $0.text }, speakerKind: speaker.flatMap { $0.name == nil ? nil : $0.kind },
      speakerText: speaker?.text, speakerSpan: draft.cue.map { tokens.span($0.speaker) }, role: speaker?.role,
      verb: draft.cue?.verb.map { tokens.line($0) },
      form: draft.form, isContinued: draft.isContinued)
  }
}
