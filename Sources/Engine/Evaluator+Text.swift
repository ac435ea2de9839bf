import IbidColumns
import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

// Functions of text and of lists of it. Null rule: a missing argument makes the result missing.

extension Evaluator {
  func text(
    _ function: ScalarFunction, _ operands: [Operand], _ at: (Int) -> Column, _ rows: Int, _ expression: PlanExpression
  ) throws(EngineError) -> Column {
    if case .list(let lists) = at(0) {
      if function == .length {
        return .int(FixedColumn((0..<lists.count).map { Int64(lists.range($0).count) }, validity: lists.validity))
      }
      guard function == .join, case .text(let separators) = at(1) else {
        return .missing(expression.type.base, count: rows)
      }
      return .text(
        TextColumn(
          (0..<rows).lazy.map { row in
            guard lists.isValid(row), let separator = separators[row] else { return nil }
            return lists.range(row).map { lists.elements.value(at: $0).plainText }.joined(separator: separator)
          }))
    }
    if case .reference(let references) = at(0) { return named(references, at(1), rows) }
    guard case .text(let texts) = at(0) else { return .missing(expression.type.base, count: rows) }
    /// The second argument where it is one text for all rows.
    var word: String?
    if operands.count > 1, operands[1].isConstant, case .text(let column) = operands[1].column { word = column[0] }
    switch function {
    case .lower: return .text(TextKernels.map(texts) { $0.lowercased() })
    case .upper: return .text(TextKernels.map(texts) { $0.uppercased() })
    case .trim: return .text(TextKernels.map(texts) { $0.trimmingBlanks })
    case .length: return .int(TextKernels.count(texts) { String(decoding: $0, as: UTF8.self).count })
    case .wordCount: return .int(TextKernels.wordCount(texts))
    case .has where word != nil: return .bool(TextKernels.has(texts, word ?? ""))
    case .contains where word != nil: return .bool(TextKernels.contains(texts, word ?? ""))
    case .occurrences where word != nil: return .int(TextKernels.occurrences(texts, word ?? ""))
    case .extract:
      guard let word, let regex = try? RegularExpression(word) else { return .missing(.text, count: rows) }
      return .text(
        TextKernels.map(texts) { text in
          let bytes = Array(text.utf8)[...]
          guard let parts = regex.firstMatch(in: bytes), let range = parts.count > 1 ? parts[1] : parts[0] else {
            return nil
          }
          return String(decoding: bytes[range], as: UTF8.self)
        })
    case .split:
      guard case .text(let separators) = at(1) else { return .missing(expression.type.base, count: rows) }
      var offsets: [Int32] = [0]
      var parts: [String] = []
      for row in 0..<rows {
        if let text = texts[row], let separator = separators[row] { parts += text.split(on: separator) }
        offsets.append(Int32(parts.count))
      }
      return .list(
        ListColumn(
          offsets: offsets, elements: .text(TextColumn(parts)), validity: bothValid(texts.validity, separators.validity)
        ))
    case .replace:
      guard case .text(let old) = at(1), case .text(let new) = at(2) else { return .missing(.text, count: rows) }
      return .text(
        TextColumn(
          (0..<rows).lazy.map { row in
            texts[row].flatMap { text in
              old[row].flatMap { from in new[row].map { text.split(on: from).joined(separator: $0) } }
            }
          }))
    default: break
    }
    // Both arguments vary by row.
    guard case .text(let others) = at(1) else { return .missing(expression.type.base, count: rows) }
    let validity = bothValid(texts.validity, others.validity)
    if function == .occurrences {
      return .int(
        FixedColumn(
          (0..<rows).map { row in TextKernels.occurrences(TextColumn([texts[row]]), others[row] ?? "").values[0] },
          validity: validity))
    }
    return .bool(
      Kleene.column(count: rows, validity: validity) { row in
        guard let text = texts[row], let other = others[row] else { return false }
        switch function {
        case .startsWith: return text.hasPrefix(other)
        case .endsWith: return text.hasSuffix(other)
        case .contains: return TextFold.findExact(Array(other.utf8), in: Array(text.utf8)[...])
        default:
          let needle = TextFold.fold(other)
          return needle.isEmpty || TextFold.find(needle, in: TextFold.fold(text)[...], from: 0, wholeWords: true) != nil
        }
      })
  }

  /// `party has "UK"`: the row's name or title, or one of its aliases, letter for letter but folded.
  func named(_ references: ReferenceColumn, _ wanted: Column, _ rows: Int) -> Column {
    guard let table = executor.snapshot.tables[references.table], case .text(let words) = wanted,
      case .text(let names)? = table.column("name") ?? table.column("title")
    else { return .missing(.bool, count: rows) }
    var aliases: ListColumn?
    if case .list(let lists)? = table.column("aliases") { aliases = lists }
    var cache: [Int64: Bool] = [:]
    return .bool(
      Kleene.column(count: rows, validity: bothValid(references.validity, words.validity)) { row in
        guard let word = words[row], let target = references[row] else { return false }
        let key = Int64(words.codes[row]) << 32 | Int64(target)
        if let known = cache[key] { return known }
        let folded = TextFold.fold(word)
        var isNamed = names[Int(target)].map { TextFold.fold($0) == folded } ?? false
        if let aliases, !isNamed {
          isNamed = aliases.range(Int(target)).contains {
            if case .text(let alias) = aliases.elements.value(at: $0) { TextFold.fold(alias) == folded } else { false }
          }
        }
        cache[key] = isNamed
        return isNamed
      })
  }
}

extension String {
  var trimmingBlanks: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[start...end])
  }

  /// Parts between separators; an empty separator splits nothing.
  func split(on separator: String) -> [String] {
    if separator.isEmpty { return [self] }
    let (text, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var start = 0
    var position = 0
    while position + mark.count <= text.count {
      if text[position] == mark[0], text[position..<position + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: text[start..<position], as: UTF8.self))
        position += mark.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }
}
