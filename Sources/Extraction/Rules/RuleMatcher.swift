import IbidPatterns
import IbidSource

/// Runs programs over the tokens of a text, all states of an automaton side by side.
///
/// A state is visited once at each token, so a run from one token takes time linear in the tokens that it reads, at most
/// `longest`, times the states; nothing is ever tried a second time.
struct RuleMatcher {
  /// The most tokens that a match may have.
  static let longest = 256

  private struct Thread {
    var pc: Int
    /// Its last event; -1 for none.
    var trace: Int32
  }

  /// What happened on the way to a state.
  struct Event {
    enum Kind: UInt8 { case open, close, openItem, closeItem, found }
    var previous: Int32
    var kind: Kind
    var capture: Int32
    /// The token; of a thing found its index.
    var place: Int32
  }

  let text: RuleText
  private(set) var events: [Event] = []
  /// Threads at the token that is looked at, in the order in which they count.
  private var current: [Thread] = []
  /// Those that have consumed it.
  private var next: [Thread] = []
  /// Those that have consumed something of several tokens, by where they go on; filled up to `farthest`.
  private var later: [[Thread]] = Array(repeating: [], count: RuleMatcher.longest + 1)
  private var marks: [UInt32] = []
  private var stamp: UInt32 = 0
  /// The second branches of splits, to be followed after the first.
  private var stack: [Thread] = []

  init(_ text: RuleText) { self.text = text }

  /// The end of the longest match from a token on whose end is accepted, and its last event; nil if there is none.
  ///
  /// Of several ways to match the same tokens the first one counts: earlier alternatives before later ones, more
  /// repetitions before fewer, short gaps before long ones.
  mutating func longest(
    _ program: RuleProgram, from start: Int, limit: Int, accepts: (Int) -> Bool
  ) -> (end: Int, trace: Int32)? {
    events.removeAll(keepingCapacity: true)
    if marks.count < program.instructions.count {
      marks = Array(repeating: 0, count: program.instructions.count)
      stamp = 0
    }
    let last = min(limit - start, Self.longest)
    guard last >= 0 else { return nil }
    var best: (end: Int, trace: Int32)?
    // Where the last of `later` goes on.
    var farthest = 0
    current.append(Thread(pc: 0, trace: -1))
    var offset = 0
    while true {
      stamp &+= 1
      if stamp == 0 {
        for index in marks.indices { marks[index] = 0 }
        stamp = 1
      }
      for index in current.indices {
        stack.append(current[index])
        while let thread = stack.popLast() {
          follow(program, thread, at: start + offset, offset, last, &farthest, &best, accepts)
        }
      }
      offset += 1
      current.removeAll(keepingCapacity: true)
      if offset <= farthest, !later[offset].isEmpty { swap(&current, &later[offset]) }
      current.append(contentsOf: next)
      next.removeAll(keepingCapacity: true)
      if current.isEmpty, offset >= farthest { return best }
    }
  }

  /// Follows a thread until it consumes something, matches, or comes where another one was before it.
  @inline(__always)
  private mutating func follow(
    _ program: RuleProgram, _ thread: Thread, at token: Int, _ offset: Int, _ last: Int, _ farthest: inout Int,
    _ best: inout (end: Int, trace: Int32)?, _ accepts: (Int) -> Bool
  ) {
    var thread = thread
    while marks[thread.pc] != stamp {
      marks[thread.pc] = stamp
      switch program.instructions[thread.pc] {
      case .match:
        if best.map({ $0.end < token }) ?? true, accepts(token) { best = (token, thread.trace) }
        return
      case .jump(let target): thread.pc = target
      case .split(let first, let second):
        stack.append(Thread(pc: second, trace: thread.trace))
        thread.pc = first
      case .open(let capture): thread = note(.open, capture, token, thread)
      case .close(let capture): thread = note(.close, capture, token, thread)
      case .openItem(let capture): thread = note(.openItem, capture, token, thread)
      case .closeItem(let capture): thread = note(.closeItem, capture, token, thread)
      case .token(let test):
        if offset < last, meets(test, of: program, token) {
          next.append(Thread(pc: thread.pc + 1, trace: thread.trace))
        }
        return
      case .found(let kind, let capture):
        if offset < last { consume(kind, capture, thread, at: token, offset, last, &farthest) }
        return
      }
    }
  }

  /// Goes on behind each thing of a kind that begins at a token.
  private mutating func consume(
    _ kind: Int, _ capture: Int?, _ thread: Thread, at token: Int, _ offset: Int, _ last: Int, _ farthest: inout Int
  ) {
    for index in text.places(at: token) where text.things[index].kind == Int32(kind) {
      var length = Int(text.things[index].upper) - token
      // A quotation may go on behind the sentence.
      if kind == RuleKind.quote.rawValue { length = min(length, last - offset) }
      guard offset + length <= last else { continue }
      let behind = capture.map { note(.found, $0, index, thread) } ?? Thread(pc: thread.pc + 1, trace: thread.trace)
      if length == 1 {
        next.append(behind)
      } else {
        farthest = max(farthest, offset + length)
        later[offset + length].append(behind)
      }
    }
  }

  private mutating func note(_ kind: Event.Kind, _ capture: Int, _ place: Int, _ thread: Thread) -> Thread {
    events.append(Event(previous: thread.trace, kind: kind, capture: Int32(capture), place: Int32(place)))
    return Thread(pc: thread.pc + 1, trace: Int32(events.count - 1))
  }

  @inline(__always)
  private func meets(_ test: RuleProgram.TokenTest, of program: RuleProgram, _ token: Int) -> Bool {
    switch test {
    case .id(let id): return text.ids[token] == id
    case .ids(let start, let count):
      let id = text.ids[token]
      return id < count && program.wordMarks[Int(start + id)]
    case .exact(let id, let word):
      return text.ids[token] == id
        && text.tokens.bytes[text.tokens.span(token).range].elementsEqual(program.exactWords[Int(word)])
    case .regex(let index):
      return program.regexes[Int(index)].matches(text.tokens.bytes[text.tokens.span(token).range])
    case .word: return text.isWord(token)
    case .any: return true
    }
  }

  /// The events that led to a match, in their order.
  func path(to trace: Int32) -> [Event] {
    var path: [Event] = []
    var next = trace
    while next >= 0 {
      path.append(events[Int(next)])
      next = events[Int(next)].previous
    }
    return path.reversed()
  }

  /// Whether a match may start at a token.
  func mayStart(_ start: RuleStart, at token: Int) -> Bool {
    if start.any || start.ids[Int(text.ids[token])] || start.words && text.isWord(token) { return true }
    for place in text.places(at: token) where start.kinds[Int(text.things[place].kind)] { return true }
    return false
  }
}
