import IbidDocuments

/// Facts that stand beside a title, or that only the form of a text tells.
extension HeaderTests {
  static let beside: [HeaderCase] = [
    HeaderCase(
      name: "title and day on one line",
      text:
        " Minister for Harbours, the Hon Ann Lee \n\n Sharing the rooms to help both of the harbours  Tuesday, 5 March 2024 "
        + body, title: "Sharing the rooms to help both of the harbours", issuer: "Minister for Harbours",
      kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "top heading that holds facts",
      text:
        "# Minutes - Rooms and Keys - 5th March 2024\n\nMinutes of a meeting of **Quayside Harbour Council** held in the room on 5th March 2024 at 19:30"
        + body, title: "Minutes - Rooms and Keys - 5th March 2024", issuer: "Quayside Harbour Council",
      published: "2024-03-05"),
    HeaderCase(
      name: "first of three ministers, the first with commas",
      text:
        "MORE MONEY FOR THE ROOMS OF OFFICERS\n\n05 March 2024\n\nJOINT MEDIA RELEASE\n\nTHE HON ANN LEE MP, MINISTER FOR HARBOURS, FERRIES, KEYS AND LOCAL ROOMS\n\nTHE HON BEN HALL MP, MINISTER FOR KEYS"
        + body, title: "MORE MONEY FOR THE ROOMS OF OFFICERS",
      issuer: "MINISTER FOR HARBOURS, FERRIES, KEYS AND LOCAL ROOMS", kind: .pressRelease, published: "2024-03-05"),
    HeaderCase(
      name: "letter of a member who signs below",
      text:
        "CONGRESSMAN'S REPORT\nANN LEE\nTELEPHONE: (202) 555-0185\n\nA LETTER TO THOSE WHO SHARE A ROOM\n\nDear Friends:"
        + body + "\nAnn Lee\n\nMember of Congress\n", title: "A LETTER TO THOSE WHO SHARE A ROOM", issuer: "Ann Lee"),
    HeaderCase(
      name: "answers to questions, on a site named by its address",
      text:
        "They Sit for You: HarbourStreet.com\n\n  Home    Debates    Answers    About\n\nWritten answers\n\nTuesday, 5 March 2024\n\nDepartment of Harbours\n\nRooms and Keys\n\nAnn Lee (Dover, Harbour Party)\n\n1177. To ask the Minister for Harbours what the keys of the room have cost in each of the years since she took office."
        + body, title: "Rooms and Keys", issuer: "Department of Harbours", published: "2024-03-05"),
    HeaderCase(
      name: "news of a body that tells of itself",
      text:
        "Skip to content\nQuay Foundation\n\nNews\n\nOfficers share a room once more in the harbour\n\nBy Quay Foundation • 5 March 2024\n\nToday the Quay Foundation has heard that two officers share a room again. We are glad of it, and so are they.\n\nWe read the papers of the court with care, and our own case about the keys has still to be heard by it.\n\nCopyright Quay Foundation\n",
      title: "Officers share a room once more in the harbour", issuer: "Quay Foundation", kind: .pressRelease,
      published: "2024-03-05"),
    HeaderCase(
      name: "transcript with a stop, at a seat of a body",
      text:
        " 1\n\n LEADER OF THE OPPOSITION\n\n TRANSCRIPT OF DOORSTOP - PARLIAMENT HOUSE - 5TH MARCH 2024.\n\n E & OE - PROOF ONLY\n\n Subjects: rooms; keys.\n\n LEE: You do not keep a room by giving its keys away, and that is what this law does.\n\n JOURNALIST: What do you think comes next?\n\n LEE: More rooms and more keys, I am afraid, and we will ask who pays for all of them.\n\n JOURNALIST: Would you welcome that?\n\n LEE: We would not welcome it, and nor would anybody who has ever shared a room.\n",
      title: "TRANSCRIPT OF DOORSTOP - PARLIAMENT HOUSE - 5TH MARCH 2024.", issuer: "LEADER OF THE OPPOSITION",
      kind: .speech, published: "2024-03-05"),
    HeaderCase(
      name: "words of a menu that are kinds of bodies",
      text:
        "Go to home page\nHome\nAbout Us\nFoundation\nKeeping healthy\n\nOfficers to share a room once more in the harbour"
        + longBody, title: "Officers to share a room once more in the harbour", kind: .news),
    HeaderCase(
      name: "title behind a label, over a text without a blank line",
      text:
        "Quay County Harbour Office\n\nMarch 5, 2024\n\nFor Immediate Release: Harbour Officers Share a Room and Its Keys, and Pay for Both\nLet me begin by thanking all of those who have let the officers of two countries share a room in the harbour\nfrom next month. The rent is paid by both, and the keys are kept by one of them.\n",
      title: "Harbour Officers Share a Room and Its Keys, and Pay for Both", issuer: "Quay County Harbour Office",
      kind: .pressRelease, published: "2024-03-05"),
  ]
}
