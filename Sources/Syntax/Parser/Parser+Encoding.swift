package import IbidSource

extension Parser {
  /// The first byte of a text that is not UTF-8, as a mistake; nil if the text is UTF-8 throughout.
  ///
  /// To be asked of what comes from a file or a pipe before it is parsed. In a text of another encoding every letter with
  /// an accent would be a mistake of its own, and one in a comment would be none.
  package static func encodingMistake(in source: SourceText) -> Diagnostic? {
    if String(validating: source.bytes, as: UTF8.self) != nil { return nil }
    var offset = 0
    while offset < source.bytes.count, let (_, length) = decodeScalar(source.bytes, at: offset) { offset += length }
    return SyntaxDiagnostic.invalidUTF8(at: ByteSpan(offset, min(offset + 1, source.bytes.count)))
  }
}
