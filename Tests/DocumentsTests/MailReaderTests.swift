import IbidSource
import Testing

@testable import IbidDocuments

struct MailReaderTests {
  private let head =
    "From: Harbour Office <press@harbour.example>\nSubject: Six boats\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n"

  @Test func headersAreFields() throws {
    let file = DocumentFile.read(layer: try mail(head + "\nSix boats came to the harbour.\n"))
    let document = try #require(file.documents.first)
    #expect(document.title == "Six boats" && document.issuer == "Harbour Office")
    #expect(document.published?.date.description == "2024-03-05")
    #expect(file.words(document.published?.span) == "5 Mar 2024")
    #expect(file.outline == ["paragraph: Six boats came to the harbour."])
  }

  @Test(arguments: [
    ("=?utf-8?Q?Br=C3=BCcke_zu?=", "Brücke zu"), ("=?ISO-8859-1?b?QnL8Y2tl?=", "Brücke"),
    ("=?utf-8?B?QnLD?= =?utf-8?B?vGNrZQ==?=", "Brücke"), ("a =?utf-8*de?q?b?= c", "a b c"), ("=?x?y?z?=", "=?x?y?z?="),
    ("=?utf-8?q?cut", "=?utf-8?q?cut"), ("two\n lines", "two lines"), ("=?nope?q?abc?=", "abc"),
  ])
  func encodedWords(_ header: String, _ expected: String) throws {
    #expect(try mail("Subject: \(header)\n\nSix boats came.").stated("title") == expected)
  }

  @Test(arguments: [
    ("Jo Doe <jo@x.example>", "Jo Doe"), ("\"Doe, Jo\" <jo@x.example>", "Doe, Jo"), ("jo@x.example (Jo Doe)", "Jo Doe"),
    ("jo@x.example", "jo@x.example"), ("<jo@x.example>", "jo@x.example"), ("=?utf-8?q?J=C3=B6?= <j@x.example>", "Jö"),
  ])
  func senders(_ header: String, _ expected: String) throws {
    #expect(try mail("From: \(header)\n\nSix boats came.").stated("from") == expected)
  }

  @Test(arguments: [
    ("quoted-printable", "Six b=\noats cost =E2=82=AC3.", "Six boats cost €3."),
    ("base64", "U2l4IGJv\nYXRzIGNhbWUu", "Six boats came."), ("8bit", "Six boats cost €3.", "Six boats cost €3."),
    ("QUOTED-PRINTABLE", "a =ZZ = b=", "a =ZZ = b"), ("base64", "U2l4*IGJvYXRz", "Six boats"),
  ])
  func transferEncodings(_ encoding: String, _ body: String, _ expected: String) throws {
    let text = head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n\(body)"
    #expect(try mail(text).outline == ["paragraph: " + expected])
  }

  private func parts(_ type: String, _ parts: [String], closed: Bool = true) -> String {
    head + "Content-Type: multipart/\(type); boundary=\"b d\"\n\nNo one reads this.\n"
      + parts.map { "--b d\n" + $0 + "\n" }.joined() + (closed ? "--b d--\nNor this.\n" : "")
  }

  @Test func alternatives() throws {
    let (plain, page) = (
      "Content-Type: text/plain\n\nSix plain boats.", "Content-Type: text/html\n\n<p>Six <b>page</b> boats."
    )
    #expect(try mail(parts("alternative", [plain, page])).outline == ["paragraph: Six plain boats."])
    #expect(try mail(parts("alternative", [page, plain])).outline == ["paragraph: Six plain boats."])
    #expect(try mail(parts("alternative", ["\n \n", page])).outline == ["paragraph: Six page boats."])
  }

  @Test func attachmentsAreNamed() throws {
    let file =
      "Content-Type: application/pdf; name=old.pdf\nContent-Disposition: attachment; filename*=utf-8''p%C3%A9.pdf\n\nJVBE"
    let forwarded = "Content-Type: message/rfc822\n\nSubject: x\n\nOther words."
    let layer = try mail(parts("mixed", ["\nSix boats came.", file, forwarded, "\nTwo left."]))
    #expect(layer.outline == ["paragraph: Six boats came.", "paragraph: Two left."])
    #expect(layer.warnings.map(\.reason) == [.attachments])
    #expect(layer.warnings.first?.message.contains("2 attachments, `pé.pdf`, `a forwarded mail`") ?? false)
  }

  @Test func picturesInsideTheTextAreNoAttachments() throws {
    let picture = "Content-Type: image/png\nContent-ID: <1>\nContent-Disposition: inline; filename=x.png\n\niVBO"
    let layer = try mail(parts("related", ["Content-Type: text/html\n\n<p>Six boats.<img src=cid:1>", picture]))
    #expect(layer.outline == ["paragraph: Six boats."] && layer.warnings.isEmpty)
  }

  @Test func quotedRepliesAreQuotations() throws {
    let layer = try mail(head + "\nYes, they did.\n\n> Did six boats come?\n> And when?\n")
    #expect(layer.outline == ["paragraph: Yes, they did.", "quote: Did six boats come?\n> And when?"])
  }

  @Test func whatIsCutShortIsRead() throws {
    let layer = try mail(parts("mixed", ["\nSix boats came."], closed: false))
    #expect(layer.outline == ["paragraph: Six boats came."] && layer.warnings.map(\.reason) == [.incomplete])
  }

  @Test func noMail() {
    #expect(problem(Array("Six boats came to the harbour.".utf8), MailReader()) == .damaged)
    #expect(problem([0, 1, 2, 0xFF], MailReader()) == .damaged)
  }
}
