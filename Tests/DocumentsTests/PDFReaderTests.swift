import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

struct PDFReaderTests {
  private func joined(_ pages: [String]) -> String {
    String(decoding: PageText.joined(Array(pages.map { $0 + "\n\u{0C}" }.joined().utf8)), as: UTF8.self)
  }

  @Test func runningHeadsAndPageNumbersGo() {
    let texts = ["Six boats came in.", "Nobody saw them.", "They left on Monday.", "The keepers slept."]
    let pages = texts.enumerated().map { "Bulletin No 7\n\n\($1)\n\nPage \($0 + 1) of 4" }
    #expect(joined(pages) == texts.joined(separator: "\n\n"))
  }

  @Test func sentencesGoOnOverThePage() {
    #expect(
      joined(["Six boats came and", "went again. Nobody saw them."])
        == "Six boats came and\nwent again. Nobody saw them.")
    #expect(joined(["Six boats came.", "Two left."]) == "Six boats came.\n\nTwo left.")
    #expect(joined(["", "Two left.", ""]) == "Two left.")
  }

  @Test func withoutTheProgram() {
    #expect(problem(Array("%PDF-1.4".utf8), PDFReader(searchPath: "/nowhere")) == .noHelper)
  }

  @Test func noPDF() { #expect(problem(Array("Six boats".utf8), PDFReader()) == .damaged) }

  @Test(.enabled(if: HelperProgram(named: "pdftotext") != nil))
  func damagedFiles() {
    PackageFolder.enter()
    let path = ReaderGoldenTests.folder + "/ferry-checks.html"
    do throws(ReadingProblem) {
      _ = try PDFReader().layer(of: FileContents(path: path, bytes: Array("%PDF-1.4 cut".utf8)))
      Issue.record("a page was read as a PDF")
    } catch {
      #expect(error.reason == .damaged)
    }
  }
}

struct HelperProgramTests {
  @Test func outputAndExitCode() throws {
    let shell = try #require(HelperProgram(named: "sh"))
    guard
      case .ended(let output, let errors, let code) = shell.run(["-c", "echo $1; echo bad >&2; exit 3", "sh", "a b"])
    else {
      Issue.record("sh did not run")
      return
    }
    #expect(String(decoding: output, as: UTF8.self) == "a b\n" && errors == "bad\n" && code == 3)
  }

  @Test func onlyProgramsAreFound() {
    #expect(HelperProgram(named: "no-such-program-here") == nil)
    #expect(HelperProgram(named: "sh", in: "") == nil && HelperProgram(named: "etc", in: "/") == nil)
  }
}
