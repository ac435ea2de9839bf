/// The two columns in which a table of links has its nodes.
package struct NetworkEnds: Sendable, Hashable {
  package var from: Int
  package var to: Int
  /// Links lead from the one to the other and not back.
  package var isDirected: Bool

  package init(from: Int, to: Int, isDirected: Bool) {
    self.from = from
    self.to = to
    self.isDirected = isDirected
  }
}
