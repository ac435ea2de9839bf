import Foundation
import TestSupport
import Testing

/// `ibid fmt`: what it does to files, and what it says.
@Suite struct FmtTests {
  static let untidy = "money|where amount>£1m # large\n\n\n\n2+2\n"
  static let tidy = "money | where amount > £1m # large\n\n2 + 2\n"

  @Test func rewritesInPlace() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.ibid", Self.untidy)
    let output = try BuiltCommand.run("fmt", file.path)
    #expect(output.code == 0 && output.out.isEmpty && output.error == "formatted \(file.path)\n")
    #expect(folder.text("a.ibid") == Self.tidy)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.ibid"])
  }

  @Test(arguments: [0o600, 0o644, 0o755]) func keepsPermissions(_ permissions: Int) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.ibid", Self.untidy)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
    #expect(try BuiltCommand.run("fmt", file.path).code == 0)
    let kept = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(kept == permissions && folder.text("a.ibid") == Self.tidy)
  }

  @Test func linksStayLinks() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.ibid", Self.untidy)
    let link = folder.url.appendingPathComponent("link.ibid")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try BuiltCommand.run("fmt", link.path).code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(folder.text("a.ibid") == Self.tidy)
  }

  @Test func leavesWhatIsFormattedAlone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.ibid", Self.tidy)
    func number() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
    }
    let before = try number()
    for arguments in [["fmt", file.path], ["fmt", "--check", file.path]] {
      let output = try BuiltCommand.run(arguments)
      #expect(output.code == 0 && output.out.isEmpty && output.error.isEmpty)
    }
    #expect(try number() == before)
  }

  @Test func checkOnlyTells() throws {
    let folder = try TemporaryFolder()
    let (untidy, tidy) = (try folder.file("a.ibid", Self.untidy), try folder.file("b.ibid", Self.tidy))
    let output = try BuiltCommand.run("fmt", "--check", untidy.path, tidy.path)
    #expect(output.code == 1 && output.out == untidy.path + "\n" && output.error.isEmpty)
    #expect(folder.text("a.ibid") == Self.untidy)
  }

  @Test func mistakesLeaveAFileAsItIs() throws {
    let folder = try TemporaryFolder()
    let (wrong, right) = (try folder.file("a.ibid", "money |\n"), try folder.file("b.ibid", Self.untidy))
    let output = try BuiltCommand.run("fmt", wrong.path, right.path)
    #expect(output.code == 1 && output.error.contains("error[expected]") && output.error.contains("a.ibid:1"))
    #expect(folder.text("a.ibid") == "money |\n" && folder.text("b.ibid") == Self.tidy)
  }

  @Test func unreadableFilesAreToldApart() throws {
    let folder = try TemporaryFolder()
    let right = try folder.file("b.ibid", Self.untidy)
    #expect(try BuiltCommand.run("fmt", "/nowhere.ibid", right.path).code == 3)
    #expect(folder.text("b.ibid") == Self.tidy)
    let odd = folder.url.appendingPathComponent("odd.ibid")
    try Data([0x23, 0xFF, 0x0A]).write(to: odd)
    let output = try BuiltCommand.run("fmt", odd.path)
    #expect(output.code == 3 && output.error.contains("not UTF-8"))
    #expect(try Data(contentsOf: odd) == Data([0x23, 0xFF, 0x0A]))
    #expect(try BuiltCommand.run("fmt").code == 2)
  }

  @Test func aDashIsStandardInput() throws {
    let output = try BuiltCommand.run("fmt", "-", input: Self.untidy)
    #expect(output.code == 0 && output.out == Self.tidy && output.error.isEmpty)
    #expect(try BuiltCommand.run("fmt", "--check", "-", input: Self.untidy).code == 1)
    #expect(try BuiltCommand.run("fmt", "-", input: "money |").code == 1)
  }
}
