/// A chapter of the reference of functions, in the order in which they are listed.
package enum FunctionGroup: String, Sendable, CaseIterable {
  case text = "Text"
  case numbers = "Numbers"
  case dates = "Dates and periods"
  case bounds = "Bounds, hedges and units"
  case lists = "Lists"
  case conversions = "From one type to another"
  case aggregates = "Of many rows"
  case windows = "Of other rows of the same table"
}
