import IbidTypes

/// A value as `JSONFormat` writes it: an object with bounds.
struct JSONValueObject {
  enum Kind: Equatable { case money, quantity, moment }

  let kind: Kind
  private let members: [String: Cell]
  private let bytes: [UInt8]

  /// nil if the cell is no such object.
  init?(_ cell: Cell, _ bytes: [UInt8]) {
    guard cell.kind == .object else { return nil }
    var parser = JSONParser(bytes, at: cell.range.lowerBound)
    guard let members = try? parser.object() else { return nil }
    self.init(members, bytes)
  }

  private init?(_ members: [JSONParser.Member], _ bytes: [UInt8]) {
    var named: [String: Cell] = [:]
    for (key, value) in members { named[String(decoding: bytes[key.range], as: UTF8.self)] = value }
    guard named["low"] != nil, named["high"] != nil else { return nil }
    if named["currency"] != nil {
      kind = .money
    } else if named["unit"] != nil {
      kind = .quantity
    } else if named["grain"] != nil {
      kind = .moment
    } else {
      return nil
    }
    self.members = named
    self.bytes = bytes
  }

  static func isValue(_ members: [JSONParser.Member], _ bytes: [UInt8]) -> Bool {
    JSONValueObject(members, bytes) != nil
  }

  /// nil if a part has the wrong type or does not fit.
  var measure: Measure? {
    guard let low = end("low"), let high = end("high"), low.map({ low in high.map { low <= $0 } ?? true }) ?? true,
      let unit = text(kind == .money ? "currency" : "unit")
    else { return nil }
    return Measure(
      low: low, high: high, isLowOpen: flag("low_open"), isHighOpen: flag("high_open"),
      isHedged: text("hedge") == "about", unit: unit, text: text("text"), worded: text("worded"))
  }

  var moment: Moment? {
    guard let grain = text("grain").flatMap(Grain.init(named:)), let low = second("low", isLow: true),
      let high = second("high", isLow: false)
    else { return nil }
    return Moment(low: low, high: high, grain: grain, text: text("text"), partial: text("partial"))
  }

  /// Outer nil: not a number; inner nil: no end there.
  private func end(_ name: String) -> ExactNumber?? {
    guard let cell = members[name], cell.kind != .missing else { return .some(nil) }
    guard cell.kind == .plain else { return nil }
    let digits = String(decoding: bytes[cell.range], as: UTF8.self)
    guard let mark = digits.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return ExactNumber(digits: digits).map { .some($0) }
    }
    guard let exponent = Int(digits[digits.index(after: mark)...]), abs(exponent) < 1000 else { return nil }
    return ExactNumber(digits: digits[..<mark], exponent: exponent).map { .some($0) }
  }

  private func second(_ name: String, isLow: Bool) -> Int64?? {
    guard let words = text(name) else { return .some(nil) }
    guard let moment = Moment(literal: words) else { return nil }
    return .some(isLow ? moment.low : moment.high)
  }

  private func flag(_ name: String) -> Bool { members[name].flatMap { CellNumber.bool(bytes, $0.range) } ?? false }

  private func text(_ name: String) -> String? {
    guard let cell = members[name] else { return nil }
    switch cell.kind {
    case .quoted: return String(decoding: bytes[cell.range], as: UTF8.self)
    case .escaped: return JSONText.unescaped(bytes[cell.range])
    default: return nil
    }
  }
}
