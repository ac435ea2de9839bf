import FoundationEssentials
import Glibc

/// Statements of this and of earlier sessions, each once, the latest last.
///
/// The file has a statement a line, with line breaks and backslashes as `\012` and `\134`, and is only ever appended to, so
/// that sessions side by side do not take statements from each other. That it cannot be written never matters.
struct History {
  private(set) var entries: [String] = []
  /// Nil if there is no home to keep a file in.
  let path: String?

  static let limit = 2000

  /// Reads the file.
  init(path: String?) {
    self.path = path
    guard let path, let data = try? Data(contentsOf: URL(filePath: path)) else { return }
    let lines = data.split(separator: 0x0A).map { Self.decoded($0) }.filter { !$0.isEmpty && $0 != Self.header }
    var seen: Set<String> = []
    entries = lines.reversed().filter { seen.insert($0).inserted }.prefix(Self.limit).reversed()
    if lines.count > 2 * Self.limit { rewrite() }
  }

  /// `$XDG_STATE_HOME/ibid/history`, or `~/.local/state/ibid/history`; folders are made.
  static func ofUser() -> History {
    let state = Console.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = state ?? Console.environment("HOME").flatMap({ $0.isEmpty ? nil : $0 + "/.local/state" }) else {
      return History(path: nil)
    }
    var made = ""
    for part in (base + "/ibid").split(separator: "/") {
      made += "/" + part
      // Safe: a string passed for the length of the call.
      _ = unsafe mkdir(made, 0o700)
    }
    return History(path: base + "/ibid/history")
  }

  /// Keeps a statement as the latest one.
  mutating func add(_ text: String) {
    guard !text.isEmpty, entries.last != text else { return }
    entries.removeAll { $0 == text }
    entries.append(text)
    if entries.count > Self.limit { entries.removeFirst() }
    guard let path else { return }
    // Safe: a string passed for the length of the call.
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    _ = Console.writeAll(Self.encoded(text) + "\n", to: file)
    close(file)
  }

  /// The latest statement that goes on from a text.
  func completion(of text: String) -> String? {
    entries.last { $0.hasPrefix(text) && $0.utf8.count > text.utf8.count }
  }

  private func rewrite() {
    guard let path else { return }
    let text = entries.map { Self.encoded($0) + "\n" }.joined()
    try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    // Safe: as above.
    _ = unsafe chmod(path, 0o600)
  }

  // MARK: The file

  /// The first line of files that libedit wrote.
  private static let header = "_HiStOrY_V2_"

  static func encoded(_ text: String) -> String {
    text.replacing("\\", with: "\\134").replacing("\n", with: "\\012").replacing("\r", with: "\\015")
  }

  /// With `\ooo` as the byte that it stands for.
  static func decoded(_ line: some Sequence<UInt8>) -> String {
    let bytes = Array(line)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(3)
      if bytes[index] == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }),
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        result.append(byte)
        index += 4
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
