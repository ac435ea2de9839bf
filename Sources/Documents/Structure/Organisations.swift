import IbidSource

/// Tells names of bodies and offices by their words. Serves the header of a document only.
enum Organisations {
  /// A line that is the name of a body and nothing else: `Office of Public Affairs`, `European Commission`.
  static func isName(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count >= 4, span.count <= 90, MetaLine.isNames(span, in: view) else { return false }
    let words = view.words(in: span, limit: 9)
    guard words.count <= 8, !isOffice(span, in: view), !isAddress(span, words, view) else { return false }
    return words.contains { isBody(view.lowercased($0.span)) }
      && !words.contains { titleVerbs.contains(view.lowercased($0.span)) }
  }

  private static func isBody(_ word: String) -> Bool {
    bodies.contains(word)
      || ["ministerium", "bundesamt", "hauptzollamt", "hauptzollamts", "sekretariat"].contains { word.hasSuffix($0) }
  }

  /// `Parliament House, Canberra`; but not `Department for Ports, Quays and Rooms`.
  private static func isAddress(_ span: ByteSpan, _ words: Words, _ view: TextView) -> Bool {
    view.bytes[span.range].contains(UInt8(ascii: ","))
      && !words.contains { ["and", "of", "for", "&", "und", "et"].contains(view.lowercased($0.span)) }
  }

  /// The part of a body that talks to the press: `Office of Public Affairs`, `Press Office`.
  static func isPressOffice(_ span: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: span, limit: 9).map { view.lowercased($0.span) }
    return words.contains { ["press", "media", "communications", "affairs", "spokesperson"].contains($0) }
      && words.contains { ["office", "centre", "center", "service", "bureau", "department"].contains($0) }
  }

  /// A line that names a newspaper or an agency of news and says no more: `The Quay Gazette`, `Meridian News`.
  static func isPaper(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 50, MetaLine.isNames(span, in: view) else { return false }
    let words = view.words(in: span, limit: 6)
    if (3...5).contains(words.count),
      ["press agency", "news agency", "news service", "press association"].contains(
        words.suffix(2).map { view.lowercased($0.span) }.joined(separator: " "))
    {
      return true
    }
    return (2...5).contains(words.count)
      && words.last.map { TitleParts.papers.contains(view.lowercased($0.span)) } ?? false
  }

  /// A line that names a person with a style or an office: `The Hon Jane Smith MP`, `Minister for Home Affairs`.
  static func isOffice(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 90, MetaLine.isNames(span, in: view) else { return false }
    return ["the hon", "rt hon", "the rt hon", "senator ", "minister ", "secretary of", "assistant minister", "hon "]
      .contains {
        view.starts(with: $0, at: span.lower)
      }
  }

  /// A line that names an office rather than the person in it: `Minister for Home Affairs`.
  static func namesOffice(_ span: ByteSpan, in view: TextView) -> Bool {
    ["minister for ", "minister of ", "secretary of state ", "attorney-general", "attorney general", "treasurer"]
      .contains {
        view.starts(with: $0, at: span.lower)
      } && isOffice(span, in: view)
  }

  /// The body in a value such as `Press Office, Harbour Commission <press@harbour.example>`; nil where none is named.
  ///
  /// Of parts between commas the last with a word for a body is taken, else the whole. Addresses alone name nobody.
  static func issuer(in value: ByteSpan, in view: TextView) -> ByteSpan? {
    var span = value
    if let address = view.bytes[span.range].firstIndex(of: UInt8(ascii: "<")) {
      span = view.trimmed(ByteSpan(span.lower, address))
      var start = span.lower
      for offset in span.range where view.bytes[offset] == UInt8(ascii: ",") {
        let next = view.skipSpace(from: offset + 1, to: span.upper)
        if isName(ByteSpan(next, span.upper), in: view) { start = next }
      }
      span = ByteSpan(start, span.upper)
      guard isName(span, in: view) else { return nil }
    }
    let name = withoutPersons(withoutArticle(span, in: view), in: view)
    return name.isEmpty || view.bytes[name.range].contains(UInt8(ascii: "@")) ? nil : name
  }

  /// The names after the sign and the year of a copyright line: `© 2024 Harbour Gazette, 88 Quay Street`.
  static func copyrightHolder(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let signs = ["©", "(c) ", "copyright "]
    guard span.count <= 300 else { return nil }
    for offset in span.range {
      guard let sign = signs.first(where: { view.starts(with: $0, at: offset) }) else { continue }
      var start = view.skipSpace(from: offset + sign.utf8.count, to: span.upper)
      while start < span.upper, !Characters.isUpper(view.scalar(at: start).value) {
        let value = view.scalar(at: start).value
        guard
          Characters.isDigit(value) || Characters.isSpace(value) || Characters.isDash(value) || value == 0xA9
            || value == 0x2C
        else { return nil }
        start += view.scalar(at: start).width
      }
      var end = start
      while end < span.upper {
        let (value, width) = view.scalar(at: end)
        if Characters.isDigit(value) || [0x0A, 0x0D, 0x2C, 0x2E, 0x7C, 0xB7, 0x3B].contains(value) { break }
        end += width
      }
      let name = withoutArticle(view.trimmed(ByteSpan(start, end)), in: view)
      return name.count >= 3 && MetaLine.isNames(name, in: view) ? name : nil
    }
    return nil
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
    "ministère", "département", "préfecture", "conseil", "agence", "ministerio", "gobierno", "behörde", "polizei",
    "staatsanwaltschaft", "finanzdirektion", "kanton", "canton", "museum", "university", "regulator",
    "presidency", "chancellery", "cabinet", "embassy", "consulate", "guard", "patrol",
  ]

  private static let titleVerbs: Set<String> = [
    "to", "announces", "launches", "signs", "welcomes", "says", "calls", "new", "agrees", "opens", "meets", "and's",
    "on", "with", "at",
  ]
}
