"""How far each saying verb can be trusted to introduce what somebody says."""

from briefing.language.lexicon import SAYING_VERBS

PLAIN: frozenset[str] = frozenset("""
said says say told tells tell announced announces announce stated states state believed believes believe claimed
claims claim argued argues argue insisted insists insist warned warns warn explained explains explain stressed
stresses stress concluded concludes conclude added adds add noted notes note predicted predicts predict suggested
suggests suggest reported reports report confirmed confirms confirm alleged alleges allege asserted asserts assert
thinks think thought feels felt feel estimated estimates estimate affirmed affirms affirm revealed reveals reveal
admitted admits admit acknowledged acknowledges acknowledge maintained maintains maintain contended contends contend
wrote writes write tweeted tweets tweet emphasized emphasizes emphasize emphasised emphasises emphasise indicated
indicates indicate fears feared fear hopes hoped hope expects expected expect declared declares declare denied denies
deny vowed vows vow pledged pledges pledge promised promises promise reiterated reiterates reiterate commented comments
comment remarked remarks remark observed observes observe testified testifies testify attributed attributes attribute
described describes describe characterized characterizes characterised characterises blamed blames blame reckons
reckoned reckon doubts doubted suspects suspected anticipates anticipated forecasts forecast complained complains
speculated speculates speculate asked asks urged urges underlined underlines underscored underscores highlighted
highlights boasted boasts replied replies responded responds continued continues recalled recalls mentioned mentions
clarified clarifies repeated repeats reads read quoted quotes shows showed show found finds find accused accuses
pointed points reasoned reasons advised advises cautioned cautions concedes conceded imply implies implied relayed
posted posts hinted hints joked jokes swore assessed assesses considers considered proposed called agreed worried
""".split())  # fmt: skip
"""Finite forms that may be a source clause's verb."""

NEEDS_THAT: frozenset[str] = frozenset("""
shows showed show found finds find asked asks urged urges highlighted highlights continued continues recalled recalls
mentioned mentions repeated repeats reads read pointed points reasoned reasons posted posts responded responds replied
replies commented comments comment considers considered assessed assesses boasted boasts accused accuses observed
observes observe note notes comment hope hopes hoped expect expects expected fear fears feared state states report
deny denied denies called agreed worried proposed promised promises promise pledged pledges pledge vowed vows vow
underlined underlines underscored underscores blamed blames blame attributes doubts doubted suspects suspected
remarked remarks remark admitted admits admit declared declares declare advised advises cautioned cautions swore
implied implies imply forecasts forecast anticipates anticipated hinted hints joked jokes complained complains
clarified clarifies
""".split())  # fmt: skip
"""Verbs with other common uses: they count only before "that", a clause with its own verb, a colon or a quotation."""

NOUNS_TOO: frozenset[str] = frozenset({
    "reports", "report", "claims", "claim", "notes", "note", "states", "state", "reads", "shows", "show", "hopes",
    "hope", "fears", "fear", "comments", "comment", "posts", "tweets", "tweet", "remarks", "remark", "stress",
    "stresses", "estimates", "estimate", "promises", "promise", "pledges", "pledge", "vows", "vow", "points",
    "quotes", "reasons", "doubts", "suspects", "forecast", "forecasts", "finds", "read", "advises", "feel", "thought",
})  # fmt: skip
"""Forms that are nouns as well."""

OBJECTS: frozenset[str] = frozenset({
    "announced", "announces", "announce", "predicted", "predicts", "predict", "described", "describes", "describe",
    "attributed", "confirmed", "confirms", "confirm", "reported", "characterized", "characterised", "blamed", "denied",
    "estimated", "quoted",
})  # fmt: skip
"""Verbs whose plain object is already what is said ("announced discussions on …", "predicted a policy")."""

GERUNDS: frozenset[str] = frozenset({
    "saying", "adding", "noting", "explaining", "stressing", "claiming", "arguing", "insisting", "warning", "stating",
    "announcing", "declaring", "writing", "emphasizing", "emphasising", "suggesting", "asserting", "alleging",
    "reporting", "confirming", "telling", "concluding", "pledging", "promising", "commenting",
})  # fmt: skip
"""Participles that hang a second statement on the sentence's subject (", noting that …")."""

BETWEEN: frozenset[str] = frozenset({
    "has", "have", "had", "also", "later", "recently", "then", "previously", "further", "just", "now", "again",
    "already", "repeatedly", "once", "since", "both", "all", "therefore", "even", "first", "still", "often", "always",
    "once", "himself", "herself", "themselves", "itself", "earlier", "today", "yesterday", "there", "did",
})  # fmt: skip
"""Words that may stand between subject and verb."""


def kind(verb: str) -> str:
    """Give the kind of saying of a verb form; `reported` where the list has none."""
    return SAYING_VERBS.get(verb, "reported")
