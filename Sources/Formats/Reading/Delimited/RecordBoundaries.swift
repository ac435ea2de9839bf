import IbidColumns

/// Cuts a file with line ends inside of quotes into pieces that begin with a record.
///
/// Whether a quote is open at some place depends on everything before it. So each stretch of the file is walked twice,
/// as if no quote were open at its begin and as if one were; put together in order, the walks tell which was true. The
/// stretches are walked in parallel.
struct RecordBoundaries {
  let source: any ByteSource
  let delimiter: UInt8

  /// One stretch, from after a line end to after another one.
  private struct Walk: Sendable {
    var begin: Int
    /// Whether a quote is open at its end, if none was at its begin and if one was.
    var opensPlain = false
    var opensQuoted = true
    /// Where the first record begins if a quote was open at the begin; nil if none does.
    var firstAfterQuote: Int?
  }

  private enum State { case cellStart, plain, quoted, quoteSeen }

  /// The pieces of the bytes from `start` on.
  func pieces(from start: Int, bytes size: Int, _ parallel: Parallel) -> [PieceReader.Range] {
    let count = max(1, (source.byteCount - start + size - 1) / size)
    let begins = [start] + parallel.map(count - 1) { lineAfter(start + ($0 + 1) * size) }.compactMap { $0 }
    let walks = parallel.map(begins.count) { index in
      walk(from: begins[index], to: index + 1 < begins.count ? begins[index + 1] : source.byteCount)
    }.compactMap { $0 }
    var pieces: [PieceReader.Range] = []
    var isOpen = false
    for (index, walk) in walks.enumerated() {
      let upper = index + 1 < walks.count ? walks[index + 1].begin : source.byteCount
      // A stretch within one long cell has no record of its own.
      if let first = isOpen ? walk.firstAfterQuote : walk.begin, first < upper {
        pieces.append(.init(index: pieces.count, start: first, lower: first, upper: upper))
      }
      isOpen = isOpen ? walk.opensQuoted : walk.opensPlain
    }
    return pieces
  }

  /// The offset after the first line end at or past an offset.
  private func lineAfter(_ offset: Int) -> Int {
    var offset = offset
    var buffer: [UInt8] = []
    while offset < source.byteCount {
      buffer.removeAll(keepingCapacity: true)
      source.append(offset..<min(offset + 4096, source.byteCount), to: &buffer)
      if buffer.isEmpty { return source.byteCount }
      guard let found = buffer.firstIndex(where: DelimitedText.isLineEnd) else {
        offset += buffer.count
        continue
      }
      guard buffer[found] == 0x0D else { return offset + found + 1 }
      var next: [UInt8] = []
      let after = offset + found + 1
      source.append(after..<min(after + 1, source.byteCount), to: &next)
      return next.first == 0x0A ? after + 1 : after
    }
    return source.byteCount
  }

  private func walk(from begin: Int, to end: Int) -> Walk {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, end - begin))
    if begin < end { source.append(begin..<end, to: &bytes) }
    var walk = Walk(begin: begin)
    walk.opensPlain = walked(bytes, from: .cellStart, firstRecord: nil) == .quoted
    var first: Int?
    walk.opensQuoted = walked(bytes, from: .quoted) { if first == nil { first = begin + $0 } } == .quoted
    walk.firstAfterQuote = first
    return walk
  }

  /// The state at the end; `firstRecord` is told where records begin.
  private func walked(_ bytes: [UInt8], from start: State, firstRecord: ((Int) -> Void)?) -> State {
    var state = start
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch state {
      case .quoted:
        if byte == DelimitedText.quote { state = .quoteSeen }
        continue
      case .quoteSeen where byte == DelimitedText.quote:
        state = .quoted
        continue
      case .cellStart where byte == DelimitedText.quote:
        state = .quoted
        continue
      case .quoteSeen, .cellStart, .plain: break
      }
      if byte == delimiter {
        state = .cellStart
      } else if DelimitedText.isLineEnd(byte) {
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        state = .cellStart
        firstRecord?(index)
      } else {
        state = .plain
      }
    }
    return state == .quoteSeen ? .plain : state
  }
}
