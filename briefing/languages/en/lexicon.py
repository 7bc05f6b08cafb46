"""Closed lists of English words that several rooms share, from the files of `words/`.

Everything is lower case unless it says otherwise, and general English: no list knows a topic. Lists
of names stand in `names.lists`. Phrases hold single spaces; whoever matches them folds white space
first.
"""

from typing import Literal

from briefing.language import wordlist
from briefing.language.wordlist import WordList

SayingKind = Literal["reported", "claim", "judgement"]

_KINDS: tuple[SayingKind, ...] = ("judgement", "claim", "reported")
_CONNECTIVES = wordlist.read("en", "words/connectives")
_HONORIFICS = wordlist.read("en", "words/honorifics")
_CALENDAR = wordlist.read("en", "words/calendar")

CONTRASTIVE: frozenset[str] = _CONNECTIVES.words("contrastive")
"""Leading connectives that set their sentence against the one before."""

CONNECTIVES: tuple[str, ...] = tuple(
    sorted(_CONNECTIVES.words(), key=lambda phrase: (-len(phrase), phrase))
)
"""Words and phrases that tie a sentence to the one before when they lead it; longest first."""

ENUMERATORS: frozenset[str] = wordlist.read("en", "words/enumerators").words()
"""Words that count off points; a sentence they lead (with a comma) was one of a list."""

HEDGES: frozenset[str] = wordlist.read("en", "words/hedges").words()
"""Words that weaken or condition what is said; no edit may drop or add one."""

NEGATIONS: frozenset[str] = wordlist.read("en", "words/negations").words()
"""Words that turn a statement round or narrow it; no edit may drop or add one. Apostrophes are
straight."""


def _verb_forms(row: tuple[str, ...]) -> tuple[str, ...]:
    """Base, third person, past and present participle of a verb, of which `row` has all or one."""
    verb = row[0]
    if len(row) > 1:
        return row
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return (verb, verb + ending, verb + "ed", verb + "ing")


def _saying_verbs(saying: WordList) -> dict[str, SayingKind]:
    kinds: dict[str, SayingKind] = {}
    for kind in _KINDS:
        for row in saying.rows(kind):
            kinds.update(dict.fromkeys(_verb_forms(row), kind))
    return kinds


SAYING_VERBS: dict[str, SayingKind] = _saying_verbs(wordlist.read("en", "words/saying"))
"""Every form of a verb that can introduce what somebody says, and how strongly it commits:
`reported` verbs are neutral, `claim` verbs show that the speaker argues, `judgement` verbs that the
speaker thinks."""

MONTHS: tuple[str, ...] = _CALENDAR.entries("months")
WEEKDAYS: tuple[str, ...] = _CALENDAR.entries("weekdays")

_SEXES: dict[str, Literal["he", "she"] | None] = {"he": "he", "she": "she", "either": None}
HONORIFICS: dict[str, Literal["he", "she"] | None] = {
    title: sex for section, sex in _SEXES.items() for title in _HONORIFICS.entries(section)
}
"""Forms of address before a name, without the point, and the sex they state."""

RANKS: frozenset[str] = wordlist.read("en", "words/ranks").words()
"""Words that military and police ranks are made of, without the point."""

OFFICES: frozenset[str] = wordlist.read("en", "words/offices").words()
"""Nouns for what a person is by office, rank, trade or kin: the head of a role before or after a
name."""
