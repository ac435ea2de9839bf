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
  package init(_ values: some Sequence<String?>) {
    var builder = TextDictionaryBuilder()
    var codes: [Int32] = []
    var valid = Bitmap(repeating: true, count: 0)
    for value in values {
      codes.append(value.map { builder.code(for: $0) } ?? 0)
      valid.append(value != nil)
    }
    self.init(codes: codes, dictionary: builder.finish(), validity: valid.isAllTrue ? nil : valid)
  }

  package var count: Int { codes.count }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package subscript(row: Int) -> String? { isValid(row) ? dictionary[Int(codes[row])] : nil }
}
