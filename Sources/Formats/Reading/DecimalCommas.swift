import IbidColumns
import IbidTypes

/// Numbers such as `1.234,5` in files that have semicolons between their cells.
///
/// They are read as text: `1,234` may be either number, and a value that is taken for another is worse than a text.
enum DecimalCommas {
  /// How many values of a column are looked at.
  private static let sampleRows = 200

  /// One for each column of texts that are all numbers, one of them with a decimal comma.
  static func warnings(about table: Table) -> [String] {
    zip(table.schema.fields, table.columns).compactMap { field, column in
      guard case .text(let texts) = column else { return nil }
      var hasComma = false
      var seen = 0
      for row in 0..<min(texts.count, sampleRows) {
        guard let text = texts[row] else { continue }
        guard isNumber(text) else { return nil }
        seen += 1
        hasComma = hasComma || text.utf8.contains(Delimiter.comma)
      }
      guard hasComma, seen > 0 else { return nil }
      let name = field.name
      return "column \(excerpt(name)) has numbers with a decimal comma, which are read as text; "
        + "float(replace(replace(\(name), \".\", \"\"), \",\", \".\")) makes numbers of them"
    }
  }

  /// A sign, digits, dots between them, at most one comma behind all dots.
  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    var commas = 0
    for (index, byte) in text.trimmed.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: ".") where commas == 0 && digits > 0: break
      case Delimiter.comma where commas == 0 && digits > 0: commas += 1
      default: return false
      }
    }
    return digits > 0
  }
}
