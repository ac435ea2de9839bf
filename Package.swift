// swift-tools-version: 6.2

import PackageDescription

/// Flags of every Swift target.
///
/// - `ExistentialAny`, `InternalImportsByDefault`, `MemberImportVisibility`: a module shows only what it means to.
/// - `strictMemorySafety`: every `unsafe` is spelled out, with its reason beside it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// A module of the pipeline: `IbidPlan` lives in `Sources/Plan`.
func module(_ name: String, uses dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: "Ibid" + name, dependencies: dependencies, path: path ?? "Sources/" + name, swiftSettings: settings)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/" + name, swiftSettings: settings)
}

let package = Package(
  name: "ibid",
  products: [
    .library(name: "Ibid", targets: ["Ibid"]),
    .executable(name: "ibid", targets: ["IbidCommand"]),
    .executable(name: "ibid-bench", targets: ["IbidBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Modules, in the order in which a query and a document travel. Dependencies point up this list only.
    module("Source"),
    module("Syntax", uses: ["IbidSource"]),
    module("Types", uses: []),
    module("Columns", uses: ["IbidTypes", "CAllocator", "CVectors"]),
    module("Patterns", uses: ["CRegex"]),
    module("Plan", uses: ["IbidSource", "IbidTypes"]),
    module("Semantics", uses: ["IbidSource", "IbidSyntax", "IbidTypes", "IbidPlan", "IbidPatterns"]),
    module("Engine", uses: ["IbidSource", "IbidPlan", "IbidColumns", "IbidTypes", "IbidPatterns"]),
    module("Documents", uses: ["IbidSource", "CReaders"]),
    module(
      "Extraction",
      uses: ["IbidSource", "IbidDocuments", "IbidColumns", "IbidTypes", "IbidPlan", "IbidPatterns", "CIbidData"]),
    module("Formats", uses: ["IbidColumns", "IbidTypes", "CVectors"]),
    module(
      "",  // the façade, `Ibid`
      uses: [
        "IbidSource", "IbidSyntax", "IbidTypes", "IbidColumns", "IbidPlan", "IbidSemantics", "IbidEngine",
        "IbidDocuments", "IbidExtraction", "IbidFormats",
      ], path: "Sources/Ibid"),
    // Parsers of HTML and XML, inflate, iconv and processes for the readers of documents.
    .target(name: "CReaders", dependencies: ["CLibXML2", "CZlib"], path: "Sources/CReaders"),
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CAllocator", path: "Sources/CAllocator"),
    // Tests of sixty-four elements at once, by instructions of processors that Swift has no names for.
    .target(name: "CVectors", path: "Sources/CVectors"),
    // Stands in front of the allocator, which is for programs to decide, and not for a library.
    .target(name: "CKeptMemory", path: "Sources/CKeptMemory"),
    .target(name: "CRegex", path: "Sources/CRegex", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CIbidData", path: "Sources/CIbidData"),
    .target(name: "CEditLine", path: "Sources/CEditLine", linkerSettings: [.linkedLibrary("edit")]),
    .executableTarget(
      name: "IbidCommand",
      dependencies: [
        "Ibid", "CEditLine", "CKeptMemory", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/IbidCommand", swiftSettings: settings),

    // Makes data, and times Ibid on it: `make bench`.
    .executableTarget(
      name: "IbidBench", dependencies: ["Ibid", "IbidColumns", "CKeptMemory"], path: "Tests/Bench",
      exclude: ["bench.py", "peers.py", "report.py", "queries.json"], swiftSettings: settings),

    tests("SourceTests", of: ["IbidSource"]),
    tests("SyntaxTests", of: ["IbidSyntax", "IbidSource"]),
    tests("TypesTests", of: ["TestSupport", "IbidTypes"]),
    tests("ColumnsTests", of: ["IbidColumns", "IbidTypes"]),
    tests(
      "EngineTests",
      of: [
        "TestSupport", "IbidEngine", "IbidPlan", "IbidColumns", "IbidTypes", "IbidSource", "IbidSyntax",
        "IbidSemantics", "IbidPatterns",
      ]),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    tests(
      "LimitTests",
      of: [
        "CAllocationCounter", "IbidEngine", "IbidPlan", "IbidColumns", "IbidTypes", "IbidSource", "IbidSyntax",
        "IbidSemantics",
      ]),
    tests(
      "AllocationTests", of: ["CAllocationCounter", "IbidEngine", "IbidPlan", "IbidColumns", "IbidTypes", "IbidSource"]),
    tests("DocumentsTests", of: ["TestSupport", "IbidDocuments", "IbidSource"]),
    tests(
      "ExtractionTests",
      of: ["TestSupport", "IbidExtraction", "IbidDocuments", "IbidPlan", "IbidTypes", "IbidSource"]),
    tests("FormatsTests", of: ["TestSupport", "IbidFormats", "IbidColumns", "IbidTypes"]),
    tests("CommandTests", of: ["TestSupport", "IbidCommand", "Ibid"]),
    tests("IbidTests", of: ["TestSupport", "Ibid", "IbidPlan", "IbidSource"]),
    tests("SeedTests", of: ["TestSupport", "Ibid"]),
    // Tests through the language, over the examples.
    .target(name: "TestSupport", dependencies: ["Ibid"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("LanguageTests", of: ["TestSupport", "Ibid", "IbidSource", "IbidSyntax", "IbidSemantics", "IbidPlan"]),
    tests("FuzzTests", of: ["TestSupport", "Ibid", "IbidSource", "IbidSyntax", "IbidSemantics", "IbidPlan"]),
    tests("ArchitectureTests", of: ["TestSupport"]),
    tests("DocsTests", of: ["TestSupport", "Ibid", "IbidPlan", "IbidSemantics", "IbidSource", "IbidSyntax"]),
  ],
  cxxLanguageStandard: .cxx17
)
