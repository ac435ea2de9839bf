import IbidDocuments
import IbidSemantics
import IbidSource
import IbidSyntax

/// What the scripts that a script uses define, by path as written, and what they loaded.
struct UsedScripts: Sendable {
  var definitions: [String: Definitions] = [:]
  var loads: [LoadSummary] = []
}

extension Session {
  /// Reads the scripts that `use` names: does their loads, checks them whole, and takes their definitions.
  ///
  /// A path counts from the folder of the script that uses it. `within` are the scripts being read, the innermost last;
  /// what stands in `unread` could not be parsed and is left out.
  /// Their own mistakes are thrown as mistakes of their own text. What they print or assert is left to them.
  func readUsed(
    by script: IbidSyntax.Script, in source: SourceText, within: [String], except unread: SpanSet = SpanSet()
  ) async throws(QueryError) -> UsedScripts {
    var used = UsedScripts()
    for statement in script.statements {
      guard case .use(let path) = statement.kind, used.definitions[path.value] == nil,
        !unread.touches(statement.span)
      else { continue }
      let file = Self.path(path.value, besides: source.name)
      if within.contains(file) {
        let circle = (within.drop { $0 != file } + [file]).map { "`\($0)`" }.joined(separator: " uses ")
        throw QueryError(
          [
            Diagnostic(
              "use-cycle", "this script would use itself", at: path.span, label: "comes back to where it began",
              why: circle, try: [.init("a third script with what both need")])
          ], in: source)
      }
      guard let text = DocumentLoader.plainFile(file) else {
        throw QueryError(
          [
            Diagnostic(
              "missing-file", "there is no script `\(file)`", at: path.span, label: "not found",
              why: "paths count from the folder of the script that uses them",
              try: FolderListing.near(file).map { .init("\"\($0)\"") } + [.init("a path such as \"shared/names.ibid\"")]
            )
          ], in: source, kind: .inputOutput)
      }
      if let mistake = Parser.encodingMistake(in: text) {
        throw QueryError([mistake], in: text, kind: .inputOutput)
      }
      let parsed = Parser.parse(text, mode: .script)
      if parsed.diagnostics.contains(where: { $0.severity == .error }) {
        throw QueryError(parsed.diagnostics, in: text)
      }
      for statement in parsed.script.statements {
        if case .load(let load) = statement.kind { used.loads.append(try await run(load, in: text)) }
      }
      let inner = try await readUsed(by: parsed.script, in: text, within: within + [file])
      used.loads += inner.loads
      activateDomain(for: text)
      let dictionaries = readDictionaries(of: parsed.script, in: text)
      if let failure = dictionaries.failures.first { throw failure }
      let before = catalog
      var checker = Checker(
        catalog: before, source: text, used: inner.definitions, dictionaryFiles: dictionaries.entries)
      _ = checker.check(parsed.script)
      if checker.diagnostics.contains(where: { $0.severity == .error }) {
        throw QueryError(checker.diagnostics, in: text)
      }
      used.definitions[path.value] = Definitions(of: checker.catalog, beyond: before)
    }
    return used
  }

  /// `shared/names.ibid` beside `scripts/a.ibid` is `scripts/shared/names.ibid`.
  static func path(_ path: String, besides script: String) -> String {
    guard !path.hasPrefix("/"), let slash = script.lastIndex(of: "/") else { return path }
    var parts = script[..<slash].split(separator: "/", omittingEmptySubsequences: false)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != "..", !last.isEmpty { parts.removeLast() } else { parts.append(part) }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
