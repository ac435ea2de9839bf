/// Texts as codes into a dictionary.
package struct TextColumn: Sendable {
  package var codes: [Int32]
  package var dictionary: TextDictionary
  package var validity: Bitmap?

  package init(codes: [Int32], dictionary: TextDictionary, validity: Bitmap? = nil) {
    self.codes = codes
    self.dictionary = dictionary
    self.validity = validity
  }

  /// Builds dictionary and codes from values; nil is missing.
  package init(_ values: [String?]) { self.init(from: values) }

  package init(_ values: some Sequence<String?>) { self.init(from: values) }

  private init(from values: some Sequence<String?>) {
    var builder = TextColumnBuilder()
    for value in values { builder.append(value) }
    self = builder.finish()
  }

  package var count: Int { codes.count }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package subscript(row: Int) -> String? { isValid(row) ? dictionary[Int(codes[row])] : nil }
}

/// Collects the texts of a column row by row.
package struct TextColumnBuilder {
  private var dictionary = TextDictionaryBuilder()
  private var codes: [Int32] = []
  private var valid = Bitmap(repeating: true, count: 0)

  package init() {}

  /// Adds a row; nil is missing.
  package mutating func append(_ text: String?) {
    codes.append(text.map { dictionary.code(for: $0) } ?? 0)
    valid.append(text != nil)
  }

  /// Adds a row with the text that `write` puts behind the bytes it is given.
  package mutating func append(written write: (inout [UInt8]) -> Void) {
    codes.append(dictionary.code(ofWritten: write))
    valid.append(true)
  }

  /// Adds a row with the same text as the row before; there must be one.
  package mutating func repeatLast() {
    codes.append(codes[codes.count - 1])
    valid.append(valid[valid.count - 1])
  }

  package consuming func finish() -> TextColumn {
    let isComplete = valid.isAllTrue
    let validity = isComplete ? nil : valid
    return TextColumn(codes: codes, dictionary: dictionary.finish(), validity: validity)
  }
}
