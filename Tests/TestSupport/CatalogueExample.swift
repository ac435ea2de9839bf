public import Ibid

extension DiagnosticEntry.Example {
  /// The example as a golden script without a file; nil if it is for the eye only.
  package func golden(named name: String) -> Golden? {
    switch stage {
    case .script: Golden(name: name, script: text)
    case .given(let values):
      Golden(name: name, script: text, settings: values.map { "given " + $0 })
    case .prompt: Golden(name: name, script: text, settings: ["session"])
    case .nothingLoaded: Golden(name: name, script: text, settings: ["empty"])
    case .library: Golden(name: name, script: text, settings: ["library"])
    case .swift, .shown: nil
    }
  }
}

extension Golden {
  /// The ids of the messages in what a script printed, in order.
  public static func ids(in output: String) -> [String] {
    output.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("error[") || line.hasPrefix("warning[") else { return nil }
      return line.split(separator: "[").dropFirst().first?.split(separator: "]").first.map(String.init)
    }
  }
}
