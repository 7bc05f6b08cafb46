"""How far each saying verb can be trusted to introduce what somebody says."""

from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.speech.lists import WORDS

FREE: frozenset[str] = WORDS.words("bare clause")
"""Verbs that a bare clause may follow: "said the call covered …"."""

CLAUSAL: frozenset[str] = WORDS.words("clause with its verb")
"""Verbs that a bare clause may follow if it shows a verb of its own."""

OBJECTS: frozenset[str] = WORDS.words("object")
"""Verbs whose plain object is already what is said ("announced discussions on …", "predicted a
policy")."""

_NEVER = WORDS.words("no source")
_FINITE = frozenset(verb for verb in SAYING_VERBS if not verb.endswith("ing") and " " not in verb)
PLAIN: frozenset[str] = (
    (_FINITE - _NEVER) | FREE | CLAUSAL | OBJECTS | {"quoted", "quotes", "reads", "posted"}
)
"""Finite forms that may be a source clause's verb; those in no other set need "that", a colon or a
quotation."""

TRAILING: frozenset[str] = FREE | WORDS.words("trailing")
"""Verbs that a source clause behind a comma may end with: "…, the agency reported."."""

INVERTED: frozenset[str] = WORDS.words("inverted")
"""Verbs that may stand before their subject, behind a quotation."""

SPEAKING: frozenset[str] = WORDS.words("speaking")
"""Verbs that only people and bodies can be the subject of, so that any subject will do."""

NOUNS_TOO: frozenset[str] = WORDS.words("nouns too")
"""Forms that are nouns as well."""

GERUNDS: frozenset[str] = WORDS.words("participles")
"""Participles that hang a second statement on the sentence's subject (", noting that …")."""

BETWEEN: frozenset[str] = WORDS.words("between")
"""Words that may stand between subject and verb."""


_NOUNS_IN_LY = WORDS.words("nouns in ly")


def is_adverb_form(word: str) -> bool:
    """Whether a word in small letters ends as adverbs do and is no noun ("family")."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def verb_kind(verb: str) -> str:
    """The kind of saying of a verb form; `reported` where the list has none."""
    return SAYING_VERBS.get(verb, "reported")
