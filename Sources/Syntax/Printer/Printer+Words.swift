/// Single words and literals, which are never broken.
extension Printer {
  package static func type(_ type: TypeName) -> String {
    let argument =
      switch type.argument {
      case nil: ""
      case .type(let inner): "<" + self.type(inner) + ">"
      case .word(let word): "<" + (isArgument(word.text, of: type) ? word.text : quoted(word.text)) + ">"
      }
    return type.name.text + argument + (type.isOptional ? "?" : "")
  }

  /// A table, currency or unit that needs no quotes. `ref<money>` means the table, `list<money>` the type.
  private static func isArgument(_ text: String, of type: TypeName) -> Bool {
    isPlain(text) && Words.reservedKinds[text] == nil && (type.name.text == "ref" || !Words.types.contains(text))
  }

  /// A name where it could be taken for a word of the language.
  package static func name(_ name: Name) -> String {
    isPlain(name.text) && !contextual.contains(name.text) && !isOperator(name.text)
      ? name.text : backticked(name.text)
  }

  /// A name behind a `.` or before a `(`, where only reserved words could be meant.
  package static func member(_ text: String) -> String {
    isPlain(text) && Words.reservedKinds[text] == nil ? text : backticked(text)
  }

  /// A name before a `:`. In a call `sort` would begin a clause.
  static func label(_ name: Name) -> String { name.text == "sort" ? backticked(name.text) : member(name.text) }

  /// What `help` is asked about: any word, or the id of a diagnostic.
  static func topic(_ name: Name) -> String {
    let isWord = name.text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { isPlain(String($0)) }
    return isWord ? name.text : backticked(name.text)
  }

  static func integer(_ literal: IntegerLiteral) -> String { grouped(String(literal.value)) }

  static func backticked(_ text: String) -> String {
    "`" + String(text.filter { $0 != "`" && !$0.isNewline }) + "`"
  }

  /// Words that mean something else where a name may stand, at the end of a line, or behind `explain` or a `(`.
  private static let contextual: Set<String> = Set(Words.reserved).union(NewlineRule.linkWords)
    .union(["sort", "distinct", "analyze"]).union(Words.foreignValues.map(\.word)).union(Words.foreignNone)

  /// `between`, `AND`.
  private static func isOperator(_ text: String) -> Bool { Words.isForeignOperator(text) }

  /// First in a statement the word is one of ours, or one that is diagnosed.
  static func startsStatement(_ text: String) -> Bool {
    let word = text.lowercased()
    return Words.statementEntries[word] != nil || Words.foreignStatementWords[text] != nil
      || Words.changingStatements.contains(word) || word == "select"
  }

  /// Whether a unit can stand without backticks.
  static func isPlainUnit(_ text: String) -> Bool {
    isPlain(text) && !contextual.contains(text) && !Words.softSet.contains(text) && !isOperator(text)
      && !Words.isStep(text) && Words.foreignSteps[text.lowercased()] == nil && !Words.commonCurrencies.contains(text)
  }

  /// The text is one name token.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return Byte.isNameByte(UInt8(scalar.value)) }
      return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// The inside of a text literal.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        let category = scalar.properties.generalCategory
        let isHidden =
          category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator
        if isHidden {
          result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  static func regex(_ regex: Regex) -> String { "/" + regex.pattern + "/" + (regex.ignoresCase ? "i" : "") }

  // MARK: Literals

  static func literal(_ literal: Literal) -> String {
    switch literal {
    case .number(let digits, let scale): grouped(digits) + word(scale)
    case .quantity(let digits, _, let unit) where unit.text == "%": grouped(digits) + "%"
    case .quantity(let digits, let scale, let unit):
      grouped(digits) + word(scale) + " " + (isPlainUnit(unit.text) ? unit.text : "`\(unit.text)`")
    case .money(let digits, let scale, let currency): money(digits, scale, currency)
    case .date(let text): "@" + text
    case .string(let text): quoted(text)
    case .bool(let value): value ? "true" : "false"
    case .none: "none"
    }
  }

  private static func money(_ digits: String, _ scale: Scale?, _ currency: String) -> String {
    if currency.utf8.allSatisfy(Byte.isLetter) { return "\(currency) \(grouped(digits))\(word(scale))" }
    let suffix = MoneySuffix.allCases.first { $0.scale == scale }?.rawValue ?? ""
    return currency + grouped(digits) + suffix
  }

  private static func word(_ scale: Scale?) -> String { scale.map { " " + $0.rawValue } ?? "" }

  /// `24000` as `24_000`; four digits stand alone, as years do.
  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count > 4 else { return digits }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += "_" }
      text.append(digit)
    }
    return ([text] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
