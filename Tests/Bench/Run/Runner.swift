import CKeptMemory
import Foundation
import Ibid
import IbidColumns

/// Loads the tables of a suite and times its queries; a line of JSON for each.
struct Runner {
  let suite: Suite
  let folder: URL
  let runs: Int

  private struct Loaded: Encodable {
    var loaded_s: Double
    var loaded_mb: Int
  }

  private struct Timing: Encodable {
    var query: String
    var ms: [Double]
    var peak_mb: Int
    var check: ResultCheck?
    var error: String?
  }

  func run() async throws {
    let session = Session()
    let clock = ContinuousClock()
    if !suite.tables.isEmpty {
      let start = clock.now
      for (name, columns) in suite.tables.sorted(by: { $0.key < $1.key }) {
        // Texts, numbers and days are inferred; only money must be declared.
        let declared = columns.filter { $0.value.hasPrefix("money") }.map { "\($0.key): \($0.value)" }
        let path = folder.appendingPathComponent(name + ".csv").path
        let load = "load \"\(path)\" as \(name)" + (declared.isEmpty ? "" : " (\(declared.joined(separator: ", ")))")
        if let error = await session.prepare(script: load).error { throw error }
      }
      // As the command does for its queries, once everything is read.
      ibid_keep_memory(min(1 << 30, Int(clamping: ProcessInfo.processInfo.physicalMemory) / 15))
      try put(Loaded(loaded_s: Self.seconds(clock.now - start), loaded_mb: ProcessMemory.residentMegabytes))
    }
    for (id, query) in suite.runs { try put(await time(id, query, session)) }
  }

  /// One run to warm up, whose result is checked, then the runs that count.
  private func time(_ id: String, _ query: Suite.Query, _ session: Session) async -> Timing {
    var timing = Timing(query: id, ms: [], peak_mb: 0)
    let clock = ContinuousClock()
    do {
      for run in 0...(query.file == nil ? runs : 3) {
        // As the command does behind each query.
        ibid_forget_unused_memory()
        if run == 1 { ProcessMemory.resetPeak() }
        let start = clock.now
        if let file = query.file {
          try await Session().load(data: folder.appendingPathComponent(file).path, as: "t")
        } else {
          let result = try await session.prepare(QueryText(query.ibid ?? "")).run()
          // Asking for the table makes all of its columns.
          let rows = result.table.rowCount
          let elapsed = clock.now - start
          if run == 0 { timing.check = ResultCheck(result, order: query.order) }
          if run > 0, rows >= 0 { timing.ms.append(Self.seconds(elapsed) * 1000) }
          continue
        }
        if run > 0 { timing.ms.append(Self.seconds(clock.now - start) * 1000) }
      }
    } catch {
      timing.error = "\(error)"
    }
    timing.peak_mb = ProcessMemory.peakMegabytes
    return timing
  }

  private func put(_ value: some Encodable) throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
