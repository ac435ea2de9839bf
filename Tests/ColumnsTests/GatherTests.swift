import IbidColumns
import IbidTypes
import Testing

/// `gathered` against picking values one by one, with missing rows, repeats and rows of -1, for each kind of column.
@Suite struct GatherTests {
  private static let columns: [Column] = {
    let validity = Bitmap([true, false, true, true])
    let measures = {
      var builder = MeasureColumnBuilder(kind: .money)
      builder.append(Measure(.one, unit: "GBP", text: "£1"))
      builder.append(nil)
      builder.append(Measure(low: .one, high: nil, isLowOpen: true, unit: "EUR"))
      builder.append(Measure(low: nil, high: .zero, isHedged: true, unit: "GBP"))
      return (try? builder.finish())!
    }()
    return [
      .bool(BoolColumn(Bitmap([true, false, false, true]), validity: validity)),
      .int(FixedColumn([1, 2, 3, 4], validity: validity)),
      .float(FixedColumn([1.5, 2, 3, 4])), .text(TextColumn(["a", nil, "b", "a"])), .measure(measures),
      .moment(
        MomentColumn([
          Moment(year: 2024), nil, .unresolved("July", grain: .month, partial: "--07"),
          Moment(low: nil, high: 5, grain: .second),
        ])),
      .list(ListColumn(offsets: [0, 2, 2, 2, 3], elements: .int(FixedColumn([7, 8, 9])), validity: validity)),
      .reference(ReferenceColumn(table: "t", [3, nil, 0, 1])),
      .source(
        SourceColumn(
          file: TextColumn(["x", "x", "y", "y"]), line: [1, 2, 3, 4], lower: [0, 1, 2, 3], upper: [5, 6, 7, 8],
          validity: validity)),
    ]
  }()

  @Test(arguments: [[], [0], [3, 2, 1, 0], [0, 0, 3], [-1], [2, -1, 1, -1, 3]] as [[Int32]])
  func gatherIsPicking(_ rows: [Int32]) {
    for column in Self.columns {
      let picked = column.gathered(rows)
      #expect(picked.count == rows.count)
      for (index, row) in rows.enumerated() {
        #expect(picked.value(at: index) == (row < 0 ? .none : column.value(at: Int(row))))
      }
      if case .measure(let measures) = picked { measures.checkInvariants() }
      picked.validity?.checkInvariants()
    }
  }

  @Test func gatheringTwiceIsGatheringTheGathered() {
    let (first, second): ([Int32], [Int32]) = ([3, -1, 1, 0, 2, 2], [5, 1, -1, 0])
    let both = second.map { $0 < 0 ? -1 : first[Int($0)] }
    for column in Self.columns {
      let (chained, direct) = (column.gathered(first).gathered(second), column.gathered(both))
      for row in both.indices { #expect(chained.value(at: row) == direct.value(at: row)) }
    }
  }

  @Test func truthIsFalseWhereItIsUnknown() {
    let column = BoolColumn(Bitmap([true, true]), validity: Bitmap([true, false]))
    #expect(column.truth == Bitmap([true, false]) && column[0] == true && column[1] == nil)
  }
}
