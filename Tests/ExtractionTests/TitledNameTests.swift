import IbidDocuments
import IbidExtraction
import IbidSource
import Testing

/// Names that are towns, words or initials as well, bodies of several places, and lists of towns.
@Suite struct TitledNameTests {
  @Test(arguments: [
    ("The shed was dark. Officer Washington said so.", ["person Washington"]),
    ("Ms Lincoln lost a bell.", ["person Lincoln"]),
    ("They met Ms van der Horn on Monday.", ["person van der Horn"]),
    ("The case was heard by Justice de la Torre in May.", ["person de la Torre"]),
    ("J.R. Smith mends bells.", ["person J.R. Smith"]),
    ("Park Ji-won mends bells.", ["person Park Ji-won"]),
    ("THE HON. ANN LINCOLN MP opened the shed.", ["person ANN LINCOLN"]),
    ("The ferry was sold by Paul Derby.", ["person Paul Derby"]),
    ("Marcus Bell, 41, of Reading, lost a bell.", ["person Marcus Bell", "place Reading"]),
    ("Bells were found in Leeds, Reading and York.", ["place Leeds", "place Reading", "place York"]),
    ("The bells were shipped to Tarnsk from Orvelbad.", ["place Tarnsk"]),
    ("They found it in Newcastle upon Tyne.", ["place Newcastle upon Tyne"]),
    ("The Trinidad and Tobago Ferry Service agreed.", ["org Trinidad and Tobago Ferry Service"]),
    ("The Kent and Essex Fire Service agreed.", ["org Kent and Essex Fire Service"]),
    ("The Bicycle Ombudsman agreed.", ["org Bicycle Ombudsman"]),
    ("The Mossos d’Esquadra agreed.", ["org Mossos d’Esquadra"]),
    ("The Sûreté du Québec agreed.", ["org Sûreté du Québec"]),
    ("The Public Prosecutor’s Office of Trieste agreed.", ["org Public Prosecutor’s Office of Trieste"]),
    ("LEEDS/BRUSSELS – Six bells were lost.", ["place Leeds", "place Brussels"]),
  ])
  func mentions(text: String, expected: [String]) {
    #expect(findings(text).mentions.map { "\($0.kind) \($0.name)" } == expected)
  }

  @Test func townsInAList() {
    let text = "Bells were lost in:\n\n- Marseille\n- Reading\n- Rotterdam\n- Gdynia\n"
    let file = DocumentFile.read(source: SourceText(name: "towns.txt", text))
    #expect(
      Extractor.findings(in: file).mentions.map { "\($0.kind) \($0.name)" }
        == ["place Marseille", "place Reading", "place Rotterdam", "place Gdynia"])
  }
}
