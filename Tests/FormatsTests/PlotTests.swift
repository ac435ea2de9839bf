import IbidColumns
import IbidTypes
import Testing

@testable import IbidFormats

struct PlotTests {
  private static func table(_ columns: [(String, DataType, Column)]) -> Table {
    Table(
      name: "t", schema: Schema(columns.map { Field($0.0, ValueType($0.1, optional: true)) }),
      columns: columns.map(\.2), rowCount: columns.first?.2.count ?? 0)
  }

  private static func texts(_ values: [String?]) -> Column { .text(TextColumn(values)) }
  private static func ints(_ values: [Int64?]) -> Column {
    .int(FixedColumn(values.map { $0 ?? 0 }, validity: Bitmap(values.map { $0 != nil })))
  }
  private static func floats(_ values: [Double]) -> Column { .float(FixedColumn(values)) }

  // MARK: Scales

  @Test(arguments: [
    (0.0, 11.0, 6, ["0", "2", "4", "6", "8", "10", "12"]), (0, 1, 3, ["0", "1"]),
    (0, 1.5, 4, ["0", "0.5", "1", "1.5"]),
    (-7, 20, 5, ["-10", "-5", "0", "5", "10", "15", "20"]),
    (0.1, 0.35, 5, ["0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]),
    (3, 3, 2, ["0", "5"]), (1e12, 1.2e12, 2, ["1000000000000", "1200000000000"]),
  ])
  func marksAreNice(_ low: Double, _ high: Double, _ count: Int, _ labels: [String]) {
    #expect(PlotScale(covering: [low, high], along: .number, count: count).ticks.map(\.label) == labels)
  }

  @Test(arguments: [
    ("2024-03-01", "2024-03-06", ["2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06"]),
    ("2024-01-15", "2024-06-15", ["2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]),
    ("2019-01-01", "2024-12-31", ["2019", "2020", "2021", "2022", "2023", "2024"]),
    ("2024-03-05", "2024-03-05", ["2024-03-05"]),
  ])
  func marksOfTimeAreOfTheCalendar(_ first: String, _ last: String, _ labels: [String]) throws {
    let ends = try [first, last].map { Double(try #require(Moment(literal: $0)?.low)) }
    #expect(PlotScale(covering: ends, along: .time, count: 6).ticks.map(\.label) == labels)
  }

  @Test func quartersAndDecadesBeginWhereTheyShould() throws {
    func second(_ day: String) throws -> Double { Double(try #require(Moment(literal: day)?.low)) }
    for (step, day, start, label) in [
      (CalendarStep.months(3), "2024-05-31", "2024-04-01", "2024-Q2"),
      (.months(12), "1969-07-20", "1969-01-01", "1969"),
      (.months(120), "2029-12-31", "2020-01-01", "2020s"), (.days(7), "2024-03-10", "2024-03-04", "2024-03-04"),
      (.days(7), "1969-12-31", "1969-12-29", "1969-12-29"), (.months(1), "2024-02-29", "2024-02-01", "2024-02"),
    ] {
      let (inside, wanted) = (try second(day), try second(start))
      #expect(step.start(inside) == wanted, "\(step) of \(day)")
      #expect(step.label(wanted) == label)
      #expect(step.start(step.next(after: wanted) - 1) == wanted)
    }
  }

  // MARK: Histograms

  private static func histogram(_ column: Column, _ type: DataType) -> (labels: [String], counts: [String]) {
    let plot = Plot(.histogram, of: table([("x", type, column)]), columns: [0])
    guard case .bars(let chart) = plot.content else { return ([], []) }
    return (chart.labels, chart.series.first?.values.map { $0?.text ?? "" } ?? [])
  }

  /// 100 values from 0 to 99: the quartiles are 49.5 apart, so 2 * 49.5 / 100^(1/3) = 21.3; Sturges has 99 / 7.64 = 12.95.
  @Test func widthIsTheSmallerOfTheTwoRules() {
    let result = Self.histogram(Self.ints((0..<100).map { $0 }), .int)
    #expect(result.labels.prefix(3) == ["0–9", "10–19", "20–29"] && result.labels.count == 10)
    #expect(result.counts == [String](repeating: "10", count: 10))
  }

  @Test func everyValueIsCountedOnce() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    for count in [1, 2, 3, 10, 1000] {
      for scale in [1e-6, 1, 1e9] {
        let values = (0..<count).map { _ in (random() - 0.3) * scale }
        let result = Self.histogram(Self.floats(values), .float)
        #expect(result.counts.compactMap { Int($0) }.reduce(0, +) == count)
        #expect(result.labels.count <= Histogram.limit && Set(result.labels).count == result.labels.count)
      }
    }
    #expect(Self.histogram(Self.ints([3, 3, 3]), .int) == (["3"], ["3"]))
    #expect(Self.histogram(Self.ints([1, 2, 2, 4]), .int) == (["1", "2", "3", "4"], ["1", "2", "0", "1"]))
  }

  @Test func datesAreCountedByMonthsAndYears() throws {
    let months = try (1...24).map { try #require(Moment(literal: "\(2022 + ($0 - 1) / 12)-0\(($0 - 1) % 9 + 1)")) }
    let result = Self.histogram(.moment(MomentColumn(months)), .date)
    #expect(result.labels.first == "2022-Q1" && result.counts.compactMap { Int($0) }.reduce(0, +) == 24)
  }

  // MARK: Text

  @Test func barsEndWhereTheirNumbersSay() {
    let plot = Plot(
      .bars, of: Self.table([("k", .text, Self.texts(["a", "bb", "c"])), ("n", .int, Self.ints([8, 4, nil]))]),
      columns: [0, 1])
    // 18 cells for 10: 8 are 14 cells and 3 eighths, 4 are 7 cells and 2 eighths.
    #expect(
      plot.text(width: 24)
        == """
        a   ██████████████▍ 8
        bb  ███████▎ 4
        c   –
            ┬────────────────┬
            0               10
        n: 1 without a value

        """)
    #expect(
      plot.text(width: 24, usesUnicode: false)
        == """
        a   ############## 8
        bb  ####### 4
        c   -
            +----------------+
            0               10
        n: 1 without a value

        """)
  }

  @Test func barsBelowZeroGoLeft() {
    let plot = Plot(
      .bars, of: Self.table([("k", .text, Self.texts(["a", "b"])), ("n", .int, Self.ints([-10, 10]))]), columns: [0, 1])
    let lines = plot.text(width: 40).split(separator: "\n")
    let (first, second) = (lines[0].firstIndex(of: "█"), lines[1].firstIndex(of: "█"))
    #expect(lines[0].count { $0 == "█" } == lines[1].count { $0 == "█" })
    #expect(
      first.map { lines[0].distance(from: lines[0].startIndex, to: $0) } ?? 9
        < second.map { lines[1].distance(from: lines[1].startIndex, to: $0) } ?? 0)
  }

  @Test func textsOfDocumentsCannotMoveTheCursor() {
    let plot = Plot(
      .bars, of: Self.table([("k", .text, Self.texts(["\u{1B}[2J\u{202E}x\ny"])), ("n", .int, Self.ints([1]))]),
      columns: [0, 1])
    for text in [plot.text(), plot.text(usesUnicode: false), plot.svg()] {
      #expect(!text.unicodeScalars.contains { $0 != "\n" && Hazard.contains($0) })
    }
  }

  /// Whatever the numbers are: it ends, nothing is wider than the terminal, ASCII is ASCII.
  @Test(arguments: [
    [0.0], [-0.0], [1e299, -1e299], [1e300], [5e-324, 1], [.greatestFiniteMagnitude], [1e17, 1e17 + 16], [-3, -2],
    [1, 2, 3, 1e15], [0.1, 0.2, 0.30000000000000004], [], [1e-291, 2e-291],
  ])
  func extremesAreDrawn(_ values: [Double]) {
    let labels = Self.texts(values.indices.map { "row number \($0) of 日本 with a long label" })
    let table = Self.table([
      ("k", .text, labels), ("x", .float, Self.floats(values)), ("y", .float, Self.floats(values.reversed())),
    ])
    for plot in [
      Plot(.bars, of: table, columns: [0, 1, 2]), Plot(.lines, of: table, columns: [1, 2]),
      Plot(.histogram, of: table, columns: [1]),
    ] {
      for width in [1, 24, 60, 200] {
        for line in plot.text(width: width).split(separator: "\n") where !line.contains("cannot be placed") {
          #expect(DisplayWidth.of(String(line)) <= max(width, 40), "\(line)")
        }
      }
      #expect(plot.text(usesUnicode: false).allSatisfy { $0.isASCII })
      #expect(plot.svg().hasSuffix("</svg>\n"))
      #expect(!plot.svg().contains("nan") && !plot.svg().contains("inf\""))
    }
  }

  @Test func linesJoinWhatHasAValue() {
    let plot = Plot(
      .lines,
      of: Self.table([("x", .int, Self.ints([3, 1, 2, 4, nil])), ("y", .int, Self.ints([30, 10, nil, 40, 5]))]),
      columns: [0, 1])
    guard case .lines(let chart) = plot.content else { return }
    #expect(chart.points[0].map(\.x) == [1, 3, 4])
    #expect(chart.points[0].map(\.isJoined) == [false, false, true])
    #expect(plot.notes == ["x: 1 without a value", "y: 1 without a value"])
  }

  @Test func aLineOfDotsTouchesBothEnds() {
    for end in [(0, 0), (9, 3), (3, 19), (0, 19), (19, 0)] {
      var canvas = DotCanvas(width: 10, height: 5, isUnicode: true)
      canvas.line(from: (x: 0, y: 0), to: (x: end.0, y: end.1))
      canvas.mark(end.0, end.1, "*")
      #expect(canvas.row(end.1 / 4).contains("*"))
      #expect(end == (0, 0) || canvas.row(0).first != " ")
    }
  }

  // MARK: Pictures

  @Test func aPictureStandsAlone() {
    let plot = Plot(
      .bars, of: Self.table([("k", .text, Self.texts(["<script>&\"x\"", "b"])), ("n", .int, Self.ints([1, nil]))]),
      columns: [0, 1])
    let svg = plot.svg()
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\""))
    #expect(svg.contains("<title id=\"title\">n by k</title>") && svg.contains("<desc id=\"desc\">2 bars: "))
    #expect(svg.contains("&lt;script&gt;&amp;&quot;x&quot;") && !svg.contains("<script"))
    #expect(!svg.contains("href") && svg.contains("n: 1 without a value"))
  }
}
