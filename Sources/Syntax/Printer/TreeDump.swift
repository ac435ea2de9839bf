/// The shape of a tree as an S-expression, without spans: for tests and for looking at what the parser understood.
///
///     (script (pipeline money (where (> amount (money £ 1 million)))))
package enum TreeDump {
  package static func dump(_ script: Script) -> String {
    group("script", script.statements.map(statement))
  }

  static func group(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts.filter { !$0.isEmpty }).joined(separator: " ") + ")"
  }

  static func quoted(_ text: String) -> String { "\"" + Printer.escaped(text) + "\"" }
  static func name(_ name: Name) -> String { name.isMissing ? "<missing>" : Printer.member(name.text) }
  private static func list(_ head: String, _ parts: [String]) -> String { parts.isEmpty ? "" : group(head, parts) }

  // MARK: Statements

  private static func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .continuation(let steps): group("continue", steps.map(step))
    case .load(let load):
      group(
        "load",
        [
          quoted(load.path.value), load.name.map { group("as", [name($0)]) } ?? "",
          list("fields", load.fields.map(field)),
          list("with", load.given.map(label)),
        ])
    case .letBinding(let bound, let value): group("let", [name(bound), pipeline(value)])
    case .parameter(let bound, let type, let value):
      group("param", [name(bound), self.type(type), value.map(expression) ?? ""])
    case .function(let bound, let fields, let body):
      group("fn", [name(bound), list("fields", fields.map(field)), expression(body)])
    case .rule(let rule): self.rule(rule)
    case .dictionary(let bound, let value): group("dict", [name(bound), expression(value)])
    case .use(let path): group("use", [quoted(path.value)])
    case .set(let setting, let value): group("set", [name(setting), expression(value)])
    case .assert(let condition, let message):
      group("assert", [expression(condition), message.map { quoted($0.value) } ?? ""])
    case .explain(let value, let analyze): group(analyze ? "explain-analyze" : "explain", [pipeline(value)])
    case .explainRule(let bound): group("explain-rule", [name(bound)])
    case .help(let topic): group("help", [topic.map { $0.text } ?? ""])
    case .why(let row, let column): group("why", [String(row.value), column.map(name) ?? ""])
    case .whyNot(let condition): group("why-not", [expression(condition)])
    case .open(let row): group("open", [String(row.value)])
    case .keep(let bound): group("keep", [name(bound)])
    case .malformed: "(malformed)"
    }
  }

  static func field(_ field: Field) -> String { group(":", [name(field.name), type(field.type)]) }
  static func label(_ label: Label) -> String { group(":", [name(label.name), expression(label.value)]) }

  private static func type(_ type: TypeName) -> String { Printer.type(type) }

  // MARK: Pipelines

  static func pipeline(_ pipeline: Pipeline) -> String {
    pipeline.steps.isEmpty
      ? expression(pipeline.source) : group("pipeline", [expression(pipeline.source)] + pipeline.steps.map(step))
  }

  private static func step(_ step: Step) -> String {
    switch step.kind {
    case .filter(let condition): group("where", [expression(condition)])
    case .select(let items): group("select", items.map(item))
    case .derive(let items): group("derive", items.map(item))
    case .drop(let names): group("drop", names.map(name))
    case .rename(let pairs): group("rename", pairs.map { group("=", [name($0.new), name($0.old)]) })
    case .sort(let keys): group("sort", keys.map(key))
    case .take(let count): group("take", [String(count.value)])
    case .skip(let count): group("skip", [String(count.value)])
    case .sample(let count, let seed): group("sample", [String(count.value), seed.map { "(seed \($0.value))" } ?? ""])
    case .distinct(let keys): group("distinct", keys.map(expression))
    case .count(let items): group("count", [list("by", items.map(item))])
    case .summarize(let items, let keys): group("summarize", items.map(item) + [list("by", keys.map(item))])
    case .top(let count, let keys, let per):
      group("top", [String(count.value), list("by", keys.map(key)), list("per", per.map(expression))])
    case .join(let kind, let bound, let table, let on):
      group(
        kind == .inner ? "join" : "\(kind.rawValue)-join",
        [name(bound), expression(table), list("on", on.map(expression))])
    case .union(let table): group("union", [expression(table)])
    case .unnest(let path): group("unnest", path.map(name))
    case .pivot(let value, let column, let values, let keys):
      group(
        "pivot",
        [
          item(value), list("for", column.map(name)), values.map { group("in", $0.map(expression)) } ?? "",
          list("by", keys.map(item)),
        ])
    case .unpivot(let columns, let first, let second):
      group("unpivot", columns.map(name) + [group("into", [name(first), name(second)])])
    case .fill(let column, let range, let keys):
      group("fill", [name(column), expression(range), list("by", keys.map(expression))])
    case .search(let words, let columns): group("search", [quoted(words.value), list("in", columns.map(name))])
    case .describe: "(describe)"
    case .cite: "(cite)"
    case .plot(let shape, let items): group("plot", [name(shape)] + items.map(item))
    case .save(let path, let ends): group("save", [quoted(path.value), self.ends(ends)])
    case .conflicts(let value, let keys, let all):
      group("conflicts", [list("of", value.map(name)), list("by", keys.map(expression)), all ? "all" : ""])
    case .pairs(let path): group("pairs", path.map(name))
    case .components(let ends): group("components", [self.ends(ends)])
    case .reach(let ends, let start, let within):
      group("reach", [self.ends(ends), expression(start), self.within(within)])
    case .paths(let ends, let start, let goal, let within):
      group("paths", [self.ends(ends), expression(start), expression(goal), self.within(within)])
    case .without(let node, let ends): group("without", [expression(node), self.ends(ends)])
    case .malformed: "(malformed)"
    }
  }

  private static func item(_ item: Item) -> String {
    item.name.map { group("=", [name($0), expression(item.value)]) } ?? expression(item.value)
  }

  private static func key(_ key: SortKey) -> String {
    key.isDescending ? group("desc", [expression(key.value)]) : expression(key.value)
  }

  private static func ends(_ ends: Step.Ends?) -> String {
    ends.map { group($0.isDirected ? "along-to" : "along", [name($0.from), name($0.to)]) } ?? ""
  }

  private static func within(_ steps: IntegerLiteral?) -> String { steps.map { "(within \($0.value))" } ?? "" }
}
