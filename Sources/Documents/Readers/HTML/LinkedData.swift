#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parts of a page's JSON-LD (schema.org) that say what it is and whose.
///
/// The first thing with a date of publication or a headline counts; sites and breadcrumbs have neither.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  /// A person who wrote it.
  private(set) var author: String?
  /// What sort of thing it is: `NewsArticle`, `BlogPosting`.
  private(set) var type: String?
  /// A body that wrote it.
  private(set) var organisation: String?

  /// Larger scripts are data for the page's own programs. Bytes.
  private static let longest = 1_000_000

  mutating func read(_ script: [UInt8]) {
    guard published == nil, headline == nil, script.count <= Self.longest,
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(script))
    else { return }
    for thing in value.things where thing["headline"] != nil || thing["datePublished"] != nil {
      headline = thing["headline"]?.text
      published = thing["datePublished"]?.text ?? thing["dateCreated"]?.text
      publisher = thing["publisher"]?.name
      type = thing["@type"]?.text
      let isBody = thing["author"]?.first?["@type"]?.text.map { $0.hasSuffix("Organization") } ?? false
      if isBody { organisation = thing["author"]?.name } else { author = thing["author"]?.name }
      return
    }
  }
}

/// Any JSON. The decoder refuses what is nested more than 512 deep.
private enum JSONValue: Decodable {
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([String: JSONValue].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .other
    }
  }

  var text: String? {
    switch self {
    case .text(let value): value
    case .list(let values): values.first?.text
    default: nil
    }
  }

  /// The object, or the first of a list.
  var first: [String: JSONValue]? {
    switch self {
    case .object(let object): object
    case .list(let values): values.first?.first
    default: nil
    }
  }

  /// A name as it stands, or the `name` of a person or body.
  var name: String? { first?["name"]?.text ?? text }

  /// The objects of the top: one, a list, or those of `@graph`.
  var things: [[String: JSONValue]] {
    switch self {
    case .object(let object): [object] + (object["@graph"]?.things ?? [])
    case .list(let values): values.flatMap(\.things)
    default: []
    }
  }
}
