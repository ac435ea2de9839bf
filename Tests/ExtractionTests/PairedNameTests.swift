import IbidExtraction
import Testing

/// Names that the word beside their last word tells, and what stands before an office and is no name.
@Suite struct PairedNameTests {
  @Test(arguments: [
    ("The Marlow County District Attorney spoke to the Marlow County State’s Attorney.", ["Marlow County"]),
    (
      "Planes left Orrow Air Base by the Sorrel Tunnel for Highway 11.",
      ["Orrow Air Base", "Sorrel Tunnel", "Highway 11"]
    ),
    ("They met at the Lorne Ashby Courthouse near Tarnsk Inlet.", ["Lorne Ashby Courthouse", "Tarnsk Inlet"]),
    ("Boats came from South Ubarri and went back.", ["South Ubarri"]),
    ("The 2016 Olympic flame went out.", []),
  ])
  func places(text: String, expected: [String]) { #expect(names(text, .place) == expected) }

  @Test(arguments: [
    ("The Marlow County State’s Attorney’s Office agreed.", ["Marlow County State’s Attorney’s Office"]),
    ("The Directorate-General for Tides and Harbour Dues wrote.", ["Directorate-General for Tides and Harbour Dues"]),
    (
      "Officers of Taskforce Larchen and Joint Task Force Borrow left.",
      ["Taskforce Larchen", "Joint Task Force Borrow"]
    ),
    ("The regulator fined Palisor (Malta) Ltd again.", ["Palisor (Malta) Ltd"]),
    ("A spokesman for the All Islands Rowing Club agreed.", ["All Islands Rowing Club"]),
    ("It helped Glasgow Tides, the charity which runs pools.", ["Glasgow Tides"]),
    ("A film on Channel Nine told of Queensland Health inspectors.", ["Channel Nine", "Queensland Health"]),
    (
      "Plain Lamps, Inc. paid. The rules bind Plain Lamps too.", ["Plain Lamps, Inc"]
    ),
    ("The Atoll Fish Patrol (AFP) met. The AFP left.", ["Atoll Fish Patrol"]),
    // Who holds an office, things, bodies of a kind, people and everyday words are no bodies.
    ("The District Tide Officer (DTO) and a Vessel Safety Index (VSI) came.", []),
    ("They warned Licensed Recruitment Agencies and the Regional Office.", []),
    ("Water and customs-police cooperation: Customs-Police work goes on.", []),
    ("Ada Pell, Minister for Harbour Compliance said so.", []),
    ("Write to @MarlPorts about it.", []),
  ])
  func bodies(text: String, expected: [String]) { #expect(names(text, .org) == expected) }

  @Test(arguments: [
    (
      "Abu Larchen al-Orrowi fled. So did Sanai Mirelka al-Tarni.", ["Abu Larchen al-Orrowi", "Sanai Mirelka al-Tarni"]
    ),
    ("They met Minister Adam Levy.", ["Adam Levy"]),
  ])
  func people(text: String, expected: [String]) { #expect(names(text, .person) == expected) }

  @Test(arguments: [
    ("The National Tides Policy and the Harbour Safety Levy began.", ["National Tides Policy", "Harbour Safety Levy"]),
    ("The customs operation Larchen II ended.", ["Larchen II"]),
    ("The Joint Action on Harbour Safety began.", ["Joint Action on Harbour Safety"]),
  ])
  func programmes(text: String, expected: [String]) { #expect(names(text, .programme) == expected) }

  @Test(arguments: [
    ("She spoke at the 48th Asean Summit and the Lisbon Motor Show.", ["48th Asean Summit", "Lisbon Motor Show"]),
    ("He won the Hong Kong Open and went to the Lisbon Book Fair.", ["Hong Kong Open", "Lisbon Book Fair"]),
    ("There was a Science Fair and a Press Conference.", []),
  ])
  func events(text: String, expected: [String]) { #expect(names(text, .event) == expected) }

  @Test(arguments: [
    ("Voters passed Measure K and Proposition 12 under Treaty 61.", ["Measure K", "Proposition 12", "Treaty 61"]),
    ("The Liquid Waste Rule holds.", ["Liquid Waste Rule"]),
  ])
  func laws(text: String, expected: [String]) { #expect(names(text, .law) == expected) }
}
