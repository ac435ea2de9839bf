/// Stretches of one text, to ask whether something lies in them.
///
/// Empty spans mark places; they are hit by the same place only. Queries are O(log spans).
package struct SpanSet: Sendable {
  /// Sorted, disjoint, none of them empty.
  private var stretches: [ByteSpan] = []
  private var places: Set<Int> = []

  package init(_ spans: [ByteSpan] = []) {
    for span in spans.sorted() {
      if span.isEmpty {
        places.insert(span.lower)
      } else if let last = stretches.last, span.lower < last.upper {
        stretches[stretches.count - 1].upper = max(last.upper, span.upper)
      } else {
        stretches.append(span)
      }
    }
  }

  /// Some byte is in both; an empty span must be one of the places, or lie inside a stretch.
  package func hits(_ span: ByteSpan) -> Bool {
    if span.isEmpty, places.contains(span.lower) { return true }
    guard let stretch = first(endingAfter: span.lower) else { return false }
    return stretch.lower < span.upper
  }

  /// As `hits`, or one begins where the other ends.
  package func touches(_ span: ByteSpan) -> Bool {
    if hits(span) || places.contains(span.lower) || places.contains(span.upper) { return true }
    guard let stretch = first(endingAfter: span.lower - 1) else { return false }
    return stretch.lower <= span.upper
  }

  private func first(endingAfter offset: Int) -> ByteSpan? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upper > offset { high = middle } else { low = middle + 1 }
    }
    return low < stretches.count ? stretches[low] : nil
  }
}
