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

  mutating func addNameWords() {
    addAll(
      "mr mrs ms miss dr prof professor sir dame lord lady baroness baron rev reverend father sister hon judge justice madam herr frau monsieur madame imam rabbi sheikh king queen prince princess pope saint",
      .title)
    addAll(
      "gen col lt maj sgt cpl capt cmdr adm brig general colonel lieutenant major sergeant captain commander admiral brigadier constable inspector superintendent detective officer sen sen. rep gov senator congressman congresswoman governor president chancellor ambassador",
      [.title, .office])
    addAll(
      """
      minister secretary director president chair chairman chairwoman chairperson chief head commissioner commander ambassador chancellor governor mayor
      leader spokesman spokeswoman spokesperson manager executive officer lead adviser advisor analyst professor researcher editor founder
      coordinator inspector superintendent constable attorney prosecutor senator representative undersecretary envoy premier treasurer
      speaker judge justice investigator economist scientist president-elect deputy vice monarch consul rapporteur registrar
      president's ombudsman auditor comptroller controller archbishop bishop cardinal coach captain pm
      """, .office)
    addAll(
      """
      agency agencies office ministry department council commission committee command police force forces service services unit centre center authority authorities board
      bureau institute institution university college school union association society trust foundation organisation organization federation confederation league alliance group
      company corporation corp inc ltd llc plc gmbh bank party parliament congress senate assembly court tribunal army navy guard administration
      taskforce academy laboratory laboratories hospital network secretariat inspectorate directorate cabinet treasury embassy consulate mission
      forum coalition movement brigade corps regiment battalion division fleet press times post news journal herald guardian telegraph
      inquiry cartel lab consortium chamber exchange airways airlines airline industries holdings partners museum church
      """, .orgHead)
    addAll(
      "plan programme program scheme initiative operation partnership strategy agreement deal pact project campaign framework roadmap accord memorandum compact grant fund mission",
      .programmeHead)
    addAll(
      "act bill convention treaty directive regulation constitution protocol charter code ordinance statute", .lawHead)
    addAll(
      "sea ocean river lake channel strait gulf bay island islands mountain mountains region province county district city town village desert valley peninsula coast border port harbour harbor airport street avenue road square park forest states republic kingdom territory territories",
      .placeHead)
    addAll(
      "summit conference games olympics cup championship festival forum congress war revolution referendum election elections",
      .eventHead)
    addAll("cbe obe mbe qpm kc qc mp mep phd frs kbe dbe jr sr msp ms. rn am ao", .postNominal)
    addAll(
      """
      james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
      timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
      tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy christian walter keith austin roger terry sean gerald carl dylan harold jordan jesse bryan lawrence
      arthur gabriel bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas philip simon martin nigel graham graeme ian
      mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
      rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather
      diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail
      sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie fiona yvette priti suella
      rishi boris theresa keir tony gordon vladimir sergei sergey dmitry ivan mikhail nikolai alexei igor oleg viktor volodymyr olena petro ursula angela olaf friedrich emmanuel marine francois nicolas
      giorgia matteo mario silvio pedro mariano carlos luis miguel jorge manuel antonio francisco ahmed mohammed muhammad mohamed ali hassan hussein omar ibrahim abdullah yusuf fatima aisha
      wei li xi jun hiroshi kenji yuki shinzo fumio narendra rahul priya amit anil sanjay jens magnus lars erik sven ingrid astrid katie tom tim ben sam dan jim bob bill nick chris alex jonny rob max kate jane claire
      """, .firstName)
    for code in ["us", "u.s.", "a", "au", "aus", "c", "ca", "can", "hk", "nz", "s", "sg", "nt", "r"] {
      add(code, .dollarPrefix)
    }
  }
}
