"""Who does the saying: the noun phrase before or after a verb of saying."""

from briefing.language import wordlist
from briefing.languages.en.lexicon import MONTHS, OFFICES, WEEKDAYS
from briefing.languages.en.names.lists import COMPANY_NOUNS, OUTLET_HEADS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents
from briefing.languages.en.speech.agents import DETERMINERS, PAST
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.verbs import BETWEEN, SPEAKING
from briefing.model import Span

SOURCES: frozenset[str] = WORDS.words("sources")
"""Nouns that can be the head of an unnamed source."""

RESEARCH: frozenset[str] = WORDS.words("research")
"""Sources that "find" and "show"."""

_STOPS = WORDS.words("phrase stops") | frozenset(", ; : — – ( ) “ ” \" ? ! ... .".split())
_PREPOSITIONS = WORDS.words("prepositions")
_NOT_LAST = WORDS.words("not last")
_SURNAMES = frozenset({"May", "Will"})  # with a capital no modal verbs
_LEADING = WORDS.words("leading")
_AUXILIARIES = WORDS.words("subject auxiliaries")
_NEAR = WORDS.words("near")
_EVERYBODY = WORDS.words("everybody")
_OPENING = 12
_BRACKET = 9  # words of a bracket behind a name, its marks among them
_LONGEST = 30
PRONOUNS: frozenset[str] = WORDS.words("pronouns")
_KNOWN = SOURCES | OFFICES | OUTLET_HEADS | COMPANY_NOUNS | PRONOUNS
_SINGULAR = OFFICES | COMPANY_NOUNS
_VERBS = _AUXILIARIES | SPEAKING
_DASHES = frozenset({"-", "–", "—", "•", "*"})
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_TOPICAL = wordlist.read("en", "words/sources").words("topical")
_LINKING = _PREPOSITIONS | {"the"}


def subject_before(words: Words, verb: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """The words [first, last) of the subject before a verb; equal ends mean "and said"
    (subject further back).

    None where nothing before the verb can be its subject: a negation, a modal, a passive, a
    relative pronoun.
    """
    last = verb
    while last > 0 and _is_adverb(words, last - 1):
        last -= 1
        if words.lower(last - 1) in {"on", "from", "since"}:
            last -= 1
    last = _skip_bracket(words, last)
    if last <= 0 or last - 1 in masked or last - 1 in words.possessive:
        return None
    tail = words.lowers[last - 1].replace("’", "'")
    if tail in PRONOUNS and tail != "many":
        return (last - 1, last)
    if (tail in _NOT_LAST and words.texts[last - 1] not in _SURNAMES) or words.texts[last - 1] in {
        "who",
        "Who",
    }:
        return None
    if tail == "and":
        return (verb, verb)
    if (
        tail == ","
        and words.lower(last - 2) in {"however", "meanwhile", "too", "though"}
        and words.lower(last - 3) == ","
    ):
        return _noun_phrase(words, last - 3, masked)
    if tail == "," and words.lower(last - 2) == ")":
        return _noun_phrase(words, last - 1, masked)
    if tail == ",":
        return _appositive_subject(words, last - 1, masked)
    return _noun_phrase(words, last, masked)


def _skip_bracket(words: Words, last: int) -> int:
    """Step back over a short bracket behind a name: "Rep. X (R-Ga.) | said"."""
    if words.lower(last - 1) != ")":
        return last
    opened = (at for at in range(last - 2, max(last - _BRACKET, -1), -1) if words.texts[at] == "(")
    return next(opened, last)


def _is_adverb(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word in {"first", "last"}:
        named = (
            words.texts[at - 1][:1].isupper() and words.lowers[at - 1] not in DETERMINERS | _LINKING
        )
        return at > 0 and (named or words.lowers[at - 1] in {"he", "she", "they"})
    return (word in BETWEEN and (words.texts[at] == word or word in WEEKDAYS)) or word.endswith(
        "ly"
    )


def _noun_phrase(words: Words, last: int, masked: frozenset[int]) -> tuple[int, int] | None:
    last = _skip_bracket(words, last)
    first = last
    while (
        first > 0
        and last - first < _LONGEST
        and first - 1 not in masked
        and not _stops_phrase(words, first - 1)
    ):
        first -= 1
    if _belongs_ahead(words, first) or _is_supposed(words, first):
        return None
    if words.lower(first - 1) in {"is", "was", "are", "were"} and words.lower(first - 2) == "who":
        wider = _noun_phrase(words, first - 2, masked)
        return (wider[0], last) if wider is not None else None
    if first > 0 and words.texts[first - 1] in {"who", "which"} and last - first > 1 and first > 1:
        wider = _noun_phrase(words, first - 1, masked)
        return (wider[0], last) if wider is not None else None
    return _trim_subject(words, first, last)


def _belongs_ahead(words: Words, first: int) -> bool:
    """Whether a phrase only ends another one: "a nurse quarrelling with | X", "everybody but |
    X".
    """
    before = words.lower(first - 2)
    if words.lower(first - 1) == "with":
        return before.isalpha() and first > 2  # noqa: PLR2004 - "With X" opens its sentence
    return words.lower(first - 1) == "but" and before in _EVERYBODY


def _is_supposed(words: Words, first: int) -> bool:
    """Whether nobody says what a subject is said to say: "Had | X said so", "either X or | Y
    said".
    """
    before = words.lower(first - 1)
    choice = before in {"or", "nor"} and not {"either", "neither"}.isdisjoint(words.lowers[:first])
    return choice or (first == 0 and words.lowers[0] in {"had", "should", "were"})


def _stops_phrase(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word == "who" and words.texts[at] == "WHO":
        return False
    return word in _STOPS


def _trim_subject(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Cut leading connectives and prepositional phrases off a subject."""
    while first < last and (words.lowers[first] in _LEADING or words.texts[first] in _DASHES):
        first += 1
    if first >= last:
        return None
    if words.lowers[first] in _PREPOSITIONS:
        return _tail_name(words, first, last)
    return (first, last)


def _tail_name(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The name or source noun at the end of "On Monday X officials"."""
    at = last
    while at > first and words.texts[at - 1][:1].isupper():
        at -= 1
    if at < last:
        if words.lowers[at] in BETWEEN and at + 1 < last:
            at += 1
        return (at, last) if words.lower(at - 1) not in _LINKING else None
    if words.lowers[last - 1] in SOURCES:
        for at in range(last - 1, first, -1):
            if words.lowers[at - 1] in _DAYS:
                return (at, last)
            if words.lowers[at - 1] in _PREPOSITIONS:
                return None
            if words.lowers[at] in {"the", "a", "an"}:
                return (at, last)
    return None


def _appositive_subject(words: Words, comma: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject in "X, an expert with Y, told": it runs from X to the comma before the
    verb.
    """
    stop = max(comma - _LONGEST, 0)
    for at in range(comma - 1, stop, -1):
        if words.texts[at] == "." and words.texts[at + 1] == ",":
            continue  # "X, of Tolm, Md., said"
        if at in masked or words.texts[at] in {";", ":", ".", "”"}:
            return None
        if words.texts[at] != ",":
            continue
        opener = words.lowers[at + 1]
        if opener in {"and", "or"}:
            continue
        head = _noun_phrase(words, at, masked)
        if head is None or not opens_nominal(words, head[0]):
            continue
        cut = opener.endswith(("ing", "ed")) or opener in {"who", "which", "speaking"}
        return (head[0], at if cut else comma)
    whole = _noun_phrase(words, comma, masked)
    return (
        (whole[0], comma)
        if whole is not None and whole[0] == 0 and opens_nominal(words, 0)
        else None
    )


def head_of(words: Words, first: int, last: int) -> str:
    """The lower-case head noun of a phrase: its last word before a preposition, a comma or
    "who".
    """
    at = first
    while (
        at < last
        and words.lowers[at] not in _PREPOSITIONS
        and words.texts[at] not in {",", "who", "which", "that"}
    ):
        if at > first and words.lowers[at].endswith("ed") and words.texts[at].islower():
            break
        at += 1
    return words.lowers[max(at - 1, first)]


def _opens_with_name(words: Words, first: int, last: int) -> bool:
    """Whether a phrase opens with a name that a comma ends ("X, who toured the town, …")."""
    at = first
    while at < last and words.texts[at][:1].isupper() and at not in words.possessive:
        at += 1
    return at > first and words.lower(at) == ","


def can_be_speaker(words: Words, first: int, last: int, verb: str) -> bool:
    """Whether a phrase can be a speaker: a name, a pronoun, a source noun; any noun with a
    verb of speaking.
    """
    if first < last and not agents.can_speak(words, first, last):
        return False
    if first >= last or words.texts[last - 1][:1].isupper():
        return True
    if words.lowers[last - 1] in PRONOUNS or _opens_with_name(words, first, last):
        return True
    head = head_of(words, first, last)
    if words.lowers[first] in SOURCES and words.lower(first + 1) in _NEAR:
        return True
    if (
        head in _KNOWN
        or head in RESEARCH
        or _precedes_participle(words, first, last)
        or (head.endswith("s") and head[:-1] in _SINGULAR)
    ):
        return True
    if any(words.texts[at][:1].isupper() for at in range(first + 1, last)) and verb in SPEAKING:
        return True
    determined = (
        words.lowers[first] in DETERMINERS
        or first in words.possessive
        or words.texts[first][:1].isdigit()
    )
    return verb in SPEAKING and determined


def _precedes_participle(words: Words, first: int, last: int) -> bool:
    """Whether a source noun stands before a participle: "a new study documenting …"."""
    return any(
        words.lowers[at] in SOURCES and words.lowers[at + 1].endswith(("ing", "ed"))
        for at in range(first, min(first + 5, last - 1))
    )


def phrase_end(words: Words, first: int, masked: frozenset[int]) -> int:
    """The index behind a noun phrase that starts at `first` ("according to | the team's coach
    |, …").
    """
    at = first
    while (
        at < len(words)
        and at - first < _LONGEST
        and at not in masked
        and not _ends_phrase(words, at, first)
    ):
        at += 1
    return at


def _ends_phrase(words: Words, at: int, first: int) -> bool:
    if words.texts[at] in {",", ".", ";", ":", "—", "–", "(", ")", "?", "!"}:
        return True
    if at == first:
        return False
    named = words.texts[at - 1][:1].isupper() and at - 1 not in words.possessive
    word = words.lowers[at]
    if word in {"on", "at"} and _defines(words, at):
        return False
    return (named and word in {"the", "a", "an"}) or word in {
        "is", "was", "are", "were", "has", "have", "had", "will", "would", "while", "but", "when", "after", "before",
        "at", "during", "on",
    }  # fmt: skip


def _defines(words: Words, at: int) -> bool:
    """Whether "on" or "at" says who a source is ("people briefed on X", "officials at X"), not when
    or where it spoke.
    """
    following = words.texts[at + 1] if at + 1 < len(words) else ""
    if following[:1].isdigit() or following.lower() in _DAYS:
        return False
    if words.lowers[at] == "on":
        return words.lowers[at - 1] in _TOPICAL
    noun = words.texts[at - 1].islower() and words.lowers[at - 1] not in SPEAKING
    after = words.texts[at + 2] if at + 2 < len(words) else ""
    return noun and (following[:1].isupper() or (following == "the" and after[:1].isupper()))


def opens_nominal(words: Words, at: int) -> bool:
    """Whether a noun phrase can start here: a name, a determiner, a pronoun or a source
    noun.
    """
    return (
        words.texts[at][:1].isupper()
        or words.lowers[at] in DETERMINERS
        or words.lowers[at] in PRONOUNS
        or words.lowers[at] in SOURCES
        or words.lowers[at] in OFFICES
    )


def agrees_with_verb(words: Words, first: int, last: int, verb: str) -> bool:
    """Whether a subject agrees with a form that is also a noun ("X reports", "analysts
    fear").
    """
    if first >= last:
        return True
    head = head_of(words, first, last)
    capital = words.texts[last - 1][:1].isupper() and last > 1
    plural = head.endswith("s") and not capital
    if verb.endswith("s"):
        return not plural and (capital or head in _KNOWN)
    if verb in {"read", "thought", "forecast", "posted"}:
        return True
    return (
        plural
        or head in {"they", "many", "some", "people", "media", "police"}
        or words.texts[last - 1].isupper()
    )


def opening_subject(words: Words, masked: frozenset[int]) -> Span | None:
    """The subject that opens a sentence, for a source clause that shares it ("X met Y and said
    …").

    It is the name the sentence opens with, or reaches to the first auxiliary. None where the
    sentence opens with something else.
    """
    last = 0
    while last < len(words) and words.texts[last][:1].isupper() and last not in words.possessive:
        last += 1
    if last > int(words.lowers[0] in DETERMINERS) and _acts_at(words, last):
        return _opened_subject(words, last)
    for at in range(1, min(len(words), _OPENING)):
        if at in masked or words.texts[at] in {",", ";", ":", "("}:
            return None
        if words.lowers[at] in _VERBS or (
            words.lowers[at].endswith("ed") and words.texts[at].islower()
        ):
            return _opened_subject(words, at)
    return None


def _acts_at(words: Words, at: int) -> bool:
    """Whether a verb stands straight behind the capitals, adverbs aside, so that they are the
    whole subject.
    """
    while words.lower(at) in BETWEEN or words.lower(at).endswith("ly"):
        at += 1
    word = words.lower(at)
    return at not in words.possessive and (word.endswith("ed") or word in _VERBS or word in PAST)


def _opened_subject(words: Words, last: int) -> Span | None:
    while last > 1 and (words.lowers[last - 1] in BETWEEN or words.lowers[last - 1].endswith("ly")):
        last -= 1
    if not opens_nominal(words, 0) or words.lowers[0] in _PREPOSITIONS:
        return None
    if words.lowers[last - 1] in _NOT_LAST or not can_be_speaker(words, 0, last, ""):
        return None
    return Span(start=words.starts[0], end=words.ends[last - 1])
