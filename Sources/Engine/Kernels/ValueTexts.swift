import IbidColumns
import IbidTypes

// Null rule: the text of a missing value is missing.

/// The values of a column as they are printed, each different one once.
///
/// Numbers, amounts and days are written as bytes, by all threads; what is rare goes through a `String`.
struct ValueTexts {
  private let values: Column
  private let snapshot: Snapshot
  /// How amounts are written, where these are all alike.
  private let amounts: AmountText?
  /// Whether all dates are days.
  private let areDays: Bool

  private init(_ values: Column, in snapshot: Snapshot) {
    (self.values, self.snapshot) = (values, snapshot)
    amounts = if case .measure(let amounts) = values { AmountText(amounts) } else { nil }
    areDays =
      if case .moment(let moments) = values { moments.grains.allSatisfy { $0 == Grain.day.rawValue } } else { false }
  }

  /// O(rows), and a text for each different value.
  static func column(_ column: Column, in snapshot: Snapshot) -> TextColumn {
    let (groups, firstRows) = Codes(printedBy: column).grouped()
    // What a stopped grouping leaves are no numbers of groups.
    let none = { TextColumn([String?](repeating: nil, count: column.count)) }
    if Parallel.isCurrentStopped() { return none() }
    let values = column.gathered(firstRows, hasMissing: false)
    let texts = ValueTexts(values, in: snapshot)
    let parts = Parallel.current.mapMorsels(of: firstRows.count) { texts.written($0) }
    if Parallel.isCurrentStopped() { return none() }
    let areDifferent = parts.allSatisfy(\.areDifferent)
    let validity = column.validity.flatMap { $0.isAllTrue ? nil : $0 }
    if areDifferent, validity == nil {
      guard let dictionary = ByteTexts.dictionary(parts.map(\.texts)) else { return none() }
      return TextColumn(codes: groups, dictionary: dictionary)
    }
    var (dictionary, codes): (TextDictionary?, [Int32])
    if areDifferent {
      dictionary = ByteTexts.dictionary(parts.map(\.texts))
      codes = (0..<(dictionary?.count ?? 0)).map { Int32($0) }
    } else {
      (dictionary, codes) = ByteTexts.distinct(parts.map(\.texts))
    }
    guard let dictionary, !Parallel.isCurrentStopped() else { return none() }
    // The groups that have a text, in order.
    var codeOf = [Int32](repeating: 0, count: firstRows.count)
    var next = codes.makeIterator()
    for group in codeOf.indices where values.isValid(group) { codeOf[group] = next.next() ?? 0 }
    return TextColumn(codes: codeOf.gathered(groups, filler: 0), dictionary: dictionary, validity: validity)
  }

  private struct Part {
    var texts: ByteTexts
    /// Whether different values have different texts.
    var areDifferent: Bool
  }

  /// The texts of some of the values that are there.
  private func written(_ rows: Range<Int>) -> Part {
    switch values {
    case .int(let ints):
      let numbers = ints.values
      return written(rows, atMost: 20, areDifferent: true) { row, output, place in
        let number = numbers[row]
        let start = number < 0 ? output.put(UInt8(ascii: "-"), at: place) : place
        return output.put(digits: number.magnitude, at: start)
      }
    case .float(let floats):
      let numbers = floats.values
      var places = 0
      return written(rows, atMost: 40, areDifferent: true) { row, output, place in
        FloatText.put(numbers[row], &places, output, at: place)
      }
    case .measure:
      guard let amounts else { break }
      return written(rows, atMost: amounts.most, areDifferent: amounts.areDifferent) { row, output, place in
        amounts.put(row, output, at: place)
      }
    case .moment(let moments):
      guard let days = moments.singleDays else { break }
      let grains = moments.grains
      return written(rows, atMost: 10, areDifferent: areDays) { row, output, place in
        let (year, month, day) = Calendar.civil(fromDays: Int(days[row]))
        guard grains[row] == Grain.day.rawValue, (0...9999).contains(year) else { return nil }
        var place = output.put(digits: UInt64(year), width: 4, at: place)
        place = output.put(UInt8(ascii: "-"), at: place)
        place = output.put(digits: UInt64(month), width: 2, at: place)
        place = output.put(UInt8(ascii: "-"), at: place)
        return output.put(digits: UInt64(day), width: 2, at: place)
      }
    default: break
    }
    return written(rows, atMost: 0, areDifferent: false) { _, _, _ in nil }
  }

  /// `write` puts the text of a row somewhere and tells where it ends; nil: it is left to whoever prints values.
  @inline(__always)
  private func written(
    _ rows: Range<Int>, atMost length: Int, areDifferent: Bool, _ write: (Int, Apart<UInt8>, Int) -> Int?
  ) -> Part {
    var part = Part(texts: ByteTexts(texts: rows.count, bytesPerText: min(length, 16)), areDifferent: areDifferent)
    let validity = values.validity
    for row in rows where validity?[row] ?? true {
      if part.texts.append(atMost: length, { write(row, $0, $1) }) { continue }
      part.texts.append(values.value(at: row).printed(in: snapshot))
      // Of floats each has a text of its own, whoever writes it.
      if case .float = values { continue }
      part.areDifferent = false
    }
    return part
  }
}

/// Floats as Swift writes them: the fewest digits that stand for them.
enum FloatText {
  private static let zero = Array("0.0".utf8)

  /// nil for those that have an exponent or more digits than a few. `places`: behind the point, of the number before.
  @inline(__always)
  static func put(_ number: Double, _ places: inout Int, _ output: Apart<UInt8>, at place: Int) -> Int? {
    if number == 0 { return output.put(zero.span, at: place) }
    guard number.magnitude >= 1e-4, let short = ShortDecimal(number, places: places) ?? ShortDecimal(number) else {
      return nil
    }
    places = short.places
    var (digits, behind) = (UInt64(short.numerator.magnitude), short.places)
    while behind > 0, digits % 10 == 0 {
      digits /= 10
      behind &-= 1
    }
    var place = number < 0 ? output.put(UInt8(ascii: "-"), at: place) : place
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: .powerOfTen(behind))
    place = output.put(digits: whole, at: place)
    place = output.put(UInt8(ascii: "."), at: place)
    return output.put(digits: fraction, width: max(behind, 1), at: place)
  }
}

extension Codes {
  /// Equal codes for values that are printed alike for certain: identical ones with the same words, where these are printed.
  fileprivate init(printedBy column: Column) {
    switch column {
    case .moment(let moments) where moments.singleDays != nil: self.init(statedBy: moments)
    case .moment(let moments):
      self.init(identityOf: column)
      combine(with: Codes(statedBy: moments))
    case .measure(let amounts) where !amounts.isExact:
      self.init(identityOf: column)
      let flags = amounts.flags
      let change = MeasureColumn.Flags.change
      if flags.contains(where: { $0 & change != 0 }) {
        combine(with: Codes(flags.map { $0 & change != 0 ? 1 : 0 }, domain: 2))
      }
      let isWithoutEnds = { (row: Int) in flags[row] & MeasureColumn.Flags.point == 0 }
      guard flags.indices.contains(where: isWithoutEnds) else { return }
      for words in [amounts.worded, amounts.text] {
        guard let words else { continue }
        let none = Int32(words.dictionary.count)
        combine(
          with: Codes(
            (0..<amounts.count).map { isWithoutEnds($0) && words.isValid($0) ? words.codes[$0] : none },
            domain: Int64(none) + 1))
      }
    default: self.init(identityOf: column)
    }
  }
}
