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
    for place in names.indices where names[place].name.kind == .person {
      let name = names[place].name
      var words = name.name.utf8.split(separator: 0x20)
      while words.count > 2, let last = words.last, Self.generations.contains(Substring(last)) { words.removeLast() }
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      let (given, surname) = (String(Substring(first)), String(Substring(last)))
      if bySurname[surname] == nil { bySurname[surname] = name.name }
      // "Hariri" for "Layla al-Hariri"
      if let bare = Self.withoutArticle(surname), bySurname[bare] == nil { bySurname[bare] = name.name }
      Self.add(name.name, given, to: &byGivenName)
      guard words.count > 2 else { continue }
      for word in words.dropFirst().dropLast() { Self.add(name.name, String(Substring(word)), to: &byPart) }
      Self.add(name.name, words.suffix(2).map { String(Substring($0)) }.joined(separator: " "), to: &byPart)
    }
  }

  /// `Hariri` of `al-Hariri`; nil without an Arabic article.
  private static func withoutArticle(_ surname: String) -> String? {
    guard let hyphen = surname.firstIndex(of: "-"), articles.contains(surname[..<hyphen]) else { return nil }
    return String(surname[surname.index(after: hyphen)...])
  }

  private static let articles: Set<Substring> = ["al", "el", "Al", "El", "as", "ar", "an", "ash", "bin"]

  private static let generations: [Substring] = ["Jr", "Sr", "II", "III", "IV"]

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
