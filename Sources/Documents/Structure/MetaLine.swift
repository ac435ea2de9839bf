import IbidSource

/// A line that says something about the text rather than being part of it: `Published: 18.4.2024`, `From: Home Office`,
/// `By Jane Smith`, `Photo: …`.
enum MetaLine {
  enum Role: Sendable {
    case published, delivered, issuer, byline, place
    /// Contacts, photo credits, tags and whatever else is no heading.
    case other
  }

  /// A label and what stands after it.
  struct Labelled {
    var role: Role
    var value: ByteSpan
    /// With a colon after the label, not only a space.
    var hasColon: Bool
  }

  static func isLabelled(_ span: ByteSpan, in view: TextView) -> Bool { parse(span, in: view) != nil }

  /// The role of a line that is a label and nothing else, so that the next line is its value: `Published`, `From:`.
  static func bareLabel(_ span: ByteSpan, in view: TextView) -> Role? {
    guard span.count <= 24, !span.isEmpty, Characters.isUpper(view.scalar(at: span.lower).value) else { return nil }
    var inner = span
    if view.bytes[inner.upper - 1] == UInt8(ascii: ":") { inner = view.trimmed(ByteSpan(inner.lower, inner.upper - 1)) }
    if let kind = Headline.leadingLabel(at: inner.lower, upper: inner.upper, in: view), kind.end == inner.upper {
      return nil
    }
    return labels.first { $0.0.utf8.count == inner.count && view.starts(with: $0.0, at: inner.lower) }?.1
  }

  /// Reads a line as label and value; nil for other lines.
  ///
  /// Without a colon only a date may follow ("Published 14 October 2024"), or names after "By".
  static func parse(_ span: ByteSpan, in view: TextView) -> Labelled? {
    guard span.count <= 400 else { return nil }
    for (label, role) in labels
    where span.lower + label.utf8.count <= span.upper && view.starts(with: label, at: span.lower) {
      var offset = view.skipSpace(from: span.lower + label.utf8.count, to: span.upper)
      guard offset < span.upper else { continue }
      let hasSpace = offset > span.lower + label.utf8.count
      if view.bytes[offset] == UInt8(ascii: ":") {
        offset = view.skipSpace(from: offset + 1, to: span.upper)
        return Labelled(role: role, value: view.trimmed(ByteSpan(offset, span.upper)), hasColon: true)
      }
      guard hasSpace, Characters.isUpper(view.scalar(at: span.lower).value) else { continue }
      let value = view.trimmed(ByteSpan(offset, span.upper))
      switch role {
      case .published, .delivered:
        if let date = WrittenDate.parse(at: offset, upper: span.upper, in: view), span.upper - date.span.upper <= 24 {
          return Labelled(role: role, value: value, hasColon: false)
        }
      case .byline:
        if isNames(value, in: view) { return Labelled(role: role, value: value, hasColon: false) }
      default: break
      }
    }
    return nil
  }

  /// One to eight capitalised words, small ones such as "of" and "and" between them; the line ends without a stop.
  static func isNames(_ span: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: span, limit: 9)
    guard !words.isEmpty, words.count <= 8, span.count <= 90, let last = view.bytes[span.range].last,
      last != UInt8(ascii: "."), last != UInt8(ascii: "?")
    else { return false }
    var capitals = 0
    for word in words {
      if Characters.isUpper(view.scalar(at: word.span.lower).value) {
        capitals += 1
      } else if word.hasDigit || !small.contains(view.lowercased(word.span)) {
        return false
      }
    }
    return capitals > 0 && Characters.isUpper(view.scalar(at: words[0].span.lower).value)
  }

  /// A date alone, with or without a place before it: `12 August 2024`, `Brussels, 5 March 2024`.
  static func dateLine(_ span: ByteSpan, in view: TextView) -> PublishedDate? {
    guard span.count <= 80 else { return nil }
    if let date = WrittenDate.parse(at: span.lower, upper: span.upper, in: view), endsLine(date.span.upper, span, view)
    {
      return date
    }
    for offset in span.range where view.bytes[offset] == UInt8(ascii: ",") {
      let start = view.skipSpace(from: offset + 1, to: span.upper)
      if let date = WrittenDate.parse(at: start, upper: span.upper, in: view), endsLine(date.span.upper, span, view),
        isNames(ByteSpan(span.lower, offset), in: view)
      {
        return date
      }
    }
    return nil
  }

  /// Nothing after the date but a stop or a time of day.
  private static func endsLine(_ end: Int, _ span: ByteSpan, _ view: TextView) -> Bool {
    let rest = view.trimmed(ByteSpan(end, span.upper))
    if rest.count <= 1 { return true }
    return rest.count <= 16 && view.bytes[rest.range].contains(UInt8(ascii: ":"))
      && view.words(in: rest).allSatisfy { $0.hasDigit || $0.span.count <= 3 || view.lowercased($0.span) == "local" }
  }

  /// Small words inside names.
  static let small: Set<String> = [
    "of", "and", "the", "for", "in", "de", "la", "von", "van", "der", "den", "di", "da", "del", "le", "al", "bin", "s",
    "on", "to",
    "at", "with",
  ]

  /// Lower case; of two that fit, the longer one stands first.
  private static let labels: [(String, Role)] = [
    ("published by", .issuer), ("published on", .published), ("date published", .published),
    ("first published", .published),
    ("published at", .published), ("published", .published), ("publication date", .published), ("publisher", .issuer),
    ("release date", .published), ("date of release", .published), ("date of publication", .published),
    ("released by", .issuer), ("released on", .published), ("released", .published), ("issued by", .issuer),
    ("issued on", .published), ("issued", .published), ("issuer", .issuer), ("issuing body", .issuer),
    ("posted on", .published), ("posted at", .published), ("posted", .published), ("dated", .published),
    ("for immediate release", .published), ("for release", .published), ("date", .published),
    ("delivered on", .delivered), ("delivered", .delivered), ("from", .issuer), ("organisation", .issuer),
    ("organization", .issuer), ("department", .issuer), ("agency", .issuer), ("location", .place), ("place", .place),
    ("written by", .byline), ("author", .byline), ("authors", .byline), ("by", .byline), ("posted by", .byline),
    ("last updated", .other), ("updated", .other), ("source", .other), ("sources", .other), ("photo", .other),
    ("photo credit", .other), ("photos", .other), ("image", .other), ("picture", .other), ("credit", .other),
    ("caption", .other),
    ("media contact", .other), ("press contact", .other), ("media contacts", .other), ("press contacts", .other),
    ("media enquiries", .other), ("media inquiries", .other), ("press enquiries", .other), ("contact", .other),
    ("contacts", .other), ("tags", .other), ("tag", .other), ("category", .other), ("categories", .other),
    ("topics", .other),
    ("topic", .other), ("filed under", .other), ("subject", .other), ("reference", .other), ("ref", .other),
    ("embargoed until", .other), ("embargo", .other), ("read also", .other), ("see also", .other),
    ("read more", .other),
    ("related", .other), ("share", .other), ("tel", .other), ("phone", .other), ("email", .other), ("e-mail", .other),
    ("keywords", .other), ("language", .other), ("hashtag", .other), ("link", .other), ("url", .other),
    ("note", .other),
  ]
}
