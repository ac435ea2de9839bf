/// Key sequences that no terminal sends, bound to functions of libedit's own that our commands hand on to.
enum PrivateKey: String {
  case previous = "p"
  case next = "n"
  case search = "s"

  /// As libedit's `bind` reads it.
  var binding: String { "\\e^A" + rawValue }
  /// As it is read from the keyboard.
  var sequence: String { "\u{1B}\u{01}" + rawValue }
}
