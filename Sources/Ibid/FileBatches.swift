import IbidColumns
import IbidDocuments
import IbidExtraction

/// Files of a load that one thread reads together, a few at a time.
///
/// What reads a file is more code than a processor keeps at hand, and most files are short: of each step the first file of a
/// batch fetches the code for all others (`DocumentFile.read(layers:)`). A batch is small beside what a thread has to do, so
/// that none waits long for another, and what its texts are taken apart into stays in the cache, too.
struct FileBatches: Sendable {
  /// What was read of one file.
  struct Part: Sendable {
    var reading: DocumentLoader.Reading
    var file: DocumentFile?
    var findings: Findings?
  }

  private static let mostFiles = 16
  /// Texts that go through the steps together have so many bytes, unless it is one.
  private static let mostBytes = 1 << 17
  /// Batches that each thread has to do at least, where files are enough.
  private static let leastBatches = 8

  private let paths: [String]
  private let size: Int
  /// Where files are fewer than threads, the documents of each are shared out.
  private let threadsOfFile: Int
  private let loader: DocumentLoader
  private let given: GivenFields
  private let issuer: String?

  init(of paths: [String], threads: Int, _ loader: DocumentLoader, _ given: GivenFields, issuer: String?) {
    self.paths = paths
    (self.loader, self.given, self.issuer) = (loader, given, issuer)
    size = min(max(paths.count / (max(threads, 1) * Self.leastBatches), 1), Self.mostFiles)
    threadsOfFile = max(threads / max(paths.count, 1), 1)
  }

  var count: Int { (paths.count + size - 1) / size }

  /// Reads the files of a batch; the parts stand in the order of the paths.
  func read(_ index: Int, _ meter: Meter) -> [Part] {
    var parts = paths[index * size..<min((index + 1) * size, paths.count)].map { Part(reading: loader.document($0)) }
    var first = 0
    while first < parts.count {
      var (end, byteCount) = (first, 0)
      repeat {
        byteCount += parts[end].byteCount
        end += 1
      } while end < parts.count && byteCount + parts[end].byteCount <= Self.mostBytes
      read(&parts, first..<end, meter)
      first = end
    }
    return parts
  }

  private func read(_ parts: inout [Part], _ range: Range<Int>, _ meter: Meter) {
    let places = range.filter { parts[$0].layer != nil }
    var files = DocumentFile.read(layers: places.compactMap { parts[$0].layer })
    for place in files.indices { files[place].fill(published: given.published, issuer: issuer) }
    let findings =
      threadsOfFile > 1
      ? files.map { Extractor.findings(in: $0, given: given, threads: threadsOfFile) }
      : Extractor.findings(in: files, given: given)
    for (place, (file, found)) in zip(places, zip(files, findings)) {
      parts[place].file = file
      parts[place].file?.warnings += found.warnings
      parts[place].findings = found
    }
    for place in range { meter.addStep(bytes: parts[place].byteCount) }
  }
}

extension FileBatches.Part {
  fileprivate var layer: IbidDocuments.TextLayer? {
    if case .layer(let layer, _, _) = reading { layer } else { nil }
  }

  /// Of the file; none where it gave no text.
  fileprivate var byteCount: Int {
    if case .layer(_, let sizeBytes, _) = reading { sizeBytes } else { 0 }
  }
}
