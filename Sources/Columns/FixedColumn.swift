/// Numbers of one width, with a validity bitmap.
///
/// Shape: `count` rows; `validity == nil` means that no value is missing. A missing row's value is unspecified.
package struct FixedColumn<Element: BitwiseCopyable & Sendable>: Sendable {
  private enum Storage: Sendable {
    case values([Element])
    /// Of a column of a file that was read into fewer bytes: most queries never ask for more.
    case deferred(Deferred<[Element]>, count: Int)
  }

  private var storage: Storage
  /// To be asked for once a loop, not once a row.
  package var values: [Element] {
    get {
      switch storage {
      case .values(let values): values
      case .deferred(let values, _): values.value
      }
    }
    set {
      storage = .values(newValue)
      (packed, gapsAreZero) = (nil, false)
    }
  }
  package var validity: Bitmap? { didSet { (packed, gapsAreZero) = (nil, false) } }
  /// The same in fewer bytes; whole numbers of tables may have it.
  package internal(set) var packed: PackedNumbers?
  /// Whether every missing row is known to hold zero, so that a sum may take it in; floats of tables may tell.
  package internal(set) var gapsAreZero = false

  package init(_ values: [Element], validity: Bitmap? = nil) {
    storage = .values(values)
    self.validity = validity
  }

  package var count: Int {
    switch storage {
    case .values(let values): values.count
    case .deferred(_, let count): count
    }
  }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package subscript(row: Int) -> Element? { isValid(row) ? values[row] : nil }
}

extension FixedColumn<Int64> {
  /// Numbers of which the distances are at hand; the numbers themselves are made if somebody asks for them.
  package init(_ packed: PackedNumbers, validity: Bitmap?) {
    storage = .deferred(Deferred { packed.numbers }, count: packed.count)
    self.validity = validity
    self.packed = packed
  }
}

extension FixedColumn<Double> {
  /// Whether every missing row holds zero; false where none is missing. O(missing rows).
  var zeroGaps: Bool {
    guard let validity else { return false }
    return (~validity).trueIndices.allSatisfy { values[Int($0)].bitPattern == 0 }
  }
}

/// Truth values under Kleene's logic: true, false, or unknown (not valid), and why a row is unknown.
package struct BoolColumn: Sendable {
  /// False where the truth is unknown.
  package var truth: Bitmap
  package var validity: Bitmap?
  /// Why a row is unknown.
  package var causes: UnknownCauses

  package init(_ truth: Bitmap, validity: Bitmap? = nil, causes: UnknownCauses = .all(.missing)) {
    self.truth = validity.map { truth & $0 } ?? truth
    self.validity = validity
    self.causes = causes
  }

  package var count: Int { truth.count }
  package subscript(row: Int) -> Bool? { validity.map { $0[row] } ?? true ? truth[row] : nil }
}
