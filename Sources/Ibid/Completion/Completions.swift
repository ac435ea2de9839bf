/// What a half-typed word may become.
public struct Completions: Sendable {
  public struct Candidate: Sendable, Hashable {
    /// What to write instead of the word.
    public let text: String
    /// What it is, in a few words: a type, a signature, a summary.
    public let detail: String
    public init(text: String, detail: String) {
      self.text = text
      self.detail = detail
    }
  }

  /// UTF-8 bytes of the text that a candidate replaces: from the start of the word to the cursor.
  public let replaces: Range<Int>
  /// Likeliest first.
  public let candidates: [Candidate]
  public init(replaces: Range<Int>, candidates: [Candidate]) {
    self.replaces = replaces
    self.candidates = candidates
  }
}

extension Session {
  /// What the word before the cursor (a UTF-8 offset) may become.
  public func completions(for text: String, cursor: Int) -> Completions? {
    vocabulary.completions(for: text, cursor: cursor)
  }
}

extension Vocabulary {
  /// What the word before the cursor (a UTF-8 offset) may become.
  ///
  /// The statement is checked as far as it is written, so that columns are those which the step at the cursor sees, with
  /// their types. Inside of quotes the values of the column that the text is compared with are offered; nil means that the
  /// cursor stands in a comment, or in quotes of which nothing is known.
  ///
  /// `files` lists what a path that was begun may become, for `load "`; without it there is nothing for paths.
  public func completions(
    for text: String, cursor: Int, files: (String) -> [Completions.Candidate] = { _ in [] }
  ) -> Completions? {
    let bytes = Array(text.utf8)
    guard let context = CompletionContext(bytes, cursor: min(max(0, cursor), bytes.count)) else { return nil }
    let candidates: [Completions.Candidate]
    if context.isInQuotes {
      candidates = quoted(context, files)
      if candidates.isEmpty { return nil }
    } else {
      candidates = words(context)
    }
    let typed = context.word.lowercased()
    var seen: Set<String> = []
    let matching = candidates.filter {
      $0.text.lowercased().hasPrefix(typed) && seen.insert($0.text).inserted
    }
    return Completions(replaces: context.start..<context.cursor, candidates: matching)
  }
}
