package import IbidSource

/// `rule arrests(n: quantity) in sentences { n: Number "arrests" example "Two arrests." => { n: 2 } }`
package struct Rule: Sendable, Equatable {
  package var name: Name
  /// The columns that its captures fill.
  package var captures: [Field]
  /// What it reads; `sentences` is the only such table.
  package var table: Name
  /// Matches may share words.
  package var overlapsAll: Bool
  package var pattern: [RulePart]
  package var lines: [RuleLine]

  package init(
    name: Name, captures: [Field], table: Name, overlapsAll: Bool, pattern: [RulePart], lines: [RuleLine]
  ) {
    self.name = name
    self.captures = captures
    self.table = table
    self.overlapsAll = overlapsAll
    self.pattern = pattern
    self.lines = lines
  }
}

/// An atom, how often it stands there, and the column that keeps it.
package struct RulePart: Sendable, Equatable {
  package var capture: Name?
  package var atom: RuleAtom
  package var repetition: RuleRepetition
  package var span: ByteSpan

  package init(capture: Name?, atom: RuleAtom, repetition: RuleRepetition, span: ByteSpan) {
    self.capture = capture
    self.atom = atom
    self.repetition = repetition
    self.span = span
  }
}

/// How often an atom may stand in a row, as it was written.
package enum RuleRepetition: Sendable, Equatable {
  case once, optional, any, some
  /// `{2}`, `{1,8}`, `{2,}`: from and to; nil for no end.
  case times(IntegerLiteral, IntegerLiteral?)
  case atLeast(IntegerLiteral)
}

/// The smallest parts of a pattern, and patterns in brackets.
package struct RuleAtom: Sendable, Equatable {
  package var kind: Kind
  package var span: ByteSpan

  package init(_ kind: Kind, at span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable, Equatable {
    /// `"small boat"`, in any case.
    case words(StringLiteral)
    /// `exact "May"`, capitals and all.
    case exact(StringLiteral)
    /// `lemma "arrest"`: arrest, arrests, arrested, arresting.
    case lemma(StringLiteral)
    /// `/[A-Z]{2,5}/`, all of one token.
    case regex(Regex)
    /// `in gang_words`
    case dictionary(Name)
    /// `Number`, `word`, another rule.
    case named(Name)
    /// `..3`: at most three tokens of any kind.
    case gap(IntegerLiteral)
    /// `("was" | "were")`
    case alternatives([[RulePart]])
    /// `list of Country`
    case list(RuleAtom)
    /// Could not be read; the parser has said why.
    case malformed
  }
}

/// What stands behind a rule's pattern.
package struct RuleLine: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// `before P`, `except after P`
    case context(isBefore: Bool, isExcept: Bool, [RulePart])
    /// `example "…" => { n: 2 }`
    case example(StringLiteral, [Label])
    /// `not "…"`: the rule must find nothing there.
    case counterexample(StringLiteral)
  }

  package var kind: Kind
  package var span: ByteSpan

  package init(_ kind: Kind, at span: ByteSpan) {
    self.kind = kind
    self.span = span
  }
}
