import Ibid
import IbidColumns

/// What is compared between engines: rows, the sum of all numbers, and the order of one column.
struct ResultCheck: Encodable {
  var rows: Int
  var sum: Double
  /// The first value of the column in order, and whether it falls from there on.
  var first: Double?
  var falls: Bool?

  init(_ result: QueryResult, order: String?) {
    let table = result.table
    rows = table.rowCount
    sum = 0
    for column in table.columns {
      switch column {
      case .int(let numbers):
        for row in 0..<numbers.count where numbers.isValid(row) { sum += Double(numbers.values[row]) }
      case .float(let numbers):
        for row in 0..<numbers.count where numbers.isValid(row) { sum += numbers.values[row] }
      default: break
      }
    }
    guard let order, case .float(let numbers)? = table.column(order) else { return }
    first = numbers.values.first
    falls = zip(numbers.values, numbers.values.dropFirst()).allSatisfy { $0 >= $1 }
  }
}
