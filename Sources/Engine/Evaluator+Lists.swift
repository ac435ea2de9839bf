import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Functions of lists. Null rule: a missing argument makes the result missing; elements may be missing.

extension Evaluator {
  func list(_ function: ScalarFunction, _ arguments: [Column], _ expression: PlanExpression) throws(EngineError)
    -> Column
  {
    if function == .range { return try range(arguments[0], arguments[1], expression) }
    guard case .list(let lists) = arguments[0] else { return .missing(expression.type.base, count: arguments[0].count) }
    func int(_ index: Int, _ row: Int) -> Int? {
      guard index < arguments.count, case .int(let ints) = arguments[index] else { return nil }
      return ints[row].map { Int($0) }
    }
    switch function {
    case .first, .last, .element:
      return lists.elements.gathered(
        [Int32](rows: lists.count, filler: -1) { row in
          let position = function == .first ? 1 : function == .last ? -1 : int(1, row)
          guard lists.isValid(row), let position,
            let index = Positions.index(position, of: lists.range(row).count)
          else { return -1 }
          return Int32(lists.range(row).lowerBound + index)
        })
    case .slice:
      let validity = arguments.reduce(nil) { bothValid($0, $1.validity) }
      return lists.rearranged(validity) { row, elements in
        guard let from = int(1, row) else { return }
        let range = lists.range(row)
        let part = Positions.range(from: from, count: int(2, row), of: range.count)
        elements.append(contentsOf: part.lazy.map { Int32(range.lowerBound + $0) })
      }
    case .reversed:
      return lists.rearranged(lists.validity) { row, elements in
        elements.append(contentsOf: lists.range(row).reversed().lazy.map { Int32($0) })
      }
    case .sorted:
      // One sort of all elements by list, then by value, instead of one sort a list.
      let owner = lists.owners
      let order = SortKeys.order(
        [(.int(FixedColumn(owner.map(Int64.init))), false), (lists.elements, false)], rows: owner.count)
      // Elements that no list holds would be left out, so the offsets are counted anew.
      return lists.rearranged(lists.validity, order: order, owner)
    case .distinct:
      var codes = Codes(lists.owners, domain: Int64(lists.count) + 1)
      codes.combine(with: Codes(identityOf: lists.elements))
      return lists.rearranged(lists.validity, order: codes.firstRows(), lists.owners)
    case .flatten: return flattened(lists, expression)
    case .join:
      guard case .text(let separators) = arguments[1] else { return .missing(.text, count: lists.count) }
      let texts = lists.elements.printed(in: executor.snapshot)
      return .text(
        TextColumn(
          [String?](rows: lists.count, filler: nil) { row in
            guard lists.isValid(row), let separator = separators[row] else { return nil }
            return lists.range(row).map { texts[$0] ?? "–" }.joined(separator: separator)
          }))
    default: return try indices(of: arguments[1], in: lists, expression)
    }
  }

  /// A list of lists as one list; a missing inner list has no elements.
  private func flattened(_ lists: ListColumn, _ expression: PlanExpression) -> Column {
    guard case .list(let inner) = lists.elements else { return .missing(expression.type.base, count: lists.count) }
    return .list(
      ListColumn(inner.elements, validity: lists.validity, rows: lists.count) { row, elements in
        guard lists.isValid(row) else { return }
        for index in lists.range(row) where inner.isValid(index) {
          elements += inner.range(index).lazy.map { Int32($0) }
        }
      })
  }

  /// Codes over the elements and the wanted values together tell which are identical.
  private func indices(of wanted: Column, in lists: ListColumn, _ expression: PlanExpression) throws(EngineError)
    -> Column
  {
    let codes = Codes(identityOf: try both(wanted, lists.elements, expression)).values
    let positions = [Int64?](rows: lists.count, filler: nil) { row in
      guard lists.isValid(row), wanted.isValid(row) else { return nil }
      let range = lists.range(row)
      return range.firstIndex { codes[lists.count + $0] == codes[row] }.map { Int64($0 - range.lowerBound + 1) }
    }
    let valid = Bitmap(positions.lazy.map { $0 != nil })
    return .int(FixedColumn(positions.map { $0 ?? 0 }, validity: valid.isAllTrue ? nil : valid))
  }

  private func range(_ a: Column, _ b: Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    guard case .int(let from) = a, case .int(let to) = b else { return .missing(expression.type.base, count: a.count) }
    var offsets: [Int32] = [0]
    var elements: [Int64] = []
    var looks = Looks()
    for row in 0..<from.count {
      if looks.seeStop() { throw .cancelled }
      if let low = from[row], let high = to[row], low <= high {
        let (span, overflow) = high.subtractingReportingOverflow(low)
        guard !overflow, span < DistinctArguments.Limit.listElements - elements.count else {
          throw .failed(.tooLong("the list", by: "range", at: expression.span))
        }
        elements += low...high
      }
      offsets.append(Int32(elements.count))
    }
    return .list(
      ListColumn(
        offsets: offsets, elements: .int(FixedColumn(elements)), validity: bothValid(from.validity, to.validity)))
  }
}

extension ListColumn {
  /// Lists of the elements whose numbers `append` puts behind those of the rows before; missing rows have none.
  fileprivate func rearranged(_ validity: Bitmap?, _ append: (_ row: Int, _ elements: inout [Int32]) -> Void) -> Column
  {
    .list(
      ListColumn(elements, validity: validity, rows: count) { row, elements in
        if validity?[row] ?? true { append(row, &elements) }
      })
  }

  /// Lists of the elements in `order`, where those of one row stand together or in the order of the rows.
  fileprivate func rearranged(_ validity: Bitmap?, order: [Int32], _ owners: [Int32]) -> Column {
    // What a stopped sort leaves is in no order.
    if Parallel.isCurrentStopped() {
      return .list(
        ListColumn(offsets: [Int32](repeating: 0, count: count + 1), elements: elements, validity: validity))
    }
    let held = order.filter { owners[Int($0)] < Int32(count) }
    var offsets = [Int32](repeating: 0, count: count + 1)
    for index in held { offsets[Int(owners[Int(index)]) + 1] += 1 }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    return .list(ListColumn(offsets: offsets, elements: elements.gathered(held), validity: validity))
  }
}

extension Column {
  /// The values as they are printed, references by the names of their rows; texts by their dictionary.
  func printed(in snapshot: Snapshot) -> [String?] {
    if case .text(let texts) = self {
      let entries = [String](rows: texts.dictionary.count, filler: "") { texts.dictionary[$0] }
      return [String?](rows: count, filler: nil) { texts.isValid($0) ? entries[Int(texts.codes[$0])] : nil }
    }
    return [String?](rows: count, filler: nil) { isValid($0) ? value(at: $0).printed(in: snapshot) : nil }
  }
}
