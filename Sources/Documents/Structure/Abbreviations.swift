/// Words that a full stop follows without ending the sentence, and words that a sentence starts with.
///
/// Collected from style guides of government press offices (UK, US, EU, Australia) and of news agencies.
enum Abbreviations {
  /// Before a name or a further word; never the end of a sentence.
  static let always: LineTable<Void> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col", "lt", "sgt",
    "capt",
    "cmdr", "adm", "maj", "brig", "cpl", "pvt", "hon", "rev", "fr", "st", "ste", "pres", "supt", "insp", "det",
    "messrs",
    "mme", "mlle", "mag", "amb", "atty", "vs", "cf", "viz", "eg", "ie", "e.g", "i.e", "resp", "mio", "mrd", "tsd",
    "incl",
    "esp", "aka",
  ]

  /// Before a number only: "No. 10", "Fig. 2", "approx. 40".
  static let beforeNumber: LineTable<Void> = [
    "no", "nos", "nr", "fig", "figs", "art", "arts", "sec", "secs", "sect", "para", "paras", "p", "pp", "vol", "vols",
    "ch",
    "ed", "eds", "reg", "regs", "cl", "sch", "app", "approx", "ca", "c", "est", "ext", "tel", "fax", "doc", "rec",
    "recs",
    "pt", "min", "max", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "v", "s", "ss", "rs", "tk", "sh", "shs", "ksh", "vt",
    "kshs", "ush",
    "tsh", "kr", "stg", "l",
  ]

  /// Inside or at the end of a name; the end of a sentence only before a word that starts sentences.
  static let inNames: LineTable<Void> = [
    "inc", "ltd", "corp", "co", "plc", "jr", "sr", "bros", "llc", "llp", "dept", "govt", "assn", "univ", "ave", "blvd",
    "rd",
    "intl", "natl", "al", "bn", "mt", "ft", "esq", "dist", "div", "ph.d", "m.d", "u.s", "u.k", "u.n", "e.u", "d.c",
    "u.s.a",
  ]

  /// American states as news agencies write them; capitalised.
  static let states: ExactWords = [
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass",
    "Mich",
    "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
  ]

  /// Words that begin sentences far more often than names. Capitalised.
  static let starters: ExactWords = [
    "The", "A", "An", "It", "He", "She", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "Here",
    "In",
    "On", "At", "By", "For", "From", "With", "As", "If", "When", "While", "After", "Before", "Since", "But", "And",
    "Or",
    "So", "Yet", "However", "Moreover", "Meanwhile", "Its", "Their", "His", "Her", "Our", "Your", "My", "No", "Not",
    "Of",
    "Under", "To", "All", "Some", "Many", "Most", "More", "Over", "Both", "Each", "Every", "Another", "What",
    "Why",
    "How", "Who", "Where", "Which", "Today", "Yesterday", "Tomorrow", "Last", "Also", "Then", "Now", "According",
    "Among",
    "Despite", "During", "Through", "Following", "Nobody", "Nothing", "Officials", "Police", "Two", "Three", "One",
    "Only",
    "Still", "Once", "Such", "Because", "Although", "Though", "Whether", "Until", "Between", "Several", "Between",
  ]

  /// What may follow a time of day without starting a sentence.
  static let afterTimes: ExactWords = [
    "EST", "EDT", "ET", "CST", "CDT", "CT", "PST", "PDT", "PT", "GMT", "BST", "UTC", "CET", "CEST", "AEST", "AEDT",
    "AWST",
    "ACST", "IST", "EET", "MSK", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Eastern",
    "Pacific", "Central",
  ]

  /// Months after which German, Danish and Czech write an ordinal with a full stop ("5. März"), but for those that are
  /// called so in English.
  static let foreignMonths: ExactWords = ["Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember"]

  /// Of the day, without the last full stop.
  static let times: LineTable<Void> = ["a.m", "p.m"]

  /// Verbs of saying, for `“Why?” Smith asked.`
  static let speechVerbs: ExactWords = [
    "said", "says", "asked", "asks", "added", "told", "replied", "wrote", "warned",
  ]

  /// Ends of host names, for `Example.Com`.
  static let domainEnds: LineTable<Void> = [
    "com", "org", "net", "gov", "uk", "eu", "au", "us", "int", "io", "js", "pdf", "edu",
  ]
}
