import IbidExtraction
import IbidTypes
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("Fares rose from 60c to 75c in Australia.", ["60c = 0.6 AUD", "75c = 0.75 AUD"]),
    ("Rent was £9,250 a year, up from 9,000.", ["£9,250 = 9250 GBP", "9,000 = 9000 GBP"]),
    ("It took €4.2m in May, compared with 3.9m.", ["€4.2m = 4200000 EUR", "3.9m = 3900000 EUR"]),
    ("It cost £9,250, up from 9,000 boats.", ["£9,250 = 9250 GBP"]),
    ("Claims worth $1.2 billion came in, up from 6,200.", ["$1.2 billion = 1200000000 USD"]),
    ("The canal took Rs 500 cr.", ["Rs 500 cr = 5000000000 INR"]),
    ("The price rose from 310 to 355 euros.", ["310 = 310 EUR", "355 euros = 355 EUR"]),
    ("It fell from 36 to 0.6 öre.", ["36 = 0.36 SEK", "0.6 öre = 0.006 SEK"]),
    (
      "The pier cost R$ 2,5 bilhões and R$ 350 mil more.",
      ["R$ 2,5 bilhões = 2500000000 BRL", "R$ 350 mil = 350000 BRL"]
    ),
    ("Roads took NOK 1,2 milliarder.", ["NOK 1,2 milliarder = 1200000000 NOK"]),
    (
      "Sales more than doubled, from £2 million to £5 million.",
      ["£2 million = 2000000 GBP", "£5 million = 5000000 GBP"]
    ),
    ("Fines of between £10 and £500 and up to six months in jail follow.", ["£10 and £500 = 10..500 GBP"]),
    ("The council will spend £2.5 million on new flood walls.", ["£2.5 million = 2500000 GBP"]),
    ("The club ended with a balance of −£8m.", ["−£8m = -8000000 GBP"]),
    (
      "Results: -$1.2 billion in 2023 (-€40m a week) and minus £5m in May.",
      ["-$1.2 billion = -1200000000 USD", "-€40m = -40000000 EUR", "minus £5m = -5000000 GBP"]
    ),
    ("The pre-£5m era, 2019–£3m and – £4m are over.", ["£5m = 5000000 GBP", "£3m = 3000000 GBP", "£4m = 4000000 GBP"]),
    ("We lost ~~€3m~~ €4m, or ~£5m.", ["€3m = 3000000 EUR", "€4m = 4000000 EUR", "£5m = ~5000000 GBP"]),
    ("A fund of €340m was agreed for cod fishers.", ["€340m = 340000000 EUR"]),
    ("Officials put the bill at US$1,250,000.50 in all.", ["US$1,250,000.50 = 1250000.5 USD"]),
    ("The program received A$45 million and NZ$3m.", ["A$45 million = 45000000 AUD", "NZ$3m = 3000000 NZD"]),
    ("Vaccines worth EUR 12.5 million arrived.", ["EUR 12.5 million = 12500000 EUR"]),
    ("They paid 300 000 EUR for the vessel.", ["300 000 EUR = 300000 EUR"]),
    ("The fine was 1.250.000,75 € in total.", ["1.250.000,75 € = 1250000.75 EUR"]),
    ("The grant, CHF 2'500'000, is new.", ["CHF 2'500'000 = 2500000 CHF"]),
    ("It cost ₹12,34,567 last year.", ["₹12,34,567 = 1234567 INR"]),
    (
      "Dams will need Rs 500 crore and 3 lakh rupees.", ["Rs 500 crore = 5000000000 INR", "3 lakh rupees = 300000 INR"]
    ),
    ("More than £40m was lost.", ["£40m = (40000000.. GBP"]),
    ("It offers up to 50 million euros.", ["50 million euros = ..50000000 EUR"]),
    ("At least $3bn went to ports.", ["$3bn = 3000000000.. USD"]),
    ("Less than 200 pounds was left.", ["200 pounds = ..200) GBP"]),
    ("Nearly $75,000 was raised.", ["$75,000 = ~75000 USD"]),
    ("A budget of between €5 million and €7 million is planned.", ["€5 million and €7 million = 5000000..7000000 EUR"]),
    ("Costs of $5-10 million are expected.", ["$5-10 million = 5000000..10000000 USD"]),
    ("Spending rose from £15m to £18m.", ["£15m = 15000000 GBP", "£18m = 18000000 GBP"]),
    ("The deal is worth 20 billion Canadian dollars.", ["20 billion Canadian dollars = 20000000000 CAD"]),
    ("Half a million dollars went missing.", ["Half a million dollars = 500000 USD"]),
    // Numbers of its size beside an amount, told apart by what they are for.
    (
      "Of the €12 billion, 4 billion will go to roads and 3 billion to rail.",
      ["€12 billion = 12000000000 EUR", "4 billion = 4000000000 EUR", "3 billion = 3000000000 EUR"]
    ),
    (
      "It spent $1.2bn last year and 1.4bn this year.",
      ["$1.2bn = 1200000000 USD", "1.4bn = 1400000000 USD"]
    ),
    ("It spent $2 million to win 3 million customers.", ["$2 million = 2000000 USD"]),
    ("She was fined 1,200 euros and 300 in costs.", ["1,200 euros = 1200 EUR", "300 = 300 EUR"]),
    // The sum of the year before, in brackets.
    (
      "Sales were EUR 123.4 million (110.2), up from May.",
      ["EUR 123.4 million = 123400000 EUR", "110.2 = 110200000 EUR"]
    ),
    ("Cash flow was EUR 15.6 (12.1) million.", ["EUR 15.6 = 15600000 EUR", "12.1 = 12100000 EUR"]),
    // A unit in brackets.
    ("Revenue (in € million) was 1,234.", ["1,234 = 1234000000 EUR"]),
    (
      "Spending (£bn): health 192, schools 106 and buses 55.",
      ["192 = 192000000000 GBP", "106 = 106000000000 GBP", "55 = 55000000000 GBP"]
    ),
    // Part of an amount, or what it is compared with, in the same currency.
    (
      "The pier cost €4.5 million, of which 600,000 from the town.",
      ["€4.5 million = 4500000 EUR", "600,000 = 600000 EUR"]
    ),
    (
      "Sales were EUR 21.7 million (Q2: 19.4 million).",
      ["EUR 21.7 million = 21700000 EUR", "19.4 million = 19400000 EUR"]
    ),
    ("It gave £3 million, of which 200,000 people had a share.", ["£3 million = 3000000 GBP"]),
    (
      "The fine is not less than $2,500 nor more than $25,000 a day.",
      ["$2,500 nor more than $25,000 = 2500..25000 USD"]
    ),
    ("A ticket rose from 60 cents to €1.05 in May.", ["60 cents = 0.6 EUR", "€1.05 = 1.05 EUR"]),
    ("It raised £10m or more.", ["£10m = 10000000.. GBP"]),
    ("Farmers lost hundreds of millions of euros.", ["hundreds of millions of euros = ~.. EUR"]),
    ("Each ticket costs 50p.", ["50p = 0.5 GBP"]),
    ("Grants run from €2 million to €3 million.", ["€2 million to €3 million = 2000000..3000000 EUR"]),
    ("The bill grew by £2m to £20m.", ["£2m = 2000000 GBP", "£20m = 20000000 GBP"]),
    ("Debt went down from €5,310 to 5,102 per head.", ["€5,310 = 5310 EUR", "5,102 = 5102 EUR"]),
    ("Its takings never came to more than £900.", ["£900 = ..900 GBP"]),
    (
      "It lent US$ 2 million (approx. Rs. 16 crore).", ["US$ 2 million = 2000000 USD", "Rs. 16 crore = ~160000000 INR"]
    ),
    ("The press reported that a few hundred million euros is missing.", ["a few hundred million euros = ~.. EUR"]),
  ])
  func amounts(text: String, expected: [String]) {
    let rows = findings(text).money
    let found = rows.map { words(text, $0.span) + " = " + shown($0.amount) }
    #expect(found == expected)
  }

  @Test(arguments: [
    "The ship weighs 500 pounds of steel plate more.", "They walked 3 miles.", "In 2024 to 2025 nothing changed.",
    "Two won medals.",
    "The US team met.", "He has real plans for 5 real people.", "Write to PO Box 20.",
  ])
  func noAmounts(text: String) {
    #expect(findings(text).money.map { words(text, $0.span) } == [])
  }

  @Test func dollarMeansWhatTheCallerSays() {
    #expect(findings("It cost $5.", dollar: "AUD").money.first?.amount.unit == "AUD")
    #expect(findings("It cost US$5.", dollar: "AUD").money.first?.amount.unit == "USD")
    #expect(findings("It cost 5 dollars.", dollar: "CAD").money.first?.amount.unit == "CAD")
  }

  @Test(arguments: [
    ("Residents pay £120 a year for it.", "year"), ("Guards earn $6 per day.", "day"),
    ("About €2bn is lost annually.", "year"),
    ("Some £10m of fish is thrown away each year.", "year"), ("Diesel costs £1.52 a litre there.", "litre"),
    ("Repairs came to £1.9m a block.", "block"), ("It is a £3-million-a-year scheme.", "year"),
    ("Rice sells for £5.50/kg.", "kg"),
  ])
  func each(text: String, expected: String) { #expect(findings(text).money.first?.each == expected) }

  @Test func purposeIsReadFromTheClause() {
    #expect(
      findings("The ministry set aside £4m to repair sea walls, it said.").money.first?.purpose == "to repair sea walls"
    )
  }

  @Test func boundsCarryOverToAConversion() {
    let rows = findings("Losses of up to 6 billion euros ($6.6 billion) were found.").money
    #expect(rows.map { shown($0.amount) } == ["..6000000000 EUR", "..6600000000 USD"])
    #expect(rows[0].amount.worded == "up to 6 billion euros")
  }
}
