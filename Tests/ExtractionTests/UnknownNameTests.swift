import IbidExtraction
import Testing

/// Names that no table has, told by their form or by what a document says beside them.
@Suite struct UnknownNameTests {
  private func names(_ text: String) -> [String] {
    var names: [String] = []
    for mention in findings(text).mentions {
      let name = "\(mention.kind) \(mention.name)"
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  @Test(arguments: [
    // What is said beside an unknown name tells its kind.
    ("A train stopped at Wexborn. Wexborn residents complained.", ["place Wexborn"]),
    ("They called analysts at Quorvane, and Quorvane’s chief executive answered.", ["org Quorvane"]),
    ("The contract with Sorrel Vantgard ended.", ["org Sorrel Vantgard"]),
    ("Talks with Oxfam, Tidemark and Unicef went on.", ["org Oxfam", "org Tidemark", "org UNICEF"]),
    ("The court heard Aizirek Toktosunova in May.", ["person Aizirek Toktosunova"]),
    ("The grid firm said TransVolt had paid.", ["org TransVolt"]),
    ("The rain in spring was Late and Heavy.", []),
    ("A nurse from Tarnskby wept.", ["place Tarnskby"]),
    ("It breaks the Tarnsk Student Loans Act.", ["law Tarnsk Student Loans Act"]),
    ("The Secretary of State for Ports (Zbynko Hrdlen) wrote.", ["person Zbynko Hrdlen"]),
    ("The All-Island Ferry Forum met.", ["org All-Island Ferry Forum"]),
    ("Ice fills the Gulf of St. Orrowby.", ["place Gulf of St. Orrowby"]),
    ("They met at North Orrowby, and the community of Tarnskby came.", ["place North Orrowby", "place Tarnskby"]),
    ("It breaks the Customs and Tides Act 2012.", ["law Customs and Tides Act 2012"]),
    ("A trawler sank off Skarnvik.", ["place Skarnvik"]),
    (
      "Fire reached the town of Little Orrowby and the village of Old Tarnsk.",
      ["place Little Orrowby", "place Old Tarnsk"]
    ),
    // Bodies whose head stands first, or last in an everyday word.
    ("The state owns Minera Chaquira and Banco de la Ribera.", ["org Minera Chaquira", "org Banco de la Ribera"]),
    ("A nurse from Orvent Vail Health came.", ["org Orvent Vail Health"]),
    ("They wrote to Natural England and Audit Wales.", ["org Natural England", "org Audit Wales"]),
    ("The title went to Athletics Kenya.", ["org Athletics Kenya"]),
    (
      "The Tarn County Sheriff's Office called the Attorney General's Office.",
      ["org Tarn County Sheriff's Office", "org Attorney General's Office"]
    ),
    (
      "The Department of Ports Office of Inspector General wrote.",
      ["org Department of Ports Office of Inspector General"]
    ),
    ("Brask & Orrin, Tesco and Shell paid.", ["org Brask & Orrin", "org Tesco", "org Shell"]),
    ("The Coast Marsh Health District spoke.", ["org Coast Marsh Health District"]),
    ("The Coast Farmers' Forum sent a letter.", ["org Coast Farmers' Forum"]),
    ("They met at the World Tides Forum in Dakar.", ["event World Tides Forum", "place Dakar"]),
    // The first word of a firm's name stands for it.
    ("Kesslar Brothers won. The contract binds Kesslar.", ["org Kesslar Brothers"]),
    // Letters that are the initials of a body, with its country or without.
    (
      "Tidewater Rights Watch wrote. The mayor told TRW why.",
      ["org Tidewater Rights Watch"]
    ),
    ("The Chadian Harbour Security Forces came. The HSF fought on.", ["org Chadian Harbour Security Forces"]),
    ("The crew filled two ICUs and sold old PCs.", []),
    // Known from another sentence.
    (
      "They sued Brasko Institutional Equities. “Brasko Institutional Equities is sound,” he said.",
      ["org Brasko Institutional Equities"]
    ),
    ("The planning minister, Ceyran Toktosun, agreed.", ["person Ceyran Toktosun"]),
    (
      "Their partners are Brasko, Nera Robotics, LG Electronics and Orvent Studios.",
      [
        "org Brasko", "org Nera Robotics", "org LG Electronics", "org Orvent Studios",
      ]
    ),
    ("The Weather Channel asked the International Community and a Third Party.", ["org Weather Channel"]),
    // Laws and places by their form.
    ("The senate passed House Bill 1147 and Bill C-33.", ["law House Bill 1147", "law Bill C-33"]),
    ("The Ports Regulation (Pilots) Act 2011 applies.", ["law Ports Regulation (Pilots) Act 2011"]),
    (
      "The ferry left Bergen-based Havlinje and went to Lisbon airport.",
      ["place Bergen", "org Havlinje", "place Lisbon airport"]
    ),
    ("The Kyrgyz Republic agreed.", ["country Kyrgyzstan"]),
    // People.
    ("Baroness Hartwell of Tarn asked.", ["person Baroness Hartwell of Tarn"]),
    ("Sheikh Hamad bin Faris Al Noor came.", ["person Hamad bin Faris Al Noor"]),
    ("Professor Min-seo Park spoke.", ["person Min-seo Park"]),
    ("\"Yes,\" said May Cosgrave.", ["person May Cosgrave"]),
    ("Emeritus Professor Bill Sommerhayes spoke.", ["person Bill Sommerhayes"]),
    // Two words of no list are somebody where nothing tells otherwise; a surname of the text tells; a boat is nobody.
    ("The crowd cheered Zhirayo Ligorim again.", ["person Zhirayo Ligorim"]),
    ("The coup had brought the dissident Tovim Brandalo home.", ["person Tovim Brandalo"]),
    ("Mr Oleg Brandalo left. A doctor saw Nainu Brandalo.", ["person Oleg Brandalo", "person Nainu Brandalo"]),
    ("He told Chief of the General Staff Andrix Hnatoshi that it was late.", ["person Andrix Hnatoshi"]),
    ("Broker Khurshid Alamin said no.", ["person Khurshid Alamin"]),
    // So is whoever is arrested.
    ("They said that Inegbo Ugochuk Akunnar was later arrested.", ["person Inegbo Ugochuk Akunnar"]),
    ("The seller, who had fled, Ahmodu Brask, was promptly arrested.", ["person Ahmodu Brask"]),
    // Several of a kind, diseases and weather are no bodies; nor are tickers and zones of time.
    ("They licensed Standard Orrow Patents (SOPs) and sold them.", []),
    ("The Acute Tidal Diarrhoea (ATD) outbreak went on through the El Niño drought.", []),
    ("It began at 1500 (CEST), and the AGM was late.", []),
    // Wards and seats that end in a quarter of the sky.
    ("The bridge lies in Orrowby West and not in Lewisby East.", ["place Orrowby West", "place Lewisby East"]),
    // Papers and agencies that the text calls so.
    ("It stood in the Orrowby Blad newspaper.", ["org Orrowby Blad"]),
    ("It had Orrow Derangement Syndrome and sang a Tarnsk Rhapsody.", []),
  ])
  func kinds(text: String, expected: [String]) { #expect(names(text) == expected) }
}
