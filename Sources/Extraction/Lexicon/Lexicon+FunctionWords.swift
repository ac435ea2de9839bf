extension Lexicon {
  mutating func addFunctionWords() {
    addAll(
      """
      of in on at by for from to with within without into onto upon over under above below about around between among amongst across after
      before behind beside besides beyond during despite except inside outside near off out past per since through throughout till until
      towards toward up down via against along amid alongside regarding concerning including excluding following than versus vs like unlike
      """, .preposition)
    addAll(
      "and or but nor so yet because although though while whilst whereas if unless as that whether when where which who whom whose what why how",
      .conjunction)
    addAll(
      "the a an this these those each every either neither any some no all both another its their his her our my your such",
      .determiner)
    addAll(
      """
      i you he she it we they me him us them himself herself itself themselves ourselves myself yourself mine yours hers ours theirs
      there here everyone someone anyone nobody everybody somebody anybody something anything nothing everything one's others
      """, .pronoun)
    addAll(
      """
      is are was were be been being am has have had having do does did done will would shall should can could may might must cannot
      won don didn doesn isn aren wasn weren hasn haven hadn couldn wouldn shouldn
      """, .auxiliary)
    addAll(
      """
      now then also only just even still already yet ever never again too very more less most least not later earlier ago today yesterday
      tomorrow tonight soon recently currently often always sometimes once twice together apart away back forward ahead instead otherwise
      however therefore thus hence meanwhile moreover furthermore additionally perhaps maybe almost nearly quite rather well far long
      annually each last next ago alone combined respectively altogether worldwide nationwide
      overnight abroad overseas elsewhere home simultaneously successfully previously globally locally directly illegally
      """, .adverb)
    // "new", "other", "existing" and the like belong to the noun phrase and are left out on purpose.
    addAll(
      """
      said says say saying told tells died die dies killed injured wounded arrested detained charged convicted sentenced seized made makes make
      took take takes taken gave give gives given went go goes gone came come comes coming got get gets getting became become becomes
      found find finds left leave leaves led lead leads held hold holds kept keep keeps put puts saw see sees seen show shows showed shown
      used use uses using work works worked working live lives lived living need needs needed want wants wanted try tries tried
      include includes included represent represents represented involve involves involved cross crosses crossed crossing arrive arrives arrived arriving
      return returned receive receives received provide provides provided remain remains remained begin began begun start started starting
      returning facing seeking trying fleeing traveling travelling waiting attempting attending awaiting entering leaving helping serving
      report reported reports estimate estimated believe believed known know knows expect expected set sent send sends bring brings brought pay paid pays
      spend spends spent cost costs earn earns earned buy bought sell sold lost lose won win wins fell fall falls fallen rose rise rises risen grew grow grown
      increased decreased dropped declined doubled tripled reached reach reaches hit hits stood stand stands met meet meets ran run runs call calls called
      announced announce agreed agree signed sign launched launch opened open closed close created create built build joined join followed follow
      deployed deploy rescued rescue recovered recover identified identify recorded record supported affected displaced committed commit
      been deported removed registered submitted applied granted approved rejected completed collected published issued based aimed designed linked related
      according ranging compared due participated contributed attended visited voted tested treated vaccinated evacuated infected hospitalised hospitalized
      offer offers offered ordered awarded allocated invested pledged funded totalling totaling worth responsible able likely ready available
      """, .verb)
    addAll(
      """
      people men women children horsepower persons police staff personnel aircraft vessels fish sheep cattle livestock livestock species series crew youth youths poor
      homeless unemployed dead injured wounded mice geese teeth feet oxen media data criteria phenomena bacteria folk offspring salmon trout deer
      refugees bps military troops cod tuna shrimp counsel policemen policewomen fishermen firemen businessmen servicemen clergy
      """, .irregularPlural)
    addAll(
      """
      always perhaps news less unless across towards afterwards besides thus plus minus versus as is was has does its his this us yes
      gas bus class process access success press congress business address crisis basis analysis emphasis thesis status virus focus census
      campus bonus chorus corpus consensus surplus series species means physics economics politics mathematics athletics ethics logistics
      previous serious various dangerous famous illness weakness headquarters overseas indoors outdoors upwards downwards sometimes nowadays
      paris texas brussels athens wales netherlands philippines cyprus belarus honduras laos james charles thomas chris williams jones davis
      """, .notPlural)
    addAll(
      "will shall plans planned planning due expected upcoming forthcoming going scheduled next intends aims hopes would coming soon tomorrow future hoped",
      .future)
    addAll(
      "was were had did said took made gave went came got became found held saw met began led told brought announced launched agreed signed fell rose since been arrived published issued reported killed died won lost ago yesterday earlier previously opened received recorded raised pledged hosted spoke pledged confirmed approved adopted struck hit flooded returned happened occurred",
      .past)
    addAll(
      "broke froze drove threw flew ran stood sat slept rode grew lay sank stole tore wore drew blew swam rang fought caught taught sought felt dealt shot woke slid burst",
      .past)
    addAll(Self.arrangedWords, [])
    addAll(
      """
      rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing surge surges surged surging
      jump jumps jumped jumping soar soars soared soaring gain gains gained expand expands expanded expanding boost boosts boosted boosting up higher upward
      accelerate accelerated raise raises raised raising swell swelled hike hiked improve improved improving uptick spike spiked growth upsurge
      rocketed skyrocketed climbed edged strengthened
      """, .rise)
    addAll(
      """
      fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined declining reduce reduces reduced reducing
      cut cuts cutting shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging plummet plummeted plummeting slump slumped slumping slash slashed slashing
      down lower downward dip dipped dips reduction lowered lowering tumbled tumble sank contracted contraction lost slid halve
      trimmed curbed eased weakened
      """, .fall)
    addAll(
      "increase rise jump surge growth gain boost spike hike uptick climb decrease fall drop decline reduction cut slump plunge dip contraction decreases increases reductions cuts upsurge expansion",
      .changeNoun)
    add("expansion", .rise)
    addAll(ChangeWords.rises, .rise)
    addAll(ChangeWords.falls, .fall)
    addAll(ChangeWords.all, [])
    addAll("retreat slide collapse leap", .changeNoun)
    addAll(
      """
      earn earns earned earning make makes made making pay pays paid paying cost costs costing worth spend spends spent spending profit profits generate
      generates generated generating launder laundered laundering invest invests invested steal stole stolen save saves saved saving raise raised raising
      unspent overspent underspent lose lost losing fund funding funds budget revenue revenues turnover debt debts fraud savings losses fine fines fined price owe owed damage damages
      """, .moneyContext)
  }

  /// What "is" and "are" before a date say of a time ahead: "is due", "are meeting in October".
  static let arrangedWords =
    "due expected scheduled set planned likely bound slated meeting opening closing holding starting beginning launching ending moving leaving coming going returning arriving visiting hosting publishing introducing gathering flying joining retiring convening"
}
