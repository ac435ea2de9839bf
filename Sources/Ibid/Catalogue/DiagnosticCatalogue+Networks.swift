extension DiagnosticCatalogue {
  static let networks: [DiagnosticEntry] = [
    .init(
      "cannot-be-node", "a column of this type has no nodes",
      """
      The ends of a link are single values: rows of a table, texts, numbers, dates, amounts. Of a list, `pairs of` makes
      links between its elements, and `unnest` rows of its own.
      """,
      bad: "entities | components along aliases, name",
      mended: "entities | pairs of aliases | components"),
    .init(
      "ends-differ", "the two columns are not ends of the same links",
      """
      A node may be at either end of a link, so both columns have one type: rows of the same table, or texts, or numbers.
      They are two columns; a link from a node to itself would link nothing.
      """,
      bad: "documents | components along title, words",
      mended: "documents | components along title, issuer"),
    .init(
      "no-ends", "it is not said which columns are linked",
      """
      Each row of a network links two nodes. They are in the columns `a` and `b`, which `pairs of` makes of a list, or in two
      columns that the step names: `along giver, receiver`, or `along giver to receiver` where links lead one way.
      """,
      bad: "documents | components",
      mended: "documents | components along title, issuer"),
    .init(
      "not-a-node", "a value of this type is no node of the network",
      """
      `reach`, `paths` and `without` name nodes by their values, which are of the type of the two columns, or lists of such.
      Rows of a table may be called by their name or an alias.
      """,
      bad: "documents | reach along kind to issuer from 3",
      mended: "documents | reach along kind to issuer from \"speech\""),
    .init(
      "pairs-need-list", "`pairs of` needs a list",
      """
      It links the elements of one list with each other. Where a row has one value, collect those of a group first:
      `summarize people = set(entity) by document`. Where a row has its two ends in two columns, it is a link already:
      `along` names them.
      """,
      bad: "mentions | pairs of entity",
      mended: "mentions | summarize named = set(entity) by document | pairs of named"),
    .init(
      "save-along", "`along` belongs to a file that holds a network",
      """
      The formats `.graphml` and `.dot` hold nodes and links, and `along` says which columns the nodes are in. The others
      hold rows.
      """,
      bad: "documents | save \"documents.csv\" along title, issuer",
      mended: "explain documents | save \"documents.graphml\" along title, issuer"),
    .init(
      "unknown-node", "no row is called so",
      """
      Where the nodes are rows of a table, such as entities, they are called by their names and aliases, whole and without
      regard to case; what is near is offered. An entity that is there and has no link in this network is no mistake, nor
      is a text that is at no end of a link: both are noted below the rows.
      """,
      bad: "mentions | summarize who = set(entity) by document | pairs of who | reach from \"Untied Kingdom\"",
      mended: "mentions | summarize who = set(entity) by document | pairs of who | reach from \"United Kingdom\""),
  ]
}
