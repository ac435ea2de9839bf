/// Characters of documents that must not reach a terminal as they are, or that would hide there.
///
/// Control characters can move the cursor or retitle the window, bidirectional controls can make a text read as another
/// ("Trojan Source", CVE-2021-42574), and invisible ones can hide words. Joiners between letters and in emoji stay: they
/// are part of how scripts are written.
package enum Hazard {
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0xAD: true  // soft hyphen: terminals disagree on its width
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
    case 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF: true  // invisible
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true  // interlinear annotation, tags
    default: false
    }
  }
}

extension String {
  /// The text as a terminal may show it, on one line.
  ///
  /// A line break is shown as `⏎`, a tab as a space, any other hazard as its escape in Swift's notation: `\u{202E}`.
  /// Texts of documents are full of line breaks that mean nothing, so they get one quiet sign rather than an escape;
  /// formats for programs keep the character itself. The tags of a flag emoji are kept.
  var visible: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = ""
    var isInFlag = false
    var afterReturn = false
    for scalar in unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      isInFlag = scalar.value == 0x1F3F4 || (isInFlag && (0xE0020...0xE007F).contains(scalar.value))
      switch scalar {
      case "\n": if !afterReturn { result += "⏎" }
      case "\r", "\u{2028}", "\u{2029}": result += "⏎"
      case "\t": result += " "
      case _ where Hazard.contains(scalar) && !isInFlag:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
