import IbidDocuments
import IbidSource
import TestSupport
import Testing

/// Pages in the layouts of many offices, papers and companies (`Tests/Golden/pages`): what each is called, when and by whom
/// it was published, what it is, and where the text begins and ends.
///
/// `UPDATE_GOLDEN=1` rewrites the `.page` beside each; read the difference as a reader of the page would.
struct PageGoldenTests {
  static let folder = Golden.folder + "/pages"
  static let files = ["txt", "html"].flatMap { PackageFolder.files(below: folder, ending: "." + $0) }

  @Test func thereArePages() { #expect(Self.files.count > 50) }

  @Test(arguments: files) func page(_ path: String) throws {
    guard let file = documentFile(path) else { return }
    let found = file.documents.map { Self.description(of: $0, in: file.source) }.joined(separator: "----\n")
    let expected = path + ".page"
    if Golden.isUpdating {
      try PackageFolder.write(found, to: expected)
    } else {
      #expect(found == PackageFolder.text(of: expected), "\(path) is read in another way")
    }
  }

  private static func description(of document: Document, in source: SourceText) -> String {
    let lines = source.string(document.span).split(separator: "\n")
    return """
      title: \(document.title ?? "–")
      published: \(document.published?.date.description ?? "–")
      issuer: \(document.issuer ?? "–")
      kind: \(document.kind.rawValue)\(document.kindCue.map { ", by " + $0.words } ?? "")
      begins: \(lines.first.map(String.init) ?? "")
      ends: \(lines.last.map { String($0.suffix(60)) } ?? "")

      """
  }
}
