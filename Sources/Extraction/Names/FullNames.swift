/// The people of one document by surname and by given name.
struct FullNames {
  private var bySurname: [String: String] = [:]
  /// nil where two people share a given name.
  private var byGivenName: [String: String?] = [:]

  var isEmpty: Bool { bySurname.isEmpty }

  /// The first to bear a surname keeps it.
  init(_ names: [NameAnnotator.Found]) {
    for (_, name) in names where name.kind == .person {
      var words = name.name.split(separator: " ")
      while words.count > 2, let last = words.last, ["Jr", "Sr", "II", "III", "IV"].contains(last) {
        words.removeLast()
      }
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      if bySurname[String(last)] == nil { bySurname[String(last)] = name.name }
      if let known = byGivenName[String(first)] {
        if known != name.name { byGivenName[String(first)] = .some(nil) }
      } else {
        byGivenName[String(first)] = name.name
      }
    }
  }

  func fullName(ofSurname surname: String) -> String? { bySurname[surname] }

  func fullName(ofGivenName name: String) -> String? { byGivenName[name] ?? nil }
}
