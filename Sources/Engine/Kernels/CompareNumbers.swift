import IbidColumns
import IbidPlan

// Null rule: kernels ignore validity; the result takes the bitmap of both sides.

/// Comparison of plain numbers, the operator chosen once for the whole column.
enum CompareNumbers {
  static func compare<Element: Comparable & BitwiseCopyable>(
    _ op: Comparison, _ a: [Element], _ b: [Element], validity: Bitmap?
  ) -> BoolColumn {
    switch op {
    case .equal: Kleene.column(count: a.count, validity: validity) { a[$0] == b[$0] }
    case .notEqual: Kleene.column(count: a.count, validity: validity) { a[$0] != b[$0] }
    case .less: Kleene.column(count: a.count, validity: validity) { a[$0] < b[$0] }
    case .lessOrEqual: Kleene.column(count: a.count, validity: validity) { a[$0] <= b[$0] }
    case .greater: Kleene.column(count: a.count, validity: validity) { a[$0] > b[$0] }
    case .greaterOrEqual: Kleene.column(count: a.count, validity: validity) { a[$0] >= b[$0] }
    }
  }

  static func compare<Element: Comparable & BitwiseCopyable>(
    _ op: Comparison, _ a: [Element], _ b: Element, validity: Bitmap?
  ) -> BoolColumn {
    switch op {
    case .equal: Kleene.column(count: a.count, validity: validity) { a[$0] == b }
    case .notEqual: Kleene.column(count: a.count, validity: validity) { a[$0] != b }
    case .less: Kleene.column(count: a.count, validity: validity) { a[$0] < b }
    case .lessOrEqual: Kleene.column(count: a.count, validity: validity) { a[$0] <= b }
    case .greater: Kleene.column(count: a.count, validity: validity) { a[$0] > b }
    case .greaterOrEqual: Kleene.column(count: a.count, validity: validity) { a[$0] >= b }
    }
  }
}
