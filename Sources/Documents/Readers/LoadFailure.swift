/// A path of a load that led nowhere.
package struct LoadFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No such file or folder.
    case missing
    /// A pattern that nothing matches.
    case noMatch
    /// A folder that the system does not let us list.
    case unreadable
  }

  /// As the user wrote it.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
