extension Gazetteer {
  /// Bodies of many countries whose names have no English head word. Public knowledge, written for Ibid; names that are
  /// surnames, given names, towns or everyday words as well are left out.
  static let further: [(kind: MentionKind, names: [[String]])] = [
    (.org, police), (.org, unions), (.org, states), (.org, aid), (.org, firms), (.org, papers), (.org, parties),
    (.org, gangs), (.programme, schemes),
  ]

  /// One name each, set apart by commas.
  private static func list(_ names: String) -> [[String]] {
    names.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { [$0.drop { $0 == " " }].map(String.init) }
  }

  private static let police = list(
    """
    Bundespolizei, Bundeskriminalamt, Landeskriminalamt, Guardia di Finanza, Carabinieri, Polizia di Stato, Guardia Civil
    Guardia Costiera, Policía Nacional, Policia Nacional, Ertzaintza, Mossos, Polícia Federal, Policia Federal, Polícia Judiciária
    Policia Judiciaria, Polícia Militar, Polícia Civil, Koninklijke Marechaussee, Gendarmerie Nationale, Police Nationale
    Landespolizei, Kantonspolizei, Politiet, Politi, Polisen, Säpo, Kripos, Økokrim, Policja, Straż Graniczna, Carabineros
    Zollkriminalamt, Poliția Română, Guarda Nacional Republicana, Polícia de Segurança Pública, Policía Local, Polismyndigheten
    Tullverket, Skatteetaten, Direzione Investigativa Antimafia, Sûreté du Québec, Armée de Terre, Policie, Grenzschutz
    Garda Síochána, Gardaí, Gardai, DIICOT, SBU, SOCOM, CENTCOM, AFRICOM, NORAD, DARPA, Border Force
    """)

  private static let unions = list(
    """
    EPPO, OLAF, EUIPO, EMSA, EASA, ENISA, EFSA, ECDC, ESMA, EIOPA, Cedefop, Eurofound, CEPOL, Eurocontrol, EUMETSAT, CERN
    MONUSCO, MINUSMA, MINUSTAH, UNMISS, UNIFIL, UNAMA, UNITAR, UNOPS, UNICRI, ITU, WMO, UNWTO, IMO, UNDRR, UNECE, ECLAC, ESCAP
    OPCW, CTBTO, EBRD, SADC, IGAD, COMESA, CARICOM, Caricom, CEMAC, APEC, OECS, Africa CDC, Afreximbank, CEPI, Unitaid, WADA
    Eurogroup, Ecofin, ECOFIN, World Athletics, World Aquatics, World Rugby, Concacaf, CONCACAF, Conmebol, CONMEBOL, AFCON
    """)

  private static let states = list(
    """
    Dáil Éireann, Seanad Éireann, Bord Bia, Bord Gáis, Teagasc, Coillte, Sénat, Assemblée Nationale
    BKA, BaFin, Bundesnetzagentur, Bundeskartellamt, Bundestag, CNIL, ANSSI, INSEE, SNCF, RATP, Matignon, Consob, ISTAT, Istat
    Confindustria, Moncloa, Renfe, Adif, Aena, IBAMA, Ibama, ANVISA, Anvisa, FUNAI, Funai, IBGE, BNDES, Rijkswaterstaat, RIVM
    Belastingdienst, Tweede Kamer, Skatteverket, Försvarsmakten, Folkehelseinstituttet, Althingi, Eduskunta, Verkhovna Rada
    Saeima, Seimas, Riigikogu, Rosatom, Rosstat, Rospotrebnadzor, Gosplan, JAXA, NHK, METI, Keidanren, KEPCO, NABARD, SIDBI
    ONGC, NTPC, BHEL, Coal India, FSSAI, ICMR, CSIR, UIDAI, NHAI, AIIMS, DGCA, TRAI, IRDAI, EPFO, Doordarshan, Prasar Bharati
    NADRA, WAPDA, SANRAL, PRASA, Prasa, KenGen, Kenya Power, NNPC, EFCC, INEC, NAFDAC, Sonatrach, Sonangol, TANESCO, ZESCO
    FINRA, FDIC, SEC, NLRB, EEOC, CFPB, CFTC, FERC, USCIS, NIST, NSF, Fannie Mae, Freddie Mac, DEFRA, Defra, DVLA, DVSA, MHRA
    Acas, Ofqual, UKHSA, UKRI, Nesta, Homes England, Highways England, Innovate UK, Universities UK, Cancer Research UK
    Royal Mail, UNISON, GMB, ASLEF, NASUWT, ACMA, AUSTRAC, Austrac, Austrade, AEMO, CSIS, CBSA, CRTC, CMHC, Hydro-Québec
    Via Rail, Air Canada, Majlis, Shura Council, Loya Jirga, Panchayati Raj, Duma, Wehrmacht
    """)

  private static let aid = list(
    """
    WaterAid, ActionAid, Concern Worldwide, Terre des Hommes, Handicap International, Caritas, Catholic Relief Services, Tearfund
    CAFOD, Cafod, Trócaire, Direct Relief, World Central Kitchen, Action Against Hunger, Doctors of the World
    Hope for Justice, Stop the Traffik, Free the Slaves, Justice and Care, Migrant Help, Crisis Text Line, La Strada International
    Médecins du Monde, United Way, Feeding America, Earthjustice, Global Witness, Freedom House, Bellingcat, Make-A-Wish
    Teach for America, Sea Shepherd, Sea-Watch, Open Arms, Human Rights First, Free Press Unlimited
    """)

  private static let firms = list(
    """
    Sony, Panasonic, Toshiba, Hitachi, Mazda, Subaru, SK Hynix, Foxconn, TSMC, ASML, Philips, Heineken, Carlsberg, UniCredit
    Intesa Sanpaolo, ING, Rabobank, ABN Amro, KBC, Commerzbank, Deutsche Bahn, Deutsche Telekom, Deutsche Bank, Deutsche Börse
    Allianz, Munich Re, Swiss Re, BASF, Thyssenkrupp, ThyssenKrupp, Adidas, SAP, RWE, Uniper, Zalando, Michelin, LVMH, Kering
    Danone, Carrefour, Thales, Safran, Alstom, Veolia, Bouygues, Vivendi, AXA, Société Générale, Crédit Agricole, Nexans
    Schneider Electric, Saint-Gobain, Enel, Fincantieri, Pirelli, Inditex, Iberdrola, Repsol, Telefónica, Telefonica, Air France
    Air India, KLM, Finnair, Wizz Air, Etihad, Aeroflot, Lukoil, Sberbank, Yandex, VTB, Norilsk Nickel, ArcelorMittal, Tata Motors
    Bharti Airtel, HDFC Bank, ICICI Bank, Flipkart, Zomato, Paytm, DuPont, Caterpillar, General Electric
    General Motors, Ford Motor, Kraft Heinz, Mondelez, Nike, Costco, Home Depot, Best Buy, Kroger, Walgreens, UnitedHealth, Humana
    Cigna, Aetna, AbbVie, Amgen, Eli Lilly, Gilead, Biogen, Regeneron, Medtronic, Qualcomm, Broadcom, AMD, Salesforce, Spotify
    Pinterest, Lyft, DoorDash, Etsy, Shopify, Expedia, Marriott, Hyatt, JetBlue, Union Pacific, BNSF, CSX, Wells Fargo, Citigroup
    Citibank, American Express, Capital One, Charles Schwab, MetLife, AIG, Allstate, Geico, GEICO, ConocoPhillips, Halliburton
    Schlumberger, Baker Hughes, Northrop Grumman, General Dynamics, RTX, Honeywell, Blue Origin, Virgin Galactic, Rocket Lab
    Palantir, DP World, ADNOC, QatarEnergy, SABIC, MTN, Vodacom, Safaricom, Dangote, Sasol, Anglo American, AngloGold Ashanti
    De Beers, Standard Chartered, Absa, Nedbank, Gojek, Pertamina, Petronas, Maybank, Singtel, Temasek, Vingroup, VinFast
    Viettel, PLDT, Pemex, Cemex, Codelco, YPF, Avianca, Ecopetrol, Embraer, JBS, Ambev, Bradesco, Thomson Reuters, Ipsos, YouGov
    Gartner, EY, Statkraft, Vattenfall, Fortum, Ørsted, Nordea, Danske Bank, Swedbank, Handelsbanken, Telenor, Telia, Elisa Oyj
    Neste, Statoil, Novo Nordisk, Lundbeck, Vestas, Electrolux, Spar Nord, Medibank, Optus, Westpac, ANZ, Bunnings, Fonterra
    Sinopec, PetroChina, CNOOC, BYD, CATL, Xiaomi, Lenovo, Baidu, Weibo, WeChat, ZTE, COSCO, Cosco, Evergrande, Foxtel
    Lidl, Aldi, Sime Darby, Top Glove, Boohoo, Asos, Securitas, Adecco, Randstad, ManpowerGroup
    Air New Zealand, Delta Air Lines, JPMorganChase, Warner Bros, Anthropic, GitHub, Binance, Coinbase, Glovo, Deliveroo
    """)

  private static let papers = list(
    """
    ProPublica, HuffPost, Newsweek, Al Arabiya, ESPN, Deutsche Welle, Die Zeit, Süddeutsche Zeitung, Handelsblatt, Le Figaro
    Libération, Les Echos, Ouest-France, La Repubblica, Corriere della Sera, La Stampa, El Mundo, La Vanguardia, El Pais
    O Globo, Clarín, La Nación, El Universal, Dagens Nyheter, Aftenposten, Helsingin Sanomat, Svenska Dagbladet
    Berlingske, De Telegraaf, De Standaard, Gazeta Wyborcza, Rzeczpospolita, Kommersant, Novaya Gazeta, Meduza, Izvestia
    Hürriyet, Haaretz, Ynet, Asahi Shimbun, Yomiuri Shimbun, Nikkei, Global Times, China Daily, Indian Express, Rappler, Tanjug
    ANSA, EFE, DPA, PTI, ANI, Antara, Bernama, IRNA, Prensa Latina, Granma, Itar-Tass, ITAR-TASS, Globe and Mail
    """)

  private static let parties = list(
    """
    AfD, CDU, CSU, SPD, ÖVP, FPÖ, VVD, PVV, PvdA, GroenLinks, Vlaams Belang, Rassemblement National, National Rally
    La France Insoumise, Les Républicains, PSOE, Podemos, Ciudadanos, Forza Italia, Brothers of Italy, Jobbik, Law and Justice
    Civic Platform, Sweden Democrats, Venstre, ANC, EFF, ZANU-PF, Zanu-PF, SWAPO, Swapo, Frelimo, FRELIMO, Renamo, RENAMO, MPLA
    UNITA, TPLF, AIADMK, DMK, Shiv Sena, Kuomintang, Komeito, Golkar, UMNO, Umno, Fatah, PLO
    """)

  private static let gangs = list(
    """
    Hayat Tahrir al-Sham, JNIM, ISWAP, Camorra, Cosa Nostra, Hells Angels, Proud Boys, Oath Keepers, Tren de Aragua
    """)

  private static let schemes = list(
    """
    Interreg, InvestEU, EU4Health, Creative Europe, Global Gateway, PEPFAR, Job Corps, Sure Start, Help to Buy, Right to Buy
    Skill India, Khelo India, Gati Shakti, NDIS, Abraham Accords, Meals on Wheels
    """)
}
