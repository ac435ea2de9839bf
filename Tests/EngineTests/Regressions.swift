/// Queries that once gave something else than they mean, kept for good.
enum Regressions {
  static let queries = [
    "a | summarize x = max_by(town, flag sort wait)",
    "a | distinct others.name",
    "a | select x = others.day, y = others.worth.low",
    "a | summarize m = list(others) by whole | where m has [none]",
    "a | select x = [none, other], y = [counts, none], z = tags ?? [none]",
    "a | select x = clamp(seen, made, seen), y = greatest(made, made, seen)",
    "a | select x = substring(note, whole, 2), y = slice(counts, whole, 1)",
    "a | where share is none | select x = sum(share sort flag desc), y = sum(share sort whole rows 2)",
    "a | summarize x = sum(wait), y = avg(wait) by whole",
    "a | select x = seen + 2 days, y = made - 1 month",
    "a | where false | summarize n = count() by k = occurrences(town, /b/) | select x = quantity(k, \"percent\")",
    "a | select x = month(date(1, 1, part)), y = decade(date(-5, 2, 3))",
    "a | asof join y = b on made > y.day",
    "a | select x = quantile(ratio, 0.5 sort flag, people rows 1), y = ratio | describe | distinct least",
    "a | select x = round(exp(ratio - 300.0), 2), y = round(exp(ratio + 300.0), 2), z = round(power(ratio, 9), 4)",
  ]
}
