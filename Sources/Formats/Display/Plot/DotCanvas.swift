/// A field of dots that becomes lines of text: eight dots a cell in braille, one in ASCII.
struct DotCanvas {
  let width: Int
  let height: Int
  /// Dots of a cell, across and down.
  let across: Int
  let down: Int
  private var dots: [UInt8]
  private var marks: [Character?]

  init(width: Int, height: Int, isUnicode: Bool) {
    self.width = width
    self.height = height
    across = isUnicode ? 2 : 1
    down = isUnicode ? 4 : 1
    dots = [UInt8](repeating: 0, count: width * height)
    marks = [Character?](repeating: nil, count: width * height)
  }

  /// A dot by column from the left and row from the top; one outside is not drawn.
  mutating func dot(_ x: Int, _ y: Int) {
    guard (0..<width * across).contains(x), (0..<height * down).contains(y) else { return }
    dots[y / down * width + x / across] |= Self.bits[across == 1 ? 0 : (y % 4) * 2 + x % 2]
  }

  /// Bit of each dot of a braille cell, row by row (Unicode, block U+2800).
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  /// A line of dots (J. Bresenham, 1965).
  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
    let (width, height) = (abs(b.x - a.x), abs(b.y - a.y))
    let (right, below) = (a.x < b.x ? 1 : -1, a.y < b.y ? 1 : -1)
    var (x, y, error) = (a.x, a.y, width - height)
    while true {
      dot(x, y)
      if x == b.x, y == b.y { return }
      let twice = 2 * error
      if twice > -height {
        error -= height
        x += right
      }
      if twice < width {
        error += width
        y += below
      }
    }
  }

  /// A character in the cell of a dot, over all dots.
  mutating func mark(_ x: Int, _ y: Int, _ character: Character) {
    guard (0..<width * across).contains(x), (0..<height * down).contains(y) else { return }
    marks[y / down * width + x / across] = character
  }

  func row(_ row: Int) -> String {
    String(
      (row * width..<(row + 1) * width).map { cell -> Character in
        if let mark = marks[cell] { return mark }
        if dots[cell] == 0 { return " " }
        if across == 1 { return "." }
        return Unicode.Scalar(0x2800 + UInt32(dots[cell])).map(Character.init) ?? " "
      })
  }
}
