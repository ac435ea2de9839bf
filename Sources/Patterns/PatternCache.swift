import Synchronization

/// Patterns that were compiled, for whoever needs them next.
///
/// Queries ask for the same patterns over and over, and a pattern's automaton is built state by state while it reads: one that
/// is kept is not only compiled once, it also knows its way. Any thread may ask; patterns never change.
package final class PatternCache: Sendable {
  /// A pattern, with what is known of the texts that it matches.
  package struct Entry: Sendable {
    package let regex: RegularExpression
    /// nil where nothing must be there, or where case does not matter.
    package let literals: RequiredLiterals?
  }

  private struct Key: Hashable {
    let pattern: String
    let ignoresCase: Bool
  }

  private struct Content {
    private(set) var entries: [Key: (entry: Entry, lastUse: Int)] = [:]
    private var uses = 0

    mutating func use(_ key: Key) -> Entry? {
      uses += 1
      entries[key]?.lastUse = uses
      return entries[key]?.entry
    }

    mutating func add(_ entry: Entry, _ key: Key, capacity: Int) {
      if entries.count >= capacity, entries[key] == nil,
        let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
      {
        entries[oldest] = nil
      }
      uses += 1
      entries[key] = (entry, uses)
    }
  }

  /// Those of the tables that come with Ibid, and as many again.
  package static let shared = PatternCache(capacity: 256)

  private let capacity: Int
  private let content = Mutex(Content())

  /// `capacity`: how many patterns are kept; of more, those that were asked for last.
  package init(capacity: Int) { self.capacity = max(capacity, 1) }

  /// The compiled pattern; throws what is wrong with it, which is not kept.
  package func entry(_ pattern: String, ignoresCase: Bool = false) throws(RegularExpression.Mistake) -> Entry {
    let key = Key(pattern: pattern, ignoresCase: ignoresCase)
    if let known = content.withLock({ $0.use(key) }) { return known }
    // Nobody waits while it is compiled; two who need it at once compile it twice.
    let entry = Entry(
      regex: try RegularExpression(pattern, ignoresCase: ignoresCase),
      literals: ignoresCase ? nil : RequiredLiterals(pattern))
    content.withLock { $0.add(entry, key, capacity: capacity) }
    return entry
  }

  package var count: Int { content.withLock { $0.entries.count } }
}
