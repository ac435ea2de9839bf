/// Commands, or names of tables, that a misspelt one may have meant.
enum NearCommand {
  /// Those that begin alike, or differ in a third of their letters at most.
  static func matches(_ typed: String, among names: [String] = ShellCommand.allCases.map(\.rawValue)) -> [String] {
    names.filter { name in
      !typed.isEmpty
        && (name.hasPrefix(typed) || typed.hasPrefix(name)
          || distance(Array(typed), Array(name)) <= max(1, name.count / 3))
    }
  }

  /// Letters to add, drop or change (Levenshtein).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
