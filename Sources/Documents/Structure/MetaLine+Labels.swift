/// The labels that lines about a text begin with, in English, German, French and Spanish. All lower case.
extension MetaLine {
  static let labels = PhraseTable<Role>(
    publishedLabels.map { ($0, .published) }
      + ["delivered on", "delivered", "event date", "opened on", "opening on"].map { ($0, .delivered) }
      + embargoLabels.map { ($0, .embargo) } + updatedLabels.map { ($0, .updated) }
      + issuerLabels.map { ($0, .issuer) } + titleLabels.map { ($0, .title) } + bylineLabels.map { ($0, .byline) }
      + referenceLabels.map { ($0, .reference) } + ["location", "place"].map { ($0, .place) }
      + periodLabels.map { ($0, .period) }
      + otherLabels.map { ($0, .other) })

  /// What labels of the day of a text end in.
  static let datingWords: Set<String> = [
    "published", "issued", "released", "posted", "date", "dated", "delivered", "adopted", "signed", "printed",
    "decided",
  ]

  /// Words of labels for days on which something else happens.
  static let happenings: Set<String> = [
    "incident", "birth", "death", "closing", "due", "start", "end", "expiry", "expiration", "deadline", "effective",
    "opening", "arrest", "offence", "offense", "crash", "event", "next", "last", "hearing", "filing", "entry",
    "commencement", "application", "response", "target", "review", "travel", "arrival", "departure",
  ]

  private static let publishedLabels = [
    "published on", "date published", "first published", "published at", "published", "publication date",
    "release date", "date of release", "date of publication", "released on", "released", "issued on", "issued",
    "posted on", "posted at", "posted", "dated", "for immediate release", "for release", "date", "sent",
    "date posted", "first published on", "published online", "publish date", "date of issue",
    "originally published", "originally published on", "originally posted", "publicly released", "issue date",
    "date issued", "date released", "date made", "date of notice", "notice date", "date of decision", "decision date",
    "date of judgment", "judgment date", "date of statement", "date of report", "report date", "date of update",
    "date of announcement", "statement made on", "answered on", "made on", "created", "created on", "uploaded on",
    "publication", "press release date", "dated the", "given on",
    "post date", "as of", "as at", "news date", "release", "for use", "publié le", "publié",
    "date de publication", "mis en ligne le", "veröffentlicht am", "veröffentlicht",
    "erstellt am", "datum", "stand", "vom", "gesendet", "envoyé", "fecha", "publicado el", "publicado",
    "fecha de publicación", "gepubliceerd op", "gepubliceerd", "publicerad den", "publicerad", "publicerat",
    "publiceret",
    "publisert", "offentliggjort", "dato", "opublikowano", "data publikacji", "pubblicato il", "pubblicato",
    "publicado em", "julkaistu", "zveřejněno", "datum vydání",
  ]

  private static let referenceLabels = [
    "file ref", "file reference", "case no", "case number", "reference number", "our reference", "document no",
    "ref", "ref. no", "ref no", "reference", "reference no", "our ref", "file no", "f. no", "release no",
    "press release no",
    "media release no", "news release no", "rns number", "release id", "release number",
  ]

  private static let embargoLabels = [
    "embargo", "embargoed", "embargoed until", "embargoed till", "embargoed for release until", "embargoed to",
    "under embargo until", "strictly embargoed until", "not for publication before", "not for release before",
    "not for publication until", "not for release until", "sperrfrist", "sous embargo jusqu'au",
  ]

  private static let updatedLabels = [
    "last updated", "updated", "last updated on", "updated on", "last modified", "last modified on", "modified",
    "date modified", "last reviewed", "page last updated", "last update", "last revised", "last revised on", "revised",
    "revised on", "last changed", "last amended", "mis à jour le", "mise à jour", "zuletzt aktualisiert",
    "aktualisiert am", "actualizado el", "date updated", "reviewed",
  ]

  private static let periodLabels = [
    "reporting period", "period covered", "period of report", "period under review", "situation as of",
    "situation as at", "data as of", "covering", "berichtszeitraum", "période couverte",
  ]

  private static let issuerLabels = [
    "published by", "publisher", "news provided by", "provided by", "press release from", "news release from", "source",
    "source organisation", "source organization", "released by", "issued by", "issuer", "issuing body", "from",
    "organisation",
    "organization", "department", "agency", "kilde", "källa", "von", "issuing office", "issuing authority",
    "expéditeur", "herausgeber",
    "absender", "éditeur",
  ]

  private static let titleLabels = [
    "subject", "betreff", "objet", "asunto", "headline", "title", "title of release", "release title", "re", "sub",
  ]

  private static let bylineLabels = [
    "written by", "author", "authors", "by", "posted by", "words", "reporting by", "story by", "par",
  ]

  private static let otherLabels = [
    "eds", "editors", "eds note", "editor's note", "reading time", "section", "desk",
    "sources", "photo", "photo credit", "photos", "image", "picture", "credit",
    "caption", "media contact", "press contact", "media contacts", "press contacts", "media enquiries",
    "media inquiries", "press enquiries", "contact", "contacts", "tags", "tag", "category", "categories", "topics",
    "topic", "filed under", "read also", "see also", "read more", "related", "share", "tel",
    "phone", "email", "e-mail", "keywords", "language", "hashtag", "link", "url", "note", "to", "cc", "bcc",
    "reply-to", "attachments", "attachment", "an", "kopie", "à", "format", "audience", "series", "document type",
    "subjects", "subject/s", "subject(s)", "topics", "topic/s", "topic(s)", "e&oe", "distribution",
    "type", "status", "version", "component", "read time", "duration", "eds", "visitor counter", "isin", "lei",
    "ticker", "accessed", "accessed on", "date accessed", "retrieved", "retrieved on", "last accessed", "printed on",
    "downloaded", "downloaded on", "hearing date", "hearing dates", "date of hearing", "dates of hearing", "heard on",
  ]
}
