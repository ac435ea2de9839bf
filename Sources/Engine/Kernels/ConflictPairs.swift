import IbidColumns
import IbidPlan
import IbidSource

// Null rule: rows without a value or without a certain key are in no group and so in no pair.

/// Rows of the same key, each with the later ones of its group: what `conflicts` goes through.
struct ConflictPairs {
  private(set) var left: [Int32] = []
  private(set) var right: [Int32] = []
  /// Whether the two values cannot both hold; the other pairs are possible ones.
  private(set) var isCertain: [Bool] = []

  /// Code of each row's keys, `0..<domain`.
  private let keys: Codes
  /// Rows that take part, by key, ascending; those of key `k` are `rows[starts[k]..<starts[k + 1]]`.
  private let rows: [Int32]
  private let starts: [Int32]
  private let isMember: Bitmap

  /// Throws where the run was stopped.
  init(keys: Codes, members: Bitmap) throws(EngineError) {
    var keys = keys
    if keys.domain > Codes.directLimit { keys.compact() }
    // What a stopped grouping leaves are no codes below the domain.
    if Parallel.isCurrentStopped() { throw .cancelled }
    let domain = Int(keys.domain)
    var starts = [Int32](repeating: 0, count: domain + 1)
    let all = members.trueIndices
    for place in all.indices.untilStopped { starts[Int(keys.values[Int(all[place])]) + 1] += 1 }
    for code in 0..<domain { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[domain]))
    // Of a loop that was stopped there may be fewer, of this one no more.
    for place in all.indices.untilStopped {
      let row = all[place]
      let code = Int(keys.values[Int(row)])
      rows[Int(next[code])] = row
      next[code] += 1
    }
    self.keys = keys
    self.rows = rows
    self.starts = starts
    isMember = members
  }

  /// Compares the values of all pairs and keeps those that conflict, in order of the left row, then the right.
  ///
  /// `identity`: equal where two values are the same as they were stated. `isPeriod`: what moments are. Quadratic in the
  /// size of a group; polls `parallel`.
  mutating func compare(
    _ values: Column, identity: Codes, isPeriod: Bool, includesPossible: Bool, _ parallel: Parallel,
    at span: ByteSpan
  ) throws(EngineError) {
    let rule = Rule(identity: identity, includesPossible: includesPossible, parallel: parallel, span: span)
    switch values {
    case .measure(let measures):
      guard let side = AlignedMeasures.normalized(measures) else {
        throw .failed(.overflow("a number of this comparison", at: span))
      }
      try keep(rule) { i, j in
        if side.unitClass(i) != side.unitClass(j) { return .unknown(.otherUnit) }
        return CompareMeasures.outcome(.equal, side.interval(i), side.interval(j))
      }
    case .moment(let moments):
      try keep(rule) { i, j in
        let (x, y) = (moments.stretch(i), moments.stretch(j))
        if !x.isResolved || !y.isResolved { return .unknown(.unresolved) }
        return isPeriod ? CompareMoments.periods(.equal, x, y) : CompareMoments.dates(.equal, x, y)
      }
    default: try keep(rule) { i, j in .certain(identity.values[i] == identity.values[j]) }
    }
  }

  private struct Rule {
    let identity: Codes
    let includesPossible: Bool
    let parallel: Parallel
    let span: ByteSpan
  }

  /// `areEqual` is inlined at each use.
  @inline(__always)
  private mutating func keep(_ rule: Rule, _ areEqual: (Int, Int) -> Outcome) throws(EngineError) {
    var next = starts
    for row in isMember.trueIndices {
      let code = Int(keys.values[Int(row)])
      next[code] += 1
      var from = Int(next[code])
      let end = Int(starts[code + 1])
      repeat {
        if rule.parallel.isStopped { throw .cancelled }
        let stop = min(from + 65_536, end)
        while from < stop {
          let other = rows[from]
          from += 1
          switch areEqual(Int(row), Int(other)).code {
          case Outcome.no.code: append(row, other, isCertain: true)
          case Outcome.yes.code, Outcome.unknown(.missing).code, Outcome.unknown(.otherUnit).code: continue
          default:
            if rule.includesPossible, rule.identity.values[Int(row)] != rule.identity.values[Int(other)] {
              append(row, other, isCertain: false)
            }
          }
        }
        if left.count >= Int(Int32.max) { throw .failed(.tooManyConflicts(at: rule.span)) }
      } while from < end
    }
  }

  private mutating func append(_ row: Int32, _ other: Int32, isCertain: Bool) {
    left.append(row)
    right.append(other)
    self.isCertain.append(isCertain)
  }
}

extension AlignedMeasures.Side {
  fileprivate func interval(_ row: Int) -> CompareMeasures.Interval {
    CompareMeasures.Interval(low: low[row], high: high[row], flags: flags(row))
  }
}

extension MomentColumn {
  fileprivate func stretch(_ row: Int) -> CompareMoments.Stretch {
    CompareMoments.Stretch(low: low[row], high: high[row])
  }
}
