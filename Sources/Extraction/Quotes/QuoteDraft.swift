/// A quotation before its speaker is known by name.
struct QuoteDraft {
  var tokens: Range<Int>
  var form: QuoteForm
  /// The words that ascribe it; those at its first part for the part after "she said".
  var cue: Attribution?
  var isContinued = false
}
