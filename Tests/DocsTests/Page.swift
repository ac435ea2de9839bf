import Ibid
import IbidSource
import IbidSyntax
import TestSupport

/// A page of the documentation: its fenced blocks, and what its queries print.
///
/// A block that starts with ```` ```ibid ```` is run, and the ```` ```text ```` block behind it must hold what it prints. All blocks of
/// a page are one session over `examples/corpus`; one that starts with `|` goes on from the last result. After `ibid new`
/// the session is new and empty; `ibid norun` is parsed and no more.
struct Page: Sendable, CustomStringConvertible {
  let file: String
  private let lines: [String]

  /// README and every page in `docs/`, but the one that is made as a whole.
  static let all: [Page] = (["README.md"] + PackageFolder.files(below: "docs", ending: ".md")).filter {
    $0 != DiagnosticsPage.file
  }.compactMap { Page(file: $0) }

  init?(file: String) {
    guard let text = PackageFolder.text(of: file) else { return nil }
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var description: String { file }

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

  /// The page as it must be: every block of output holds what its queries print.
  func updated() async throws -> (text: String, problems: [String]) {
    var session = try await Corpus.session()
    var result = lines
    var problems: [String] = []
    var shift = 0
    let blocks = blocks
    for (index, block) in blocks.enumerated() {
      let words = block.info.split(separator: " ")
      guard words.first == "ibid" else { continue }
      let query = text(block)
      if words.contains("norun") {
        let mistakes = Parser.parse(SourceText(name: file, query), mode: .script).diagnostics.filter {
          $0.severity == .error
        }
        if let mistake = mistakes.first {
          problems.append("\(file):\(block.content.lowerBound + 1): \(mistake.message)")
        }
        continue
      }
      if words.contains("new") { session = Session() }
      let output = await session.printed(query, name: "query", interactive: query.hasPrefix("|"))
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      guard let next, next.info == "text",
        lines[block.content.upperBound + 1..<next.content.lowerBound - 1].allSatisfy(\.isEmpty)
      else {
        problems.append("\(file):\(block.content.lowerBound + 1): no text block follows")
        continue
      }
      let shown = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      result.replaceSubrange(next.content.lowerBound + shift..<next.content.upperBound + shift, with: shown)
      shift += shown.count - next.content.count
    }
    return (result.joined(separator: "\n"), problems)
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
        switch try run(statement, of: prepared) {
        case .result(let result): parts.append(result.text(.box))
        case .text(let text): parts.append(TerminalText.escaped(text))
        case .explanation(let explanation): parts.append(explanation.rendered())
        case .done(let words): if !words.isEmpty { parts.append(words) }
        case .nothing: break
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
