import Foundation
import TestSupport
import Testing

/// HTML pages as a browser shows them.
@Suite(
  .serialized,
  .enabled(if: Browser.path != nil, "no Chromium is installed; `make test-browser` installs one and runs this"))
struct PageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let query = "money | where amount >= £1m | select amount, document.published, document"

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A page of a query over some documents, in a browser.
  private func open(_ query: String = query, _ paths: String = root + "/examples/corpus") throws -> Browser {
    let page = folder.url.appendingPathComponent("page.html")
    let output = try BuiltCommand.run("--quiet", "-c", query, paths, "--output", page.path)
    try #require(output.code == 0, "\(output)")
    return try Browser(try #require(Browser.path), opening: page)
  }

  private static let places = "[...document.querySelectorAll('tbody')].map(b => b.dataset.k.split(' ')[0])"

  @Test func headingsSortFromTheKeyboard() throws {
    let browser = try open()
    let asItCame = try browser.text(Self.places)
    #expect(asItCame.split(separator: ",").count > 5)
    _ = try browser.text("document.querySelectorAll('thead button')[1].focus()")
    try browser.enter()
    let sorted = "document.querySelectorAll('th')[1].getAttribute('aria-sort')"
    #expect(try browser.text(sorted) == "ascending")
    let up = try browser.text(Self.places).split(separator: ",").map { Int($0) }
    #expect(
      up.compactMap(\.self) == up.compactMap(\.self).sorted() && !up.dropLast(up.count { $0 == nil }).contains(nil))
    try browser.space()
    #expect(try browser.text(sorted) == "descending")
    let down = try browser.text(Self.places).split(separator: ",").map { Int($0) }
    #expect(down.compactMap(\.self) == up.compactMap(\.self).reversed())
    #expect(try browser.text("document.querySelector('[role=status]').textContent") == "sorted by amount, descending")
    // Another heading takes over, and the third press brings the order of the query back.
    try browser.tab()
    for _ in 0..<3 { try browser.enter() }
    #expect(try browser.text("document.querySelectorAll('[aria-sort]').length") == "0")
    #expect(try browser.text(Self.places) == asItCame)
  }

  /// Rows keep their sources below them, wherever they go.
  @Test func rowsUnfoldTheirSentences() throws {
    let browser = try open()
    let open = "[...document.querySelectorAll('tr.why')].filter(r => r.checkVisibility()).length"
    let rows = try browser.text("document.querySelectorAll('tbody').length")
    #expect(try browser.text(open) == "0")
    _ = try browser.text("document.querySelectorAll('thead button')[1].click()")
    _ = try browser.text("document.querySelector('tbody button').focus()")
    try browser.space()
    #expect(try browser.text(open) == "1")
    let expanded = "document.querySelector('tbody button').getAttribute('aria-expanded')"
    #expect(try browser.text(expanded) == "true")
    let marked = try browser.text("document.querySelector('tbody').querySelector('mark').textContent")
    #expect(marked.contains("£") && marked.count < 40, "\(marked)")
    #expect(
      try browser.text(
        "document.querySelector('tbody button').getAttribute('aria-controls') === document.querySelector('tbody tr.why').id"
      )
        == "true")
    try browser.enter()
    #expect(try browser.text(open) == "0" && browser.text(expanded) == "false")
    _ = try browser.text("document.querySelector('.tools button').click()")
    #expect(try browser.text(open) == rows)
  }

  /// Paper has all sources, folded or not, and no buttons' marks.
  @Test func paperHasEverySource() throws {
    let browser = try open()
    #expect(try browser.text("getComputedStyle(document.querySelector('tr.why')).display") == "none")
    try browser.show(on: "print")
    let hidden = "[...document.querySelectorAll('tr.why')].filter(r => getComputedStyle(r).display === 'none').length"
    #expect(try browser.text(hidden) == "0")
    #expect(try browser.text("getComputedStyle(document.querySelector('.tools')).display") == "none")
    try browser.show(on: "")
    let file = folder.url.appendingPathComponent("page.pdf")
    let pdf = try browser.pdf()
    #expect(pdf.starts(with: Data("%PDF".utf8)) && pdf.count > 5000)
    try pdf.write(to: file)
    let reader = "/usr/bin/pdftotext"
    guard FileManager.default.isExecutableFile(atPath: reader) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: reader)
    process.arguments = [file.path, file.path + ".txt"]
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: file.path + ".txt", encoding: .utf8)
    #expect(text.contains("border-review-progress.md:41") && text.contains("so far"))
  }

  @Test func aScreenReaderIsToldWhatIsWhere() throws {
    let names = try open().accessibleNames()
    #expect(names.contains { $0.hasPrefix("table: money | where") })
    #expect(names.contains("columnheader: amount") && names.contains("button: amount"))
    #expect(names.contains { $0.hasPrefix("rowheader: ") } && names.contains("button: Sources of row 1"))
    #expect(names.contains { $0.hasPrefix("region: money | where") })
  }

  @Test func darkWhereDarkIsPreferred() throws {
    let browser = try open()
    let ground = "getComputedStyle(document.body).backgroundColor"
    #expect(try browser.text(ground) == "rgb(255, 255, 255)")
    try browser.show(on: "", colours: "dark")
    #expect(try browser.text(ground) == "rgb(13, 17, 23)")
  }

  /// Nothing that a document says is markup or code, and were it, the policy of the page would refuse it.
  @Test func documentsRunNothing() throws {
    let attack = "<script>window.hacked=1</script> <img src=x onerror='window.hacked=1'> </td></table> \u{202E}"
    let file = try folder.file(
      "attack.txt", "The \(attack) fund\n\nThe Home Office \(attack) gave £30 million to \(attack) on 5 March 2024.\n")
    let browser = try open("money | select amount, text, sentence, document", file.path)
    #expect(try browser.text("typeof window.hacked") == "undefined")
    #expect(try browser.text("document.querySelectorAll('script').length + ' ' + document.images.length") == "1 0")
    #expect(try browser.text("document.querySelector('tr.why').textContent.includes('<script>')") == "true")
    // What a hole in the escaping would let in:
    let inserted = "(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 1';"
    #expect(try browser.text(inserted + " document.body.append(s); return typeof window.hacked; })()") == "undefined")
  }

  /// One page for all results of a script, each a table that sorts by itself.
  @Test func aScriptMakesOnePage() throws {
    let browser = try open("documents | count by kind\nmoney | where amount >= £30m | select amount")
    #expect(try browser.text("document.querySelectorAll('table').length") == "2")
    _ = try browser.text("document.querySelectorAll('section')[1].querySelectorAll('thead button')[1].click()")
    #expect(try browser.text("document.querySelectorAll('section')[0].querySelectorAll('[aria-sort]').length") == "0")
    #expect(try browser.text("document.querySelectorAll('section')[1].querySelectorAll('[aria-sort]').length") == "1")
    let ids = "[...document.querySelectorAll('[id]')].map(e => e.id)"
    #expect(try browser.text("new Set(\(ids)).size === \(ids).length") == "true")
  }
}
