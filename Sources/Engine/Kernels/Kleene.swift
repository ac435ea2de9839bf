import IbidColumns

// Null rule of this family: a row is unknown where its rule says so; bitmaps are built a word at a time.

/// The outcome of one comparison: 0 false, 1 true, 2 and more unknown for a cause.
struct Outcome: Equatable {
  let code: UInt8
  static let no = Outcome(code: 0)
  static let yes = Outcome(code: 1)
  /// Unknown for what most are.
  static let openBound = unknown(.openBound)
  static func unknown(_ cause: UnknownCause) -> Outcome { Outcome(code: cause.rawValue + 1) }
  @inline(__always) static func certain(_ truth: Bool) -> Outcome { Outcome(code: truth ? 1 : 0) }
}

enum Kleene {
  /// A truth column from a rule per row.
  ///
  /// `rule` is inlined at each use; nothing is allocated per row. By all threads of the run.
  @inline(__always)
  static func column(count: Int, _ rule: (Int) -> Outcome) -> BoolColumn {
    // The causes are written as they come, and forgotten where there are none.
    var known = [UInt64](repeating: .max, count: (count + 63) / 64)
    var truth: Bitmap?
    let causes = [UInt8](apart: count, filler: 0) { causes in
      known.withApart { known in
        truth = Bitmap(count: count) { range, truth in
          for word in range {
            var (truthWord, knownWord): (UInt64, UInt64) = (0, 0)
            for row in word &* 64..<min(word &* 64 &+ 64, count) {
              let code = rule(row).code
              let bit: UInt64 = 1 &<< UInt64(row & 63)
              if code == 1 { truthWord |= bit }
              if code < 2 { knownWord |= bit }
              causes[row] = code < 2 ? 0 : code &- 1
            }
            truth[word] = truthWord
            known[word] = knownWord
          }
        }
      }
    }
    let validity = Bitmap(words: known, count: count)
    let bits = truth ?? Bitmap(repeating: false, count: count)
    return validity.isAllTrue ? BoolColumn(bits) : BoolColumn(bits, validity: validity, causes: .each(causes))
  }

  /// A truth column where nothing is unknown but rows without a value.
  @inline(__always)
  static func column(count: Int, validity: Bitmap?, _ rule: (Int) -> Bool) -> BoolColumn {
    let truth = Bitmap(count: count) { range, words in
      for word in range {
        var bits: UInt64 = 0
        for row in word &* 64..<min(word &* 64 &+ 64, count) { bits |= (rule(row) ? 1 : 0) &<< UInt64(row & 63) }
        words[word] = bits
      }
    }
    return BoolColumn(truth, validity: validity)
  }

  // MARK: Logic

  static func not(_ a: BoolColumn) -> BoolColumn { BoolColumn(~a.truth, validity: a.validity, causes: a.causes) }

  /// False if either is false, true if both are true, else unknown.
  static func and(_ a: BoolColumn, _ b: BoolColumn) -> BoolColumn {
    guard a.validity != nil || b.validity != nil else { return BoolColumn(a.truth & b.truth) }
    let (knownA, knownB) = (known(a), known(b))
    let isFalse = (knownA & ~a.truth) | (knownB & ~b.truth)
    return BoolColumn(a.truth & b.truth, validity: isFalse | (knownA & knownB), causes: causes(a, b))
  }

  /// True if either is true, false if both are false, else unknown.
  static func or(_ a: BoolColumn, _ b: BoolColumn) -> BoolColumn {
    guard a.validity != nil || b.validity != nil else { return BoolColumn(a.truth | b.truth) }
    let (knownA, knownB) = (known(a), known(b))
    let isTrue = a.truth | b.truth
    return BoolColumn(isTrue, validity: isTrue | (knownA & knownB), causes: causes(a, b))
  }

  private static func known(_ a: BoolColumn) -> Bitmap { a.validity ?? Bitmap(repeating: true, count: a.count) }

  /// Per row the first cause in `UnknownCause`'s order among the sides that are unknown; 0 where both are known.
  private static func causes(_ a: BoolColumn, _ b: BoolColumn) -> UnknownCauses {
    if a.validity == nil { return b.causes }
    if b.validity == nil { return a.causes }
    if case .all(let cause) = a.causes, case .all(cause) = b.causes { return a.causes }
    return .each(
      [UInt8](morsels: a.count, filler: 0) { range, output in
        for row in range {
          let (x, y) = (cause(a, row), cause(b, row))
          output[row] = x == 0 ? y : y == 0 ? x : min(x, y)
        }
      })
  }

  @inline(__always)
  private static func cause(_ a: BoolColumn, _ row: Int) -> UInt8 {
    guard let validity = a.validity, !validity[row] else { return 0 }
    return a.causes[row].rawValue
  }
}
