import IbidSource

/// Phrases that a line may begin with, each with what it means.
///
/// Case is ignored for ASCII letters; phrases are written in lower case. A phrase fits only where a word ends. Looking one
/// up costs a few comparisons, as phrases are kept by their first byte.
struct PhraseTable<Meaning: Sendable>: Sendable {
  struct Match {
    var meaning: Meaning
    /// Offset after the phrase.
    var end: Int
  }

  private var byFirstByte: [[(words: [UInt8], meaning: Meaning)]]

  init(_ phrases: [(String, Meaning)]) {
    byFirstByte = Array(repeating: [], count: 256)
    for (words, meaning) in phrases {
      guard let first = words.utf8.first else { continue }
      byFirstByte[Int(first)].append((Array(words.utf8), meaning))
    }
    for index in byFirstByte.indices { byFirstByte[index].sort { $0.words.count > $1.words.count } }
  }

  /// What a span begins with, the longest phrase first.
  func matches(at span: ByteSpan, in view: TextView) -> [Match] {
    guard !span.isEmpty else { return [] }
    let phrases = byFirstByte[Int(Characters.lowered(view.bytes[span.lower]))]
    return phrases.isEmpty ? [] : phrases.compactMap { match($0, at: span, in: view) }
  }

  func longest(at span: ByteSpan, in view: TextView) -> Match? {
    guard !span.isEmpty else { return nil }
    let first = Int(Characters.lowered(view.bytes[span.lower]))
    for index in byFirstByte[first].indices {
      if let match = match(byFirstByte[first][index], at: span, in: view) { return match }
    }
    return nil
  }

  private func match(_ phrase: (words: [UInt8], meaning: Meaning), at span: ByteSpan, in view: TextView) -> Match? {
    let end = span.lower + phrase.words.count
    guard end <= span.upper, view.starts(with: phrase.words, at: span.lower) else { return nil }
    let isWordEnd =
      end == span.upper || !Characters.isWord(view.scalar(at: end).value)
      || !Characters.isWord(view.scalar(before: end).value)
    return isWordEnd ? Match(meaning: phrase.meaning, end: end) : nil
  }
}
