/// The style of HTML pages.
///
/// Arrows have an empty text beside them, so that nothing is read out for them. Colours have a contrast of at least 4.5 to
/// 1 to what is behind them (WCAG 2.2, 1.4.3), in light and dark.
enum HTMLStyle {
  /// What the content policy of a page allows; a test compares it with the text.
  static let hash = "sha256-4v1fXDPNGmIhdetaaQb1hNezmKtuNB0wi6LCTC7LxV0="

  static let text = """

    :root { color-scheme: light dark; --ink: #1b1f24; --page: #fff; --faint: #59636e; --line: #d1d9e0; --head: #f0f3f6;
      --mark: #fff1a8; --link: #0550ae }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6edf3; --page: #0d1117; --faint: #9198a1; --line: #3d444d; --head: #1a212b; --mark: #6a4b00;
        --link: #79b8ff }
    }
    body { margin: 1.5rem; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--page) }
    section + section { margin-top: 3rem }
    figure { margin: 0 0 1rem; overflow-x: auto }
    .scroll { overflow-x: auto }
    .scroll:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums }
    caption { text-align: left; padding-bottom: .6rem; font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
    th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: start; vertical-align: top }
    td { min-width: 4ch; max-width: 60ch; overflow-wrap: break-word }
    thead th { background: var(--head); white-space: nowrap }
    tbody th { color: var(--faint); font-weight: normal }
    .n { text-align: right; white-space: nowrap }
    button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer }
    thead button { font-weight: bold }
    thead button::after { content: " \\2195" / ""; color: var(--faint) }
    [aria-sort=ascending] button::after { content: " \\2191" / "" }
    [aria-sort=descending] button::after { content: " \\2193" / "" }
    tbody button { color: var(--link); white-space: nowrap }
    tbody button::before { content: "\\25B8\\A0" }
    tbody button[aria-expanded=true]::before { content: "\\25BE\\A0" }
    .tools { margin: 0 0 .6rem }
    .tools button { color: var(--link); text-decoration: underline }
    .why td { max-width: none; padding-left: 2.5rem; background: var(--head) }
    .why ul { margin: 0; padding: 0; list-style: none }
    .why p, .note { margin: .2rem 0; color: var(--faint); font-size: 13px }
    blockquote { margin: 0 0 .5rem; max-width: 90ch; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line) }
    mark { background: var(--mark); color: inherit; font-weight: 600 }
    .silent { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    @media print {
      :root { --ink: #000; --page: #fff; --faint: #444; --line: #999; --head: #fff; --mark: #eee; --link: #000 }
      body { margin: 0; font-size: 10pt }
      .scroll { overflow: visible }
      .tools, thead button::after, tbody button::before { display: none }
      tr.why[hidden] { display: table-row }
      thead { display: table-header-group }
      tr, li { break-inside: avoid }
      mark { text-decoration: underline }
    }

    """
}
