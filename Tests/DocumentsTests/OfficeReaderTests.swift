import IbidSource
import Testing

@testable import IbidDocuments

struct OfficeReaderTests {
  @Test func wordsOfWord() throws {
    let body =
      "<w:p><w:r><w:t>Six </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>boats</w:t><w:tab/><w:t>came</w:t>"
      + "<w:br/><w:t>in.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    #expect(try layer(wordDocument(body), DOCXReader()).outline == ["paragraph: Six boats came\nin."])
  }

  @Test func textBoxesPartTheirParagraph() throws {
    let box = "<w:r><w:txbxContent>\(wordParagraph("In a box."))</w:txbxContent></w:r>"
    let body = "<w:p><w:r><w:t>Before.</w:t></w:r>\(box)<w:r><w:t>After.</w:t></w:r></w:p>"
    #expect(
      try layer(wordDocument(body), DOCXReader()).outline == [
        "paragraph: Before.", "paragraph: In a box.", "paragraph: After.",
      ])
  }

  @Test func tablesInTables() throws {
    let inner = "<w:tbl><w:tr><w:tc>\(wordParagraph("inner"))</w:tc></w:tr></w:tbl>"
    let body =
      "<w:tbl><w:tr><w:tc>\(wordParagraph("a"))\(inner)</w:tc><w:tc>\(wordParagraph("b"))</w:tc></w:tr></w:tbl>"
    #expect(try layer(wordDocument(body), DOCXReader()).outline == ["table: | a inner | b |"])
  }

  @Test(arguments: ["Microsoft Word - draft.doc", "Document1", "report.docx", "untitled"])
  func titlesThatProgramsMake(_ title: String) { #expect(OfficeFile.meaningful(title: title) == nil) }

  @Test func titlesOfPeople() {
    #expect(OfficeFile.meaningful(title: "Document security at the port") == "Document security at the port")
  }

  /// A file is a warning, never a failure: what is wrong with it has a name.
  @Test func whatCannotBeRead() {
    let whole = wordDocument(wordParagraph("Six boats came."))
    var encrypted = ZipBuilder()
    encrypted.add("word/document.xml", "<x/>", flags: 1)
    var odt = ZipBuilder()
    odt.add("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
    odt.add("content.xml", "<x/>")
    var damaged = ZipBuilder()
    damaged.add("word/document.xml", Array("<x/>".utf8), method: 0, checksum: 7, size: 4)
    #expect(problem(whole, DOCXReader()) == nil)
    #expect(problem(Array(whole.dropLast(30)), DOCXReader()) == .damaged)
    #expect(problem(whole, ODTReader()) == .damaged)
    #expect(problem(encrypted.finish(), DOCXReader()) == .encrypted)
    #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], DOCXReader()) == .encrypted)
    #expect(problem(odt.finish(), ODTReader()) == .encrypted)
    #expect(problem(damaged.finish(), DOCXReader()) == .damaged)
    #expect(problem(wordDocument(""), DOCXReader()) == .noText)
    #expect(problem(ZipBuilder().finish(), DOCXReader()) == .damaged)
  }

  @Test func aBombIsNotUnpacked() {
    let data = ZipBuilder.repeated(times: 40000)
    var zip = ZipBuilder()
    zip.add("word/document.xml", data, method: 8, checksum: 0, size: 10)
    #expect(data.count < 70000)
    #expect(problem(zip.finish(), DOCXReader()) == .tooLarge)
  }

  @Test func whatIsPackedIsUnpacked() throws {
    let data = ZipBuilder.repeated(times: 2)
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1 + 2 * 258)
    var zip = ZipBuilder()
    zip.add("a", data, method: 8, checksum: Deflate.checksum(of: letters[...]), size: letters.count)
    let archive = try #require(ZipArchive(zip.finish()))
    #expect(try archive.contents(of: "a") == letters)
    #expect(throws: ZipArchive.Trouble.missing) { try archive.contents(of: "b") }
  }

  /// Entities of a DTD are left out: neither ten of ten of ten, nor files of the machine.
  @Test func entitiesAreNotExpanded() throws {
    let dtd =
      "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
    let text = wordParagraph("Six &amp; more &b; boats &f; came.")
    let layer = try layer(wordDocument(text, prolog: dtd), DOCXReader())
    #expect(layer.outline == ["paragraph: Six & more boats came."])
    #expect(layer.warnings.map(\.reason) == [.incomplete])
  }

  @Test func repeatedCellsAreWrittenOnce() throws {
    var zip = ZipBuilder()
    zip.add(
      "content.xml",
      "<content><body><table><table-row number-rows-repeated='1000000000'><table-cell number-columns-repeated='1000000000'><p>one</p></table-cell><table-cell><p>two</p></table-cell></table-row></table></body></content>"
    )
    #expect(try layer(zip.finish(), ODTReader()).outline == ["table: | one | two |"])
  }
}
