"""The noun phrase that ends before a word: how far back it goes, and whether it is one."""

from briefing.language import wordlist
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import DAYS, LONGEST, PREPOSITIONS
from briefing.languages.en.speech.sources import SOURCES
from briefing.languages.en.speech.verbs import BETWEEN

_VERBS = tuple(wordlist.read("en", "clauses/forms").rows("irregular"))
PARTICIPLES = frozenset(word for row in _VERBS for word in row[2].split())
"""Irregular past participles."""
LEADING = WORDS.words("leading")
"""Words ahead of a subject that are none of it."""
LINKING = PREPOSITIONS | {"the"}
"""Words that stand inside names, between words with capitals."""
DASH_MARKS = frozenset({"-", "–", "—", "―"})
_BEING = frozenset({"is", "are", "was", "were"})
_FINITE = frozenset(word for row in _VERBS for word in row[1].split()) - PARTICIPLES
_STOPS = WORDS.words("phrase stops") | frozenset(', ; : — – ( ) “ ” " ? ! ... .'.split())
_NEAR = WORDS.words("near")
_EVERYBODY = WORDS.words("everybody")
_HOLDING = frozenset({"with", "from", "at", "of", "for", "in"})
_BRACKET = 9  # words of a bracket behind a name, its marks among them
_DASHES = DASH_MARKS | {"•", "*"}
_TIMING = frozenset({"after", "before", "during"})


def is_dash(words: Words, at: int) -> bool:
    """Whether a word is a dash, and no hyphen inside another word."""
    if words.texts[at] not in DASH_MARKS:
        return False
    apart = at == 0 or words.starts[at] > words.ends[at - 1] or words.texts[at - 1] in DASH_MARKS
    return words.texts[at] != "-" or apart


def skip_bracket(words: Words, last: int) -> int:
    """Step back over a short bracket behind a name: "Rep. X (R-Ga.) | said"."""
    if words.lower(last - 1) != ")":
        return last
    opened = (at for at in range(last - 2, max(last - _BRACKET, -1), -1) if words.texts[at] == "(")
    return next(opened, last)


def noun_phrase(words: Words, last: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """The noun phrase that ends before `last`, a relative clause inside it included."""
    last = skip_bracket(words, last)
    first = last
    while first > max(last - LONGEST, 0) and not _stops_phrase(words, first - 1):
        if first - 1 in masked:
            break
        first -= 1
    if _belongs_ahead(words, first) or _is_supposed(words, first) or _ends_list(words, first, last):
        return None
    pronoun = _relative_pronoun(words, first, last)
    if pronoun is None:
        return _trim_subject(words, first, last)
    wider = noun_phrase(words, pronoun, masked)
    return None if wider is None else (wider[0], last)


def _relative_pronoun(words: Words, first: int, last: int) -> int | None:
    """Where "who" or "which" opens the relative clause whose words from `first` to `last` were
    read, None where none does.
    """
    if words.lower(first - 1) in _BEING and words.lower(first - 2) == "who":
        return first - 2
    opened = first > 1 and words.texts[first - 1] in {"who", "which"}
    if words.lower(first - 1) == "that" and first > 1:  # "the firm that | X left | said"
        opened = _ends_with_verb(words, last)
    return first - 1 if opened and last - first > 1 else None


def _ends_with_verb(words: Words, last: int) -> bool:
    """Whether words end with a verb in the past, as a clause may that says which one is meant."""
    word = words.lowers[last - 1]
    verb = word.endswith("ed") or word in _FINITE or word in PARTICIPLES
    return verb and words.texts[last - 1].islower()


def _belongs_ahead(words: Words, first: int) -> bool:
    """Whether a phrase only ends another one: "a nurse quarrelling with | X", "a man posing as |
    X", "everybody but | X".
    """
    before = words.lower(first - 2)
    if words.lower(first - 1) in {"with", "as"}:
        return before.isalpha() and first > 2  # noqa: PLR2004 - "With X" opens its sentence
    if words.lower(first - 1) == "than":
        return before == "other"  # "all ministers other than | X"
    if words.lower(first - 1) == "after":
        return before in {"named", "called"}  # "the foundation named after | X"
    return words.lower(first - 1) == "but" and before in _EVERYBODY


def _ends_list(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is only the last of a list: "Rep. X (R-Ga.) and | 18 members", "Officials
    with the guild, | the port and the mill".
    """
    if words.lower(first - 1) == "and" and words.lower(first - 2) == ")":
        return True
    opened = skip_bracket(words, first)
    if opened < first and "." in words.texts[opened:first] and words.texts[first].islower():
        return True  # "Falk (FALK.O) | subsidiary X and firm Y said"
    opens = words.lowers[0] in SOURCES and words.lower(1) in _HOLDING
    return opens and words.lower(first - 1) == "," and "and" in words.lowers[first:last]


def _is_supposed(words: Words, first: int) -> bool:
    """Whether nobody says what a subject is said to say: "Had | X said so", "either X or | Y
    said", "unclear whether | X said".
    """
    before = words.lower(first - 1)
    if before in {"whether", "if"}:
        return True
    choice = before in {"or", "nor"} and not {"either", "neither"}.isdisjoint(words.lowers[:first])
    return choice or (first == 0 and words.lowers[0] in {"had", "should", "were"})


def _stops_phrase(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word == "who" and words.texts[at] == "WHO":
        return False
    if word == "with" and (words.lower(at - 1) in SOURCES or words.lower(at - 1) in _NEAR):
        return False  # "officials with the agency", "people familiar with the plan"
    return word in _STOPS or (at > 0 and is_dash(words, at))


def _trim_subject(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Cut a clause of its own, leading connectives and prepositional phrases off a subject."""
    first = _behind_clause(words, first, last)
    while first < last and (words.lowers[first] in LEADING or words.texts[first] in _DASHES):
        first += 1
    if first >= last:
        return None
    if words.lowers[first] in PREPOSITIONS or _ends_time(words, first, last):
        return _tail_name(words, first, last)
    return (first, last)


def _ends_time(words: Words, first: int, last: int) -> bool:
    """Whether a phrase opens with the noun of a time that no comma ends before a longer name:
    "After | the hearing District Attorney X said".
    """
    timed = first == 1 and words.lowers[0] in _TIMING and words.lowers[first] == "the"
    name = words.texts[first + 2 : last]
    return timed and len(name) > 1 and all(text[:1].isupper() for text in name)


def _behind_clause(words: Words, first: int, last: int) -> int:
    """Where a subject begins behind a clause joined to it by "and": "The mayor left and | officials
    said".
    """
    before = words.lower(first - 1)
    if before in {"that", "which", "who"}:
        return first  # a clause that only says which one is meant may go on
    joints = [at for at in range(first + 1, last - 1) if words.lowers[at] == "and"]
    verbs = [at for at in range(first, last) if before in _BEING or _is_finite(words, at, last)]
    return next((at + 1 for at in joints if verbs and verbs[0] < at), first)


def _is_finite(words: Words, at: int, last: int) -> bool:
    """Whether a word ahead of "and" can only be its clause's verb: one that is no participle, or
    what a time or an object follows.
    """
    word = words.lowers[at]
    if word in _FINITE:
        return True
    if at == 0 or not (word.endswith("ed") or word in PARTICIPLES) or words.texts[at][0].isupper():
        return False
    return at + 1 < last and _opens_object(words, at + 1)


def _opens_object(words: Words, at: int) -> bool:
    """Whether a time or an object opens at a word: "on Monday", "the quay", "three ships"."""
    word = words.lower(at)
    timed = word in DAYS or (word == "on" and words.lower(at + 1) in DAYS)
    return timed or word in DETERMINERS or word[:1].isdigit()


def _tail_name(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The name or source noun at the end of "On Monday X officials"."""
    at = last
    while at > first + 1 and words.texts[at - 1][:1].isupper():
        at -= 1
    if at == last:
        return _tail_source(words, first, last)
    if words.lowers[at] in BETWEEN and at + 1 < last:
        at += 1
    return (at, last) if words.lower(at - 1) not in LINKING else None


def _tail_source(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase of a source noun at the end: behind a day, or from its article on."""
    if words.lowers[last - 1] not in SOURCES:
        return None
    for at in range(last - 1, first, -1):
        if words.lowers[at - 1] in DAYS:
            return (at, last)
        if words.lowers[at - 1] in PREPOSITIONS:
            return None
        if words.lowers[at] in {"the", "a", "an"}:
            return (at, last)
    return None
