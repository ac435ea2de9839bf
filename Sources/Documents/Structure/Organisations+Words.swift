/// The words by which names of bodies are known. All lower case.
extension Organisations {
  /// Words of names that titles have as well.
  static let likely: WordHashes = [
    "centre", "center", "association", "alliance", "society", "trust", "fund", "board", "college", "hospital", "school",
    "church", "network", "coalition", "commissioner", "ombudsman", "registry", "corporation", "company", "group",
    "county",
    "city", "town", "borough", "municipality", "district", "club", "league", "observatory", "monitor", "watch", "forum",
    "laboratory", "academy", "archive", "library", "chamber", "confederation", "party", "campaign", "initiative",
    "press",
    "foundation", "broadcasting", "wire", "international", "tribunal", "registrar", "stadt", "ville", "mairie",
    "gemeinde",
    "landkreis",
    "verband", "verein", "stiftung", "fondation", "région", "commune", "ayuntamiento", "hospitals", "airlines",
    "airport",
    "railways", "harbour", "port", "judiciary", "prosecutor", "prosecutors", "customs", "revenue", "statistics",
  ]

  /// What follows the name of a company.
  static let forms: WordHashes = [
    "plc", "inc", "ltd", "limited", "corp", "llc", "llp", "gmbh", "ag", "se", "nv", "bv", "asa", "oyj", "spa",
    "holdings",
    "group", "pty", "kk", "ab", "sa",
  ]

  /// Bodies that name the state they are in behind a comma.
  static let local: WordHashes = [
    "county", "city", "town", "borough", "council", "police", "university", "parish",
  ]

  /// What makers of pages call themselves.
  static let makers: WordHashes = [
    "organisation", "organization", "agency", "newspaper", "charity", "network", "association", "alliance", "regulator",
    "institute", "foundation", "think", "company", "publisher", "newsroom", "magazine", "federation", "union",
    "coalition", "authority", "non", "nonprofit",
  ]

  /// What a body gives out again and again.
  static let publications: WordHashes = [
    "newsletter", "bulletin", "magazine", "journal", "news", "release", "publication", "blog", "digest", "weekly",
  ]

  /// Exchanges, as they stand before a ticker.
  static let markets: WordHashes = [
    "nasdaq", "nyse", "lse", "aim", "tsx", "tsxv", "asx", "nzx", "jse", "euronext", "six", "hkex", "sgx", "bse", "nse",
    "xetra", "fwb", "otc", "otcqx", "otcqb", "sehk", "tse", "cse", "amex", "oslo",
  ]

  /// Words that only names of bodies have, more or less.
  static let bodies: WordHashes = [
    "department", "ministry", "office", "agency", "commission", "council", "bureau", "authority", "police",
    "directorate",
    "secretariat", "service", "treasury", "parliament", "europol", "frontex", "eurojust", "interpol", "unodc", "force",
    "command",
    "government", "administration", "organization", "organisation", "inspectorate", "committee", "tribunal", "court",
    "bank",
    "constabulary", "union", "nations", "assembly", "institute", "foundation", "federation", "dhs", "fbi", "nca", "afp",
    "iom", "unhcr",
    "ministère", "département", "préfecture", "conseil", "agence", "ministerio", "gobierno", "behörde", "polizei",
    "staatsanwaltschaft", "finanzdirektion", "kanton", "canton", "museum", "university", "regulator",
    "presidency", "chancellery", "cabinet", "embassy", "consulate", "guard", "patrol",
  ]

  /// Words that make a line with a body in it a title.
  static let titleVerbs: WordHashes = [
    "meeting", "minutes", "agenda", "statement", "resolution", "decision", "proceedings", "hearing",
    "to", "announces", "launches", "signs", "welcomes", "says", "calls", "new", "agrees", "opens", "meets", "and's",
    "on", "with", "at", "by", "after", "over", "amid", "as", "upholds", "rules", "finds", "orders", "closes", "names",
    "wins", "backs", "urges", "warns", "fines", "charges", "awards", "releases", "publishes", "appoints", "approves",
    "rejects", "adopts", "seeks", "unveils", "proposes", "imposes", "extends", "raises", "cuts", "holds", "keeps",
    "sets", "takes", "gives", "makes", "begins", "ends", "starts", "completes", "expands", "joins", "visits", "hosts",
    "marks", "celebrates", "condemns", "sues", "settles", "bans", "votes", "passes", "clears", "dismisses", "grants",
    "denies", "convicts", "jails", "arrests", "seizes", "investigates", "hears", "accepts", "plans", "asks", "tells",
    "sentenced", "charged", "fined", "jailed", "arrested", "is", "are", "was", "has", "will", "reports", "strikes",
  ]

  /// Texts whose title names their author behind "of" or "by".
  static let ownWorks: WordHashes = [
    "report", "statement", "minutes", "communiqué", "communique", "newsletter", "bulletin", "declaration", "response",
    "submission", "review", "opinion", "decision", "judgment", "resolution", "accounts",
  ]
}
