import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSource
import IbidTypes

extension QueryResult {
  /// Sources that a page shows of one row; a sum over a whole corpus would have all of it below each row.
  private static let shownSources = 20

  /// Writes a page: the rows as a reader sees them, with the order of each column and the sources of each row.
  ///
  /// Runs the plan again, with tracing on. Where that fails, the page says so instead of sources; throws if it was cancelled.
  func writeHTML(_ options: Options, to sink: (String) throws -> Void) throws {
    var page = HTMLOptions()
    page.question = question
    page.section = options.section
    page.footer = notes
    page.drawing = plot.map { $0.svg(identifier: options.section) }
    let table = shownTable
    page.order = table.columns.map(sortPlaces)
    do {
      let traced = try traced()
      page.sources = { row in sources(ofRow: row, in: traced) }
    } catch .failed(let diagnostic) {
      page.footer.append("without sources: " + diagnostic.message)
    } catch {
      throw QueryError.cancelled
    }
    let store = store
    try HTMLFormat(page).write(table, references: { store.reference($0, $1) }, to: { (text: String) in try sink(text) })
  }

  /// The order that `sort` has; lists and references by what is printed, places by file and line.
  private func sortPlaces(_ column: Column) -> [Int32?] {
    let keys: [String]
    switch column {
    case .list, .reference:
      keys = (0..<column.count).map { column.value(at: $0).displayText(references: { store.reference($0, $1) }) }
    case .source(let places):
      let width = 12
      keys = (0..<column.count).map { row in
        let offset = String(places.lower[row])
        return (places.file[row] ?? "") + "\u{0}" + String(repeating: "0", count: max(0, width - offset.count)) + offset
      }
    default: return column.sortPlaces
    }
    let texts = (0..<column.count).map { column.isValid($0) ? keys[$0] : nil }
    return Column.text(TextColumn(texts)).sortPlaces
  }

  private func sources(ofRow row: Int, in traced: ExecutionResult) -> RowSources? {
    guard let (contributions, remarks) = contributions(toRow: row, in: traced) else { return nil }
    let stated = contributions.filter { $0.source != nil }
    var result = RowSources(places: stated.prefix(Self.shownSources).map(\.place), remarks: remarks)
    if stated.count > Self.shownSources { result.remarks.append("and \(stated.count - Self.shownSources) more") }
    return result.places.isEmpty && result.remarks.isEmpty ? nil : result
  }
}

extension Explanation.Contribution {
  /// What a page shows of it: where it stands, and its sentence in three parts.
  fileprivate var place: RowSources.Place {
    let parts = [source.map { "\($0.file):\($0.line)" }, document, detail].compactMap { $0 }
    let characters = Array(sentence ?? "")
    var result = RowSources.Place(place: parts.joined(separator: " · "), before: "", words: "", after: "")
    if let marked, marked.upperBound <= characters.count, marked.count < characters.count {
      result.before = String(characters[..<marked.lowerBound])
      result.words = String(characters[marked])
      result.after = String(characters[marked.upperBound...])
    } else if characters.count > Explanation.longestWhole {
      // A row that is a whole document shows how it begins.
      result.before = String(characters[..<Explanation.beginning]) + " …"
    } else {
      result.before = String(characters)
    }
    return result
  }
}
