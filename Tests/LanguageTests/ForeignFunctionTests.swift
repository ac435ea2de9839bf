import IbidPlan
import IbidSemantics
import IbidSource
import TestSupport
import Testing

@testable import Ibid

/// Functions of other languages are answered with ours.
struct ForeignFunctionTests {
  @Test func eachNameStandsOnceAndIsNotOurs() {
    var seen: Set<String> = []
    for (name, _) in ForeignFunctions.all {
      #expect(FunctionCatalog.entries(named: name).isEmpty, "\(name) is a function of ours")
      #expect(seen.insert(name.lowercased().filter { $0 != "_" }).inserted, "\(name) stands twice")
    }
  }

  @Test func everyCallOfOneIsAnswered() async throws {
    let session = try await Corpus.session()
    for (name, ours) in ForeignFunctions.all {
      for spelling in [name, name.uppercased()] {
        let script = "documents | select x = \(spelling)(title)"
        let errors = await session.prepare(script: script, name: "script").error?.diagnostics ?? []
        #expect(
          errors.contains {
            $0.id == "case-when" || $0.id == "unknown-function" && $0.message.contains("`\(ours)` here")
          },
          "\(spelling): \(errors.map(\.message))")
      }
    }
  }

  @Test func noneKnowsTheDay() async throws {
    let session = try await Corpus.session()
    for name in ForeignFunctions.clocks {
      let script = "documents | where published < \(name)()"
      let errors = await session.prepare(script: script, name: "script").error?.diagnostics ?? []
      #expect(errors.map(\.id) == ["no-clock"], "\(name)")
    }
  }

  /// A name that is offered as an edit is a function; a form that is offered is not mistaken for one.
  @Test func whatIsOfferedExists() {
    for (name, ours) in ForeignFunctions.all where ours.allSatisfy({ $0.isLetter || $0 == "_" || $0.isNumber }) {
      #expect(!FunctionCatalog.entries(named: ours).isEmpty, "\(name): \(ours) is no function")
    }
  }
}
