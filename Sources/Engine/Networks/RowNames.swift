import IbidColumns

/// What the rows of a table are called, as `has` looks them up: by name or title, and by aliases.
///
/// A name that some row has as a whole means the rows that are called so: `"UK"` is not also every body with UK in its name.
/// One that no row has means the rows whose name or alias holds it as whole words, as a full name holds a surname. Case,
/// accents and the style of quotes do not matter.
struct RowNames {
  private let names: TextColumn
  private let aliases: ListColumn?

  /// Nil for a table whose rows have no names.
  init?(of table: Table) {
    guard case .text(let names)? = table.column("name") ?? table.column("title") else { return nil }
    self.names = names
    if case .list(let lists)? = table.column("aliases"), case .text = lists.elements {
      aliases = lists
    } else {
      aliases = nil
    }
  }

  /// What is looked for, and whether as a whole.
  struct Search {
    fileprivate let words: [UInt8]
    fileprivate let isWhole: Bool
  }

  /// Looks through the names of all rows, whether one is called so.
  func search(for words: String) -> Search {
    let folded = TextFold.fold(words)
    return Search(words: folded, isWhole: isSomewhere(folded, in: names) || isSomewhere(folded, in: aliasTexts))
  }

  func row(_ row: Int, fits search: Search) -> Bool {
    if names[row].map({ fits($0, search) }) ?? false { return true }
    guard let aliases, let texts = aliasTexts else { return false }
    return aliases.range(row).contains { texts[$0].map { fits($0, search) } ?? false }
  }

  private var aliasTexts: TextColumn? {
    if case .text(let texts)? = aliases?.elements { texts } else { nil }
  }

  private func fits(_ name: String, _ search: Search) -> Bool {
    let folded = TextFold.fold(name)
    return search.isWhole
      ? folded == search.words : TextFold.find(search.words, in: folded[...], from: 0, wholeWords: true) != nil
  }

  /// Whether a text is these words and no more. The kernel of `has` leaves few to be compared.
  private func isSomewhere(_ folded: [UInt8], in texts: TextColumn?) -> Bool {
    guard let texts, !folded.isEmpty else { return false }
    let holding = TextKernels.search(texts, for: folded, isFolded: true)
    return holding.truth.trueIndices.contains { row in texts[Int(row)].map { TextFold.fold($0) == folded } ?? false }
  }
}
