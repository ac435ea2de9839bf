extension Lexicon {
  mutating func addNameWords() {
    addPeopleWords()
    addWomenAndMen()
    addBodyWords()
    addPlaceWords()
    addProgrammeAndEventWords()
    for code in ["us", "u.s.", "a", "au", "aus", "c", "ca", "can", "hk", "nz", "s", "sg", "nt", "r"] {
      add(code, .dollarPrefix)
    }
  }

  private mutating func addPeopleWords() {
    addAll(
      """
      mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend father sister hon honourable honorable judge justice
      madam herr frau monsieur madame señor señora imam rabbi sheikh sheik king queen prince princess pope saint ayatollah mullah shri smt emir
      mdm mme mlle puan encik datuk dato datin seri pol alhaji alhaja engr barr adv pastor maulana mufti ustaz pehin haji
      aunty auntie uncle viscount viscountess marquess mag ir sr mons
      """, .title)
    addAll(
      """
      gen col lt maj sgt cpl spc pfc pvt ssgt tsgt msgt sfc capt cmdr cdr adm brig pte general colonel lieutenant major sergeant captain commander admiral brigadier marshal
      corporal private constable inspector superintendent detective officer sen rep gov senator congressman congresswoman governor president
      chancellor ambassador cllr councillor supt insp pc det
      """, [.title, .office])
    addAll(
      """
      minister secretary director president chair chairman chairwoman chairperson chief head commissioner commander ambassador chancellor governor mayor
      leader spokesman spokeswoman spokesperson manager executive officer lead adviser advisor analyst professor researcher editor founder
      coordinator inspector superintendent constable attorney prosecutor senator representative undersecretary envoy premier treasurer
      speaker judge justice investigator economist scientist president-elect deputy vice monarch consul rapporteur registrar
      president's ombudsman auditor comptroller controller archbishop bishop cardinal coach captain pm sheriff magistrate solicitor counsel
      administrator co-founder cofounder ceo cfo coo chairmen striker goalkeeper midfielder defender skipper actor actress singer author writer
      novelist poet artist historian biologist physicist chemist engineer astronaut lawyer attorney barrister activist campaigner journalist
      reporter correspondent photographer doctor nurse surgeon teacher principal headteacher dean provost rector lecturer student volunteer
      farmer owner resident neighbour neighbor husband wife son daughter brother father mother colleague defendant plaintiff petitioner
      respondent appellant claimant witness victim suspect councilman councilwoman alderman assemblyman lawmaker legislator candidate mp mps mep
      congressman congresswoman czar tsar warlord dictator general emperor empress duke duchess earl count countess epidemiologist climatologist
      meteorologist geologist archaeologist psychologist curator conductor composer entrepreneur billionaire tycoon strategist pollster
      """, .office)
    for word in """
    president minister premier chancellor senator governor mayor king queen pope prince princess emperor secretary commissioner ambassador
    judge justice congressman congresswoman sheriff councillor cllr sen rep gov gen col lt maj sgt cpl spc pfc pvt ssgt tsgt msgt sfc capt cmdr cdr adm brig general colonel
    lieutenant major sergeant admiral detective inspector constable officer professor archbishop bishop cardinal ayatollah imam rabbi
    dr doctor coach mp mep pm supt insp spokesman spokeswoman spokesperson chairman chairwoman prosecutor envoy sultan emir sheikh
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }) { add(word) { $0.names.insert(.personalOffice) } }
    addAll(
      "assemblymember assemblywoman councilmember supervisor delegate advocate collector tahsildar sarpanch commandant elder publican headmaster headmistress harbourmaster",
      .office)
    names("lord lady baroness baron viscount viscountess earl countess marquess", .peer)
    names("uss fs hms hmas mv rv ins hmcs usns usat brp kri hdms hnlms rfa pns hmnzs", .vessel)
    names(
      "ap ab van von der den de la le du da das dos do di del della bin ibn binti al el ter ten af av zu abu ould mac y",
      .particle)
    addAll(
      """
      td cbe obe mbe qpm kc qc mp mep phd frs kbe dbe jr sr ii iii iv msp ms rn am ao ac oam mla mlc mba md esq dphil bsc msc ret retd jd cpa kg gcmg
      """, .postNominal)
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
      wei li xi jun hiroshi kenji yuki shinzo fumio narendra rahul priya amit anil sanjay jens magnus lars erik sven ingrid astrid katie tom tim ben sam dan jim bob bill nick chris alex jonny rob max kate jane claire ratu
      """, .firstName)
  }

  /// Which of the given names are women's and which are men's; names that both bear are left out.
  private mutating func addWomenAndMen() {
    names(
      """
      james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
      timothy ronald edward jason jeffrey jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
      aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter keith austin roger sean gerald carl harold lawrence arthur bruce billy alan juan elijah
      albert wayne vincent liam roy bobby caleb bradley russell lucas philip simon martin nigel graham graeme ian boris keir tony gordon vladimir sergei sergey dmitry ivan mikhail nikolai alexei
      igor oleg viktor volodymyr olaf friedrich emmanuel francois nicolas matteo mario silvio pedro mariano carlos luis miguel jorge manuel antonio francisco ahmed mohammed muhammad mohamed ali
      hassan hussein omar ibrahim abdullah yusuf hiroshi kenji fumio narendra rahul amit anil sanjay jens magnus lars erik sven tom tim ben dan jim bob bill nick rob tomas pavel gunnar olav
      don ron dave doug greg jon matt russ stan wes zach chuck hank derrick emmett garrett grant jackson landon marshall trent wyatt
      abdul abdullahi adebayo aidan akira aleksandr alessandro alexandre alistair alfred alfonso allan alberto alvin andre andreas andrei andres anders andrzej angus
      anton antoine antonis anwar archie armando arnold arjun ashok barack barry bart bashar benedict benito bernard bernardo bernie bertrand björn bogdan brendan brett
      bret carlo cedric cesar chad charlie chinedu clarence claude claudio clayton clifford clive colin conor cormac craig cristiano curtis damian damien darren darryl
      davide dean deepak declan denis derek desmond diego dimitri dmytro dominic donal duncan dwayne dwight eamon edgar edmund eduardo edwin eduard elias emeka emilio
      emil enrique ernest ernesto eugene evgeny fabio federico felipe ferdinand fernando fidel filip finn floyd franklin franz fred frederick frederik fredrik gareth
      gavin geoff geoffrey georgios gerard gerhard gianni gilbert giovanni giuseppe glenn godfrey gregor guillermo gustavo hamish hans harvey hector heinz henrik herbert
      herman homer horace howard hugh hugo humphrey imran isaac ismail ivor jaime jake jakob jamal janos jared javier jeff jerome jerzy jimmy joachim joao joaquin joel
      johan johann johannes johnny jorg josef josh jozef jules julian julio jurgen karl kamal karim kareem kelvin ken kent khalid klaus kofi konstantin kurt kwame lamar
      lance laszlo len leo leon leonard leonardo leopold lester lewis lionel lorenzo ludwig luigi luka luke lukas lyndon maksim malcolm manfred marc marcel marcelo marco
      marcos marcus marek marius marko martyn massimo mateo mateus max maxim maxime mehmet melvin mike mikael milan miles milton mitch mitchell mohan moses murray mustafa
      nathaniel ned neil nelson neville niall niels nils norman olivier orlando oscar otto owen pablo paolo pascal pete petr phil philippe pierre piotr prakash rajesh
      rajiv rafael rahim ralph ramon raj rashid ravi raul ray reginald reinhard rene rex ricardo riccardo rick roberto rodney rodrigo roland rolf roman ronan rory ross
      ruben rudolf rupert salman salvador sandro satoshi sebastian serge sergio seth shane shaun siddharth sidney silas simeon stanley stefan stefano steve stewart stuart
      suresh takeshi tariq ted theodore thiago thierry tobias todd toby tommy travis trevor uwe valentin vernon vicente vijay vikram vinod vittorio vlad walid warren
      wilfred wilhelm winston wolfgang yves yuri youssef zoltan
      """, .mansName)
    names(
      """
      mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
      rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather
      diane olivia julie joyce victoria ruth virginia lauren christina joan evelyn judith andrea hannah megan cheryl jacqueline martha teresa gloria sara janice ann kathryn abigail
      sophia frances alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie fiona yvette priti suella
      olena ursula giorgia fatima aisha priya ingrid astrid katie kate jane claire renata rosalind ines marta tamsin greta
      debbie debby beth liz maddie ellie tracie gayle jodi vicki nikki trudy wanda lillian marian myrna blanche bette
      abby ada adele adriana agnes agnieszka aileen aimee alana alejandra alessandra alexandra alicia alison allison amal amelia amina amelie ana anastasia angie anita
      anja anke anneliese annette annie antonella ariana arlene audrey aurora ayesha barbra beata beatrice beatriz becky belinda bernadette bertha bianca birgit bonnie
      bridget brigitte camila camilla carla carly carmen caroline carrie cassandra cate cecilia celeste celia chantal charlene chelsea chiara chloe ciara clara clarissa
      claudia colette colleen connie constance consuelo corinne cornelia courtney dagmar daniela daphne deepa deirdre delia dolores dora doreen edith eileen elaine elena
      eleanor eliza elisa elisabeth ella ellen elsa eloise elvira erica erika esther estelle ethel eva eve fatou felicity fernanda florence francesca francine freda freya
      frida gabriela gabriella gabrielle gail gemma genevieve georgia georgina geraldine gertrude gillian gina ginger gisela gladys glenda graciela guadalupe gwen
      gwendolyn gwyneth hanna harriet hazel heidi helena helene helga henrietta hilary hillary hilda holly ida ilona imelda imogen inga ingeborg irene irina iris irma
      isabel isabelle isla ivanka ivy jacinda jackie jana janine jasmine jeanette jeanne jemima jenna jennie jenny jill joanna joanne jodie johanna jolanta josefina
      josephine juliana julianne juliet juliette kamala karin karina karolina katarina katherina kathy katrina katrin katya kathrin keira kerstin kirsten kirsty kristen
      kristin kristina lara larissa latisha leanne leila lena leona leonora leticia liliana lilian lily lola loretta lorna lorraine louise lourdes lucia lucille lucinda
      lucy lydia lynda lynne mabel madeleine magdalena maggie maja malgorzata malia mandy manuela marcela margareta margarita margot margrethe mariam mariana marianne
      marina marisa marjorie marlene martine matilda maud maureen mavis maxine meera meghan melania melinda mercedes meredith meryl mia michaela mildred mina mindy
      miranda miriam moira mollie molly monica monika morag muriel myra nadia nadine naomi natalia natasha nell nellie nicola nicolette nina noelle nora norma octavia
      oprah odette paige paloma pam patty paula paulina pauline pearl peggy penelope penny petra philippa phyllis polly rachael raquel regina rhonda rita roberta rosa
      rosalie rosanna rosemary rosie roxanne ruby sabrina sadie sally saoirse selena serena sheila shelley sheryl shona sian sienna silvia simone sinead siobhan sonia
      sonja sophie stacey stella sue susanna susanne suzanne svetlana sybil sylvia sylvie tabitha tamara tania tanya tara tatiana tatyana tess thelma tina toni tonya
      tracey tracy trish trisha ulrike una usha valeria valerie vanessa vera verena veronica vicky viola violet vivian vivien vivienne wendy wilma winifred yasmin yolanda
      yulia yvonne zainab zara zeinab zelda zoe zuzana
      """, .womansName)
  }

  private mutating func addBodyWords() {
    addAll(
      """
      agency agencies office offices ministry ministries department departments council councils commission committee subcommittee command police
      constabulary force forces service services unit units centre center centres centers authority authorities board bureau institute institutes institution
      institutions university universities college school schools union association society societies trust foundation organisation organization federation confederation league
      alliance group groups company companies corporation bank party parliament congress senate assembly court courts tribunal army navy guard guards
      administration taskforce academy laboratory laboratories hospital hospitals clinic network secretariat inspectorate directorate cabinet treasury embassy consulate
      mission forum coalition movement brigade corps regiment battalion division fleet press times post news journal herald guardian telegraph
      inquiry cartel lab labs consortium chamber exchange airways airlines airline industries holdings partners museum church registry panel militia
      tribune gazette chronicle mirror observer broadcasting television radio media magazine studios pictures entertainment records books
      insurance motors energy pharmaceuticals technologies technology systems solutions software electronics chemicals foods brands stores logistics
      shipping petroleum oil steel mining minerals resources capital ventures securities investments advisors advisers associates enterprises
      international worldwide club fc orchestra opera theatre theater gallery library archives registry diocese cathedral synagogue
      congregation caucus delegation branch front knesset seminary fellowship guild syndicate cooperative co-operative
      polytechnic conservatoire regulator observatory survey executive patrol customs coastguard utility railway railways rail transit reserve commissariat prefecture
      gendarmerie carabinieri community water hotel playgroup kindergarten watch desk ironworks shipyard brewery foundry
      ledger bulletin examiner sentinel courier inquirer section fisheries diagnostics biotech robotics
      bros bancorp bancshares semiconductors therapeutics biotherapeutics
      banka bankas banken distillery winery farms ferries echo argus infirmary hospice nation bench commissioners trustees municipality iwi partners
      """, .orgHead)
    addAll(
      """
      pvt inc ltd llc plc gmbh corp llp lp nv bv spa srl oyj oy asa ag pty sa sas sarl se ab limited co kk bhd pte jv incorporated ltda kft sro doo tbk oü sl eood ood uab aps zrt nyrt hf ehf
      d.o.o d.o.o. s.r.o s.r.o. s.l s.l. s.a s.a. s.p.a s.p.a. s.r.l s.r.l. n.v n.v. b.v b.v. l.l.c l.l.c. l.p l.p. p.l.c p.l.c. s.a.s s.a.s. a.s a.s.
      """,
      .orgHead
    ) {
      $0.names.insert(.company)
    }
    names(
      """
      gdp gnp ceo cfo coo cto cio hr hiv aids dna rna pcr ppe usb pdf html http https url www tv it ai ict vat gst hst faq faqs id ids ngo ngos sme smes lng lpg ev evs
      hgv hgvs cctv sms gps ip isp iot api ar vr pm mp mps mep meps qc kc dr mr mrs ms am bst gmt est pst edt pdt utc cet ad bc ce bce usd eur gbp inr cad aud
      jpy cny chf rmb nok sek dkk pln czk huf ron bgn nzd hkd sgd php myr idr thb krw kes ngn ghs zar ttd jmd msrp pct rrp covid sars mers ebola tb ptsd adhd stem phd ba bsc msc mba md gp gps cv asap fyi rsvp eta tbc tbd tba na aka diy atm pin ok suv rv uav uavs
      ied ieds wmd icbm apc mou moa tor rfp rfi kpi kpis roi ipo etf esg csr gmo crispr mri ct icu er uk us usa eu un dc ny la nyc
      etc vs no nos ii iii iv vi vii viii ix xi xii xiii xiv xv xx xxi fta ftas lgbt lgbtq lgbtqi bame bipoc yoy qoq q1 q2 q3 q4 h1 h2 fy cpi ppi pmi libor sofr
      co2 pm2 nox sox ph uv led lcd cpu gpu ram rom ssd hd uhd 4k 5g 4g 3g lte wifi vpn nft nfts dvd cd eez idp idps edm cbd csv json xml sql url utc isbn issn doi
      gst re cc bcc fw fwd cta attn ref nb ps pps ltd plc inc llc corp mph kph kw mw gw kwh mwh gwh bn mn tn psi rpm bpm wmd nsfw pov lol omg diy photo photos video watch read
      myt pht sgt hkt wib eat wat sast jst kst pkt acst aest aedt awst nzst nzdt gmt+ cao cmo cpo cro cso cco gni gva rpc nok esl eal vfm
      cest eet eest agm agms egm hvac awd rwd mvp vp svp evp cagr iou ious pcs tvs leds icus vbied vbieds
      gdpr breaking update exclusive live new note note1 ebitda ebit dob figure table section part chapter article annex appendix
      contact contacts notes editors ends end press release media background about share tags related source sources embargoed immediate
      """, .plainAbbreviation)
    names(
      """
      said says official officials spokesman spokeswoman spokesperson spokespersons chief director boss head leader leaders president chair chairman member members
      employee employees staff worker workers shares shareholders investors customers subscribers executives executive ceo board report data figures
      statement guidance ruling investigation inquiry probe investigators agents officers chairwoman secretary analyst analysts
      """, .bodyCue)
    names(
      "shares shareholders employees customers subscribers executives ceo spokesman spokeswoman spokesperson workers engineers founder co-founder",
      .firmCue)
    names(
      """
      company firm charity association network airline retailer maker manufacturer operator publisher supplier developer
      broadcaster newspaper ngo nonprofit non-profit organisation organization utility brewer carmaker drugmaker chipmaker
      steelmaker shipbuilder miner subsidiary lender insurer builder contractor consultancy startup start-up think-tank
      collective cooperative co-operative union foundation wholesaler distributor refiner exporter importer grocer
      consortium group agency advocacy business cartel militia
      """, .bodyNoun)
    names(
      """
      land plant mine port post posts factory smelter site sites mill camp camps depot school clinic hospital crossing
      checkpoint quarry prison refinery station harbour farm shelter
      schools hospitals clinics streets villages towns cities outskirts banks shores people residents inhabitants fortress
      ruins coast siege community communities wharf pier
      """, .siteNoun)
    addAll(
      "islander islanders boy girl dad mum mom couple families family teenager attorney district charge government bil roads freeway route tropical severe",
      [])
    addAll(NameReader.moveWords.joined(separator: " "), [])
    addAll(
      """
      mr mrs ms miss mx officer sgt sergeant detective constable inspector judge justice pc dc dr prof professor lt
      lieutenant capt captain deputy trooper magistrate senator congressman congresswoman councillor cllr supt
      superintendent cpl corporal insp det park song young moon bang ban king derby day ombudsman prosecutor attorney
      residents villagers townspeople man woman couple families traders fishermen farmers
      """, [])
    addAll("ste mt ft nether via much reached zonen söhne fils figli hijos cie", [])
    names("regiment battalion brigade division fleet corps infantry squadron army cavalry", .militaryUnit)
    names(
      """
      médecins grupo banco banca banque groupe société societe sociedad compañía companhia empresa fundación fundação fondation
      fondazione instituto institut istituto universidad universidade université università ministerio ministério
      ministère minera cooperativa coopérative asociación associação associazione sindicato partido salzwerk stadtwerke
      radio stiftung gesellschaft landesbank sparkasse sûreté politie policía polícia polizia poliția politia gendarmerie
      dirección direzione fiscalía procura préfecture brigada guardia agencia agenzia
      """, .orgLead)
    names(
      """
      health healthcare construction constructions builders infra infrastructure textiles mills realty agro exports
      telecom telecommunications networks aviation aerospace automotive plastics packaging cement breweries beverages dairies
      estates properties homes housing hospitality biosciences biologics genomics analytics brothers sons foods thermal
      aquaculture forestry timber haulage freight cargo travel tours finance financial credit savings fertilisers fertilizers
      productions studios entertainment robotics controls instruments materials sciences dynamics cruises resorts
      restaurants semiconductor interactive wireless
      """, .firmHead)
    names(
      """
      operates owns sells makes employs manufactures produces supplies declined denies denied acquired acquires bought runs
      launched hired fired posted reported announced announces recalled filed sued owes owned operated employed
      """, .bodyVerb)
    names(
      "contract contracts deal deals agreement merger partnership order orders loan loans grant grants talks venture lawsuit",
      .dealing)
    addAll(
      "senators ministers messrs councillors cllrs drs professors justices judges sens reps congressmen commissioners",
      [])
    addAll(
      "assistant acting interim graphic nation monitor maverick star sun beast voice dispatch sketch sabah pioneer citizen daily sunday evening friends",
      [])
    addAll(
      """
      syndrome disease disorder virus fever bacteria symphony concerto sonata rhapsody overture podcast album song trophy medal prize
      edition theorem equation cocktail sauce cheese beer whisky whiskey variant strain receipts algorithm effect daily weekly newspapers wire
      aboard vessel ship boat ferry tanker trawler yacht festival film novel staff federation club league
      diarrhoea diarrhea cholera infection infections malnutrition patents index niño niña document documents vaccine vaccines
      arrested jailed detained nabbed apprehended imprisoned remanded extradited stabbed handcuffed hospitalised hospitalized
      pronounced shot buried born arraigned later then works administration enterprises secretariat
      best most top year volunteer student students teacher teachers veteran veterans tax credit with americans individuals persons
      """, [])
    addAll(
      """
      da ada dda ausa aag ig dig aig sp dsp ssp asp acp dcp cp cs cas ps mca ocs ocpd mec mmc dg ddg cec cecm vc dvc dpp avm gm garda gda fr havildar naik subedar sepoy
      rfn lcpl spr gnr const wing members head friend citizen clerk report reports surveys census visas handbook manual certificates guidelines
      questionnaire case cases matrix imprisonment association academy charges industries affairs communications forestry innovation
      correspondents desks boxing christmas new year's mother's father's valentine's bank thanksgiving independence memorial presidents columbus
      covid covid-19 screen team security development housing planning railways railway tourism transport health energy trade media schools
      mining minerals petroleum investment investments systems solutions insurance airlines shipping technology technologies expert adviser
      """, [])
    names("doorstop doorstep doorstops presser", .noStart)
    addAll("teenager swimmer pensioner motorist cyclist sprinter boxer jockey rower", .personNoun)
    addAll("son uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter", .personNoun)
    names("son daughter brother sister mother father wife husband uncle aunt cousin nephew niece grandson", .kin)
    names("commission council treasury ministry confederation crown", .loneBody)
    names("called dubbed nicknamed codenamed", .calling)
    names("court hospital laboratory clinic university", .smallBodyHead)
    // Words that the rules for names ask for by their letters.
    addAll(
      """
      soviet nazi imperial communist modern ancient colonial urban occupied global saudi equatorial fire sanitation transit irrigation
      conservation library awarded sold paid granted leased let given reporting photo photograph photographs words story interview
      b.c. begins starts ends draws dawns opens closes unfolds call calls calling dial dials dialed dialled dialing
      hostel hotel guesthouse award prize pictures residence battery theatre theater gallery magazine school schools parties human
      defense defence labor labour justice commerce agriculture education environment culture tourism provincial al ar ayn ain deir tel
      tell umm high small chief press college museum
      interstate autoroute measure proposition classic open rule levy action agencies companies organisations organizations regional field head main
      base naval building show air motor auto boat horse agricultural flower fashion careers science policy common federal directorate taskforce task strike olympic
      partnered partnering partners teamed teaming merged merging contracted collaborated collaborating collaboration collaborates competes competing cooperation
      index rate ratio test tests vehicle vehicles device devices product price prices income duty duties number area areas zone zones
      diligence laundering financing assistance equipment learning intelligence procedure procedures indicator indicators target targets change
      emissions gas licence license certificate permit visa fee cost costs loan loans person persons children workers identification violence abuse
      insecurity access level therapy treatment surgery pressure injury weapon weapons missile missiles hotel special agent agents district attorney attorneys
      member td tds mna mpp msps commencing starting residents villagers townspeople related widow duchess policewoman actress weighing containing measuring carrying
      detention correctional processing reception storage medical custody examination amounts sums totals elected appointed
      convention exhibition conference shopping leisure phase attend attended attends attending host hosts hosted hosting pilot flying fighter
      links connects linking connecting hurricanes typhoons cyclones census raid raids crackdown area greens king queen prince princess bridge street hall forest castle
      economic buffer exclusion enterprise processing industrial free trade
      helicopter drone airline regional transitional interim unity circuit judicial red peoples children men women people chambers church
      fishermen farmers villagers residents traders rivers lakes valleys mountains airports bridges camps sites
      road route line section stretch link highway railway tracks ferry flights trains border fighting distance halfway journey
      """, [])
  }

  private mutating func addPlaceWords() {
    addAll(
      """
      sea ocean river lake channel strait straits gulf bay island islands isle isles mountain mountains hills region province county district
      state city town village desert valley peninsula coast border port harbour harbor airport street avenue road square park forest states republic
      kingdom territory territories canal delta basin plateau ridge glacier falls creek canyon reef atoll archipelago highlands lowlands plains
      bridge tower castle palace cemetery beach square boulevard lane highway motorway crossing terminal station dam oblast governorate prefecture
      parish borough shire heights springs hall stadium arena plaza corridor sound cove lagoon cape point volcano observatory monument memorial prison
      refuge reservation reservoir barrage airfield barracks courthouse tunnel expressway freeway turnpike parkway campus docks blvd ave bldg inlet bazaar fjord canton keys lough hill land principality duchy
      greenway cycleway boardwalk bypass grove crescent trail plain pass wharf pier weir gorge marsh moor temple mosque shrine marae shoal shoals haven
      """, .placeHead)
    names(
      "lake mount mt cape fort castle raf hmp port gulf bay strait straits isle isles river rio sierra puerto camp villa loch lough ben ras wadi jebel jabal djebel ayn deir dayr kafr",
      .placeLead)
    names(
      "airport temple channel canal dam bridge reservoir glacier mountains hills mosque refinery lagoon estuary pass reef",
      .smallPlaceHead)
    names(
      """
      city town village district province state region county suburb neighbourhood neighborhood municipality borough parish island islands port port-city
      capital prefecture governorate oblast hamlet settlement commune locality resort
      taluka tehsil taluk upazila woreda barangay raion voivodeship arrondissement wilaya
      cities towns villages districts provinces departments regions counties suburbs neighbourhoods neighborhoods municipalities
      boroughs parishes prefectures governorates hamlets settlements communes localities
      """, .placeNoun)
    names(
      "in near off from outside around across via at to into throughout toward towards inside through beyond between along reached visited visiting leaving left",
      .placeCue)
    names(
      """
      north south east west northern southern eastern western north-east north-west south-east south-west northeast northwest southeast southwest
      northeastern northwestern southeastern southwestern central upper lower inner outer greater downtown nearby rural mainland
      """, .direction)
    names(
      """
      interest interested stake stakes stock stocks share shares investment investments invest invested investing confidence confident trust believe believed believes belief
      faith participate participated participating participation role part partner partners engage engaged involved involvement
      rise increase growth drop decline fall written fluent speak spoke dressed trading invests holding holdings changes
      """, .noPlace)
  }

  private mutating func addProgrammeAndEventWords() {
    addAll(
      """
      plan programme program scheme initiative operation partnership strategy agreement agreements deal pact project campaign framework roadmap
      accord accords memorandum compact grant mission pariyojana declaration agenda dialogue blueprint yojana abhiyan challenge package
      accelerator rebate bursary covenant concordat masterplan
      mechanism guarantee payment payments arrangements allowance scholarship scholarships
      programmes programs funds karyakram nidhi budget platform process facility fund statement vision review protocol
      """, .programmeHead)
    addAll(
      """
      treaty act acts bill convention conventions directive regulation regulations constitution charter code ordinance statute amendment law rules order decree
      """, .lawHead)
    addAll(
      """
      summit conference games olympics paralympics cup championship championships festival forum congress war wars revolution referendum election elections
      day week month marathon ceremony awards expo exhibition symposium prix derby tournament jubilee coronation
      fair airshow hackathon massacre genocide uprising holocaust crusade plague bowl regatta carnival parade biennale
      """, .eventHead)
    names("regulation directive decree resolution decision ordinance law", .numberedLaw)
    names("public executive framework royal presidential statutory house senate assembly", .numberedLawLead)
    names("treaty act bill directive regulation regulations ordinance statute code amendment", .titledLaw)
    names("convention constitution charter", [.titledLaw, .convention])
    names("operation project exercise", .operation)
    names("battle siege storming", .eventLead)
    names("mission delegation embassy consulate", .mission)
    names(
      """
      section desk watch land hill keys payment payments group division branch unit network party team board books records oil steel front panel action survey energy investments centres offices
      services schools courts police law rules order code regulations amendment day week month budget process package vision challenge deal
      project capital times resources media systems solutions press news post executive guard regulation directive bill act election elections
      street border town village points port park operation grant technologies technology prison
      """, .weakLead)
    names("hurricane typhoon cyclone storm", .storm)
    names(
      "summit riots riot massacre genocide pandemic uprising olympics paralympics attacks bombings bombing earthquake marathon tsunami",
      .smallEventHead)
    names("war conflict crisis meeting conference election referendum", .weakEventHead)
    names("programme program scheme initiative", .smallProgrammeHead)
    names(
      """
      press news job action annual business work pilot grant free draft strategic framework trade project training research development management implementation
      national joint new final peace ceasefire partnership first second third next current this that our their master five-year corporate delivery
      personal special local main general standard proposed existing previous original other collective settlement license licence service purchase loan
      """, .generic)
    names(
      """
      former several many some most few other others all both two three four five six seven eight nine ten dozens hundreds thousands millions
      current senior top earlier later today yesterday tomorrow meanwhile however since during after before while when where why how what
      million billion trillion then now also still only even just once here there recent new another each every any such more less under over despite
      according title section article part chapter schedule annex clause paragraph appendix table figure asked speaking see read click contact photo image picture watch listen dear regards thanks hello hi sincerely
      """, .noStart)
  }

  private mutating func names(_ list: String, _ class: NameClass) {
    addAll(list, []) { $0.names.formUnion(`class`) }
  }
}
