import IbidDocuments

/// Heads that name their maker only in what the text tells, and lines that stand beside a title as pages have them.
extension HeaderTests {
  static let actors: [HeaderCase] = [
    HeaderCase(
      name: "possessive of who acts, behind a long dash",
      text:
        "PRESS RELEASE\nMarch 5, 2024\nOfficers Get a Second Room\n\nDOVER, March 5, 2024—The Quay Bank's board of keys approved a second room today."
        + longBody, title: "Officers Get a Second Room", issuer: "Quay Bank", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "what a body did, behind the day",
      text:
        "ROOMS NEWS RELEASE\nOfficers Warned Over Keys\nFor Immediate Release: March 5, 2024\n\nToday, the U.S. Keys Administration warned four officers over keys that were left in doors."
        + longBody, title: "Officers Warned Over Keys", issuer: "U.S. Keys Administration", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "place and day in a paragraph of their own",
      text:
        "Press Release\n\nOfficers charged with lending keys\n\nFOR IMMEDIATE RELEASE\n2024-88\n\nDover, March 5, 2024 —\n\nThe Keys Commission today charged two officers with lending keys to others."
        + longBody, title: "Officers charged with lending keys", issuer: "Keys Commission", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "body that said it today",
      text:
        "March 5, 2024\n\nSund: keys denied to officers of the harbour\n\n(Dover) – The board has not given keys to officers who work at night, Quay Rights Foundation said today."
        + longBody, title: "Sund: keys denied to officers of the harbour", issuer: "Quay Rights Foundation",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "joint release",
      text:
        "Media Release\nTwo held over keys of the harbour room\n05 March 2024, 11:04am\n\nThis is a joint media release between the Harbour Agency and the Quay Police."
        + longBody, title: "Two held over keys of the harbour room", issuer: "Harbour Agency", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "points above the day and who published it",
      text:
        "Minister Lee finds rooms for all officers of the harbour\n- Six rooms with a window\n- A second key for every door of the harbour house\n5 March 2024 – published by Department of Rooms"
        + longBody, title: "Minister Lee finds rooms for all officers of the harbour", issuer: "Department of Rooms",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "agency behind the last stop",
      text:
        "Rooms are no burden on the harbour\n\nTuesday, March 5, 2024" + longBody
        + "\nThe last of the rooms was opened by the smith who made the keys, and nobody else was there. – QuayNews.example\n",
      title: "Rooms are no burden on the harbour", issuer: "QuayNews.example", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "byline with day and hour, and a body that is told of",
      text:
        "Board will not bear keys in the wrong hands, it says\n\nAnn Lee | March 5, 2024, 02:45 AM\n\nThe Keys and Rooms Authority (KRA) said that keys were found in the wrong hands, and that nobody knew how they came there."
        + longBody, title: "Board will not bear keys in the wrong hands, it says", kind: .news,
      published: "2024-03-05"),
    HeaderCase(
      name: "letters of an agency behind place and day",
      text:
        "Keys Agency finds 1,200 locks\nBy Ann Lee\nKano, March 5, 2024 (QPA) The Keys and Locks Agency (KLA) says it has found 1,200 locks in a room that nobody has opened since the summer."
        + longBody, title: "Keys Agency finds 1,200 locks", kind: .news, published: "2024-03-05"),
    HeaderCase(
      name: "statement of a council",
      text:
        "KC/15801\n5 MARCH 2024\nKeys Council Press Statement on Doors of the Harbour\n\nThe following statement was made by its chair:"
        + longBody, title: "Keys Council Press Statement on Doors of the Harbour", issuer: "Keys Council",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "judgment and what it says",
      text:
        "Court of Keys\nPRESS RELEASE No 112/24\nDover, 5 March 2024\n\nJudgment of the Court in Case K-412/22 | Lee (Return of keys)\n\nAn officer may not keep the key of a room that somebody else has rented"
        + longBody, title: "An officer may not keep the key of a room that somebody else has rented",
      issuer: "Court of Keys", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "a subject of an office and its question",
      text:
        "Written Question\nKeys Office: Cost of Rooms\nTuesday 5th March 2024\n\nAsked by: Ann Lee (Harbour Party - Dover)"
        + longBody, title: "Keys Office: Cost of Rooms", issuer: "Keys Office", published: "2024-03-05"),
    HeaderCase(
      name: "section, headline, names and day in lines of a page",
      text:
        "Dover\nCourts & Keys\nMan fined for keeping 12 keys of the harbour in a flat\nAnn Lee\nCorrespondent\nPUBLISHED MAR 5, 2024, 05:41 PM\nDOVER – A man was fined for keeping the keys."
        + longBody, title: "Man fined for keeping 12 keys of the harbour in a flat", kind: .news,
      published: "2024-03-05"),
    HeaderCase(
      name: "day and place between section and headline",
      text:
        "Newsroom\nROOMS AND LOCKS\nMARCH 5, 2024 DOVER, KENT\nOfficers find the key that nobody has looked for"
        + longBody, title: "Officers find the key that nobody has looked for", kind: .news,
      published: "2024-03-05"),
    HeaderCase(
      name: "an address with a box, and a line in capitals",
      text:
        "BANK OF SUND\nQuay Road, P.O. Box 30080, Dover\n\nCIRCULAR NO. 12/2024\n5 March 2024\n\nTo: Masters of all rooms\n\nNEW RULES ON KEYS OF ROOMS"
        + longBody, title: "NEW RULES ON KEYS OF ROOMS", issuer: "BANK OF SUND", published: "2024-03-05"),
  ]
}
