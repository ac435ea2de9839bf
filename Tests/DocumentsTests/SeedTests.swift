import Foundation
import IbidDocuments
import IbidSource
import Testing

/// The open seed documents, when they lie beside the package.
@Suite struct SeedTests {
  private static let folder = "../shared/seeds"

  private func load(_ prefix: String) -> DocumentFile? {
    let loaded = DocumentLoader().load([Self.folder + "/" + prefix + "*.txt"])
    guard let source = loaded.layers.first?.source else {
      print("skipped: no seed documents at \(Self.folder)")
      return nil
    }
    let file = DocumentFile.read(source: source)
    checkInvariants(of: file)
    return file
  }

  @Test(arguments: [("000", 5), ("001", 2), ("002", 10), ("003", 1), ("004", 1)])
  func documentsPerFile(_ prefix: String, _ count: Int) {
    if let file = load(prefix) { #expect(file.documents.count == count) }
  }

  @Test func theListPageStatesIssuerDateAndKind() {
    guard let file = load("002") else { return }
    #expect(file.documents.allSatisfy { $0.issuer == "Home Office" })
    #expect(
      file.documents.map { $0.published?.date.description } == [
        "2024-03-05", "2024-03-01", "2024-02-29", "2024-02-28", "2024-02-28", "2024-02-27", "2024-02-26", "2024-02-23",
        "2024-02-21", "2024-02-20",
      ])
    #expect(file.documents.filter { $0.kind == .pressRelease }.count == 9)
    #expect(file.documents[5].kind == .speech)
    #expect(
      file.documents.allSatisfy {
        $0.sentences[0].copyOf == 1 && $0.sentences.dropFirst().allSatisfy { $0.copyOf == nil }
      })
  }

  @Test func theOthersStateNoDate() {
    for prefix in ["000", "001", "003", "004"] {
      if let file = load(prefix) { #expect(file.documents.allSatisfy { $0.published == nil }) }
    }
  }

  @Test func theTeaserIsACopy() {
    guard let file = load("001") else { return }
    #expect(file.documents[0].paragraphs.map(\.copyOf) == [nil, 2, nil])
    #expect(file.documents[0].paragraphs[1].copy == .cut)
  }
}
