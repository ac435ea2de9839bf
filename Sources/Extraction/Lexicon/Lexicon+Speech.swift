extension Lexicon {
  mutating func addSpeechWords() {
    addSayingVerbs()
    // Words that rules ask for by their letters.
    addAll(
      "girls boys adults pupils patients athletes citizens hand hands handed handing retired veteran put puts paid pays tribute went gone",
      [])
    addAll("rt hon honourable honorable", .title)
    addAll(
      "report reports study studies statement survey review paper document communique communiqué letter release article newspaper magazine website ministry department office spokesman agency",
      .document)
    addAll(
      """
      spokesman spokeswoman spokesperson spokespersons official officials resident residents source sources witness witnesses officer officers analyst analysts expert experts
      migrant migrants immigrant immigrants refugee refugees survivor survivors villager villagers worker workers farmer farmers fisherman fishermen investigator investigators
      researcher researchers scientist scientists doctor doctors lawyer lawyers activist activists critic critics campaigner campaigners observer observers
      historian historians author authors nurse nurses picker pickers mother mothers father fathers neighbour neighbours neighbor neighbors
      student students volunteer volunteers passenger passengers trader traders supporter supporters opponent opponents spokespeople protester protesters seller sellers
      owner owners chair chairs judge judges magistrate magistrates counsel solicitor solicitors prosecutor prosecutors agent agents conservator curator skipper skippers member members pensioner driver drivers customer customers tenant tenants regulator regulators aide aides economist economists diplomat diplomats colonel captain insider insiders teacher teachers parent parents victim victims widow widows widower pensioners shopkeeper shopkeepers postman postmistress courier couriers
      dissident dissidents broker brokers businessman businesswoman businessmen industrialist financier philanthropist banker bankers dealer dealers trader investor
      cleric preacher monk nun priest guitarist drummer pianist violinist rapper comedian filmmaker playwright choreographer sculptor architect designer
      cyclist sprinter swimmer wrestler boxer bowler batsman winger quarterback jockey golfer rower skier gymnast sailor mountaineer explorer
      sociologist philosopher anthropologist linguist virologist immunologist microbiologist paediatrician pediatrician cardiologist oncologist psychiatrist
      veterinarian botanist zoologist ecologist oceanographer geographer hydrologist seismologist statistician mathematician astronomer
      blogger columnist commentator broadcaster presenter podcaster influencer youtuber whistleblower defector exile fugitive mobster gangster financier
      frontman bandmate songwriter actor actress midfielder goalkeeper footballer realtor novelist photographer paramedic firefighter lifeguard barrister
      counterpart predecessor successor protégé fiancé fiancée girlfriend boyfriend bodyguard roommate classmate teammate compatriot
      """, .personNoun)
  }
}
