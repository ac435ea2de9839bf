import Ibid

/// A session with one small table of Swift values: `people`.
func peopleSession() async throws -> Session {
  let session = Session()
  try await session.register(table: "people", rows: Person.all)
  return session
}

struct Person: Codable, Equatable {
  enum Role: String, Codable { case pilot, cook }

  let name: String
  let age: Int
  let heightMetres: Double
  let isHome: Bool
  let role: Role
  let knownSince: Int?
  let languages: [String]

  static let all = [
    Person(
      name: "Ann", age: 41, heightMetres: 1.7, isHome: true, role: .pilot, knownSince: 2001, languages: ["en", "fr"]),
    Person(
      name: "Bo \"Bobby\" | take 1", age: 17, heightMetres: 1.9, isHome: false, role: .cook, knownSince: nil,
      languages: []),
    Person(name: "Cleo", age: 29, heightMetres: 1.6, isHome: true, role: .cook, knownSince: 2020, languages: ["el"]),
  ]
}

extension Session {
  func run(_ query: QueryText, _ values: [String: ParameterValue] = [:]) async throws -> QueryResult {
    try await prepare(query).run(values)
  }
}

/// The messages of the `QueryError` that `body` throws; none if it throws nothing.
func messages(_ body: () async throws -> Void) async -> [QueryError.Message] {
  do {
    try await body()
    return []
  } catch let error as QueryError {
    return error.messages
  } catch {
    return []
  }
}
