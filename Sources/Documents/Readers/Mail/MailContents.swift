/// The texts of a mail in their order, and the names of what is attached.
struct MailContents {
  struct Text {
    /// UTF-8, lines ending with `\n`.
    var bytes: [UInt8]
    var isHTML: Bool
  }

  private(set) var texts: [Text] = []
  private(set) var attachments: [String] = []
  private(set) var isCutShort = false

  /// Parts in parts; deeper ones are attachments.
  private static let mostDepth = 20

  /// Collects a mail's texts. A stack instead of recursion: what is to be read next lies on top.
  mutating func read(_ mail: MailPart) {
    var open: [(part: MailPart, depth: Int)] = [(mail, 0)]
    while let (part, depth) = open.popLast() {
      let type = part.contentType
      if part.disposition.value == "attachment" {
        attachments.append(part.attachmentName)
      } else if type.value.hasPrefix("multipart/"), let boundary = type.parameter("boundary"), depth < Self.mostDepth {
        let (bodies, isComplete) = part.parts(boundary: boundary)
        if !isComplete { isCutShort = true }
        let parts = Self.shown(bodies.map { MailPart($0) }, of: type.value)
        open += parts.reversed().map { ($0, depth + 1) }
      } else if let text = Self.text(of: part) {
        texts.append(text)
      } else if part.header("content-id") == nil || part.disposition.parameter("filename") == nil {
        // Pictures inside the text have an id.
        attachments.append(part.attachmentName)
      }
    }
  }

  /// The parts that a mail program shows: one of alternatives, the first of a page and its pictures, else all.
  private static func shown(_ parts: [MailPart], of type: String) -> [MailPart] {
    switch type {
    case "multipart/alternative":
      let plain = parts.first { part in
        part.contentType.value == "text/plain" && text(of: part)?.bytes.contains { $0 > 0x20 } ?? false
      }
      let page = parts.last { $0.contentType.value == "text/html" || $0.contentType.value.hasPrefix("multipart/") }
      return [plain ?? page ?? parts.first].compactMap { $0 }
    case "multipart/related", "multipart/signed": return Array(parts.prefix(1))
    default: return parts
    }
  }

  /// A part as text; nil for what is none, or a text under a name of its own.
  private static func text(of part: MailPart) -> Text? {
    let type = part.contentType
    guard type.value == "text/plain" || type.value == "text/html" || !type.value.contains("/"),
      part.disposition.parameter("filename") == nil
    else { return nil }
    let bytes = part.decodedBody
    let charset = type.parameter("charset")
    if type.value == "text/html" { return Text(bytes: HTMLCharset.utf8(of: bytes, declared: charset), isHTML: true) }
    let declared = charset.flatMap { Charset.utf8(bytes[...], from: $0) }
    // What says it is ASCII and is not is mostly UTF-8.
    let isASCII = charset.map { $0.lowercased() == "us-ascii" } ?? true
    let text = isASCII && Charset.isUTF8(bytes[...]) ? Charset.repaired(bytes[...]) : declared
    return Text(bytes: unixLines(text ?? Charset.windows1252(bytes[...])), isHTML: false)
  }

  private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() where byte != 0x0D || index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
      result.append(byte)
    }
    return result
  }
}
