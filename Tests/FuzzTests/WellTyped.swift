import Ibid
import IbidSource
import IbidSyntax
import TestSupport

/// Statements without mistakes, to start from: some of their own and all that the golden scripts have.
enum WellTyped {
  /// The small world in which random queries run.
  static let setting = """
    load "examples/corpus/follow-the-money-unit.txt"
    load "examples/corpus/summit-communique.txt"
    load "examples/corpus/money-mules-plan.txt"
    load "Tests/Golden/data/grants.csv" as grants (project: text, country: text, amount: money?, people: quantity?, share: quantity<percent>, decided: date?, note: text?)
    load "Tests/Golden/data/countries.csv" as lands
    load "Tests/Golden/data/visits.csv" as visits
    """

  /// What every query may use; each runs in a session of its own.
  static let names = """
    let british = grants | where country == "UK"
    let least = £6m
    param since: date = @2024-01-01

    """

  static func session() async throws -> Session {
    PackageFolder.enter()
    let session = Session()
    let script = await session.prepare(script: setting)
    if let error = script.error { throw error }
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    return session
  }

  /// The statements that are right in that world, each a text of its own.
  static func statements(in session: Session) async -> [String] {
    var found: [String] = []
    for text in own + Golden.all.map(\.script) {
      let source = SourceText(name: "script", text)
      for statement in Parser.parse(source, mode: .script).script.statements {
        let words = source.string(statement.span)
        // Random queries write no files.
        if words.hasPrefix("load") || words.contains("save") || words.utf8.count > 400 { continue }
        let prepared = await session.prepare(script: names + words)
        if prepared.error == nil { found.append(words) }
      }
    }
    return found
  }

  private static let own = """
    documents
    documents | where published >= $since | select title, published
    money | where amount > £1m and document.issuer is known | sort amount desc | take 3
    money | where amount.currency == "EUR" | summarize sum(amount), avg(amount), median(amount) by document.title
    money | derive half = amount / 2, n = amount.number ?? 0.0 | select half, n, amount
    money | distinct amount.currency | rename code = amount | drop text
    money | join other = money on amount | where other.document != document | select amount, other.text
    money | left join d = documents on document.title == d.title, d.words > 100 | select amount, d.words
    money with copies | count by amount.currency, known = amount is known
    money | where amount in £1m..£10m or amount in €1m..€2m | cite
    money | where not (amount >= £1m) is none | select low = amount.low, high = amount.high, hedge = amount.hedge
    money | where purpose is none or purpose has "boats" | select purpose, each
    figures | where value.unit == "percent" | summarize most = max(value), least = min(value), n = count()
    figures | where value > 10% and change | select value, subject, measure
    figures | where value in 10%..50% | sort value desc, document.words | skip 1
    figures | derive people = as_unit(value, "people") | summarize sum(people)
    figures | count by value.unit | sort count desc | take 5
    figures | where period is known and period in @2023 | select value, period, text
    dates | where value is resolved | select value, year(value), month(value), weekday = day_of_week(value)
    dates | where value is known and not (value is resolved) | select value.partial, text
    dates | where value > @2024-01-01 | summarize first(value), last(value), min(value), max(value)
    dates | where kind == "relative" | derive later = value + 3 days, days = value - @2024-01-01 | select later, days
    quotes | where speaker has "Ashdown" | select speaker.name, role, words = word_count(text)
    quotes | derive n = speaker.mentions.count() | select speaker_text, n | sort n desc
    quotes | where verb in ["said", "added"] | count by form, verb
    sentences | where text has "border" and not (text contains "£") | select text, index
    sentences | where before.text matches /said/i | select text | take 2
    sentences | derive n = occurrences(text, "the"), l = length(text) | summarize sum(n), max(l) by document.file
    sentences | where quote is known | select quote.speaker.name, text
    paragraphs | where kind == "heading" | select text, under
    entities | where kind == "country" | derive n = mentions.count() | sort n desc, name | select name, n, aliases
    entities | where aliases has "UK" | select name, said = quotes[speaker].count()
    entities | where aliases.count() > 1 | select name, all_names = join(aliases, "; "), first(aliases)
    mentions | join other = mentions on entity, text != other.text | select text, other.text | distinct
    mentions | summarize n = count(), names = set(text), files = count_distinct(document) by entity.name | sort n desc
    acronyms | select short, long | sort short
    documents | derive n = money.count(), most = money.max(amount where amount.currency == "GBP") | select title, n, most
    documents | summarize titles = list(title), longest = max_by(title, words), n = count() by kind
    documents | summarize mean = avg(words), spread = stddev(words), v = variance(words), m = median(words)
    documents | summarize long = count(where words > 200), any(words > 300), all(words > 3) by kind
    documents | select size = if words > 300 then "long" else "short", title | sort size, title desc
    documents | where file has "money" or starts_with(title ?? "", "Banks") | select upper(title), lower(file)
    grants | where amount >= £30m and people > 100 people | select project, amount, people
    grants | where possibly(amount > £31m) and not certainly(amount > £32m) | select project
    grants | join c = lands on country == c.code | summarize n = count(), share = sum(share) by c.region
    grants | derive ends = decided + 2 weeks, from = start(decided), q = quarter(decided) | select ends, from, q
    grants | summarize total = sum(amount), people = sum(people where people.unit == "people") by amount.currency
    grants | select project, same(amount, £30m), convert(amount, 0.5, "USD") | take 3
    visits | join o = visits on country, day < o.day | derive gap = o.day - day | select country, gap
    visits | summarize n = sum(visitors), days = list(day) by country | where n > 10 | sort n
    visits | left join l = lands on country == l.code | where l.name is known | distinct l.name
    grants | where amount.currency == "GBP" | top 2 by amount, people asc per country | select project, amount
    grants | sample 3 seed 4 | union (grants | where share is exact) | distinct project
    grants | pivot sum(amount) for amount.currency in ["GBP", "EUR"] by country | where GBP > £1m
    grants | pivot list(project) for amount by country
    grants | derive s = share * 2 | unpivot share, s into what, v | summarize avg(v) by what
    grants | select decided, country | fill decided = @2024-01-01..@2024-04-01 by country | count
    visits | count by m = month(day), country | fill m = @2024 by country | derive n = count ?? 0
    visits | fill visitors = 1..12 | describe
    entities | unnest aliases | select name, aliases | top 3 by aliases
    columns | where type == "money" | join t = tables on table == t.name | select table, name, t.rows
    british | where amount > least | count
    british.count() + documents.count()
    (money | where amount.currency == "GBP").max(amount)
    (documents | where words > 10_000).empty()
    least * 2 + £3m - £1_000
    above(£5m) + (£1m..£2m) > at_least(£6m)
    round(7 / 3, 2) + abs(-3) * power(2, 3) - mod(7, 4)
    @2024-03-05 in @2024-Q1 and @2024-03 in @2024 or since(@2024) == until(@2025)
    days_between(@2024-01-01, @2024-03-01) > 3 and "a" in split("a,b", ",")
    [1, 2, 3].sum() + length([1, none]) * (first([4, 5]) ?? 0)
    if 3 > 2 then convert(5 miles, "km") else 3 km
    text(36% - 33%) + replace("a-b", "-", "+") + trim(" x ")
    explain money | where amount > £1m | count by document.kind
    let big = documents | where words > 100
    """.split(separator: "\n").map(String.init)
}
