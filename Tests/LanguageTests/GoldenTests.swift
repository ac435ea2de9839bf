import Ibid
import TestSupport
import Testing

struct GoldenTests {
  @Test(arguments: Golden.all)
  func printsWhatIsExpected(_ golden: Golden) async throws {
    if let difference = try await golden.check() { Issue.record("\(difference)") }
  }

  @Test func everyExpectationHasAScript() {
    let scripts = Set(Golden.all.map(\.expectedFile))
    let unused = PackageFolder.files(below: Golden.folder, ending: ".expected").filter { !scripts.contains($0) }
    #expect(unused == [], "no script prints these")
  }

  @Test func thereAreScripts() { #expect(Golden.all.count >= 60) }

  /// What is written down must read the same on every machine.
  @Test func nothingNamesAMachine() {
    for golden in Golden.all {
      #expect(PackageFolder.text(of: golden.expectedFile)?.contains(PackageFolder.path) != true, "\(golden.name)")
    }
  }
}
