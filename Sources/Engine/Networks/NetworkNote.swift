/// What a step over a network noticed.
package enum NetworkNote: Sendable, Equatable {
  /// Rows both of whose ends are missing.
  case withoutNodes(Int)
  /// What was asked for and is at no end of a link.
  case absent([Absent])
  /// The paths asked for begin where they end.
  case sameEnds
  /// No path leads from the one to the other, or none of at most so many steps.
  case apart(within: Int?)
  /// More shortest paths than are listed; `of` is nil if they are too many to count.
  case cut(shown: Int, of: Int?)

  package struct Absent: Sendable, Equatable {
    package var name: String
    /// Nodes that are called nearly so.
    package var near: [String]

    package init(name: String, near: [String]) {
      self.name = name
      self.near = near
    }
  }
}
