/// Finds the character set of a page: byte order mark, then what its `<meta>` says, then what its bytes look like.
enum HTMLCharset {
  /// Bytes in which browsers look for a declaration.
  private static let prefix = 1024

  /// The page in UTF-8. `declared` is what a header around the page says, as in a mail.
  static func utf8(of bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    if let mark = Charset.marked(bytes) {
      return Charset.utf8(bytes[mark.length...], from: mark.name) ?? Charset.repaired(bytes[...])
    }
    if let name = declared ?? self.declared(in: bytes), let text = Charset.utf8(bytes[...], from: name) {
      // A page that says it is UTF-16 in words of one byte each is not.
      return name.lowercased().hasPrefix("utf-16") ? undeclared(bytes) : text
    }
    return undeclared(bytes)
  }

  /// Without a word about it: UTF-8 where all bytes are, else windows-1252.
  private static func undeclared(_ bytes: [UInt8]) -> [UInt8] {
    Charset.isUTF8(bytes[...]) ? Charset.repaired(bytes[...]) : Charset.windows1252(bytes[...])
  }

  /// The value after `charset=` (or `encoding=` of an XML declaration) near the top.
  private static func declared(in bytes: [UInt8]) -> String? {
    let text = TextView(bytes: Array(bytes.prefix(prefix)))
    for offset in 0..<text.count {
      for word in ["charset", "encoding"] where text.starts(with: word, at: offset) {
        var place = text.skipSpace(from: offset + word.utf8.count, to: text.count)
        guard place < text.count, text.bytes[place] == UInt8(ascii: "=") else { continue }
        place = text.skipSpace(from: place + 1, to: text.count)
        let name = text.bytes[place...].drop { $0 == 0x22 || $0 == 0x27 }.prefix {
          Characters.isWord(UInt32($0)) && $0 < 0x80 || "-_.:".utf8.contains($0)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}
