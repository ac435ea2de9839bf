import Ibid
import Testing

/// What a document holds never steers a terminal, by whichever way it gets there.
struct TerminalTextTests {
  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1B}[2J"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{AD}b", "a\\u{AD}b"), ("\u{E0041}", "\\u{E0041}"),
    ("\u{FFF9}", "\\u{FFF9}"), ("two\nlines", "two\nlines"), ("é 日本", "é 日本"),
  ])
  func escapes(text: String, shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }
}
