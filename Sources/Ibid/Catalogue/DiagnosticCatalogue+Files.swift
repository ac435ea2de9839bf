extension DiagnosticCatalogue {
  static let files: [DiagnosticEntry] = [
    .init(
      "bad-data", "a data file has a cell that does not fit",
      """
      The types of a data file are declared or found from the whole file, and then each cell must be of its column's type.
      The message names the line. Correct the file, or declare the column as `text`.
      """,
      bad: "load \"Tests/Golden/data/broken.csv\" as broken (name: text, amount: int)",
      mended: "load \"Tests/Golden/data/broken.csv\" as broken (name: text, amount: text)"),
    .init(
      "bad-parameter", "the value given for a parameter does not have its type",
      """
      Values on the command line are written as in the language: 2024-03-05, 300, GBP 3 million. A text needs no quotes
      there beyond those of the shell.
      """,
      bad: .given("least=many", in: "param least: int\ndocuments | where words > $least"),
      mended: .given("least=300", in: "param least: int\ndocuments | where words > $least")),
    .init(
      "bad-words", "a file gives a dict no words",
      """
      A `dict` reads its words from a text in UTF-8 with one entry on each line, or from the first column of a data file. The
      message says what the file is instead: empty, a folder, in another encoding.
      """,
      bad: "dict held = \"Tests/Golden/data\"",
      mended: "dict held = [\"arrested\", \"detained\"]"),
    .init(
      "missing-file", "there is no such file or folder",
      """
      Paths count from the folder in which the command runs, not from the script. A folder reads all documents in it, and
      a pattern in quotes those that match.
      """,
      bad: "load \"examples/corpsu\"",
      mended: "load \"examples/corpus\""),
    .init(
      "missing-parameter", "a parameter has no value",
      """
      A parameter without a default needs a value: `--param name=value` on the command line, an argument of `run` in a
      program. A default after `=` in its declaration is used where none is given.
      """,
      bad: "param least: int\ndocuments | where words > $least",
      mended: "param least: int = 300\ndocuments | where words > $least"),
    .init(
      "no-match", "no file matches the pattern",
      """
      In a pattern `*` stands for any part of a name within one folder, `**` for folders at any depth. A folder without a
      pattern reads all that is in it.
      """,
      bad: "load \"examples/corpus/*.docx\"",
      mended: "load \"examples/corpus/*.txt\""),
    .init(
      "unknown-format", "this ending is not that of a data file",
      """
      `load … as NAME` reads tables: csv, tsv, json and jsonl. Documents are loaded without `as`, and go into the document
      tables.
      """,
      bad: "load \"examples/corpus/gazette-engines.txt\" as engines",
      mended: "load \"examples/corpus/gazette-engines.txt\""),
    .init(
      "unknown-given", "this cannot be given to documents",
      """
      What a document does not state itself may be given: the day it was published, who issued it, and which currency its
      `$` means. Such values are marked as given.
      """,
      bad: "load \"examples/corpus/gazette-engines.txt\" with publisher: \"The Gazette\"",
      mended: "load \"examples/corpus/gazette-engines.txt\" with issuer: \"The Gazette\""),
    .init(
      "unreadable", "the file may not be read",
      """
      The file is there, but the system does not let you read it. Its permissions can be changed by its owner.
      """,
      bad: .shown("chmod a-r notes.txt; ibid notes.txt"),
      mended: .shown("chmod u+r notes.txt; ibid notes.txt")),
    .init(
      "write-failed", "the output could not be written",
      """
      A result appears whole or not at all: it is written beside its place and renamed at the end. The message has the
      system's reason, often a folder that is not there or a full disk.
      """,
      bad: "documents | count | save \"nowhere/count.csv\"",
      mended: .shown("documents | count | save \"count.csv\"")),
  ]
}
