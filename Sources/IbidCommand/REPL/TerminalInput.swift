import Glibc

/// Bytes typed on the terminal, as characters.
///
/// Reads whatever has arrived at once, so that a paste can be told from typing and looked ahead into.
struct TerminalInput {
  private var waiting: [UInt8] = []
  private var position = 0

  var isEmpty: Bool { position >= waiting.count }

  /// Takes in what has arrived, waiting up to a time for it.
  ///
  /// A negative time waits for ever; a change of the terminal's size ends the wait. False where the input has ended.
  mutating func fill(waitMilliseconds: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: TerminalSize.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // Safe: two descriptors, passed for the length of the call.
    guard unsafe poll(&descriptors, 2, waitMilliseconds) > 0, descriptors[0].revents != 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 4096)
    // Safe: reads at most the buffer's length into it.
    let count = unsafe read(0, &buffer, buffer.count)
    if count > 0 {
      if isEmpty {
        waiting.removeAll(keepingCapacity: true)
        position = 0
      }
      waiting += buffer[..<count]
      return true
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN)
  }

  /// The next character of what has arrived; nil if it has not arrived whole. Bytes that are no UTF-8 give U+FFFD.
  mutating func next() -> Unicode.Scalar? {
    guard !isEmpty else { return nil }
    let first = waiting[position]
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard position + length <= waiting.count else { return nil }
    let bytes = waiting[position..<position + length]
    guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      position += 1
      return "\u{FFFD}"
    }
    position += length
    return scalar
  }

  /// Waits for the rest of a character of which only some bytes have come; if it does not come, they are no character.
  mutating func restOfPartial() -> Unicode.Scalar? {
    let count = waiting.count
    _ = fill(waitMilliseconds: 200)
    if waiting.count > count { return next() }
    position += 1
    return "\u{FFFD}"
  }

  /// Puts characters in front of what waits, to be read next.
  mutating func pushBack(_ text: String) {
    waiting.replaceSubrange(..<position, with: Array(text.utf8))
    position = 0
  }

  mutating func discard() {
    waiting.removeAll()
    position = 0
  }

  /// The first byte of what waits.
  var nextByte: UInt8? { isEmpty ? nil : waiting[position] }

  /// What waits up to its first line's end; nil if nothing waits, or a key that is no text.
  var nextLine: String? {
    guard !isEmpty else { return nil }
    let rest = waiting[position...]
    let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) { return nil }
    return String(decoding: line, as: UTF8.self)
  }
}
