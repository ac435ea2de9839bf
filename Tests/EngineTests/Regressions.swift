/// Queries that once gave something else than they mean, kept for good.
enum Regressions {
  static let queries = [
    "a | summarize x = max_by(town, flag sort wait)"
  ]
}
