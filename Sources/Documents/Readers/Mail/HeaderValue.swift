/// A header of a value and parameters (RFC 2045, RFC 2231): `text/plain; charset="utf-8"`.
struct HeaderValue: Sendable {
  /// In lower case, without parameters.
  private(set) var value: String
  private var parameters: [(name: String, value: String)] = []

  private static let mostParameters = 100

  init(_ header: String) {
    var pieces = Self.split(header)
    value = pieces.isEmpty ? "" : Self.trimmed(pieces.removeFirst()).lowercased()
    for piece in pieces.prefix(Self.mostParameters) {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = Self.trimmed(String(piece[..<equals])).lowercased()
      parameters.append((name, Self.unquoted(String(piece[piece.index(after: equals)...]))))
    }
  }

  /// A parameter, in pieces (`name*0`) or encoded (`name*=utf-8''…`) as it may be.
  func parameter(_ name: String) -> String? {
    if let plain = parameters.first(where: { $0.name == name }) { return HeaderText.decoded(plain.value) }
    if let encoded = parameters.first(where: { $0.name == name + "*" }) { return Self.percentDecoded(encoded.value) }
    var joined = ""
    var isEncoded = false
    for place in 0..<Self.mostParameters {
      let key = "\(name)*\(place)"
      guard let piece = parameters.first(where: { $0.name == key || $0.name == key + "*" }) else { break }
      joined += piece.value
      isEncoded = isEncoded || piece.name.hasSuffix("*")
    }
    return joined.isEmpty ? nil : isEncoded ? Self.percentDecoded(joined) : joined
  }

  /// Cuts at semicolons outside quotation marks.
  private static func split(_ header: String) -> [String] {
    var pieces: [String] = [""]
    var isQuoted = false
    for character in header {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  /// `utf-8'en'na%C3%AFve` is `naïve`.
  private static func percentDecoded(_ text: String) -> String {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let bytes = Array((parts.count == 3 ? parts[2] : text[...]).utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        output.append(value)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    let charset = parts.count == 3 ? String(parts[0]) : "utf-8"
    return String(decoding: Charset.utf8(output[...], from: charset) ?? output, as: UTF8.self)
  }

  private static func unquoted(_ text: String) -> String {
    let text = trimmed(text)
    guard text.hasPrefix("\"") else { return text }
    return String(text.dropFirst().prefix { $0 != "\"" })
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
