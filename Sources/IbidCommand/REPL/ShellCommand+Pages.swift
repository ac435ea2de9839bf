extension ShellCommand {
  /// The page of `.help COMMAND`: how it is written, what it does, what to know, and an example or two.
  var page: String {
    let examples = self.examples.map { "  " + $0 + "\n" }.joined()
    return usage.syntax + "\n" + usage.summary + "\n" + (more.isEmpty ? "" : "\n" + more + "\n") + "\n" + examples
  }

  private var more: String {
    switch self {
    case .tables:
      """
      Each table with its rows and columns; rows that stand in copies are not counted. Names bound by `let`, and
      the tables that come with Ibid as rules, come last.
      """
    case .schema: "The types are those of the language; a question mark means that values may be missing."
    case .sample: "The same rows each time. Ten unless a number is given. The rows are the last result after it."
    case .source: "What is printed can be copied, changed and entered: your definition takes the place of ours."
    case .load:
      "Adds to what is loaded; a file that is loaded already is left as it is. Paths with blanks go in quotes."
    case .reload:
      """
      Files that were written since they were loaded are read again, new files in loaded folders are read, and those
      that are gone are left out. Everything else stays. Results that are on the screen do not change.
      """
    case .read:
      """
      Statements and commands of the file run one after the other; after a mistake the next one runs all the same.
      A `load` or a `let` of the file stays. `ibid run FILE` runs a script by itself and stops at a mistake.
      """
    case .last: "Through the pager if they do not fit on the screen. Columns are cut to the width of the terminal."
    case .row: "Rows are numbered as in the result. Long texts go on in the next line."
    case .wide:
      "Nothing is cut. The pager moves sideways with the arrow keys; without a pager the terminal breaks the rows."
    case .once:
      """
      The file's ending tells the format (csv tsv json jsonl md html txt); else it is the one of `.format`. What stands
      behind `|` is a command of your shell, which gets the rows. Only the next result goes there. In a script, the
      step `save` does the same.
      """
    case .edit:
      """
      The editor is $VISUAL, $EDITOR or vi. What you save stands at the prompt, where Enter runs it. `.edit 2` takes the
      statement before the last. Ctrl-X Ctrl-E does the same with what is being typed.
      """
    case .set:
      """
      format box plain csv … · width N or auto · rows N or auto · timing on or off · pager on or off · types on or off
      (a row of types under the head). A name that begins with $ is a parameter: `.set $since 2024-01-01`.
      What stands in ~/.config/ibid/init.ibid is set each time.
      """
    case .format: "The statement `set format = \"csv\"` does the same, also in scripts."
    case .width: "For results that are copied from the screen, or a terminal that does not tell its width."
    case .rows: "The first and the last are shown, and how many are left out between them. `.last` shows all."
    case .timing: "Wall time from Enter to the result in memory, loading and checking included."
    case .pager: "The pager is $IBID_PAGER, $PAGER or less. With `off` everything goes to the screen."
    case .help: "`help NAME`, without the point, is about the words of the language."
    case .quit, .exit: "What was entered is kept in the history; what was bound or loaded is not."
    }
  }

  private var examples: [String] {
    switch self {
    case .tables: [".tables"]
    case .schema: [".schema money", ".schema _"]
    case .sample: [".sample quotes", ".sample money 3"]
    case .source: [".source agreements"]
    case .load: [".load press/*.txt notes", ".load \"annual reports/2024\""]
    case .reload: [".reload"]
    case .read: [".read morning.ibid"]
    case .last: [".last"]
    case .row: [".row 3"]
    case .wide: [".wide"]
    case .once: [".once announced.csv", ".once | sort -u | wc -l"]
    case .edit: [".edit", "\\e"]
    case .set: [".set", ".set rows 100", ".set timing on"]
    case .format: [".format jsonl"]
    case .width: [".width 120", ".width auto"]
    case .rows: [".rows 100", ".rows auto"]
    case .timing: [".timing on"]
    case .pager: [".pager off"]
    case .help: [".help once"]
    case .quit, .exit: [".quit"]
    }
  }
}
