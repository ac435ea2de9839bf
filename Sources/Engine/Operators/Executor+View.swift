import IbidPlan
import IbidSource

extension Executor {
  /// A named pipeline, run once however often it is used.
  ///
  /// Its own text may not be at hand any more, so a mistake in its data is reported where it is used. A trace of one column
  /// asks for something of its own, and is not kept.
  func view(
    _ name: String, _ id: Int, _ input: Plan, _ prepared: PreparedView, focus: Int?, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    if focus == nil, let known = recorder.views[id] { return known }
    do {
      if focus == nil, id >= Plan.firstShippedView, let kept = snapshot.views, !isTracing, !isMeasuring {
        return try self.kept(prepared, id, in: kept)
      }
      var relation = try relation(input, focus: focus)
      // How the tables that come with Ibid put their rules together is no news of a row.
      if id >= Plan.firstShippedView { relation.lineage = relation.lineage?.withoutRemarks() }
      if focus == nil { recorder.views[id] = relation }
      return relation
    } catch .failed(let diagnostic) {
      throw .failed(diagnostic.reported(at: span, inside: name))
    }
  }

  /// A table that comes with Ibid: as an earlier query over the same tables made it, else made now.
  ///
  /// What it is put together from is not kept, so that what a query leaves behind is no more than it named.
  private func kept(_ prepared: PreparedView, _ id: Int, in kept: KeptViews) throws(EngineError) -> Relation {
    let rows: KeptViews.Rows
    if let known = kept.rows(of: id) {
      rows = known
    } else {
      let maker = Executor(snapshot: snapshot.withoutViews, parameters: parameters, parallel: parallel)
      maker.recorder.views = recorder.views
      let relation = try maker.relation(prepared.sharing)
      rows = KeptViews.Rows(relation: relation, notes: maker.recorder.notes, tables: prepared.tables)
      recorder.views = maker.recorder.views
      kept.keep(rows, of: id)
    }
    for note in rows.notes { recorder.note(note) }
    recorder.views[id] = rows.relation
    return rows.relation
  }
}

extension Diagnostic {
  /// The same mistake, found inside a definition whose text is another one.
  fileprivate func reported(at span: ByteSpan, inside name: String) -> Diagnostic {
    var copy = self
    copy.span = span
    copy.labels = [Label(span, "inside of `\(name)`")]
    copy.suggestions = suggestions.map { Suggestion($0.text) }
    return copy
  }
}
