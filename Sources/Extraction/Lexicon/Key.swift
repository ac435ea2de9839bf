/// Words that rules ask for by name; the first entries of the lexicon, so that asking is comparing two integers.
package enum Key: UInt16, CaseIterable, Sendable {
  case none
  case a, about, above, accounts, according, across, add, added, after, age, aged, ago, all, almost, am, among, an, and,
    annually, another, any
  case are, around, `as`, at, average, away, back, be, because, become, been, before, behind, being, below, between,
    big, both, but, by
  case can, close, coming, compared, could, current, currently, day, did, `do`, does, doing, down, due, during, each,
    earlier, early, either
  case end, equal, even, ever, every, except, expected, far, few, fewer, final, first, following, `for`, from, further,
    going, got, had, half
  case has, have, having, he, head, her, here, him, his, how, i, `if`, `in`, including, into, `is`, it, its, just, last,
    late, later, least
  case less, like, little, long, longer, lot, m, many, may, me, mid, might, mine, minimum, more, most, much, must, my,
    named, near, nearly, next
  case no, non, not, now, of, off, old, on, once, one, only, onto, or, other, others, our, out, over, own, p, past, per,
    period, plus, point
  case points, previous, rate, re, recent, s, said, same, say, saying, says, second, set, shall, she, should, since,
    single, so, some
  case start, still, such, t, than, that, the, their, them, then, there, these, they, third, this, those, three,
    through, time, times, to, today
  case together, told, too, total, towards, triple, twice, two, under, until, till, up, upcoming, upon, us, use, ve,
    very, via, was, we, well, were
  case what, when, `where`, whether, which, `while`, who, whom, whose, why, will, with, within, without, worth, would,
    year, years, yet, you, your
  case old_, unlike, ranging, range, number, odd, people, forward, amid, against, along, toward, it_, onwards, whom_,
    beginning, middle
  case tonight, yesterday, tomorrow, morning, afternoon, evening, night, noon, midnight, weekend, decade, decades,
    century, quarter, quarters
  case spring, summer, autumn, fall, winter, financial, fiscal, calendar, academic, am_, pm, sept, dollars, dollar,
    cents, gmt, bst, `public`, also
  case percent, percentage, cent, pc, ratio, fold, doubled, doubling, double, doubles, tripled, tripling, quadrupled,
    nor, latest, current_
  case outside, pound, dozens, several, centuries, d, ll, entire, whole, mr, state, today_, high, hundred, former, new,
    reported,
    continued, statement, wrote, o, clock, half_, ad, bc, bce, ce, never
  case prior, preceding, ended, ending, week, month, fortnight, onward, fy, thru, school, date

  /// The word itself.
  var spelling: String {
    let name = "\(self)"
    return name.hasSuffix("_") ? name + "-" : name
  }
}
