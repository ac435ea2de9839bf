import Foundation
import TestSupport
import Testing

/// Dependencies point one way: what `ARCHITECTURE.md` says, `Package.swift` builds, and files import.
struct ModuleTests {
  private static let manifest = PackageManifest(PackageFolder.text(of: "Package.swift") ?? "")

  /// What the table under "Modules" allows; nil if there is none.
  private static let table: [String: Set<String>]? = {
    guard let text = PackageFolder.text(of: "ARCHITECTURE.md") else { return nil }
    let section = text.components(separatedBy: "\n").drop { $0 != "## Modules" }.dropFirst().prefix {
      !$0.hasPrefix("## ")
    }
    var table: [String: Set<String>] = [:]
    for line in section where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 2, cells[0] != "module", !cells[0].hasPrefix("-") else { continue }
      table[cells[0]] = Set(cells[1] == "–" ? [] : cells[1].components(separatedBy: ", "))
    }
    return table.isEmpty ? nil : table
  }()

  /// `IbidPlan` is called `Plan` in the table; the façade, the command and the C targets have their own names.
  private static func shortName(_ target: String) -> String {
    target.hasPrefix("Ibid") && target != "Ibid" && target != "IbidCommand" ? String(target.dropFirst(4)) : target
  }

  @Test func theManifestIsUnderstood() {
    let names = Self.manifest.targets.map(\.name)
    #expect(
      names.contains("IbidSource") && names.contains("Ibid") && names.contains("IbidCommand")
        && names.contains("CRegex"))
    #expect(Set(names).count == names.count)
  }

  @Test(.enabled(if: table != nil, "ARCHITECTURE.md has no table of modules"))
  func theTableIsTheManifest() throws {
    let table = try #require(Self.table)
    let products: Set<String> = ["ArgumentParser"]
    var built: [String: Set<String>] = [:]
    for target in Self.manifest.targets where !target.isTest {
      built[Self.shortName(target.name)] = Set(
        target.dependencies.filter { !products.contains($0) }.map(Self.shortName))
    }
    for (module, uses) in built {
      #expect(table[module] == uses, "\(module): the table in ARCHITECTURE.md says something else")
    }
    #expect(Set(table.keys).subtracting(built.keys) == [], "these modules are not built")
  }

  @Test func dependenciesPointUpTheList() {
    var known: Set<String> = Set(Self.manifest.targets.map(\.name).filter { $0.hasPrefix("C") })
    for target in Self.manifest.targets where !target.isTest {
      let ahead = target.dependencies.filter { $0.hasPrefix("Ibid") && !known.contains($0) }
      #expect(ahead == [], "\(target.name) uses what stands below it")
      known.insert(target.name)
    }
  }

  /// A file imports what its target declares and the system's modules, nothing that comes along by chance.
  @Test(arguments: manifest.targets.map(\.name))
  func filesImportWhatTheirTargetUses(_ name: String) throws {
    let target = try #require(Self.manifest.targets.first { $0.name == name })
    var allowed = Set(target.dependencies).union([
      "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Testing",
    ])
    // The static binary stays small: only tests link all of Foundation.
    if target.isTest { allowed.formUnion(["Foundation", "FoundationNetworking"]) }
    for file in PackageFolder.files(below: target.folder, ending: ".swift") {
      for line in (PackageFolder.text(of: file) ?? "").split(separator: "\n") {
        guard
          let match = line.wholeMatch(
            of:
              /(?:@\w+ )*(?:public |package |internal |private |fileprivate )?import (?:(?:struct|class|enum|func|protocol|typealias|let|var) )?(\w+).*/
          )
        else { continue }
        let module = String(match.output.1)
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }
}
