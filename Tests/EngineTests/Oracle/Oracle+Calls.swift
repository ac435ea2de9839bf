import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of one row's values.
extension Oracle {
  /// `types` are the arguments', `type` the result's.
  static func call(_ function: ScalarFunction, _ values: [Value], _ types: [DataType], _ type: DataType) throws -> Value
  {
    if function == .same { return .bool(areSame(values[0], values[1])) }
    throw NotCovered(what: "the function \(function.rawValue)")
  }
}
