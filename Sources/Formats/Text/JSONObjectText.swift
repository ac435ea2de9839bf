/// The text of one JSON object, its members in the order in which they are added.
package struct JSONObjectText {
  private var buffer = TextBuffer()
  private var isEmpty = true

  package init() {}

  /// `{"id":"unknown-column","line":3}`
  package var text: String {
    var copy = buffer
    return isEmpty ? "{}" : copy.take() + "}"
  }

  package mutating func add(_ name: String, _ value: String?) {
    begin(name)
    if let value { buffer.append(json: value) } else { buffer.append("null") }
  }

  package mutating func add(_ name: String, _ value: Int) {
    begin(name)
    buffer.append(Int64(value))
  }

  /// A member that is an object itself; nil is `null`.
  package mutating func add(_ name: String, _ value: JSONObjectText?) {
    begin(name)
    buffer.append(value?.text ?? "null")
  }

  package mutating func add(_ name: String, _ values: [JSONObjectText]) {
    begin(name)
    buffer.append("[" + values.map(\.text).joined(separator: ",") + "]")
  }

  private mutating func begin(_ name: String) {
    buffer.append(isEmpty ? "{" : ",")
    isEmpty = false
    buffer.append(json: name)
    buffer.append(":")
  }
}
