import CIbidData

/// The embedded tables of countries and places; the only file that touches the C target.
enum PlaceData {
  struct Country {
    var code: String
    var name: String
    var aliases: [String]
    var demonyms: [String]
    var capitals: [String]
  }

  struct Place {
    var name: String
    var country: String?
    var aliases: [String]
  }

  /// The table of names, see `NameTable`.
  static var nameTable: [UInt8] { unsafe bytes(ibid_names) }

  /// Where its lines begin, by the hash of their names.
  static var nameSlots: [UInt32] {
    var count = 0
    // The table is a constant of the program and `count` is its size.
    guard let start = unsafe UnsafeRawPointer(ibid_name_slots(&count)) else { return [] }
    return [UInt32](capacity: count / 4) { output in
      for i in 0..<count / 4 {
        unsafe output.append(UInt32(littleEndian: start.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self)))
      }
    }
  }

  static let countries: [Country] = unsafe lines(of: bytes(ibid_countries)).compactMap { fields in
    guard fields.count >= 5 else { return nil }
    return Country(
      code: fields[0], name: fields[1], aliases: list(fields[2]), demonyms: list(fields[3]), capitals: list(fields[4]))
  }

  static let places: [Place] = unsafe lines(of: bytes(ibid_places)).compactMap { fields in
    guard fields.count >= 3, !fields[0].isEmpty else { return nil }
    return Place(name: fields[0], country: fields[1].isEmpty ? nil : fields[1], aliases: list(fields[2]))
  }

  private static func bytes(_ table: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) -> [UInt8] {
    var count = 0
    // The table is a constant of the program and `count` is its size.
    guard let start = unsafe table(&count) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func lines(of bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  private static func list(_ field: String) -> [String] { field.split(separator: ";").map(String.init) }
}
