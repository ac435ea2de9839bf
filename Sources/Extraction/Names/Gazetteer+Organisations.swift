extension Gazetteer {
  /// Bodies, programmes, laws and events whose names have no head word or are short forms: name first, then other names.
  ///
  /// Public knowledge, written for Ibid. One line a kind of body; a name with a head ("National Grid Company") needs no line.
  static let listed: [(kind: MentionKind, names: [[String]])] = [
    (.org, international), (.org, national), (.org, services), (.org, charities), (.org, companies), (.org, media),
    (.org, movements),
    (.programme, programmes), (.law, laws),
    (.event, events),
  ]

  private static let international: [[String]] = [
    ["European Union", "EU"], ["United Nations", "UN", "U.N."],
    ["NATO", "North Atlantic Treaty Organization", "North Atlantic Treaty Organisation", "Nato"],
    ["European Commission", "EU Commission"], ["European Parliament"], ["European Council"], ["Council of Europe"],
    ["Council of the European Union"], ["European Court of Human Rights", "ECtHR"],
    ["Court of Justice of the European Union", "CJEU"],
    ["European Central Bank", "ECB"], ["European Investment Bank", "EIB"], ["World Bank"],
    ["International Monetary Fund", "IMF"],
    ["World Health Organization", "World Health Organisation", "WHO"],
    ["World Trade Organization", "World Trade Organisation", "WTO"],
    ["International Organization for Migration", "International Organisation for Migration", "IOM"],
    ["UNHCR", "UN Refugee Agency", "United Nations High Commissioner for Refugees"], ["UNICEF", "Unicef"],
    ["UNESCO", "Unesco"],
    ["UNODC"], ["UNDP"], ["UNFPA"], ["UNEP"], ["UNRWA"], ["UNAIDS"], ["UNCTAD"], ["OCHA"], ["OHCHR"], ["FAO"], ["ILO"],
    ["IAEA"], ["ICAO"],
    ["UN General Assembly", "United Nations General Assembly"],
    ["UN Security Council", "United Nations Security Council"],
    ["World Food Programme", "WFP"], ["International Criminal Court", "ICC"],
    ["International Court of Justice", "ICJ"],
    ["Europol", "EUROPOL"], ["Interpol", "INTERPOL"], ["Frontex", "FRONTEX"], ["Eurojust"], ["Eurostat"], ["OECD"],
    ["OSCE"], ["IEA"],
    ["OPEC", "Opec"], ["OPEC+", "Opec+"], ["ASEAN", "Asean"], ["African Union", "AU"], ["Arab League"],
    ["ECOWAS", "Ecowas"], ["SAARC"],
    ["Mercosur", "MERCOSUR"], ["G7"], ["G8"], ["G20"], ["BRICS", "Brics"], ["Quad"], ["AUKUS"], ["Five Eyes"],
    ["Commonwealth"], ["World Economic Forum"], ["IPCC"],
    ["Médecins Sans Frontières", "Doctors Without Borders", "MSF"], ["Reporters Without Borders"],
    ["OPEC Fund for International Development", "OPEC Fund"], ["Global Fund"], ["IRS Criminal Investigation"],
    ["Red Cross"], ["Red Crescent"], ["IFRC"], ["ICRC"],
    ["UN Population Fund", "United Nations Population Fund"],
    ["International Fund for Agricultural Development", "IFAD"], ["World Wide Fund for Nature"], ["FIFA", "Fifa"],
    ["UEFA", "Uefa"], ["IOC"],
  ]

  /// Public services whose names have no head.
  private static let services: [[String]] = [
    ["Transport for London", "TfL"], ["Transport for Wales"], ["Transport Scotland"], ["Network Rail"],
    ["National Highways"], ["National Rail"], ["Natural England"], ["Natural Resources Wales"], ["Audit Wales"],
    ["Audit Scotland"], ["NHS Scotland"], ["Police Scotland"], ["Public Health Scotland"], ["Public Health Wales"],
    ["Action Fraud"], ["Trading Standards"], ["Companies House"], ["Historic England"], ["Sport England"],
    ["Enterprise Ireland"], ["Fáilte Ireland"], ["Uisce Éireann"], ["Teagasc"], ["An Garda Síochána"],
    ["Homeland Security Investigations", "HSI"], ["Amtrak"], ["AmeriCorps"],
    ["U.S. Immigration and Customs Enforcement", "Immigration and Customs Enforcement", "ICE"],
    ["U.S. Customs and Border Protection", "Customs and Border Protection", "CBP"],
    ["Parks Canada"], ["Global Affairs Canada"],
    ["Environment and Climate Change Canada"], ["Fisheries and Oceans Canada"], ["Natural Resources Canada"],
    ["Geoscience Australia"], ["Safe Work Australia"], ["Infrastructure Australia"], ["Waka Kotahi"], ["Te Whatu Ora"],
    ["Kāinga Ora"], ["Oranga Tamariki"], ["Te Papa"],
    ["Inland Revenue"], ["WIPO"], ["UNIDO"], ["UN Women"],
    ["UN-Habitat"],
  ]

  private static let charities: [[String]] = [
    ["Age UK"], ["Citizens Advice"], ["Victim Support"], ["Crimestoppers"], ["Reporters Without Borders"],
    ["Islamic Relief"], ["Mercy Corps"],
    ["World Vision"], ["Christian Aid"], ["Friends of the Earth"], ["Habitat for Humanity"],
  ]

  private static let national: [[String]] = [
    ["Home Office"], ["Foreign Office"], ["Downing Street", "10 Downing Street", "No 10"], ["Whitehall"],
    ["Cabinet Office"],
    ["HM Treasury"], ["Treasury"],
    ["Department of Health and Human Services", "HHS"], ["Department of Housing and Urban Development", "HUD"],
    ["Health and Safety Executive"], ["HM Revenue and Customs", "HM Revenue & Customs", "HMRC"], ["NHS England"],
    ["NHS"], ["Ofcom"],
    ["Ofgem"], ["Ofsted"],
    ["Ofwat"], ["MI5"], ["MI6"], ["GCHQ"], ["Met Office"], ["Scotland Yard"], ["Old Bailey"], ["House of Commons"],
    ["House of Lords"], ["House of Councillors"], ["House of Assembly"], ["House of Keys"],
    ["Public Health England"], ["Crown Prosecution Service"], ["Immigration Enforcement"],
    ["Parliament"], ["Holyrood"], ["Stormont"], ["Senedd"], ["Dáil"], ["Oireachtas"], ["Garda"],
    ["Congress", "U.S. Congress", "US Congress"], ["Senate", "U.S. Senate", "US Senate"],
    ["House of Representatives", "U.S. House of Representatives"], ["White House"], ["Pentagon"],
    ["Supreme Court", "U.S. Supreme Court", "US Supreme Court"],
    ["FBI"], ["CIA"], ["NSA"], ["NASA", "Nasa"], ["NOAA"], ["FEMA"], ["EPA"], ["FDA"], ["CDC"], ["NIH"], ["FAA"],
    ["NTSB"], ["FCC"], ["FTC"], ["IRS"],
    ["DEA"], ["ATF"], ["DHS"], ["DOJ"], ["TSA"], ["OSHA"], ["USDA"], ["USAID"], ["GAO"], ["USGS"], ["NHTSA"],
    ["Medicare Payment Advisory Commission"],
    ["Centers for Disease Control and Prevention"], ["Federal Reserve", "Fed"], ["Wall Street"], ["Capitol Hill"],
    ["National Guard"], ["Coast Guard"],
    ["Army Corps of Engineers"], ["Navy SEALs", "Navy SEAL"], ["Peace Corps"], ["Secret Service"], ["West Point"],
    ["Kremlin"], ["Duma", "State Duma"], ["FSB"], ["GRU"], ["Roscosmos"], ["Bundestag"], ["Bundesrat"], ["Bundesbank"],
    ["Bundeswehr"],
    ["Élysée"], ["Sejm"], ["Riksdag"], ["Riksbank"], ["Folketing"], ["Storting"], ["Knesset"], ["Mossad"], ["Shin Bet"],
    ["IDF"],
    ["Lok Sabha"], ["Rajya Sabha"], ["Niti Aayog", "NITI Aayog"], ["ISRO", "Isro"], ["RBI"], ["SEBI", "Sebi"], ["CBI"],
    ["BJP"], ["DRDO"],
    ["CSIRO"], ["ASIO"], ["ASIC"], ["ACCC"], ["APRA"], ["Services Australia"], ["Medicare Australia"], ["RCMP"],
    ["Statistics Canada"],
    ["Health Canada"], ["Transport Canada"], ["Environment Canada"], ["Stats NZ"], ["Eskom"], ["Transnet"], ["SAPS"],
    ["Xinhua"],
    ["Politburo"], ["Diet"], ["Revolutionary Guards", "Revolutionary Guard"],
  ]

  private static let companies: [[String]] = [
    ["Facebook"], ["Google"], ["Microsoft"], ["Twitter"], ["TikTok"], ["YouTube"], ["LinkedIn"], ["Instagram"],
    ["WhatsApp"], ["Meta"], ["Apple"],
    ["Amazon.com"], ["Netflix"], ["Tesla"], ["SpaceX"], ["OpenAI"], ["Nvidia", "NVIDIA"], ["Intel"], ["IBM"],
    ["Oracle"], ["Uber"], ["Airbnb"],
    ["Snapchat"], ["Telegram"], ["PayPal"], ["Visa Inc"], ["Mastercard"], ["Goldman Sachs"],
    ["JPMorgan", "JPMorgan Chase", "JP Morgan"],
    ["Morgan Stanley"], ["HSBC"], ["Barclays"], ["Lloyds"], ["NatWest"], ["Santander"], ["UBS"], ["Credit Suisse"],
    ["BNP Paribas"],
    ["BlackRock"], ["Berkshire Hathaway"], ["Deloitte"], ["PwC"], ["KPMG"], ["McKinsey"], ["Capgemini"], ["Accenture"],
    ["Infosys"], ["Wipro"],
    ["BP"], ["Shell"], ["ExxonMobil", "Exxon"], ["Chevron"], ["TotalEnergies"], ["Equinor"], ["Gazprom"], ["Rosneft"],
    ["Aramco", "Saudi Aramco"],
    ["Petrobras"], ["Siemens"], ["Bosch"], ["Volkswagen"], ["BMW"], ["Mercedes-Benz"], ["Renault"], ["Stellantis"],
    ["Toyota"], ["Honda"], ["Nissan"],
    ["Hyundai"], ["Samsung"], ["Huawei"], ["Alibaba"], ["Tencent"], ["ByteDance"], ["Airbus"], ["Boeing"],
    ["Lockheed Martin"], ["Raytheon"],
    ["BAE Systems"], ["Rolls-Royce"], ["Maersk"], ["Pfizer"], ["Moderna"], ["AstraZeneca"], ["BioNTech"], ["Novartis"],
    ["Roche"], ["Sanofi"], ["Merck"],
    ["Bayer"], ["GSK"], ["Nestlé", "Nestle"], ["Unilever"], ["Coca-Cola"], ["PepsiCo"], ["McDonald's"], ["Starbucks"],
    ["Walmart"], ["Tesco"],
    ["Sainsbury's"], ["Asda"], ["Ikea", "IKEA"], ["Lufthansa"], ["Ryanair"], ["EasyJet", "easyJet"], ["Qantas"],
    ["Telstra"], ["Woolworths"],
    ["Reliance Industries"], ["Vodafone"], ["Ericsson"], ["Nokia"], ["Verizon"], ["AT&T"], ["Comcast"], ["Disney"],
    ["Moody's"], ["S&P Global"],
    ["Fitch"], ["FedEx"], ["UPS"], ["DHL"], ["Nasdaq"], ["Enron"], ["Monsanto"], ["Glencore"], ["Rio Tinto"], ["BHP"],
  ]

  private static let media: [[String]] = [
    ["Reuters"], ["Associated Press", "The Associated Press", "AP"], ["Agence France-Presse", "AFP"],
    ["Bloomberg", "Bloomberg News"], ["BBC"], ["CNN"], ["CNBC"],
    ["NBC", "NBC News"], ["CBS", "CBS News"], ["ABC News"], ["Fox News"], ["MSNBC"], ["NPR"], ["PBS"], ["ITV"],
    ["Sky News"], ["Channel 4"], ["Al Jazeera"],
    ["The Guardian"], ["The Times"], ["The Economist"], ["Financial Times"],
    ["The Wall Street Journal", "Wall Street Journal", "WSJ"],
    ["The New York Times", "New York Times"], ["The Washington Post", "Washington Post"], ["Le Monde"], ["Der Spiegel"],
    ["El País"],
    ["Politico", "POLITICO"], ["Axios"], ["BuzzFeed"], ["Interfax"], ["TASS", "Tass"], ["RIA Novosti"], ["Anadolu"],
    ["Kyodo"], ["Yonhap"],
    ["Daily Mail"], ["The Sun"], ["The Independent"], ["USA Today"], ["Los Angeles Times"], ["Wikipedia"], ["Reddit"],
  ]

  private static let movements: [[String]] = [
    ["Amnesty International"], ["Human Rights Watch"], ["Greenpeace"], ["Oxfam"], ["Save the Children"],
    ["Médecins Sans Frontières", "Doctors Without Borders", "MSF"], ["Transparency International"],
    ["Refugees International"], ["Unite the Union"],
    ["Barnardo's"], ["Shelter"], ["WWF"], ["Gavi"], ["NSPCC"], ["RSPCA"], ["RSPB"], ["RNLI"], ["CARE International"],
    [
      "Islamic State", "Islamic State of Iraq and the Levant", "Islamic State of Iraq and Syria", "ISIS", "ISIL",
      "Daesh", "Isis", "Da'esh",
    ], ["Hamas"], ["Taliban"], ["Hezbollah", "Hizbollah"],
    ["Al Qaeda", "Al-Qaeda", "al-Qaeda", "al Qaeda", "Al-Qaida", "Al Qaida"],
    ["Al-Shabaab", "Al Shabaab"], ["Boko Haram"], ["Houthis"], ["Wagner Group"], ["PKK"], ["FARC"], ["IRA"],
    ["ETA"], ["Ku Klux Klan"],
    ["Black Lives Matter"], ["Extinction Rebellion"], ["Peshmerga"], ["Liberal Democrats", "Lib Dems"],
    ["Sinn Féin", "Sinn Fein"], ["Plaid Cymru"],
    ["Reform UK"], ["SNP", "Scottish National Party"], ["DUP", "Democratic Unionist Party"], ["SDLP"], ["Fine Gael"],
    ["Fianna Fáil"], ["Fidesz"], ["Likud"], ["Vox"], ["Syriza"], ["Scientology"],
    ["Alternative for Germany"],
  ]

  private static let programmes: [[String]] = [
    ["Medicare"], ["Medicaid"], ["Obamacare"], ["Horizon Europe"], ["Horizon 2020"], ["NextGenerationEU"],
    ["Erasmus+", "Erasmus"], ["Social Security"],
    ["Head Start"], ["Universal Credit"], ["Sustainable Development Goals", "SDGs"], ["Green New Deal"], ["New Deal"],
    ["NAFTA"], ["USMCA"], ["SALT"],
    ["JCPOA"], ["Make in India"], ["Digital India"], ["Swachh Bharat"], ["Ayushman Bharat"],
    ["Start-up India", "Startup India"],
    ["Fit for 55"], ["REPowerEU"], ["JobKeeper"], ["JobSeeker"], ["Copernicus"], ["Galileo"], ["Artemis"], ["COVAX"],
    ["Schengen"], ["Prevent"],
  ]

  private static let laws: [[String]] = [
    ["Comprehensive and Progressive Agreement for Trans-Pacific Partnership", "CPTPP"],
    ["GDPR", "General Data Protection Regulation"], ["Magna Carta"], ["First Amendment"], ["Second Amendment"],
    ["Fourth Amendment"],
    ["Fifth Amendment"], ["Fourteenth Amendment"], ["Eighth Amendment"], ["Title IX"], ["Bill of Rights"],
    ["Basic Law"],
    ["UN Charter", "Charter of the United Nations", "United Nations Charter"],
    ["Universal Declaration of Human Rights"], ["Geneva Conventions", "Geneva Convention"], ["Rome Statute"],
  ]

  private static let events: [[String]] = [
    ["Brexit"], ["World War II", "Second World War", "World War Two", "WWII"],
    ["World War I", "First World War", "World War One", "Great War"],
    ["Cold War"], ["Holocaust"], ["Great Depression"], ["Arab Spring"], ["Super Bowl"], ["Wimbledon"], ["Eurovision"],
    ["Black Friday"],
    ["Industrial Revolution"], ["Great Recession"], ["Prague Spring"], ["Oktoberfest"], ["Tour de France"],
    ["World Cup"],
    ["COP26"], ["COP27"], ["COP28"], ["COP29"], ["COP30"], ["COP21"],
    ["COVID-19 pandemic", "Covid-19 pandemic", "coronavirus pandemic"],
    ["Watergate"], ["Boxing Day tsunami"], ["Anzac Day", "ANZAC Day"], ["Bloody Sunday"],
  ]
}
