import IbidExtraction
import IbidTypes
import Testing

/// What rises and falls, by how much and to what; letters behind digits; two bounds of one value.
@Suite struct MovedValueTests {
  private func check(_ text: String, _ expected: [String]) {
    #expect(findings(text).figures.map { shown($0.value) + ($0.isChange ? " change" : "") } == expected)
  }

  private func measure(_ text: String) -> String? { findings(text).figures.first?.measure }

  @Test(arguments: [
    ("Loans came to 8.5m.", ["8500000"]), ("Only 4m replied.", ["4000000"]),
    ("The queue fell to 6.2m from 6.9m.", ["6200000", "6900000"]),
    ("Some 2-2.5m readers left.", ["~2000000..2500000 readers"]),
    ("It lost 2m of its 9m readers.", ["2000000 readers", "9000000 readers"]),
    ("The tide rose to 4m.", ["4 metre"]), ("The shed is 14m long.", ["14 metre"]),
    ("They dug through 3m of mud.", ["3 metre"]),
    ("She won the 800m.", []), ("The mill ground 3.4Mt of flour.", ["3400000 tonne"]),
    ("It has 1.4M readers.", ["1400000 readers"]),
  ])
  func letters(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("Membership fell 14,000 to 380,000.", ["-14000 change", "380000"]),
    ("Loans crept up by 1,300 to 5,200.", ["1300 change", "5200"]),
    ("Loans rose 14% to 52.", ["14 percent change", "52"]),
    ("Loans rose 3 to 4 per cent.", ["3..4 percent change"]),
    ("The rate went from 3.1 to 3.8 per cent.", ["3.1 percent", "3.8 percent"]),
    ("Loans fell from 40 to 31 books.", ["40 books", "31 books"]),
    ("Visits rose to three hundred in June.", ["300"]), ("Visits rose to half a million.", ["500000"]),
  ])
  func amountsAndEnds(text: String, expected: [String]) { check(text, expected) }

  /// What stands between the verb and its amount hides no change.
  @Test(arguments: [
    "just", "only", "another", "a record", "a modest", "a further", "a net", "a seasonally adjusted", "by just",
    "by another",
    "by a massive", "on average", "by an average of",
  ])
  func betweenVerbAndAmount(words: String) { check("Book loans fell \(words) 9 per cent.", ["-9 percent change"]) }

  @Test(arguments: [
    ("slipped", "-9"), ("retreated", "-9"), ("collapsed by", "-9"), ("dwindled by", "-9"),
    ("were scaled back by", "-9"),
    ("have gone down", "-9"), ("advanced", "9"), ("leapt by", "9"), ("were lifted by", "9"),
  ])
  func verbs(verb: String, value: String) { check("Book loans \(verb) 9 per cent.", ["\(value) percent change"]) }

  @Test(arguments: [
    ("Loans did not rise by 9 per cent.", ["9 percent"]), ("Loans have not doubled.", ["2 times"]),
    ("She doubled as a guide.", []), ("Boys are four times more likely to borrow.", ["4 times"]),
    ("The kite was flown by two boys after fares rose.", ["2 boys"]),
    ("There were 14 fewer loans than in May.", ["-14 loans change"]),
    ("Loans rose 9 per cent in May and 4 per cent in June.", ["9 percent change", "4 percent change"]),
    ("The note put the drop in loans at 9 per cent.", ["-9 percent change"]),
  ])
  func changesOrNot(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("Between a fifth and a quarter of readers came.", ["0.2..0.25 fraction"]),
    ("It takes between six months and two years.", ["0.5..2 year"]),
    ("It has more than 20,000 but fewer than 30,000 books.", ["(20000..30000) books"]),
    ("Some 14-16,000 readers came.", ["~14000..16000 readers"]),
    ("It took an hour and 15 minutes.", ["1.25 hour"]), ("It ran for 2h 30m.", ["2.5 hour"]),
    ("It sat for three quarters of an hour.", ["0.75 hour"]), ("A half-hour delay annoyed them.", ["0.5 hour"]),
    ("She read for two-and-a-half years.", ["2.5 year"]), ("A million and a half readers came.", ["1500000 readers"]),
    ("Fourteen in every 100 readers owe.", ["0.14 fraction"]),
    ("Loans grew by 1,300 year on year.", ["1300 change"]),
    ("Some 40-plus readers and 1,200-odd books burned.", ["~40.. readers", "~1200 books"]),
    ("Twelve or more readers came.", ["12.. readers"]), ("A 15-per-cent levy was set.", ["15 percent"]),
    ("Pupils under 14 travel free.", ["..14) years old"]),
    ("It is for women aged between 40 and 60.", ["40..60 years old"]),
    ("She has over 30 years of practice.", ["(30.. year"]), ("It was spent over 30 years.", ["30 year"]),
    ("They argued about 14 rules.", ["14 rules"]), ("At the very least 40 readers came.", ["40.. readers"]),
    ("It is c. 40 books long, or shy of 50.", ["~40 books", "..50)"]), ("Loans passed 40,000.", ["(40000.."]),
    ("The house passed 14 laws.", ["14 laws"]),
    ("There were 14 readers in Cork, 32 in Bray.", ["14 readers", "32 readers"]),
    ("It has 14, 32 and 40 shelves.", ["14 shelves", "32 shelves", "40 shelves"]),
    ("There were 40 books, of which 14 were lost.", ["40 books", "14 books"]),
  ])
  func ends(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("Loans rose from £2m to £3m.", ["2000000 GBP", "3000000 GBP"]),
    ("Growers lost £2m to £3m.", ["2000000..3000000 GBP"]),
    ("It costs at least £4m but no more than £6m.", ["4000000..6000000 GBP"]),
    ("It costs approx. £4m, or £12-15,000 a shelf.", ["~4000000 GBP", "12000..15000 GBP"]),
  ])
  func sums(text: String, expected: [String]) { #expect(findings(text).money.map { shown($0.amount) } == expected) }

  @Test(arguments: [
    "The van moved from bay 14 to bay 21.", "It shut near exit 14.", "It lies at 48.1173, -1.6778.",
    "It lies at 48°07'N.",
    "They sold the iPhone 14 there.", "Week 9 begins today.", "Act No. 12 of 2011 applies.",
    "Three Mile Island is shut.",
    "The Foxes won 28 to 14.", "They were 180 for 4 at tea.", "The odds were 50 to 1.", "Bus route 73 was cut.",
  ])
  func numbersThatName(text: String) { check(text, []) }

  @Test(arguments: [
    ("Reader numbers edged up by 9 per cent.", "reader numbers"), ("Waiting lists rose 9 per cent.", "waiting lists"),
    ("Book loans in Kent rose 9 per cent.", "book loans"), ("Loans among the over-65s rose 9 per cent.", "loans"),
    ("Water use rose 9 per cent.", "water use"), ("Last year book loans rose 9 per cent.", "book loans"),
    ("Loans increased year on year by 9 per cent.", "loans"),
    ("Book loans are expected to rise by 9 per cent.", "book loans"),
    ("The van pushed book loans up by 9 per cent.", "book loans"), ("A third of readers objected.", "readers"),
    ("Nine per cent of readers support the plan.", "readers"), ("Membership was 62 per cent.", "membership"),
    ("The number of shelves is 4,500.", "shelves"), ("The list stands at 6,200.", "list"),
    ("Book loans doubled.", "book loans"),
    ("Loan rates rose from 4.1 to 4.6 per cent.", "loan rates"), ("Losses were 9 per cent lower.", "losses"),
    ("The claim that prices rose by 25% was checked.", "prices"),
    ("Thefts in Italy rose by 50%.", "thefts"),
    ("Pupils that passed rose by 5%.", "pupils"),
  ])
  func measures(text: String, expected: String) { #expect(measure(text) == expected) }

  @Test(arguments: [
    ("It has 450 books per square mile.", "square mile"), ("It lends 450 books per annum.", "year"),
    ("She reads two hours a week.", "week"), ("It lends 450 books monthly.", "month"),
    ("It sells 450 pies a game.", "game"),
    ("It has 14 books for each school.", "school"), ("There were 450 loans for every 1,000 books.", "1,000 books"),
  ])
  func rates(text: String, unit: String) {
    #expect(findings(text).figures.map(\.each) == [unit])
  }

  /// The date of an aside, of a saying or of another verb is no period.
  @Test(arguments: [
    "The library, built in 1998, has 450 shelves.", "It has 450 shelves and opened in 2019.",
    "The board said in March 2023 that it had 4,500 shelves.",
  ])
  func periodsOfOthers(text: String) {
    let row = findings(text, published: "2024-05-15").figures.first
    #expect(row != nil && row?.period == nil)
  }

  @Test(arguments: ["The Good Friday Agreement holds.", "Black Friday was busy.", "Bloody Sunday is remembered."])
  func namesOfDays(text: String) { #expect(findings(text, published: "2024-05-15").dates.isEmpty) }
}
