/// The verbs of saying, each with its forms.
///
/// Regular verbs are listed by their stem; `says`, `said` and `saying` are told apart because a rule may ask for one of them.
extension Lexicon {
  mutating func addSayingVerbs() {
    for stem in Self.words(Self.plainVerbs) { addSaying(Self.regular(stem), isNoun: false) }
    for stem in Self.words(Self.nounVerbs) { addSaying(Self.regular(stem), isNoun: true) }
    for line in Self.irregularVerbs.split(separator: "\n") {
      let forms = line.split(separator: " ").map(String.init)
      guard forms.count == 4 else { continue }
      addSaying((forms[0], forms[1], forms[2], forms[3]), isNoun: Self.irregularNouns.contains(forms[0]))
    }
    for stem in Self.words(Self.namingVerbs) {
      let forms = Self.regular(stem)
      for form in [forms.stem, forms.third, forms.past, forms.participle] { add(form, .naming) }
    }
    addAll(IndirectSpeechReader.unspokenWords + " " + IndirectSpeechReader.clauseWords, [])
    addAll("words " + SubjectReader.tradeWords + " " + SpeakerResolver.performerWords, [])
    addAll(
      "statement statements remarks comment comments response campaign administration government family team camp era",
      [])
    addAll(
      "released issued made gave offered provided shared published delivered releases issues respond reply answer jr sr",
      [])
    addAll("spoke speaks", .speech)
    add("speak", .sayingStem)
    // Words that the rules for quotations ask for by their letters.
    addAll(
      "called titled entitled named nicknamed codenamed dubbed known used so-called attributable attributed quoted cited quotes cites",
      [])
    addAll(
      "told tell tells telling warned warn warns warning assured reminded informed asked urged advised briefed",
      .telling)
  }

  private typealias VerbForms = (stem: String, third: String, past: String, participle: String)

  private mutating func addSaying(_ forms: VerbForms, isNoun: Bool) {
    add(forms.stem, .sayingStem)
    add(forms.third, isNoun ? [.speech, .doubtfulSpeech] : .speech)
    add(forms.past, .speech)
    add(forms.participle, .saying)
  }

  private static func words(_ list: String) -> [Substring] { list.split(whereSeparator: { $0 == " " || $0 == "\n" }) }

  /// The forms of a regular verb: `argue`, `reply`, `stress`, `warn`.
  private static func regular(_ stem: Substring) -> VerbForms {
    let word = String(stem)
    let last = word.last ?? " "
    let before = word.dropLast().last ?? " "
    if last == "e" { return (word, word + "s", word + "d", word.dropLast() + "ing") }
    if last == "y", !"aeiou".contains(before) {
      return (word, word.dropLast() + "ies", word.dropLast() + "ied", word + "ing")
    }
    let isHissing = last == "s" || last == "x" || last == "h" && "sc".contains(before)
    return (word, word + (isHissing ? "es" : "s"), word + "ed", word + "ing")
  }

  private static let plainVerbs = """
    accuse acknowledge add admonish blame advise affirm agree allege announce argue assert assure attest caution chide clarify comment complain
    concede conclude confess confide confirm conjecture contend continue convey declare deny describe disagree disclose elaborate emphasise
    emphasize enquire enthuse exclaim exhort explain fume inform inquire insist interject joke laugh maintain mention muse observe
    opine plead recount remember venture interrupt gush scoff mumble ponder predict proclaim profess pronounce propose recall reckon recommend reflect reiterate rejoin remind
    reply respond retort reveal sneer speculate stipulate stress suggest summarise summarize surmise thank tweet underline underscore urge
    utter verify vow warn welcome whisper wonder yell
    """

  /// Verbs whose form in -s is a plural noun as well: `claims`, `reports`, `notes`.
  private static let nounVerbs = """
    answer appeal boast brief cite claim comment counter demand estimate grumble highlight hint joke lament murmur mutter note object order
    chant chuckle gasp grin growl moan pledge point post praise promise protest question quote remark repeat report request shout shrug sigh signal state testify
    """

  private static let irregularVerbs = """
    say says said saying
    tell tells told telling
    write writes wrote writing
    cry cries cried crying
    admit admits admitted admitting
    quip quips quipped quipping
    snap snaps snapped snapping
    signal signals signalled signalling
    swear swears swore swearing
    beg begs begged begging
    ask asks asked asking
    rule rules ruled ruling
    read reads reads reading
    call calls called calling
    label labels labelled labelling
    label labels labeled labeling
    dub dubs dubbed dubbing
    brand brands branded branding
    hail hails hailed hailing
    term terms termed terming
    forecast forecasts forecast forecasting
    """

  private static let irregularNouns: Set<String> = [
    "cry", "call", "rule", "signal", "label", "brand", "term", "forecast",
  ]

  /// Verbs whose quotation names what stands before it: `called the plan “a farce”`.
  private static let namingVerbs =
    "describe call label dub brand hail term blast deem dismiss condemn denounce praise criticise criticize reject"
}
