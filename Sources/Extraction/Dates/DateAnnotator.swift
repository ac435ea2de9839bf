import IbidSource
import IbidTypes

/// Finds the dates of a sentence: points, then the ranges they make.
struct DateAnnotator {
  let tokens: Tokens
  let reader: DateReader
  let resolver: DateResolver

  func annotate(
    _ sentence: SentencePart, in document: DocumentPart, _ taken: inout TakenTokens, _ found: inout Findings
  ) {
    let range = sentence.tokens
    var i = range.lowerBound
    while i < range.upperBound {
      guard !taken[i], let (span, value, period, kind) = date(at: i, in: range) else {
        i += 1
        continue
      }
      found.dates.append(
        DateRow(
          document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(span), value: value,
          period: period, kind: kind))
      // Durations are figures as well: "the next 4 years".
      if kind != .duration { taken.take(span) }
      i = span.upperBound
    }
  }

  private typealias Found = (Range<Int>, Moment?, Moment?, DateKind)

  private func date(at i: Int, in sentence: Range<Int>) -> Found? {
    let limit = sentence.upperBound
    if tokens.isKey(i, .between), i + 1 < limit,
      let range = span(from: i + 1, reader.point(at: i + 1, in: sentence), lead: i, joints: [.and], in: sentence)
    {
      return range
    }
    if tokens.isKey(i, .since) || tokens.isKey(i, .until) || tokens.isKey(i, .till), i + 1 < limit {
      var next = i + 1
      if tokens.isKey(next, .early) || tokens.isKey(next, .late) || tokens.isKey(next, .mid), next + 1 < limit {
        next += tokens.isHyphen(next + 1) ? 2 : 1
      }
      if next < limit, let point = reader.point(at: next, in: sentence),
        let found = open(point, from: i, isSince: tokens.isKey(i, .since))
      {
        return found
      }
      return nil
    }
    let point = reader.point(at: i, in: sentence)
    // Without a date, only a bare day begins a range.
    guard point != nil || tokens.kinds[i] == .number else { return nil }
    if let range = span(from: i, point, lead: i, joints: [.to, .until, .till, .through, .and], in: sentence) {
      return range
    }
    guard let point else { return nil }
    if tokens.isKey(point.tokens.upperBound, .onwards), let found = open(point, from: i, isSince: true) {
      return (i..<point.tokens.upperBound + 1, found.1, found.2, found.3)
    }
    let text = tokens.line(point.tokens)
    guard let moment = resolver.moment(point, tense: tense(at: point.tokens, in: sentence), text: text) else {
      return nil
    }
    switch point.kind {
    case .absolute, .relative: return (point.tokens, moment, nil, point.kind)
    case .range, .duration: return (point.tokens, nil, moment, point.kind)
    }
  }

  /// `since 1 July 2021`, `until 2028`.
  private func open(_ point: DatePoint, from i: Int, isSince: Bool) -> Found? {
    if case .stretch = point.form { return nil }
    if case .vague = point.form { return nil }
    let range = i..<point.tokens.upperBound
    guard var moment = resolver.moment(point, tense: isSince ? .past : .future, text: tokens.line(range)) else {
      return nil
    }
    if moment.isResolved { if isSince { moment.high = nil } else { moment.low = nil } }
    return (range, nil, moment, .range)
  }

  // MARK: Ranges

  /// Two dates and what joins them: `July to September 2024`, `5–7 March`, `between July 2022 and January 2023`.
  /// `point` is the date at `i`, if there is one.
  private func span(from i: Int, _ point: DatePoint?, lead: Int, joints: [Key], in sentence: Range<Int>) -> Found? {
    let limit = sentence.upperBound
    guard let (first, joint) = firstEnd(at: i, point, in: sentence), joint + 1 < limit else { return nil }
    let isBetween = lead < i
    guard
      tokens.isDash(joint) && !isBetween
        || joints.contains(where: { tokens.isKey(joint, $0) && (isBetween || $0 != .and) }),
      let second = laterDay(first, at: joint + 1, limit: limit) ?? reader.point(at: joint + 1, in: sentence),
      let (low, high) = completed(first, second)
    else { return nil }
    let range = lead..<second.tokens.upperBound
    let tense = tense(at: range, in: sentence)
    guard let start = resolver.moment(low, tense: tense, text: ""),
      let end = resolver.moment(high, tense: tense, text: "")
    else { return nil }
    let text = tokens.line(range)
    guard start.isResolved, end.isResolved else {
      return (range, nil, .unresolved(text, grain: max(start.grain, end.grain)), .range)
    }
    guard let from = start.low, let to = end.high, from < to else { return nil }
    return (range, nil, Moment(low: from, high: to, grain: max(start.grain, end.grain), text: text), .range)
  }

  /// The first end of a range: a date, or a bare day ("5" of "5–7 March").
  private func firstEnd(at i: Int, _ point: DatePoint?, in sentence: Range<Int>) -> (DatePoint, Int)? {
    if let point {
      switch point.form {
      case .day, .month, .year, .years, .partOfYear, .monthOfYear, .decade: return (point, point.tokens.upperBound)
      case .weekday where tokens.isAny(i, .weekday): return (point, point.tokens.upperBound)
      default: return nil
      }
    }
    guard let (day, next) = reader.dayNumber(i, limit: sentence.upperBound) else { return nil }
    return (DatePoint(tokens: i..<next, form: .day(year: nil, month: 0, day: day, weekday: nil)), next)
  }

  /// The "7" of "June 5–7, 2024".
  private func laterDay(_ first: DatePoint, at i: Int, limit: Int) -> DatePoint? {
    guard case .day(nil, let month, _, _) = first.form, month > 0, let (day, next) = reader.dayNumber(i, limit: limit),
      reader.month(next, limit: limit) == nil,
      !tokens.isSymbol(next, ":"), !tokens.isSymbol(next, "%")
    else { return nil }
    let (year, end) = reader.year(after: next, limit: limit)
    return DatePoint(tokens: i..<end, form: .day(year: year, month: month, day: day, weekday: nil))
  }

  /// Gives the first end the month and year of the second, the second the month of the first ("March 5–7").
  private func completed(_ first: DatePoint, _ second: DatePoint) -> (DatePoint, DatePoint)? {
    var (low, high) = (first, second)
    switch (first.form, second.form) {
    case (.day(nil, 0, let day, _), .day(let year, let month, _, _)):
      low.form = .day(year: year, month: month, day: day, weekday: nil)
    case (.day(nil, 0, _, _), _): return nil
    case (.day(nil, let month, let day, let weekday), .day(let year?, _, _, _)):
      // "Monday 17 March until 30 June 2026": the weekday may say that the first is of the year before.
      let isEarlier = weekday.map { weekday in
        [year, year - 1].firstIndex {
          Calendar.isValid(year: $0, month: month, day: day)
            && Calendar.weekday(ofDay: Calendar.days(year: $0, month: month, day: day)) == weekday
        } == 1
      }
      low.form = .day(year: isEarlier == true ? year - 1 : year, month: month, day: day, weekday: weekday)
    case (.month(nil, let month), .month(let year?, let last)):
      low.form = .month(year: month <= last ? year : year - 1, month: month)
    case (.month(nil, let month), .monthOfYear(_, let offset)):
      low.form = .monthOfYear(month: month, yearOffset: offset)
    case (.partOfYear(let months, let number, nil), .partOfYear(_, _, let year?)):
      low.form = .partOfYear(months: months, number: number, year: year)
    case (.years(let first, _), .years(_, let last)):
      (low.form, high.form) = (.year(first), .year(last))
    case (.year, .year), (.month, .month), (.day, .day), (.decade, .decade), (.month, .day), (.day, .month),
      (.partOfYear, .partOfYear),
      (.monthOfYear, .monthOfYear), (.weekday, .weekday), (.year, .offset), (.month, .year), (.month, .offset),
      (.day, .offset):
      break
    default: return nil
    }
    return (low, high)
  }

  // MARK: Tense

  /// Which way the clause looks: the nearest sign before the date, else the nearest after it.
  private func tense(at range: Range<Int>, in sentence: Range<Int>) -> Tense {
    var i = range.lowerBound - 1
    let first = max(sentence.lowerBound, range.lowerBound - 30)
    while i >= first {
      if tokens.isKey(i, .since) { return .past }
      // "invited members to discuss it in April"
      if tokens.isKey(i, .to), tokens.isWord(i + 1), !tokens.isCapital(i + 1),
        tokens.entry(i + 1).classes.isDisjoint(with: [.determiner, .pronoun, .preposition])
      {
        return .open
      }
      if let tense = sign(i) { return tense }
      i -= 1
    }
    i = range.upperBound
    let last = min(sentence.upperBound, range.upperBound + 15)
    while i < last {
      if let tense = sign(i) { return tense }
      i += 1
    }
    return .open
  }

  private func sign(_ i: Int) -> Tense? {
    if tokens.isAny(i, .future) { return .future }
    // "will be held", "to be published": a participle.
    if tokens.isKey(i - 1, .be) { return nil }
    return tokens.isAny(i, .past) ? .past : nil
  }
}
