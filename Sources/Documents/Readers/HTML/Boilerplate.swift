/// Tells the parts of a page that are no text of it: menus, cookie bars, related links, footers.
///
/// Elements that are never text go whatever they hold. What a name or a role only suggests goes unless half of the
/// page's words are in it, since some sites call the whole page `page-with-menu`.
enum Boilerplate {
  enum Verdict { case keep, suspect, drop }

  static func verdict(of node: MarkupTree.Node) -> Verdict {
    if never.contains(node.name) { return .drop }
    if alwaysKept.contains(node.name) { return .keep }
    if suspects.contains(node.name) { return .suspect }
    if let role = node.attribute("role"), roles.contains(role.lowercased()) { return .suspect }
    if isHidden(node) { return .suspect }
    for name in ["class", "id"] {
      if let value = node.attribute(name), suggestsFurniture(value) { return .suspect }
    }
    return .keep
  }

  private static func isHidden(_ node: MarkupTree.Node) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden")?.lowercased() == "true" { return true }
    guard let style = node.attribute("style") else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// Whether a class or id has a word that names furniture, as `site-nav`, `cookieBar`, `related_links` do.
  ///
  /// "no-sidebar" and "has-menu" speak of the page around them.
  static func suggestsFurniture(_ value: String) -> Bool {
    var before = ""
    for word in words(of: value) {
      if furniture.contains(word), !["has", "no", "with", "without", "not", "main", "js"].contains(before) {
        return true
      }
      before = word
    }
    return false
  }

  /// The words of `site-nav cookieBar`, in lower case. At most 60, as long lists of classes say nothing more.
  private static func words(of value: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in value.unicodeScalars {
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      let isLetter = isUpper || scalar.value >= 0x61 && scalar.value <= 0x7A
      if (!isLetter || isUpper) && !word.isEmpty {
        words.append(word)
        word = ""
        if words.count == 60 { return words }
      }
      if isLetter { word.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar) }
      if !isLetter, scalar == " " { words.append("") }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static let never: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "canvas", "audio",
    "video", "map", "select", "button", "input", "textarea", "datalist", "head", "title", "meta", "link", "dialog",
    "nav", "menu",
    // What was struck out is no longer said.
    "del", "s", "strike",
  ]
  private static let suspects: Set<String> = ["footer", "aside", "form"]
  /// The page and its text, whatever their classes say.
  private static let alwaysKept: Set<String> = ["html", "body", "main", "h1"]
  private static let roles: Set<String> = [
    "navigation", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar", "toolbar",
    "alert", "banner", "tablist",
  ]
  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "footer",
    "cookie", "cookies", "consent", "gdpr", "share", "sharing", "sharebar", "social", "related", "recommended",
    "recommendations", "newsletter", "subscribe", "subscription", "signup", "comments", "comment", "disqus", "respond",
    "advert", "advertisement", "advertising", "ads", "ad", "sponsor", "sponsored", "promo", "promotion", "popup",
    "modal",
    "overlay", "skip", "skiplink", "pagination", "pager", "tags", "tagcloud", "widget", "masthead", "toolbar", "rss",
    "login", "feedback", "survey", "paywall", "teaser", "teasers", "trending", "outbrain", "taboola", "print", "hidden",
    "toc",
  ]
}
