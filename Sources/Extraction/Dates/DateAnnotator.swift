import IbidDocuments
import IbidSource
import IbidTypes

/// Finds the dates of a sentence: points, then the ranges they make.
struct DateAnnotator {
  let tokens: Tokens
  let reader: DateReader
  let resolver: DateResolver

  /// One date or period: its words, its value in one of the two columns, and which words it takes from other annotators.
  struct Found {
    var tokens: Range<Int>
    var value: Moment?
    var period: Moment?
    var kind: DateKind
    /// Nothing of a duration, which is a figure as well: "the next 4 years".
    var taken: Range<Int>?
  }

  func annotate(
    _ sentence: SentencePart, in document: DocumentPart, _ taken: inout TakenTokens, _ found: inout Findings
  ) {
    let range = sentence.tokens
    func start(from i: Int) -> Int { tokens.dateStarts.next(from: i, to: range.upperBound) }
    var i = start(from: range.lowerBound)
    while i < range.upperBound {
      guard !taken[i], mayStart(i, limit: range.upperBound),
        let rows = dates(at: i, in: range, of: sentence, found.dates),
        let end = rows.last?.tokens.upperBound
      else {
        if let odd = impossible(at: i, in: range), !taken[i] {
          let text = tokens.line(odd)
          found.warnings.append(
            DocumentWarning(
              .impossibleDate, at: tokens.span(odd), "no month has a day such as `\(text)`; no date is read from it"))
          taken.take(odd)
          i = start(from: odd.upperBound)
          continue
        }
        i = start(from: i + 1)
        continue
      }
      for row in rows {
        found.dates.append(
          DateRow(
            document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(row.tokens),
            value: row.value, period: row.period, kind: row.kind))
        if let words = row.taken { taken.take(words) }
      }
      i = start(from: end)
    }
  }

  /// A day that no calendar has; asked where a month stands at or behind a token.
  private func impossible(at i: Int, in range: Range<Int>) -> Range<Int>? {
    guard i + 1 < range.upperBound, tokens.isAny(i, .month) || tokens.kinds[i] == .number && tokens.isAny(i + 1, .month)
    else { return nil }
    return reader.impossibleDay(at: i, in: range)
  }

  /// The classes of words that dates and ranges begin with; beside them words with digits do.
  static let starts: WordClass = [DateReader.starts, .dateOpening, .rangeStart]

  /// Whether a date or a range may begin at one of `Tokens.dateStarts`; at many none does.
  private func mayStart(_ i: Int, limit: Int) -> Bool {
    switch tokens.kinds[i] {
    case .number: reader.mayStart(withNumber: i, limit: limit)
    case .word: reader.mayStart(i) || isOpening(i) || tokens.isKey(i, .between)
    case .clitic, .symbol: false
    }
  }

  /// Most sentences back that "a year earlier" is counted from.
  private static let reach = 5

  /// The last date that is known on both ends, in this sentence or a few before.
  ///
  /// What is counted on from a range that has a beginning only begins with it; what is counted back is not from a date to come.
  private func last(before sentence: SentencePart, in dates: [DateRow], shiftedBy shift: Int = 0) -> Moment? {
    for (index, row) in dates.reversed().prefix(6).enumerated() where row.sentence >= sentence.index - Self.reach {
      // What is itself counted from another date is none to count from.
      let end = tokens.index(atOrAfter: row.span.upper) - 1
      if [.earlier, .later, .before, .after].contains(where: { tokens.isKey(end, $0) }) { continue }
      // "(2023: 4.5)": a date that something is compared with.
      if index < 5, isCompared(row, end) { continue }
      if shift > 0, let low = row.moment?.low, row.moment?.high == nil, let grain = row.moment?.grain,
        row.kind == .range
      {
        return DateResolver.unit(grain, offset: 0, from: Calendar.day(ofSecond: low))
      }
      if shift < 0, let low = row.moment?.low, let published = resolver.published,
        Calendar.day(ofSecond: low) > published.upperBound
      {
        continue
      }
      if let moment = row.moment, moment.low != nil, moment.high != nil, row.kind != .duration { return moment }
      // "next year … and the following year", in a text without a date: nothing to count from.
      if let moment = row.moment, row.kind == .relative, moment.low == nil, moment.high == nil, moment.partial == nil,
        moment.grain >= .month
      {
        return nil
      }
    }
    return nil
  }

  private func isCompared(_ row: DateRow, _ last: Int) -> Bool {
    tokens.isSymbol(last + 1, ":") && tokens.isSymbol(tokens.index(atOrAfter: row.span.lower) - 1, "(")
  }

  /// The rows that begin at a token; what begins there is read once. `dates` are those of the document so far.
  private func dates(at i: Int, in sentence: Range<Int>, of part: SentencePart, _ dates: [DateRow]) -> [Found]? {
    if tokens.isKey(i, .between) { return between(at: i, in: sentence).map { [$0] } }
    if isOpening(i) {
      if tokens.isKey(i, .since), tokens.isAny(i + 1, Self.then), i + 1 < sentence.upperBound {
        return last(before: part, in: dates).flatMap { sinceThen(i..<i + 2, $0) }.map { [$0] }
      }
      if let open = open(at: i, in: sentence) { return [open] }
      if !tokens.isKey(i, .from) { return nil }
    }
    guard tokens.kinds[i] == .number || reader.mayStart(i) else { return nil }
    let point = reader.point(at: i, in: sentence)
    // Lists and ranges that begin with no date begin with a day or the short form of a month.
    guard point != nil || tokens.kinds[i] == .number || tokens.isAny(i, .month) else { return nil }
    if let list = list(at: i, point, in: sentence) { return list }
    if let point, let open = onwards(point, in: sentence) { return [open] }
    if let range = span(from: i, point, lead: i, joints: Self.joints, in: sentence) { return [range] }
    return point.flatMap { point in
      if case .dayOfMonth = point.form, dates.last?.sentence != part.index {
        return found(point, in: sentence, after: nil)
      }
      var shift = 0
      if case .shifted(_, let count) = point.form { shift = count }
      return found(point, in: sentence, after: last(before: part, in: dates, shiftedBy: shift))
    }.map { [$0] }
  }

  private static let then: WordList = ["then"]
  /// What joins the two ends of a range that no "between" begins.
  static let joints: [Key] = [.to, .until, .till, .through]

  /// From the date that the text gave last on.
  private func sinceThen(_ range: Range<Int>, _ last: Moment) -> Found? {
    guard last.low != nil else { return nil }
    var moment = last
    moment.high = nil
    moment.text = tokens.line(range)
    return Found(tokens: range, value: nil, period: moment, kind: .range, taken: range)
  }

  /// `between July 2022 and January 2023`
  private func between(at i: Int, in sentence: Range<Int>) -> Found? {
    guard i + 1 < sentence.upperBound else { return nil }
    return span(from: i + 1, reader.point(at: i + 1, in: sentence), lead: i, joints: [.and], in: sentence)
  }

  func found(_ point: DatePoint, in sentence: Range<Int>, after last: Moment?) -> Found? {
    let text = tokens.line(point.tokens)
    guard
      let moment = resolver.moment(point, tense: tense(at: point.tokens, in: sentence), text: text, last: last)
    else { return nil }
    switch point.kind {
    case .absolute, .relative:
      return Found(tokens: point.tokens, value: moment, period: nil, kind: point.kind, taken: point.tokens)
    case .range, .duration:
      var taken: Range<Int>? = point.kind == .range ? point.tokens : nil
      // "the 12 months to June 2024" is a figure of months as well.
      if case .stretchTo = point.form {
        let to = point.tokens.first { tokens.isKey($0, .to) || tokens.isKey($0, .through) || tokens.isAny($0, .past) }
        taken = (to ?? point.tokens.lowerBound)..<point.tokens.upperBound
      }
      return Found(tokens: point.tokens, value: nil, period: moment, kind: point.kind, taken: taken)
    }
  }

  // MARK: Tense

  /// Which way the clause looks: the nearest sign before the date, else the nearest after it.
  func tense(at range: Range<Int>, in sentence: Range<Int>) -> Tense {
    // "higher than in the August projections": what came out in a month is known.
    if tokens.isAny(range.upperBound, DateReader.issues), range.count == 1, tokens.isAny(range.lowerBound, .month),
      range.lowerBound > sentence.lowerBound, tokens.isAny(range.lowerBound - 1, .determiner)
    {
      return .past
    }
    let told = toldTense(at: range, in: sentence)
    // "pledged two million for the second half of the year", "was named with effect from 1 June": what may lie ahead.
    let before = range.lowerBound - 1
    let mayBeAhead =
      before >= sentence.lowerBound
      && (tokens.isKey(before, .for) || tokens.isKey(before, .from) && tokens.isAny(before - 1, Self.effect))
    return told == .past && mayBeAhead ? .open : told
  }

  private func toldTense(at range: Range<Int>, in sentence: Range<Int>) -> Tense {
    var i = range.lowerBound - 1
    let first = max(sentence.lowerBound, range.lowerBound - 30)
    // "has promised a million by December": a deadline, unless all of it is told as past.
    let isDeadline = i >= first && (tokens.isKey(i, .by) || tokens.isKey(i, .before))
    if isPutOff(to: range.lowerBound, from: first) || isStanding(before: range.lowerBound) { return .future }
    while i >= first {
      if tokens.isKey(i, .since) { return .past }
      // "Members will recall that on 12 August the vessel struck a pile": the clause of the date tells.
      if tokens.isKey(i, .that), !tokens.isAny(i - 1, .preposition), let tense = tense(after: range, in: sentence) {
        return tense
      }
      if isComparison(i, before: range.lowerBound) { return .past }
      // "invited members to discuss it in April"
      if tokens.isKey(i, .to), tokens.isWord(i + 1), !tokens.isCapital(i + 1),
        tokens.entry(i + 1).classes.isDisjoint(with: [.determiner, .pronoun, .preposition])
      {
        // "the sum, to be paid on Friday,"
        if tokens.isKey(i + 1, .be), tokens.isSymbol(i - 1, ",") { return .future }
        return isDeadline || isAhead(ofInfinitive: i, from: first) ? .future : .open
      }
      if let tense = sign(i) {
        guard isDeadline, tense == .past else { return tense }
        return tokens.isKey(i, .had) || tokens.isKey(i, .was) || tokens.isKey(i, .were) ? .past : .future
      }
      i -= 1
    }
    return tense(after: range, in: sentence) ?? (isDeadline ? .future : .open)
  }

  /// "more than in May", "against 9 in July", "up from 2,400 in January": what something is compared with is past.
  private func isComparison(_ i: Int, before date: Int) -> Bool {
    guard date - i <= 7, tokens.isAny(i, .preposition) || tokens.isKey(i, .compared) else { return false }
    if tokens.isKey(i, .than) { return !tokens.isAny(i - 1, Self.noComparison) }
    if tokens.isKey(i, .from) { return tokens.isKey(i - 1, .up) || tokens.isKey(i - 1, .down) }
    return tokens.isKey(i, .compared) || tokens.isKey(i, .against) && tokens.kinds[i + 1] == .number
  }

  private static let noComparison: WordList = ["later", "earlier", "rather", "other", "sooner"]

  /// What the first sign among the next fifteen tokens says.
  private func tense(after range: Range<Int>, in sentence: Range<Int>) -> Tense? {
    for i in range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 15)) {
      if let tense = sign(i) { return tense }
    }
    return nil
  }

  private func sign(_ i: Int) -> Tense? {
    if tokens.isKey(i, .ll) { return .future }
    guard tokens.isWord(i) else { return nil }
    // Of a word that the lexicon does not have only the form can tell.
    if tokens.details[i] == 0 { return isPastForm(i) && !tokens.isKey(i - 1, .be) ? .past : nil }
    // "that he would have won": nothing to come.
    if tokens.isKey(i, .would), tokens.isKey(i + 1, .have) { return .past }
    if tokens.isAny(i, .future) || isArranged(i) || isSchedule(i) || isComing(i) { return .future }
    // "may open in May", not "may have opened", "may be linked to a loss in May"
    if tokens.isAny(i, Self.modals), !tokens.isCapital(i), !tokens.isKey(i + 1, .have), !tokens.isKey(i + 1, .be) {
      return .future
    }
    // "20 minutes earlier"
    if tokens.isKey(i, .earlier), tokens.isAny(i - 1, .timeUnit) { return nil }
    // "will be held", "to be published": a participle.
    if tokens.isKey(i - 1, .be) { return nil }
    return tokens.isAny(i, .past) || isPastForm(i) || isUnchanged(i) ? .past : nil
  }

  /// `opens in May`, `takes effect on 1 May`, `comes into force`: what has a time of its own to come.
  private func isSchedule(_ i: Int) -> Bool {
    guard !tokens.isCapital(i), !tokens.isAny(i - 1, .determiner) else { return false }
    if tokens.isAny(i, Self.effects) {
      return tokens.isAny(i + 1, Self.effect) || tokens.isKey(i + 1, .into) && tokens.isAny(i + 2, Self.effect)
    }
    return tokens.isAny(i, Self.schedules)
      && (tokens.isKey(i + 1, .on) || tokens.isKey(i + 1, .in) || tokens.isKey(i + 1, .from) || tokens.isKey(i + 1, .at)
        || tokens.isAny(i + 1, .month))
  }

  private static let effects: WordList = ["take", "takes", "come", "comes", "enter", "enters", "go", "goes"]
  private static let effect: WordList = ["effect", "force"]
  private static let schedules: WordList = [
    "starts", "begins", "opens", "closes", "ends", "expires", "resumes", "reopens", "convenes",
  ]
  static let scheduleWords =
    "enter enters effect force starts begins opens closes ends expires resumes reopens convenes listed copyright semester epidemiological iso sooner circa ca"

  /// `are meeting`, `is due`, `is expected to`: what is arranged for later.
  private func isArranged(_ i: Int) -> Bool {
    guard tokens.isKey(i, .is) || tokens.isKey(i, .are) else { return false }
    return tokens.isAny(i + 1, Self.arranged) || tokens.isAny(i + 1, .adverb) && tokens.isAny(i + 2, Self.arranged)
  }

  /// "is to", "are expected to", "is due to": what follows lies ahead.
  private func isAhead(ofInfinitive to: Int, from first: Int) -> Bool {
    to > first && (tokens.isKey(to - 1, .is) || tokens.isKey(to - 1, .are) || tokens.isAny(to - 1, .future))
      || to > first + 1 && isArranged(to - 2)
  }

  private static let modals: WordList = ["may", "must", "should", "might"]

  static let arranged: WordList = WordList(Lexicon.arrangedWords.split(separator: " ").map(String.init))

  /// `halved`, `wrote`: a verb of saying in the past, or a word in -ed that no determiner leads to ("the proposed rules").
  private func isPastForm(_ i: Int) -> Bool {
    if tokens.isAny(i, .speech) { return tokens.bytes[tokens.upper(i) - 1] | 0x20 != UInt8(ascii: "s") }
    // "the proposed rules", "is listed", "edited by Ann"
    guard !tokens.isCapital(i), tokens.upper(i) - tokens.lower(i) >= 5, !tokens.isAny(i - 1, .determiner),
      !tokens.isKey(i - 1, .is), !tokens.isKey(i - 1, .are),
      // "expanded by 3 per cent", not "edited by Ann"
      !tokens.isKey(i + 1, .by) || tokens.kinds[min(i + 2, tokens.count - 1)] == .number
        || tokens.isAny(i, [.rise, .fall])
    else { return false }
    let end = tokens.upper(i)
    return tokens.bytes[end - 1] == UInt8(ascii: "d") && tokens.bytes[end - 2] == UInt8(ascii: "e")
      && tokens.bytes[end - 3] != UInt8(ascii: "e")
  }
}
