/// The people of one document by surname and by given name.
struct FullNames {
  private var bySurname: [String: String] = [:]
  /// nil where two people share a given name.
  private var byGivenName: [String: String?] = [:]

  /// All surnames and given names.
  var keys: [String] { Array(bySurname.keys) + byGivenName.keys }

  /// The first to bear a surname keeps it.
  init(_ names: [NameAnnotator.Found]) {
    for (_, name) in names where name.kind == .person {
      var words = name.name.utf8.split(separator: 0x20)
      while words.count > 2, let last = words.last, Self.generations.contains(Substring(last)) { words.removeLast() }
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      let (given, surname) = (String(Substring(first)), String(Substring(last)))
      if bySurname[surname] == nil { bySurname[surname] = name.name }
      if let known = byGivenName[given] {
        if known != name.name { byGivenName[given] = .some(nil) }
      } else {
        byGivenName[given] = name.name
      }
    }
  }

  private static let generations: [Substring] = ["Jr", "Sr", "II", "III", "IV"]

  func fullName(ofSurname surname: String) -> String? { bySurname[surname] }

  func fullName(ofGivenName name: String) -> String? { byGivenName[name] ?? nil }
}
