import Foundation
import Ibid
import TestSupport
import Testing

/// Nothing that a user loads can crash the process or hang it, and every row stands where it says.
struct DocumentFuzzTests {
  @Test func randomDocumentsNeverCrash() async throws {
    PackageFolder.enter()
    let count = FuzzSetting.count("IBID_FUZZ_DOCUMENTS", otherwise: 500)
    let examples = ["txt", "md"].flatMap { PackageFolder.files(below: "examples/corpus", ending: "." + $0) }
    let documents = examples.compactMap { PackageFolder.text(of: $0).map { Array($0.utf8) } }
    #expect(documents.count >= 10)
    var generator = DocumentGenerator(seed: FuzzSetting.seed, documents: documents)
    let watchdog = Watchdog("documents")
    var rows = 0
    var wrong = 0
    for number in 0..<count {
      let bytes = generator.next()
      let ending = number % 4 == 0 ? "md" : "txt"
      let checked = try await watchdog.watch(bytes) { try await Self.load(bytes, ending: ending) }
      rows += checked.rows
      if let problem = checked.problem {
        wrong += 1
        let kept = NSTemporaryDirectory() + "ibid-fuzz-document-\(number).\(ending)"
        _ = FileManager.default.createFile(atPath: kept, contents: Data(bytes))
        if wrong <= 5 { Issue.record("\(problem); the document is in \(kept)") }
      }
    }
    print(
      "fuzz documents: seed \(FuzzSetting.seed), \(count) documents, \(rows) rows, \(wrong) with rows out of place, \(watchdog.slowest)"
    )
    #expect(wrong == 0)
  }

  /// Documents that crashed once, or held rows that stood elsewhere.
  @Test func regressionsStayFixed() async throws {
    let watchdog = Watchdog("regressions of documents")
    for ending in ["txt", "md"] {
      for file in PackageFolder.files(below: "Tests/Golden/regressions", ending: "." + ending) {
        let bytes = Array(FileManager.default.contents(atPath: PackageFolder.path + "/" + file) ?? Data())
        let problem = try await watchdog.watch(bytes) { try await Self.load(bytes, ending: ending).problem }
        #expect(problem == nil, "\(file)")
      }
    }
  }

  /// Loads bytes as a file and looks at every row of every table.
  private static func load(_ bytes: [UInt8], ending: String) async throws -> (rows: Int, problem: String?) {
    let path = NSTemporaryDirectory() + "ibid-fuzz-\(UUID().uuidString).\(ending)"
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let session = Session()
    try await session.load(documents: [path])
    var rows = 0
    let lineEnds = bytes.indices.filter { bytes[$0] == 10 }
    for table in await session.tables {
      let result = try await session.prepare(QueryText(table.name)).run()
      _ = result.text(.box)
      rows += result.rowCount
      for row in 0..<result.rowCount {
        guard case .source(let source)? = result[row, "source"] else { continue }
        guard source.start >= 0, source.start <= source.end, source.end <= bytes.count else {
          return (
            rows, "row \(row + 1) of \(table.name) stands at \(source.start)..<\(source.end) of \(bytes.count) bytes"
          )
        }
        let line = 1 + lines(before: source.start, lineEnds)
        if line != source.line {
          return (rows, "row \(row + 1) of \(table.name) stands in line \(line), not \(source.line)")
        }
        if case .text(let text)? = result[row, "text"], !stands(text, in: bytes[source.start..<source.end]) {
          return (
            rows,
            "row \(row + 1) of \(table.name) says \(text.debugDescription) of \(String(decoding: bytes[source.start..<source.end], as: UTF8.self).debugDescription)"
          )
        }
      }
    }
    return (rows, nil)
  }

  /// How many line ends stand before an offset.
  private static func lines(before offset: Int, _ lineEnds: [Int]) -> Int {
    var (low, high) = (0, lineEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if lineEnds[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a text is what the bytes say, white space and normal form aside.
  private static func stands(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    if text.utf8.elementsEqual(bytes) { return true }
    func squeezed(_ text: String) -> [Unicode.Scalar] {
      text.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    return squeezed(text) == squeezed(String(decoding: bytes, as: UTF8.self))
  }
}
