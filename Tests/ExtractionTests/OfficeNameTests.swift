import IbidExtraction
import Testing

/// Who speaks in transcripts, what offices are for, and capitals beside them that name something else.
@Suite struct OfficeNameTests {
  private func names(_ text: String) -> [String] {
    var names: [String] = []
    for mention in findings(text).mentions where mention.kind != .country {
      let name = "\(mention.kind) \(mention.name)"
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  @Test(arguments: [
    // The name before the colon of a turn, in capitals, without style and post.
    ("NERA TARNSK: The boats are late again, and we know it.", ["person Nera Tarnsk"]),
    ("NERA TARNSK, HOST: The boats are late again, are they not?", ["person Nera Tarnsk"]),
    ("SENATOR TARNSK: The boats are late again, and we know it.", ["person Tarnsk"]),
    ("QUESTION: Why are the boats late again, and who knows it?", []),
    // What a minister is for is no body, and begins nobody's name.
    ("The Minister for Tides and Coastal Affairs, Nera Tarnsk, spoke.", ["person Nera Tarnsk"]),
    ("The shadow minister for Ports and Customs Sussa Ley spoke.", ["person Sussa Ley"]),
    (
      "I work with Nera Ley as Minister for Ports and Tidal Affairs and Sussa Tarnsk as Assistant Minister for Home Affairs.",
      ["person Nera Ley", "person Sussa Tarnsk"]
    ),
    ("The Minister of Finance and the Public Service, Nera Tarnsk, spoke.", ["person Nera Tarnsk"]),
    ("The Department of Coastal Affairs paid.", ["org Department of Coastal Affairs"]),
    // Posts and ranks in short.
    ("He met CS Otieno Wafulo and IG Japheth Tarnko.", ["person Otieno Wafulo", "person Japheth Tarnko"]),
    ("She sat as Member of Parliament (MP). The MP left.", ["org Parliament"]),
    // A letter before a number is money, a capital behind "@", "#" or a hyphen no name.
    ("Over K430 million went to K12 schools.", []),
    ("He wrote of anti-Semitic slogans and #TarnskWatch.", []),
    // Peoples of two words, holidays, papers about something.
    ("A Sri Lankan Naval chief met Cabo Verdeans.", []),
    ("It closes on Boxing Day and New Year’s Day.", []),
    ("The Tarnsk Report came out.", []),
    // Surnames that are heads elsewhere; schools that are no charters.
    (
      "Hugh Grant and Mr Grant met Emma Tarn and Bill Orrowby.",
      ["person Hugh Grant", "person Emma Tarn", "person Bill Orrowby"]
    ),
    ("She taught at El Tarnsk Charter School.", ["org El Tarnsk Charter School"]),
    ("The 507th Maintenance Group and the 12th Air Wing left.", ["org 507th Maintenance Group", "org 12th Air Wing"]),
    // Who has an age or is introduced is somebody.
    ("They asked Tarnska Diwura-Soale, 26.", ["person Tarnska Diwura-Soale"]),
    ("The war reached the Near East and sub-Saharan Africa.", ["place Near East", "place Sub-Saharan Africa"]),
  ])
  func names(text: String, expected: [String]) { #expect(names(text) == expected) }
}
