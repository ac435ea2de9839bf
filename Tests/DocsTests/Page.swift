import Ibid
import IbidSource
import IbidSyntax
import TestSupport

/// A page of the documentation: its fenced blocks, and what its queries print.
///
/// A block that starts with ```` ```ibid ```` is run, and the ```` ```text ```` block behind it must hold what it prints. All blocks of
/// a page are one session over `examples/corpus`; one that starts with `|` goes on from the last result, as at the prompt.
/// After `ibid new` the session is new and empty; `ibid check` is checked and `ibid norun` parsed, and no more. Tables
/// whose head says so are examples too, see `ExampleTable`; they run in the session as it stands there.
struct Page: Sendable, CustomStringConvertible {
  let file: String
  private let lines: [String]

  /// README and every page below `docs/`, but those that are made as a whole.
  static let all: [Page] = (["README.md"] + PackageFolder.files(below: "docs", ending: ".md")).filter {
    $0 != DiagnosticsPage.file && $0 != FunctionsPage.file
  }.compactMap { Page(file: $0) }

  init?(file: String) {
    guard let text = PackageFolder.text(of: file) else { return nil }
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var description: String { file }
  var text: String { lines.joined(separator: "\n") }

  /// A heading and what stands below it, up to the next one that is no smaller.
  struct Section {
    /// Without the marks in front.
    let title: String
    let level: Int
    let text: String
  }

  var sections: [Section] {
    var headings: [(line: Int, level: Int)] = []
    let fenced = blocks.map { $0.content.lowerBound - 1...$0.content.upperBound }
    for (index, line) in lines.enumerated() where line.hasPrefix("#") && !fenced.contains(where: { $0.contains(index) })
    {
      headings.append((index, line.prefix { $0 == "#" }.count))
    }
    return headings.enumerated().map { number, heading in
      let end = headings[(number + 1)...].first { $0.level <= heading.level }?.line ?? lines.count
      return Section(
        title: String(lines[heading.line].dropFirst(heading.level + 1)), level: heading.level,
        text: lines[heading.line + 1..<end].joined(separator: "\n"))
    }
  }

  /// What a link may name behind `#`, as GitHub makes it of headings.
  var anchors: Set<String> {
    var seen: [String: Int] = [:]
    return Set(
      sections.map { section in
        let words = section.title.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        let anchor = words.replacing(" ", with: "-")
        seen[anchor, default: -1] += 1
        return seen[anchor] == 0 ? anchor : "\(anchor)-\(seen[anchor] ?? 0)"
      })
  }

  /// A fenced block: the words after the fence, and the lines between.
  struct Block {
    let info: String
    let content: Range<Int>
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    var start: Int?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let opened = start {
        blocks.append(Block(info: String(lines[opened].dropFirst(3)), content: opened + 1..<index))
        start = nil
      } else {
        start = index
      }
    }
    return blocks
  }

  func text(_ block: Block) -> String { lines[block.content].joined(separator: "\n") }

  /// The page as it must be: queries laid out as `ibid fmt` does it, every block of output holding what they print, every
  /// table of examples what is true.
  func updated() async throws -> (text: String, problems: [String]) {
    var session = try await Corpus.session()
    var result: [String] = []
    var problems: [String] = []
    let blocks = blocks
    var written = 0
    var next = 0
    while written < lines.count {
      guard next < blocks.count, blocks[next].content.lowerBound - 1 == written else {
        // The lines up to the next block.
        let end = next < blocks.count ? blocks[next].content.lowerBound - 1 : lines.count
        let found = await examples(in: written..<end, session)
        result += found.lines
        problems += found.problems
        written = end
        continue
      }
      let block = blocks[next]
      next += 1
      let words = block.info.split(separator: " ")
      let query = words.first == "ibid" ? Self.formatted(text(block)) : text(block)
      result.append(lines[written])
      result += query.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      result.append(lines[block.content.upperBound])
      written = block.content.upperBound + 1
      guard words.first == "ibid" else { continue }
      if words.contains("norun") {
        if let mistake = mistake(in: query) { problems.append("\(file):\(block.content.lowerBound + 1): \(mistake)") }
        continue
      }
      if words.contains("check") {
        if let error = await session.prepare(script: query, name: file).error {
          problems.append("\(file):\(block.content.lowerBound + 1): \(error.rendered())")
        }
        continue
      }
      if words.contains("new") { session = Session() }
      let output = await session.printed(query, name: "query", interactive: query.hasPrefix("|"))
      guard next < blocks.count, blocks[next].info == "text",
        lines[written..<blocks[next].content.lowerBound - 1].allSatisfy(\.isEmpty)
      else {
        problems.append("\(file):\(block.content.lowerBound + 1): no text block follows")
        continue
      }
      result += lines[written..<blocks[next].content.lowerBound]
      result += output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      result.append(lines[blocks[next].content.upperBound])
      written = blocks[next].content.upperBound + 1
      next += 1
    }
    return (result.joined(separator: "\n"), problems)
  }

  /// The query as `ibid fmt` lays it out; as it is where it cannot be read.
  private static func formatted(_ query: String) -> String {
    guard var text = Formatter.format(SourceText(name: "query", query)).text else { return query }
    while text.last == "\n" { text.removeLast() }
    return text
  }

  private func mistake(in query: String) -> String? {
    Parser.parse(SourceText(name: file, query), mode: .script).diagnostics.first { $0.severity == .error }?.message
  }

  /// Lines between blocks, rows of tables of examples as they must be.
  private func examples(in range: Range<Int>, _ session: Session) async -> (lines: [String], problems: [String]) {
    var result: [String] = []
    var problems: [String] = []
    var table: ExampleTable?
    for index in range {
      let line = lines[index]
      if !line.hasPrefix("|") {
        table = nil
      } else if index + 1 < lines.count, lines[index + 1].hasPrefix("|---") {
        table = ExampleTable(head: line)
      } else if let table, !line.hasPrefix("|---") {
        let row = await table.updated(line, in: session)
        result.append(row.line)
        problems += row.problems.map { "\(file):\(index + 1): \($0)" }
        continue
      }
      result.append(line)
    }
    return (result, problems)
  }
}

extension Session {
  /// What the command prints of a script, on either stream, with blank lines around tables and messages.
  func printed(_ script: String, name: String, interactive: Bool = false) async -> String {
    let prepared = await prepare(script: script, name: name, interactive: interactive)
    var parts: [String] = prepared.loads.map {
      ($0.warnings.map { "warning: \($0)" } + [$0.line]).joined(separator: "\n")
    }
    if let error = prepared.error { parts.append(error.rendered()) }
    for statement in prepared.statements where statement.isValid && prepared.error == nil {
      do {
        switch try await run(statement, of: prepared) {
        case .result(let result): parts.append(result.text(settings.format ?? .box))
        case .text(let text): parts.append(Transcript.masked(TerminalText.escaped(text)))
        case .explanation(let explanation): parts.append(explanation.rendered())
        case .done(let words): if !words.isEmpty { parts.append(words) }
        case .nothing, .settings: break
        }
      } catch {
        parts.append(error.rendered())
      }
    }
    var text = ""
    var isLineBefore = false
    for part in parts.map({ $0.last == "\n" ? String($0.dropLast()) : $0 }) {
      // Values of one line stand below each other, everything else apart.
      if !text.isEmpty { text += isLineBefore && !part.contains("\n") ? "\n" : "\n\n" }
      text += part
      isLineBefore = !part.contains("\n")
    }
    return text
  }
}
