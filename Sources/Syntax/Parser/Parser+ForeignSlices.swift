import IbidSource

/// Rows and columns picked by brackets, as pandas and Python have it: `documents[:5]`, `documents.iloc[0:5]`,
/// `documents.loc[documents.words > 300, "title"]`. Steps pick them here.
extension Parser {
  /// What a slice is taken of, the slice reported; nil, with nothing read, if the brackets hold no slice. The next token is `[`.
  mutating func foreignSlice(of operand: Expression) -> Expression? {
    guard let (table, accessor) = sliced(operand), let closer = closing(of: position) else { return nil }
    let inside = position + 1..<closer
    guard !inside.isEmpty, accessor != nil || isOfNumbers(inside) else { return nil }
    let comma = comma(in: inside)
    let rows = inside.lowerBound..<(comma ?? closer)
    let columns = (comma.map { $0 + 1 } ?? closer)..<closer
    let steps = rowSteps(rows, of: table) + columnStep(columns)
    let whole = operand.span.joined(with: tokens[closer].span)
    let place = (accessor ?? tokens[position].span).joined(with: tokens[closer].span)
    position = closer + 1
    discard(within: whole)
    let text = ([table] + steps).joined(separator: " | ")
    report(
      SyntaxDiagnostic.slice(
        source.string(place), at: place, edit: steps.isEmpty ? nil : .init(whole, mended(text) ?? text)))
    return Expression(.name(Name(table, at: operand.span)), at: whole)
  }

  /// The table before the brackets, and the place of `loc` or `iloc` behind it.
  private func sliced(_ operand: Expression) -> (table: String, accessor: ByteSpan?)? {
    switch operand.kind {
    case .name(let table): return (table.text, nil)
    case .member(let inner, let member) where ["loc", "iloc"].contains(member.text):
      guard case .name(let table) = inner.kind else { return nil }
      return (table.text, member.span)
    default: return nil
    }
  }

  /// `:5`, `2:5`, `2:`
  private func isOfNumbers(_ range: Range<Int>) -> Bool {
    let kinds = range.prefix(4).map { tokens[$0].kind }
    return kinds == [.colon, .number] || kinds == [.number, .colon] || kinds == [.number, .colon, .number]
  }

  /// The first comma that stands in no brackets of its own.
  private func comma(in range: Range<Int>) -> Int? {
    var inner = 0
    for index in range {
      let kind = tokens[index].kind
      if kind.isOpeningBracket { inner += 1 }
      if kind.isClosingBracket { inner -= 1 }
      if inner == 0, kind == .comma { return index }
    }
    return nil
  }

  /// `2:5` as `skip 2` and `take 3`; a condition as a `where`, its columns without the table's name.
  private func rowSteps(_ rows: Range<Int>, of table: String) -> [String] {
    guard let first = rows.first, let last = rows.last else { return [] }
    if let colon = rows.first(where: { tokens[$0].kind == .colon }) {
      let low = colon == first ? 0 : Int(text(colon - 1)) ?? 0
      let high = colon == last ? nil : Int(text(colon + 1))
      let length = high.flatMap { $0 > low ? $0 - low : nil }
      return (low > 0 ? ["skip \(low)"] : []) + (length.map { ["take \($0)"] } ?? [])
    }
    let condition = source.string(tokens[first].span.joined(with: tokens[last].span))
    if Int(condition) != nil { return [] }
    return ["where " + condition.split(separator: table + ".", omittingEmptySubsequences: false).joined()]
  }

  /// `"title"`, `["title", "words"]` as a `select`.
  private func columnStep(_ columns: Range<Int>) -> [String] {
    let names = columns.filter { tokens[$0].kind == .string }.map { index in
      Printer.name(Name(String(text(index).dropFirst().dropLast()), at: tokens[index].span))
    }
    return names.isEmpty ? [] : ["select " + names.joined(separator: ", ")]
  }
}
