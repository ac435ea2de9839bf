/// Every diagnostic of the language by its id, in the groups in which they are read.
package enum DiagnosticCatalogue {
  /// Diagnostics that are met at the same work.
  package struct Group: Sendable {
    package var title: String
    /// In alphabetical order.
    package var entries: [DiagnosticEntry]
  }

  package static let groups: [Group] = [
    Group(title: "Characters, numbers and dates", entries: characters),
    Group(title: "Statements, steps and expressions", entries: structure),
    Group(title: "Words of other languages", entries: otherLanguages),
    Group(title: "Names", entries: names),
    Group(title: "Tables and values", entries: tablesAndValues),
    Group(title: "Types", entries: types),
    Group(title: "Money and units", entries: measures),
    Group(title: "Groups, joins and references", entries: groupsAndJoins),
    Group(title: "Steps that reshape a table", entries: reshaping),
    Group(title: "Networks", entries: networks),
    Group(title: "Windows", entries: windows),
    Group(title: "Rules", entries: rules),
    Group(title: "Functions, scripts and settings", entries: definitions),
    Group(title: "Files and parameters", entries: files),
    Group(title: "While a query runs, and afterwards", entries: running),
    Group(title: "In programs", entries: library),
  ]

  private static let byID = Dictionary(
    groups.flatMap(\.entries).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// All ids, group by group.
  package static var ids: [String] { groups.flatMap { $0.entries.map(\.id) } }

  package static func entry(_ id: String) -> DiagnosticEntry? { byID[id] }
}
