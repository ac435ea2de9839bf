import Ibid
import Testing

@Suite struct DecodingTests {
  @Test func rowsBecomeStructs() async throws {
    let result = try await peopleSession().run("people")
    #expect(try result.decode(Person.self) == Person.all)
  }

  @Test func camelCaseFindsSnakeCase() async throws {
    struct Row: Decodable {
      let known_since: Int?
      let HeightMetres: Float
      let isHome: Bool
    }
    let rows = try await peopleSession().run("people | take 1").decode(Row.self)
    #expect(rows[0].known_since == 2001 && rows[0].HeightMetres == 1.7 && rows[0].isHome)
  }

  @Test func valuesOfTheLanguageHaveTypes() async throws {
    struct Money: Decodable {
      let low: String?
      let isLowOpen: Bool
      let currency: String
      let number: Double?
    }
    struct Row: Decodable {
      let sum: Amount
      let parts: Money
      let share: Amount
      let day: TimeSpan
      let month: TimeSpan?
      let ratio: Double
      let count: UInt8
    }
    let query: QueryText = """
      people | take 1
      | select sum = above(GBP 5 million), parts = GBP 2.5, share = 36%, day = @2024-03-05, month = @2024-03, ratio = age, count = age
      """
    let row = try #require(try await peopleSession().run(query).decode(Row.self).first)
    #expect(row.sum.low == "5000000" && row.sum.isLowOpen && row.sum.high == nil && row.sum.unit == "GBP")
    #expect(row.parts.low == "2.5" && !row.parts.isLowOpen && row.parts.currency == "GBP" && row.parts.number == 2.5)
    #expect(row.share.unit == "percent" && row.share.number == 36)
    #expect(row.day.low == "2024-03-05" && row.day.grain == "day")
    #expect(row.month?.high == "2024-03-31")
    #expect(row.ratio == 41 && row.count == 41)
  }

  @Test func documentsGiveReferencesAndSources() async throws {
    struct Row: Decodable {
      let document: RowReference
      let title: String
      let quote: RowReference?
      let source: Source
    }
    let session = Session()
    try await session.load(documents: [examples + "/corpus/calais-customs.txt"])
    let result = try await session.run("money | select document, title = document, quote, source")
    let rows = try result.decode(Row.self)
    #expect(rows.count == result.rowCount && !rows.isEmpty)
    for (index, row) in rows.enumerated() {
      #expect(row.document.name == row.title && !row.document.id.isEmpty)
      #expect(row.source.end > row.source.start && row.source.file.hasSuffix("calais-customs.txt"))
      #expect(try result.sources(ofRow: index).contains(row.source))
    }
  }

  @Test func oneColumnReadsAsItsValues() async throws {
    let result = try await peopleSession().run("people | select age")
    #expect(try result.decode(Int.self) == [41, 17, 29])
    #expect(try result.values(of: "age", as: Double.self) == [41, 17, 29])
    let lists = try await peopleSession().run("people | select languages")
    #expect(try lists.decode([String].self) == [["en", "fr"], [], ["el"]])
    let optional = try await peopleSession().run("people | select known_since")
    #expect(try optional.decode(Int?.self) == [2001, nil, 2020])
    let scalar = try await peopleSession().run("GBP 2 million + GBP 3 million")
    #expect(try scalar.decode(Amount.self).first?.low == "5000000")
  }

  @Test func dictionariesHaveEveryColumn() async throws {
    let rows = try await peopleSession().run("people | select age, known_since").decode([String: Int?].self)
    #expect(rows[1] == ["age": 17, "known_since": nil])
  }

  @Test func classesFindTheColumnsOfBoth() async throws {
    class Named: Decodable { var name = "" }
    final class Aged: Named {
      let age: Int
      private enum Key: CodingKey { case age }
      required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        age = try container.decode(Int.self, forKey: .age)
        try super.init(from: container.superDecoder())
      }
    }
    let rows = try await peopleSession().run("people | take 1").decode(Aged.self)
    #expect(rows[0].age == 41 && rows[0].name == "Ann")
  }
}

@Suite struct DecodingErrorTests {
  /// The same with and without rows: the schema decides.
  @Test(arguments: ["people", "people | where age > 1000"])
  func missingColumnsAreFoundBeforeTheFirstRow(_ query: String) async throws {
    struct Row: Decodable {
      let nam: String
      let age: Int
      let knownsince_: Int?
      let weight: Double?
    }
    let result = try await peopleSession().run(QueryText(query))
    let found = await messages { _ = try result.decode(Row.self) }
    #expect(found.map(\.id) == ["decode-missing-column", "decode-missing-column"])
    #expect(found[0].text == "there is no column `nam`, which `Row` asks for")
    #expect(found[0].suggestions.map(\.text) == ["name"])
    #expect(found[1].text.contains("`weight`"))
  }

  @Test(arguments: ["people", "people | where age > 1000"])
  func typesAreCheckedBeforeTheFirstRow(_ query: String) async throws {
    struct Row: Decodable {
      let name: Int
      let age: String
      let heightMetres: Int
      let knownSince: Int
      let languages: [Int]
      let role: Amount
      let isHome: TimeSpan?
    }
    let result = try await peopleSession().run(QueryText(query))
    let found = await messages { _ = try result.decode(Row.self) }
    #expect(found.allSatisfy { $0.id == "decode-type-mismatch" })
    #expect(
      found.map(\.text) == [
        "the column `name` is text, which does not fit in Int",
        "the column `age` is int, which does not fit in String",
        "the column `height_metres` is float, which does not fit in Int",
        "the column `known_since` is int?, which does not fit in Int",
        "the column `languages` is text, which does not fit in Int",
        "the column `role` is text, which does not fit in Amount",
        "the column `is_home` is bool, which does not fit in TimeSpan",
      ])
    #expect(found[3].suggestions.first?.text == "Int?")
  }

  @Test func moneyIsNoNumber() async throws {
    struct Row: Decodable { let sum: Double }
    let result = try await peopleSession().run("people | select sum = GBP 2 million")
    let found = await messages { _ = try result.decode(Row.self) }
    #expect(found.map(\.text) == ["the column `sum` is money<GBP>, which does not fit in Double"])
    #expect(found[0].suggestions.map(\.text) == ["Amount", "select its `.number` or `.text`"])
  }

  @Test func partsAreCheckedToo() async throws {
    struct Money: Decodable { let lo: String? }
    struct Row: Decodable { let sum: Money }
    let result = try await peopleSession().run("people | select sum = GBP 2 million | take 0")
    let found = await messages { _ = try result.decode(Row.self) }
    #expect(found.map(\.text) == ["the column `sum` has no part `lo`, which `Money` asks for"])
    #expect(found[0].suggestions.map(\.text) == ["low"])
  }

  @Test func initialisersMayRefuseMadeUpValues() async throws {
    struct Name: Decodable, Equatable {
      let text: String
      init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        if text.isEmpty { throw Refusal() }
      }
    }
    struct Row: Decodable {
      let name: Name
      let role: Person.Role
      let age: Int
    }
    let session = try await peopleSession()
    #expect(try await session.run("people").decode(Row.self).map(\.age) == [41, 17, 29])
    #expect(try await session.run("people | where age > 1000").decode(Row.self).isEmpty)
    // What stands behind the refusal is looked at with the first row.
    struct Wrong: Decodable {
      let name: Name
      let age: String
    }
    let result = try await session.run("people")
    #expect(await messages { _ = try result.decode(Wrong.self) }.map(\.id) == ["decode-type-mismatch"])
  }

  @Test func whatTheDataShowsHasRowAndColumn() async throws {
    struct Small: Decodable { let age: Int8 }
    let session = try await peopleSession()
    let tall = try await session.run("people | derive age = age * 7")
    #expect(
      await messages { _ = try tall.decode(Small.self) }.map(\.text) == [
        "row 1: 287 does not fit in Int8, in column `age`"
      ])
    struct Role: Decodable {
      enum Kind: String, Decodable { case cook }
      let role: Kind
    }
    let people = try await session.run("people")
    let found = await messages { _ = try people.decode(Role.self) }
    #expect(found.map(\.id) == ["decode-failed"])
    #expect(found[0].text.hasPrefix("row 1: ") && found[0].text.contains("pilot"))
  }

  @Test func manyColumnsAreNotOneValue() async throws {
    let result = try await peopleSession().run("people | select name, age")
    #expect(await messages { _ = try result.decode(Int.self) }.map(\.text) == ["a row of 2 columns is not one value"])
    #expect(await messages { _ = try result.values(of: "agee", as: Int.self) }.map { $0.suggestions.map(\.text) } == [["age"]])
  }

  @Test func messagesAreDrawn() async throws {
    struct Row: Decodable { let nam: String }
    let result = try await peopleSession().run("people | select name, age")
    do {
      _ = try result.decode(Row.self)
    } catch {
      #expect(
        error.rendered() == """
          error[decode-missing-column]: there is no column `nam`, which `Row` asks for
           --> decode:1:1
          1 | decode(Row.self)
            | ^^^^^^^^^^^^^^^^
            = why: there are name: text, age: int
            = try: name

          """)
    }
  }

  private struct Refusal: Error {}
}
