import Foundation

/// The memory of this process as Linux counts it; 0 elsewhere.
enum ProcessMemory {
  /// Resident now, in megabytes.
  static var residentMegabytes: Int { megabytes("VmRSS:") }
  /// The most since the last `resetPeak`, in megabytes.
  static var peakMegabytes: Int { megabytes("VmHWM:") }

  static func resetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

  private static func megabytes(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes / 1024
  }
}
