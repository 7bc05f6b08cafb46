"""Closed lists of English words that several rooms share.

Everything is lower case unless it says otherwise, and general English: no list knows a topic. Lists
of names stand in `names.lists`. Phrases hold single spaces; whoever matches them folds white space
first.
"""

from typing import Literal

SayingKind = Literal["reported", "claim", "judgement"]

CONTRASTIVE: frozenset[str] = frozenset({
    "but", "yet", "still", "however", "nevertheless", "nonetheless", "by contrast", "in contrast", "conversely",
    "instead", "on the contrary", "on the other hand", "that said", "even so", "despite this", "rather",
    "all the same", "at the same time", "either way",
})  # fmt: skip
"""Leading connectives that set their sentence against the one before."""

CONNECTIVES: tuple[str, ...] = tuple(sorted(
    CONTRASTIVE | {
        "also", "and", "so", "then", "thus", "hence", "therefore", "consequently", "accordingly", "as a result",
        "as a consequence", "as such", "moreover", "furthermore", "in addition", "additionally", "besides",
        "what is more", "meanwhile", "in the meantime", "elsewhere", "separately", "similarly", "likewise",
        "indeed", "in fact", "in effect", "in particular", "of particular note", "notably", "in turn",
        "for example", "for instance", "for its part", "for their part", "for his part", "for her part",
        "in this context", "in that context", "in this regard", "in that regard", "in this respect", "overall",
        "in short", "in sum", "in conclusion", "in other words", "that is", "after all", "of course", "once again",
        "again", "on top of that", "to that end", "to this end", "with that", "or", "nor", "plus", "well",
        "anyway", "otherwise",
    },
    key=lambda phrase: (-len(phrase), phrase),
))  # fmt: skip
"""Words and phrases that tie a sentence to the one before when they lead it; longest first."""

ENUMERATORS: frozenset[str] = frozenset({
    "first", "firstly", "first of all", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth",
    "next", "last", "lastly", "finally", "last but not least", "to begin with",
})  # fmt: skip
"""Words that count off points; a sentence they lead (with a comma) was one of a list."""

HEDGES: frozenset[str] = frozenset({
    "may", "might", "could", "would", "can", "should", "reportedly", "allegedly", "apparently", "purportedly",
    "supposedly", "seemingly", "presumably", "possibly", "perhaps", "maybe", "probably", "likely", "unlikely",
    "potentially", "potential", "possible", "probable", "plausible", "appear", "appears", "appeared", "appearing",
    "seem", "seems", "seemed", "seeming", "suggest", "suggests", "suggested", "suggesting", "indicate",
    "indicates", "indicated", "indicating", "believe", "believes", "believed", "think", "thinks", "thought",
    "expect", "expects", "expected", "assume", "assumes", "assumed", "suspected", "rumoured", "rumored",
    "estimate", "estimates", "estimated", "about", "around", "roughly", "approximately", "nearly", "almost",
    "some", "partly", "largely", "mostly", "often", "sometimes", "usually", "generally", "typically", "claim",
    "claims", "claimed", "alleged", "allege", "alleges", "unconfirmed", "unclear", "uncertain", "conceivably",
    "if", "unless", "whether", "provided that", "at least", "at most", "up to", "virtually", "is seen as",
    "are seen as", "is expected", "are expected", "is likely", "are likely", "tend", "tends", "hope", "hopes",
    "hoped", "in theory", "in principle", "as if", "so-called", "proposed", "planned", "prospective", "tentative",
    "preliminary", "tacit", "intended", "seek", "seeks", "sought", "seeking", "aim", "aims", "aimed",
})  # fmt: skip
"""Words that weaken or condition what is said; no edit may drop or add one."""

NEGATIONS: frozenset[str] = frozenset({
    "not", "n't", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot",
    "hardly", "barely", "scarcely", "rarely", "seldom", "little", "few", "fail", "fails", "failed", "failing",
    "failure", "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "reject",
    "rejects", "rejected", "rejecting", "lack", "lacks", "lacked", "lacking", "unable", "absence", "absent",
    "avoid", "avoids", "avoided", "avoiding", "prevent", "prevents", "prevented", "preventing", "halt", "halted",
    "end", "ended", "stop", "stops", "stopped", "stopping", "longer", "except", "excluding", "unlike", "against",
    "instead", "rather", "only", "yet", "ain't", "aren't", "can't", "couldn't", "didn't", "doesn't", "don't",
    "hadn't", "hasn't", "haven't", "isn't", "mightn't", "mustn't", "needn't", "shan't", "shouldn't", "wasn't",
    "weren't", "won't", "wouldn't",
})  # fmt: skip
"""Words that turn a statement round or narrow it; no edit may drop or add one. Apostrophes are straight."""

LOADED: frozenset[str] = frozenset({
    "regime", "regimes", "pretext", "pretexts", "violation", "violations", "transgression", "transgressions",
    "aggression", "aggressor", "aggressors", "overreach", "provocation", "provocations", "terrorist", "terrorists",
    "terrorism", "terror", "extremist", "extremists", "radical", "radicals", "fanatic", "fanatics", "militant",
    "militants", "thug", "thugs", "puppet", "puppets", "stooge", "stooges", "crony", "cronies", "propaganda",
    "occupier", "occupiers", "invader", "invaders", "infidel", "infidels", "martyr", "martyrs", "massacre",
    "massacres", "butcher", "butchered", "slaughter", "genocide", "ethnic cleansing", "atrocity", "atrocities",
    "so-called", "self-styled", "brutal", "brutally", "barbaric", "heinous", "evil", "heroic", "hero", "heroes",
    "liberated", "liberation", "freedom fighter", "freedom fighters", "traitor", "traitors", "dictator",
    "dictators", "dictatorship", "tyrant", "tyranny", "tyrannical", "despot", "strongman", "warlord", "warlords",
    "henchman", "henchmen", "mastermind", "witch hunt", "cover-up", "scandalous", "shameful", "disgraceful",
    "outrageous", "illegal aliens", "flagrant", "blatant", "unprovoked", "cowardly", "incursion", "incursions",
    "proxy", "proxies", "meddling", "bully", "bullying", "blackmail", "plunder", "looting", "usurper", "junta",
    "rogue", "hardline", "hardliner", "hardliners", "fat cat", "fat cats", "greedy",
})  # fmt: skip
"""Words that take a side; they may stand in a quotation or with a speaker, never in the brief's own voice."""

_REPORT: tuple[str, ...] = (
    "say", "tell", "add", "report", "announce", "state", "confirm", "disclose", "inform", "reply", "answer", "note",
    "explain", "write", "reveal", "post", "tweet", "declare", "testify", "mention", "remark", "comment", "recall",
    "continue", "conclude", "clarify", "point out", "repeat", "reiterate", "recount", "ask", "quote", "cite",
    "describe", "relate", "read", "observe", "respond", "advise", "caution", "show", "find",
)  # fmt: skip
_CLAIM: tuple[str, ...] = (
    "claim", "allege", "assert", "insist", "argue", "maintain", "contend", "charge", "accuse", "deny", "dismiss",
    "admit", "acknowledge", "concede", "stress", "emphasize", "emphasise", "underline", "underscore", "highlight",
    "promise", "pledge", "vow", "warn", "threaten", "complain", "boast", "affirm", "urge", "demand", "swear",
    "propose", "criticize", "criticise", "praise", "attribute", "blame", "call for", "joke", "agree", "hint",
    "recommend", "defend", "indicate",
)  # fmt: skip
_JUDGE: tuple[str, ...] = (
    "believe", "think", "suggest", "predict", "expect", "estimate", "speculate", "reckon", "assess", "judge",
    "forecast", "feel", "fear", "hope", "suspect", "doubt", "anticipate", "infer",
    "opine", "see", "view", "consider", "deem", "assume", "reason", "theorize", "theorise", "characterize",
    "characterise", "imply", "envisage", "worry", "conjecture", "guess", "surmise",
)  # fmt: skip
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"), "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"), "feel": ("feels", "felt", "feeling"), "see": ("sees", "saw", "seeing"),
    "swear": ("swears", "swore", "swearing"), "deny": ("denies", "denied", "denying"),
    "reply": ("replies", "replied", "replying"), "admit": ("admits", "admitted", "admitting"),
    "testify": ("testifies", "testified", "testifying"), "imply": ("implies", "implied", "implying"),
    "clarify": ("clarifies", "clarified", "clarifying"), "show": ("shows", "showed", "showing"),
    "find": ("finds", "found", "finding"), "read": ("reads", "read", "reading"), "worry": ("worries", "worried",
    "worrying"),
    "point out": ("points out", "pointed out", "pointing out"), "call for": ("calls for", "called for", "calling for"),
    "forecast": ("forecasts", "forecast", "forecasting"), "vow": ("vows", "vowed", "vowing"),
}  # fmt: skip


def _forms(verb: str) -> tuple[str, ...]:
    """Give base, third person, past and present participle of a verb."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return (verb, verb + ending, verb + "ed", verb + "ing")


def _verbs() -> dict[str, SayingKind]:
    kinds: dict[str, SayingKind] = {}
    for verbs, kind in ((_JUDGE, "judgement"), (_CLAIM, "claim"), (_REPORT, "reported")):
        for verb in verbs:
            for form in _forms(verb):
                kinds[form] = kind  # type: ignore[assignment]
    return kinds


SAYING_VERBS: dict[str, SayingKind] = _verbs()
"""Every form of a verb that can introduce what somebody says, and how strongly it commits: `reported` verbs are
neutral, `claim` verbs show that the speaker argues, `judgement` verbs that the speaker thinks."""

ABBREVIATIONS: frozenset[str] = frozenset({
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "st", "sr", "jr", "gen", "lt", "col", "maj", "capt", "cmdr",
    "adm", "brig", "sgt", "cpl", "pvt", "gov", "sen", "rep", "pres", "sec", "min", "amb", "insp", "supt", "det",
    "inc", "corp", "ltd", "co", "llc", "bros", "no", "nos", "vs", "etc", "approx", "est", "dept", "univ", "assn",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "a.m", "p.m", "e.g", "i.e", "u.s", "u.k", "u.n", "d.c",
    "ave", "blvd", "rd", "mt", "ft", "fig", "vol", "al", "ph.d",
})  # fmt: skip
"""Abbreviations without their last point, lower case: a point after one need not end a sentence."""

MONTHS: tuple[str, ...] = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS: tuple[str, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

HONORIFICS: dict[str, Literal["he", "she"] | None] = {
    "mr": "he", "mister": "he", "sir": "he", "lord": "he", "king": "he", "prince": "he", "sheikh": "he",
    "imam": "he", "pope": "he", "father": "he", "brother": "he", "mrs": "she", "ms": "she", "miss": "she",
    "lady": "she", "dame": "she", "queen": "she", "princess": "she", "sister": "she", "madam": "she", "mx": None,
    "dr": None, "prof": None, "professor": None, "rev": None, "reverend": None, "justice": None, "judge": None,
    "ayatollah": "he", "rabbi": None, "saint": None, "st": None, "emperor": "he", "empress": "she",
}  # fmt: skip
"""Forms of address before a name, without the point, and the sex they state."""

RANKS: frozenset[str] = frozenset({
    "general", "gen", "lieutenant", "lt", "colonel", "col", "major", "maj", "captain", "capt", "commander", "cmdr",
    "admiral", "adm", "vice", "rear", "brigadier", "brig", "sergeant", "sgt", "corporal", "cpl", "private", "pvt",
    "marshal", "air", "field", "officer", "constable", "inspector", "superintendent", "detective", "commodore",
    "staff", "master", "chief", "sheriff", "warrant",
})  # fmt: skip
"""Words that military and police ranks are made of, without the point."""

OFFICES: frozenset[str] = frozenset({
    "gov", "sen", "rep", "amb", "pres", "cllr", "supt", "insp",
    "president", "minister", "premier", "chancellor", "senator", "governor", "mayor", "ambassador", "envoy",
    "secretary", "secretary-general", "undersecretary", "under-secretary", "spokesman", "spokeswoman",
    "spokesperson", "chairman", "chairwoman", "chairperson", "chair", "director", "chief", "head", "leader",
    "commissioner", "representative", "congressman", "congresswoman", "deputy", "counterpart", "attorney",
    "prosecutor", "speaker", "commander", "officer", "official", "executive", "ceo", "cfo", "coo", "manager",
    "coach", "captain", "professor", "judge", "justice", "lawyer", "economist", "analyst", "expert", "specialist",
    "author", "co-author", "coauthor", "writer", "journalist", "reporter", "correspondent", "editor", "columnist",
    "blogger", "researcher", "scientist", "activist", "founder", "co-founder", "cofounder", "owner", "student",
    "teacher", "academic", "scholar", "fellow", "adviser", "advisor", "aide", "negotiator", "mediator", "diplomat",
    "politician", "lawmaker", "mp", "mep", "candidate", "member", "resident", "witness", "doctor", "physician",
    "nurse", "engineer", "actor", "actress", "singer", "artist", "musician", "player", "footballer", "striker",
    "goalkeeper", "driver", "pilot", "soldier", "general", "admiral", "colonel", "inspector", "sheriff",
    "detective", "consultant", "strategist", "historian", "biologist", "physicist", "astronaut", "archbishop",
    "bishop", "pope", "king", "queen", "prince", "princess", "emir", "sultan", "sheikh", "treasurer", "controller",
    "comptroller", "consul", "whip", "councillor", "councilor", "councilman", "barrister", "solicitor",
    "campaigner", "organizer", "organiser", "operator", "producer", "publisher", "anchor", "host", "presenter",
    "photographer", "designer", "developer", "programmer", "investor", "banker", "trader", "entrepreneur",
    "businessman", "businesswoman", "tycoon", "billionaire", "defector", "fugitive", "suspect", "victim", "rebel",
    "dissident", "warlord", "cleric", "imam", "priest", "rabbi", "monk", "pastor", "father", "mother", "son",
    "daughter", "wife", "husband", "brother", "sister", "widow", "boss", "veteran", "champion", "winner",
    "practitioner", "psychologist", "psychiatrist", "sociologist", "anthropologist", "archaeologist", "chemist",
    "geologist", "astronomer", "meteorologist", "ecologist", "epidemiologist", "curator", "librarian", "principal",
    "dean", "rector", "provost", "superintendent", "trustee", "liaison", "negotiators", "cosplayer", "novelist",
    "poet", "playwright", "filmmaker", "comedian", "hacker", "friend", "colleague", "neighbour", "neighbor",
})  # fmt: skip
"""Nouns for what a person is by office, rank, trade or kin: the head of a role before or after a name."""
