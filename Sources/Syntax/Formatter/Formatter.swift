package import IbidSource

/// Lays out a script anew: the text of `Printer`, with the comments and the blank lines of the script.
///
/// The rules, which `docs/reference/command.md` has for users:
///
/// - A line has at most 100 columns where that can be had. What does not fit is broken from the outside in: a pipeline before
///   each `|`, items one a line, `and` and `or` before the operator.
/// - A pipeline that its author wrote on several lines stays on several. All else is decided by what fits.
/// - Every comment stays, in the order of the text; of blank lines between statements one stays.
///
/// Formatting never changes the tree, and formatting twice changes nothing more.
package enum Formatter {
  /// The script laid out anew; nil, with the diagnostics that say why, where it cannot be read.
  package static func format(_ source: SourceText) -> (text: String?, diagnostics: [Diagnostic]) {
    let parsed = Parser.parse(source, mode: .script)
    guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return (nil, parsed.diagnostics) }
    return (layout(parsed.script, of: source), parsed.diagnostics)
  }

  private static func layout(_ script: Script, of source: SourceText) -> String {
    let tokens = Lexer.tokens(of: source).list
    let text = WrittenText(tokens)
    var survey = Printer(text: text)
    _ = survey.script(script)
    var printer = Printer(text: text, comments: survey.comments.filled(from: tokens))
    return printer.script(script).rendered()
  }
}
