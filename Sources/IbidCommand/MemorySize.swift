import ArgumentParser

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
}
