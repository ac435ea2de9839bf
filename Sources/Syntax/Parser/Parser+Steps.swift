import IbidSource

/// Steps of more than one part. Each function starts after the step word.
extension Parser {
  /// sample = "sample" INTEGER ["seed" INTEGER] ;
  mutating func sample() -> Step.Kind {
    let count = integer("a number of rows")
    return .sample(count, seed: take(word: "seed") ? integer("a seed") : nil)
  }

  /// summarize = "summarize" items ["by" items] ;
  mutating func summarize() -> Step.Kind {
    if take(.by) {
      report(SyntaxDiagnostic.summarizeWithoutItems(at: tokens[position - 1].span))
      return .summarize([], by: items())
    }
    let aggregates = items()
    if !isRecovering, at(caseless: "group"), kind(ahead: 1) == .by {
      let place = here.joined(with: tokens[position + 1].span)
      report(SyntaxDiagnostic.foreign(source.string(place), ours: "by", at: place))
      advance()
    }
    return .summarize(aggregates, by: optionalBy())
  }

  /// top = "top" INTEGER "by" keys ["per" expressions] ;
  mutating func top() -> Step.Kind {
    let count = integer("a number of rows")
    guard expect(word: "by", in: "top") else { return .top(count, by: [], per: []) }
    let keys = keys(descending: true)
    return .top(count, by: keys, per: !isRecovering && take(.per) ? expressions() : [])
  }

  /// `left`, `full`, `semi`, `anti` or `asof` was read.
  mutating func join(kind: String) -> Step.Kind {
    let start = position - 1
    if at(word: "outer") {
      report(SyntaxDiagnostic.foreign("outer", ours: "", at: here))
      advance()
    }
    guard expect(word: "join", in: kind) else { return .malformed }
    return join(Step.JoinKind(rawValue: kind) ?? .inner, from: start)
  }

  /// join = ["left" | "full" | "semi" | "anti" | "asof"] "join" NAME "=" postfix "on" expressions ;
  mutating func join(_ kind: Step.JoinKind, from start: Int, foreign: ForeignJoin? = nil) -> Step.Kind {
    let foreign = joinFlavour() ?? foreign
    let kind = foreign?.kind ?? kind
    var name = Name("", at: here)
    var written: String?
    let isNamed = self.kind(ahead: 1) == .assign || !self.kind.isName && !at(.leftParenthesis)
    if isNamed {
      name = self.name("a name for the rows of the other table")
      guard equals(after: "the name") else { return .malformed }
    }
    let table = postfix()
    if !isNamed, !isRecovering { (name, written) = joinName(of: table) }
    guard expect(word: "on", in: "join") else { return .join(kind, name: name, table: table, on: []) }
    let conditions = expressions()
    guard !isRecovering, written != nil || foreign != nil else {
      return .join(kind, name: name, table: table, on: conditions)
    }
    let meant = reportJoin(
      kind, from: start, foreign, table: table, name: name, written: written ?? name.text, on: conditions)
    return .join(kind, name: Name(name.text, at: table.span), table: table, on: meant)
  }

  /// unpivot = "unpivot" names "into" NAME "," NAME ;
  mutating func unpivot() -> Step.Kind {
    let columns = names("a column")
    guard expect(word: "into", in: "unpivot") else { return .malformed }
    let name = name("a name for the column of names")
    if !isRecovering, !take(.comma) {
      fail(SyntaxDiagnostic.expected("`,`", role: "between the two new names", found: found, at: here))
    }
    return .unpivot(
      columns, into: name, isRecovering ? Name("", at: here) : self.name("a name for the column of values"))
  }

  /// pivot = "pivot" item "for" path ["in" listLiteral] ["by" items] ;
  mutating func pivot() -> Step.Kind {
    let value = item()
    guard expect(word: "for", in: "pivot") else { return .malformed }
    let column = path("a column")
    var values: [Expression]?
    if !isRecovering, take(.in) {
      if at(.leftBracket), case .list(let listed) = listLiteral().kind {
        values = listed
      } else {
        fail(
          SyntaxDiagnostic.expected(
            "a list", role: "after `in`", found: found, at: here, examples: ["[\"planned\", \"done\"]"]))
      }
    }
    return .pivot(value, for: column, in: values, by: optionalBy())
  }

  /// fill = "fill" NAME "=" expression ["by" expressions] ;
  mutating func fill() -> Step.Kind {
    let column = name("a column")
    guard equals(after: "the column") else { return .malformed }
    let range = expression()
    return .fill(column, range, by: !isRecovering && take(.by) ? expressions() : [])
  }

  /// search = "search" STRING ["in" names] ;
  mutating func search() -> Step.Kind {
    let words = string("the words to look for")
    return .search(words, in: !isRecovering && take(.in) ? names("a column") : [])
  }

  /// plot = "plot" NAME items ;
  mutating func plot() -> Step.Kind {
    let shape = name("`bars`, `lines` or `histogram`")
    return .plot(shape, isRecovering ? [] : items())
  }

  /// save = "save" STRING [ends] ;
  mutating func save() -> Step.Kind {
    let path = string("a file name")
    return .save(path, isRecovering ? nil : ends())
  }

  /// conflicts = "conflicts" "of" path "by" expressions ["all"] ;
  mutating func conflicts() -> Step.Kind {
    guard expect(word: "of", in: "conflicts") else { return .malformed }
    let value = path("a column")
    guard expect(word: "by", in: "conflicts") else { return .conflicts(of: value, by: [], all: false) }
    let keys = expressions()
    return .conflicts(of: value, by: keys, all: !isRecovering && take(word: "all"))
  }

  /// pairs = "pairs" "of" path ;
  mutating func pairs() -> Step.Kind {
    guard expect(word: "of", in: "pairs") else { return .malformed }
    return .pairs(of: path("a list column"))
  }

  /// reach = "reach" [ends] "from" expression [within] ;
  mutating func reach() -> Step.Kind {
    let ends = ends()
    guard expect(word: "from", in: "reach") else { return .malformed }
    let start = expression()
    return .reach(ends, from: start, within: within())
  }

  /// paths = "paths" [ends] "from" expression "to" expression [within] ;
  mutating func paths() -> Step.Kind {
    let ends = ends()
    guard expect(word: "from", in: "paths") else { return .malformed }
    let start = expression()
    guard expect(word: "to", in: "paths") else { return .malformed }
    let goal = expression()
    return .paths(ends, from: start, to: goal, within: within())
  }

  /// without = "without" expression [ends] ;
  mutating func without() -> Step.Kind {
    let node = expression()
    return .without(node, isRecovering ? nil : ends())
  }
}
