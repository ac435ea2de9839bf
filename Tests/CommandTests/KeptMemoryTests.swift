import Foundation
import TestSupport
import Testing

/// Blocks that one query gave back and the next one takes: columns of some megabytes, in the command that keeps them.
@Suite struct KeptMemoryTests {
  private static let rows = 600_000

  /// Every query of a script sorts or joins anew, in memory that held something else before.
  @Test func whatAQueryLeavesBehindIsNotInTheNext() throws {
    let ids = (0..<Self.rows).map { $0 * 7919 % Self.rows }
    let values = (0..<Self.rows).map { $0 * 31 % 100_000 }
    let folder = try TemporaryFolder()
    let lines = zip(ids, values).map { "\($0),\(Double($1) / 100)" }
    let table = try folder.file("k.csv", "id,x\n" + lines.joined(separator: "\n") + "\n")
    let sorted = "k | sort x desc, id | take 3 | select id, x"
    let joined = "k | join twin = k on id == twin.id | sort twin.x desc, id | take 3 | select id, x = twin.x"
    let least = "k | sort x, id | take 3 | select id, x"
    // Three times as long: what the shorter columns left behind is too small.
    let longer = "k | union k | union k | sort x desc, id | take 9 | select id, x"
    let script = try folder.file(
      "k.ibid",
      "load \"\(table.path)\" as k\n" + [sorted, joined, least, longer, sorted, joined, least].joined(separator: "\n"))
    let output = try BuiltCommand.run("run", "--quiet", "--format", "csv", script.path)
    let order = ids.indices.sorted { (values[$0], ids[$0]) < (values[$1], ids[$1]) }
    let greatest = ids.indices.sorted { (-values[$0], ids[$0]) < (-values[$1], ids[$1]) }
    func written(_ rows: ArraySlice<Int>) -> String {
      "id,x\n" + rows.map { "\(ids[$0]),\(Double(values[$0]) / 100)" }.joined(separator: "\n") + "\n"
    }
    let (most, fewest) = (written(greatest.prefix(3)), written(order.prefix(3)))
    let thrice = written(greatest.prefix(3).flatMap { [$0, $0, $0] }[...])
    #expect(output.out == most + most + fewest + thrice + most + most + fewest)
    #expect(output.error.isEmpty && output.code == 0, "\(output.error)")
  }
}
