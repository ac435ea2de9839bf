import IbidColumns

/// Numbers of a column brought together group by group, each group's in the order of the rows.
///
///     values   [7, 3, | 5, 1, 9]     those of group `g` are `values[starts[g]..<starts[g + 1]]`
///     starts   [0, 2, 5]
struct GroupedValues {
  private(set) var values: [Double]
  let starts: [Int]

  /// Rows without a group or value are left out. O(rows + groups), by all threads.
  init(_ numbers: [Double], _ groups: Aggregation, _ validity: Bitmap?) {
    let parallel = Parallel.current
    let size = groups.groupCount
    let ids = groups.ids.array
    let stretches = parallel.stretches(of: ids.count, keeping: size)
    let counts = parallel.parts(stretches.count) { index in
      var counts = [Int](repeating: 0, count: size)
      counts.withApart { counts in
        let ids = ids.span
        for row in stretches[index] where ids[row] >= 0 && (validity?[row] ?? true) { counts[Int(ids[row])] &+= 1 }
      }
      return counts
    }
    var places = counts
    var starts: [Int] = []
    var place = 0
    for group in 0..<size {
      starts.append(place)
      for stretch in counts.indices {
        places[stretch][group] = place
        place += counts[stretch][group]
      }
    }
    starts.append(place)
    self.starts = starts
    let begins = places
    values = [Double](apart: place, filler: 0) { values in
      parallel.forEach(begins.count) { index in
        var next = begins[index]
        next.withApart { next in
          let (ids, numbers) = (ids.span, numbers.span)
          for row in stretches[index] where ids[row] >= 0 && (validity?[row] ?? true) {
            let group = Int(ids[row])
            let place = next[group]
            values[place] = numbers[row]
            next[group] = place &+ 1
          }
        }
      }
    }
  }

  func count(_ group: Int) -> Int { starts[group + 1] - starts[group] }

  /// Of each group, the values at two places in ascending order that follow each other or are the same, which `places` gives
  /// for the group's size; nil for none.
  ///
  /// Finds them without sorting: O(rows) on average. The values of a group change places.
  mutating func selected(_ places: (_ count: Int) -> (lower: Int, upper: Int)?) -> [(lower: Double, upper: Double)?] {
    let starts = self.starts
    let groups = starts.count - 1
    let parallel = Parallel.current
    // Some groups at a time, so that a piece of work is worth a thread's while.
    let groupsAtOnce = max(1, min(64, groups / 64))
    var found = [(lower: Double, upper: Double)?](repeating: nil, count: groups)
    values.withApart { values in
      found.withApart { found in
        parallel.forEach((groups + groupsAtOnce - 1) / groupsAtOnce) { part in
          var selection = Selection()
          for group in part * groupsAtOnce..<min((part + 1) * groupsAtOnce, groups) {
            let range = starts[group]..<starts[group + 1]
            guard let place = places(range.count) else { continue }
            found[group] = selection.values(at: place.lower, place.upper, of: values, range)
          }
        }
      }
    }
    return found
  }
}
