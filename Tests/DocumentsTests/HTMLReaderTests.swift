import IbidSource
import Testing

@testable import IbidDocuments

struct HTMLReaderTests {
  /// What stands around a text goes, whatever the page calls it.
  @Test(arguments: [
    "<nav><a href=a>Home</a></nav>", "<div class='site-menu'><p>Menu of the page</p></div>",
    "<div id=cookieNotice><p>We use cookies here.</p></div>", "<aside>Weather: rain.</aside>",
    "<footer><p>All rights reserved by us.</p></footer>", "<div role=navigation><p>Go there.</p></div>",
    "<script>var boats = '12 boats';</script>", "<style>p { color: red }</style>",
    "<div hidden><p>Not shown.</p></div>",
    "<div style='display: none'>Not shown.</div>", "<form><label>Mail</label><button>Send</button></form>",
    "<ul><li><a href=a>Another story of ours</a><li><a href=b>One more story</a></ul>",
    "<div class=box><a href=a>One story</a> <a href=b>Two stories</a> <a href=c>Three stories</a></div>",
    "<div class='post-comments'><p>I do not believe a word of this.</p></div>", "<!-- a comment -->",
    "<template><p>Not shown.</p></template>", "<svg><title>A boat</title></svg>",
    "<p><del>Nine boats came.</del></p>", "<p><s>Ten boats left.</s></p>",
  ])
  func furnitureIsLeftOut(_ furniture: String) throws {
    let text = "<p>Six boats came to the harbour on Monday, and nobody knew whose they were.</p>"
    for html in [furniture + text, text + furniture, "<main>" + text + furniture + "</main>"] {
      #expect(
        try page("<body>" + html + "</body>").outline.map { $0.prefix(20) } == ["paragraph: Six boats"], "\(html)")
    }
  }

  /// A name that suggests furniture does not cost a page its text.
  @Test(arguments: [
    "<body class='sidebar'>%</body>", "<div class='page with-menu'>%</div>", "<div class='related'>%</div>",
    "<form>%</form>", "<div class='no-sidebar'>%</div>", "<table><tr><td>%</td></tr></table>",
    "<div class='content-widget'>%</div>", "<body><center><font>%</font></center></body>",
  ])
  func textIsKept(_ around: String) throws {
    let text = "<p>Six boats came to the harbour on Monday.</p><p>Two left on Tuesday.</p>"
    let found = try page(around.replacing("%", with: text)).outline
    #expect(found == ["paragraph: Six boats came to the harbour on Monday.", "paragraph: Two left on Tuesday."])
  }

  @Test func theTextIsTheArticleAmongTeasers() throws {
    let layer = try page(
      """
      <div><div class=story-list><p>A short word about fish.</p></div><article><h1>Six boats</h1>
      <p>Six boats came to the harbour on Monday, and nobody knew whose they were.</p>
      <p>They left again at night.</p></article><div><p>A short word about rain.</p></div></div>
      """)
    #expect(
      layer.outline == [
        "heading: Six boats",
        "paragraph: Six boats came to the harbour on Monday, and nobody knew whose they were.",
        "paragraph: They left again at night.",
      ])
  }

  @Test func listsOfLinksThatASentenceLeadsToAreText() throws {
    let layer = try page(
      "<p>Six boats came. The reports are:</p><ul><li><a href=a>Report of May</a><li><a href=b>Report of June</a></ul>")
    #expect(layer.outline.suffix(2) == ["bullet: Report of May", "bullet: Report of June"])
  }

  @Test func aPageOfLinksIsAPage() throws {
    let layer = try page("<h1>Reports</h1><ul><li><a href=a>Report of May</a><li><a href=b>Report of June</a></ul>")
    #expect(layer.outline == ["heading: Reports", "bullet: Report of May", "bullet: Report of June"])
  }

  @Test func whiteSpaceAndBreaks() throws {
    let layer = try page(
      "<p>Six\n   boats<br>came\u{A0}in.<br><br>They   left.<p>Cash: &euro;3&shy;00 <b>or</b><i> more</i>.<pre>One line\nand more</pre>"
    )
    #expect(
      layer.outline == [
        "paragraph: Six boats\ncame\u{A0}in.", "paragraph: They left.", "paragraph: Cash: €300 or more.",
        "paragraph: One line\nand more",
      ])
  }

  @Test func boldLinesAreHeadings() throws {
    let layer = try page(
      "<p><strong>What was found</strong></p><p><b>Six boats came to the harbour.</b></p><p>More.</p>")
    #expect(layer.outline.first == "heading: What was found")
    #expect(layer.outline.dropFirst().first == "paragraph: Six boats came to the harbour.")
  }

  @Test func tablesOfDataAndOfLayout() throws {
    let data = try page("<table><tr><th>Port<th>Boats (n)<tr><td>Dover<td>12</table>")
    #expect(data.outline == ["table: | Port | Boats (n) |\n| Dover | 12 |"])
    let table = try #require(data.blocks?.first?.table)
    let heading = try #require(table.heading(ofRow: 1, column: 1))
    #expect(data.source.string(heading.span) == "Boats (n)")
    #expect(TextTable.unit(of: heading, in: data.source.bytes).map(data.source.string) == "n")
    #expect(table.heading(ofRow: 1).map { data.source.string($0.span) } == "Dover")
    #expect(table.columnCount == 2 && table.cell(row: 9, column: 0) == nil)
    let layout = try page("<table><tr><td><h2>Boats</h2><p>Six boats came.<td><p>Two left.</table>")
    #expect(layout.outline == ["heading: Boats", "paragraph: Six boats came.", "paragraph: Two left."])
  }

  /// Browsers read a page without a word about it as windows-1252.
  @Test(
    arguments: [
      ([0x80, 0x33, 0xE9], "", "€3é"), ([0xE2, 0x82, 0xAC, 0x33], "", "€3"),
      ([0xE2, 0x82, 0xAC, 0x33], "<meta charset='UTF-8'>", "€3"), ([0x80, 0x33], "<meta charset=iso-8859-1>", "€3"),
      ([0xA4, 0x33], "<meta http-equiv=content-type content='text/html; charset=iso-8859-15'>", "€3"),
      ([0xC1, 0xE1], "<meta charset=koi8-r>", "аА"), ([0x8A, 0xBF], "<meta charset=shift_jis>", "漢"),
      ([0xE9], "<meta charset=utf-16>", "é"), ([0xE9], "<meta charset=made-up>", "é"),
    ] as [([UInt8], String, String)])
  func characterSets(_ bytes: [UInt8], _ meta: String, _ expected: String) throws {
    let html = Array("<html><head>\(meta)</head><body><p>Here: ".utf8) + bytes + Array("!</p></body></html>".utf8)
    #expect(try layer(html, HTMLReader()).outline == ["paragraph: Here: \(expected)!"])
  }

  @Test func byteOrderMarks() throws {
    let html = "<meta charset=koi8-r><p>Brücke</p>"
    let utf16 = Array(html.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(html.utf8)
    for bytes in [utf8, little, big] {
      #expect(try layer(bytes, HTMLReader()).outline == ["paragraph: Brücke"])
    }
  }

  @Test(arguments: [
    ("<meta property='og:title' content='Six boats'>", "page title", "Six boats"),
    ("<meta name='DC.title' content='Six boats'>", "page title", "Six boats"),
    ("<title>Six boats | Site</title>", "page title", "Six boats | Site"),
    ("<meta name='dcterms.issued' content='2024-03-05'>", "published", "2024-03-05"),
    ("<meta property='article:published_time' content='2024-03-05T10:00Z'>", "published", "2024-03-05T10:00Z"),
    ("<time pubdate datetime='2024-03-05'></time>", "published", "2024-03-05"),
    ("<meta itemprop=datePublished content='2024-03-05'>", "published", "2024-03-05"),
    ("<meta property='og:site_name' content='Harbour News'>", "site", "Harbour News"),
    ("<meta name=author content='Jo Doe'>", "author", "Jo Doe"),
    ("<meta name='dc.publisher' content='Harbour Office'>", "publisher", "Harbour Office"),
    (
      "<meta name='DCTERMS.publisher' content='scheme=AGLSTERMS.AglsAgent; corporateName=Harbour Office; address=Dover'>",
      "publisher", "Harbour Office"
    ),
    (
      "<script type='application/ld+json'>[{\"@type\":\"Report\",\"headline\":\"Six boats\",\"datePublished\":\"2024-03-05\"}]</script>",
      "published", "2024-03-05"
    ),
    (
      "<script type='application/ld+json'>{\"headline\":\"x\",\"author\":[{\"@type\":\"Person\",\"name\":\"Jo Doe\"}]}</script>",
      "author", "Jo Doe"
    ),
    (
      "<script type='application/ld+json'>{\"headline\":\"x\",\"publisher\":{\"name\":\"Harbour Office\"}}</script>",
      "publisher", "Harbour Office"
    ),
  ])
  func metadata(_ head: String, _ key: String, _ value: String) throws {
    let layer = try page("<html><head>\(head)</head><body><p>Six boats came to the harbour.</p></body></html>")
    #expect(layer.stated(key) == value)
  }

  /// The headline that people see is the title, unless it is the name of the site.
  @Test func titles() throws {
    func title(_ html: String) throws -> String? { DocumentFile.read(layer: try page(html)).documents.first?.title }
    let text = "<p>Six boats came to the harbour on Monday.</p>"
    #expect(try title("<title>Six boats came | Site</title><h1>Six boats came</h1>" + text) == "Six boats came")
    #expect(try title("<meta property='og:title' content='Boats in May'><h1>The Gazette</h1>" + text) == "Boats in May")
    #expect(try title("<title>Boats in May</title>" + text) == "Boats in May")
    #expect(try title("<h1>Boats in May</h1>" + text) == "Boats in May")
  }

  @Test func withoutText() {
    for html in ["<html></html>", "<body><script>run()</script><div id=root></div></body>", "   ", "<"] {
      #expect(problem(Array(html.utf8), HTMLReader()) == .noText, "\(html)")
    }
  }
}
