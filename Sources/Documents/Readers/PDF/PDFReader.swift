/// Reads PDF files with the programs `pdftotext` and `pdfinfo` of poppler, where they are installed.
///
/// They run as processes: poppler's licence (GPL) does not allow linking it, and a file that breaks them breaks nothing
/// here. The text comes in reading order; `PageText` joins its pages.
struct PDFReader: DocumentReader {
  static let endings = ["pdf"]

  /// Folders to look for the programs in; nil for those of the system.
  var searchPath: String?

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer {
    guard file.bytes.prefix(1024).contains(UInt8(ascii: "%")) else {
      throw ReadingProblem(.damaged, "is no PDF, whatever its name says")
    }
    guard let reader = program("pdftotext") else {
      throw ReadingProblem(
        .noHelper,
        "needs the program `pdftotext` to be read; install poppler-utils (on Debian and Ubuntu), and load it again")
    }
    // A name that begins with a hyphen would be an option.
    let path = file.path.hasPrefix("-") ? "./" + file.path : file.path
    let text = try Self.output(of: reader, ["-q", "-enc", "UTF-8", "-eol", "unix", path, "-"])
    var writer = LayerWriter()
    if let information = program("pdfinfo"),
      case .ended(let output, _, 0) = information.run(["-rawdates", "-enc", "UTF-8", path])
    {
      Self.state(output, in: &writer)
    }
    writer.plain(PageText.joined(Charset.repaired(text[...])))
    let layer = writer.finish(name: file.path)
    if layer.isEmpty {
      throw ReadingProblem(.noText, "holds pictures of pages but no text; run text recognition (OCR) on it first")
    }
    return layer
  }

  private func program(_ name: String) -> HelperProgram? {
    searchPath.map { HelperProgram(named: name, in: $0) } ?? HelperProgram(named: name)
  }

  private static func output(of program: HelperProgram, _ arguments: [String]) throws(ReadingProblem) -> [UInt8] {
    switch program.run(arguments) {
    case .ended(let output, _, 0): return output
    case .ended(_, let errors, let code):
      // Exit codes of poppler's programs: 1 for a file that cannot be opened, 3 for one whose permissions forbid it.
      if code == 3 || errors.lowercased().contains("password") {
        throw ReadingProblem(.encrypted, "is encrypted; save a copy without a password, and load that")
      }
      throw ReadingProblem(.damaged, "is damaged or cut short: `pdftotext` cannot read it; fetch it again")
    case .tooSlow: throw ReadingProblem(.tooLarge, "took `pdftotext` more than a minute, and was left out")
    case .tooMuch: throw ReadingProblem(.tooLarge, "gives more than 100 MB of text, and was left out")
    case .notStarted: throw ReadingProblem(.noHelper, "needs `pdftotext` to be read, and that could not be started")
    }
  }

  /// Writes what `pdfinfo` prints as `Title:          Six boats`.
  private static func state(_ output: [UInt8], in writer: inout LayerWriter) {
    var values: [String: String] = [:]
    for line in output.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[(colon + 1)...].drop { $0 == 0x20 }
      values[String(decoding: line[..<colon], as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    writer.state("document title", OfficeFile.meaningful(title: values["Title"]))
    writer.state("author", values["Author"])
    writer.state("created", values["CreationDate"].flatMap(date))
  }

  /// `2024-03-05` of `D:20240305101500+01'00'` (ISO 32000, 7.9.4), as written: the day where the file was made.
  private static func date(_ raw: String) -> String? {
    let digits = raw.utf8.drop { !Characters.isDigit(UInt32($0)) }.prefix { Characters.isDigit(UInt32($0)) }
    guard digits.count >= 8 else { return nil }
    let text = digits.prefix(8).map { Character(Unicode.Scalar($0)) }
    return "\(String(text[0..<4]))-\(String(text[4..<6]))-\(String(text[6..<8]))"
  }
}
