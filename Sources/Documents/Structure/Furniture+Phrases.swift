/// The words by which furniture is known, in English, German, French and Spanish. All lower case.
extension Furniture {
  static let phrases = PhraseTable<Sign>(
    whole.map { ($0, .whole) } + beginnings.map { ($0, .beginning) } + boxes.map { ($0, .box) }
      + ["follow", "find us", "connect with"].map { ($0, .leadIn) })

  private static let whole = [
    "related", "share", "menu", "search", "comments", "home", "tags", "print", "email", "tweet", "next", "previous",
    "follow", "subscribe", "advertisement", "contents", "continue reading", "facebook", "twitter", "linkedin", "log in",
    "login", "sign in", "sign up", "register", "newsletter", "newsletters", "close", "loading", "show more",
    "show less",
    "donate", "feedback", "menü", "suche", "startseite", "drucken", "teilen", "impressum", "datenschutz", "nach oben",
    "partager", "imprimer", "accueil", "rechercher", "haut de page", "mentions légales", "buscar", "inicio",
    "compartir",
    "ad", "anzeige", "publicité", "sponsored", "promoted", "shares", "bookmark", "sign out", "log out", "my account",
    "copy link", "view author archive", "get author rss feed", "toggle navigation", "search for", "main menu",
    "open menu", "close menu", "site navigation", "expand menu", "full menu", "navigation", "breadcrumb trail links",
  ]

  private static let beginnings = [
    "share all sharing", "social links for", "follow me on", "follow @", "your web browser", "your browser is",
    "this advertisement has not", "listen to article", "listen to this article", "read full article", "add us as a",
    "tag:", "tags:", "category:", "categories:", "archive:", "archives:", "author archives", "category archives",
    "tag archives", "follow and like", "follow us", "follow the topics", "follow this", "like us on", "share this",
    "share on", "share via", "share:", "like this:", "subscribe to", "subscribe now", "sign up for", "sign up to",
    "skip to", "jump to content", "jump to main", "jump to navigation", "back to top", "return to top", "print this",
    "print page", "print friendly", "download pdf", "download as pdf", "leave a comment", "leave a reply",
    "post navigation", "previous post", "next post", "previous article", "next article", "all rights reserved", "©",
    "copyright ©", "(c) 20", "© copyright", "request free trial", "filed under", "posted in", "privacy policy",
    "terms of use", "terms and conditions", "this article is more than", "a singapore government agency",
    "report vulnerability", "view source version on", "give feedback on", "tag and share", "citable reference",
    "join our", "issn ", "this statement has also been made", "thanks for reading", "jump to:", "back to press",
    "back to news", "back to list",
    "back to all", "return to full", "view comments",
    "get the app",
    "receive daily updates",
    "reuse this content", "skip navigation", "text size", "language selection", "quick exit",
    "can't see this message", "can’t see this message", "forward to a friend", "you get this message",
    "accept all cookies", "this site uses cookies", "is this page useful",
    "was this page helpful", "is there anything wrong with this page", "report a problem", "give feedback",
    "page last updated", "breadcrumb", "you are here", "home >", "home /", "home »", "home ›", "home |",
    "click to share", "click here to", "view all", "load more", "page 1 of", "an official website of",
    "here's how you know", "here’s how you know", "official websites use", "secure .gov websites",
    "this site is managed by", "available languages", "available in", "also available in", "other languages",
    "read this release in", "read this page in", "read this in", "listen to this", "story continues",
    "article continues",
    "continued below", "view this e-mail in", "view this email in", "view in browser", "view in your browser",
    "screen reader access", "visitor counter", "reading time", "estimated reading time", "stay connected",
    "connect with us", "stay up to date", "enter your email", "log in |", "sign in |",
    "zum inhalt", "zur navigation", "zum hauptinhalt", "sie sind hier", "seite teilen", "artikel teilen", "lesezeit",
    "seite drucken", "sprungmarken", "aller au contenu", "aller à la", "vous êtes ici", "temps de lecture",
    "partager sur", "partager cet", "accueil >", "startseite >", "ir al contenido", "saltar al",
  ]

  private static let boxes = [
    "related reading", "related coverage", "related resources", "keep reading", "more to explore", "top reads",
    "you may also be interested in", "you may be interested in", "read this next", "in other news", "related questions",
    "dates for your diary", "you may also like", "you might also like", "more from author", "more from", "more stories",
    "more news", "more on this", "related articles", "related posts", "related content", "related links",
    "related news", "related topics", "related stories", "related documents", "related information", "related items",
    "related pages", "related publications", "related media", "related press releases", "read also", "see also",
    "read next", "read more", "what to read next", "recommended for you", "recommended", "most read", "most popular",
    "most viewed",
    "popular now", "trending", "trending now", "editor's picks", "editor’s picks", "editors' picks", "recent news",
    "recent posts", "latest news", "latest stories", "other news", "further reading", "in this issue",
    "in this section",
    "in this article", "on this page", "page contents", "quick links", "useful links", "explore more", "don't miss",
    "don’t miss", "you may have missed", "up next", "weitere meldungen", "weitere artikel", "mehr zum thema",
    "mehr zu diesem thema", "das könnte sie auch", "lesen sie auch", "à lire aussi", "À lire aussi", "lire aussi",
    "sur le même sujet", "voir aussi", "articles liés", "noticias relacionadas", "lea también",
  ]

  static let tools = WordHashes(
    [
      "facebook", "x", "twitter", "linkedin", "whatsapp", "instagram", "youtube", "threads", "bluesky", "telegram",
      "reddit", "pinterest", "flickr", "email", "mail", "e", "print", "share", "save", "listen", "copy", "link",
      "comments", "rss",
      "tweet", "pdf", "download", "bookmark", "follow", "us", "on", "this", "page", "teilen", "drucken", "partager",
      "imprimer",
      "menu", "search", "menü", "suche", "log", "in", "login", "sign", "subscribe", "register", "newsletter",
      "newsletters",
    ])

  static let notices = PhraseTable<Void>(
    [
      "we use cookies", "cookies on", "we value your privacy", "your privacy", "we and our", "we care about your",
      "we have saved your cookie", "this website uses", "this website stores",
      "this site uses", "wir verwenden cookies", "diese website verwendet", "ce site utilise",
      "nous utilisons des cookies",
      "este sitio utiliza", "caution: this", "please consider the environment", "this e-mail and any",
      "this email and any",
      "this message and any", "this message is intended", "the information in this e-mail", "you receive this",
      "you are receiving this", "you received this", "to unsubscribe", "unsubscribe", "disclaimer",
      "the views expressed",
      "forward-looking statements", "cautionary statement", "registered in england", "registered charity",
      "registered office",
      "(reporting by", "reporting by", "(by ", "additional reporting by", "(editing by", "authorised by",
      "authorized by", "no endorsement", "our standards", "if you have received this", "mentions légales",
      "privacy notice", "privacy policy", "legal notice", "terms of use", "accessibility", "impressum", "about us",
      "© ", "copyright ", "(c) ", "all rights reserved", "donations:", "to be added to", "isbn ",
      "for information media", "not an official record", "this information is provided by",
      "note to editors, not for",
    ].map { ($0, ()) })

  static let cookies = WordHashes(["cookie", "cookies"])

  /// Words beside "cookies" in a notice that asks for consent.
  static let consent = WordHashes(
    [
      "we", "accept", "reject", "decline", "settings", "preferences", "browser", "site", "website", "necessary",
      "essential", "akzeptieren", "accepter", "refuser", "manage", "policy",
    ])

  static let telephones = WordHashes(
    [
      "tel", "telephone", "phone", "call", "mobile", "fax", "t", "m", "o", "c", "tty", "telefon", "tél", "switchboard",
      "contact",
    ])
}
