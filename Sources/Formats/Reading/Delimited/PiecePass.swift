import IbidColumns
import Synchronization

/// One reading of a file: its pieces in order, and the word tables of each reader, a table for each column.
struct PiecePass {
  let pieces: [FilePiece]
  let words: [[WordTable]]

  /// Reads some pieces of a file by several threads. Of those behind one that cannot be read some are left out.
  ///
  /// - Parameter form: of the objects, if the file has JSON lines.
  init(
    _ source: any ByteSource, _ plans: [ColumnPlan], _ ranges: [PieceReader.Range], delimiter: UInt8 = 0,
    form: JSONForm? = nil, _ options: ReadingOptions
  ) {
    let seed = UInt64.random(in: .min ... .max)
    let next = Atomic<Int>(0)
    let last = Atomic<Int>(.max)
    options.parallel.meter?.begin(steps: ranges.count)
    let parts = options.parallel.map(min(options.parallel.threads, max(ranges.count, 1))) { number in
      let reader = PieceReader(source, plans, delimiter: delimiter, form: form, number: number, seed: seed)
      var pieces: [(index: Int, piece: FilePiece)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        // Nothing past a fault is of use.
        guard index < ranges.count, index <= last.load(ordering: .relaxed), !options.parallel.isStopped else { break }
        let piece = reader.read(ranges[index])
        if piece.fault != nil || piece.gaveUp { last.min(index, ordering: .relaxed) }
        pieces.append((index, piece))
        options.parallel.meter?.addStep(bytes: max(0, piece.end - piece.start))
      }
      return (pieces: pieces, words: reader.wordTables)
    }.compactMap { $0 }
    pieces = parts.flatMap(\.pieces).sorted { $0.index < $1.index }.map(\.piece)
    words = parts.map(\.words)
  }

  /// Stretches of one size, of which only the first one's begin is certain.
  static func ranges(of source: any ByteSource, from begin: Int, _ options: ReadingOptions) -> [PieceReader.Range] {
    let size = options.pieceBytes
    let count = max(1, (source.byteCount - begin + size - 1) / size)
    return (0..<count).map { index in
      PieceReader.Range(
        index: index, start: index == 0 ? begin : nil, lower: begin + index * size,
        upper: index + 1 == count ? source.byteCount : begin + (index + 1) * size)
    }
  }
}
