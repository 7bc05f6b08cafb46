"""Closed lists of names and of the words that names are built from.

Small and general on purpose: frequent given names, the states of the world with their adjectives,
and the nouns that bodies and places end in. Lower case throughout.
"""

from typing import Literal

_HE = """
aaron abdul abdullah adam adrian ahmad ahmed alan albert alejandro aleksandr alex alexander alexandre alexei alfred ali
allan allen amir anatoly anders andre andreas andrei andrew andrey angelo anthony antoine anton antonio antony arthur
ashraf asif barack barry bashar ben benjamin bernard bernie bill bob boris brad brendan brian bruce bryan carl carlos
charles charlie chris christian christopher claude claudio colin craig dale damian dan daniel darren dave david dean
denis dennis derek diego dieter dimitri dirk dmitri dmitry dominic don donald douglas duncan dwight earl ed eddie
edgar eduardo edward edwin elias elon emanuel emmanuel emile enrique eric erik ernest eugene evan farid fernando
francesco francisco francois frank franz fred frederick fritz gareth gary gavin geoff geoffrey george georgy gerald
gerard
gerhard gilbert giovanni giuseppe glen glenn gordon graham greg gregory guillermo gustav guy hamid hans harold harry
hassan hector heinrich henri henry herbert hernan herman howard hugh hugo hussein ian ibrahim igor ismail ivan jack
jacob jacques jake james jamie jan jared jason javier jay jean jeff jeffrey jeremy jerry jesse jesus jim jimmy joe joel
johan johannes john johnny jon jonathan jorge jose josef joseph joshua juan julian jurgen justin karim karl keith ken
kenneth kevin khaled khalid klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonid
liam louis luca lucas luis luke maher mahmoud malcolm manuel marc marcel marco marcus mario mark markus martin marvin
matt matteo matthew matthias maurice mauricio max maxim michael michel miguel mike mikhail milan mitch mitt mohamed
mohammad mohammed muhammad mustafa nabil nathan neil nelson nicholas nick nicolas nigel nikita nikolai noah karel jiri
piotr pawel henrik gilles lennart sven bjorn goran zoran dragan milos tomas norman oleg
oliver omar oscar osama otto owen pablo pascal patrick paul pavel pedro pete peter petr phil philip philippe pierre
rafael ralph ramon raul ray raymond recep rene ricardo richard rick rob robert roberto robin rodney rodrigo roger roland
roman ron ronald ross roy rudolf rupert ruslan russell ryan salman sam samuel scott sean sebastian serge sergei sergey
sergio seth shane simon silvio stanley stefan stephen steve steven stuart tariq ted terence terry theodore thierry
thomas tim timothy toby todd tom tommy tony travis trevor ulrich umar valery vasily victor viktor vincent vladimir
volodymyr walter warren wayne werner will william wolfgang xavier yitzhak yasser youssef yuri yusuf yves zachary zach
recep naftali yair menachem ehud ariel shimon moshe hamad faisal fahd tamim walid saad sami samir jamal kamal ayman
bilal hakim idris jabir majid nasser qasim rashid said tarek yahya zaid ziad rahul rajiv sanjay anil arjun vijay
narendra
manmohan imran nawaz pervez hiroshi kenji shinzo taro junichiro takeshi akira xi jinping wei jun
"""

_SHE = """
abigail adele aisha alice alicia alison amanda amber amelia amina amy ana andrea angela angelina anita ann anna anne
annette annie antonia audrey barbara beatrice becky belinda bernadette bethany betty beverly brenda bridget brigitte
camilla carla carmen carol carole caroline carolyn catherine cathy cecilia charlene charlotte cheryl chloe christina
christine cindy claire clara claudia colleen condoleezza cristina cynthia daisy danielle dawn deborah debra denise
diana diane dolores donna doris dorothy ebony edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica
erin esther eva eve evelyn faith fatima felicity fiona florence frances francesca gabriela gail geraldine gillian gina
gladys gloria grace greta gwen hannah harriet hazel heather heidi helen helena helga hilary hillary holly ida ines
ingrid irene irina iris isabel isabella jackie jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica
jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie june karen karin kate katherine kathleen
kathryn kathy katie kay kelly kim kimberly kirsten kristen kristina latifa laura lauren layla leah leila leslie lillian
linda lisa liz lois loretta lori louise lucia lucy luisa lydia lynn madeleine mandy marcia margaret margarita maria
marian marie marilyn marina marion marjorie martha mary maureen megan melanie melinda melissa mercedes michelle mildred
miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia pamela patricia
paula pauline peggy penny petra phyllis priscilla rachel rebecca regina rita roberta rosa rose rosemary ruth sabrina
sally samantha sandra sara sarah selma shannon sharon sheila shirley silvia sofia sonia sophia sophie stacey stefania
stella stephanie susan suzanne svetlana sylvia tamara tanya tara tatiana teresa theresa tina tracy ursula valentina
valerie vanessa vera veronica victoria virginia vivian wanda wendy yasmin yolanda yulia yvette yvonne zainab zoe
benazir indira sonia golda tzipi ayelet angelique marine segolene ursula suella theresa liz nikki kamala sehar amneh
malala marta jana hana lucie zuzana katarina magdalena ewa agnieszka ingeborg astrid birgit paulina alia colette
cassandra noor huda salma nawal rania dina mona hala
"""

_BOTH = frozenset({"jean", "kim", "robin", "lee", "andrea", "leslie", "dana", "alex", "sam", "said", "will", "dawn",
                   "faith", "grace", "june", "rose", "may", "amber", "jan", "guy", "earl", "dean", "noor", "daisy",
                   "iris", "ida", "nicola", "marion", "gail", "joy", "art", "kay", "ray", "dale", "penny", "ruth",
                   "mark", "bill", "rob", "pat", "holly", "hazel", "violet", "mercedes", "florence", "victoria",
                   "virginia", "regina", "gloria", "milan", "adele", "charlotte", "chase", "marine", "roman", "wei",
                   "ed", "jun", "pascal", "max", "lance", "christian"})  # fmt: skip
_EITHER = frozenset({"jean", "kim", "robin", "lee", "andrea", "leslie", "dana", "alex", "sam", "jan", "noor", "nicola",
                     "marion", "kay", "dale", "pat", "wei", "jun"})  # fmt: skip


def _given() -> dict[str, Literal["he", "she"] | None]:
    sexes: dict[str, Literal["he", "she"] | None] = {}
    for name in _HE.split():
        sexes[name] = "he"
    for name in _SHE.split():
        sexes[name] = "she"
    for name in _EITHER:
        sexes[name] = None
    return sexes


GIVEN: dict[str, Literal["he", "she"] | None] = _given()
"""Frequent given names and the sex they are usually given to; None for those given to both."""

AMBIGUOUS_GIVEN: frozenset[str] = _BOTH
"""Given names that are also common words or place names: alone they prove nothing."""

_PEOPLES = """
arab kurd us u.s. uk u.k. western eastern northern southern muslim christian jew jewish catholic protestant sunni shia
shiite druze alawite hindu buddhist yazidi tibetan kurdish islamic islamist bedouin roma hispanic latino asian-american
african-american anglo nordic balkan baltic scandinavian slavic semitic persian mediterranean transatlantic
western-style
"""

_STATES = """
Afghanistan:Afghan,Afghani Albania:Albanian Algeria:Algerian Andorra:Andorran Angola:Angolan
Argentina:Argentine,Argentinian
Armenia:Armenian Australia:Australian Austria:Austrian Azerbaijan:Azerbaijani,Azeri Bahamas:Bahamian Bahrain:Bahraini
Bangladesh:Bangladeshi Barbados:Barbadian Belarus:Belarusian Belgium:Belgian Belize:Belizean Benin:Beninese
Bhutan:Bhutanese Bolivia:Bolivian Botswana:Botswanan Brazil:Brazilian Brunei:Bruneian Bulgaria:Bulgarian
Burundi:Burundian Cambodia:Cambodian Cameroon:Cameroonian Canada:Canadian Chad:Chadian Chile:Chilean China:Chinese
Colombia:Colombian Congo:Congolese Croatia:Croatian,Croat Cuba:Cuban Cyprus:Cypriot Czechia:Czech Denmark:Danish
Djibouti:Djiboutian Dominica:Dominican Ecuador:Ecuadorian Egypt:Egyptian Eritrea:Eritrean Estonia:Estonian
Eswatini:Swazi Ethiopia:Ethiopian Fiji:Fijian Finland:Finnish France:French Gabon:Gabonese Gambia:Gambian
Georgia:Georgian Germany:German Ghana:Ghanaian Greece:Greek Grenada:Grenadian Guatemala:Guatemalan Guinea:Guinean
Guyana:Guyanese Haiti:Haitian Honduras:Honduran Hungary:Hungarian Iceland:Icelandic India:Indian Indonesia:Indonesian
Iran:Iranian Iraq:Iraqi Ireland:Irish Israel:Israeli Italy:Italian Jamaica:Jamaican Japan:Japanese Jordan:Jordanian
Kazakhstan:Kazakh,Kazakhstani Kenya:Kenyan Kiribati:- Kosovo:Kosovar Kuwait:Kuwaiti Kyrgyzstan:Kyrgyz Laos:Laotian
Latvia:Latvian Lebanon:Lebanese Lesotho:Basotho Liberia:Liberian Libya:Libyan Liechtenstein:- Lithuania:Lithuanian
Luxembourg:Luxembourgish Madagascar:Malagasy Malawi:Malawian Malaysia:Malaysian Maldives:Maldivian Mali:Malian
Malta:Maltese Mauritania:Mauritanian Mauritius:Mauritian Mexico:Mexican Micronesia:Micronesian Moldova:Moldovan
Monaco:Monegasque Mongolia:Mongolian Montenegro:Montenegrin Morocco:Moroccan Mozambique:Mozambican Myanmar:Burmese
Namibia:Namibian Nauru:Nauruan Nepal:Nepalese,Nepali Netherlands:Dutch Nicaragua:Nicaraguan Niger:Nigerien
Nigeria:Nigerian Norway:Norwegian Oman:Omani Pakistan:Pakistani Palau:Palauan Palestine:Palestinian Panama:Panamanian
Paraguay:Paraguayan Peru:Peruvian Philippines:Philippine,Filipino Poland:Polish Portugal:Portuguese Qatar:Qatari
Romania:Romanian Russia:Russian Rwanda:Rwandan Samoa:Samoan Senegal:Senegalese Serbia:Serbian,Serb Seychelles:-
Singapore:Singaporean Slovakia:Slovak Slovenia:Slovenian Somalia:Somali Spain:Spanish Sudan:Sudanese Suriname:Surinamese
Sweden:Swedish Switzerland:Swiss Syria:Syrian Taiwan:Taiwanese Tajikistan:Tajik Tanzania:Tanzanian Thailand:Thai
Togo:Togolese Tonga:Tongan Tunisia:Tunisian Turkey:Turkish Türkiye:- Turkmenistan:Turkmen Tuvalu:Tuvaluan
Uganda:Ugandan Ukraine:Ukrainian Uruguay:Uruguayan Uzbekistan:Uzbek Vanuatu:- Vatican:- Venezuela:Venezuelan
Vietnam:Vietnamese Yemen:Yemeni Zambia:Zambian Zimbabwe:Zimbabwean America:American Britain:British,Briton
England:English Scotland:Scottish Wales:Welsh Burma:- Tibet:Tibetan Greenland:Greenlandic Crimea:Crimean
Chechnya:Chechen Kurdistan:Kurdish Europe:European Asia:Asian Africa:African Gaza:Gazan Antarctica:Antarctic
United_States:- United_Kingdom:- United_Arab_Emirates:Emirati Saudi_Arabia:Saudi South_Africa:- South_Korea:-
North_Korea:Korean New_Zealand:- Sri_Lanka:- Costa_Rica:- El_Salvador:Salvadoran Papua_New_Guinea:- Sierra_Leone:-
Czech_Republic:- Dominican_Republic:- Burkina_Faso:- Ivory_Coast:Ivorian Bosnia_and_Herzegovina:Bosnian
Trinidad_and_Tobago:- Cape_Verde:- East_Timor:Timorese San_Marino:- Hong_Kong:- Northern_Ireland:- North_Macedonia:-
Soviet_Union:Soviet West_Bank:- Middle_East:- Gaza_Strip:- Equatorial_Guinea:- Central_African_Republic:-
South_Sudan:- Solomon_Islands:- Marshall_Islands:- Saint_Lucia:- Puerto_Rico:- Great_Britain:- North_America:-
South_America:- Latin_America:- Central_America:- Golan_Heights:- Far_East:-
"""

_CAPITALS = """
Kabul Tirana Algiers Luanda Buenos_Aires Yerevan Canberra Vienna Baku Manama Dhaka Minsk Brussels La_Paz Sarajevo
Brasilia Sofia Phnom_Penh Yaounde Ottawa Santiago Beijing Bogota Kinshasa Zagreb Havana Nicosia Prague Copenhagen Quito
Cairo Asmara Tallinn Addis_Ababa Helsinki Paris Tbilisi Berlin Accra Athens Guatemala_City Port-au-Prince Tegucigalpa
Budapest Reykjavik New_Delhi Delhi Jakarta Tehran Baghdad Dublin Jerusalem Tel_Aviv Rome Kingston Tokyo Amman Astana
Nairobi Pristina Kuwait_City Bishkek Vientiane Riga Beirut Monrovia Tripoli Vilnius Lilongwe Kuala_Lumpur Bamako
Nouakchott Mexico_City Chisinau Ulaanbaatar Podgorica Rabat Maputo Naypyidaw Windhoek Kathmandu Amsterdam The_Hague
Wellington Managua Abuja Lagos Pyongyang Skopje Oslo Muscat Islamabad Ramallah Panama_City Asuncion Lima Manila Warsaw
Lisbon Doha Bucharest Moscow Kigali Riyadh Dakar Belgrade Bratislava Ljubljana Mogadishu Pretoria Seoul Juba Madrid
Colombo Khartoum Stockholm Bern Geneva Damascus Taipei Dushanbe Dodoma Bangkok Tunis Ankara Istanbul Ashgabat Kampala
Kyiv Kiev Abu_Dhabi Dubai London Washington Montevideo Tashkent Caracas Hanoi Sanaa Lusaka Harare New_York Los_Angeles
San_Francisco Chicago Boston Houston Dallas Detroit Toronto Montreal Vancouver Sydney Melbourne Shanghai Mumbai Kolkata
Karachi Frankfurt Munich Hamburg Milan Naples Barcelona Zurich Manchester Birmingham Liverpool Glasgow Edinburgh Cardiff
Belfast Johannesburg Cape_Town Sao_Paulo Rio_de_Janeiro Washington_D.C. St._Petersburg Philadelphia Atlanta Seattle
Miami Las_Vegas San_Diego New_Orleans
"""

_STATES_US = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
New_Hampshire New_Jersey New_Mexico North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island
South_Carolina South_Dakota Tennessee Texas Utah Vermont West_Virginia Wisconsin Wyoming Ontario Quebec Alberta Manitoba
Saskatchewan Nova_Scotia British_Columbia New_South_Wales Queensland Tasmania Catalonia Bavaria Lombardy Sicily
Mediterranean Atlantic Pacific Baltic Balkans Levant Caucasus Siberia Sinai Sahel Arctic Caribbean
"""


def _places() -> tuple[dict[str, str], frozenset[str]]:
    states: dict[str, str] = {}
    adjectives: set[str] = set(_PEOPLES.split())
    for entry in _STATES.split():
        state, _, words = entry.partition(":")
        name = state.replace("_", " ")
        states[name.lower()] = name
        adjectives.update(word.lower() for word in words.split(",") if word != "-")
    for name in (_CAPITALS + _STATES_US).split():
        states[name.replace("_", " ").lower()] = name.replace("_", " ")
    return states, frozenset(adjectives)


def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _STATES.split():
        state, _, words = entry.partition(":")
        name = state.replace("_", " ")
        for word in words.split(","):
            if word != "-":
                found.setdefault(word.replace("_", " "), name)
    return found


STATE_OF: dict[str, str] = _adjectives()
"""The state that each adjective belongs to, both as printed: "Belgian" to "Belgium"."""

PLACES: dict[str, str]
DEMONYMS: frozenset[str]
PLACES, DEMONYMS = _places()
"""States, continents, capitals, very large cities and their printed names; and the adjectives of states."""

BODY_SHORT: dict[str, str] = {
    "un": "United Nations", "u.n.": "United Nations", "eu": "European Union", "e.u.": "European Union",
    "nato": "NATO", "fbi": "FBI", "cia": "CIA",
}  # fmt: skip
"""Abbreviations of bodies that every newsroom uses without saying what they stand for."""

COUNTRY_SHORT: dict[str, str] = {
    "us": "United States", "u.s.": "United States", "u.s": "United States", "usa": "United States",
    "uk": "United Kingdom", "u.k.": "United Kingdom", "u.k": "United Kingdom", "uae": "United Arab Emirates",
    "ussr": "Soviet Union",
}  # fmt: skip
"""Abbreviations of states; they stand in capitals."""

COUNTRIES: frozenset[str] = frozenset(
    entry.partition(":")[0].replace("_", " ").lower() for entry in _STATES.split()
)
"""The names in PLACES that are states or stand for one (not cities)."""

BODY_HEADS: frozenset[str] = frozenset({
    "ministry", "department", "forces", "force", "army", "navy", "guard", "guards", "police", "council", "committee",
    "commission", "agency", "administration", "authority", "authorities", "bureau", "office", "service", "services",
    "university", "college", "institute", "institution", "school", "academy", "centre", "center", "party", "union",
    "unions", "league", "federation", "association", "organization", "organisation", "alliance", "coalition",
    "movement", "front", "group", "company", "corporation", "corp", "inc", "ltd", "llc", "plc", "bank", "fund",
    "foundation", "trust", "society", "club", "team", "court", "senate", "congress", "parliament", "assembly",
    "house", "cabinet", "government", "board", "network", "news", "times", "post", "journal", "tribune", "herald",
    "guardian", "gazette", "telegraph", "observer", "daily", "press", "radio", "television", "tv", "broadcasting",
    "airlines", "airways", "motors", "motor", "industries", "systems", "technologies", "laboratories", "hospital",
    "church", "mission", "command", "brigade", "division", "regiment", "battalion", "militia", "tribunal",
    "presidency", "secretariat", "embassy", "consulate", "museum", "nations", "brothers", "securities", "capital",
    "partners", "holdings", "insurance", "telecom", "pictures", "records", "studios", "games", "software", "energy",
    "oil", "gas", "steel", "workers", "teachers", "project", "programme", "program", "initiative", "chamber",
    "exchange", "reserve", "kremlin", "pentagon", "treasury", "republicans", "democrats", "brotherhood",
    "legion", "corps", "community", "conference", "lab", "labs", "survey", "register", "chronicle", "monitor",
    "magazine", "review", "media", "ombudsman", "regulator", "cia", "fbi", "liga", "rangers", "weekly", "petroleum",
    "chemicals", "pharmaceuticals", "electronics", "foods", "resources",
    "consulting", "logistics", "aerospace", "entertainment", "llp", "gmbh",
    "sa", "ag",
})  # fmt: skip
"""Nouns that a body's name ends in, or opens with before "of"."""

BODY_NAMES: frozenset[str] = frozenset({
    "kremlin", "pentagon", "white house", "congress", "senate", "knesset", "bundestag", "duma", "united nations",
    "european union", "security council", "parliament", "downing street", "wall street", "state department",
    "reuters", "associated press", "agence france-presse", "bbc", "cnn", "nato", "un", "u.n.", "eu", "fbi", "cia",
    "hezbollah", "hamas", "taliban", "facebook", "google", "microsoft", "twitter", "youtube", "apple", "amazon",
    "new york times", "washington post", "wall street journal", "financial times", "los angeles times", "usa today",
    "guardian", "daily telegraph", "sky news", "fox news", "cbs news", "abc news", "nbc news", "al jazeera",
    "bloomberg", "le monde", "le figaro", "der spiegel", "die zeit", "el país", "xinhua", "tass", "interfax", "afp",
    "treasury", "supreme court", "house of representatives", "home office", "foreign office", "commons",
})  # fmt: skip
"""Bodies so common in any news that they need no evidence in the article."""

PLACE_HEADS: frozenset[str] = frozenset({"facility",
    "province", "governorate", "district", "county", "city", "town", "village", "region", "state", "territory",
    "river", "lake", "sea", "ocean", "gulf", "bay", "strait", "island", "islands", "peninsula", "mount", "mountain",
    "mountains", "heights", "valley", "desert", "airport", "airbase", "port", "harbour", "harbor", "bridge", "street",
    "avenue", "road", "square", "park", "beach", "coast", "countryside", "border", "hall", "stadium", "station",
    "highway", "township", "provinces", "governorates", "districts", "towns", "villages", "cities", "counties",
    "canal", "forest", "suburb", "castle", "palace", "prison", "camp", "hotel", "strip", "base",
})  # fmt: skip
"""Nouns that a place's name ends in, or that follow it."""

OUTLET_HEADS: frozenset[str] = frozenset({
    "newspaper", "daily", "weekly", "outlet", "agency", "broadcaster", "magazine", "channel", "station", "website",
    "tabloid", "network", "paper", "journal", "site", "blog", "portal", "service", "publisher",
})  # fmt: skip
"""Lower-case nouns before or after a name that make it a medium."""

COMPANY_NOUNS: frozenset[str] = frozenset({
    "company", "firm", "automaker", "carmaker", "manufacturer", "bank", "retailer", "airline", "maker", "giant",
    "group", "organization", "organisation", "charity", "militia", "party", "union", "band", "club", "team",
    "university", "brand", "supplier", "producer", "startup", "developer", "distributor", "operator", "subsidiary",
    "corporation", "conglomerate", "lender", "insurer", "movement", "think-tank", "watchdog", "regulator",
})  # fmt: skip
"""Lower-case nouns before or after a name that make it a body."""

NO_BODIES: frozenset[str] = frozenset({
    "suv", "suvs", "gmt", "utc", "est", "pst", "vip", "html", "iq", "gdp", "gnp", "ceo", "cfo", "coo", "dvd", "cd",
    "tv",
    "pc", "id", "pm", "am", "hiv", "aids", "covid", "dna", "rna", "ebit", "ebitda", "ipo", "ngo", "ngos", "url", "faq",
    "atm", "gps", "usb", "wmd", "icbm", "mp", "mps", "mep", "phd", "ma", "ba", "ok", "ii", "iii", "iv", "vi", "vii",
    "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "ad", "bc", "hq", "pr", "hr", "it", "ai", "vat",
    "rpm",
})  # fmt: skip
"""Abbreviations in capitals that name no body."""

PARTICLES: frozenset[str] = frozenset({
    "al", "el", "as", "ash", "at", "ad", "an", "ar", "az", "abu", "abd", "abdel", "abdul", "bin", "ben", "ibn",
    "bint", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der", "den",
    "ter", "ten", "zu", "zur", "af", "san", "mac", "mc", "st", "y", "e", "bat", "umm",
})  # fmt: skip
"""Words inside a person's name that belong to the part after them."""

DEPARTMENTS: frozenset[str] = frozenset({
    "prime", "foreign", "defense", "defence", "interior", "finance", "justice", "health", "education", "energy",
    "trade", "economy", "economic", "labor", "labour", "agriculture", "transport", "transportation", "home",
    "housing", "environment", "information", "culture", "tourism", "industry", "commerce", "security", "national",
    "deputy", "vice", "assistant", "acting", "interim", "former", "senior", "chief", "first", "second", "executive",
    "managing", "attorney", "press", "general", "federal", "state", "presidential", "special", "shadow", "high",
    "majority", "minority", "supreme", "party", "opposition", "junior", "associate", "top", "ex", "then", "late",
    "permanent", "under", "cabinet", "military", "army", "naval", "police", "republican", "democratic", "democrat",
    "conservative", "liberal", "social", "green", "financial", "operating", "technology", "technical", "medical",
    "external", "internal", "affairs", "public", "political", "regional", "local", "provincial", "water", "oil",
    "immigration", "budget", "science", "sports", "sport", "youth", "women", "religious", "legal", "diplomatic",
    "parliamentary", "human", "rights", "central", "bank", "house", "us", "u.s.", "un", "u.n.", "uk", "eu", "nato",
    "and", "co", "joint", "lead", "principal", "veteran", "famous", "leading", "prominent", "vice-president",
    "american", "european",
})  # fmt: skip
"""Capitalised modifiers that stand in a title before its head ("Deputy Foreign Minister")."""

ORDINARY: frozenset[str] = frozenset(
    """
a an the this that these those such some any many much more most few fewer several all both each every either neither
no none another other others one two three four five six seven eight nine ten hundreds thousands millions dozens
i you he she it we they his her its our their my your me him us them who whom whose what which when where why how
and or but nor yet so if unless while whilst although though because since as after before until till once whether
of in on at by for from to with without within into onto over under above below between among amid against about
across along around behind beside besides beyond despite during except inside outside like near off out past per
through throughout toward towards upon via following regarding concerning according including plus than
however meanwhile moreover furthermore also then thus hence therefore nevertheless nonetheless instead indeed still
again already always never often sometimes usually recently currently now today yesterday tomorrow tonight later
earlier soon eventually finally initially previously originally formerly first second third firstly secondly thirdly
last next lastly here there perhaps maybe probably possibly certainly clearly apparently reportedly allegedly
officials official analysts analyst experts expert sources source critics observers reports report reporters police
authorities leaders leader people women men children residents witnesses investigators prosecutors lawyers doctors
scientists researchers students teachers workers employees shares stocks sales prices troops soldiers forces rebels
protesters protests talks negotiations meanwhile elsewhere separately additionally similarly likewise overall
speaking asked given based located founded born known called named being having making using saying noting citing
is are was were be been am do does did has have had can could may might must shall should will would let
not only even just too very quite rather almost nearly about approximately roughly exactly
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
spring summer autumn winter christmas easter ramadan new old big small good bad great major minor main high low long
short early late young local national international federal regional global foreign domestic public private
military political economic social legal medical financial recent current former future possible
yes please thanks thank dear hello well okay ok image photo picture file video credit caption source update updated
return role interests visit call move plan deal tour case trial crisis war peace attack strike bomb fire
part image read share related article articles story stories page home contact copyright
unlike annualised annualized company chapter section two-thirds half quarter percent per cent total record image leaks
media results figures data studies study
shortly ago nearby back down up ahead away together apart whereas whereby therein thereby herein
countering strategic particularly especially notably namely mostly mainly partly largely
""".split()
)
"""Common words that open sentences; a capital there does not make them names."""
