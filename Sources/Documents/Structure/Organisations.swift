import IbidSource

/// Tells names of bodies and offices by their words. Serves the header of a document only.
enum Organisations {
  /// A line that is the name of a body and nothing else: `Office of Public Affairs`, `European Commission`.
  static func isName(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count >= 4, span.count <= 90, MetaLine.isNames(span, in: view) else { return false }
    let words = view.words(in: span, limit: 9)
    guard words.count <= 8, !isOffice(span, in: view) else { return false }
    return words.contains { bodies.contains(view.lowercased($0.span)) }
      && !words.contains { titleVerbs.contains(view.lowercased($0.span)) }
  }

  /// A line that names a person with a style or an office: `The Hon Jane Smith MP`, `Minister for Home Affairs`.
  static func isOffice(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 90, MetaLine.isNames(span, in: view) else { return false }
    return ["the hon", "rt hon", "the rt hon", "senator ", "minister ", "secretary of", "assistant minister", "hon "]
      .contains {
        view.starts(with: $0, at: span.lower)
      }
  }

  /// Without a leading "the" and white space around it.
  static func withoutArticle(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    let inner = view.trimmed(span)
    guard inner.count > 4, view.starts(with: "the ", at: inner.lower) else { return inner }
    return view.trimmed(ByteSpan(inner.lower + 4, inner.upper))
  }

  /// Without a short form in brackets at the end: `Foreign Office (FO)`.
  static func withoutAcronym(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    guard view.bytes[span.upper - 1] == UInt8(ascii: ")"),
      let open = view.bytes[span.range].lastIndex(of: UInt8(ascii: "(")), open > span.lower, span.upper - open <= 14
    else { return span }
    return view.trimmed(ByteSpan(span.lower, open))
  }

  /// Without the minister named after the body: `Home Office and The Rt Hon Jane Smith MP`.
  static func withoutPersons(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    for offset in span.range.dropFirst()
    where view.bytes[offset] == UInt8(ascii: " ") || view.bytes[offset] == UInt8(ascii: ",") {
      for words in [" and the rt hon", ", the rt hon", " and the hon ", ", the hon ", " and rt hon"]
      where view.starts(with: words, at: offset) {
        return view.trimmed(ByteSpan(span.lower, offset))
      }
    }
    return span
  }

  private static let bodies: Set<String> = [
    "department", "ministry", "office", "agency", "commission", "council", "bureau", "authority", "police",
    "directorate",
    "secretariat", "service", "treasury", "parliament", "europol", "frontex", "eurojust", "interpol", "unodc", "force",
    "command",
    "government", "administration", "organization", "organisation", "inspectorate", "committee", "tribunal", "court",
    "bank",
    "constabulary", "union", "nations", "assembly", "institute", "foundation", "federation", "dhs", "fbi", "nca", "afp",
    "iom", "unhcr",
    "presidency", "chancellery", "cabinet", "embassy", "consulate", "guard", "patrol",
  ]

  private static let titleVerbs: Set<String> = [
    "to", "announces", "launches", "signs", "welcomes", "says", "calls", "new", "agrees", "opens", "meets", "and's",
    "on", "with", "at",
  ]
}
