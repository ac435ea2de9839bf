// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "embed",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ibid", path: "../..")],
  targets: [
    .executableTarget(name: "embed", dependencies: [.product(name: "Ibid", package: "ibid")])
  ]
)
