package import IbidColumns
package import IbidPlan
import IbidSource
import IbidTypes
import Synchronization

/// A request to stop, set from anywhere, polled by the operators.
package final class Cancellation: Sendable {
  private let isSet = Atomic<Bool>(false)
  package init() {}
  package func cancel() { isSet.store(true, ordering: .relaxed) }
  package func reset() { isSet.store(false, ordering: .relaxed) }
  package var isCancelled: Bool { isSet.load(ordering: .relaxed) || Task.isCancelled }
}

/// Runs plans against a snapshot: one operator after the other, whole columns at a time.
///
/// Deterministic: the same snapshot and plan give the same bytes. Tracing carries each row's base rows along and is off
/// unless asked for; `why` runs a plan a second time with it.
package struct Executor {
  let snapshot: Snapshot
  let parameters: [String: Value]
  /// Who runs the loops, and whether they are to stop.
  let parallel: Parallel
  let isTracing: Bool
  let isMeasuring: Bool
  let recorder = Recorder()

  /// Collects what operators notice; belongs to one run.
  final class Recorder {
    private(set) var notes: [ExecutionNote] = []

    /// A view that is evaluated twice is noticed once.
    func note(_ note: ExecutionNote) { if !notes.contains(note) { notes.append(note) } }

    /// Only of measured runs.
    var times = OperatorTimes()

    /// The rows of named pipelines, by their ids.
    var views: [Int: Relation] = [:]

    /// What the `table` of a lineage's entries means: names of tables, and remarks.
    private(set) var tables: [String] = []

    /// Of those entries that mean a table as it was: all the tables of that time.
    private(set) var snapshots: [Int32: Snapshot] = [:]

    /// The lineage of kept tables, by their names.
    var kept: [String: Lineage] = [:]

    func index(of table: String) -> Int32 {
      let known = tables.indices.first { tables[$0] == table && snapshots[Int32($0)] == nil }
      if let known { return Int32(known) }
      tables.append(table)
      return Int32(tables.count - 1)
    }

    /// What another run's entries are here. That run looked at `past`: its tables are the same here where they have not
    /// changed since.
    func indices(of other: Recorder, on past: Snapshot, now: Snapshot) -> [Int32] {
      other.tables.indices.map { index in
        let (name, snapshot) = (other.tables[index], other.snapshots[Int32(index)] ?? past)
        let version = snapshot.version(of: name)
        if version == nil || version == now.version(of: name) { return self.index(of: name) }
        let known = snapshots.first { tables[Int($0.key)] == name && $0.value.version(of: name) == version }
        if let known { return known.key }
        tables.append(name)
        snapshots[Int32(tables.count - 1)] = snapshot
        return Int32(tables.count - 1)
      }
    }

    /// Words about a row that stand in its lineage like a row of a table.
    func remark(_ words: String) -> Lineage.Entry { .init(table: index(of: words), row: Lineage.Entry.remark) }
  }

  /// `threads`: how many may work at once; the result does not depend on it. `morselRows` is for tests, which split small
  /// tables too. `memoryLimit`: bytes that the run may allocate beside what there is. `measuring`: times each operator.
  /// `meter` is told of every operator that is done.
  package init(
    snapshot: Snapshot, parameters: [String: Value] = [:], cancellation: Cancellation = Cancellation(),
    tracing: Bool = false, measuring: Bool = false, threads: Int = 1, memoryLimit: Int? = nil,
    morselRows: Int = Parallel.defaultMorselRows, meter: Meter? = nil
  ) {
    self.init(
      snapshot: snapshot, parameters: parameters, tracing: tracing, measuring: measuring,
      parallel: Parallel(
        threads: threads, morselRows: morselRows, memory: memoryLimit.map { MemoryLimit(bytes: $0) }, meter: meter
      ) { cancellation.isCancelled })
  }

  /// `parallel` says how loops are cut, and when the run is to end.
  package init(
    snapshot: Snapshot, parameters: [String: Value] = [:], tracing: Bool = false, measuring: Bool = false,
    parallel: Parallel
  ) {
    self.snapshot = snapshot
    self.parameters = parameters
    self.parallel = parallel
    isTracing = tracing
    isMeasuring = measuring
  }

  /// Runs a plan. `focus` names a column: the trace of an aggregate then has only what that column was made of.
  package func run(_ plan: Plan, focus: Int? = nil) throws(EngineError) -> ExecutionResult {
    try Parallel.$current.withValue(parallel) {
      Result { () throws(EngineError) in try result(of: plan, focus: focus) }
    }.get()
  }

  private func result(of query: Plan, focus: Int?) throws(EngineError) -> ExecutionResult {
    let plan = Planner.planned(query)
    let relation = try self.relation(plan, focus: focus)
    let known = plan.schema.fields.prefix(relation.columns.count - relation.foundFields.count)
    let schema = Schema(known + relation.foundFields)
    let columns = relation.columns(schema.fields.indices)
    if parallel.isStopped { throw stopped(at: plan) }
    let table = Table(name: "", schema: schema, columns: columns, rowCount: relation.rowCount)
    return ExecutionResult(
      table: table, notes: recorder.notes, lineage: relation.lineage, lineageTables: recorder.tables,
      lineageSnapshots: recorder.snapshots, plan: plan,
      times: isMeasuring ? recorder.times : nil)
  }

  // MARK: Operators

  func relation(_ plan: Plan, focus: Int? = nil) throws(EngineError) -> Relation {
    let start = isMeasuring ? ContinuousClock.now : nil
    if isMeasuring { recorder.times.begin() }
    let relation: Relation
    do {
      relation = try operated(plan, focus: focus)
    } catch {
      // What a loop left unfinished may look like a mistake of the data.
      if parallel.isStopped || error.isCancelled { throw stopped(at: plan) }
      throw error
    }
    parallel.meter?.addStep()
    // After the operator: on the way down to the data nothing has run yet, so asking there would be asking once.
    if parallel.isStopped || parallel.memory?.isExceededAfterStep ?? false { throw stopped(at: plan) }
    if let start { recorder.times.end(plan, rows: relation.rowCount, after: .now - start) }
    return relation
  }

  /// Why a run that was stopped was.
  private func stopped(at plan: Plan) -> EngineError {
    guard let memory = parallel.memory, memory.isReached else { return .cancelled }
    return .failed(.tooMuchMemory(memory.bytes, at: plan.span))
  }

  /// Ends the run before so many bytes more are allocated than it may have.
  func reserve(bytes: Int, at span: ByteSpan) throws(EngineError) {
    if let memory = parallel.memory, memory.isExceeded(adding: bytes) {
      throw .failed(.tooMuchMemory(memory.bytes, at: span))
    }
  }

  private func operated(_ plan: Plan, focus: Int?) throws(EngineError) -> Relation {
    switch plan.node {
    case .scan(let table, let copies): return try scan(table, copies: copies, focus: focus)
    case .unit: return Relation(rowCount: 1, columns: [], lineage: isTracing ? .none(rows: 1) : nil)
    case .filter(let input, let predicate): return try filter(relation(input, focus: focus), predicate, over: input)
    case .project(let input, let expressions):
      var below: Int?
      if let focus, focus < expressions.count, case .column(let index) = expressions[focus].kind { below = index }
      return try project(relation(input, focus: below), expressions, focus: focus)
    case .sort(let input, let orders):
      let relation = try relation(input, focus: focus)
      let order = SortKeys.order(try sortKeys(relation, orders), rows: relation.rowCount)
      if parallel.isStopped { throw .cancelled }
      return relation.selecting(order, hasMissing: false)
    case .slice(let input, let skip, let take):
      if case .sort(let unsorted, let orders) = input.node, let take, take < Int(Int32.max) - skip {
        let relation = try relation(unsorted, focus: focus)
        let rows = SortKeys.first(skip + take, try sortKeys(relation, orders), rows: relation.rowCount)
        if parallel.isStopped { throw .cancelled }
        return relation.selecting(Array(rows.dropFirst(skip)), hasMissing: false)
      }
      let relation = try relation(input, focus: focus)
      let first = min(skip, relation.rowCount)
      let last = take.map { min(first + min($0, relation.rowCount), relation.rowCount) } ?? relation.rowCount
      return relation.selecting((Int32(first)..<Int32(last)).map { $0 }, hasMissing: false)
    case .distinct(let input, let keys):
      let relation = try relation(input, focus: focus)
      let grouping = try group(relation, keys)
      var result = relation.selecting(grouping.firstRows)
      if let lineage = relation.lineage { result.lineage = lineage.grouped(ids: grouping.ids, count: grouping.count) }
      return result
    case .aggregate(let input, let keys, let aggregates):
      if keys.isEmpty, case .filter(let unfiltered, let predicate) = input.node {
        let relation = try relation(unfiltered)
        if let result = try aggregateTested(relation, predicate, over: unfiltered, aggregates) { return result }
        let kept = try rows(that: predicate, relation, over: unfiltered)
        if let result = try aggregate(relation, keeping: kept, aggregates, focus: focus) { return result }
        return try aggregate(
          relation.selecting(kept.trueIndices, hasMissing: false), keys, aggregates, focus: focus)
      }
      return try aggregate(relation(input), keys, aggregates, focus: focus)
    case .join(let kind, let left, let right, let keys, let nearest, let condition, let name):
      return try join(kind, relation(left), relation(right), keys, nearest, condition, name, at: plan.span)
    case .sample(let input, let count, let seed): return try sample(relation(input, focus: focus), count, seed)
    case .leading(let input, let count, let order, let per):
      return try leading(relation(input, focus: focus), count, order, per)
    case .top(let input, let count, let orders, let per):
      return try top(relation(input, focus: focus), count, orders, per, at: plan.span)
    case .union(let left, let right):
      // A trace names the side of each union, and measured operators are told apart.
      guard isTracing || isMeasuring else { return try unions(plan, focus: focus) }
      return try union(relation(left, focus: focus), relation(right, focus: focus), at: plan.span)
    case .unnest(let input, let column): return try unnest(relation(input), column, at: plan.span)
    case .pivot(let input, let keys, let aggregate, let column):
      return try pivot(
        relation(input), keys, aggregate, column, taken: plan.schema.names, focus: focus, at: plan.span)
    case .unpivot(let input, let columns): return try unpivot(relation(input), columns, of: input.schema, at: plan.span)
    case .fill(let input, let column, let range, let by):
      return try fill(relation(input), column, range, by, at: plan.span)
    case .search(let input, let words, let columns): return try search(relation(input), words, columns)
    case .describe(let input, let columns):
      return try describe(relation(input), columns, of: input.schema, at: plan.span)
    case .conflicts(let input, let value, let keys, let all):
      return try conflicts(relation(input), value, keys, includesPossible: all, at: plan.span)
    case .pairs(let input, let list): return try pairs(relation(input), list, at: plan.span)
    case .components(let input, let ends): return try components(relation(input), ends, at: plan.span)
    case .reach(let input, let ends, let start, let limit):
      return try reach(relation(input), ends, from: start, within: limit, at: plan.span)
    case .paths(let input, let ends, let start, let goal, let limit):
      return try paths(relation(input), ends, from: start, to: goal, within: limit, at: plan.span)
    case .without(let input, let ends, let node):
      return try without(relation(input, focus: focus), ends, node, at: plan.span)
    case .view(let name, let id, let input, let prepared):
      return try view(name, id, input, prepared, focus: focus, at: plan.span)
    case .output(let input, _): return try relation(input, focus: focus)
    case .cite(let input): return try cite(input)
    }
  }

  /// A table's columns and the row's own place last.
  private func scan(_ name: String, copies: Bool, focus: Int?) throws(EngineError) -> Relation {
    guard let table = snapshot.tables[name] else { return Relation(rowCount: 0, columns: []) }
    var relation = Relation(rowCount: table.rowCount, columns: table.columns)
    relation.columns.append(.init(base: .identity(table: name), selection: nil))
    if isTracing {
      if let kept = snapshot.kept[name] {
        relation.lineage = try lineage(of: kept, named: name, rows: table.rowCount, focus: focus)
      }
    }
    if isTracing, relation.lineage == nil {
      let index = recorder.index(of: name)
      relation.lineage = Lineage(rows: table.rowCount) { row, entries in
        entries.append(Lineage.Entry(table: index, row: Int32(row)))
      }
    }
    if !copies, let originals = snapshot.originals[name] { return relation.selecting(originals) }
    return relation
  }

  private func filter(_ relation: Relation, _ predicate: PlanExpression, over input: Plan) throws(EngineError)
    -> Relation
  {
    relation.selecting(try rows(that: predicate, relation, over: input).trueIndices, hasMissing: false)
  }

  /// Of which rows a condition is true; notes of how many it may be.
  private func rows(that predicate: PlanExpression, _ relation: Relation, over input: Plan) throws(EngineError)
    -> Bitmap
  {
    var evaluator = Evaluator(relation, self)
    let kept: Bitmap
    if let tests = try evaluator.rowTests(predicate.conjuncts, like: predicate, testingAll: true) {
      let found = tests.kept(rows: relation.rowCount)
      kept = found.bits
      noteUnknown(found.unknown, predicate, over: input)
    } else {
      let truth = try evaluator.truth(evaluator.sharing([predicate])[0])
      if let validity = truth.validity, !validity.isAllTrue {
        noteUnknown(truth.unknownCounts(validity), predicate, over: input)
      }
      kept = truth.truth
    }
    if relation.rowCount > 0, !kept.hasTrue { try noteUnmatched(predicate, &evaluator) }
    return kept
  }

  /// Notes how many rows a condition leaves unknown, if there are any.
  func noteUnknown(_ causes: [UnknownCause: Int], _ predicate: PlanExpression, over input: Plan) {
    let count = causes.values.reduce(0, +)
    if count == 0 { return }
    recorder.note(.possible(count, causes: causes, isMoney: predicate.comparesMoney(over: input), at: predicate.span))
  }

  /// A traced cell also has the rows that its expression looked up elsewhere; a statement that is one value has nothing
  /// else.
  private func project(_ relation: Relation, _ expressions: [PlanExpression], focus: Int?) throws(EngineError)
    -> Relation
  {
    var evaluator = Evaluator(relation, self)
    let shared = evaluator.sharing(expressions)
    var computed = try columns(zip(shared, expressions).filter { !$1.isColumn }.map(\.0), &evaluator)[...]
    var result = relation
    // A column that is handed on stays deferred.
    result.columns = expressions.map { expression in
      if let index = expression.columnIndex { return relation.columns[index] }
      return .init(base: .column(computed.removeFirst()), selection: nil)
    }
    if isTracing, relation.lineage != nil {
      let traced =
        focus.flatMap { $0 < expressions.count ? [expressions[$0]] : nil }
        ?? (relation.columns.isEmpty ? expressions : [])
      for expression in traced {
        if let more = try contributions(to: expression, relation) {
          result.lineage = result.lineage?.merged(with: more)
        }
        for name in expression.parameters {
          result.lineage = result.lineage?.remarked(recorder.remark("$\(name): given by the user"))
        }
      }
    }
    return result
  }

  private func sortKeys(_ relation: Relation, _ orders: [SortOrder]) throws(EngineError)
    -> [(column: Column, isDescending: Bool)]
  {
    var evaluator = Evaluator(relation, self)
    var keys: [(column: Column, isDescending: Bool)] = []
    for order in orders { keys.append((try evaluator.column(order.value), order.isDescending)) }
    return keys
  }

  func group(_ relation: Relation, _ keys: [PlanExpression]) throws(EngineError) -> Grouping {
    if keys.isEmpty {
      return try grouping(relation.columns.indices.map { relation.column($0) }, rows: relation.rowCount)
    }
    var evaluator = Evaluator(relation, self)
    var columns: [Column] = []
    for key in keys { columns.append(try evaluator.column(key)) }
    return try grouping(columns, rows: relation.rowCount)
  }

  /// Throws where the run was stopped: what a stopped grouping leaves are no numbers of groups.
  func grouping(_ columns: [Column], rows: Int) throws(EngineError) -> Grouping {
    let grouping = Grouping(columns, rows: rows)
    if parallel.isStopped { throw .cancelled }
    return grouping
  }

  // MARK: Sources

  /// Runs the input with tracing on and adds a list of places to each row.
  private func cite(_ input: Plan) throws(EngineError) -> Relation {
    let tracer = Executor(snapshot: snapshot, parameters: parameters, tracing: true, parallel: parallel)
    var relation = try tracer.relation(input)
    for note in tracer.recorder.notes { recorder.note(note) }
    let lineage = relation.lineage ?? .none(rows: relation.rowCount)
    var places: [SourcePlace?] = []
    var offsets: [Int32] = [0]
    var looks = Looks()
    for row in 0..<relation.rowCount {
      for entry in lineage.entries(ofRow: row) {
        if looks.seeStop() { throw .cancelled }
        let tables = tracer.recorder.snapshots[entry.table] ?? snapshot
        if let place = tables.place(table: tracer.recorder.tables[Int(entry.table)], row: Int(entry.row)) {
          places.append(place)
        }
      }
      offsets.append(Int32(places.count))
    }
    relation.columns.append(
      .init(base: .column(.list(ListColumn(offsets: offsets, elements: .source(SourceColumn(places))))), selection: nil)
    )
    // Behind columns that were found, it is one of them.
    if !relation.foundFields.isEmpty {
      relation.foundFields.append(Field("sources", ValueType(.list(ValueType(.source)))))
    }
    // The tracer numbered its tables by itself.
    relation.lineage =
      isTracing ? lineage.renumbered(recorder.indices(of: tracer.recorder, on: snapshot, now: snapshot)) : nil
    return relation
  }
}
