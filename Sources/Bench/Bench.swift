import IbidColumns
import IbidEngine

/// Times the engine on tables made in memory: `ibid-bench [--rows N] [--only WORDS]`.
///
/// One thread, one warm-up, five runs; a run ends when the whole result is in memory. docs/performance.md says how the
/// figures there were made.
@main
struct Bench {
  static let runs = 5

  static func main() {
    var rows = 1_000_000
    var only = ""
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch (argument, arguments.popFirst()) {
      case ("--rows", let value?):
        guard let number = Double(value), number >= 1, number < 1e9 else { return usage() }
        rows = Int(number)
      case ("--only", let value?): only = value
      default: return usage()
      }
    }
    let snapshot = BenchTables.snapshot(rows: rows, texts: 100_000)
    print("\(rows) rows, one thread, \(runs) runs after a warm-up; ms")
    print(line("", "min", "median", "target"))
    for benchCase in BenchCase.all where only.isEmpty || benchCase.name.contains(only) {
      let times = measure(benchCase, snapshot)
      let target = benchCase.targetMilliseconds.map { rows == 1_000_000 ? format($0) : "" } ?? ""
      print(line(benchCase.name, format(times[0]), format(times[times.count / 2]), target))
    }
  }

  private static func usage() { print("usage: ibid-bench [--rows N] [--only WORDS]") }

  /// Milliseconds of the runs, ascending.
  private static func measure(_ benchCase: BenchCase, _ snapshot: Snapshot) -> [Double] {
    var times: [Double] = []
    for run in 0...runs {
      let elapsed = ContinuousClock().measure {
        do {
          let result = try Executor(snapshot: snapshot).run(benchCase.plan)
          precondition(result.table.rowCount > 0, "\(benchCase.name) finds something")
        } catch {
          fatalError("\(benchCase.name) fails: \(error)")
        }
      }
      if run > 0 {
        times.append(Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) / 1e15)
      }
    }
    return times.sorted()
  }

  private static func line(_ name: String, _ columns: String...) -> String {
    name + String(repeating: " ", count: max(1, 44 - name.count))
      + columns.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined()
  }

  /// One decimal.
  private static func format(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
