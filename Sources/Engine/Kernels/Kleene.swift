import IbidColumns

// Null rule of this family: a row is unknown where its rule says so; bitmaps are built a word at a time.

/// The outcome of one comparison: 0 false, 1 true, 2 and more unknown for a cause.
struct Outcome: Equatable {
  let code: UInt8
  static let no = Outcome(code: 0)
  static let yes = Outcome(code: 1)
  static func unknown(_ cause: UnknownCause) -> Outcome { Outcome(code: cause.rawValue + 1) }
  @inline(__always) static func certain(_ truth: Bool) -> Outcome { Outcome(code: truth ? 1 : 0) }
}

enum Kleene {
  /// A truth column from a rule per row.
  ///
  /// `rule` is inlined at each use; nothing is allocated per row.
  @inline(__always)
  static func column(count: Int, _ rule: (Int) -> Outcome) -> BoolColumn {
    let wordCount = (count + 63) / 64
    var truth = [UInt64](repeating: 0, count: wordCount)
    var known = [UInt64](repeating: 0, count: wordCount)
    var causes: [UInt8] = []
    var row = 0
    for word in 0..<wordCount {
      var truthWord: UInt64 = 0
      var knownWord: UInt64 = 0
      let end = min(row + 64, count)
      var bit: UInt64 = 1
      while row < end {
        let code = rule(row).code
        if code == 1 { truthWord |= bit }
        if code < 2 {
          knownWord |= bit
        } else {
          if causes.isEmpty { causes = [UInt8](repeating: 0, count: count) }
          causes[row] = code - 1
        }
        bit &<<= 1
        row &+= 1
      }
      truth[word] = truthWord
      known[word] = knownWord
    }
    return BoolColumn(
      Bitmap(words: truth, count: count), validity: causes.isEmpty ? nil : Bitmap(words: known, count: count),
      causes: causes)
  }

  /// A truth column where nothing is unknown but rows without a value.
  @inline(__always)
  static func column(count: Int, validity: Bitmap?, _ rule: (Int) -> Bool) -> BoolColumn {
    let wordCount = (count + 63) / 64
    var truth = [UInt64](repeating: 0, count: wordCount)
    var row = 0
    for word in 0..<wordCount {
      var truthWord: UInt64 = 0
      let end = min(row + 64, count)
      var bit: UInt64 = 0
      while row < end {
        truthWord |= (rule(row) ? 1 : 0) &<< bit
        bit &+= 1
        row &+= 1
      }
      truth[word] = truthWord
    }
    return BoolColumn(Bitmap(words: truth, count: count), validity: validity, causes: missingCauses(validity))
  }

  static func missingCauses(_ validity: Bitmap?) -> [UInt8] {
    guard let validity, !validity.isAllTrue else { return [] }
    return [UInt8](capacity: validity.count) { output in
      for row in 0..<validity.count { output.append(validity[row] ? 0 : UnknownCause.missing.rawValue) }
    }
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
  private static func causes(_ a: BoolColumn, _ b: BoolColumn) -> [UInt8] {
    [UInt8](capacity: a.count) { output in
      for row in 0..<a.count {
        let (x, y) = (cause(a, row), cause(b, row))
        output.append(x == 0 ? y : y == 0 ? x : min(x, y))
      }
    }
  }

  @inline(__always)
  private static func cause(_ a: BoolColumn, _ row: Int) -> UInt8 {
    guard let validity = a.validity, !validity[row] else { return 0 }
    return a.causes.isEmpty || a.causes[row] == 0 ? UnknownCause.missing.rawValue : a.causes[row]
  }
}
