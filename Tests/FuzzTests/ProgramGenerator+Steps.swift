import IbidSource
import IbidSyntax

extension ProgramGenerator {
  mutating func pipeline(depth: Int = 3) -> Pipeline {
    Pipeline(source: expression(depth: depth), steps: many(0...4) { $0.step(depth: depth - 1) }, span: Self.span)
  }

  mutating func step(depth: Int) -> Step { Step(stepKind(depth), keyword: Self.span, span: Self.span) }

  private mutating func stepKind(_ depth: Int) -> Step.Kind {
    switch number(29) {
    case 0, 1: .filter(expression(depth: depth))
    case 2: .select(items(1...5, depth))
    case 3: .derive(items(1...3, depth))
    case 4: .drop(many(1...4) { $0.name() })
    case 5: .rename(many(1...3) { Renaming(new: $0.name(), old: $0.name()) })
    case 6: .sort(keys(1...3, depth))
    case 7: .take(integer())
    case 8: .skip(integer())
    case 9: .sample(integer(), seed: perhaps { $0.integer() })
    case 10: .distinct(expressions(0...3, depth))
    case 11: .count(by: items(0...3, depth))
    case 12: .summarize(items(1...4, depth), by: items(0...3, depth))
    case 13: .top(integer(), by: keys(1...2, depth), per: expressions(0...2, depth))
    case 14:
      .join(one(Step.JoinKind.allCases), name: name(), table: expression(depth: depth), on: expressions(1...3, depth))
    case 15: .union(expression(depth: depth))
    case 16: .unnest(path())
    case 17:
      .pivot(item(depth), for: path(), in: perhaps { $0.expressions(0...4, depth) }, by: items(0...2, depth))
    case 18: .unpivot(many(1...4) { $0.name() }, into: name(), name())
    case 19: .fill(name(), expression(depth: depth), by: expressions(0...2, depth))
    case 20: .search(text(), in: many(0...3) { $0.name() })
    case 21: .describe
    case 22: .cite
    case 23: .plot(Name(one(["bars", "lines", "histogram"]), at: Self.span), items(1...3, depth))
    case 24: .save(text(), perhaps { $0.ends() })
    case 25: .conflicts(of: path(), by: expressions(1...3, depth), all: chance(2))
    case 26: .pairs(of: path())
    case 27: .without(expression(depth: depth), perhaps { $0.ends() })
    default: network(depth)
    }
  }

  private mutating func network(_ depth: Int) -> Step.Kind {
    let ends = perhaps { $0.ends() }
    let within = perhaps { $0.integer() }
    return switch number(3) {
    case 0: .components(ends)
    case 1: .reach(ends, from: expression(depth: depth), within: within)
    default: .paths(ends, from: expression(depth: depth), to: expression(depth: depth), within: within)
    }
  }

  private mutating func ends() -> Step.Ends { Step.Ends(from: name(), to: name(), isDirected: chance(2)) }

  private mutating func item(_ depth: Int) -> Item {
    Item(name: perhaps { $0.name() }, value: column(depth))
  }

  /// Not a text alone: it is taken for the name of a column, as other languages write it.
  private mutating func column(_ depth: Int) -> Expression {
    let value = expression(depth: depth)
    guard case .literal(.string) = value.kind else { return value }
    return Expression(.name(name()), at: Self.span)
  }

  private mutating func items(_ counts: ClosedRange<Int>, _ depth: Int) -> [Item] { many(counts) { $0.item(depth) } }

  mutating func keys(_ counts: ClosedRange<Int>, _ depth: Int) -> [SortKey] {
    many(counts) { SortKey($0.column(depth), isDescending: $0.chance(2), span: Self.span) }
  }

  mutating func expressions(_ counts: ClosedRange<Int>, _ depth: Int) -> [Expression] {
    many(counts) { $0.expression(depth: depth) }
  }

  private mutating func path() -> [Name] { many(1...3) { $0.name() } }
}
