import IbidExtraction
import Testing

/// What figures are counted per.
@Suite struct EachTests {
  @Test(arguments: [
    ("Cars passed at 75 km/h in May.", "hour"), ("Trains run at 120km/h here.", "hour"),
    ("The roof bears 3 kg/m² of snow.", "m²"),
    ("There were 5 deaths per 100,000 people.", "100,000 people"), ("It rose to 3.2 per 1,000 births.", "1,000 births"),
    ("Ferries carry 30,000 passengers/day.", "day"), ("It took 100 kilometres per hour.", "hour"),
    ("It is 40 km to the quay/harbour.", nil), ("Twelve boats per se are no fleet.", nil),
  ])
  func each(text: String, unit: String?) {
    #expect(findings(text).figures.first?.each == unit)
  }
}
