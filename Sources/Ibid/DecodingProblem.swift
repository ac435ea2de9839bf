import IbidTypes

/// Why a column and a Swift type do not go together: a diagnostic without its place.
struct DecodingProblem: Error, Hashable {
  var id: String
  var message: String
  var reason: String?
  var suggestions: [String] = []

  /// A column of another type, or one that may miss values where Swift cannot.
  static func mismatch(
    _ column: String, _ found: ValueType, wanted: String, reason: String? = nil, try suggestions: [String] = []
  ) -> Self {
    DecodingProblem(
      id: "decode-type-mismatch", message: "the column `\(column)` is \(found), which does not fit in \(wanted)",
      reason: reason,
      suggestions: suggestions)
  }

  /// What only a value shows.
  static func value(_ column: String, _ what: String) -> Self {
    DecodingProblem(id: "decode-failed", message: "\(what), in column `\(column)`")
  }
}

extension DecodingProblem {
  /// What ended the decoding of a row (from 0): one of ours, one of Swift's, or one of the type's own.
  init(_ error: any Error, row: Int) {
    switch error {
    case var problem as DecodingProblem:
      if problem.id == "decode-failed" { problem.message = "row \(row + 1): " + problem.message }
      self = problem
    case let error as DecodingError:
      let context: DecodingError.Context?
      switch error {
      case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
        .dataCorrupted(let found):
        context = found
      @unknown default: context = nil
      }
      let path = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
      let what = context?.debugDescription ?? "\(error)"
      self.init(
        id: "decode-failed", message: "row \(row + 1): " + (path.isEmpty ? what : "\(what), in column `\(path)`"),
        reason: "the Swift type refused the value")
    default:
      self.init(
        id: "decode-failed", message: "row \(row + 1): \(error)", reason: "the initialiser of the Swift type threw this"
      )
    }
  }
}
