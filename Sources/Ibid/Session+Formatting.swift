import IbidSource
import IbidSyntax

extension Session {
  /// A script laid out anew, as `ibid fmt` does it.
  ///
  /// Comments stay, the meaning stays, and a text that is formatted already comes back as it is. `name` is what
  /// messages call the script. Throws the mistakes of a script that cannot be read; names and types are not looked at.
  public nonisolated static func formatted(_ text: String, name: String = "query") throws(QueryError) -> String {
    try formatted(SourceText(name: name, text))
  }

  /// The same of the bytes of a file; throws an error of kind input/output where they are not UTF-8.
  public nonisolated static func formatted(_ bytes: [UInt8], name: String) throws(QueryError) -> String {
    let source = SourceText(name: name, bytes: bytes)
    if let mistake = Parser.encodingMistake(in: source) {
      throw QueryError([mistake], in: source, kind: .inputOutput)
    }
    return try formatted(source)
  }

  private nonisolated static func formatted(_ source: SourceText) throws(QueryError) -> String {
    let formatted = Formatter.format(source)
    guard let text = formatted.text else { throw QueryError(formatted.diagnostics, in: source) }
    return text
  }
}
