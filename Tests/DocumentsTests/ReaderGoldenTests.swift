import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

/// The files in `Tests/Golden/documents`, one of each format: what their text layer is, and what is found in it
/// (`Tests/Golden/readers`).
///
/// `UPDATE_GOLDEN=1` rewrites what is expected.
struct ReaderGoldenTests {
  static let folder = Golden.folder + "/documents"
  static let files = ["html", "docx", "odt", "eml", "md", "txt"].flatMap {
    PackageFolder.files(below: folder, ending: "." + $0)
  }

  @Test func everyFormatHasAFile() {
    let endings = Set(Self.files.compactMap { $0.split(separator: ".").last.map(String.init) })
    #expect(endings.isSuperset(of: ["html", "docx", "odt", "eml", "md", "txt"]))
  }

  @Test(arguments: files) func layerAndOutline(_ path: String) throws { try check(path) }

  @Test(.enabled(if: HelperProgram(named: "pdftotext") != nil && HelperProgram(named: "pdfinfo") != nil))
  func pagesOfAPDF() throws { try check(Golden.folder + "/pdf/lighthouse.pdf") }

  private func check(_ path: String) throws {
    guard let file = documentFile(path) else { return }
    checkTables(of: file)
    let found = Self.description(of: file)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let expected = Golden.folder + "/readers/" + name + ".layer"
    if Golden.isUpdating {
      try PackageFolder.write(found, to: expected)
    } else {
      #expect(found == PackageFolder.text(of: expected), "\(path) is read in another way")
    }
  }

  /// The layer, then what is said of the file, then each paragraph with its place and what it stands under.
  private static func description(of file: DocumentFile) -> String {
    var lines = [file.source.string(ByteSpan(0, file.source.bytes.count)), "================"]
    for warning in file.warnings { lines.append("warning \(warning.reason.rawValue): \(warning.message)") }
    for document in file.documents {
      lines.append("title: \(document.title ?? "–") \(place(document.titleSpan, file))")
      lines.append("issuer: \(document.issuer ?? "–") \(place(document.issuerSpan, file))")
      lines.append(
        "published: \(document.published?.date.description ?? "–") \(place(document.published?.span, file))")
      for paragraph in document.paragraphs {
        let under = paragraph.under.map { " under \($0)" } ?? ""
        lines.append("\(paragraph.index) \(paragraph.kind.rawValue) \(place(paragraph.span, file))\(under)")
        for (row, cells) in (paragraph.table?.rows ?? []).enumerated() {
          lines.append("  " + cells.map { cell in describe(cell, row, paragraph.table, file) }.joined(separator: "; "))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func place(_ span: ByteSpan?, _ file: DocumentFile) -> String {
    span.map { "[line \(file.source.line(of: $0.lower)), \($0.lower)..<\($0.upper)]" } ?? ""
  }

  /// `1,204 (Permits)`, with the heading of its column and the unit in it.
  private static func describe(
    _ cell: TextTable.Cell, _ row: Int, _ table: TextTable?, _ file: DocumentFile
  ) -> String {
    let text = cell.span.isEmpty ? "–" : file.source.string(cell.span)
    if cell.isHeading { return "# " + text }
    guard let heading = table?.heading(ofRow: row, column: cell.columns.lowerBound) else { return text }
    let unit = TextTable.unit(of: heading, in: file.source.bytes).map { ", in " + file.source.string($0) } ?? ""
    return "\(text) <\(file.source.string(heading.span))\(unit)>"
  }
}

/// Cells stand in their table, in order, and cover columns without a gap.
func checkTables(of file: DocumentFile, _ location: Testing.SourceLocation = #_sourceLocation) {
  for document in file.documents {
    for paragraph in document.paragraphs {
      guard let table = paragraph.table else { continue }
      #expect(paragraph.kind == .table && !table.rows.isEmpty, sourceLocation: location)
      var end = paragraph.span.lower
      for row in table.rows {
        var column = 0
        for cell in row {
          #expect(cell.span.lower >= end && paragraph.span.contains(cell.span), sourceLocation: location)
          #expect(cell.columns.lowerBound == column && !cell.columns.isEmpty, sourceLocation: location)
          column = cell.columns.upperBound
          end = cell.span.upper
        }
      }
    }
  }
}
