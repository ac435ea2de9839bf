/// What a user has set for the printing of results; nil leaves it to the program.
public struct Settings: Sendable, Hashable {
  /// Rows of a table to show, `set rows = 40`.
  public internal(set) var rows: Int?
  /// How to print results, `set format = "csv"`.
  public internal(set) var format: ResultFormat?

  /// Nothing set.
  public init() {}
}
