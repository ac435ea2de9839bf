import IbidColumns
import IbidDocuments
import IbidEngine
import IbidExtraction
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// What became of the examples of a script's rules.
public struct RuleTestReport: Sendable {
  /// An example that does not hold.
  public struct Failure: Sendable {
    public let rule: String
    /// Line of the example in its script, from 1.
    public let line: Int
    public let text: String
    /// A line for each column: its name, what is expected, what was found. Empty where nothing should match.
    public let differences: [(column: String, expected: String, found: String)]
    /// The words that matched; nil if nothing did.
    public let matched: String?
    /// Nothing should match, and something did.
    public var isCounterexample: Bool { differences.isEmpty }
  }

  public let file: String
  public let ruleCount: Int
  public let exampleCount: Int
  public let failures: [Failure]

  /// As a terminal shows it: the failures, each with what differs, then a line that counts.
  public func rendered() -> String {
    var text = ""
    for failure in failures {
      text += "\(TerminalText.escaped(file)):\(failure.line): rule \(failure.rule)\n"
      text += "  \"\(TerminalText.escaped(failure.text))\"\n"
      if failure.isCounterexample {
        text += "  nothing should match, found: \(TerminalText.escaped(failure.matched ?? ""))\n\n"
        continue
      }
      text += failure.matched.map { "  matched: \(TerminalText.escaped($0))\n" } ?? "  no match\n"
      let rows = [("column", "expected", "found")] + failure.differences.map { ($0.column, $0.expected, $0.found) }
      let widths = (rows.map { $0.0.count }.max() ?? 0, rows.map { $0.1.count }.max() ?? 0)
      func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      for row in rows {
        let line = "  " + padded(row.0, widths.0) + "  " + padded(row.1, widths.1) + "  " + row.2
        text += TerminalText.escaped(line) + "\n"
      }
      text += "\n"
    }
    let rules = "\(ruleCount) rule\(ruleCount == 1 ? "" : "s")"
    let examples = "\(exampleCount) example\(exampleCount == 1 ? "" : "s")"
    return text + "\(TerminalText.escaped(file)): \(rules), \(examples), \(failures.count) failed\n"
  }
}

extension Session {
  /// Runs the examples of a script's rules, each on its own text alone. Nothing is run otherwise, and no document is read.
  ///
  /// Throws `QueryError` with the mistakes of the script.
  public func test(script bytes: [UInt8], name: String) async throws(QueryError) -> RuleTestReport {
    let script = await prepare(script: bytes, name: name)
    if let error = script.error { throw error }
    var rules: [RuleDefinition] = []
    var known = catalog.rules
    for statement in script.statements {
      switch statement.checked {
      case .rule(let rule):
        rules.append(rule)
        known[rule.table] = rule
      case .use(let definitions): known.merge(definitions.rules) { _, new in new }
      default: break
      }
    }
    return Self.report(of: rules, among: known, in: script.source)
  }

  /// Runs the examples of the rules that come with Ibid; a report for each of their scripts.
  public func testDomain() -> [RuleTestReport] {
    let domain = Domain.shared
    var catalog = Store.empty.catalog
    domain.add(to: &catalog)
    return Domain.files.map { file in
      let rules = domain.rules.filter { file.names.contains($0.name) }
      return Self.report(of: rules, among: catalog.rules, in: file.text)
    }
  }

  private static func report(of rules: [RuleDefinition], among known: [String: RuleDefinition], in source: SourceText)
    -> RuleTestReport
  {
    var failures: [RuleTestReport.Failure] = []
    for rule in rules { failures += RuleTest(rule, among: known, in: source).failures() }
    return RuleTestReport(
      file: source.name, ruleCount: rules.count, exampleCount: rules.reduce(0) { $0 + $1.examples.count },
      failures: failures)
  }
}

/// One rule, run over its examples as if each were a document.
private struct RuleTest {
  private let rule: RuleDefinition
  private let source: SourceText
  private var store = Store.empty
  /// Rows of the rule's table by example.
  private var rows: [[Int]] = []

  init(_ rule: RuleDefinition, among known: [String: RuleDefinition], in source: SourceText) {
    self.rule = rule
    self.source = source
    let files = rule.examples.enumerated().map { index, example in
      DocumentFile.example(SourceText(name: "example \(index + 1)", example.text))
    }
    store.add(files, files.map { Extractor.findings(in: $0) })
    let set = RuleSet(Session.withDependencies([rule.table], among: known))
    let run = RuleRun(set)
    let matches = files.indices.map { store.corpus.matches(of: run, inFile: $0) }
    store.define(ruleTables: store.corpus.tables(of: set, matches))
    rows = Array(repeating: [], count: files.count)
    guard let table = store.snapshot.tables[rule.table], case .source(let places)? = table.column("source") else {
      return
    }
    for row in 0..<table.rowCount {
      if let index = files.firstIndex(where: { $0.source.name == places.file[row] }) { rows[index].append(row) }
    }
  }

  func failures() -> [RuleTestReport.Failure] {
    rule.examples.enumerated().compactMap { index, example in failure(of: example, rows[index]) }
  }

  private func failure(of example: RuleDefinition.Example, _ rows: [Int]) -> RuleTestReport.Failure? {
    let line = source.line(of: example.span.lower)
    guard let expected = example.expected else {
      guard let row = rows.first else { return nil }
      return .init(rule: rule.name, line: line, text: example.text, differences: [], matched: shown("text", row))
    }
    let differing = rows.map { row in expected.filter { !holds($0, row) } }
    if differing.contains(where: \.isEmpty) { return nil }
    // The row that comes nearest.
    let nearest = differing.indices.min { differing[$0].count < differing[$1].count }
    let differences = expected.map { expectation in
      (expectation.capture, expectation.words, nearest.map { shown(expectation.capture, rows[$0]) } ?? "–")
    }
    return .init(
      rule: rule.name, line: line, text: example.text,
      differences: differences.isEmpty ? [("", "a match", "–")] : differences,
      matched: nearest.map { shown("text", rows[$0]) })
  }

  private func value(_ column: String, _ row: Int) -> Value {
    store.snapshot.tables[rule.table]?.column(column)?.value(at: row) ?? .none
  }

  private func shown(_ column: String, _ row: Int) -> String {
    value(column, row).displayText(references: { store.reference($0, $1) })
  }

  private func holds(_ expectation: RuleDefinition.Expectation, _ row: Int) -> Bool {
    holds(Session.evaluate(expectation.value, store) ?? .none, value(expectation.capture, row))
  }

  /// Whether a value is what an example demands: the same value, or one with these words or this name.
  private func holds(_ expected: Value, _ found: Value) -> Bool {
    switch (expected, found) {
    case (.none, .none): return true
    case (.none, _), (_, .none): return false
    case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { holds($0, $1) }
    case (.text(let words), .reference(let table, let row)): return names(table, row).contains(words.lowercased())
    case (.text(let words), .measure(let measure, let kind)):
      return [measure.text, measure.worded, measure.description(as: kind)].contains {
        $0?.lowercased() == words.lowercased()
      }
    case (.text(let words), .moment(let moment)):
      return moment.text?.lowercased() == words.lowercased() || moment.description == words
    case (.text(let a), .text(let b)): return a.lowercased() == b.lowercased()
    case (.int(let number), .measure(let measure, _)):
      return measure.isExact && measure.point == ExactNumber(Int(number))
    case (.float(let number), .measure(let measure, _)):
      return measure.isExact && measure.point == ExactNumber(shortestDecimalOf: number)
    case (.measure(let a, _), .measure(var b, _)):
      if a.unit.isEmpty { b.unit = "" }
      return a.isSame(as: b)
    case (.moment(let a), .moment(let b)): return a.low == b.low && a.high == b.high
    default: return expected == found
    }
  }

  /// The name and the aliases of a row, in lower case.
  private func names(_ table: String, _ row: Int32) -> [String] {
    var names = [store.reference(table, row).name.lowercased()]
    if case .list(let aliases)? = store.snapshot.tables[table]?.column("aliases")?.value(at: Int(row)) {
      for case .text(let alias) in aliases { names.append(alias.lowercased()) }
    }
    return names
  }
}
