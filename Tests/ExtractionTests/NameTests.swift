import IbidExtraction
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    (
      "The UK and the U.S. met France in Geneva.",
      ["country United Kingdom GB", "country United States US", "country France FR", "place Geneva CH"]
    ),
    ("Let us go to Ivory Coast.", ["country Côte d'Ivoire CI"]),
    ("Italian and Korean firms met.", []),
    ("Transport Secretary Ruth Adeyemi CBE spoke.", ["person Ruth Adeyemi"]),
    ("Norwegian minister Kari Holm left.", ["person Kari Holm"]),
    ("Mr. Holm left.", ["person Holm"]),
    (
      "The Ministry of Fisheries and the National Flood Agency agreed.",
      ["org Ministry of Fisheries", "org National Flood Agency"]
    ),
    ("Talks at the European Union failed.", ["org European Union"]),
    ("May I go?", []),
    ("They met in the Orvent Special Economic Zone.", ["place Orvent Special Economic Zone"]),
    ("The United Nations Tidal Program asked for more.", ["org United Nations Tidal Program"]),
    ("Luke March, who keeps the shed, spoke.", ["person Luke March"]),
    ("They came on Sunday, March 3.", []),
  ])
  func mentions(text: String, expected: [String]) {
    let found = findings(text).mentions.map {
      ["\($0.kind) \($0.name)", $0.countryCode].compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("The National Flood Agency (NFA) met.", "NFA", "National Flood Agency"),
    ("A regional flood response unit (RFRU) met.", "RFRU", "regional flood response unit"),
    ("The NFA (National Flood Agency) met.", "NFA", "National Flood Agency"),
    ("The Orrow Tidal Systems Command (“OTSC”) met.", "OTSC", "Orrow Tidal Systems Command"),
    ("The Office for Harbours and Tides’s (OHT) report.", "OHT", "Office for Harbours and Tides"),
  ])
  func acronyms(text: String, short: String, long: String) {
    let rows = findings(text).acronyms
    #expect(rows.map(\.short) == [short])
    #expect(rows.map(\.long) == [long])
  }

  @Test(arguments: ["He left (UK) early.", "Costs rose (see A).", "The team (XYZ) met."])
  func noAcronyms(text: String) { #expect(findings(text).acronyms.isEmpty) }

  @Test func entitiesMeetOverFiles() {
    let files = [
      findings("Britain and the National Flood Agency (NFA) met."), findings("The UK agreed. The NFA did not."),
    ]
    let index = EntityIndex(files) { _, _ in false }
    #expect(index.entities.filter { $0.kind == .country }.map(\.countryCode) == ["GB"])
    #expect(index.entities.first?.aliases == ["Britain", "UK"])
    #expect(index.lookUp("britain") == 0)
  }
}
