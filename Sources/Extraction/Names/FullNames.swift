/// The people of one document by surname and by given name.
struct FullNames {
  private var bySurname: [String: String] = [:]
  /// nil where two people share a given name.
  private var byGivenName: [String: String?] = [:]
  /// By a word inside a name, or by its last two; nil where two people share them.
  private var byPart: [String: String?] = [:]

  /// All surnames and given names.
  var keys: [String] { Array(bySurname.keys) + byGivenName.keys }

  /// The first to bear a surname keeps it.
  init(_ names: [NameAnnotator.Found]) {
    var words = SplitName()
    for place in names.indices where names[place].name.kind == .person {
      let name = names[place].name.name
      words.read(name)
      while words.count > 2, words.isLast(oneOf: Self.generations) { words.removeLast() }
      guard words.count > 1 else { continue }
      let (last, surname) = (words.count - 1, words.text(words.count - 1))
      if bySurname[surname] == nil { bySurname[surname] = name }
      // "Hariri" for "Layla al-Hariri"
      if let bare = Self.withoutArticle(surname), bySurname[bare] == nil { bySurname[bare] = name }
      Self.add(name, words.text(0), to: &byGivenName)
      guard words.count > 2 else { continue }
      for word in 1..<last { Self.add(name, words.text(word), to: &byPart) }
      Self.add(name, words.text(last - 1) + " " + surname, to: &byPart)
    }
  }

  /// `Hariri` of `al-Hariri`; nil without an Arabic article.
  private static func withoutArticle(_ surname: String) -> String? {
    guard surname.utf8.contains(0x2D), let hyphen = surname.firstIndex(of: "-"), articles.contains(surname[..<hyphen]) else { return nil }
    return String(surname[surname.index(after: hyphen)...])
  }

  private static let articles: Set<Substring> = ["al", "el", "Al", "El", "as", "ar", "an", "ash", "bin"]

  private static let generations = ["Jr", "Sr", "II", "III", "IV"].map { Array($0.utf8) }

  private static func add(_ name: String, _ part: String, to table: inout [String: String?]) {
    if let known = table[part] {
      if known != name { table[part] = .some(nil) }
    } else {
      table[part] = name
    }
  }

  /// For `Baca Quintero` of "Raul Baca Quintero" and for `Quek` of "Desmond Quek Boon Teck", where a text says "Mr Quek".
  func fullName(ofPart part: String) -> String? { byPart[part] ?? nil }

  func fullName(ofSurname surname: String) -> String? { bySurname[surname] }

  func fullName(ofGivenName name: String) -> String? { byGivenName[name] ?? nil }
}
