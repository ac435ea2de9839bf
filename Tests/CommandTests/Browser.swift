import Foundation
import TestSupport

/// A Chromium without a window, driven through its debugging pipe: opens pages, evaluates, types, prints.
final class Browser {
  /// The program; nil where none is installed. `IBID_BROWSER` names another.
  static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["IBID_BROWSER"] { return path }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for name in ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"] {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }()

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let folder: TemporaryFolder
  private let process = Process()
  private let requests: Int32
  private let responses: Int32
  private var pending: [UInt8] = []
  private var number = 0
  private var session: String?

  /// Starts the browser and opens a file.
  init(_ path: String, opening file: URL) throws {
    folder = try TemporaryFolder()
    let pipes = ["requests", "responses"].map { [folder] in folder.url.appendingPathComponent($0).path }
    // Safe, here and below: C calls with values that outlive them.
    for pipe in pipes where unsafe mkfifo(pipe, 0o600) != 0 { throw Failure(description: "no pipe \(pipe)") }
    // For both ways, so that neither side waits for the other to open it.
    (requests, responses) = unsafe (open(pipes[0], O_RDWR), open(pipes[1], O_RDWR))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$@\" 3<'\(pipes[0])' 4>'\(pipes[1])'", "sh", path, "--headless", "--no-sandbox", "--disable-gpu",
      "--remote-debugging-pipe", "--user-data-dir=\(folder.url.path)/profile", "--no-first-run", "about:blank",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try call("Target.createTarget", ["url": file.absoluteString])
    let attached = try call("Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for _ in 0..<200 {
      if try text("document.readyState + location.protocol") == "completefile:" { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "the page does not load")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    _ = close(requests)
    _ = close(responses)
  }

  // MARK: Acting

  /// The value of an expression in the page, as text.
  func text(_ script: String) throws -> String {
    let result = try call("Runtime.evaluate", ["expression": "String(\(script))", "returnByValue": true])
    guard let value = (result["result"] as? [String: Any])?["value"] as? String, result["exceptionDetails"] == nil
    else {
      throw Failure(description: "\(script) gives \(result)")
    }
    return value
  }

  /// Presses a key on what has the focus.
  func press(_ key: String, _ code: Int, text: String? = nil) throws {
    var parameters: [String: Any] = ["type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code]
    if let text { parameters["text"] = text }
    _ = try call("Input.dispatchKeyEvent", parameters)
    parameters["type"] = "keyUp"
    _ = try call("Input.dispatchKeyEvent", parameters)
  }

  func enter() throws { try press("Enter", 13, text: "\r") }
  func space() throws { try press(" ", 32, text: " ") }
  func tab() throws { try press("Tab", 9) }

  /// What media the page is for, and which colours are preferred.
  func show(on media: String, colours: String = "light") throws {
    _ = try call(
      "Emulation.setEmulatedMedia",
      ["media": media, "features": [["name": "prefers-color-scheme", "value": colours]]])
  }

  /// The page on paper.
  func pdf() throws -> Data {
    let result = try call("Page.printToPDF", [:])
    guard let data = (result["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(description: "no PDF")
    }
    return data
  }

  /// Role and name of everything that a screen reader is told of.
  func accessibleNames() throws -> [String] {
    let result = try call("Accessibility.getFullAXTree", [:])
    return (result["nodes"] as? [[String: Any]] ?? []).compactMap { node in
      func value(_ key: String) -> String { ((node[key] as? [String: Any])?["value"] as? String) ?? "" }
      return (node["ignored"] as? Bool ?? false) ? nil : "\(value("role")): \(value("name"))"
    }
  }

  // MARK: Messages

  /// Sends a command and waits for its answer; messages are JSON with a zero behind each.
  private func call(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    let bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    guard unsafe write(requests, bytes, bytes.count) == bytes.count else { throw Failure(description: "cannot write") }
    while true {
      guard let answer = try JSONSerialization.jsonObject(with: Data(try next())) as? [String: Any] else { continue }
      guard answer["id"] as? Int == number else { continue }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func next() throws -> [UInt8] {
    let end = Date().addingTimeInterval(60)
    while true {
      if let zero = pending.firstIndex(of: 0) {
        defer { pending.removeFirst(zero + 1) }
        return Array(pending[..<zero])
      }
      var ready = pollfd(fd: responses, events: Int16(POLLIN), revents: 0)
      guard Date() < end, process.isRunning else { throw Failure(description: "the browser does not answer") }
      guard unsafe poll(&ready, 1, 500) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe read(responses, &buffer, buffer.count)
      if count > 0 { pending += buffer[..<count] }
    }
  }
}
