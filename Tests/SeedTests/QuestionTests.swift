import Foundation
import Ibid
import Testing

extension Seeds {
  private static let contents: [String: [UInt8]] = {
    var all: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      all[name] = (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
    return all
  }()

  /// The words that stand at a source.
  static func words(_ source: Source) throws -> [String] {
    let bytes = try #require(contents[URL(filePath: source.file).lastPathComponent])
    return String(decoding: bytes[source.start..<source.end], as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
      String.init)
  }
}

/// `examples/questions` answered on the seed documents: the facts that a reader of them would find.
@Suite(.enabled(if: Seeds.isPresent, Seeds.note))
struct QuestionTests {
  /// All thirty run to the end; what each finds is for a reader to judge.
  @Test(arguments: (1...30).map { $0 < 10 ? "Q0\($0)" : "Q\($0)" })
  func runsWithoutErrors(_ question: String) async throws {
    let results = try await Seeds.answers(to: question)
    #expect(!results.isEmpty)
  }

  @Test func q01() async throws {
    let result = try await Seeds.answers(to: "Q01")[0]
    #expect(result.texts("month") == ["2024-02", "2024-03"])
    #expect(result.texts("items") == ["8", "2"])
    #expect(result.texts("press_releases") == ["7", "2"])
    #expect(result.texts("speeches") == ["1", "0"])
  }

  @Test func q02() async throws {
    let result = try await Seeds.answers(to: "Q02")[0]
    #expect(
      result.texts("short") == [
        "CAFTA", "CST", "FCDO", "IICSA", "NATO", "NCA", "NECC", "ROCU", "SPP", "TAG", "TOEX", "WOLA",
      ])
    #expect(result.texts("files")[5] == "2 values")
    #expect(result.texts("long")[2] == "Foreign, Commonwealth and Development Office")
  }

  @Test func q04() async throws {
    let results = try await Seeds.answers(to: "Q04")
    #expect(results[0].texts("sentences") == ["4"])
    #expect(results[0].texts("mentions") == ["5"])
    #expect(results[1].texts("mentions") == ["1", "2", "1", "1"])
  }

  @Test func q05() async throws {
    let result = try await Seeds.answers(to: "Q05")[0]
    #expect(result.texts("amount") == ["more than £70m", "£54m", "£18m", "£3m", "£18m", "£31m", "£4.9m", "£29.4m"])
    #expect(result.texts("times") == ["1", "1", "1", "2", "1", "1", "1", "1"])
    #expect(result.texts("period")[4] == "per year")
    #expect(result.texts("period")[3] == "October 2023")
  }

  @Test func q22() async throws {
    let results = try await Seeds.answers(to: "Q22")
    #expect(results[1].texts("delivered") == ["30"])
    #expect(results[1].texts("recommendations") == ["34"])
    #expect(results[1].texts("remaining") == ["4"])
    #expect(results[1].texts("percent_delivered") == ["88.2"])
    #expect(results[2].texts("date") == ["2023-10-09", "2023-12-31"])
  }

  @Test func q24() async throws {
    let results = try await Seeds.answers(to: "Q24")
    #expect(results[1].texts("stated") == ["50,000", "250,000 EU migrants"])
    #expect(results[1].texts("agrees") == ["true", "true"])
  }

  @Test func q26() async throws {
    let results = try await Seeds.answers(to: "Q26")
    #expect(results[1].texts("year") == ["2004", "2008"])
    #expect(results[1].texts("sum") == ["$1.82bn", "$465m"])
    #expect(
      results[1].texts("derived") == [
        "military share 48%; gap $72m; 92.4% of the social amount", "29.1% of $1.6bn",
      ])
  }

  @Test func q29() async throws {
    let results = try await Seeds.answers(to: "Q29")
    let answer = try #require(results.last)
    #expect(answer.texts("group") == ["men", "women"])
    #expect(answer.texts("share") == ["a third", "40%"])
    #expect(answer.texts("period").allSatisfy { $0.contains("2008") })
    #expect(answer.texts("journey").allSatisfy { $0.hasPrefix("160 miles") })
  }
}
