import IbidColumns
import IbidPlan

/// A number that formulas are of.
protocol FormulaNumber: BitwiseCopyable, Sendable {
  static var zero: Self { get }
  /// The numbers of a column of this type; nil for others.
  static func numbers(of column: Column) -> [Self]?
  /// Whether it stands for no value: what is not finite, which stays so in sums, differences and products.
  var isNoValue: Bool { get }
  /// A whole number as one of these.
  static func widened(_ number: Int64) -> Self
  func plus(_ other: Self) -> (partialValue: Self, overflow: Bool)
  func minus(_ other: Self) -> (partialValue: Self, overflow: Bool)
  func times(_ other: Self) -> (partialValue: Self, overflow: Bool)
}

extension Int64: FormulaNumber {
  static func numbers(of column: Column) -> [Int64]? {
    if case .int(let numbers) = column { numbers.values } else { nil }
  }
  @inline(__always) var isNoValue: Bool { false }
  @inline(__always) static func widened(_ number: Int64) -> Int64 { number }
  @inline(__always) func plus(_ other: Int64) -> (partialValue: Int64, overflow: Bool) {
    addingReportingOverflow(other)
  }
  @inline(__always) func minus(_ other: Int64) -> (partialValue: Int64, overflow: Bool) {
    subtractingReportingOverflow(other)
  }
  @inline(__always) func times(_ other: Int64) -> (partialValue: Int64, overflow: Bool) {
    multipliedReportingOverflow(by: other)
  }
}

extension Double: FormulaNumber {
  static func numbers(of column: Column) -> [Double]? {
    if case .float(let numbers) = column { numbers.values } else { nil }
  }
  @inline(__always) var isNoValue: Bool {
    bitPattern & 0x7FF0_0000_0000_0000 == 0x7FF0_0000_0000_0000
  }
  @inline(__always) static func widened(_ number: Int64) -> Double { Double(number) }
  @inline(__always) func plus(_ other: Double) -> (partialValue: Double, overflow: Bool) {
    (self + other, false)
  }
  @inline(__always) func minus(_ other: Double) -> (partialValue: Double, overflow: Bool) {
    (self - other, false)
  }
  @inline(__always) func times(_ other: Double) -> (partialValue: Double, overflow: Bool) {
    (self * other, false)
  }
}

/// A formula as steps over a stack of blocks of rows, so that what one step makes is in the cache when the next one takes it.
struct Formula<Number: FormulaNumber> {
  private enum Step {
    case column([Number])
    /// Whole numbers, also where they become floats; by their distances from the least, which are shorter, where they have some.
    case whole([Int64])
    case bytes([UInt8], from: Int64)
    case shorts([UInt16], from: Int64)
    case words([Int32], from: Int64)
    case constant(Number)
    /// Of the two blocks on top, the upper one is the right side.
    case apply(Arithmetic)
    /// Of the block on top, and a number that is the same for all rows.
    case applyConstant(Arithmetic, Number, isLeft: Bool)
  }

  private var steps: [Step] = []
  private var depth = 0
  private var most = 0
  private var columns = 0
  private(set) var validity: Bitmap?

  /// Rows of a block.
  private static var blockRows: Int { 1024 }

  var hasColumns: Bool { columns > 0 }

  /// Puts a column or a constant on top; false where it is of another type, or a constant that is missing.
  mutating func load(_ operand: Operand, isWidened: Bool) -> Bool {
    if operand.isConstant {
      guard operand.column.isValid(0), let number = Self.numbers(of: operand.column, isWidened)?.first else {
        return false
      }
      push(.constant(number))
      return true
    }
    guard let step = Self.step(for: operand.column, isWidened) else { return false }
    columns += 1
    validity = bothValid(validity, operand.column.validity)
    push(step)
    return true
  }

  private static func numbers(of column: Column, _ isWidened: Bool) -> [Number]? {
    guard isWidened else { return Number.numbers(of: column) }
    if case .int(let numbers) = column { return numbers.values.map(Number.widened) }
    return nil
  }

  /// Whole numbers are read off their distances where they have some.
  private static func step(for column: Column, _ isWidened: Bool) -> Step? {
    guard isWidened || Number.self == Int64.self, case .int(let numbers) = column else {
      return Number.numbers(of: column).map { .column($0) }
    }
    guard let packed = numbers.packed else { return .whole(numbers.values) }
    return switch packed.distances {
    case .bytes(let distances): .bytes(distances, from: packed.least)
    case .shorts(let distances): .shorts(distances, from: packed.least)
    case .words(let distances): .words(distances, from: packed.least)
    }
  }

  private mutating func push(_ step: Step) {
    steps.append(step)
    depth += 1
    most = max(most, depth)
  }

  mutating func apply(_ operation: Arithmetic) {
    depth -= 1
    // A constant that stands on top, or below a single column, needs no block.
    if case .constant(let number)? = steps.last {
      steps[steps.count - 1] = .applyConstant(operation, number, isLeft: false)
    } else if steps.count >= 2, case .constant(let number) = steps[steps.count - 2], isLoaded {
      steps.remove(at: steps.count - 2)
      steps.append(.applyConstant(operation, number, isLeft: true))
    } else {
      steps.append(.apply(operation))
    }
  }

  /// Whether the block on top is a column as it is.
  private var isLoaded: Bool {
    switch steps.last {
    case .column, .whole, .bytes, .shorts, .words: true
    default: false
    }
  }

  /// Nil where a number overflows, or the run was stopped. By all threads.
  func values(rows: Int) -> [Number]? {
    var fit: [Bool] = []
    let size = Self.blockRows
    let values = [Number](apart: rows, filler: .zero) { output in
      fit = Parallel.current.mapMorsels(of: rows) { range in
        withScratch(most * size, filler: Number.zero) { blocks in
          var overflowed = false
          var first = range.lowerBound
          while first < range.upperBound {
            let count = min(size, range.upperBound - first)
            let failed = run(blocks, first, count)
            var isOdd = false
            for row in 0..<count {
              let number = blocks[row]
              isOdd = isOdd || number.isNoValue
              output[first &+ row] = number
            }
            overflowed = overflowed || failed || isOdd
            first += count
          }
          return !overflowed
        }
      }
    }
    return fit.allSatisfy { $0 } && !Parallel.isCurrentStopped() ? values : nil
  }

  /// Leaves the numbers of some rows in the first block; whether one overflowed.
  private func run(_ blocks: Apart<Number>, _ first: Int, _ count: Int) -> Bool {
    let size = Self.blockRows
    var top = -size
    var overflowed = false
    for step in steps {
      switch step {
      case .column(let numbers):
        top += size
        let numbers = numbers.span
        for row in 0..<count { blocks[top &+ row] = numbers[first &+ row] }
      case .whole(let numbers):
        top += size
        let numbers = numbers.span
        for row in 0..<count { blocks[top &+ row] = Number.widened(numbers[first &+ row]) }
      case .bytes(let distances, let least):
        top += size
        Self.unpack(distances, least, first, count, blocks, top)
      case .shorts(let distances, let least):
        top += size
        Self.unpack(distances, least, first, count, blocks, top)
      case .words(let distances, let least):
        top += size
        Self.unpack(distances, least, first, count, blocks, top)
      case .constant(let number):
        top += size
        for row in 0..<count { blocks[top &+ row] = number }
      case .apply(let operation):
        let right = top
        top -= size
        let failed = Self.each(operation, count, blocks, top) { ($0, blocks[right &+ $1]) }
        overflowed = overflowed || failed
      case .applyConstant(let operation, let number, isLeft: false):
        let failed = Self.each(operation, count, blocks, top) { left, _ in (left, number) }
        overflowed = overflowed || failed
      case .applyConstant(let operation, let number, isLeft: true):
        let failed = Self.each(operation, count, blocks, top) { right, _ in (number, right) }
        overflowed = overflowed || failed
      }
    }
    return overflowed
  }

  @inline(__always)
  private static func unpack<Distance: FixedWidthInteger & BitwiseCopyable>(
    _ distances: [Distance], _ least: Int64, _ first: Int, _ count: Int, _ blocks: Apart<Number>, _ top: Int
  ) {
    let distances = distances.span
    for row in 0..<count {
      blocks[top &+ row] = Number.widened(least &+ Int64(truncatingIfNeeded: distances[first &+ row]))
    }
  }

  /// Puts what an operator makes of two numbers in the place of the first; whether one overflowed.
  @inline(__always)
  private static func each(
    _ operation: Arithmetic, _ count: Int, _ blocks: Apart<Number>, _ top: Int,
    _ sides: (Number, Int) -> (left: Number, right: Number)
  ) -> Bool {
    @inline(__always) func loop(_ rule: (Number, Number) -> (partialValue: Number, overflow: Bool)) -> Bool {
      var overflowed = false
      for row in 0..<count {
        let (left, right) = sides(blocks[top &+ row], row)
        let (number, overflow) = rule(left, right)
        blocks[top &+ row] = number
        overflowed = overflowed || overflow
      }
      return overflowed
    }
    return switch operation {
    case .add: loop { $0.plus($1) }
    case .subtract: loop { $0.minus($1) }
    case .multiply, .divide: loop { $0.times($1) }
    }
  }
}
