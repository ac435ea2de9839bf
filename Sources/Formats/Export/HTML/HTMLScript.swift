/// The script of HTML pages: sorting by a heading, folding of sources.
///
/// It reads nothing but the numbers in `data-k` and writes no markup, so that no text of a document can become code. What
/// has no place in an order stays last, whichever way it goes.
enum HTMLScript {
  /// What the content policy of a page allows; a test compares it with the text.
  static let hash = "sha256-O7aPzO3R9nATwJPM8XZJyTORDAk6nFAHq4jr6Nhxqko="

  static let text = """

    "use strict";
    addEventListener("DOMContentLoaded", () => {
      const button = (parent, words) => {
        const made = document.createElement("button");
        made.type = "button";
        made.append(...words);
        parent.append(made);
        return made;
      };
      for (const section of document.querySelectorAll("section.result")) {
        const table = section.querySelector("table");
        const groups = [...table.tBodies];
        const said = document.createElement("span");
        said.className = "silent";
        said.setAttribute("role", "status");

        // Sources: folded, a row's number opens them.
        const folds = groups.filter(group => group.rows.length > 1).map(group => {
          const head = group.rows[0].cells[0];
          const opener = button(head, [...head.childNodes]);
          const why = group.rows[1];
          opener.setAttribute("aria-controls", why.id);
          opener.setAttribute("aria-label", "Sources of row " + opener.textContent);
          const set = open => {
            why.hidden = !open;
            opener.setAttribute("aria-expanded", String(open));
          };
          opener.addEventListener("click", () => set(why.hidden));
          set(false);
          return set;
        });
        const tools = document.createElement("p");
        tools.className = "tools";
        if (folds.length > 1) {
          const all = button(tools, ["Show all sources"]);
          let open = false;
          all.addEventListener("click", () => {
            open = !open;
            folds.forEach(set => set(open));
            all.textContent = open ? "Hide all sources" : "Show all sources";
          });
        }
        tools.append(said);
        section.prepend(tools);

        // Order: upwards, downwards, as it came.
        const keys = groups.map(group => (group.dataset.k || "").split(" ").map(k => k === "-" ? null : Number(k)));
        const heads = [...table.tHead.rows[0].cells];
        heads.forEach((head, column) => {
          if (groups.length < 2 || (column > 0 && !groups[0].dataset.k)) { return; }
          const name = head.textContent;
          const key = row => column === 0 ? row : keys[row][column - 1];
          button(head, [...head.childNodes]).addEventListener("click", () => {
            const was = head.getAttribute("aria-sort");
            const now = was === "ascending" ? "descending" : was === "descending" ? null : "ascending";
            heads.forEach(other => other.removeAttribute("aria-sort"));
            if (now) { head.setAttribute("aria-sort", now); }
            const sign = now === "descending" ? -1 : 1;
            const rows = groups.map((_, row) => row);
            if (now) {
              rows.sort((a, b) => {
                const [x, y] = [key(a), key(b)];
                if (x === null || y === null) { return (x === null) - (y === null) || a - b; }
                return sign * (x - y) || a - b;
              });
            }
            table.append(...rows.map(row => groups[row]));
            said.textContent = now ? "sorted by " + name + ", " + now : "in the order of the query";
          });
        });
      }
    });

    """
}
