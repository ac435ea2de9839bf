/// Towns that are somebody's surname in this document.
extension NameAnnotator {
  /// `Lopez` after "Feliciano Lopez" is the person again, though a town or a country is called so: one word that no "in", no region and no
  /// other mention of the document makes a town.
  func withSurnames(_ names: [Found], _ people: FullNames) -> [Found] {
    func isAsked(_ kind: MentionKind, _ place: Range<Int>) -> Bool {
      (kind == .place || kind == .country) && place.count == 1
        && people.fullName(ofSurname: tokens.text(place.lowerBound)) != nil
    }
    var towns: Set<String> = []
    var isAny = false
    for place in names.indices where isAsked(names[place].name.kind, names[place].name.tokens) {
      isAny = true
      let town = names[place].name.tokens.lowerBound
      if isTown(town) { towns.insert(tokens.text(town)) }
    }
    guard isAny else { return names }
    return names.map { found in
      let place = found.name.tokens.lowerBound
      guard isAsked(found.name.kind, found.name.tokens), !towns.contains(tokens.text(place)),
        !tokens.isAny(place - 1, .placeCue) || isOwner(place),
        let full = people.fullName(ofSurname: tokens.text(place))
      else { return found }
      var found = found
      found.name.kind = .person
      found.name.name = full
      found.name.countryCode = nil
      return found
    }
  }

  /// "to Lopez's family": whose family it is.
  private func isOwner(_ i: Int) -> Bool {
    i + 1 < tokens.count && tokens.kinds[i + 1] == .clitic && tokens.isKey(i + 1, .s)
      && (tokens.isAny(i + 2, .kin) || tokens.isAny(i + 2, Self.kin))
  }

  private static let kin: WordList = ["family", "lawyer", "office", "parents"]

  /// "in Lopez", "of Lopez", "Lopez, Texas", "Lopez (Spain)", "Lopez-based", and the head of a dispatch.
  ///
  /// "to" and "from" lead to people as well: such a mention stays as it is and tells nothing of others.
  private func isTown(_ i: Int) -> Bool {
    let isIn = [Key.in, .near, .at, .of, .outside, .around, .across].contains { tokens.isKey(i - 1, $0) }
    if isIn || tokens.isAny(i - 1, .direction) || tokens.isAny(i - 1, .placeNoun) { return true }
    let next = i + 1
    if tokens.isHyphen(next) || tokens.isDash(next) || tokens.isAny(next, .placeNoun) { return true }
    return (tokens.isSymbol(next, ",") || tokens.isSymbol(next, "(")) && tokens.isCapital(next + 1)
  }
}
