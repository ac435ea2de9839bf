import IbidDocuments
import IbidSource
import Testing

/// Heads in the layouts of agencies, papers and companies.
extension HeaderTests {
  static let layouts: [HeaderCase] = [
    HeaderCase(
      name: "speech in Markdown",
      text:
        "# Rooms are built by friends\n\n**Speech by Ann Lee, Harbour Minister, at the Key Forum**\n\nDelivered on 19 February 2024"
        + body,
      title: "Rooms are built by friends", kind: .speech, published: "2024-02-19"),
    HeaderCase(
      name: "speech in the title",
      text:
        "Ann Lee – 2024 Speech at the Key Forum\n\nThe text of the speech was issued by the Harbour Office on 22 February 2024."
        + body,
      title: "Ann Lee – 2024 Speech at the Key Forum", issuer: "Harbour Office", kind: .speech, published: "2024-02-22"),
    HeaderCase(
      name: "a speech that is only spoken of", text: "Rooms to be named in the King’s speech" + body,
      title: "Rooms to be named in the King’s speech"),
    HeaderCase(
      name: "not the text itself",
      text:
        "Officers share a room\n\nA report published by the Key Institute on 3 March 2024 counted the keys of all rooms in the harbour and found six."
        + body,
      title: "Officers share a room", kind: .news),
    HeaderCase(
      name: "issued by both",
      text: "Officers share a room\n\nIssued by HM Treasury and the Home Office on 4 March 2024." + body,
      title: "Officers share a room", issuer: "HM Treasury and the Home Office", kind: .pressRelease,
      published: "2024-03-04"),
    HeaderCase(
      name: "issuer with short form and commas",
      text:
        "Officers share a room\n\nThis statement was issued by the Ports, Quays and Rooms Office (PQRO) on 17 February 2025."
        + body,
      title: "Officers share a room", issuer: "Ports, Quays and Rooms Office", kind: .pressRelease,
      published: "2025-02-17"),
    HeaderCase(
      name: "date, then issuer",
      text: "Officers share a room\n\nPublished on 4 March 2024 by the Harbour Office." + body,
      title: "Officers share a room", issuer: "Harbour Office", kind: .pressRelease, published: "2024-03-04"),
    HeaderCase(
      name: "doubtful slashes", text: "Officers share a room\n\nPublished: 05/03/2024" + body,
      title: "Officers share a room", published: "2024"),
    HeaderCase(
      name: "clear slashes", text: "Officers share a room\n\nPublished: 25/03/2024" + body,
      title: "Officers share a room", published: "2024-03-25"),
    HeaderCase(
      name: "ISO date", text: "Officers share a room\n\nDate: 2024-03-25" + body, title: "Officers share a room",
      published: "2024-03-25"),
    HeaderCase(
      name: "ordinal and weekday", text: "Officers share a room\n\nTuesday, 5th of March 2024" + body,
      title: "Officers share a room",
      published: "2024-03-05"),
    HeaderCase(
      name: "no such day", text: "Officers share a room\n\n31 February 2024" + body, title: "Officers share a room"),
    HeaderCase(
      name: "report about itself",
      text:
        "Rooms of the harbour\n\nThis report sets out how many rooms the harbour has and who keeps the keys to them."
        + body,
      title: "Rooms of the harbour", kind: .report),
    HeaderCase(
      name: "notes to editors", text: "Officers share a room" + body + "\nNotes to editors\n\nThe room has one window.",
      title: "Officers share a room",
      kind: .pressRelease),
    HeaderCase(
      name: "agency",
      text:
        "Officers share a room\n\nLONDON (Reuters) - Officers of two countries will share a room, they said on Monday at the harbour."
        + body,
      title: "Officers share a room", kind: .news),
    HeaderCase(
      name: "office and district under the title",
      text:
        "Home | News | About\n\nPRESS RELEASE\n\nBargeman Admits Selling the Keys of the Harbour Room\n\nTuesday, March 5, 2024      Share  f  X\n\nFor Immediate Release\nU.S. Attorney's Office, Eastern District of Sund"
        + body, title: "Bargeman Admits Selling the Keys of the Harbour Room",
      issuer: "U.S. Attorney's Office, Eastern District of Sund", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "emblem over the number of a report, and its days",
      text:
        "MENU   Rooms   Keys   Search\nHome > Sund > Reports\n\nquayside  for every port\n\nHarbour Situation Report No. 4\n\nReporting period: 1 to 31 May 2024"
        + body, title: "Harbour Situation Report No. 4", kind: .report, published: "2024-05-31"),
    HeaderCase(
      name: "source under a table",
      text:
        "Rooms of the harbour: fewer keys, more locks\n\nA summary of rooms and keys from July to September\n\nThe keys to the rooms of the harbour were counted by hand.\n\nFigure 1. Keys by room\nRoom    Keys    Locks\nEast    12    40\nWest    18    22\nSource: Rooms Board, Dover"
        + body, title: "Rooms of the harbour: fewer keys, more locks"),
    HeaderCase(
      name: "a report tells when it was tabled",
      text:
        "Audit Office\nHome | Reports | Contact\n\nROOMS OF THE OLD HARBOUR\n\n(The Report was tabled in the Assembly of Sund on 5.3.2024.)"
        + body, title: "ROOMS OF THE OLD HARBOUR", issuer: "Audit Office", kind: .report, published: "2024-03-05"),
    HeaderCase(
      name: "one body in three languages",
      text:
        "Foundation for Harbour Rooms · Stiftung Hafenzimmer · Fondation Chambres d’écluse\n\nDover, 5 March 2024\n\nTHE YEAR OF THE KEYS"
        + body, title: "THE YEAR OF THE KEYS", issuer: "Foundation for Harbour Rooms", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "an officer writes for the body over the page",
      text:
        "[scanned copy]\n\nTIDE ROOMS BOARD\n\nMEMORANDUM\n\nTO:       All masters of rooms\nFROM:     Director, Keys and Locks\nDATE:     5th March, 2024\nSUBJECT:  OFFICERS WHO SHARE A ROOM"
        + body, title: "OFFICERS WHO SHARE A ROOM", issuer: "TIDE ROOMS BOARD", published: "2024-03-05"),
    HeaderCase(
      name: "privacy notice over the page",
      text:
        "We value your privacy. We and our 70 partners store keys on your device.  [Accept all]  [Manage]\n\nDOVER & QUAY ECHO\nNews  Sport  Notices\n\nOfficers share a room in the harbour\n\nUpdated 3 hours ago"
        + body, title: "Officers share a room in the harbour", issuer: "DOVER & QUAY ECHO", kind: .news),
    HeaderCase(
      name: "dispatch before the title",
      text: "DOVER (Quay Bulletin) 5 March 2024 -- Officers share a room in the harbour" + body,
      title: "Officers share a room in the harbour", issuer: "Quay Bulletin", published: "2024-03-05"),
    HeaderCase(
      name: "press office of a force",
      text:
        "Sund Police  |  Polis Sund\nMenu  About us  News\n\nOfficers share a room in the harbour\n\nTuesday, 5 March 2024 - 3:12pm"
        + body + "\nENDS\n\nIssued by the Police Media Centre\n", title: "Officers share a room in the harbour",
      issuer: "Sund Police", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "a page says what its maker is",
      text:
        "NEWS   SPORT   SIGN IN\n\nOfficers share a room in the harbour\n\nBY ANN LEE\nUpdated 6:42 PM, March 5, 2024"
        + body
        + "\nMOST READ\n1  Emu found\n\nThe Quayside Dispatch is an independent news organization. © 2024 All Rights Reserved.\n",
      title: "Officers share a room in the harbour", issuer: "Quayside Dispatch", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "speaker of a board",
      text:
        "SUNDBANKEN\nEN | SU   Search   RSS\n\nKeys when the lights go out\n\nSpeech by Ms Ann Lee, Member of the Board of the Bank of Sund, at the Rooms Forum, Dover, 5 March 2024."
        + body, title: "Keys when the lights go out", issuer: "Bank of Sund", kind: .speech, published: "2024-03-05"),
    HeaderCase(
      name: "letter to the chair of a committee",
      text:
        "The Old Granary\nDover CT17 9AB\n\n5 March 2024\n\nThe Rt Hon the Lord Pell\nChair, Harbour and Rooms Committee\nHouse of Keys\n\nDear Lord Pell,\n\nInquiry into the rooms of harbours"
        + body + "\nYours sincerely,\n\nAnn Lee\nChief Executive, Quay Heritage Trust\n",
      title: "Inquiry into the rooms of harbours", issuer: "Quay Heritage Trust", published: "2024-03-05"),
    HeaderCase(
      name: "a board speaks for its fund",
      text:
        "PRESS RELEASE NO. 24/88\n\nQuay Board Completes the Third Review of the Officers’ Room\n\nDover – March 5, 2024: The Executive Board of the International Harbour Fund (IHF) today looked at the room, and at the keys to it, for a third time.\n"
        + body, title: "Quay Board Completes the Third Review of the Officers’ Room",
      issuer: "International Harbour Fund",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "letter signed for a body",
      text:
        "5 March 2024\n\nDear Ms Orr\n\nRooms of the harbour and their keys\n" + body
        + "\nYours sincerely\n\nAnn Lee\nHead of Rooms, Quay Safety Association\n",
      title: "Rooms of the harbour and their keys", issuer: "Quay Safety Association", published: "2024-03-05"),
    HeaderCase(
      name: "section above a title that begins with a number, on a page of long lines",
      text: "Harbours\n29 officers share a room in the old harbour\nBy Ann Lee and Ben Hall\nTuesday, 5 March 2024"
        + longBody,
      title: "29 officers share a room in the old harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "line under a title that ends with a name, on a page of long lines",
      text:
        "5 March 2024 | Press release\n\nOfficers who share a room and its keys are thanked in Sundhaven\nTwo desks behind one door cost EUR 4 500"
        + longBody, title: "Officers who share a room and its keys are thanked in Sundhaven", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "path in lines with arrows, and a story of an office",
      text:
        "Home\n > Harbours and ports\n > Rooms\nNews story\nOfficers share a room in the harbour\nFrom:\nHarbour Rooms Agency\nPublished\n5 March 2024"
        + longBody, title: "Officers share a room in the harbour", issuer: "Harbour Rooms Agency", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "slug of an agency",
      text:
        "QP-INT--Officers-Room, 2nd Ld-Writethru\n03-05-2024 1804 GMT\nEds: ADDS reaction of the smith. With QP Photos 103, 104.\n\nOfficers share a room in the harbour\n\nBy ANN LEE\n\nDOVER, Sund (QP) -- Customs officers of two countries will share a room from March 9.\n"
        + body, title: "Officers share a room in the harbour", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "list with square signs below a title",
      text:
        "MONTHLY ROOMS UPDATE\n15/03/2024 | Dover\n\nHarbours: rooms shared by officers rise to 18 in March\n\n  ◾ Rooms since January: just under 40\n  ◾ Keys: about 18, as in June"
        + longBody, title: "Harbours: rooms shared by officers rise to 18 in March", kind: .news,
      published: "2024-03-15"),
    HeaderCase(
      name: "CRLF and byte order mark",
      text:
        "\u{FEFF}Officers share a room\r\n\r\nPublished 5 March 2024\r\n\r\nTwo officers will share one room from next month. Both are said to be tidy.\r\n",
      title: "Officers share a room", published: "2024-03-05"),
  ]
}
