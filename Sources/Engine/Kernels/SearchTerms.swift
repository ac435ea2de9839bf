import IbidColumns
import IbidPlan

/// Words of texts as a search compares them.
enum SearchTerms {
  /// The folded words of a text, in order, repeats included.
  static func words(of text: ArraySlice<UInt8>) -> [String] {
    let folded = TextFold.fold(text)
    var words: [String] = []
    var start = 0
    var position = 0
    while position < folded.count {
      let byte = folded[position]
      var width = 1
      var isPart = false
      if byte < 0x80 {
        isPart = TextWords.isWord(Unicode.Scalar(byte))
      } else {
        // Folding gives valid UTF-8: the lead byte tells the length.
        width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let scalar = String(decoding: folded[position..<min(position + width, folded.count)], as: UTF8.self)
          .unicodeScalars.first
        isPart = scalar.map(SearchWord.isPart) ?? false
      }
      if !isPart {
        if start < position { words.append(String(decoding: folded[start..<position], as: UTF8.self)) }
        start = position + width
      }
      position += width
    }
    if start < folded.count { words.append(String(decoding: folded[start...], as: UTF8.self)) }
    return words
  }

  /// The different words of a query, in order.
  static func distinct(_ query: String) -> [String] {
    var seen: Set<String> = []
    return words(of: Array(query.utf8)[...]).filter { seen.insert($0).inserted }
  }

  /// The index of a dictionary, made by the first search that needs it.
  static func index(_ dictionary: TextDictionary, _ parallel: Parallel) throws(EngineError) -> TermIndex {
    try dictionary.termIndex { (dictionary) throws(EngineError) -> TermIndex in
      var builder = TermIndexBuilder()
      for code in 0..<dictionary.count {
        // A text may be a page long.
        if code & 63 == 0, parallel.isStopped { throw .cancelled }
        builder.append(words(of: dictionary.bytes[dictionary.range(code)]))
      }
      let index = builder.finish()
      if parallel.isStopped { throw .cancelled }
      return index
    }
  }
}
