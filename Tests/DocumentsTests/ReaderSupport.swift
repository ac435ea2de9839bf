import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

/// Reads bytes with a reader and checks what must hold of every layer.
func layer(_ bytes: [UInt8], _ reader: any DocumentReader, name: String = "test") throws -> TextLayer {
  let layer = try reader.layer(of: FileContents(path: name, bytes: bytes))
  #expect(TextEncoding.firstInvalid(in: layer.source.bytes) == nil)
  let file = DocumentFile.read(layer: layer)
  checkInvariants(of: file)
  checkTables(of: file)
  return layer
}

func page(_ html: String) throws -> TextLayer { try layer(Array(html.utf8), HTMLReader(), name: "test.html") }

func mail(_ text: String) throws -> TextLayer { try layer(Array(text.utf8), MailReader(), name: "test.eml") }

/// A file of the package as documents; nil, and the test fails, if it cannot be read.
func documentFile(_ path: String) -> DocumentFile? {
  PackageFolder.enter()
  guard case .layer(let layer, _, _) = DocumentLoader().document(path) else {
    Issue.record("\(path) was not read")
    return nil
  }
  let file = DocumentFile.read(layer: layer)
  checkInvariants(of: file)
  return file
}

/// The reason why nothing was read; nil if something was.
func problem(_ bytes: [UInt8], _ reader: any DocumentReader) -> LoadReport.SkipReason? {
  do throws(ReadingProblem) {
    _ = try reader.layer(of: FileContents(path: "test", bytes: bytes))
    return nil
  } catch {
    return error.reason
  }
}

/// A Word document of one paragraph, or of what is given as its body.
func wordDocument(_ body: String, prolog: String = "") -> [UInt8] {
  var zip = ZipBuilder()
  zip.add("word/document.xml", prolog + wordXML(body))
  return zip.finish()
}

func wordXML(_ body: String) -> String {
  "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
}

func wordParagraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

extension TextLayer {
  var text: String { source.string(ByteSpan(0, source.bytes.count)) }
  /// Kind and text of each block.
  var outline: [String] {
    (blocks ?? []).map { "\($0.kind.rawValue): \(source.string($0.span))" }
  }
  /// The words above the text.
  func stated(_ key: String) -> String? { frontMatter?.value([key]).map(source.string) }
}
