import CRegex

/// A compiled regular expression: RE2's syntax, linear time, no back-references.
///
/// The only place that touches the C++ library. Offsets are UTF-8 bytes.
@safe package final class RegularExpression: Sendable {
  /// What is wrong with a pattern, in the library's words.
  package struct Mistake: Error, Equatable {
    package let message: String
  }

  /// Safe to share: RE2 objects are immutable and thread-safe once made (re2.h, "RE2 … is thread-safe").
  private nonisolated(unsafe) let regex: OpaquePointer

  package init(_ pattern: String, ignoresCase: Bool = false) throws(Mistake) {
    var error = [CChar](repeating: 0, count: 256)
    var pattern = pattern
    // Safe: pointers are used only during the call; the error buffer is as long as it says.
    let made = pattern.withUTF8 { bytes in
      unsafe error.withUnsafeMutableBufferPointer { message in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe ibid_regex_new(
            characters.baseAddress, Int64(characters.count), ignoresCase ? 1 : 0, message.baseAddress,
            Int64(message.count))
        }
      }
    }
    guard let made = unsafe made else {
      throw Mistake(message: String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    unsafe regex = made
  }

  deinit { unsafe ibid_regex_free(regex) }

  package var groupCount: Int { Int(unsafe ibid_regex_group_count(regex)) }

  /// Whether it matches anywhere.
  package func matches(_ text: ArraySlice<UInt8>) -> Bool {
    // Safe: the text outlives the call; where no parts are asked for, no bounds are written.
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe ibid_regex_find(regex, characters.baseAddress, Int64(characters.count), 0, nil, 0) != 0
      }
    }
  }

  /// Byte ranges (within `text`'s own indices) of the leftmost match and its groups; nil for no match.
  package func firstMatch(in text: ArraySlice<UInt8>) -> [Range<Int>?]? { find(text, parts: groupCount + 1) }

  /// Every match that does not overlap the one before, leftmost first, each with its groups.
  ///
  /// An empty match right behind the one before is none of its own, so that `a*` finds one in "aa", not two.
  package func matches(in text: ArraySlice<UInt8>) -> [[Range<Int>?]] {
    var found: [[Range<Int>?]] = []
    var start = text.startIndex
    while start <= text.endIndex, let parts = find(text, parts: groupCount + 1, from: start), let whole = parts[0] {
      if !whole.isEmpty || found.last?[0]?.upperBound != whole.lowerBound { found.append(parts) }
      start = whole.isEmpty ? Self.next(after: whole.upperBound, in: text) : whole.upperBound
    }
    return found
  }

  /// The start of the next character in UTF-8.
  private static func next(after index: Int, in text: ArraySlice<UInt8>) -> Int {
    var next = index + 1
    while next < text.endIndex, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private func find(_ text: ArraySlice<UInt8>, parts: Int, from start: Int? = nil) -> [Range<Int>?]? {
    let size = max(parts, 1) * 2
    // Safe: the text and bounds outlive the call, `parts` numbers twice fit into `bounds`, and all are set if there is a match.
    return unsafe withUnsafeTemporaryAllocation(of: Int64.self, capacity: size) { bounds in
      let found = unsafe text.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          unsafe ibid_regex_find(
            regex, characters.baseAddress, Int64(characters.count), Int64((start ?? text.startIndex) - text.startIndex),
            bounds.baseAddress, Int32(parts))
        }
      }
      guard found != 0 else { return nil }
      return (0..<parts).map { part in
        let (lower, upper) = unsafe (bounds[2 * part], bounds[2 * part + 1])
        return lower < 0 ? nil : text.startIndex + Int(lower)..<text.startIndex + Int(upper)
      }
    }
  }
}
