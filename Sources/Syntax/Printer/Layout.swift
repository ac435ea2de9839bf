/// A text whose line ends are still open.
///
/// Printing has two halves. `Printer` says what may be broken and how far in the next line then stands; `rendered` chooses, from
/// the outside in, for the width of the page. The algebra is Wadler's ("A prettier printer", 1998), with the groups of
/// Oppen's printer: the lines of a group break all together or not at all.
///
///     .group(["f(", .nest([.softLine, "first,", .line, "second"]), .softLine, ")"])
///
///     f(first, second)      where it fits, else     f(
///                                                     first,
///                                                     second
///                                                   )
struct Layout: Sendable {
  indirect enum Kind: Sendable {
    /// Stays together: on its line, or, if it has line ends of its own, as it is.
    case text(String)
    /// Text that counts nothing towards the width; a line end must follow.
    case comment(String)
    /// A line end in a group that breaks, else `flat`.
    case line(flat: String)
    /// A line end, always.
    case hardLine
    /// Lines inside stand two columns further in.
    case nest(Layout)
    /// All lines directly inside are line ends, or none is.
    case group(Layout)
    case sequence([Layout])
  }

  let kind: Kind
  /// A line end inside cannot be avoided, so every group around it breaks.
  let isForced: Bool

  private init(_ kind: Kind, isForced: Bool) {
    self.kind = kind
    self.isForced = isForced
  }

  static func text(_ text: String) -> Layout { Layout(.text(text), isForced: false) }
  static func comment(_ text: String) -> Layout { Layout(.comment(text), isForced: true) }
  /// A blank or a line end.
  static let line = Layout(.line(flat: " "), isForced: false)
  /// Nothing or a line end.
  static let softLine = Layout(.line(flat: ""), isForced: false)
  static let hardLine = Layout(.hardLine, isForced: true)
  static func nest(_ inner: Layout) -> Layout { Layout(.nest(inner), isForced: inner.isForced) }
  static func group(_ inner: Layout) -> Layout { Layout(.group(inner), isForced: inner.isForced) }

  static func sequence(_ parts: [Layout]) -> Layout {
    Layout(.sequence(parts), isForced: parts.contains { $0.isForced })
  }

  static func + (left: Layout, right: Layout) -> Layout { .sequence([left, right]) }
}

extension Layout: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  init(stringLiteral text: String) { self = .text(text) }
  init(arrayLiteral parts: Layout...) { self = .sequence(parts) }
}
