import IbidTypes

extension FunctionCatalog {
  private static let list = P("list", .list)

  /// Functions of lists. Positions count from 1, negative ones from the end. Aggregates take lists too: `names.count()`.
  static let lists: [FunctionEntry] = [
    scalar(
      .length, in: .lists, [list], .type(.int), "The number of elements, missing ones counted.",
      ("length([1, none, 3])", "3"), ("length([])", "0")),
    scalar(
      .first, in: .lists, [list], .elementOf(0), mayBeMissing: true, "The first element.", ("first([3, 1, 2])", "3"),
      ("first([])", "–")),
    scalar(
      .last, in: .lists, [list], .elementOf(0), mayBeMissing: true, "The last element.", ("last([3, 1, 2])", "2"),
      ("last([])", "–")),
    scalar(
      .element, in: .lists, [list, P("n", .int)], .elementOf(0), mayBeMissing: true,
      "The element at a position; none where there is none.", ("element([3, 1, 2], 2)", "1"),
      ("element([3, 1, 2], -1)", "2"), ("element([3, 1, 2], 4)", "–")),
    scalar(
      .slice, in: .lists, [list, P("from", .int), P("count", .int, .optional)], .argument(0),
      "The elements from a position on, all or so many.", ("slice([3, 1, 2], 2)", "1, 2"),
      ("slice([3, 1, 2], -2, 1)", "1"), ("slice([3, 1, 2], 9).length()", "0")),
    scalar(
      .reversed, in: .lists, [list], .argument(0), "The elements from the last to the first.",
      ("reversed([3, 1, 2])", "2, 1, 3"), ("reversed([]).length()", "0")),
    scalar(
      .sorted, in: .lists, [P("list", .orderedList)], .argument(0), "The elements in order, missing ones last.",
      ("sorted([3, 1, 2])", "1, 2, 3"), ("sorted([2, none, 1])", "1, 2, –")),
    scalar(
      .distinct, in: .lists, [list], .argument(0), "Each element once, by identity, at its first place.",
      ("distinct([2, 1, 2])", "2, 1"), ("distinct([£5m, about(£5m)])", "£5m, about £5m")),
    scalar(
      .flatten, in: .lists, [P("lists", .lists)], .elementOf(0), "The elements of a list's lists, one after the other.",
      ("flatten([[1, 2], [3]])", "1, 2, 3"), (#"flatten([split("a b", " "), ["c"]])"#, "a, b, c")),
    scalar(
      .indexOf, in: .lists, [list, P("x", .any)], .special("int"), mayBeMissing: true,
      "Where an element first stands, by identity; none if it does not.", ("index_of([3, 1, 2], 1)", "2"),
      (#"index_of(["a"], "b")"#, "–")),
    scalar(
      .join, in: .lists, [list, P("by", .text)], .type(.text), "The elements in one text, with `by` between them.",
      (#"join(["a", "b"], "+")"#, "a+b"), (#"join([1, none], "+")"#, "1+–")),
    scalar(
      .range, in: .lists, [P("a", .int), P("b", .int)], .type(.list(.int)),
      "The whole numbers from a to b, both included; empty if b is less.", ("range(1, 4)", "1, 2, 3, 4"),
      ("range(1, 0).length()", "0")),
  ]
}
