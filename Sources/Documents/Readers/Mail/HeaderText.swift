/// Decodes encoded words in headers (RFC 2047): `=?UTF-8?Q?Sch=C3=B6n?=` is `Schön`.
enum HeaderText {
  static func decoded(_ header: String) -> String {
    let bytes = Array(header.utf8)
    var output: [UInt8] = []
    /// Neighbouring words of one set are decoded together, as programs cut letters of several bytes in two.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      guard let word = pending else { return }
      output += Charset.utf8(word.bytes[...], from: word.charset) ?? Charset.repaired(word.bytes[...])
      pending = nil
    }
    var offset = 0
    while offset < bytes.count {
      if let word = word(bytes, at: offset) {
        if pending?.charset == word.charset {
          pending?.bytes += word.bytes
        } else {
          flush()
          pending = (word.charset, word.bytes)
        }
        offset = word.end
        // Space between two words belongs to neither.
        var next = offset
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next > offset, Self.word(bytes, at: next) != nil { offset = next }
      } else {
        flush()
        output.append(bytes[offset])
        offset += 1
      }
    }
    flush()
    return String(decoding: output, as: UTF8.self)
  }

  /// RFC 2047 allows 75 characters; programs write more.
  private static let longestWord = 2000

  private static func word(_ bytes: [UInt8], at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
    let question = UInt8(ascii: "?")
    guard start + 6 < bytes.count, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == question else { return nil }
    let limit = min(bytes.count, start + longestWord)
    guard let first = bytes[(start + 2)..<limit].firstIndex(of: question), first + 2 < limit,
      bytes[first + 2] == question,
      let last = bytes[(first + 3)..<limit].firstIndex(of: question), last + 1 < bytes.count,
      bytes[last + 1] == UInt8(ascii: "=")
    else { return nil }
    // A language may follow the set: `utf-8*en`.
    let charset = String(decoding: bytes[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    let text = bytes[(first + 3)..<last]
    switch Characters.lowered(bytes[first + 1]) {
    case UInt8(ascii: "b"): return (charset, TransferEncoding.base64(text), last + 2)
    case UInt8(ascii: "q"):
      let spaced = text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      return (charset, TransferEncoding.quotedPrintable(spaced[...]), last + 2)
    default: return nil
    }
  }
}
