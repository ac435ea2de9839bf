import IbidColumns
import IbidEngine
import IbidExtraction
import IbidSource
import IbidTypes

extension Session {
  /// Makes a table of Swift values, a column for each coding key; a table of data of the same name is replaced.
  ///
  ///     struct Office: Encodable { let country: String; let staff: Int; let openSince: Int?; let tasks: [String] }
  ///     try await session.register(table: "offices", rows: offices)
  ///     // offices (country: text, staff: int, open_since: int?, tasks: list<text>, source: source)
  ///
  /// Shape: one row per element in order; columns in the order of encoding, `openSince` as `open_since`. Integers become
  /// `int`, `Double` and `Float` `float`, `Bool` `bool`, `String` and enums over it `text`, arrays of these `list<…>`, and
  /// optionals may be missing. `why` and `sources` cite a row by the table's name and its row, from 1, as file and line.
  ///
  /// Throws `QueryError`: `name-taken` for the name of a document table; `register-type` for a value that no column
  /// holds (a nested struct, a dictionary, an integer beyond 64 bits, NaN); `register-no-columns` if there is nothing to
  /// read columns from, so also for no rows; `register-failed` for what a row's own `encode` throws.
  public func register(table name: String, rows: some Sequence<some Encodable>) throws(QueryError) {
    let source = SourceText(name: "register", "register(table: \"\(name)\")")
    func fail(_ problem: RegisterProblem) -> QueryError {
      let span = ByteSpan(0, source.bytes.count)
      return QueryError(
        [
          Diagnostic(
            problem.id, problem.message, at: span, why: problem.reason, try: problem.suggestions.map { .init($0) })
        ], in: source)
    }
    if Store.isReserved(name) {
      throw fail(
        .init(
          id: "name-taken", message: "`\(name)` is the name of a table that is always there", suggestions: [name + "_2"]
        ))
    }
    let builder = RowsBuilder()
    for row in rows {
      if builder.rowCount & 1023 == 0, Task.isCancelled { throw QueryError.cancelled }
      do {
        try builder.append(row)
      } catch let problem as RegisterProblem {
        throw fail(problem)
      } catch {
        throw fail(.init(id: "register-failed", message: "row \(builder.rowCount + 1): \(error)"))
      }
    }
    do {
      store.define(try builder.table(named: name))
      _ = unbind(name)
      noteOtherColumns()
    } catch {
      throw fail(error)
    }
  }
}

/// Why Swift values do not make a table: a diagnostic without its place.
struct RegisterProblem: Error {
  var id: String
  var message: String
  var reason: String?
  var suggestions: [String] = []

  static func value(_ what: String, column: String, row: Int, try suggestions: [String] = []) -> Self {
    RegisterProblem(
      id: "register-type", message: "row \(row + 1), column `\(column)`: \(what)",
      reason: "a column holds numbers, truth values, texts or lists of one of them", suggestions: suggestions)
  }
}
