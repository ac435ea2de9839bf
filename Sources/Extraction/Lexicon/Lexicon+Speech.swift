extension Lexicon {
  mutating func addSpeechWords() {
    addAll(
      """
      said says say saying told tells added adds explained explains noted notes stated states wrote writes argued argues warned warns claimed claims
      insisted insists observed observes concluded concludes continued continues commented comments remarked remarks replied replies responded
      announced announces declared declares admitted admits acknowledged acknowledges stressed stresses emphasised emphasises emphasized emphasizes emphasise emphasize
      highlighted highlights highlight confirmed confirms urged urges suggested suggests recalled recalls asked asks pledged promised promises predicted
      described describes called calls quoted cited testified testifies reiterated reiterates tweeted posted repeated underlined underlines welcomed
      complained cautioned vowed revealed asserted maintained joked whispered shouted cried answered pointed countered labelled labeled labeling labelling dubbed dubs
      conceded agreed remarking adding telling noting explaining warning stating boasted lamented quipped
      """, .speech)
    addAll(
      "report reports study studies statement survey review paper document communique communiqué letter release article newspaper magazine website ministry department office spokesman agency",
      .document)
    addAll(
      """
      spokesman spokeswoman spokesperson spokespersons official officials resident residents source sources witness witnesses officer officers analyst analysts expert experts
      migrant migrants immigrant immigrants refugee refugees survivor survivors villager villagers worker workers farmer farmers fisherman fishermen investigator investigators
      researcher researchers scientist scientists doctor doctors lawyer lawyers activist activists critic critics campaigner campaigners observer observers
      historian historians author authors economist economists diplomat diplomats colonel captain insider insiders teacher teachers parent parents victim victims
      """, .personNoun)
  }
}
