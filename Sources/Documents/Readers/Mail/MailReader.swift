import IbidSource

/// Reads e-mails (RFC 5322 and MIME, RFC 2045–2049): headers, and the text that a mail program would show.
///
/// Of alternatives the plain one is read, unless it is empty. Attachments are named in a warning and not read. Quoted
/// replies stay, as quotations.
struct MailReader: DocumentReader {
  static let endings = ["eml"]

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer {
    let mail = MailPart(file.bytes[...])
    guard !mail.headers.isEmpty else {
      throw ReadingProblem(
        .damaged, "does not begin with the headers of an e-mail; save it as .eml from a mail program")
    }
    var contents = MailContents()
    contents.read(mail)
    var writer = LayerWriter()
    Self.state(mail, in: &writer)
    if !contents.attachments.isEmpty { writer.warn(.attachments, Self.warning(about: contents.attachments)) }
    if contents.isCutShort { writer.warn(.incomplete, "ends before its last part does; what is there is loaded") }
    for text in contents.texts { Self.write(text, to: &writer) }
    return writer.finish(name: file.path)
  }

  private static func state(_ mail: MailPart, in writer: inout LayerWriter) {
    writer.state("title", mail.text(of: "subject"))
    writer.state("date", mail.text(of: "date"))
    writer.state("organisation", mail.text(of: "organization") ?? mail.text(of: "organisation"))
    let sender = mail.header("from").map(MailAddress.init)
    writer.state("from", sender?.name ?? sender?.address)
    writer.state("address", sender?.name == nil ? nil : sender?.address)
    writer.state("to", mail.text(of: "to"))
  }

  private static func warning(about names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return names.count == 1
      ? "has an attachment, \(shown), which is not read; save it beside the mail to load it"
      : "has \(names.count) attachments, \(shown), which are not read; save them beside the mail to load them"
  }

  private static func write(_ text: MailContents.Text, to writer: inout LayerWriter) {
    if text.isHTML {
      let tree = MarkupTree(html: text.bytes)
      HTMLReader.warn(of: tree, in: &writer)
      HTMLBlocks(tree: tree, content: MainContent(all: tree)).write(to: &writer)
    } else {
      writer.plain(text.bytes)
    }
  }
}

/// The sender of a mail.
struct MailAddress {
  /// The name before or after the address; nil where only an address stands.
  private(set) var name: String?
  private(set) var address: String?

  /// Reads the first address of a header: `Home Office <press@example.org>`, `press@example.org (Home Office)`.
  init(_ header: String) {
    if let open = header.firstIndex(of: "<") {
      address = String(header[header.index(after: open)...].prefix { $0 != ">" })
      name = Self.plain(header[..<open])
    } else if let open = header.firstIndex(of: "(") {
      address = Self.plain(header[..<open])
      name = Self.plain(header[header.index(after: open)...].prefix { $0 != ")" })
    } else {
      address = Self.plain(header.prefix { $0 != "," })
    }
  }

  /// Without quotation marks and spaces around it, encoded words decoded; nil for nothing.
  private static func plain(_ text: some StringProtocol) -> String? {
    let bytes = HeaderText.decoded(String(text)).utf8.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    let view = TextView(bytes: Array(bytes))
    let name = view.collapsed(ByteSpan(0, view.count))
    return name.isEmpty ? nil : name
  }
}
