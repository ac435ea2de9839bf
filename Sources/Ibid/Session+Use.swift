import IbidDocuments
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax

/// What the scripts that a script uses define.
struct UsedScripts: Sendable {
  /// By path as written.
  var definitions: [String: Definitions] = [:]
  /// Of all that were read, by file; a script that several use is read once.
  var files: [String: Definitions] = [:]
}

/// A script that was read because another uses it.
struct UsedScript: Sendable {
  var definitions: Definitions
  var loads: [LoadSummary] = []
  /// All that were read so far, by file.
  var files: [String: Definitions]
}

extension Session {
  /// Reads a script that `use` names: does its loads, checks it whole, and takes its definitions.
  ///
  /// A path counts from the folder of the script that uses it. `within` are the scripts being read, the innermost last;
  /// `replacing`: what it defines takes the place of what the session has under the same names. Its own mistakes are
  /// thrown as mistakes of its own text. What it prints or asserts is left to it. `files` are the scripts that were
  /// read before: they are not read again, so that what two scripts take from a third is one thing.
  func readUsed(
    _ path: StringLiteral, in source: SourceText, within: [String], files: [String: Definitions], replacing: Bool
  ) async throws(QueryError) -> UsedScript {
    let file = Self.path(path.value, besides: source.name)
    let plainFile = Self.plainPath(file)
    if let known = files[plainFile] { return UsedScript(definitions: known, files: files) }
    let (text, script) = try Self.script(file, path, in: source, within: within)
    var used = UsedScripts(files: files)
    var loads: [LoadSummary] = []
    for statement in script.statements {
      switch statement.kind {
      case .load(let load): loads.append(try await run(load, in: text))
      case .use(let path) where used.definitions[path.value] == nil:
        let inner = try await readUsed(
          path, in: text, within: within + [file], files: used.files, replacing: replacing)
        used.definitions[path.value] = inner.definitions
        used.files = inner.files
        loads += inner.loads
      default: continue
      }
    }
    activateDomain(for: text)
    let dictionaries = readDictionaries(of: script, in: text)
    if let failure = dictionaries.failures.first { throw failure }
    let names = replacing ? script.definedNames.union(used.definitions.values.flatMap(\.allNames)) : []
    let before = catalog(except: names)
    var checker = Checker(catalog: before, source: text, used: used.definitions, dictionaryFiles: dictionaries.entries)
    _ = checker.check(script)
    if checker.diagnostics.contains(where: { $0.severity == .error }) {
      throw QueryError(checker.diagnostics, in: text)
    }
    var definitions = Definitions(of: checker.catalog, beyond: before)
    definitions.note(file: plainFile, using: used.definitions.values)
    noteBindings(definitions)
    used.files[plainFile] = definitions
    return UsedScript(definitions: definitions, loads: loads, files: used.files)
  }

  /// The text of a script that is used, and its statements. Throws where it cannot be read, or is being read.
  private static func script(_ file: String, _ path: StringLiteral, in source: SourceText, within: [String])
    throws(QueryError) -> (SourceText, IbidSyntax.Script)
  {
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
            try: FolderListing.near(file).map { .init("\"\($0)\"") } + [.init("a path such as \"shared/names.ibid\"")])
        ], in: source, kind: .inputOutput)
    }
    if let mistake = Parser.encodingMistake(in: text) { throw QueryError([mistake], in: text, kind: .inputOutput) }
    let parsed = Parser.parse(text, mode: .script)
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      throw QueryError(parsed.diagnostics, in: text)
    }
    return (text, parsed.script)
  }

  /// Does something with the session, which is as it was before if that fails.
  func undoneIfItFails<Result: Sendable>(
    _ body: (isolated Session) async throws(QueryError) -> Result
  ) async throws(QueryError) -> Result {
    let (store, loads, bindings, functions) = (store, loads, bindings, functions)
    let (dictionaries, texts, lastPlan, outdatedResult) = (dictionaries, texts, lastPlan, outdatedResult)
    do {
      return try await body(self)
    } catch {
      (self.store, self.loads, self.bindings, self.functions) = (store, loads, bindings, functions)
      (self.dictionaries, self.texts) = (dictionaries, texts)
      (self.lastPlan, self.outdatedResult) = (lastPlan, outdatedResult)
      throw error
    }
  }

  /// A path without `.` and without folders that it leaves again, so that one file has one.
  private static func plainPath(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
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

extension IbidSyntax.Script {
  /// The names that its own statements give a meaning.
  fileprivate var definedNames: Set<String> {
    Set(
      statements.compactMap { statement in
        switch statement.kind {
        case .letBinding(let name, _), .parameter(let name, _, _), .function(let name, _, _), .dictionary(let name, _):
          name.text
        case .rule(let rule): rule.name.text
        default: nil
        }
      })
  }
}
