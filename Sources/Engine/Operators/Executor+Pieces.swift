import IbidColumns

extension Executor {
  /// The values of pieces of work that the threads share out, in the order of the pieces; nil where one cannot be done: one after
  /// the other they tell which is the first.
  ///
  /// Each piece is done by an executor of its own, which knows the rows of `views`; what it notes is noted here, in the order of
  /// the pieces, as if one had been done after the other.
  func valuesByAllThreads<Value>(
    _ count: Int, knowing views: [Int: Relation], _ work: (Int, Executor) throws(EngineError) -> Value
  ) throws(EngineError) -> [Value]? {
    let parts = parallel.map(count) { index -> (value: Value, recorder: Recorder)? in
      let own = Executor(snapshot: snapshot, parameters: parameters, parallel: .current)
      own.recorder.views = views
      return (try? work(index, own)).map { ($0, own.recorder) }
    }
    if parallel.isStopped { throw .cancelled }
    var values: [Value] = []
    for part in parts {
      guard let (value, other) = part ?? nil else { return nil }
      values.append(value)
      for note in other.notes { recorder.note(note) }
      recorder.views.merge(other.views) { known, _ in known }
    }
    return values
  }
}
