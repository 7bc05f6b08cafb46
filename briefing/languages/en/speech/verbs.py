"""How far each saying verb can be trusted to introduce what somebody says."""

from briefing.languages.en.lexicon import SAYING_VERBS

FREE: frozenset[str] = frozenset("""
said says say told tells tell announced announces announce believes believe claimed claims claim argued argues argue
insisted insists insist warned warns warn explained explains explain stressed stresses stress concluded concludes
conclude added adds add noted notes predicted predicts predict suggested suggests suggest confirmed confirms confirm
alleged alleges allege asserted asserts assert thinks think thought feels felt estimated estimates affirmed affirms
affirm revealed reveals reveal acknowledged acknowledges maintains maintained contended contends contend wrote writes
emphasized emphasizes emphasised emphasises indicated indicates indicate reiterated reiterates reckons testified
testifies theorized theorizes speculated informed informs recommends recommended
""".split())  # fmt: skip
"""Verbs that a bare clause may follow: "said the call covered …"."""

CLAUSAL: frozenset[str] = frozenset("""
shows showed show finds find found hope hopes hoped expect expects expected fear fears feared state states stated
report reports reported admitted admits declared declares mentioned note observed observes believed admit remarked
recalled recalls doubts agreed agree assumes suspects clarified repeated implies disclosed conceded
""".split())  # fmt: skip
"""Verbs that a bare clause may follow if it shows a verb of its own."""

OBJECTS: frozenset[str] = frozenset("""
announced announces announce predicted predicts predict described describes describe attributed attributes confirmed
reported characterized characterised characterizes characterises estimated
""".split())  # fmt: skip
"""Verbs whose plain object is already what is said ("announced discussions on …", "predicted a
policy")."""

_NEVER = frozenset({
    "see", "sees", "saw", "seen", "view", "views", "viewed", "consider", "considers", "deem", "feel", "call for",
    "calls for", "called for", "point out", "charge", "charges", "answer", "answers", "propose", "proposes",
    "proposed", "relate", "relates", "related", "praise", "praises", "dismiss", "dismisses", "judge", "judges",
    "accuse",
    "blame", "blames", "quote", "cite", "cites", "cited", "find", "worry", "guess", "reason", "doubt", "post", "read",
})  # fmt: skip
PLAIN: frozenset[str] = (
    frozenset(verb for verb in SAYING_VERBS if not verb.endswith("ing") and " " not in verb) - _NEVER
) | FREE | CLAUSAL | OBJECTS | {"quoted", "quotes", "reads", "posted"}  # fmt: skip
"""Finite forms that may be a source clause's verb; those in no other set need "that", a colon or a
quotation."""

TRAILING: frozenset[str] = FREE | frozenset("""
reported reports stated states observed observes remarked remarks declared declares admitted admits recalled recalls
disclosed discloses mentioned mentions
""".split())  # fmt: skip
"""Verbs that a source clause behind a comma may end with: "…, the agency reported."."""

INVERTED: frozenset[str] = frozenset("""
said says added explained wrote noted tweeted warned stated commented remarked reported replied argued asked
""".split())  # fmt: skip
"""Verbs that may stand before their subject, behind a quotation."""

SPEAKING: frozenset[str] = frozenset("""
said says say told tells added explained explains wrote announced stressed insisted claimed argued warned tweeted stated
""".split())  # fmt: skip
"""Verbs that only people and bodies can be the subject of, so that any subject will do."""

NOUNS_TOO: frozenset[str] = frozenset({
    "reports", "report", "claims", "claim", "notes", "note", "states", "state", "reads", "shows", "show", "hopes",
    "hope", "fears", "fear", "comments", "comment", "posts", "tweets", "tweet", "remarks", "remark", "stress",
    "stresses", "estimates", "estimate", "promises", "promise", "pledges", "pledge", "vows", "vow", "points",
    "quotes", "reasons", "doubts", "suspects", "forecast", "forecasts", "finds", "read", "advises", "thought",
    "complaint", "demands", "demand", "answers", "posted", "urges", "urge", "recalls", "recall", "suspect", "joke",
    "jokes", "hints", "hint", "reply", "replies", "threatens", "views", "judges",
})  # fmt: skip
"""Forms that are nouns as well."""

GERUNDS: frozenset[str] = frozenset({
    "saying", "adding", "noting", "explaining", "stressing", "claiming", "arguing", "insisting", "warning", "stating",
    "announcing", "declaring", "writing", "emphasizing", "emphasising", "asserting", "alleging", "confirming",
    "concluding", "pledging", "promising", "commenting", "reporting", "telling",
})  # fmt: skip
"""Participles that hang a second statement on the sentence's subject (", noting that …")."""

BETWEEN: frozenset[str] = frozenset({
    "has", "have", "had", "also", "already", "later", "then", "further", "just", "now", "again", "once", "since", "all",
    "therefore", "even", "still", "often", "always", "himself", "herself", "themselves", "itself", "there", "did",
    "earlier", "today", "yesterday", "thus", "soon", "however", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
})  # fmt: skip
"""Words that may stand between subject and verb."""


def verb_kind(verb: str) -> str:
    """The kind of saying of a verb form; `reported` where the list has none."""
    return SAYING_VERBS.get(verb, "reported")
