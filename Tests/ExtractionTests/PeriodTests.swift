import IbidTypes
import Testing

@testable import IbidExtraction

/// Which date is the period of an amount.
@Suite struct PeriodTests {
  @Test(arguments: [
    // The nearest date of the clause, behind the amount or before it.
    ("The port spent £4m in 2019.", ["2019"]),
    ("In 2019 the port spent £4m and in 2020 it spent £5m.", ["2019", "2020"]),
    // A date that opens the sentence holds for all that have none of their own.
    ("For 2008, the fund gave €400m to rail, €65m to roads and €3m to canals.", ["2008", "2008", "2008"]),
    ("In 2022, wages cost $3 million, against $2 million in 2021.", ["2022", "2021"]),
    // What follows ", which" and ", raising" is told of something else.
    ("Spending for 2013 rose to $29m, which the council kept in 2014.", ["2013"]),
    ("The lottery gave £3m in October 2021, raising the budget to £18m.", ["2021-10", "–"]),
    // A conversion is the same amount.
    ("Smugglers earned €6bn ($6.6bn) in 2015.", ["2015", "2015"]),
    // A day of saying is none of spending.
    ("The £54m announced today will rebuild the pier.", ["–"]),
    ("The £54m announced on 3 May 2022 will rebuild the pier.", ["–"]),
    ("The ministry announced £54m for 2023.", ["2023"]),
    // A semicolon ends what a date says.
    ("The pier cost £2m; in 2020 it burnt down.", ["–"]),
  ])
  func periods(text: String, expected: [String]) {
    let money = findings(text, published: "2024-03-05").money
    #expect(money.map { $0.period?.description ?? "–" } == expected)
  }
}
