import IbidSource
import IbidSyntax
import Testing

/// What must parse without a word.
struct ParserAcceptsTests {
  /// The queries that the language was designed around.
  static let queries = [
    """
    # which sums were announced in early 2024, per issuer and currency?
    money
    | where document.published in @2024-01..@2024-03
    | summarize total = sum(amount), n = count() by document.issuer, amount.currency
    | sort total desc
    | take 10
    """,
    "documents | summarize items = count(), speeches = count(where kind == \"speech\") by month = month(published), issuer | sort month   # Q01",
    "money | top 1 by amount per amount.currency | select amount, purpose, document.title | cite",
    "figures | where measure has \"returned\" | conflicts of value by measure, period",
    "hotspots | join c = cities on place.name == c.city | summarize n = count(), names = list(c.city sort c.city) by c.country | sort n desc, country",
    "arrests | summarize total = sum(as_unit(n, \"people\")) by document.file",
    "agreements | pairs of parties | where a.name != \"UK\" and b.name != \"UK\" | components",
    "money | asof join r = rates on amount.currency == r.currency, @2016-05-20 >= r.valid_on | derive gbp = convert(amount, r.gbp_per_unit, \"GBP\")",
    "figures | derive before = lag(value per measure sort document.published) | derive changed = not same(value, before)",
    "let links = mentions | where entity.kind == \"person\" | join m = mentions on entity, document != m.document",
    "money | where (amount >= £75m) is none",
    "2 + 2",
    "(money | where amount > £1m).max(amount)",
    "GBP 3 million + GBP 15 million",
    "load \"press/*.txt\"",
    "load \"003.txt\" with published: @2025-04-01, issuer: \"Home Office\", dollar: \"USD\"",
    "load \"rates.csv\" as rates (valid_on: date, rate: float)",
    "param since: date = @2024-01-01",
    "fn share(part: float, whole: float) = part / whole",
    "use \"other.ibid\"",
    "assert (t | where bad).empty(), \"message\"",
    "money | derive share = amount / sum(amount per issuer)",
    "figures | derive m = avg(x sort d rows 3), s = sum(x where c)",
    "documents | derive n = quotes.count(), said = money.sum(amount)",
    "entities | derive n = quotes[speaker].count()",
    "money with copies | where x ?? £0 > £5m",
    "reach_table | reach from \"UK\" within 3",
    "flows | paths along giver to receiver from \"UK\" to \"FR\" within 4 | without \"DE\"",
    "param min: money<GBP>\nmoney | where amount >= $min | select document.title, amount",
    "set hedge = 5%",
    "figures | where not measure matches /boats?/i and title not matches /x\\/y/",
  ]

  @Test(arguments: queries)
  func parses(_ query: String) {
    let parsed = Parser.parse(SourceText(name: "query", query), mode: .script)
    #expect(parsed.diagnostics.map { "\($0.id): \($0.message) at \($0.span.range)" } == [])
    #expect(!parsed.script.statements.isEmpty)
  }
}
