/// What a word may be. A word often is several things ("may", "second", "pound"); the rules decide by its neighbours.
package struct WordClass: OptionSet, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  /// `one` … `ninety`: `number` is its value.
  package static let cardinal = WordClass(bit: 0)
  /// `hundred`, `thousand`, `million`, `lakh`: `number` is the power of ten.
  package static let scale = WordClass(bit: 1)
  /// `thousands`, `millions`, `dozens`: a scale word without a number.
  package static let scalePlural = WordClass(bit: 2)
  /// `first`, `third`, `twentieth`: `ordinal` is its number.
  package static let ordinal = WordClass(bit: 3)
  /// `third`, `quarter`, `fifths`: `ordinal` is the denominator.
  package static let fraction = WordClass(bit: 4)
  package static let month = WordClass(bit: 5)
  /// A month whose name is an everyday word as well: `may`, `march`, `mar`, `sep`, `dec`.
  package static let doubtfulMonth = WordClass(bit: 6)
  package static let weekday = WordClass(bit: 7)
  /// `second` … `century`: `unit` is the singular.
  package static let timeUnit = WordClass(bit: 8)
  /// Units of length, mass, area, volume: `unit` is the canonical word.
  package static let unit = WordClass(bit: 9)
  /// A unit only when a number touches or precedes it: `m`, `in`, `t`.
  package static let unitSymbol = WordClass(bit: 10)
  /// `euros`, `rubles`: `currency` is the code.
  package static let currencyWord = WordClass(bit: 11)
  /// `EUR`, `USD`: counts when written in capitals.
  package static let currencyCode = WordClass(bit: 12)
  /// `US`, `A`, `HK` before `$`.
  package static let dollarPrefix = WordClass(bit: 13)
  package static let preposition = WordClass(bit: 14)
  package static let conjunction = WordClass(bit: 15)
  package static let determiner = WordClass(bit: 16)
  package static let pronoun = WordClass(bit: 17)
  /// Forms of be, have, do, and the modals.
  package static let auxiliary = WordClass(bit: 18)
  /// Adverbs and other words that end a noun phrase.
  package static let adverb = WordClass(bit: 19)
  /// `will`, `plans`, `due`: what follows is still to come.
  package static let future = WordClass(bit: 20)
  /// `was`, `had`, `said`: what is told has happened.
  package static let past = WordClass(bit: 21)
  /// `said`, `says`: a finite verb of saying.
  package static let speech = WordClass(bit: 22)
  package static let rise = WordClass(bit: 23)
  package static let fall = WordClass(bit: 24)
  /// `increase`, `reduction`: the noun (or a verb of the same form).
  package static let changeNoun = WordClass(bit: 25)
  /// Plurals without s: `people`, `staff`, `aircraft`.
  package static let irregularPlural = WordClass(bit: 26)
  /// Words in -s that are no plurals: `always`, `perhaps`, `news`.
  package static let notPlural = WordClass(bit: 27)
  /// `Class`, `Day`, `Article`: the number after it is a name.
  package static let numbered = WordClass(bit: 28)
  /// `Mr`, `Dr`, `Sir`, `Lord`.
  package static let title = WordClass(bit: 29)
  /// `minister`, `secretary`, `director`: the head of an office's name.
  package static let office = WordClass(bit: 30)
  /// `agency`, `ministry`, `police`: the head of an organisation's name.
  package static let orgHead = WordClass(bit: 31)
  /// `plan`, `programme`, `operation`.
  package static let programmeHead = WordClass(bit: 32)
  /// `act`, `bill`, `convention`.
  package static let lawHead = WordClass(bit: 33)
  /// `sea`, `river`, `channel`, `region`.
  package static let placeHead = WordClass(bit: 34)
  package static let firstName = WordClass(bit: 35)
  /// Words of the verb phrase that end a noun phrase: common verbs.
  package static let verb = WordClass(bit: 36)
  /// `earn`, `pay`, `worth`, `profits`: money is talked about.
  package static let moneyContext = WordClass(bit: 37)
  /// `CBE`, `MP`, `OBE`: after a name.
  package static let postNominal = WordClass(bit: 38)
  package static let season = WordClass(bit: 39)
  /// Nouns that stand for a document: `report`, `study`, `statement`.
  package static let document = WordClass(bit: 40)
  /// Nouns for an unnamed speaker: `spokesman`, `official`, `resident`.
  package static let personNoun = WordClass(bit: 41)
  package static let demonym = WordClass(bit: 42)
  package static let monthAbbreviation = WordClass(bit: 43)
  /// `summit`, `conference`, `games`.
  package static let eventHead = WordClass(bit: 44)
  /// `st`, `nd`, `rd`, `th` glued to digits.
  package static let ordinalSuffix = WordClass(bit: 45)
  /// `cents`, `pence`: a hundredth of `currency`.
  package static let hundredth = WordClass(bit: 46)
  /// Currencies whose names are everyday words: they need a scale word or grouped digits.
  package static let doubtfulCurrency = WordClass(bit: 48)

  /// `say`, `warn`: a verb of saying after "will" or a plural.
  package static let sayingStem = WordClass(bit: 49)
  /// `saying`, `adding`: a verb of saying that takes its subject from the clause before.
  package static let saying = WordClass(bit: 50)
  /// `claims`, `reports`: a verb of saying, or a plural noun.
  package static let doubtfulSpeech = WordClass(bit: 51)
  /// `call`, `described`: the quotation says what something is called.
  package static let naming = WordClass(bit: 52)
  /// `told`, `warned`: who is spoken to may follow.
  package static let telling = WordClass(bit: 53)

  /// `Christmas`, `Boxing` of "Boxing Day": the first word of a holiday's name.
  package static let holiday = WordClass(bit: 54)

  /// Words that begin numbers and are no numbers themselves (`NumberReader.startWords`).
  package static let numberStart = WordClass(bit: 55)
  /// Words that begin dates and are in none of the classes that do (`DateReader.startWords`).
  package static let dateStart = WordClass(bit: 56)
  /// `since`, `until`: a range of dates with one end may follow (`DateAnnotator.openings`).
  package static let dateOpening = WordClass(bit: 57)
  /// What may follow "the", "a", "an" or "this" at the beginning of a date and is in none of the classes that may
  /// (`DateReader.secondWords`).
  package static let dateSecond = WordClass(bit: 58)
  /// What may stand between digits and a unit of time (`DateReader.countWords`).
  package static let durationJoint = WordClass(bit: 59)
  /// `between`: a range of dates may follow (`DateAnnotator.between`).
  package static let rangeStart = WordClass(bit: 47)
  /// `according`, `put`: with the verbs of saying, what reported speech is found by (`CueReader.startWords`).
  package static let reportStart = WordClass(bit: 63)
  /// Words before a number that may be a currency (`MoneyReader.mayStart`).
  package static let currencyLetters = WordClass(bit: 60)
  /// Words that begin figures and no numbers (`FigureReader.startWords`).
  package static let figureStart = WordClass(bit: 62)
  /// The first words of the names that `Gazetteer` knows.
  package static let gazetteer = WordClass(bit: 61)

  /// Words at which a noun phrase ends.
  package static let phraseEnd: WordClass = [
    .preposition, .conjunction, .determiner, .pronoun, .auxiliary, .adverb, .verb,
  ]
}
