import Ibid
import TestSupport
import Testing

/// What an editor is told about a text that is being written: completions, values, mistakes.
struct CompletionTests {
  /// The candidates where `^` stands, or at the end.
  private func candidates(_ text: String, in session: Session? = nil) async throws -> [Completions.Candidate] {
    let corpus: Session
    if let session { corpus = session } else { corpus = try await Corpus.session() }
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    let whole = parts.joined()
    let vocabulary = await corpus.vocabulary
    return vocabulary.completions(for: whole, cursor: parts[0].utf8.count)?.candidates ?? []
  }

  private func names(_ text: String, in session: Session? = nil) async throws -> [String] {
    try await candidates(text, in: session).map(\.text)
  }

  @Test(arguments: [
    ("mon", "money"), ("money | whe", "where "), ("money | where amo", "amount"), ("money | left", "left "),
    ("money | where document.iss", "issuer"), ("quotes | where speaker.na", "name"),
    ("money | where amount.curr", "currency"), ("documents | where published.gra", "grain"),
    ("money | select source.li", "line"), ("money | summarize total = sum(am", "amount"),
    ("documents | summarize n = count(), longest = max(words) by kind | sort lon", "longest"),
    ("documents | select name = title | where na", "name"), ("money | count by document.title | top 3 by cou", "count"),
    ("documents | derive n = quo", "quotes."), ("documents | derive n = quotes.cou", "count("),
    ("documents | derive n = quotes.sum(te", "text"), ("money | join d = docu", "documents"),
    ("money | join d = documents on document == d | where d.ti", "title"),
    ("money | join d = documents on d.ti", "title"), ("let few = mon", "money"), ("money | union mon", "money"),
    ("let few = money | take 3\nfew | where amo", "amount"), ("money | sort amount de", "desc "),
    ("money | summarize sum(amount) b", "by "), ("money | where amount is kn", "known"), ("help whe", "where"),
    ("set ro", "rows = "), ("param x: da", "date"), ("explain ana", "analyze "), ("money | where rou", "round("),
    ("(money | where amo^ > £1m).count()", "amount"), ("agreements | where part", "parties"),
    ("entities | where aliases ha", "has "), ("money | where wrong > 3 | where amo", "amount"),
    ("documents | pivot count() fo", "for "), ("load \"x.csv\" a", "as "),
    ("rule r(n: qua", "quantity"), ("rule r(who: ref<en", "entities"), ("rule r(n: quantity) i", "in sentences { "),
    ("rule r(n: quantity) in sentences { Num", "Number"), ("rule r(n: quantity) in sentences { n", "n: "),
    ("rule r(n: quantity) in sentences { n: Nu", "Number"), ("rule r() in sentences { \"a\" li", "list of "),
    ("rule r() in sentences { list o", "of "), ("rule r() in sentences { \"a\" exc", "except "),
    ("rule r() in sentences { \"a\" except bef", "before "), ("rule r() in sentences { \"a\" exa", "example "),
    ("dict craft = [\"boat\"]\nrule r() in sentences { in cr", "craft"),
    ("rule a() in sentences { \"a\" }\nrule b() in sentences { (\"x\" | a", "a"),
    ("rule r(n: quantity) in sentences { n: Number example \"2 men\" => { n", "n: "),
    ("rule r(n: quantity) in sentences { n: Number example \"2 men\" => { n: ab", "above("),
  ])
  func completes(text: String, expected: String) async throws {
    let found = try await names(text)
    #expect(found.contains(expected), "\(found.prefix(20))")
  }

  @Test(arguments: [
    "# a comment", "money | search \"wor", "documents | summarize n = count() by kind | where tit",
    "documents | where words.",
    "money | take 3 | sel^ect", "\"half",
  ])
  func offersNothingWhereNothingFits(text: String) async throws {
    #expect(try await names(text).filter { !$0.hasPrefix("select") && !$0.hasPrefix("title") || $0 == "title" } == [])
  }

  @Test(arguments: [
    "rule r() in sentences { (\"a\" exam", "rule r() in sentences { lemma Num", "rule nam",
    "rule r(n: quantity) in sentences { n: Number example \"2\" => { n: 2, Num",
  ])
  func offersWhatARuleMayHaveInItsPlaceOnly(text: String) async throws { #expect(try await names(text) == []) }

  @Test func detailsAreTypesAndSignatures() async throws {
    let column = try await candidates("documents | where publis").first
    #expect(column == .init(text: "published", detail: "date?"))
    let function = try await candidates("documents | where starts_w").first
    #expect(function?.text == "starts_with(" && function?.detail.hasPrefix("(t: text") == true, "\(function as Any)")
    let step = try await candidates("documents | whe").first
    #expect(step?.detail == "keeps the rows for which the condition is certain")
  }

  @Test(arguments: [
    ("documents | where issuer == \"Home", "Home Office\""),
    ("money | where document.issuer == \"Home", "Home Office\""),
    ("documents | where kind == \"spe", "speech\""), ("documents | where kind in [\"news\", \"spe", "speech\""),
    ("money | where amount.currency == \"GB", "GBP\""),
    ("documents | where issuer == \"Home^\" | take 1", "Home Office"),
    ("mentions | where entity.name == \"United", "United Kingdom\""),
    ("documents | where starts_with(issuer, \"Home", "Home Office\""),
    ("agreements | where parties has \"United", "United Kingdom\""),
    ("mentions | reach from \"United", "United Kingdom\""),
    ("documents | select who = issuer | where who == \"Home", "Home Office\""),
  ])
  func valuesInQuotes(text: String, expected: String) async throws {
    let found = try await names(text)
    #expect(found.contains(expected), "\(found.prefix(20))")
  }

  @Test func valuesComeWithTheirRows() async throws {
    let found = try await candidates("money | where amount.currency == \"")
    #expect(found.first?.text == "GBP\"" && found.first?.detail.hasSuffix(" rows") == true, "\(found.prefix(3))")
  }

  @Test func filesAreForTheCallerToList() async throws {
    let vocabulary = await (try Corpus.session()).vocabulary
    func files(_ text: String) -> [String]? {
      vocabulary.completions(for: text, cursor: text.utf8.count) { [.init(text: $0 + "x.txt", detail: "")] }?.candidates
        .map(\.text)
    }
    #expect(files("load \"press/") == ["press/x.txt\""])
    #expect(files("use \"a") == ["ax.txt\""])
    #expect(files("money | search \"a") == nil)
  }

  @Test func parametersAndBoundNames() async throws {
    let session = try await Corpus.session()
    let script = await session.prepare(
      script: "param since: date = @2024-01-01\nlet large = money | where amount > £1m")
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    #expect(
      try await candidates("documents | where published >= $si", in: session).first
        == .init(text: "$since", detail: "date"))
    #expect(try await candidates("documents | where published >= $", in: session).map(\.text) == ["$since"])
    #expect(try await names("lar", in: session).contains("large"))
    #expect(try await names("large | where amo", in: session) == ["amount"])
  }

  @Test func theLastResultGoesOn() async throws {
    let session = try await Corpus.session()
    let script = await session.prepare(script: "documents | select name = title, words", interactive: true)
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    #expect(try await names("| where na", in: session) == ["name"])
    #expect(try await names("_ | sort wor", in: session).first == "words")
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("money | where amout > £1m", "amout", "amount"), ("money | wher amount > £1m", "wher", "where"),
    ("documents | where kind == \"spech\"", "\"spech\"", "\"speech\""), ("mony | take 3", "mony", "money"),
    ("let x = money | take 3\nx | where amout > £1m", "amout", "amount"),
  ])
  func mistakesHaveTheirPlace(text: String, place: String, suggestion: String) async throws {
    let problem = try #require(await (try Corpus.session()).vocabulary.problems(in: text).first)
    #expect(
      String(decoding: Array(text.utf8)[problem.range], as: UTF8.self) == place && problem.suggestion == suggestion)
  }

  @Test(arguments: [
    "", "money | where amount > £1m", "money |", "money | where (amount >",
    "load \"x.csv\" as t\nt | where anything > 3",
    "load \"nowhere/at/all\"", "use \"nowhere.ibid\"\nnames | take 3", "agreements | take 3", "[1,\n2",
  ])
  func whatIsRightOrNotThereYetIsNoMistake(text: String) async throws {
    #expect(await (try Corpus.session()).vocabulary.problems(in: text) == [])
  }

  /// Any text, cut anywhere, gets an answer.
  @Test func nothingTypedTraps() async throws {
    let vocabulary = await (try Corpus.session()).vocabulary
    let texts = [
      "let a = (money | where document.issuer in [\"Home Office\", \"x\"] and quotes[speaker].count(text) > 3 | take 2)\na.b.c",
      "rule r(n: quantity) in sentences { n: Number \"x\" | (\"y\" }\nr | where $p == 'é日' ]})(",
      "load \"a\" as b (c: date\n| join x = (y | z) on x.q == .. | plot bars",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      for cut in 0...bytes.count {
        let part = String(decoding: bytes[..<cut], as: UTF8.self)
        _ = vocabulary.completions(for: part, cursor: part.utf8.count)
        _ = vocabulary.completions(for: text, cursor: cut)
        _ = vocabulary.problems(in: part)
      }
    }
  }
}

/// What else a session does for a prompt.
struct PromptFacadeTests {
  @Test(arguments: ["where", "summarize", "round", "lower", "money", "count", nil])
  func examplesWork(topic: String?) async throws {
    let session = try await Corpus.session()
    let queries = await session.examples(of: topic, limit: 3)
    #expect(!queries.isEmpty)
    for query in queries { #expect(try await session.prepare(QueryText(query)).run().rowCount > 0, "\(query)") }
  }

  @Test func nothingLoadedHasNoExamples() async {
    #expect(await Session().examples().isEmpty)
  }

  @Test func aRowAsTexts() async throws {
    let result = try await (try Corpus.session()).prepare("money | select amount | take 1").run()
    #expect(result.texts(ofRow: 0).map(\.name) == ["amount", "source"])
    #expect(result.texts(ofRow: 1).isEmpty && result.texts(ofRow: -1).isEmpty)
  }

  @Test func nothingGoesOnAtRest() async throws {
    #expect(try await Corpus.session().progress == nil)
  }
}
