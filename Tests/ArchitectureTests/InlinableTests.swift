import Foundation
import TestSupport
import Testing

/// What is meant to be inlined in other modules can be.
@Suite struct InlinableTests {
  /// A member that is `@inlinable` stays a call in other modules, and a generic one is never specialised there, as long as its
  /// type is a package type without `@usableFromInline`. Nothing says so but a profile.
  @Test func typesWithInlinableMembersAreUsableFromInline() throws {
    let files = PackageFolder.files(below: "Sources", ending: ".swift").compactMap { file in
      PackageFolder.text(of: file).map { (file, $0.components(separatedBy: "\n")) }
    }
    var typesSeen = 0
    for (file, lines) in files where lines.contains(where: { $0.contains("@inlinable") }) {
      for (index, line) in lines.enumerated() {
        guard let match = line.firstMatch(of: /^( *)(.*)\bpackage (?:final )?(?:struct|enum|class) (\w+)/) else {
          continue
        }
        let (indent, attributes, name) = (match.output.1, match.output.2, match.output.3)
        let body = lines[(index + 1)...].prefix { !$0.hasPrefix(indent + "}") }
        guard body.contains(where: { $0.contains("@inlinable") }) else { continue }
        typesSeen += 1
        let above = lines[..<index].reversed().prefix { $0.trimmingCharacters(in: .whitespaces).hasPrefix("@") }
        #expect(
          (above + [String(attributes)]).contains { $0.contains("@usableFromInline") },
          "\(file): `\(name)` has inlinable members, but is not @usableFromInline")
      }
    }
    #expect(typesSeen > 5)
  }
}
