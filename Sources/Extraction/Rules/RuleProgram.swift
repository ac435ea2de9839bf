import IbidPatterns
import IbidPlan

/// A pattern as a program for `RuleMatcher`: a Thompson automaton, an instruction a state.
///
/// Instructions that consume move to the next one. `split` tries its first branch before the second where both end at the
/// same token.
struct RuleProgram: Sendable {
  enum Instruction: Sendable {
    /// One token that meets a test.
    case token(TokenTest)
    /// Something found at this token, of any length; `capture` keeps it, if it is one.
    case found(kind: Int, capture: Int?)
    case split(Int, Int)
    case jump(Int)
    case open(capture: Int)
    case close(capture: Int)
    /// An element of a list of words begins or ends.
    case openItem(capture: Int)
    case closeItem(capture: Int)
    case match
  }

  enum TokenTest: Sendable {
    case id(Int32)
    /// A word whose number, behind `start`, is marked in `wordMarks`; numbers from `count` on are none.
    case ids(start: Int32, count: Int32)
    /// The number of the word, and where its letters stand in `exactWords`.
    case exact(Int32, word: Int32)
    /// Index in `regexes`.
    case regex(Int32)
    case word
    case any
  }

  /// Plain values: what is larger stands beside them, so that to look at one counts no reference.
  var instructions: [Instruction] = []
  /// Of every test of several words a mark for each number up to the largest of them.
  var wordMarks: [Bool] = []
  var exactWords: [[UInt8]] = []
  var regexes: [RegularExpression] = []
  /// Where matches may start.
  var start = RuleStart()
}

/// What a token must be for a match to start there; computed from a program.
struct RuleStart: Sendable {
  /// By the numbers of words.
  var ids: [Bool] = []
  /// By the kinds of things found.
  var kinds: [Bool] = []
  /// Any token that is no punctuation may start one.
  var words = false
  /// Any token may.
  var any = false
}

/// What a sentence must hold for a rule to match in it.
struct RulePrefilter: Sendable {
  /// One of these words; nil: none is certain.
  var words: [Int32]?
  /// All of these kinds of things.
  var kinds: [Int] = []
}

/// A rule, compiled.
struct CompiledRule: Sendable {
  struct Context: Sendable {
    var isBefore: Bool
    var isExcept: Bool
    var program: RuleProgram
    /// The most tokens that it can hold.
    var length: Int
  }

  var definition: RuleDefinition
  var program: RuleProgram
  var contexts: [Context]
  var prefilter: RulePrefilter
  /// The kind under which other rules see its matches.
  var kind: Int
}
