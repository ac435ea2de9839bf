import Foundation

/// What an archive of documents leaves: `amounts` in the order of their documents, `papers`, `passages`.
enum DocumentTables {
  private static let kinds = ["money", "percent", "count", "quantity", "date", "ratio"]
  private static let currencies = ["GBP", "USD", "EUR", "MXN", "JPY", "CHF", "CAD", "AUD"]
  private static let languages = ["en", "es", "fr", "de", "it", "nl", "pt", "pl"]
  private static let offices = ["Office", "Ministry", "Agency", "Council"]
  private static let days = 3650

  static func write(rows: Int, to folder: URL) throws {
    var draw = Draw(seed: 3)
    let papers = max(rows / 10, 10)
    let words = Words(&draw)
    let issuers = (0..<200).map { "\(words.name(2 * $0)) \(words.name(2 * $0 + 1)) \(offices[$0 % 4])" }
    let subjects = (0..<5000).map { number in
      "\(words.plain(number % 3989)) \(words.plain(number % 3967)) \(words.plain(number / 7 % 3947))"
    }
    let (issuer, subject, source) = (Zipf(issuers.count), Zipf(subjects.count), Zipf(50))
    // Common words first, as in any language.
    let kind = Zipf(kinds.count)
    let currency = Zipf(currencies.count)

    var published: [Int32] = []
    var issuerOfPaper: [Int32] = []
    var rowsFile = try RowFile(folder, "papers.csv", columns: ["doc", "published", "source", "lang"])
    var linesFile = try RowFile(folder, "papers.jsonl")
    for paper in 0..<papers {
      let day = draw.below(days)
      published.append(Int32(day))
      issuerOfPaper.append(Int32(issuer.draw(&draw)))
      let from = "source-\(source.draw(&draw)).example"
      let language = languages[max(0, draw.below(16) - 8)]
      rowsFile.number(paper)
      rowsFile.date(day)
      rowsFile.text(Array(from.utf8))
      rowsFile.text(Array(language.utf8))
      try rowsFile.endRow()
      linesFile.raw("{\"doc\":\(paper),\"source\":\"\(from)\",\"lang\":\"\(language)\",\"weight\":\(day).25}")
      try linesFile.endRow()
    }
    try rowsFile.close()
    try linesFile.close()

    let issuerBytes = issuers.map { Array($0.utf8) }
    let subjectBytes = subjects.map { Array($0.utf8) }
    let kindBytes = kinds.map { Array($0.utf8) }
    let currencyBytes = currencies.map { Array($0.utf8) }
    var amounts = try RowFile(
      folder, "amounts.csv", columns: ["doc", "published", "issuer", "kind", "currency", "amount", "subject"])
    for row in 0..<rows {
      let paper = row * papers / rows
      amounts.number(paper)
      amounts.date(Int(published[paper]))
      amounts.text(issuerBytes[Int(issuerOfPaper[paper])])
      amounts.text(kindBytes[kind.draw(&draw)])
      amounts.text(currencyBytes[currency.draw(&draw)])
      amounts.decimal(Int(exp(min(8 + 3 * draw.normal(), 23)) * 100), places: 2)
      amounts.text(subjectBytes[subject.draw(&draw)])
      try amounts.endRow()
    }
    try amounts.close()

    try writePassages(papers, words, &draw, to: folder)
  }

  /// A passage of 40 to 190 letters for each paper; one in a hundred or so speaks of small boats, one in thirty of money.
  private static func writePassages(_ count: Int, _ words: Words, _ draw: inout Draw, to folder: URL) throws {
    let common = Zipf(words.count)
    let plain = (0..<words.count).map { Array(words.plain($0).utf8) }
    let magnitudes = ["million", "billion", "m", "bn"]
    let money = (0..<60).map {
      Array("\(["£", "$", "€"][$0 % 3])\(1 + $0 * 17 % 900)\(["", ".5", ".25"][$0 % 3]) \(magnitudes[$0 % 4])".utf8)
    }
    let boats = ["small boat", "small boats"].map { Array($0.utf8) }
    var file = try RowFile(folder, "passages.csv", columns: ["doc", "sentence"])
    var text: [UInt8] = []
    for paper in 0..<count {
      let length = 54 + draw.below(136)
      text.removeAll(keepingCapacity: true)
      while text.count < length {
        if !text.isEmpty { text.append(0x20) }
        switch draw.below(1000) {
        case 0: text += boats[draw.below(2)]
        case 1, 2: text += money[draw.below(60)]
        default: text += plain[common.draw(&draw)]
        }
      }
      text.append(UInt8(ascii: "."))
      file.number(paper)
      file.quoted(text)
      try file.endRow()
    }
    try file.close()
  }
}
