import IbidFormats

extension QueryError {
  /// The messages as JSON, one object a line, each line ended; nothing for an error without messages.
  ///
  ///     {"id":"unknown-column","severity":"error","message":"there is no column `amout` here","reason":"the columns …",
  ///      "file":"a.ibid","start":14,"end":19,"line":1,"column":15,"endLine":1,"endColumn":20,
  ///      "labels":[{"text":"no such column","start":14,"end":19,"line":1,"column":15,"endLine":1,"endColumn":20}],
  ///      "suggestions":[{"text":"amount","edit":{"start":14,"end":19,"replacement":"amount"}}]}
  ///
  /// `reason` and `edit` are null where there is none. `start` and `end` are UTF-8 bytes from 0; lines and columns, in
  /// characters, count from 1. A cancelled query has no messages.
  public func json() -> String { messages.map { $0.object.text + "\n" }.joined() }

  /// A message without a text that it is about, in the same form: a file that the command cannot write.
  ///
  /// `file` and all numbers are missing, lists are empty.
  public static func json(id: String, message: String) -> String {
    var object = JSONObjectText()
    object.add("id", id)
    object.add("severity", Message.Severity.error.rawValue)
    object.add("message", message)
    object.add("labels", [])
    object.add("suggestions", [])
    return object.text + "\n"
  }
}

extension QueryError.Message {
  fileprivate var object: JSONObjectText {
    var object = JSONObjectText()
    object.add("id", id)
    object.add("severity", severity.rawValue)
    object.add("message", text)
    object.add("reason", reason)
    object.add("file", place.file)
    object.add(place)
    object.add("labels", labels.map(\.object))
    object.add("suggestions", suggestions.map(\.object))
    return object
  }
}

extension QueryError.Label {
  fileprivate var object: JSONObjectText {
    var object = JSONObjectText()
    object.add("text", text)
    object.add(place)
    return object
  }
}

extension QueryError.Suggestion {
  fileprivate var object: JSONObjectText {
    var object = JSONObjectText()
    object.add("text", text)
    object.add("edit", edit?.object)
    return object
  }
}

extension QueryError.Edit {
  fileprivate var object: JSONObjectText {
    var object = JSONObjectText()
    object.add("start", place.start)
    object.add("end", place.end)
    object.add("replacement", replacement)
    return object
  }
}

extension JSONObjectText {
  fileprivate mutating func add(_ place: QueryError.Place) {
    add("start", place.start)
    add("end", place.end)
    add("line", place.line)
    add("column", place.column)
    add("endLine", place.endLine)
    add("endColumn", place.endColumn)
  }
}
