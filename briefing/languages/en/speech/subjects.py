"""The noun phrase before a verb of saying: who does the saying."""

from briefing.languages.en.lexicon import WEEKDAYS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, appositions
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.noun_phrases import (
    DASH_MARKS,
    LEADING,
    LINKING,
    PARTICIPLES,
    is_dash,
    noun_phrase,
    skip_bracket,
)
from briefing.languages.en.speech.phrases import LONGEST, opens_nominal
from briefing.languages.en.speech.sources import PRONOUNS
from briefing.languages.en.speech.verbs import BETWEEN, is_adverb_form

_NOT_LAST = WORDS.words("not last")
_PRONOUNS = PRONOUNS - {"many"}
_SURNAMES = frozenset({"May", "Will"})  # with a capital no modal verbs
_APPEARING = WORDS.words("appearing")
_PHRASES = tuple(entry.split() for entry in WORDS.entries("phrases between"))
_PHRASE_ENDS = frozenset(phrase[-1] for phrase in _PHRASES)
_ASIDES = frozenset({"however", "meanwhile", "too", "though"})


def subject_before(words: Words, verb: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """The words [first, last) of the subject before a verb; equal ends mean "and said"
    (subject further back).

    None where nothing before the verb can be its subject: a negation, a modal, a passive, a
    relative pronoun.
    """
    last = _subject_end(words, verb)
    if last <= 0 or last - 1 in words.possessive:
        return None
    if last - 1 in masked:
        titled = appositions.is_title(words, last - 1, masked)
        return _appositive_subject(words, last, masked) if titled else None
    tail = words.lowers[last - 1].replace("’", "'")
    if tail in _PRONOUNS:
        return (last - 1, last)
    if _ends_no_subject(words.texts[last - 1], tail):
        return None
    if tail == "and":
        return (verb, verb)
    if tail == ",":
        return _subject_behind_comma(words, last - 1, masked)
    if tail in DASH_MARKS:
        return _subject_behind_dash(words, last - 1, masked)
    return noun_phrase(words, last, masked)


def _subject_end(words: Words, verb: int) -> int:
    """The index behind the last word of what may be a verb's subject: what tells when something
    was said or appeared stands between them.
    """
    last = skip_bracket(words, _skip_adverbs(words, verb))
    if _is_participle(words, last - 1):
        return verb  # "a poll released yesterday | shows"
    if last < verb and _says_when(words, last - 1):
        return last - 1  # "a poll by the Institute | published on Tuesday found"
    return last


def _is_participle(words: Words, at: int) -> bool:
    """Whether a participle stands behind a noun in small letters, which it says more of."""
    if at < 1 or not words.texts[at].islower() or not words.texts[at - 1].isalpha():
        return False
    noun = words.texts[at - 1].islower() and words.lowers[at - 1] not in BETWEEN
    return noun and (words.lowers[at].endswith("ed") or words.lowers[at] in PARTICIPLES)


def _says_when(words: Words, at: int) -> bool:
    """Whether a participle behind a name only leads to the day on which something appeared."""
    named = at > 1 and words.texts[at].islower() and words.texts[at - 1][:1].isupper()
    return named and words.lowers[at] in _APPEARING


def _ends_no_subject(text: str, tail: str) -> bool:
    """Whether no subject ends with a word: a relative pronoun ("WHO" is a body), a modal, a
    negation.
    """
    return text in {"who", "Who"} or (tail in _NOT_LAST and text not in _SURNAMES)


def _skip_adverbs(words: Words, last: int) -> int:
    """Step back over what may stand between subject and verb: "X on Monday also | said", "X over
    the weekend | said".
    """
    while last > 0:
        phrase = _phrase_length(words, last)
        if not phrase and not _is_adverb(words, last - 1):
            break
        last -= phrase or 1
        if not phrase and words.lower(last - 1) in {"on", "from", "since"}:
            last -= 1
    return last


def _phrase_length(words: Words, last: int) -> int:
    """How many words of a phrase that tells when or where something was said end before `last`,
    0 where none does.
    """
    if words.texts[last - 1] not in _PHRASE_ENDS:
        return 0
    ends = (
        len(phrase)
        for phrase in _PHRASES
        if last > len(phrase) and words.texts[last - len(phrase) : last] == phrase
    )
    return next(ends, 0)


def _subject_behind_comma(
    words: Words, comma: int, masked: frozenset[int]
) -> tuple[int, int] | None:
    """Read the subject that a comma ends: "X, however, | said", "X (Tolm), | said", "X, a pilot,
    | said".
    """
    if words.lower(comma - 1) in _ASIDES and words.lower(comma - 2) == ",":
        return noun_phrase(words, comma - 2, masked)
    if words.lower(comma - 1) == ")":
        return noun_phrase(words, comma, masked)
    return _appositive_subject(words, comma, masked)


def _subject_behind_dash(words: Words, dash: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject that an aside in dashes parts from its verb: "X — a pilot — | said".

    It opens its sentence, or nobody can tell on what the aside hangs.
    """
    while dash > 0 and words.lower(dash - 1) in DASH_MARKS:
        dash -= 1
    opened = next(
        (at for at in range(dash - 1, max(dash - LONGEST, 0), -1) if is_dash(words, at)), 0
    )
    while opened > 0 and is_dash(words, opened - 1):
        opened -= 1
    head = noun_phrase(words, opened, masked) if opened else None
    return head if head is not None and _opens_sentence(words, head[0]) else None


def _opens_sentence(words: Words, first: int) -> bool:
    """Whether nothing but connectives stands ahead of a subject."""
    return all(word in LEADING for word in words.lowers[:first])


def _is_adverb(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word in {"first", "last"}:
        named = (
            words.texts[at - 1][:1].isupper() and words.lowers[at - 1] not in DETERMINERS | LINKING
        )
        return at > 0 and (named or words.lowers[at - 1] in {"he", "she", "they"})
    small = words.texts[at] == word
    return (word in BETWEEN and (small or word in WEEKDAYS)) or (small and is_adverb_form(word))


def _appositive_subject(words: Words, comma: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject in "X, an expert with Y, told": it runs from X to the comma before the
    verb.

    Of several phrases it is the nearest, unless another opens the sentence or stands straight
    behind a quotation: "“…,” | X, who beat Y, a Democrat, said".
    """
    nearest = None
    for at in range(comma - 1, max(comma - LONGEST, 0), -1):
        if at in masked and appositions.is_title(words, at, masked):
            continue
        if appositions.ends_clause(words, at, masked):
            return nearest
        found = _phrase_ahead(words, at, comma, masked)
        if found is None:
            continue
        if _ends_pair(words, found[0]):
            return None
        certain = _certain_subject(words, found, nearest, masked)
        if certain is not None:
            return certain
        nearest = nearest or found
    return nearest or _whole_phrase(words, comma, masked)


def _certain_subject(
    words: Words, found: tuple[int, int], nearest: tuple[int, int] | None, masked: frozenset[int]
) -> tuple[int, int] | None:
    """The subject, where a phrase settles who that is: it leads the clause, or bears the name that
    the nearest phrase only explains. None: what stands ahead of it may be.
    """
    if appositions.leads_clause(words, found, masked) and not _begins_clause(words, found, nearest):
        return found
    if nearest and appositions.is_named(words, found[0], nearest):
        return found[0], nearest[1]
    return None


def _whole_phrase(words: Words, comma: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """All that stands before a comma, where that is one noun phrase."""
    whole = noun_phrase(words, comma, masked)
    return (0, comma) if whole and whole[0] == 0 and opens_nominal(words, 0) else None


def _begins_clause(words: Words, found: tuple[int, int], nearest: tuple[int, int] | None) -> bool:
    """Whether the nearest phrase is the subject of a clause that is joined to the one of a phrase
    ahead: "X, a pilot, left on Monday, and | Y, a nurse, said".
    """
    if nearest is None:
        return False
    joined = words.lower(nearest[0] - 1) in {"and", "but", "while"}
    between = range(found[0], nearest[0] - 1)
    return joined and any(_is_past(words, at) for at in between)


def _ends_pair(words: Words, first: int) -> bool:
    """Whether a phrase is the second of two who speak together: "The minister, X, and | his
    counterpart, Y, said"; behind a clause it begins one of its own.
    """
    joined = words.lower(first - 1) == "and" and words.lower(first - 2) == "," and first > 1
    ahead = range(first - 2)
    acts = (agents.is_auxiliary(words, at) or _is_past(words, at) for at in ahead)
    return joined and not any(acts)


def _is_past(words: Words, at: int) -> bool:
    """Whether a word is a verb in the past."""
    word = words.texts[at]
    return word in agents.PAST or (word.islower() and word.endswith("ed"))


def _phrase_ahead(
    words: Words, at: int, comma: int, masked: frozenset[int]
) -> tuple[int, int] | None:
    """The noun phrase ahead of an apposition that opens behind `at` and ends at `comma`."""
    if not appositions.opens_apposition(words, at):
        return None
    head = noun_phrase(words, at, masked)
    if head is None or not opens_nominal(words, head[0]) or appositions.is_where(words, *head):
        return None
    commas = (i for i in range(at, comma) if words.texts[i] == ",")
    ends = (i for i in commas if appositions.opens_clause(words.lowers[i + 1]))
    return head[0], next(ends, comma)
