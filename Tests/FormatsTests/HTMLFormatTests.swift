import Foundation
import IbidColumns
import IbidTypes
import Testing

@testable import IbidFormats

/// Pages: what they hold, and that nothing of a document becomes more than text in them.
@Suite struct HTMLFormatTests {
  private func page(_ table: Table, _ change: (inout HTMLOptions) -> Void = { _ in }) -> String {
    var options = HTMLOptions()
    change(&options)
    return HTMLFormat(options).text(of: table, references: entityNames)
  }

  private let small = table(
    "t", ("n & m", .int, .int(FixedColumn([1]))), ("note", .text, .text(TextColumn(["x\ny\u{202E}"]))))

  @Test func aTableWithHeadsACaptionAndSources() {
    let text = page(small) { options in
      options.question = "t | take 1"
      options.footer = ["3 possible (2 open bounds, 1 about)"]
      options.order = [[0], [nil]]
      options.sources = { _ in
        RowSources(
          places: [.init(place: "a.txt:3 · Fund", before: "It cost ", words: "£1", after: ".")], remarks: ["and 2 more"]
        )
      }
    }
    #expect(text.contains("<title>t | take 1</title>"))
    #expect(
      text.hasSuffix(
        #"""
        <table>
        <caption id="t0">t | take 1</caption>
        <thead><tr><th scope="col">#</th><th scope="col" class="n">n &amp; m</th><th scope="col" dir="auto">note</th></tr></thead>
        <tbody data-k="0 -"><tr><th scope="row">1</th><td class="n">1</td><td dir="auto">x<br>y\u{202E}</td></tr>
        <tr class="why" id="r0-1"><td colspan="3"><ul><li><p dir="auto">a.txt:3 · Fund</p><blockquote dir="auto">It cost <mark>£1</mark>.</blockquote></li></ul><p>and 2 more</p></td></tr>
        </tbody>
        </table></div>
        <p class="note">1 row</p>
        <p class="note">3 possible (2 open bounds, 1 about)</p>
        </section>

        """#))
  }

  /// A page of several tables has one head, and ids of its own for each.
  @Test func furtherTablesGoOnWithThePage() {
    let second = page(small) { $0.section = 1 }
    #expect(second.hasPrefix("<section class=\"result\">") && second.contains("id=\"t1\""))
  }

  private static let attacks = [
    "</script><script>window.hacked=1</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>",
    "' onmouseover='alert(1)", "<\u{338}script>alert(1)</script>", "<!-- ", "]]>", "</title><body onload=alert(1)>",
    "<style>*{display:none}</style>", "javascript:alert(1)", "&lt;script&gt;", "<\u{0}script>", "\u{2028}<b>",
    "</td></tr></table><form action=//x>", "<a href='//x'>", "\u{202E}tpircs<", "{{constructor}}",
    "<math><mi//xlink:href>",
  ]

  /// Every text that a page can hold, hostile: its tags are still ours alone, with the attributes that we write.
  @Test(arguments: attacks) func hostileTextStaysText(_ text: String) throws {
    let hostile = table(
      text, (text, .text, .text(TextColumn([text, nil]))),
      ("n", ValueType(.quantity(nil)), measureColumn(.quantity, [Measure(number("3"), unit: text), nil])),
      ("place", ValueType(.source), places(text, [1, 2], at: [0, 9])))
    let clean = table(
      "t", ("x", .text, .text(TextColumn(["x", nil]))),
      ("n", ValueType(.quantity(nil)), measureColumn(.quantity, [Measure(number("3"), unit: "x"), nil])),
      ("place", ValueType(.source), places("x", [1, 2], at: [0, 9])))
    func tags(_ table: Table, _ text: String) -> [String] {
      let text = page(table) { options in
        options.question = text
        options.footer = [text]
        options.sources = { _ in
          RowSources(places: [.init(place: text, before: text, words: text, after: text)], remarks: [text])
        }
      }
      // As a browser finds them: from `<` to the next `>`.
      let pieces = text.unicodeScalars.split(separator: "<").dropFirst()
      return pieces.map { piece in String(String.UnicodeScalarView(piece.prefix { $0 != ">" })) }
        .filter { $0 != "br" }
    }
    #expect(tags(hostile, text) == tags(clean, "x"))
  }

  /// The policy names the style and the script by what they are; a browser runs neither if they differ.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum"), "no sha256sum here"))
  func thePolicyAllowsThePagesOwnStyleAndScript() throws {
    let text = page(small)
    for (tag, hash) in [("style", HTMLStyle.hash), ("script", HTMLScript.hash)] {
      let part = try #require(text.components(separatedBy: "<\(tag)>").last?.components(separatedBy: "</\(tag)>").first)
      #expect(text.components(separatedBy: "<\(tag)").count == 2)
      #expect(text.contains("\(tag)-src '\(hash)'"))
      #expect(try Self.sha256(part) == hash, "change `hash` to this after a change of the \(tag)")
    }
  }

  private static func sha256(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let hex = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    return "sha256-" + Data(bytes).base64EncodedString()
  }
}
