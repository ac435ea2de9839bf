/// Earlier states of the text being edited.
///
/// libedit undoes in its vi mode only; this works in both, since it looks at the text rather than at what changed it.
struct UndoStack {
  private var states: [EditBuffer] = []
  private var current = EditBuffer()
  /// The last change was one typed letter, and the next one belongs to the same step.
  private var isTyping = false

  /// Tells of the text as it is now; call it whenever a key has been handled.
  mutating func note(_ buffer: EditBuffer) {
    guard buffer.characters != current.characters else {
      current.cursor = buffer.cursor
      return
    }
    let isOneMore = buffer.characters.count == current.characters.count + 1
    let startsWord = isOneMore && buffer.cursor > 0 && buffer.characters[buffer.cursor - 1] == " "
    if !(isTyping && isOneMore && !startsWord) { states.append(current) }
    if states.count > 500 { states.removeFirst() }
    isTyping = isOneMore
    current = buffer
  }

  /// The state before the last step; nil if there is none.
  mutating func undo() -> EditBuffer? {
    guard let state = states.popLast() else { return nil }
    current = state
    isTyping = false
    return state
  }
}
