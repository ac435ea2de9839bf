/// Joins the pages of a PDF's text.
///
/// - Lines at the top or bottom of pages that come again on most pages, and page numbers, are left out.
/// - A paragraph that a page break cuts goes on: the break becomes a line end where the page ends inside a sentence.
///
/// Words that a hyphen breaks at a line end are made whole by `pdftotext` itself.
enum PageText {
  static func joined(_ text: [UInt8]) -> [UInt8] {
    // pdftotext ends each page with a form feed.
    var pages = text.split(separator: 0x0C, omittingEmptySubsequences: false).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }
    for index in pages.indices { trimBlank(&pages[index]) }
    dropRunningLines(&pages)
    var output: [UInt8] = []
    for page in pages where !page.isEmpty {
      if let last = output.last, let first = page.first?.first(where: { $0 > 0x20 }) {
        let goesOn = !".!?:;\"|".utf8.contains(last) && Characters.isLower(UInt32(first))
        output += goesOn ? [0x0A] : [0x0A, 0x0A]
      }
      output += page.joined(separator: [0x0A])
    }
    return output
  }

  private static func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  private static func trimBlank(_ page: inout [[UInt8]]) {
    while let last = page.last, isBlank(last) { page.removeLast() }
    page = Array(page.drop(while: isBlank))
  }

  // MARK: Running heads

  /// How many lines at each end of a page may be running heads.
  private static let edge = 2

  private static func dropRunningLines(_ pages: inout [[[UInt8]]]) {
    var counts: [[UInt8]: Int] = [:]
    let filled = pages.filter { !$0.isEmpty }.count
    for page in pages { for line in Set(edges(of: page).map { folded(page[$0]) }) { counts[line, default: 0] += 1 } }
    for index in pages.indices {
      for _ in 0..<edge {
        for isTop in [true, false] {
          guard let line = isTop ? pages[index].first : pages[index].last else { continue }
          let folded = folded(line)
          let isRunning = filled > 2 && counts[folded, default: 0] * 2 > filled
          guard isRunning || filled > 1 && isPageNumber(folded) else { continue }
          if isTop { pages[index].removeFirst() } else { pages[index].removeLast() }
          trimBlank(&pages[index])
        }
      }
    }
  }

  private static func edges(of page: [[UInt8]]) -> [Int] {
    let filled = page.indices.filter { !isBlank(page[$0]) }
    return filled.count <= 2 * edge ? filled : Array(filled.prefix(edge) + filled.suffix(edge))
  }

  /// Without spaces, every number made `0`, so that page numbers do not tell lines apart.
  private static func folded(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in line where byte > 0x20 {
      if !Characters.isDigit(UInt32(byte)) {
        result.append(Characters.lowered(byte))
      } else if result.last != 0x30 {
        result.append(0x30)
      }
    }
    return result
  }

  /// `12`, `- 12 -`, `Page 3 of 12`, folded.
  private static func isPageNumber(_ folded: [UInt8]) -> Bool {
    ["0", "-0-", "page0", "page0of0", "0/0", "0of0", "|0", "0|page"].contains { Array($0.utf8) == folded }
  }
}
