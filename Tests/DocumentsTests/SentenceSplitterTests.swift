import IbidSource
import Testing

@testable import IbidDocuments

/// Cases are written with `|` where a sentence ends and the next begins.
@Suite struct SentenceSplitterTests {
  static let cases: [String] = [
    // Plain
    "The boat left.|It came back.",
    "Who paid?|Nobody knows.",
    "Stop the engines!|They did.",
    "One sentence without a stop",
    "Two stops.|No stop at the end",
    "A first one; a second one; a third one.|Done.",
    "He listed three: fuel, hulls and vests.|No more.",
    "A line\nbroken by hand.|The next\none too.",
    "Windows lines\r\nbroken by hand.|The next\r\none too.",
    "Many spaces.     |After them.",
    "No-break space.\u{A0}|After it.",
    "Prices rose.|12 firms closed.",
    "Prices rose.|£3 million was lost.",
    "Prices rose.|$3 million was lost.",
    // Titles and names
    "Mr. Hale met Mrs. Ortega and Dr. Lind.|They spoke.",
    "Sen. Brook and Rep. Castle wrote to Gen. Ames.|He answered.",
    "J. Smith and A. B. Jones signed.|The rest did not.",
    "The officer A. N. Other wrote it.|It is long.",
    "George W. Harper spoke first.|He was brief.",
    "St. Helier is a port.|It is small.",
    "Prof. E. Marsh said so.|It was late.",
    "Acme Inc. Director Lowe resigned.|He was tired.",
    "It was sold to Acme Inc.|The price is secret.",
    "Brown v. Board was cited.|It helped.",
    // Countries
    "The U.S. Navy sent a ship.|It was old.",
    "He lives in the U.S.|The rest of them moved.",
    "U.K. ministers and U.S. officials met.|They agreed.",
    "She flew to Washington, D.C.|He stayed at home.",
    // Numbers and references
    "It cost 3.5 million.|The rest was free.",
    "See No. 10 and Fig. 2 on p. 4 for more.|Then decide.",
    "The answer was no.|The minister left.",
    "Cf. Art. 5 para. 2 of the law.|It is short.",
    "It rose from approx. 40 to 50.|Then it fell.",
    "On Jan. 5 it began.|On Sept. 9 it ended.",
    "It ended in Dec.|The next began in spring.",
    "Version 2.1.3 is out.|Version 3 is not.",
    "The fee is 1.000,50 euros.|It was higher.",
    // Small words
    "Tools, e.g. saws, were found.|They were new.",
    "One office, i.e. Lyon, closed.|Paris did not.",
    "Ropes, nets, etc. were found.|All were wet.",
    "They took ropes, nets, etc.|Nothing was left.",
    "At 7:30 a.m. Monday it began.|At noon it ended.",
    "It began at 7:30 a.m.|Keller was there.",
    "It closes at 5 p.m. GMT today.|Hurry.",
    "Ali et al. found it.|Others did not.",
    // Ellipses
    "He waited… and waited.|Then he left.",
    "He waited...|Then he left.",
    "We wanted … the same thing.|We got it.",
    "He had brought down...Read more",
    // Quotes
    "“It is over.”|She sat down.",
    "“It is over,” she said.|She sat down.",
    "“Is it over?” she asked.|Nobody spoke.",
    "“Is it over?” Maria Keller asked.|Nobody spoke.",
    "She said: “It is over. |We can go.”|They went.",
    "\"Where was it?\" Mrs. Leroy asked.|Nobody knew.",
    "\"It is over.\"|\"Is it?\"",
    "He called it ‘a mess’.|She agreed.",
    "‘It is over.’|She sat down.",
    "They shouted “Stop!” and ran.|Nobody stopped.",
    "It was “done”.|It was not.",
    "«C'est fini.»|Elle part.",
    // Brackets and footnotes
    "It fell (see above).|It rose.",
    "(It fell.)|It rose.",
    "It fell.[12]|It rose.",
    "It fell.¹|It rose.",
    "The boats [sic] left.|They sank.",
    "They agreed, … [and] they left.|That was it.",
    "It fell. [He laughed.]".replacingOccurrencesOfGap(),
    // Without white space
    "They signed the strategy.|Finally they left.".gluedAtBar(),
    "They signed the strategy.|44. We will go on.".gluedAtBar(),
    "They signed the agreement.12 |The rest is known.",
    "Write to desk@example.org.|We answer.",
    "See www.example.org/page.Html for more.|Then write.",
    "Open report.Pdf now.",
    "It was Node.JS code.|It ran.",
    "“We will.”|Next came silence.",
    // Lists and dashes
    "1. The first point is short.|The second is not.",
    "Done.|— Said so by all.",
    "Really?!|Yes.",
    "**Bold.**|Plain.",
    // Other scripts and languages
    "Élodie est là.|Éric aussi.",
    "Am 5. März begann es.|Am Abend war es aus.",
    "Der Vertrag gilt.|Österreich zahlt.",
    "終わり。|次。".gluedOrWhole(),
  ]

  @Test(arguments: cases) func boundaries(_ marked: String) {
    let (text, expected) = Self.read(marked)
    let view = TextView(bytes: Array(text.utf8))
    let found = SentenceSplitter(text: view).sentences(in: ByteSpan(0, view.count)).map { view.string($0) }
    #expect(found == expected)
  }

  /// The text with a space for each bar that has none beside it (`⁞` for none at all), and its sentences.
  static func read(_ marked: String) -> (text: String, sentences: [String]) {
    var text = ""
    var sentences: [String] = [""]
    var previous: Character?
    for character in marked {
      if character == "|" || character == "⁞" {
        let hasGap = previous == " " || previous == "\u{A0}" || character == "⁞"
        if !hasGap { text.append(" ") }
        sentences.append("")
      } else {
        text.append(character)
        sentences[sentences.count - 1].append(character)
      }
      previous = character
    }
    return (text, sentences.map(trimmed))
  }

  static func trimmed(_ text: String) -> String {
    let view = TextView(bytes: Array(text.utf8))
    return view.string(view.trimmed(ByteSpan(0, view.count)))
  }

  @Test func aLongLineTakesLinearTime() {
    let sentence = Array("The office counted 1.5 boats at 7 a.m. on No. 4 quay... and (it said) none sank. ".utf8)
    var bytes: [UInt8] = []
    while bytes.count < 1_000_000 { bytes += sentence }
    let clock = ContinuousClock()
    let view = TextView(bytes: bytes)
    let time = clock.measure {
      #expect(SentenceSplitter(text: view).sentences(in: ByteSpan(0, view.count)).count > 10_000)
    }
    #expect(time < .seconds(60))
  }
}

extension String {
  /// A bracketed sentence after a full stop stands on its own.
  fileprivate func replacingOccurrencesOfGap() -> String { split(separator: ". [").joined(separator: ".|[") }
  /// No space where the bar is.
  fileprivate func gluedAtBar() -> String { String(map { $0 == "|" ? "⁞" : $0 }) }
  /// The ideographic full stop is no boundary without a space: such texts are one sentence a paragraph.
  fileprivate func gluedOrWhole() -> String { filter { $0 != "|" } }
}
