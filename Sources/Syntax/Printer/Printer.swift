/// Writes a tree as canonical text: small, with no brackets but those that its meaning needs.
///
/// A pipeline of more than one step has a line for each. Reading the text again gives the same tree, spans aside, for
/// every tree that was read without diagnostics. Comments are not in the tree, so they are not in the text.
package enum Printer {
  package static func print(_ script: Script) -> String {
    script.statements.map { statement($0) + "\n" }.joined()
  }

  /// One statement, without a line end.
  package static func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .pipeline(let pipeline): self.pipeline(pipeline, indent: "")
    case .continuation(let steps): steps.map { "| " + step($0) }.joined(separator: "\n")
    case .load(let load): self.load(load)
    case .letBinding(let bound, let value): "let \(name(bound)) = " + pipeline(value, indent: "  ")
    case .parameter(let bound, let type, let value):
      "param \(name(bound)): \(self.type(type))" + (value.map { " = " + expression($0) } ?? "")
    case .function(let bound, let fields, let body):
      "fn \(name(bound))(\(commas(fields, field))) = " + expression(body)
    case .use(let path): "use " + quoted(path.value)
    case .set(let setting, let value): "set \(name(setting)) = " + expression(value)
    case .assert(let condition, let message):
      "assert " + expression(condition) + (message.map { ", " + quoted($0.value) } ?? "")
    case .explain(let value, let analyze): "explain " + (analyze ? "analyze " : "") + pipeline(value, indent: "  ")
    case .help(let topic): topic.map { "help " + $0.text } ?? "help"
    case .why(let row, let column): "why \(row.value)" + (column.map { " " + name($0) } ?? "")
    case .whyNot(let condition): "why not " + expression(condition)
    case .open(let row): "open \(row.value)"
    case .keep(let bound): "keep " + name(bound)
    case .malformed: "# could not be read"
    }
  }

  /// On one line, or a line for each step where there are several; never on more than one inside an expression.
  package static func pipeline(_ pipeline: Pipeline, indent: String?) -> String {
    let isLong = pipeline.steps.count > 1 && indent != nil
    let separator = isLong ? "\n\(indent ?? "")| " : " | "
    return ([expression(pipeline.source)] + pipeline.steps.map(step)).joined(separator: separator)
  }

  private static func load(_ load: Load) -> String {
    var text = "load " + quoted(load.path.value)
    if let bound = load.name { text += " as " + name(bound) }
    if !load.fields.isEmpty { text += " (" + commas(load.fields, field) + ")" }
    if !load.given.isEmpty { text += " with " + commas(load.given, label) }
    return text
  }

  private static func field(_ field: Field) -> String { name(field.name) + ": " + type(field.type) }

  package static func type(_ type: TypeName) -> String {
    let argument =
      switch type.argument {
      case nil: ""
      case .type(let inner): "<" + self.type(inner) + ">"
      case .word(let word): "<" + (isPlain(word.text) ? word.text : quoted(word.text)) + ">"
      }
    return type.name.text + argument + (type.isOptional ? "?" : "")
  }

  // MARK: Words

  static func commas<Part>(_ parts: [Part], _ print: (Part) -> String) -> String {
    parts.map(print).joined(separator: ", ")
  }

  static func label(_ label: Label) -> String { name(label.name) + ": " + expression(label.value) }

  /// A name where it could be taken for a word of the language.
  package static func name(_ name: Name) -> String {
    isPlain(name.text) && !contextual.contains(name.text) ? name.text : backticked(name.text)
  }

  /// A name behind a `.` or before a `(`, where only reserved words could be meant.
  package static func member(_ text: String) -> String {
    isPlain(text) && Words.reservedKinds[text] == nil ? text : backticked(text)
  }

  private static func backticked(_ text: String) -> String {
    "`" + String(text.filter { $0 != "`" && !$0.isNewline }) + "`"
  }

  /// Words that mean something to the language in one place or another.
  private static let contextual: Set<String> = Set(Words.reserved)
    .union(Words.statements.map(\.word)).union(Words.soft).union(["sort", "select"]).union(
      Words.foreignValues.map(\.word)
    )
    .union(Words.foreignNone).union(Words.foreignStatements.map(\.word)).union(Words.changingStatements)
    .union(Words.foreignOperatorWords.map(\.word))

  /// Whether a unit can stand without backticks.
  static func isPlainUnit(_ text: String) -> Bool {
    isPlain(text) && !contextual.contains(text) && !Words.isStep(text) && !Words.commonCurrencies.contains(text)
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
}
