/// The parts of an office document: XML files in a zip archive.
struct OfficeFile: Sendable {
  private let archive: ZipArchive

  /// What a compound file (an old Word document, or a new one with a password) starts with.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  init(_ file: FileContents) throws(ReadingProblem) {
    if file.bytes.starts(with: Self.compound) {
      throw ReadingProblem(
        .encrypted, "is encrypted, or in Word's old format; save it as .docx without a password, and load that")
    }
    guard let archive = ZipArchive(file.bytes) else {
      throw ReadingProblem(.damaged, "is damaged or cut short: it is no whole zip archive; fetch it again")
    }
    self.archive = archive
  }

  func contains(_ name: String) -> Bool { archive.contains(name) }

  /// A part that the document cannot do without.
  func part(_ name: String) throws(ReadingProblem) -> MarkupTree {
    do throws(ZipArchive.Trouble) {
      return MarkupTree(xml: try archive.contents(of: name))
    } catch {
      switch error {
      case .missing: throw ReadingProblem(.damaged, "holds no `\(name)`, so it is no such document or damaged")
      case .encrypted:
        throw ReadingProblem(.encrypted, "is encrypted; save a copy without a password, and load that")
      case .damaged: throw ReadingProblem(.damaged, "is damaged: `\(name)` in it cannot be unpacked; fetch it again")
      case .tooLarge:
        throw ReadingProblem(
          .tooLarge, "would unpack to more than any document holds (`\(name)`), so it was not unpacked")
      }
    }
  }

  /// A part that may be missing, or damaged without harm to the text.
  func optionalPart(_ name: String) -> MarkupTree? {
    guard let bytes = try? archive.contents(of: name) else { return nil }
    return MarkupTree(xml: bytes)
  }

  /// Says what of the text was not read.
  static func warn(of tree: MarkupTree, in writer: inout LayerWriter) {
    switch tree.trouble {
    case .tooDeep:
      writer.warn(
        .incomplete, "has elements more than \(MarkupTree.mostDepth) deep; the rest of the document is left out")
    case .broken, .tooOdd: writer.warn(.incomplete, "is no well-formed XML; what could be read of it is loaded")
    case nil: break
    }
  }

  /// Titles that programs give by themselves say nothing of the text.
  static func meaningful(title: String?) -> String? {
    guard let title else { return nil }
    let folded = title.lowercased()
    let isMade =
      ["microsoft word", "microsoft powerpoint", "document", "untitled", "dokument", "slide 1", "layout 1"].contains {
        folded == $0 || folded.hasPrefix($0 + " - ") || folded.hasPrefix($0 + "1")
      }
      || [".doc", ".docx", ".odt", ".pdf", ".indd", ".rtf", ".qxd", ".txt", ".dot", ".dotx"].contains {
        folded.hasSuffix($0)
      }
    return isMade ? nil : title
  }
}

extension MarkupTree {
  /// The text of the first element of a name; nil where there is none or it is empty.
  func value(of name: String) -> String? {
    guard let index = first(name) else { return nil }
    let text = string(of: index)
    return text.isEmpty ? nil : text
  }
}
