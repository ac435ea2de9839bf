package import IbidColumns

/// The id and the name of a row that a reference leads to.
///
/// A `ReferenceColumn` holds a table's name and row numbers only; whoever holds the tables knows what to print.
package typealias ReferenceResolver = @Sendable (_ table: String, _ row: Int32) -> (id: String, name: String)

/// A way to write tables as text: one small type per format.
///
/// Rows go to the sink in pieces of some 64 KB, each of whole rows, so that a table of any length needs little memory.
/// What the sink throws (a full disk, a closed pipe, a cancelled task) ends the writing.
package protocol TableFormat: Sendable {
  func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure)
}

extension TableFormat {
  /// The whole table as one text.
  package func text(of table: Table, references: @escaping ReferenceResolver = rowNumberReferences) -> String {
    var text = ""
    write(table, references: references) { text += $0 }
    return text
  }
}

/// Names a referenced row by its table and row number, counted from 1: for tables whose targets are not at hand.
package let rowNumberReferences: ReferenceResolver = { table, row in
  let name = "\(table) \(Int(row) + 1)"
  return (name, name)
}
