import Ibid

/// What `.set` and its short forms change.
struct REPLSettings {
  enum Name: String, CaseIterable {
    case format, width, rows, timing, pager, types

    /// What its value may be, for people.
    var values: String {
      switch self {
      case .format: ResultFormat.allCases.map(\.rawValue).joined(separator: " ")
      case .width, .rows: "a number, or auto"
      case .timing, .pager, .types: "on or off"
      }
    }

    var examples: [String] {
      switch self {
      case .format: ResultFormat.allCases.map(\.rawValue)
      case .width, .rows: ["auto"]
      case .timing, .pager, .types: ["on", "off"]
      }
    }
  }

  var format: ResultFormat
  /// Columns to print in; nil for those of the terminal.
  var width: Int?
  /// Rows of a result printed without being asked for all; nil for as many as the screen has room for.
  var rows: Int?
  var showsTime = false
  var usesPager = true
  /// A row of types under the head.
  var showsTypes = false

  /// The value as it is set.
  func value(_ name: Name) -> String {
    func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
    return switch name {
    case .format: format.rawValue
    case .width: width.map(String.init) ?? "auto"
    case .rows: rows.map(String.init) ?? "auto"
    case .timing: word(showsTime)
    case .pager: word(usesPager)
    case .types: word(showsTypes)
    }
  }

  /// False if the setting takes no such value.
  mutating func set(_ name: Name, to text: String) -> Bool {
    switch name {
    case .format:
      guard let format = ResultFormat(rawValue: text) else { return false }
      self.format = format
    case .width: return Self.setNumber(&width, to: text, within: 20...10_000)
    case .rows: return Self.setNumber(&rows, to: text, within: 1...1_000_000)
    case .timing: return Self.setSwitch(&showsTime, to: text)
    case .pager: return Self.setSwitch(&usesPager, to: text)
    case .types: return Self.setSwitch(&showsTypes, to: text)
    }
    return true
  }

  private static func setNumber(_ number: inout Int?, to text: String, within range: ClosedRange<Int>) -> Bool {
    if text == "auto" || text == "0" {
      number = nil
      return true
    }
    guard let value = Int(text), range.contains(value) else { return false }
    number = value
    return true
  }

  private static func setSwitch(_ isOn: inout Bool, to text: String) -> Bool {
    guard text == "on" || text == "off" else { return false }
    isOn = text == "on"
    return true
  }
}
