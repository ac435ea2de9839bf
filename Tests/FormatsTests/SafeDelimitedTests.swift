import IbidColumns
import IbidFormats
import IbidTypes
import Testing

/// Files for spreadsheets: nothing in a cell is a formula.
@Suite struct SafeDelimitedTests {
  private func cell(_ text: String, _ format: DelimitedFormat = .csv.safe) -> String {
    let lines = format.text(of: textTable("x", [text]))
    return String(lines.dropFirst(2).dropLast())
  }

  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+44 20 7946", "\"'+44 20 7946\""), ("-cmd|' /C calc'!A0", "\"'-cmd|' /C calc'!A0\""),
    ("@SUM(A1)", "\"'@SUM(A1)\""), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
    (" =1", "\"' =1\""), ("\u{A0}=1", "\"'\u{A0}=1\""), ("＝1", "\"'＝1\""),
    ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
    ("-", "\"'-\""), ("--1", "\"'--1\""), ("-1-1", "\"'-1-1\""), ("+", "\"'+\""), ("-inf", "\"'-inf\""),
    ("-0x1p3", "\"'-0x1p3\""),
  ])
  func formulasAreQuoted(_ text: String, _ expected: String) { #expect(cell(text) == expected) }

  @Test(arguments: ["-24000", "-1.5", "+3", "-1e-05", "£5", "5-6", "a=b", "", "‘quoted’", "–"])
  func numbersAndTextsStay(_ text: String) { #expect(cell(text) == cell(text, .csv)) }

  @Test func negativeAmountsStayNumbers() {
    let amounts = measureColumn(
      .quantity, [Measure(low: number("-30"), high: number("-30"), isChange: true, unit: "percent", text: "fell 30%")])
    let text = DelimitedFormat.csv.safe.text(of: table("t", ("x", ValueType(.quantity(nil)), amounts)))
    #expect(text.hasSuffix(",-30,-30,percent\n"), "\(text)")
  }

  /// The names of columns are as little to be trusted as their cells: a query may name them anything.
  @Test func headsAreCellsToo() {
    #expect(DelimitedFormat.tsv.safe.text(of: textTable("=x", ["y"])) == "\"'=x\"\ny\n")
  }

  @Test func withoutTheOptionCellsAreExact() { #expect(cell("=1+1", .csv) == "=1+1") }
}
