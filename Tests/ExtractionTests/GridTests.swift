import IbidExtraction
import IbidTypes
import Testing

/// Tables in a text: cells that take unit, currency and scale from headings, labels and captions.
@Suite struct GridTests {
  func money(_ text: String) -> [String] {
    findings(text).money.map { words(text, $0.span) + " = " + shown($0.amount) }
  }
  func figures(_ text: String) -> [String] {
    findings(text).figures.map { words(text, $0.span) + " = " + shown($0.value) }
  }

  @Test func captionsGiveCurrencyAndScale() {
    let text = "Table 4: Ferries (£ million)\n\tPlan\tOutturn\nHulls\t12.5\t(3.1)\nPiers\t8.0\t–\n"
    #expect(money(text) == ["12.5 = 12500000 GBP", "(3.1) = -3100000 GBP", "8.0 = 8000000 GBP"])
    #expect(figures(text) == [])
  }

  @Test func headingsGiveColumnsTheirUnits() {
    let text = "Town\tGrant (€000)\tChange\tSchools\nMarl\t1,204\t+6.5%\t12\nHerten\t980\t−2%\t9\n"
    #expect(money(text) == ["1,204 = 1204000 EUR", "980 = 980000 EUR"])
    #expect(figures(text) == ["+6.5% = 6.5 percent", "12 = 12 Schools", "−2% = -2 percent", "9 = 9 Schools"])
    #expect(findings(text).figures.map(\.isChange) == [true, false, true, false])
  }

  /// What stands above the labels of rows holds for all columns; rows that count do so in a table of money as well.
  @Test func unitsAboveTheLabels() {
    let text = "(EUR thousand)\tH1 2024\tH1 2023\nRent\t12,340\t11,980\nEmployees\t41\t39\n"
    #expect(money(text) == ["12,340 = 12340000 EUR", "11,980 = 11980000 EUR"])
    #expect(figures(text).map { $0.prefix(7) } == ["41 = 41", "39 = 39"])
  }

  @Test(arguments: [
    "SEKm", "MSEK", "In millions of Swedish kronor", "SEK million", "(in SEK m)",
  ])
  func scalesAndCurrenciesOfHeadings(heading: String) {
    #expect(money("\(heading)\tPlan\tOutturn\nHulls\t12.5\t13.1\nPiers\t8.0\t9.2\n").first == "12.5 = 12500000 SEK")
  }

  @Test(arguments: [
    ("R million", "ZAR"), ("Rand million", "ZAR"), ("In millions of U.S. dollars", "USD"), ("GH¢ million", "GHS"),
  ])
  func doubtfulCurrenciesOfHeadings(heading: String, code: String) {
    let text = "\(heading)\tPlan\tOutturn\nHulls\t12.5\t13.1\nPiers\t8.0\t9.2\n"
    #expect(money(text).first == "12.5 = 12500000 \(code)")
  }

  @Test func headingRowsMayOpenWithABar() {
    let text = "| 2024 £m | 2023 £m | % change\nRent | 12.5 | 11.0 | 14%\nTolls | 3.1 | 2.0 | 55%\n"
    #expect(money(text).count == 4)
  }

  /// The scale in a heading is no part of what is counted.
  @Test func unitsOfCountsAreTheNamesWithoutTheirScale() {
    let text = "Town\tRiders (thousands)\tShare, %\nMarl\t841\t4.2\nHerten\t77\t3.1\n"
    #expect(
      figures(text) == ["841 = 841000 Riders", "4.2 = 4.2 percent", "77 = 77000 Riders", "3.1 = 3.1 percent"])
  }

  @Test func aLineOfItsOwnGivesTheUnitOfAllColumns() {
    let text = "\tAccounts\tBudget\nin CHF 1'000\nRoads\t12'400\t-310\nTunnels\t8'000\t+75\n"
    #expect(
      money(text) == ["12'400 = 12400000 CHF", "-310 = -310000 CHF", "8'000 = 8000000 CHF", "+75 = 75000 CHF"])
  }

  @Test func rowLabelsGiveUnits() {
    let text = "Item\t2019\t2020\nRevenue ($m)\t41.5\t39.9\nStaff\t310\t295\n"
    #expect(money(text) == ["41.5 = 41500000 USD", "39.9 = 39900000 USD"])
    #expect(figures(text).map { String($0.prefix(3)) } == ["310", "295"])
  }

  @Test func spacesAlignColumns() {
    let text =
      "Company             Share     Fine (€)\nNorth Salt          45%       98 450 000\nWest Lime           –         1 250 000\n"
    #expect(money(text) == ["98 450 000 = 98450000 EUR", "1 250 000 = 1250000 EUR"])
    #expect(figures(text) == ["45% = 45 percent"])
  }

  /// A fixed gap sets cells apart and aligns nothing: where each line has all cells, they are counted.
  @Test func cellsInAFixedGapAreCounted() {
    let text =
      "Port    Keys    Undeclared keys    Unpaid rent (EUR million)\nMarl    58 112    1 846    4.1\nHerten    9 865    640    0.7\n"
    #expect(money(text) == ["4.1 = 4100000 EUR", "0.7 = 700000 EUR"])
  }

  @Test func bracketsAroundAShareAreAFall() {
    let text = "\tQ3 2023\tQ3 2022\tChange\nSales\t$340m\t$386m\t(12)%\nOutlay\t$90m\t$70m\t+29%\n"
    let rows = findings(text)
    #expect(rows.money.map { shown($0.amount) } == ["340000000 USD", "386000000 USD", "90000000 USD", "70000000 USD"])
    #expect(figures(text) == ["(12)% = -12 percent", "+29% = 29 percent"])
  }

  @Test func yearsRanksAndSerialNumbersAreNoValues() {
    let text = "No.\tTown\tYear\tDeaths\n1\tAlton\t2019\t41\n2\tBurwash\t2020\t38\n"
    #expect(figures(text) == ["41 = 41 Deaths", "38 = 38 Deaths"])
  }

  @Test func aTileIsNumbersOverWords() {
    let text = "1.2M\t341\t$86.5M\npeople affected\thouses lost\trequired\n"
    #expect(money(text) == ["$86.5M = 86500000 USD"])
    #expect(figures(text) == ["1.2M = 1200000 people affected", "341 = 341 houses lost"])
  }

  @Test func proseWithWideSpacesIsNoGrid() {
    let text = "We sold 40 boats.  The rest rotted.\nBy May 12 were left.  Nobody came.\n"
    #expect(figures(text).first == "40 boats = 40 boats")
    #expect(money(text) == [])
  }

  /// Tables out of pages that were copied as plain text: a cell a line.
  @Test func cellsUnderEachOther() {
    let text =
      "The keys cost more, the board says.\n\nTable 1: Locks (£ million)\n\nHarbour\n\n2024-25\n\n2025-26\n\nMarl\n\n12.5\n\n13.1\n\nHerten\n\n8.0\n\n–\n\nThe table leaves out rooms.\n"
    #expect(money(text) == ["12.5 = 12500000 GBP", "13.1 = 13100000 GBP", "8.0 = 8000000 GBP"])
    #expect(findings(text).money.map(\.purpose) == ["Marl", "Marl", "Herten"])
    let own = "Harbour\n2024 (€m)\n2025 (€m)\nMarl\n12.5\n13.1\nHerten\n8.0\n9.2\n"
    #expect(money(own).count == 4)
    // Without a currency they stay lines with numbers.
    #expect(money("Harbour\n2024\n2025\nMarl\n12.5\n13.1\nHerten\n8.0\n9.2\n") == [])
  }

  /// Lists of labels with their values under a line that names the currency.
  @Test(arguments: [
    "Locks by harbour ($ million):\n- Marl: 12.5\n- Herten: 8.0\n- Sund: 3.1\n",
    "Amounts in millions of dollars\nMarl ....... 12.5\nHerten ..... 8.0\nSund ....... 3.1\n",
    "All figures are $ million and leave out keys.\nHarbour 2024\nMarl 12.5\nHerten 8.0\nSund 3.1\n",
  ])
  func listsOfLabels(text: String) {
    #expect(money(text) == ["12.5 = 12500000 USD", "8.0 = 8000000 USD", "3.1 = 3100000 USD"])
  }

  /// Rows whose cells one space sets apart.
  @Test func rowsOfOneSpace() {
    let text = "Locks (R million)\nHarbour 2023/24 2024/25\nMarl 12.5 13.1\nHerten – 9.2\nAll 12.5 22.3\n"
    #expect(
      money(text) == [
        "12.5 = 12500000 ZAR", "13.1 = 13100000 ZAR", "9.2 = 9200000 ZAR", "12.5 = 12500000 ZAR", "22.3 = 22300000 ZAR",
      ])
  }

  /// Tables whose lines ran together, and sums beside their years.
  /// Groups of three digits with single spaces between them are columns where they go on.
  @Test func columnsOfThreeDigits() {
    let text = """
      Outlays ($ million)
      Wharves 120 130 140 150
      Ferries 45.5 46.0 47.2 48.0
      Lights – 12.0 12.5 13.0
      """
    #expect(money(text).count == 11)
    #expect(money(text).prefix(2) == ["120 = 120000000 USD", "130 = 130000000 USD"])
    #expect(findings("It cost EUR 120 130 140 in all.").money.first.map { shown($0.amount) } == "120130140 EUR")
  }

  /// What stands right above a list and names the currency makes a list of two lines.
  @Test func shortLists() {
    #expect(
      money("Awards (NZ$):\nQuay Trust: 15,000\nPier Trust: 9,500") == ["15,000 = 15000 NZD", "9,500 = 9500 NZD"])
  }

  @Test func oneLine() {
    let text = "Table 2. Outlays (R million) Harbour 2023/24 2024/25 Marl 12.5 13.1 Herten 8.0 9.2 Sund 3.1 4.0\n"
    #expect(money(text).count == 6)
    #expect(money(text).first == "12.5 = 12500000 ZAR")
    #expect(
      money("Outlays ($m): 2023/24 12.5, 2024/25 13.1 and more.\n") == ["12.5 = 12500000 USD", "13.1 = 13100000 USD"])
    #expect(money("The fee is in euros. In 2023 12 boats came, in 2024 14 boats came.\n") == [])
  }

  /// Accounts write the sign in the first row and beside the total; the values between are money as well.
  @Test func signsOfTheFirstRowAndTheTotal() {
    let text =
      "\t2024\t2023\nHulls\t$ 12.5\t$ 13.1\nStaff\t8.0\t9.2\nEmployees\t41\t39\nTotal\t$ 20.5\t$ 22.3\nShips\t4\t5\n"
    #expect(
      money(text).map { $0.replacing(" USD", with: "") } == [
        "$ 12.5 = 12.5", "$ 13.1 = 13.1", "8.0 = 8", "9.2 = 9.2", "$ 20.5 = 20.5", "$ 22.3 = 22.3",
      ])
    #expect(money("(in thousands)\n" + text).count == 6)
    #expect(money("(in thousands)\n" + text)[2] == "8.0 = 8000 USD")
    let spaced = "Outlays of the board\nHulls $12.5 $13.1\nStaff 8.0 9.2\nTotal $20.5 $22.3\n"
    #expect(money(spaced).count == 6)
  }

  /// Without a total, or the same rows in a second column, a sign speaks for its own cell.
  @Test func signsOfSingleCells() {
    #expect(money("Budget\t$300\nStaff\t12\nCost of a call\t$25\n") == ["$300 = 300 USD", "$25 = 25 USD"])
    #expect(money("Fee\t$300\t$310\nBail\t12\t14\nFine\t$25\t$35\n").count == 6)
    #expect(money("Fee\t$3 million\nBail\t12\nTotal\t$25\n").count == 2)
    #expect(money("Fee\t$300\nBail\t12\nTotal\t€25\n").count == 2)
  }

  @Test(arguments: [
    "All amounts in millions of dollars.", "Note: Dollars in millions. Sums are rounded.", "(US$ million)",
    "Source: accounts of the board. Figures in $ million.",
  ])
  func unitsBelow(note: String) {
    let text = "Item    2023    2024\nHulls   12.5    13.1\nPiers    8.0     9.2\n\n\(note)\n\nThe board met.\n"
    #expect(money(text).prefix(2) == ["12.5 = 12500000 USD", "13.1 = 13100000 USD"])
    #expect(money(text).count == 4)
    #expect(figures(text) == [])
  }

  /// What stands below and speaks of money gives no unit by itself.
  @Test func proseBelow() {
    let text = "Item    2023    2024\nHulls   12    13\nPiers    8     9\n\nThe board paid in dollars.\n"
    #expect(money(text) == [])
  }

  /// Blank lines and headings part the sections of a grid; its headings hold for all.
  @Test func sections() {
    let text = """
      Costs ($ million)

      Item        2023      2024

      Running
      Hulls       12.5      13.1
      Piers        8.0       9.2

      Once
      Locks        3.0       4.0

      Total       23.5      26.3
      """
    #expect(money(text).count == 8)
  }

  @Test func rowsApart() {
    let text =
      "Costs ($ million)\n\nItem        2023      2024\nHulls       12.5      13.1\n\nPiers        8.0       9.2\n\nLocks        3.0       4.0\n"
    #expect(money(text).count == 6)
    #expect(findings(text).money.map { $0.period?.description ?? "–" }.prefix(2) == ["2023", "2024"])
  }

  @Test func drawnGrids() {
    let text = """
      +-------------+--------+--------+
      | Item ($m)   | 2023   | 2024   |
      +=============+========+========+
      | Hulls       |   12.5 |   13.1 |
      | Piers       |    8.0 |    9.2 |
      +-------------+--------+--------+
      """
    #expect(money(text).count == 4)
  }

  /// A line of its own that begins with the unit may go on with the base of prices.
  @Test func baseOfPrices() {
    #expect(money("£ million, 2023-24 prices\nHulls\t12.5\nPiers\t8.0\n").first == "12.5 = 12500000 GBP")
  }

  /// The period of a value is the date in its row's label, its column's heading, or the only one of the caption.
  @Test func periodsOfRowsAndColumns() {
    func periods(_ text: String) -> [String] {
      let found = findings(text)
      return found.money.map { ($0.period?.description ?? "–") }
    }
    #expect(
      periods("Item    2023 (£m)    March 2024 (£m)    Change\nHulls   12.5   13.1   +4%\nPiers   8.0   9.2   +15%\n")
        == ["2023", "2024-03", "2023", "2024-03"])
    #expect(periods("Year    Boats    Cost\n2021    12    £3m\n2022    14    £4m\n") == ["2021", "2022"])
    #expect(periods("Grants in 2022 (£ million)\nHulls\t12.5\nPiers\t8.0\n") == ["2022", "2022"])
    #expect(periods("Grants of 2022 and 2023 (£ million)\nHulls\t12.5\nPiers\t8.0\n") == ["–", "–"])
    #expect(
      findings("Year    Boats    Cost\n2021    12    £3m\n2022    14    £4m\n").money.map(\.purpose) == [
        "Cost", "Cost",
      ])
  }
}
