/// How often each value stands in a frame.
struct ValueCounts: MovingState {
  /// Number of each row's value, from 0 on.
  private let numbers: [Int32]
  private var members: [Int32]
  /// How many values stand in the frame.
  private(set) var different = 0

  init(_ values: Grouping) {
    numbers = values.ids.array
    members = [Int32](repeating: 0, count: values.count)
  }

  mutating func enter(_ row: Int) {
    let number = Int(numbers[row])
    if members[number] == 0 { different += 1 }
    members[number] += 1
  }

  mutating func leave(_ row: Int) {
    let number = Int(numbers[row])
    members[number] -= 1
    if members[number] == 0 { different -= 1 }
  }
}

/// The most frequent value of a frame that only grows until it is emptied; of equally frequent ones that which came first.
struct GrowingMode: MovingState {
  private let numbers: [Int32]
  private var members: [Int32]
  /// The row that each value entered with, and how many rows had entered before.
  private var first: [(row: Int32, place: Int32)]
  private var count: Int32 = 0
  private var best = -1

  init(_ values: Grouping) {
    numbers = values.ids.array
    members = [Int32](repeating: 0, count: values.count)
    first = [(row: Int32, place: Int32)](repeating: (-1, -1), count: values.count)
  }

  /// The first row of the value, -1 of an empty frame.
  var row: Int32 { best < 0 ? -1 : first[best].row }

  mutating func enter(_ row: Int) {
    let number = Int(numbers[row])
    if members[number] == 0 { first[number] = (Int32(row), count) }
    count += 1
    members[number] += 1
    if best < 0 || members[number] > members[best]
      || members[number] == members[best] && first[number].place < first[best].place
    {
      best = number
    }
  }

  mutating func leave(_ row: Int) {
    members[Int(numbers[row])] -= 1
    count -= 1
    best = -1
  }
}
