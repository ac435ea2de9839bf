import Ibid
import IbidSource
import IbidSyntax
import TestSupport
import Testing

/// Whatever a program is like, printing and formatting keep its tree and its comments.
struct FormatFuzzTests {
  @Test func formattingKeepsEverything() async throws {
    let count = FuzzSetting.count("IBID_FUZZ_PROGRAMS", otherwise: 300)
    let watchdog = Watchdog("programs")
    var wrong = 0
    var comments = 0
    var longest = 0
    var heads: Set<String> = []
    for number in 0..<count {
      let seed = FuzzSetting.seed &+ UInt64(number)
      var generator = ProgramGenerator(seed: seed)
      let program = generator.program()
      let printed = Printer.print(program)
      let untidy = await watchdog.watch(Array(printed.utf8)) {
        var untidy = Untidy(seed: seed)
        return untidy.text(of: printed)
      }
      let problem = await watchdog.watch(Array(untidy.utf8)) {
        Self.problem(ofPrinting: program, as: printed) ?? Self.problem(ofFormatting: untidy, as: TreeDump.dump(program))
      }
      comments += Self.comments(of: untidy).count
      longest = max(longest, printed.utf8.count)
      heads.formUnion(Self.heads(of: TreeDump.dump(program)))
      guard let problem else { continue }
      wrong += 1
      if wrong <= 5 { Issue.record("seed \(seed): \(problem)") }
    }
    print(
      "fuzz programs: seed \(FuzzSetting.seed), \(count) programs up to \(longest) bytes, \(comments) comments, \(wrong) changed by formatting, \(watchdog.slowest)"
    )
    #expect(wrong == 0 && comments > count)
    if count >= 300 { #expect(Self.wanted.subtracting(heads).sorted() == [], "no program has these") }
  }

  /// What `TreeDump` calls the nodes that programs must have: every statement, step, operator and test that can be read.
  private static let wanted: Set<String> = {
    let statements = Set(Words.statements.map(\.word)).subtracting(["rule", "dict"])
    let joins = Words.joinKinds.map { $0 + "-join" }
    let operators = BinaryOperator.allCases.map { $0.rawValue.split(separator: " ").joined(separator: "-") }
    let tests = Expression.Test.allCases.map { "is-" + $0.rawValue }
    let others = [
      "explain-analyze", "why-not", "call", "index", "neg", "not", "if", "list", "record", "pipeline", "matches",
      "not-matches", "with-copies", "number", "quantity", "money", "per", "rows", "fields", "with", "by", "desc",
      "along",
      "along-to", "within", "seed",
    ]
    return statements.union(Words.steps.map(\.word)).union(joins).union(operators).union(tests).union(others)
  }()

  /// The words behind the opening brackets of a dump.
  private static func heads(of dump: String) -> [String] {
    dump.split(separator: "(").compactMap { $0.split { " )".contains($0) }.first.map(String.init) }
  }

  private static func problem(ofPrinting program: IbidSyntax.Script, as printed: String) -> String? {
    let parsed = Parser.parse(SourceText(name: "program", printed), mode: .script)
    if let first = parsed.diagnostics.first { return "a mistake in print: \(first.id) \(first.message)\n\(printed)" }
    let (dump, wanted) = (TreeDump.dump(parsed.script), TreeDump.dump(program))
    return dump == wanted ? nil : "print reads as\n\(dump)\nand not as\n\(wanted)\n\(printed)"
  }

  /// What formatting a text without mistakes did to it that it should not.
  static func problem(ofFormatting text: String, as dump: String) -> String? {
    let formatted: String
    do {
      formatted = try Session.formatted(text)
    } catch {
      return "cannot be formatted: \(error.rendered())\n\(text)"
    }
    let parsed = Parser.parse(SourceText(name: "formatted", formatted), mode: .script)
    let change = "\n\(text)\n\nwas formatted as\n\n\(formatted)"
    if let first = parsed.diagnostics.first { return "a mistake came in: \(first.id) \(first.message)\(change)" }
    if TreeDump.dump(parsed.script) != dump {
      return "the tree changed to\n\(TreeDump.dump(parsed.script))\nfrom\n\(dump)\(change)"
    }
    if comments(of: formatted) != comments(of: text) { return "the comments changed\(change)" }
    let lines = formatted.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains(where: { $0.last == " " }) { return "a line ends in a blank\(change)" }
    if formatted.contains("\n\n\n") || formatted.hasPrefix("\n") { return "too many blank lines\(change)" }
    let again = ((try? Session.formatted(formatted)) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    guard let (first, second) = zip(lines, again).first(where: { $0 != $1 }) else { return nil }
    return "formatting again makes\n\(second)\nof\n\(first)\(change)"
  }

  private static func comments(of text: String) -> [String] {
    let list = Lexer.tokens(of: SourceText(name: "program", text)).list
    return list.tokens.indices.flatMap { list.leadingTrivia(of: $0) + list.trailingTrivia(of: $0) }.filter {
      $0.kind == .comment
    }.map { list.source.string($0.span).trimmingTrailingBlanks }
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var part = self[...]
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
