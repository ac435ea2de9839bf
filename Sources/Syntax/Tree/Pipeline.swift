package import IbidSource

/// An expression and the steps it runs through; a pipeline without steps is its expression.
package struct Pipeline: Sendable, Equatable {
  package var source: Expression
  package var steps: [Step]
  package var span: ByteSpan
  package init(source: Expression, steps: [Step], span: ByteSpan) {
    self.source = source
    self.steps = steps
    self.span = span
  }
}

/// `name = expression` or an expression that names itself.
package struct Item: Sendable, Equatable {
  package var name: Name?
  package var value: Expression
  package init(name: Name?, value: Expression) {
    self.name = name
    self.value = value
  }
  package var span: ByteSpan { name.map { $0.span.joined(with: value.span) } ?? value.span }
}

/// `expression asc|desc`
package struct SortKey: Sendable, Equatable {
  package var value: Expression
  package var isDescending: Bool
  package var span: ByteSpan
  package init(_ value: Expression, isDescending: Bool, span: ByteSpan) {
    self.value = value
    self.isDescending = isDescending
    self.span = span
  }
}

/// What stands after a `|`.
package struct Step: Sendable, Equatable {
  package var kind: Kind
  /// The step word(s).
  package var keyword: ByteSpan
  /// From the step word to the end of the step.
  package var span: ByteSpan
  package init(_ kind: Kind, keyword: ByteSpan, span: ByteSpan) {
    self.kind = kind
    self.keyword = keyword
    self.span = span
  }

  package enum JoinKind: String, Sendable, Equatable, CaseIterable { case inner, left, full, semi, anti, asof }

  /// `along giver to receiver`
  package struct Ends: Sendable, Equatable {
    package var from: Name
    package var to: Name
    package var isDirected: Bool
    package init(from: Name, to: Name, isDirected: Bool) {
      self.from = from
      self.to = to
      self.isDirected = isDirected
    }
  }

  package indirect enum Kind: Sendable, Equatable {
    case filter(Expression)
    case select([Item])
    case derive([Item])
    case drop([Name])
    /// new = old
    case rename([Renaming])
    case sort([SortKey])
    case take(IntegerLiteral)
    case skip(IntegerLiteral)
    case sample(IntegerLiteral, seed: IntegerLiteral?)
    case distinct([Expression])
    case count(by: [Item])
    case summarize([Item], by: [Item])
    case top(IntegerLiteral, by: [SortKey], per: [Expression])
    case join(JoinKind, name: Name, table: Expression, on: [Expression])
    case union(Expression)
    case unnest([Name])
    case pivot(Item, for: [Name], in: [Expression]?, by: [Item])
    case unpivot([Name], into: Name, Name)
    case fill(Name, Expression, by: [Expression])
    case search(StringLiteral, in: [Name])
    case describe
    case cite
    case plot(Name, [Item])
    case save(StringLiteral, Ends?)
    case conflicts(of: [Name], by: [Expression], all: Bool)
    case pairs(of: [Name])
    case components(Ends?)
    case reach(Ends?, from: Expression, within: IntegerLiteral?)
    case paths(Ends?, from: Expression, to: Expression, within: IntegerLiteral?)
    case without(Expression, Ends?)
    /// Not a step; the parser has said so.
    case malformed
  }
}

/// `new = old`
package struct Renaming: Sendable, Equatable {
  package var new: Name
  package var old: Name
  package init(new: Name, old: Name) {
    self.new = new
    self.old = old
  }
}
