/// What an HTML page has beside its rows.
package struct HTMLOptions: Sendable {
  /// What the rows answer: the caption of the table, and of the first the title of the page.
  package var question: String?
  /// Lines below the table.
  package var footer: [String] = []
  /// Which table of the page this is, from 0. The first begins the page, further ones go on with it.
  package var section = 0
  /// A picture above the table, as SVG.
  package var drawing: String?
  /// For each column of the table, where each row stands in its order; nil for what has no place. Empty: not sorted by
  /// anything.
  package var order: [[Int32?]] = []
  /// What a row was made from, rows counted from 0; nil if nothing is known of it.
  package var sources: (@Sendable (_ row: Int) -> RowSources?)?

  package init() {}
}

/// The places that a row was made from.
package struct RowSources: Sendable {
  /// A sentence around the words that a row was read from.
  package struct Place: Sendable {
    /// `press/003.txt:7 · Border fund`
    package var place: String
    package var before: String
    package var words: String
    package var after: String

    package init(place: String, before: String, words: String, after: String) {
      self.place = place
      self.before = before
      self.words = words
      self.after = after
    }
  }

  package var places: [Place]
  /// What else is to be said: `and 12 more`.
  package var remarks: [String]

  package init(places: [Place], remarks: [String]) {
    self.places = places
    self.remarks = remarks
  }
}
