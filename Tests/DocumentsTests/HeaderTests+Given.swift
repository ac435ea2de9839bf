import IbidDocuments
import Testing

/// Texts given out by members and offices, and releases copied one below the other.
extension HeaderTests {
  @Test func membersOfCongress() {
    let file = read(
      """
      SEN. ORRAN SECURES FUNDS FOR KELP DRYERS

      Sen. Ann Orran (P-Kent) announced today that six kelp dryers will be paid for by the state. She had asked for ten.

      "Wet kelp is no use to anybody," Orran said. "It rots." Dryers are also used for nets, she said.

      Contact: Tom Hale, 555/224-9093
      """)
    let document = file.documents[0]
    #expect(document.kind == .pressRelease)
    #expect(document.issuer == "Sen. Ann Orran")
  }

  @Test func statementsBelowTheirSayer() {
    let file = read(
      """
      Harbour Secretary comments on the kelp truce

      Kelp boats and ferries have agreed to share the quay from Monday.

      The Harbour Secretary, Ann Orran, said:

      I welcome the truce. It is good for boats and for kelp. There is more to do, and both sides know it.

      We will go on helping them to share the quay, and we will pay for the lamps that they need at night.
      """)
    #expect(file.documents[0].kind == .pressRelease)
  }

  @Test func titlesWithNamesOfMembers() {
    let file = read(
      """
      Senator Orran on Kelp Hour

      July 16, 2006

      It was raining in Dover. The Port Office told us that boats were late again, and that more would be late. It had rained for ten days.
      """)
    #expect(file.documents[0].title == "Senator Orran on Kelp Hour")
  }

  @Test func firstSentenceBehindItsPlace() {
    let file = read(
      """
      Saturday, January 13, 2007

      PORT ORRAN, Kent – Senator Ann Orran on Friday and Saturday visited the kelp dryers of Port Orran, and thanked those who run them for their work this winter

      “I want to thank everybody for their work in the cold,” Orran told them. She left on Sunday by boat.
      """)
    #expect(file.documents[0].title == nil)
  }

  @Test func releasesEachWithItsDay() {
    let text = """
      From: Department of Kelp
      Published on: 30 January 2025

      Minister Orran welcomes a record kelp harvest

      The Minister for Kelp, Ann Orran, today welcomed figures that show a harvest of 3,900 tonnes, more than in any year before. She said that the dryers had run day and night.

      More dryers will be bought in spring, and the old ones will be given to schools, which have asked for them for years.

      ENDS

      From: Department of Kelp
      Published on: 4 February 2025

      Minister Orran opens the dryer at Sund

      The newest of the dryers stands at Sund and can dry ten tonnes of kelp a day. It was built in eleven months by forty people, and it smells less than the old one did.

      It will be run by a society of rowers, who have asked for it since the flood of 2019 took their hall away.
      """
    let file = read(text)
    #expect(file.documents.count == 2)
    #expect(
      file.documents.map { $0.title } == [
        "Minister Orran welcomes a record kelp harvest", "Minister Orran opens the dryer at Sund",
      ])
    #expect(file.documents.map { $0.published?.date.description } == ["2025-01-30", "2025-02-04"])
  }
}
