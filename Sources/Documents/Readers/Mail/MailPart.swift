/// A mail, or a part of one: headers, an empty line, a body.
struct MailPart: Sendable {
  /// Names in lower case, values unfolded and otherwise as they stand.
  private(set) var headers: [(name: String, value: String)] = []
  private(set) var body: ArraySlice<UInt8>

  /// Bytes of one header; the rest of a longer one is left out.
  private static let longestHeader = 100_000

  init(_ bytes: ArraySlice<UInt8>) {
    var lines = MailLines(bytes)
    body = bytes[bytes.endIndex...]
    var isFirst = true
    while let line = lines.next() {
      let text = bytes[line.text]
      if text.isEmpty {
        body = bytes[line.next...]
        break
      }
      defer { isFirst = false }
      // The line that mailboxes put before each mail.
      if isFirst, text.starts(with: "From ".utf8) { continue }
      if let first = text.first, first == 0x20 || first == 0x09, let last = headers.indices.last {
        if headers[last].value.utf8.count < Self.longestHeader { headers[last].value += Self.string(text) }
      } else if let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
        text[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      {
        let value = text[text.index(after: colon)...].prefix(Self.longestHeader)
        headers.append((Self.string(text[..<colon]).lowercased(), Self.string(value.drop { $0 == 0x20 || $0 == 0x09 })))
      } else {
        // No header: the text begins without an empty line before it.
        body = bytes[line.text.lowerBound...]
        break
      }
    }
  }

  /// The first header of a name (lower case), encoded words and all.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The first header of a name as people read it.
  func text(of name: String) -> String? { header(name).map(HeaderText.decoded) }

  var contentType: HeaderValue { HeaderValue(header("content-type") ?? "text/plain") }
  var disposition: HeaderValue { HeaderValue(header("content-disposition") ?? "") }

  /// The body without its transfer encoding.
  var decodedBody: [UInt8] {
    switch HeaderValue(header("content-transfer-encoding") ?? "").value {
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    case "base64": TransferEncoding.base64(body)
    default: Array(body)
    }
  }

  /// The name of an attachment: of its file, of its type, or what it is.
  var attachmentName: String {
    disposition.parameter("filename") ?? contentType.parameter("name")
      ?? (contentType.value == "message/rfc822" ? "a forwarded mail" : contentType.value)
  }

  /// The parts between the lines of a boundary; whether the last such line is there.
  func parts(boundary: String) -> (parts: [ArraySlice<UInt8>], isComplete: Bool) {
    let mark = Array(("--" + boundary).utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var lines = MailLines(body)
    while let line = lines.next() {
      let text = body[line.text]
      guard text.starts(with: mark) else { continue }
      let rest = text.dropFirst(mark.count)
      let isLast = rest.starts(with: "--".utf8)
      guard isLast || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let start, parts.count < Self.mostParts { parts.append(body[start..<max(start, line.text.lowerBound)]) }
      start = line.next
      if isLast { return (parts, true) }
    }
    if let start, parts.count < Self.mostParts { parts.append(body[start...]) }
    return (parts, false)
  }

  private static let mostParts = 1000

  /// Headers are ASCII, or UTF-8 in newer mails; older programs wrote windows-1252.
  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: Charset.isUTF8(bytes) ? Array(bytes) : Charset.windows1252(bytes), as: UTF8.self)
  }
}

/// The lines of a mail, which end with `\r\n` or `\n`.
struct MailLines {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// The next line without its end, and where the one after it begins.
  mutating func next() -> (text: Range<Int>, next: Int)? {
    guard offset < bytes.endIndex else { return nil }
    let start = offset
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    offset = min(end + 1, bytes.endIndex)
    return (start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end), offset)
  }
}
