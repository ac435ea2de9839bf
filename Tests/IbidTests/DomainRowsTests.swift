import FoundationEssentials
import TestSupport
import Testing

@testable import Ibid

/// What the tables of the domain say of a sentence: whole parties, the actor by name, the deadline, the place, the measure.
struct DomainRowsTests {
  /// The cells of a query over one document, published on 4 May 2024.
  private func rows(_ text: String, title: String = "News from the harbour", _ query: String) async throws
    -> [[String]]
  {
    let folder = try TemporaryFolder()
    let session = Session()
    try await session.load(
      documents: [folder.file("text.txt", "\(title)\n\nPublished 4 May 2024\n\n\(text)\n").path])
    let result = try await session.prepare(QueryText(query)).run()
    let width = result.columns.filter { $0.name != "source" }.count
    return (0..<result.rowCount).map { row in result.texts(ofRow: row).prefix(width).map(\.text) }
  }

  /// A promise not to do something keeps its "not"; how firmly it is said is no part of it, and what gangs will do is none.
  @Test func negatedPromisesSayWhatIsPromised() async throws {
    let found = try await rows(
      """
      The mayor will not hesitate to close the bridge. The council won't raise fares. We will never allow the mill \
      to be sold. The trust will stop at nothing to save the otters. We will never forget her. The gangs will stop \
      at nothing in their greed. Poachers will never let the river rest.
      """, "commitments | select actor, action")
    #expect(
      found == [
        ["The mayor", "close the bridge"], ["The council", "not raise fares"],
        ["We", "never allow the mill to be sold"], ["The trust", "save the otters"],
      ])
  }

  /// Each event has the day of its own clause, not that of whoever told of it; what is denied or only possible is no event.
  @Test func eventsAreWhatHappenedWhenItDid() async throws {
    let found = try await rows(
      """
      Wardens said on Friday that nine poachers were arrested in Brest on Monday. Paul Stern, who was arrested in 2019, \
      was jailed on Friday. Twelve people were injured in Lima. It is not true that two divers were arrested in Rome. \
      Two rowers might have been arrested in Oslo.
      """, "events | select kind, date, count, place")
    #expect(
      found == [
        ["arrest", "2024-04-29", "9", "Brest"], ["arrest", "2019", "–", "–"], ["court", "2024-05-03", "–", "–"],
        ["injury", "–", "12", "Lima"],
      ])
  }

  /// A forecast, a last will, a plan that there is not, and a treaty that somebody left.
  @Test func whatNobodyPromisedOrAgreedIsLeftOut() async throws {
    let text = """
      Prices will rise by 4 per cent next year. Her will was read in court. The council has no plans to build 300 huts. \
      The port will build two piers. Peru pulled out of the treaty with Chile in 2019.
      """
    #expect(try await rows(text, "commitments | select actor, action") == [["The port", "build two piers"]])
    #expect(try await rows(text, "agreements | select text").isEmpty)
  }

  @Test func deadlinesAreFoundBehindAsidesAndInFront() async throws {
    let found = try await rows(
      """
      Ada Fox pledged to give the school, which stands by the mill, more than €3 million over the next 3 years. Over \
      the next two years, the ferry will be mended. The bank plans to lend 400 boats to the islands this year. The \
      plan will start next month. Paul Stern promised to spend €3 million, or about £2.6 million, to renew the docks \
      by the end of the year. The port will build two piers, which its members have asked the towns to discuss in \
      August. In March, the council agreed a plan to share the wells.
      """, "commitments | select action, deadline")
    #expect(
      found == [
        ["give the school more than €3 million over the next 3 years", "2024-05-04..2027-05-04"],
        ["the ferry will be mended", "2024-05-04..2026-05-04"], ["lend 400 boats to the islands", "2024"],
        ["start", "2024-06"], ["spend €3 million to renew the docks by the end of the year", "2024"],
        ["build two piers", "2024-08"], ["plan to share the wells", "–"],
      ])
  }

  @Test func theMainClauseComesBeforeARelativeOne() async throws {
    let found = try await rows(
      """
      Nordvik Rail, which will be sold in June, will be rebuilt by the end of 2026. The lamps, which will be lit by \
      gas, will shine over the square until 2027. A depot will be opened by the Board for Rivers and Lakes in Bergen.
      """, "commitments | select actor, action, deadline")
    #expect(
      found == [
        ["–", "Nordvik Rail will be rebuilt by the end of 2026", "2026"],
        ["The lamps", "shine over the square", "until 2027"],
        [
          "the Board for Rivers and Lakes",
          "A depot will be opened by the Board for Rivers and Lakes in Bergen", "–",
        ],
      ])
  }

  /// "We" and "I" are whoever speaks; "it" and "this" are nobody, unless the sentence says whom they stand for.
  @Test func pronounsAreWhoeverIsMeant() async throws {
    let found = try await rows(
      """
      I will plant 40 limes. We will mend the pier. This will help the boats. It will be green. Paul Stern opened the \
      hall. He will build a shed. Norway has threatened it will close the port. Rosa Diaz, the mayor, said she would \
      ask the court. “We will sing,” said Paul Stern. Dr Roe: I will dance.
      """, title: "Ada Fox – Speech at the harbour", "commitments | select actor, action")
    #expect(
      found == [
        ["Ada Fox", "plant 40 limes"], ["Ada Fox", "mend the pier"], ["–", "help the boats"], ["–", "be green"],
        ["Paul Stern", "build a shed"], ["Norway", "close the port"], ["Rosa Diaz", "ask the court"],
        ["Paul Stern", "sing"], ["Dr Roe", "dance"],
      ])
  }

  @Test func agreementsHaveEveryPartyThatIsNamed() async throws {
    let found = try await rows(
      """
      Talks go on about the water accord that Chile has signed with Peru. Norway's fisheries deal with Iceland ends \
      in May. The week saw closer cooperation with Kenyan Transport Minister Rosa Diaz and Harbour Commissioner Paul \
      Stern. Ada Fox will fly to Oslo to sign a pact with Togo. Kenya has developed with Ghana its own scheme.
      """, "agreements | select name, parties, status")
    #expect(
      found == [
        ["water accord", "Chile, Peru", "agreed"], ["fisheries deal", "Norway, Iceland", "agreed"],
        ["closer cooperation", "Rosa Diaz", "agreed"], ["closer cooperation", "Paul Stern", "agreed"],
        ["pact", "Ada Fox, Togo", "planned"], ["scheme", "Kenya, Ghana", "agreed"],
      ])
  }

  /// The wider place behind a nearer one holds for the nearer wherever it stands, and has its country.
  @Test func eventsHaveTheNearerPlaceAndTheWider() async throws {
    let found = try await rows(
      """
      Two skippers were arrested on Friday in Old Harbour, Jamaica. One of the skippers was later detained. Three \
      cooks were arrested last month in Old Harbour. Inspectors searched 12 farms in Lima, Cusco and Puno.
      """, "events | select count, place, within, country")
    #expect(
      found == [
        ["2", "Old Harbour", "Jamaica", "JM"], ["1", "–", "–", "–"], ["3", "Old Harbour", "Jamaica", "JM"],
        ["12", "Lima", "–", "PE"],
      ])
  }

  /// Where it was said is not where it was; those whom a state has ties with did not sign; a clause is nobody.
  @Test func eventsAreWhereTheyWereAndByWhoeverActed() async throws {
    let found = try await rows(
      """
      Ministers praised the work done since the last summit of the guild in Lima in March 2023. Kenya has kept close \
      ties with states such as Chad, Togo and Benin, and signed a treaty with Peru. In a briefing in Oslo, Paul Stern \
      said the army had carried out a series of raids in the town of Bergen. Nine brokers were charged with bringing \
      rum into Cuba on Monday. Paul Stern met Harbour Commissioner Ada Fox in Nairobi on Tuesday. The mayor Rosa Diaz \
      said: “We have signed a pact with Togo.”
      """, "events | select kind, place, `by`, participants")
    #expect(
      found == [
        ["meeting", "Lima", "Ministers", "–"], ["signing", "–", "Kenya", "–"], ["meeting", "Oslo", "–", "–"],
        ["raid", "Bergen", "the army", "–"], ["court", "–", "–", "Nine brokers"],
        ["meeting", "Nairobi", "Paul Stern", "Harbour Commissioner Ada Fox"], ["signing", "–", "Rosa Diaz", "–"],
      ])
  }

  /// A rise or fall is of what it is said of, and its time is not the one that it is held against.
  @Test func claimsHaveTheirMeasureAndTheirTime() async throws {
    let found = try await rows(
      """
      Police counted 9,100 thefts in 2023, a rise of 12% compared to 2022. Patrols saw a 70% increase in night checks. \
      Ferries carried 31,000 cars last year, 40% fewer than in 2018. Reports to the courts of England and Wales went \
      up by 25%. That is a rise of 128% in five years.
      """, "claims | where change | select measure, value, period")
    #expect(
      found == [
        ["thefts", "up 12%", "2023"], ["night checks", "up 70%", "–"], ["cars", "down 40%", "2023"],
        ["reports to courts of england and wales", "up 25%", "–"],
      ])
  }

  /// Years of age and kilograms are no numbers of people; what was denied, failed or only thought of did not happen.
  @Test func eventsCountWhatTheyAreOf() async throws {
    let found = try await rows(
      """
      A 45-year-old man was arrested in Bergen. Customs seized 40 kg of amber in Oslo. Police arrested 3 men and 2 \
      women in Lima. Between 10 and 15 people were killed in the flood. Rangers freed 12 seals. Officers denied \
      arresting 5 people. Police could have arrested 30 people. If police had arrested 40 people, nobody would mind. \
      The mayor failed to visit Rome.
      """, "events | select kind, count, participants")
    #expect(
      found == [
        ["arrest", "–", "man"], ["seizure", "–", "40 kg of amber"], ["arrest", "5", "men and women"],
        ["killing", "10–15", "people"], ["rescue", "12", "seals"],
      ])
  }

  @Test func allWhoSignHaveSignedWithTheLast() async throws {
    let found = try await rows(
      """
      Chad, Togo and Benin signed a treaty with Japan. Norway and Peru signed an agreement on 29 February 2024 to \
      share boats. Egypt refused to sign a deal with Libya. Kenya signed a pact with Ghana.
      """, "agreements | select kind, parties, about, date")
    #expect(
      found == [
        ["treaty", "Chad, Togo, Benin, Japan", "–", "–"], ["agreement", "Norway, Peru", "–", "2024-02-29"],
        ["agreement", "Kenya, Ghana", "–", "–"],
      ])
  }

  @Test func aBrokenPromiseIsNone() async throws {
    let found = try await rows(
      "The mayor broke her promise to build 60 ports. The mayor repeated her promise to build 70 ports.",
      "commitments | select action")
    #expect(found == [["build 70 ports"]])
  }
}
