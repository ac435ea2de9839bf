import ArgumentParser
import FoundationEssentials
import Glibc

/// A number of bytes as people write it: `500MB`, `4GB`, `1.5 GB`, `1000000`.
struct MemorySize {
  let bytes: Int

  init(_ text: String) throws {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    let sizes = ["": 1.0, "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12]
    guard let number = Double(digits), let size = sizes[unit], number * size >= 1, number * size < 1e18 else {
      throw ValidationError("--memory-limit takes a size like 500MB or 4GB, not '\(text)'")
    }
    bytes = Int(number * size)
  }

  private init(bytes: Int) { self.bytes = bytes }
}

extension MemorySize {
  /// Four fifths of what the process may have: a query that needs more ends with an error, and not with the process.
  ///
  /// That is the least of the machine's memory, the limit of a container (cgroups) and that of `ulimit -v`.
  static var standard: MemorySize {
    let sizes = [Int(clamping: ProcessInfo.processInfo.physicalMemory), addressSpace] + containerLimits
    return MemorySize(bytes: sizes.compactMap { $0 }.min().map { $0 / 5 * 4 } ?? .max)
  }

  private static var containerLimits: [Int?] {
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].map { path in
      (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
        Int($0.filter(\.isWholeNumber))
      }
    }
  }

  /// What `ulimit -v` leaves; nil where it says nothing.
  private static var addressSpace: Int? {
    var limit = rlimit()
    // Safe: a C call with a value that outlives it.
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt64(Int.max)
    else { return nil }
    return Int(limit.rlim_cur)
  }
}
