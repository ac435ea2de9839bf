import IbidColumns
import IbidPlan

// Null rule: kernels ignore validity; the result takes the bitmap of both sides.

/// Comparison of plain numbers, the operator chosen once for the whole column.
enum CompareNumbers {
  static func compare<Element: Comparable & BitwiseCopyable>(
    _ op: Comparison, _ a: [Element], _ b: [Element], validity: Bitmap?
  ) -> BoolColumn {
    let truth =
      switch op {
      case .equal: bits(a, b, Equal.self)
      case .notEqual: ~bits(a, b, Equal.self)
      case .less: bits(a, b, Less.self)
      case .lessOrEqual: bits(a, b, LessOrEqual.self)
      case .greater: bits(b, a, Less.self)
      case .greaterOrEqual: bits(b, a, LessOrEqual.self)
      }
    return BoolColumn(truth, validity: validity)
  }

  static func compare<Element: Comparable & BitwiseCopyable>(
    _ op: Comparison, _ a: [Element], _ b: Element, validity: Bitmap?
  ) -> BoolColumn {
    let truth =
      switch op {
      case .equal: bits(a, b, Equal.self)
      case .notEqual: ~bits(a, b, Equal.self)
      case .less: bits(a, b, Less.self)
      case .lessOrEqual: bits(a, b, LessOrEqual.self)
      case .greater: bits(a, b, Greater.self)
      case .greaterOrEqual: bits(a, b, GreaterOrEqual.self)
      }
    return BoolColumn(truth, validity: validity)
  }

  /// Floats against one of them.
  static func compare(_ op: Comparison, _ a: [Double], _ limit: Double, validity: Bitmap?) -> BoolColumn {
    let test = RowTest.floats(FloatTest(values: a, comparison: op, limit: limit))
    return BoolColumn(test.bitmap(rows: a.count), validity: validity)
  }

  /// A word of bits for sixty-four elements.
  @inline(__always)
  private static func bits<Element: BitwiseCopyable>(
    _ a: [Element], _ word: (borrowing Span<Element>, Int) -> UInt64
  ) -> Bitmap {
    Bitmap(count: a.count) { range, words in
      let a = a.span
      for index in range { words[index] = word(a, index) }
    }
  }

  /// Which numbers lie in a range, or do not.
  static func within<Number: NumberOfVectors>(_ range: ClosedRange<Number>, _ a: [Number], negated: Bool)
    -> Bitmap
  {
    let bits = bits(a) { $0.bits($1, within: range) }
    return negated ? ~bits : bits
  }

  /// Short twins against one number.
  static func compare(_ op: Comparison, _ numbers: PackedNumbers, _ limit: Int64, validity: Bitmap?) -> BoolColumn {
    BoolColumn(RowTest(op, numbers, limit).bitmap(rows: numbers.count), validity: validity)
  }

  // MARK: Loops

  private static func bits<Element: Comparable & BitwiseCopyable, Test: OrderTest>(
    _ a: [Element], _ limit: Element, _: Test.Type
  ) -> Bitmap {
    Bitmap(count: a.count) { range, words in
      let a = a.span
      for word in range { words[word] = a.bits(word) { Test.holds($0, limit) } }
    }
  }

  private static func bits<Element: Comparable & BitwiseCopyable, Test: OrderTest>(
    _ a: [Element], _ b: [Element], _: Test.Type
  ) -> Bitmap {
    Bitmap(count: a.count) { range, words in
      let (a, b) = (a.span, b.span)
      for word in range {
        var bits: UInt64 = 0
        let first = word &* 64
        for place in 0..<min(64, a.count &- first) {
          bits |= (Test.holds(a[first &+ place], b[first &+ place]) ? 1 : 0) &<< UInt64(place)
        }
        words[word] = bits
      }
    }
  }
}

/// A comparison as a type, so that a loop is compiled for it.
private protocol OrderTest {
  static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool
}

private enum Equal: OrderTest {
  @inline(__always) static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a == b }
}

private enum Less: OrderTest {
  @inline(__always) static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a < b }
}

private enum LessOrEqual: OrderTest {
  @inline(__always) static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a <= b }
}

private enum Greater: OrderTest {
  @inline(__always) static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a > b }
}

private enum GreaterOrEqual: OrderTest {
  @inline(__always) static func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a >= b }
}
