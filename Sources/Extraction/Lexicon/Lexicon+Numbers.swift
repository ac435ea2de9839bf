extension Lexicon {
  mutating func addNumberWords() {
    let ones =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    for (value, word) in ones.split(separator: " ").enumerated() { add(word, .cardinal) { $0.number = Int32(value) } }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (index, word) in tens.split(separator: " ").enumerated() {
      add(word, .cardinal) { $0.number = Int32(index * 10 + 20) }
    }
    for (words, power) in [
      ("hundred", 2), ("thousand k", 3), ("lakh lac", 5), ("million mn mln mio", 6), ("crore", 7),
      ("billion bn bln mrd", 9),
      ("trillion tn trn", 12), ("mille tsd", 3), ("millionen", 6), ("milliard milliards milliarde milliarden mia", 9),
      ("milhão milhões milhoes millón millones milioni miljoen miljoner millioner", 6),
      ("bilhão bilhões bilhoes miljard miljarder milliarder miliardi", 9), ("billionen", 12),
    ] as [(String, Int32)] {
      addAll(words, .scale) { $0.number = power }
    }
    add("m") { $0.number = 6 }
    add("b") { $0.number = 9 }
    for (words, power) in [
      ("dozens scores", 1), ("tens", 1), ("hundreds", 2), ("thousands", 3), ("lakhs", 5), ("millions", 6),
      ("crores", 7), ("billions", 9), ("trillions", 12),
    ] as [(String, Int32)] {
      addAll(words, .scalePlural) { $0.number = power }
    }
    add("dozen")
    addAll("trebled trebling quadrupling quintupled figure figures sided way hand time off", [])
    addAll("halved halving ranges ranged varied vary varying", [])
    for words in [
      FigureReader.outcomeWords, FigureReader.groupWords, FigureReader.voteWords, FigureReader.extentWords,
      FigureReader.counterWords, FigureReader.labelWords, FigureReader.pageWords, FigureReader.fileWords,
      FigureReader.numberedPluralWords, FigureReader.lengthWords, FigureReader.leadingWords, FigureReader.namedWords,
      DateReader.namedDayWords, EachReader.shareWords, EachReader.adverbWords, BoundReader.topicalWords,
      "changed shifted swung loses term expensive efficient effective unlikely usually often ratio away off into onto across through ext text texting texted odds won beat x flee await attend seek perish mourn evacuate apply enrol enroll",
      FigureReader.thingWords, FigureReader.zeroWords, GridAnnotator.countWords,
      DateReader.seriesWords, SpeakerReader.leadingWords, "father mother dad mum mom grandfather grandmother parent",
      "net olds ages basis freeway highway expressway turnpike motorway interchange block jr sr aboard instance respect example sense word",
      "plaza mews walk gardens",
      "asking charge ask demand carry own shall sign signs signing turn turned turning lasts lasted lasting",
    ] {
      addAll(words, [])
    }
    addAll("twofold threefold fourfold fivefold sixfold sevenfold eightfold tenfold hundredfold", [])
    add("couple")
    addAll("mil mill street road avenue lane drive square boulevard terrace quay crescent parade st rd ave blvd", [])
    let ordinals = """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
      seventeenth eighteenth nineteenth twentieth
      """
    for (index, word) in ordinals.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
      add(word, .ordinal) { $0.ordinal = Int32(index + 1) }
    }
    addAll("st nd rd th", .ordinalSuffix)
    let fractions: [(String, Int32)] = [
      ("half halves", 2), ("third thirds", 3), ("quarter quarters", 4), ("fifth fifths", 5), ("sixth sixths", 6),
      ("seventh sevenths", 7), ("eighth eighths", 8), ("ninth ninths", 9), ("tenth tenths", 10),
      ("twentieth twentieths", 20),
      ("fiftieth fiftieths", 50), ("hundredth hundredths", 100), ("thousandth thousandths", 1000),
    ]
    for (words, bottom) in fractions { addAll(words, .fraction) { $0.ordinal = bottom } }
    addAll(
      """
      class day phase article section chapter figure fig table annex schedule room page pages part step tier level route highway
      flight resolution no number nos regulation directive channel version type type stage pillar goal target chart appendix paragraph para clause
      rule protocol form box terminal gate platform junction grade category psalm apollo boeing airbus covid sars iso title division group season
      episode volume vol issue item line lines zone sector ward area district unit building block band key question lot exhibit footnote note
      motion bylaw docket ordinance invoice column plot round
      operation war measure
      model windows proposition prop interstate boulevard motorway pier berth bus train id ref reference case order code postcode zip tel telephone phone fax
      """, .numbered)
  }

  mutating func addTimeWords() {
    let months = "january february march april may june july august september october november december"
    for (index, word) in months.split(separator: " ").enumerated() {
      add(word, .month) { $0.month = UInt8(index + 1) }
    }
    for (word, month) in [
      ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9),
      ("oct", 10), ("nov", 11), ("dec", 12),
    ] as [(String, UInt8)] {
      add(word, [.month, .monthAbbreviation]) { $0.month = month }
    }
    addAll("may march mar sep dec jan jun apr", .doubtfulMonth)
    let days = [
      "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
      "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays", "sunday sun sundays",
    ]
    for (index, words) in days.enumerated() { addAll(words, .weekday) { $0.weekday = UInt8(index + 1) } }
    for (words, unit) in [
      ("second seconds sec secs", "second"), ("minute minutes min mins", "minute"), ("hour hours hr hrs", "hour"),
      ("day days", "day"),
      ("night nights", "night"), ("week weeks", "week"), ("fortnight fortnights", "fortnight"),
      ("month months", "month"), ("quarter quarters", "quarter"), ("year years yr yrs", "year"),
      ("decade decades", "decade"), ("century centuries", "century"), ("weekend weekends", "weekend"),
    ] {
      addAll(words, .timeUnit, unit: unit)
    }
    addAll("spring summer autumn winter fall", .season)
    addAll(
      "christmas easter thanksgiving halloween boxing memorial labor anzac new good valentine patrick australia canada waitangi bastille veterans armistice remembrance heritage youth juneteenth hogmanay whit pentecost ascension epiphany assumption michaelmas labour",
      .holiday)
    for words in [
      DateAnnotator.scheduleWords, DateAnnotator.puttingOffWords, DateAnnotator.comingWords,
      DateAnnotator.unchangedWords,
    ] {
      addAll(words, [])
    }
    addAll(
      DateAnnotator.extendingWords + " " + DateReader.issueWords + " episode lad youth count counts vs versus "
        + MoneyAnnotator.bareWords + " " + FigureReader.distanceWords, [])
    addAll("a.m. p.m. a.m p.m p.a. p.a eve row running straight", [])
    addAll("twenties thirties forties fifties sixties seventies eighties nineties", [])
    addAll("square sq cubic nautical metric cr crs pct minus", [])
    addAll("special drawing right rights", [])
  }

  mutating func addUnitWords() {
    for (words, unit) in [
      ("mile miles", "mile"), ("kilometre kilometres kilometer kilometers kms km", "km"),
      ("metre metres meter meters", "metre"),
      ("centimetre centimetres centimeter centimeters cm", "cm"),
      ("millimetre millimetres millimeter millimeters mm", "mm"),
      ("foot feet ft", "foot"), ("inch inches", "inch"), ("yard yards", "yard"), ("gram grams gramme grammes", "gram"),
      ("kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs", "kg"), ("tonne tonnes ton tons", "tonne"),
      ("lb lbs", "pound"), ("ounce ounces oz", "ounce"), ("hectare hectares ha", "hectare"), ("acre acres", "acre"),
      ("litre litres liter liters", "litre"), ("gallon gallons", "gallon"), ("barrel barrels", "barrel"),
      ("knot knots", "knot"),
      ("megawatt megawatts mw", "megawatt"), ("gigawatt gigawatts gw", "gigawatt"),
      ("kilowatt kilowatts kw", "kilowatt"),
      ("kwh", "kwh"), ("mwh", "mwh"), ("gwh", "gwh"), ("twh", "twh"), ("degree degrees", "degree"),
      ("celsius fahrenheit centigrade", "degree"), ("mph", "mph"), ("kph kmh", "kph"), ("mg", "mg"), ("ppm", "ppm"),
      ("gigabyte gigabytes gb", "gigabyte"), ("terabyte terabytes tb", "terabyte"), ("hertz hz", "hertz"),
      ("teu", "teu"),
    ] {
      addAll(words, .unit, unit: unit)
    }
    for (words, unit) in [
      ("m", "metre"), ("g", "gram"), ("t", "tonne"), ("l", "litre"), ("h", "hour"), ("s", "second"), ("c f", "degree"),
    ] {
      addAll(words, .unitSymbol, unit: unit)
    }
    addCurrencies()
  }

  private mutating func addCurrencies() {
    for (words, family) in CurrencyWords.names { addAll(words, .currencyWord, currency: family) }
    for (words, family) in CurrencyWords.hundredths { addAll(words, .hundredth, currency: family) }
    addAll(CurrencyWords.doubtfulNames, .doubtfulCurrency)
    for words in [
      WritingEvidence.britishWords, WritingEvidence.americanWords, WritingEvidence.domainWords,
      WritingEvidence.zoneWords, WritingEvidence.codeWords,
      WritingEvidence.localWords.map(\.words).joined(separator: " "),
    ] {
      addAll(words, [])
    }
  }
}
