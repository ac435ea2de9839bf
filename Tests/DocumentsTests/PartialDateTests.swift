import IbidDocuments
import Testing

@Suite struct PartialDateTests {
  @Test func printsAsFarAsItIsWritten() {
    #expect(PartialDate(year: 2024)?.description == "2024")
    #expect(PartialDate(year: 2024, month: 3)?.description == "2024-03")
    #expect(PartialDate(year: 987, month: 3, day: 5)?.description == "0987-03-05")
  }

  @Test func noSuchDay() {
    #expect(PartialDate(year: 2023, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2024, month: 2, day: 29) != nil)
    #expect(PartialDate(year: 1900, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2024, month: 13) == nil)
    #expect(PartialDate(year: 2024, month: nil, day: 3) == nil)
  }
}
