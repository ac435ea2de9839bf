import IbidTypes

extension FunctionCatalog {
  /// Functions of lists; `length` is with those of text, aggregates of a list (`names.count()`) with aggregates.
  static let lists: [FunctionEntry] = [
    scalar(
      .join, in: .lists, [P("list", .list), P("by", .text)], .type(.text),
      "The elements in one text, with `by` between them.", (#"join(["a", "b"], "+")"#, "a+b"),
      (#"join([1, none], "+")"#, "1+–")),
    scalar(
      .first, in: .lists, [P("list", .list)], .elementOf(0), mayBeMissing: true, "The first element.",
      ("first([3, 1, 2])", "3"), ("first([])", "–")),
    scalar(
      .last, in: .lists, [P("list", .list)], .elementOf(0), mayBeMissing: true, "The last element.",
      ("last([3, 1, 2])", "2"), ("last([])", "–")),
  ]
}
