/// Accounts write the sign of a currency in the first row and beside the total; the values between are sums of it, too.
///
///     Wages        $ 312.4
///     Fuel            45.2
///     Total        $ 357.6
struct SignedRows {
  /// Of the body, from the first value with a sign to the last.
  var rows: Range<Int>
  var code: String
}

extension Grid {
  /// For each column whether its values lie between two signs of one currency; none where it has no such values.
  ///
  /// The last sign must stand in a total, or two columns must have their signs in the same rows, so that `Budget $300` above
  /// `Staff 12` makes no money of people.
  func signedRows(_ values: CellReader) -> [Int: SignedRows] {
    var found: [Int: SignedRows] = [:]
    var isBroken: Set<Int> = []
    for (index, row) in body.enumerated() {
      for cell in row.cells where cell.column > 0 {
        guard let value = values.value(of: cell.tokens), let code = value.currency else { continue }
        guard !value.isScaled, found[cell.column].map({ $0.code == code }) ?? true else {
          isBroken.insert(cell.column)
          continue
        }
        let first = found[cell.column]?.rows.lowerBound ?? index
        found[cell.column] = SignedRows(rows: first..<index + 1, code: code)
      }
    }
    found = found.filter { $1.rows.count > 2 && !isBroken.contains($0) }
    return found.filter { _, signed in
      let last = body[body.startIndex + signed.rows.upperBound - 1]
      let isLast = last.cells.first.map { $0.column == 0 && isTotal($0.tokens, values.tokens) } ?? false
      return isLast || found.values.count { $0.rows == signed.rows } > 1
    }
  }

  private func isTotal(_ label: Range<Int>, _ tokens: Tokens) -> Bool {
    label.contains { tokens.isAny($0, Self.totals) }
  }

  private static let totals: WordList = ["total", "totals", "subtotal", "net", "balance", "sum"]
}
