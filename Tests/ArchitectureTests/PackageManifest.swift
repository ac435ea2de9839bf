import Foundation
import TestSupport

/// The targets of `Package.swift`, read as text: asking SwiftPM would start a second build inside the first.
struct PackageManifest {
  struct Target {
    var name: String
    /// Names of targets and products.
    var dependencies: [String]
    var folder: String
    var isTest: Bool
  }

  let targets: [Target]

  init(_ text: String) {
    var targets: [Target] = []
    let openings = ["module(", ".target(", ".executableTarget(", ".systemLibrary(", "tests("]
    let lines = text.components(separatedBy: "\n").drop {
      !$0.contains("targets: [\n") && !$0.hasPrefix("  targets: [")
    }.dropFirst()
    let body = lines.map { $0.replacing(/^\s*\/\/.*$/, with: "").replacing(/\s\/\/ .*$/, with: "") }.joined(
      separator: "\n")
    var rest = body[...]
    while let (opening, range) = openings.compactMap({ opening in rest.firstRange(of: opening).map { (opening, $0) } })
      .min(by: { $0.1.lowerBound < $1.1.lowerBound })
    {
      let call = Self.balanced(rest[range.upperBound...])
      rest = rest[range.upperBound...].dropFirst(call.count)
      let strings = call.matches(of: /"([^"]*)"/).map { String($0.output.1) }
      guard let first = strings.first else { continue }
      let dependencies = call.firstMatch(of: /(?:uses|dependencies|of): \[((?s).*?)\]/).map { list in
        list.output.1.replacing(/, package: "[^"]*"/, with: "").matches(of: /"([^"]*)"/).map { String($0.output.1) }
      }
      let path = call.firstMatch(of: /path: "([^"]*)"/).map { String($0.output.1) }
      let isModule = opening == "module("
      let isTest = opening == "tests("
      targets.append(
        Target(
          name: isModule ? "Ibid" + first : first, dependencies: dependencies ?? [],
          folder: path ?? (isTest ? "Tests/" : "Sources/") + first,
          isTest: isTest || (path ?? "").hasPrefix("Tests/")))
    }
    self.targets = targets
  }

  /// The text up to the bracket that closes one opened before it.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
