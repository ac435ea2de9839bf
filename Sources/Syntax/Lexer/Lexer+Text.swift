import IbidSource

extension Lexer {
  /// `"…"`, which may run over lines.
  ///
  /// Where the closing quote is missing, the next quote opens another string: a closing quote far down that a name
  /// touches, or none at all, means that the string was meant to end with its line.
  mutating func straightString() {
    let start = offset
    var end = offset + 1
    var lineEnd: Int?
    while end < bytes.count, bytes[end] != Byte.quote {
      if bytes[end] == Byte.newline {
        if lineEnd == nil { lineEnd = end }
        if hasUnclosedString { break }
      }
      end += bytes[end] == Byte.backslash && end + 1 < bytes.count ? 2 : 1
    }
    end = min(end, bytes.count)
    let isClosed = end < bytes.count && bytes[end] == Byte.quote
    let touchesName = isClosed && end + 1 < bytes.count && Byte.isNameByte(bytes[end + 1])
    if isClosed, lineEnd == nil || !touchesName {
      offset = end + 1
      let isSound = checkString(ByteSpan(start + 1, end))
      return append(.string, from: start, isBroken: !isSound)
    }
    hasUnclosedString = true
    endsInString = !isClosed && end >= bytes.count
    offset = lineEnd ?? end
    if offset > start + 1, bytes[offset - 1] == Byte.carriageReturn { offset -= 1 }
    report(SyntaxDiagnostic.unclosedString(at: ByteSpan(start, start + 1), end: offset))
    append(.string, from: start, isBroken: true)
  }

  /// `'…'` or `“…”`: read as a string, with a diagnostic. It ends with its line.
  mutating func foreignString(closing: [[UInt8]]) {
    let start = offset
    let opening = decodeScalar(bytes, at: offset)?.1 ?? 1
    var end = offset + opening
    var closer: [UInt8]?
    while end < bytes.count, bytes[end] != Byte.newline {
      closer = closing.first { bytes[end...].starts(with: $0) }
      if closer != nil { break }
      end += 1
    }
    guard let closer else {
      unknown()
      return
    }
    offset = end + closer.count
    let content = string(start + opening, end)
    report(SyntaxDiagnostic.foreignQuotes(content, at: ByteSpan(start, offset)))
    append(.string, from: start, isBroken: true)
  }

  /// Looks at the escapes and bytes between the quotes; false if a diagnostic was raised.
  private mutating func checkString(_ span: ByteSpan) -> Bool {
    let count = diagnostics.count
    var index = span.lower
    while index < span.upper {
      guard bytes[index] == Byte.backslash else {
        index += 1
        continue
      }
      guard let (_, length) = StringEscape.decode(bytes[index..<span.upper]) else {
        let end = index + 1 < span.upper ? index + 1 + (decodeScalar(bytes, at: index + 1)?.1 ?? 1) : index + 1
        if string(index, min(index + 3, span.upper)) == "\\u{",
          let close = bytes[index..<min(index + 40, span.upper)].firstIndex(of: UInt8(ascii: "}"))
        {
          report(SyntaxDiagnostic.noScalar(string(index, close + 1), at: ByteSpan(index, close + 1)))
          index = close + 1
          continue
        }
        report(SyntaxDiagnostic.unknownEscape(string(index, end), at: ByteSpan(index, end)))
        index = end
        continue
      }
      index += length
    }
    if String(validating: bytes[span.range], as: UTF8.self) == nil { report(SyntaxDiagnostic.invalidUTF8(at: span)) }
    return diagnostics.count == count
  }

  /// `` `odd names` ``, on one line.
  mutating func quotedName() {
    let start = offset
    var end = offset + 1
    while end < bytes.count, bytes[end] != Byte.backtick, bytes[end] != Byte.newline { end += 1 }
    let isClosed = end < bytes.count && bytes[end] == Byte.backtick
    offset = isClosed ? end + 1 : end
    if !isClosed {
      report(SyntaxDiagnostic.unclosedName(at: ByteSpan(start, start + 1), end: offset))
    } else if end == start + 1 {
      report(SyntaxDiagnostic.emptyName(at: ByteSpan(start, offset)))
    }
    append(.quotedName, from: start, isBroken: !isClosed || end == start + 1)
  }
}

/// What stands after a backslash in a string: `\" \\ \n \r \t \0 \u{…}`.
enum StringEscape {
  /// The scalar and the bytes it takes; `bytes` starts with the backslash. Nil if there is no such escape.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard bytes.count >= 2 else { return nil }
    switch bytes[bytes.startIndex + 1] {
    case Byte.quote: return ("\"", 2)
    case Byte.backslash: return ("\\", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "0"): return ("\0", 2)
    case UInt8(ascii: "u"):
      guard bytes.count >= 5, bytes[bytes.startIndex + 2] == UInt8(ascii: "{") else { return nil }
      let rest = bytes[(bytes.startIndex + 3)...].prefix(9)
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")), end > rest.startIndex,
        let value = UInt32(String(decoding: rest[..<end], as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value)
      else { return nil }
      return (scalar, end + 1 - bytes.startIndex)
    default: return nil
    }
  }

  /// The value of a string's inside; an unknown escape stands for what follows the backslash.
  static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(Byte.backslash) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == Byte.backslash {
        if let (scalar, length) = decode(bytes[index...]) {
          result.append(contentsOf: UTF8.encode(scalar)!)
          index += length
        } else {
          index += 1
        }
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
