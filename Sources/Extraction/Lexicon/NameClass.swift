/// What a word does in names; beside `WordClass`, for the rules of names alone.
package struct NameClass: OptionSet, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  /// `van`, `de`, `bin`: small words inside a person's name.
  package static let particle = NameClass(bit: 0)
  /// `president`, `senator`, `judge`: an office of one person, so that a single word after it is a surname.
  package static let personalOffice = NameClass(bit: 1)
  /// `Inc`, `GmbH`, `plc`: ends a company's name, whatever stands before it.
  package static let company = NameClass(bit: 2)
  /// `Hurricane`, `Typhoon`: an event's name follows.
  package static let storm = NameClass(bit: 3)
  /// `summit`, `riots`, `pandemic`: makes an event of the capitals before it, in small letters too.
  package static let smallEventHead = NameClass(bit: 4)
  /// `programme`, `scheme`: makes a programme of the capitals before it, in small letters too.
  package static let smallProgrammeHead = NameClass(bit: 5)
  /// `Lake`, `Mount`, `Port`: a place's name follows.
  package static let placeLead = NameClass(bit: 6)
  /// Abbreviations in capitals that name no body: `GDP`, `CEO`, `HIV`.
  package static let plainAbbreviation = NameClass(bit: 7)
  /// `city`, `town`, `province`: "the city of" a place.
  package static let placeNoun = NameClass(bit: 8)
  /// `in`, `near`, `from`: a place may follow.
  package static let placeCue = NameClass(bit: 9)
  /// `official`, `spokesman`, `shares`: an organisation's name stands before it.
  package static let bodyCue = NameClass(bit: 10)
  /// `east`, `northern`: before a place's name and no part of it.
  package static let direction = NameClass(bit: 11)
  /// `Former`, `Several`: everyday words that begin a sentence and no name.
  package static let noStart = NameClass(bit: 12)
  /// `Action`, `Annual`: two words with one of these make no name of a programme ("Action Plan").
  package static let generic = NameClass(bit: 13)
  /// `interest`, `stake`: what follows "in" is no place.
  package static let noPlace = NameClass(bit: 14)
  /// `war`, `crisis`: an event's head that needs more than one word before it, or a capital.
  package static let weakEventHead = NameClass(bit: 15)
  /// `Regulation`, `Resolution`: a number behind it makes a law.
  package static let numberedLaw = NameClass(bit: 16)
  /// `Public` of "Public Law 117-58", `Executive` of "Executive Order 14067".
  package static let numberedLawLead = NameClass(bit: 17)
  /// `Act`, `Bill`, `Code`: closes a law's title.
  package static let titledLaw = NameClass(bit: 18)
  /// `Convention`, `Charter`: closes a law's title, or begins it ("Convention on …").
  package static let convention = NameClass(bit: 19)
  /// `Operation`, `Project`: the name follows.
  package static let operation = NameClass(bit: 20)
  /// `Group`, `Team`: heads that do not begin a name ("Group of Friends").
  package static let weakLead = NameClass(bit: 21)
  /// `USS`, `HMS`: a ship's name follows.
  package static let vessel = NameClass(bit: 22)
  /// `Mission`, `Delegation`: bodies that are in or to a place.
  package static let mission = NameClass(bit: 23)
  /// `Battle`, `Siege`: an event's name follows "of".
  package static let eventLead = NameClass(bit: 25)
  /// `shares`, `employees`: a company has them.
  package static let firmCue = NameClass(bit: 24)
  /// `airline`, `charity`, `start-up`: an organisation's name may follow.
  package static let bodyNoun = NameClass(bit: 26)
  /// `mill`, `camp`: what follows "at" is a place.
  package static let siteNoun = NameClass(bit: 27)
  /// `regiment`, `fleet`: with an ordinal before it a unit of an army.
  package static let militaryUnit = NameClass(bit: 29)
  /// `son`, `aunt`: a given name may follow.
  package static let kin = NameClass(bit: 30)
  /// `Commission`, `Council`: with a capital and "the" a body, though nothing stands before it.
  package static let loneBody = NameClass(bit: 31)
  /// `called`: a name follows.
  package static let calling = NameClass(bit: 28)
  /// `Grupo`, `Banco`, `Radio`: heads of bodies' names that stand first.
  package static let orgLead = NameClass(bit: 32)
  /// `Health`, `Construction`: closes a firm's name if an uncommon word stands before it.
  package static let firmHead = NameClass(bit: 33)
  /// `Lord`, `Baroness`: "of" and a place may follow the name.
  package static let peer = NameClass(bit: 34)
  /// `operates`, `declined`: what bodies do.
  package static let bodyVerb = NameClass(bit: 35)
  /// `court`, `laboratory`: makes a body of an unknown capital before it, in small letters too.
  package static let smallBodyHead = NameClass(bit: 40)
  /// Given names that are women's, and those that are men's, in most countries.
  package static let womansName = NameClass(bit: 38)
  package static let mansName = NameClass(bit: 39)
  /// `airport`, `temple`: makes a place of the capitals before it, in small letters too.
  package static let smallPlaceHead = NameClass(bit: 36)
  /// Words that begin laws with a number (`NameReader.numberedLaw`, `NameReader.numberedBill`).
  package static let lawStart = NameClass(bit: 41)
  /// Words that begin events, roads and votes and are none of the classes that do (`NameReader.eventStarts`).
  package static let eventStart = NameClass(bit: 42)
  /// Words that begin bodies and are none of the classes that do (`NameReader.bodyStarts`).
  package static let bodyStart = NameClass(bit: 43)
  /// Words that are heads only beside the word before them (`NameReader.pairedHeads`).
  package static let pairedHead = NameClass(bit: 44)
  /// `Islander`: makes a people of the capitals before it.
  package static let islander = NameClass(bit: 45)
  /// `contract`, `merger`: "with" and "from" lead to a body.
  package static let dealing = NameClass(bit: 37)
}
