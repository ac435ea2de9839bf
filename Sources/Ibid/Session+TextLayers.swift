import IbidDocuments
import IbidSource

/// The text that was read out of a file which is none itself: a web page, an office document, a mail, a PDF file.
///
/// Sources count the lines and bytes of this text; a plain or Markdown text is its own.
public struct TextLayer: Sendable {
  let source: SourceText

  /// The name of the file, as the column `file` and sources have it.
  public var file: String { source.name }
  /// In UTF-8.
  public var bytes: [UInt8] { source.bytes }

  /// A path below a folder of such texts, another one for every file: that of the file with `.txt` behind it.
  ///
  ///     press/a.docx  →  press/a.docx.txt      ../b.html  →  %2E%2E/b.html.txt      /home/c.eml  →  %2F/home/c.eml.txt
  public var path: String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      let isFile = index == parts.count - 1
      // What a part may not be, and what makes one of another file's.
      let plain = part.replacing("%", with: "%25")
      switch plain {
      case "": return isFile ? "%.txt" : "%2F"
      case ".": return "%2E"
      case "..": return "%2E%2E"
      default: return isFile ? plain + ".txt" : plain.hasSuffix(".txt") ? plain + "%" : plain
      }
    }.joined(separator: "/")
  }
}

extension Session {
  /// The texts that were read out of files which are none themselves, in the order of loading.
  public var textLayers: [TextLayer] {
    store.files.map(\.source).filter { Self.isReadOut($0.name) }.map { TextLayer(source: $0) }
  }

  /// Whether a reader makes the text of a file of this name; what has an unknown ending is read as the text that it is.
  private static func isReadOut(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased() ?? ""
    return DocumentLoader.extensions.contains(ending) && !["txt", "text", "md", "markdown"].contains(ending)
  }
}
