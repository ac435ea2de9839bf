import IbidDocuments
import IbidSource
import Testing

/// Heads that name persons and offices, and heads whose lines were joined.
extension HeaderTests {
  static let offices: [HeaderCase] = [
    HeaderCase(
      name: "shadow minister over the title",
      text:
        "Ann Lee MP\n\nShadow Minister for Keys, Rooms and Quays\nMember for Dover\n\nOfficers to share a room with two keys\n\n27 October 2010"
        + body,
      title: "Officers to share a room with two keys", issuer: "Shadow Minister for Keys, Rooms and Quays",
      kind: .pressRelease, published: "2010-10-27"),
    HeaderCase(
      name: "offices in capitals, then the day",
      text:
        "THE HON. ANN LEE MP\nMINISTER FOR ROOMS\nMINISTER ASSISTING THE PRIME MINISTER FOR KEYS\n\nMEDIA RELEASE\n\n11 October 2017\n\nOFFICERS TO SHARE A ROOM WITH TWO KEYS"
        + body,
      title: "OFFICERS TO SHARE A ROOM WITH TWO KEYS", issuer: "MINISTER FOR ROOMS", kind: .pressRelease,
      published: "2017-10-11"),
    HeaderCase(
      name: "label and office on a line",
      text:
        "Media Release Minister for Rooms, Keys and Quays The Hon. Ann Lee, MP\n\nOFFICERS TO SHARE A ROOM WITH TWO KEYS"
        + body + "\nDOVER, 11 October 1991\n",
      title: "OFFICERS TO SHARE A ROOM WITH TWO KEYS", issuer: "Minister for Rooms, Keys and Quays",
      kind: .pressRelease, published: "1991-10-11"),
    HeaderCase(
      name: "a minister who does something is a title",
      text: "MEDIA RELEASE\n\n5 March 2024\n\nMINISTER OPENS ROOM FOR TWO OFFICERS IN DOVER" + body,
      title: "MINISTER OPENS ROOM FOR TWO OFFICERS IN DOVER", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "head and text on one line",
      text:
        "MEDIA RELEASE   Senator Ann Lee Senator for Kent Shadow Minister for Keys   Tuesday, 12 February 2013   Customs officers of two countries in the dark on keys   Customs officers of two countries will share a room from next month, and the keys to it are kept in the dark by one of them, Ann Lee said today. Nobody in the two countries knows where they are, and the rent is paid by both of them all the same.\n\nA second paragraph says that nothing else has changed.\n",
      title: "Customs officers of two countries in the dark on keys", issuer: "Shadow Minister for Keys",
      kind: .pressRelease, published: "2013-02-12"),
    HeaderCase(
      name: "a label whose letters are set apart",
      text: "P R E S S   R E L E A S E\n\nOfficers to share a room with two keys\n\n5 March 2024" + body,
      title: "Officers to share a room with two keys", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "letters that the text spells out",
      text:
        "News Releases | 5 March 2024\n\nQKB lends officers a room with two keys\n\nDOVER – The Board of the Quay and Key Bank (QKB) has lent customs officers of two countries a room. The rent is paid by both, and the keys are kept by one.\n\nA second paragraph says that nothing else has changed, which is true of most paragraphs that come second.\n\nAbout the QKB\nPress contact: Ann Lee, +44 20 7946 0102\n",
      title: "QKB lends officers a room with two keys", issuer: "Quay and Key Bank", kind: .pressRelease,
      published: "2024-03-05"),
  ]
}
