import IbidExtraction
import IbidTypes
import Testing

/// Signs, letters, codes and names of currencies, and which of their namesakes a document means.
@Suite struct CurrencyTests {
  func amounts(_ text: String, dollar: String? = nil) -> [String] {
    findings(text, dollar: dollar).money.map { words(text, $0.span) + " = " + shown($0.amount) }
  }

  @Test(arguments: [
    ("The clinic cost KSh 31 million.", ["KSh 31 million = 31000000 KES"]),
    ("A dam for RM350 mil and NOK 20 mill. more.", ["RM350 mil = 350000000 MYR", "NOK 20 mill = 20000000 NOK"]),
    ("The road cost S/ 45 million and F$2 million.", ["S/ 45 million = 45000000 PEN", "F$2 million = 2000000 FJD"]),
    ("The toll in Manila is P500 million.", ["P500 million = 500000000 PHP"]),
    ("The fund has 20 MEUR and ฿300 million.", ["20 MEUR = 20000000 EUR", "฿300 million = 300000000 THB"]),
    ("A ticket costs 20 euro cents, a boat 189,90 zł.", ["20 euro cents = 0.2 EUR", "189,90 zł = 189.9 PLN"]),
    ("A quarter of a million pounds was lost.", ["A quarter of a million pounds = 250000 GBP"]),
    ("Charges run from 80p to £1.60.", ["80p to £1.60 = 0.8..1.6 GBP"]),
    ("Power costs 36 öre in Norway.", ["36 öre = 0.36 SEK"]),
    ("Sh40 million is missing from the bus fund.", ["Sh40 million = 40000000 KES"]),
    ("A loaf sells for Tk 65 and a sack for Tk. 1,900.", ["Tk 65 = 65 BDT", "Tk. 1,900 = 1900 BDT"]),
    ("Roofs worth VT 3.5 billion blew off.", ["VT 3.5 billion = 3500000000 VUV"]),
    ("They paid 90 million vatu for the wharf.", ["90 million vatu = 90000000 VUV"]),
    ("A bridge for R2.4bn and a dam for R350 million.", ["R2.4bn = 2400000000 ZAR", "R350 million = 350000000 ZAR"]),
    ("The toll is CHF 40.– a year, the fine Fr. 120.50.", ["CHF 40.– = 40 CHF", "Fr. 120.50 = 120.5 CHF"]),
    ("EUR30m and USD1.2bn were lent.", ["EUR30m = 30000000 EUR", "USD1.2bn = 1200000000 USD"]),
    (
      "The ferry costs 2.5 million kr and 40 million zł.",
      ["2.5 million kr = 2500000 SEK", "40 million zł = 40000000 PLN"]
    ),
    ("The mill lost $US30 million.", ["$US30 million = 30000000 USD"]),
    ("Der Umbau kostet 7,5 Mio. € im Jahr.", ["7,5 Mio. € = 7500000 EUR"]),
    ("Le pont coûte 12,4 M€ et la route 3,1 Md€.", ["12,4 M€ = 12400000 EUR", "3,1 Md€ = 3100000000 EUR"]),
    ("Une aide de 2 millions d’euros est prévue.", ["2 millions d’euros = 2000000 EUR"]),
    ("The prize is 1 250 300,50 € this time.", ["1 250 300,50 € = 1250300.5 EUR"]),
    ("The market is worth €96,5 billion.", ["€96,5 billion = 96500000000 EUR"]),
    ("The penalty is 412.500 euros at most.", ["412.500 euros = ..412500 EUR"]),
    ("Diesel sold for €1.689 a litre.", ["€1.689 = 1.689 EUR"]),
    ("Tickets are 350 Hong Kong dollars.", ["350 Hong Kong dollars = 350 HKD"]),
    ("It took 9 million CFA francs.", ["9 million CFA francs = 9000000 XOF"]),
    ("Debt stands at $1.2T, officials say.", ["$1.2T = 1200000000000 USD"]),
    ("The loan of SDR 12 million was paid in June.", ["SDR 12 million = 12000000 XDR"]),
    (
      "Nepal got XDR 3.5 million, then 400 million Special Drawing Rights.",
      [
        "XDR 3.5 million = 3500000 XDR", "400 million Special Drawing Rights = 400000000 XDR",
      ]
    ),
    ("In Papua New Guinea a net costs K 145.", ["K 145 = 145 PGK"]), ("The K 9 unit slept.", []),
    // Letters glued to small sums where the text is about their country; roads and masks are none.
    ("A seat to Cape Town costs R85, a bed R1.40 less.", ["R85 = 85 ZAR", "R1.40 = 1.4 ZAR"]),
    ("They took the R61 near Cape Town.", []),
    ("The quay needs R74 250 in paint.", ["R74 250 = 74250 ZAR"]),
    ("Lamps for R212-million were ordered.", ["R212-million = 212000000 ZAR"]),
    ("In Lusaka a net costs K640.", ["K640 = 640 ZMW"]),
    ("Lagos nurses wore N95 masks for N900.", ["N900 = 900 NGN"]),
    ("In Guatemala a loom costs Q450 until Q3.", ["Q450 = 450 GTQ"]),
    (
      "In Honduras a sack costs L. 140, the road L 900 million.", ["L. 140 = 140 HNL", "L 900 million = 900000000 HNL"]
    ),
    // Scales in the plural, glued and in capitals; the name before the number.
    ("The dam costs Rs 3.5 crores and RM4.2mil.", ["Rs 3.5 crores = 35000000 INR", "RM4.2mil = 4200000 MYR"]),
    ("Losses came to US$3bil and $120MM.", ["US$3bil = 3000000000 USD", "$120MM = 120000000 USD"]),
    ("A loan of CFA francs 4 billion was signed.", ["CFA francs 4 billion = 4000000000 XOF"]),
    ("Pay is 8,000 Papua New Guinean kina.", ["8,000 Papua New Guinean kina = 8000 PGK"]),
    ("A pear costs a dollar or a euro, half a dollar in autumn.", ["a dollar = 1 USD", "a euro = 1 EUR"]),
    ("Loans of €3 000-€20 000 are open.", ["€3 000-€20 000 = 3000..20000 EUR"]),
    (
      "The fine is not less than $500 nor more than $4,000.",
      ["$500 nor more than $4,000 = 500..4000 USD"]
    ),
    ("Stamps cost 85 cents.", ["85 cents = 0.85 USD"]),
  ])
  func forms(text: String, expected: [String]) { #expect(amounts(text) == expected) }

  @Test(arguments: [
    "Delegates left COP28 early.", "She drove the R75 to the coast.", "He came in at the TOP 10.",
    "About one pound in eight is spent twice.", "Platform R2 is closed.", "The K9 unit slept.",
  ])
  func noAmounts(text: String) { #expect(amounts(text) == []) }

  @Test(arguments: [
    // Named often and without a rival, a country's own dollar is meant.
    ("Queensland and the Australian Government share the cost in Australia: $5 million.", "AUD"),
    ("Canada said that Canadian farms got help. Canadians paid $5 million.", "CAD"),
    ("Auckland asked Wellington for $5 million.", "NZD"), ("A mill in Auckland cost $5 million.", "NZD"),
    ("Auckland, Wellington and two American cities spent $5 million.", "USD"),
    // A plain sign that translates another dollar is the American one.
    ("Australia, Australian ports and Sydney lost A$8 million ($5 million) again.", "USD"),
    ("The bridge cost $5 million.", "USD"),
    // Towns and regions tell where a text is from; an exchange of the United States tells more than towns.
    ("Ballarat, Geelong and Bendigo share a bridge that cost $5 million.", "AUD"),
    ("Halifax and Moncton asked Saskatchewan for $5 million.", "CAD"),
    ("Whangārei and Kaikōura share the bill of $5 million.", "NZD"),
    ("The harbour programme in Auckland cost $5 million.", "NZD"),
    ("Calgary Pumps (Nasdaq: CPMP), a Canadian firm, sold $5 million in Calgary.", "USD"),
    ("Cleveland and Toledo share the bill of $5 million.", "USD"),
    // Where a dispatch is from; the only country named; a code elsewhere; sums told in the page's own dollars.
    ("KINGSTON, Jamaica (Newswire) – A road in Portland will cost $5 million.", "JMD"),
    ("SUVA, May 3 – The Reserve Bank lent $5 million.", "FJD"),
    ("ATLANTA – Canada, Canadian banks and Ontario lost $5 million.", "USD"),
    ("The recall cost Canada $5 million.", "CAD"),
    ("The dam in Jamaica costs JMD 40 million, Jamaica said. Its gate cost $5 million.", "JMD"),
    (
      "Suva sat. Suva got NZ$2.3 million ($3.1m) for Fiji. A roof costs $410. A sheet costs $65. Nails cost $5 million.",
      "FJD"
    ),
    // A lender counts in American dollars wherever it works.
    ("The World Bank lends Fiji, Fijian towns and Suva $5 million.", "USD"),
  ])
  func dollarOfTheDocument(text: String, expected: String) {
    #expect(findings(text).money.last?.amount.unit == expected)
  }

  @Test func aCallerWhoKnowsTheDollarIsBelieved() {
    #expect(amounts("Australia, Australian ports and Sydney lost $8.", dollar: "NZD") == ["$8 = 8 NZD"])
  }

  @Test(arguments: [
    ("Ships from Norway waited at Norwegian ports; the fee is 90,000 kr now.", "NOK"),
    ("In Cameroon, traders paid 29,500 CFA francs for a sack.", "XAF"),
    ("Uganda's buses cost 4,000 shillings, Ugandan police said.", "UGX"),
    ("Pakistan raised the levy to Rs 300.", "PKR"),
  ])
  func namesakesFollowTheCountry(text: String, expected: String) {
    #expect(findings(text).money.map(\.amount.unit) == [expected])
  }

  /// Pounds weigh where the document tells of the United States and of no country that pays in pounds.
  @Test func poundsThatWeigh() {
    let text =
      "U.S. wardens took 1,508 pounds of cheese in 23 crates, two crates of butter totaling 24.4 pounds, and one tub of 4.9 pounds."
    #expect(amounts(text) == [])
    #expect(amounts("Wardens of Britain and the United States paid 1,508 pounds.") == ["1,508 pounds = 1508 GBP"])
    #expect(amounts("The U.S. museum paid 300 pounds sterling for it.").count == 1)
    #expect(amounts("The U.S. museum paid 3 million pounds for it.") == ["3 million pounds = 3000000 GBP"])
  }

  /// Letters that stand before numbers as a rule, behind them.
  @Test(arguments: [
    ("In Benin they found 7 million CFA in a drum.", ["7 million CFA = 7000000 XOF"]),
    ("In Benin they found 7m CFA in a drum.", ["7m CFA = 7000000 XOF"]),
    ("In Senegal the hull cost 2,500,000 FCFA.", ["2,500,000 FCFA = 2500000 XOF"]),
  ])
  func lettersBehindNumbers(text: String, expected: [String]) { #expect(amounts(text) == expected) }

  /// Sums that are written out behind their digits.
  @Test func sumsInWordsWithCommas() {
    let text =
      "The drum held ₦2,861,651 (Two Million, Eight Hundred and Sixty-One Thousand, Six Hundred and Fifty-One Naira)."
    #expect(findings(text).money.map { shown($0.amount) } == ["2861651 NGN", "2861651 NGN"])
  }

  /// Amounts whose currency another one names.
  @Test func listsAndSeries() {
    #expect(
      amounts("Grants of 10,000, 15,000 and 20,000 euros are paid.")
        == ["10,000 = 10000 EUR", "15,000 = 15000 EUR", "20,000 euros = 20000 EUR"])
    #expect(
      amounts("The quay cost €1.2 million in 2022, €1.4 million in 2023 and 1.9 million in 2024.").last
        == "1.9 million = 1900000 EUR")
    #expect(amounts("They met 12 and 15 euros was paid.") == ["15 euros = 15 EUR"])
  }

  /// The region behind a town says where it lies; cents are those of the sums around them.
  @Test func townsAndCents() {
    let text = "Yarmouth, Nova Scotia – A licence costs $900,000, more than a house in Canada."
    #expect(findings(text).money.map { shown($0.amount) } == ["900000 CAD"])
    let sums =
      "Profit was €39.1m, a margin of 9.3 per cent, and more than the board had hoped for in its plan of March, "
    #expect(
      findings(sums + "while earnings per share were 21.4 cent.").money.last.map { shown($0.amount) } == "0.214 EUR")
  }
}
