extension Session {
  /// A new session over the same tables, with no names, parameters or results of this one.
  ///
  /// Tables are immutable, so this copies nothing: one program can load a corpus once and serve many users, or many
  /// tests. What either session loads from then on is its own.
  public func sharingTables() async -> Session {
    let other = Session(threads: threads, memoryLimit: memoryLimit)
    await other.adopt(store)
    return other
  }

  private func adopt(_ store: Store) { self.store = store }
}
