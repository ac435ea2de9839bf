import IbidExtraction
import Testing

/// Possessives, small words and forms of companies inside names, and names that stand together before one noun.
@Suite struct OwnedNameTests {
  @Test(arguments: [
    ("The Senate Committee on Rowers' Affairs met on Tuesday.", ["Senate Committee on Rowers' Affairs"]),
    ("She leads the Federation of Bakers’ Societies.", ["Federation of Bakers’ Societies"]),
    ("The Congress of the People's Rafts met.", ["Congress of the People's Rafts"]),
    ("Parliament's Tidal Dues Committee wrote.", ["Parliament", "Tidal Dues Committee"]),
    ("The South African Kelp Growers' Forum agreed.", ["South African Kelp Growers' Forum"]),
    ("Blankets came from the Chadian Red Cross.", ["Chadian Red Cross"]),
    (
      "Orvand Kelp OÜ, Norrkelp AS of Norway and Algas del Muelle SL left. It fined Larvek d.o.o. and Rocas Tarn, S.A. de C.V. twice.",
      ["Orvand Kelp OÜ", "Norrkelp AS", "Algas del Muelle SL", "Larvek d.o.o.", "Rocas Tarn, S.A. de C.V."]
    ),
    ("The 6th Circuit Court of Appeals agreed with the 6th Circuit.", ["6th Circuit Court of Appeals", "6th Circuit"]),
    (
      "The Tarnland Regional Government and the Hollis Government fell.",
      ["Tarnland Regional Government", "Hollis Government"]
    ),
    (
      "Grants came from the National Kelp Service for the Marl Bay Kayak Trails Program.", ["National Kelp Service"]
    ),
    (
      "The Kelp Subcommittee of the Senate Harbour Security and Tidal Affairs Committee met.",
      ["Kelp Subcommittee of the Senate Harbour Security and Tidal Affairs Committee"]
    ),
    (
      "It wrote to St Brida's Church and to King's College Hospital Trust.",
      ["St Brida's Church", "King's College Hospital Trust"]
    ),
    (
      "He asked the Greens and the U.S. Attorney's Office for the District of Tarn.",
      ["Greens", "U.S. Attorney's Office for the District of Tarn"]
    ),
    (
      "A machine from Sorrel Polytechnic and the National Kelp Regulator failed.",
      ["Sorrel Polytechnic", "National Kelp Regulator"]
    ),
    ("The UN Office for the Coordination of Tidal Affairs asked.", ["UN Office for the Coordination of Tidal Affairs"]),
    // Whose it is, and things in short, are no bodies.
    ("They marched on the Nation's Capital.", []),
    ("She bought shore-based kelp drying systems (SKDS).", []),
  ])
  func bodies(text: String, expected: [String]) { #expect(names(text, .org) == expected) }

  @Test(arguments: [
    (
      "Sens. Dick Lorran (P-IN) and Barek Omaru (D-IL) met Ann Hale, D-W.Va., there.",
      ["Dick Lorran", "Barek Omaru", "Ann Hale"]
    ),
    ("Special Agent in Charge Gerrido agreed with Special Agent in Charge Ann Lee.", ["Gerrido", "Ann Lee"]),
    ("Frederick C. Branch rowed. Captain Branch won.", ["Frederick C. Branch"]),
    ("The Minister for Kelp, Dara Nelligan TD, met Mdm Salma Binte Orrin.", ["Dara Nelligan", "Salma Binte Orrin"]),
    ("The Prime Minister-designate, Huwan al-Orrawi, agreed.", ["Huwan al-Orrawi"]),
    ("DA Nik Petersen and ADA Bryan Mitchell spoke.", ["Nik Petersen", "Bryan Mitchell"]),
    ("They rowed to Jefferson Patterson Park.", []),
  ])
  func people(text: String, expected: [String]) { #expect(Set(names(text, .person)) == Set(expected)) }

  @Test(arguments: [
    ("In the districts of Mamdur, Wayir and Foulir water rose.", ["Mamdur", "Wayir", "Foulir"]),
    ("The Charrin and Logorne rivers met.", ["Charrin", "Logorne"]),
    ("The road between Kilmarthas and Lemmybrin is shut.", ["Kilmarthas", "Lemmybrin"]),
    ("The office is in Falls Church, Virginia.", ["Falls Church", "Virginia"]),
    (
      "Fighting at al-Hillaq and in Uremin al-Kubraq went on near Ayn Tarsa.",
      ["al-Hillaq", "Uremin al-Kubraq", "Ayn Tarsa"]
    ),
    ("They rested at Antofagasta de la Sierrita.", ["Antofagasta de la Sierrita"]),
    (
      "The Sund Valley Greenway ends at the Larrow Convention Centre.",
      ["Sund Valley Greenway", "Larrow Convention Centre"]
    ),
    ("Snow fell on the Zargos mountains.", ["Zargos mountains"]),
  ])
  func places(text: String, expected: [String]) { #expect(names(text, .place) == expected) }

  @Test(arguments: [
    ("The KelpCrate Pilot began.", ["KelpCrate Pilot"]),
    ("The Green Kelp Corridor Phase III is late.", ["Green Kelp Corridor Phase III"]),
    ("The project, Larchan Gotland, was paid for.", ["Larchan Gotland"]),
  ])
  func programmes(text: String, expected: [String]) { #expect(names(text, .programme) == expected) }

  @Test(arguments: [
    ("Friends will attend the World Kelp Congress here.", ["World Kelp Congress"]),
    ("He spoke at the Larrow Dialogue in March.", ["Larrow Dialogue"]),
    ("Homes lost to Hurricanes Etta and Iotta were in the 2021 Census.", ["Etta", "Iotta", "2021 Census"]),
  ])
  func events(text: String, expected: [String]) { #expect(names(text, .event) == expected) }

  @Test(arguments: [
    ("It would change the federal No Rower Left Waiting Act.", ["No Rower Left Waiting Act"]),
    ("It broke the E-kelp Regulation.", ["E-kelp Regulation"]),
  ])
  func laws(text: String, expected: [String]) { #expect(names(text, .law) == expected) }

  @Test func initialsOfFacility() {
    let found = names("The Army Kelp Support Facility opened. The AKSF is new.", .programme)
    #expect(found == ["Army Kelp Support Facility"])
  }
}
