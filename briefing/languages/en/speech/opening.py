"""The subject that opens a sentence, which a source clause further on shares."""

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.agents import DETERMINERS, PAST
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import PREPOSITIONS, opens_nominal
from briefing.languages.en.speech.speakers import can_be_speaker
from briefing.languages.en.speech.verbs import BETWEEN, SPEAKING, is_adverb_form
from briefing.model import Span

_VERBS = WORDS.words("subject auxiliaries") | SPEAKING
_NOT_LAST = WORDS.words("not last")
_LEADING = WORDS.words("leading") | {"but"}
_OPENING = 12  # words among which its verb stands
_CLAUSE = 30  # words of the longest clause ahead of the main one
_CONJUNCTIONS = WORDS.words("conjunctions")


def opening_subject(words: Words, masked: frozenset[int]) -> Span | None:
    """The subject that opens a sentence, for a source clause that shares it ("X met Y and said
    …").

    It is the name the sentence opens with, or reaches to the first auxiliary. None where the
    sentence opens with something else.
    """
    first = _main_clause(words, masked)
    last = first
    while last < len(words) and words.texts[last][:1].isupper() and last not in words.possessive:
        last += 1
    if last > first + int(words.lower(first) in DETERMINERS) and _acts_at(words, last):
        return _opened_subject(words, first, last)
    for at in range(first + 1, min(len(words), first + _OPENING)):
        if at in masked or words.texts[at] in {",", ";", ":", "("}:
            return None
        if _is_finite(words, at):
            return _opened_subject(words, first, at)
    return None


def _main_clause(words: Words, masked: frozenset[int]) -> int:
    """Where the main clause begins behind one that a conjunction opens, 0 where none does: "After
    X finished, | Y left".
    """
    if words.lower(0) not in _CONJUNCTIONS:
        return 0
    commas = (at for at in range(1, min(len(words), _CLAUSE)) if words.texts[at] == ",")
    comma = next(commas, None)
    return 0 if comma is None or comma in masked else comma + 1


def _is_adverb(word: str) -> bool:
    """Whether a word may stand between subject and verb."""
    return word in BETWEEN or is_adverb_form(word)


def _is_finite(words: Words, at: int) -> bool:
    """Whether a word is a verb that a subject ends before."""
    past = (
        words.lowers[at].endswith("ed") and words.texts[at].islower() and "-" not in words.texts[at]
    )
    return past or words.lowers[at] in _VERBS


def _acts_at(words: Words, at: int) -> bool:
    """Whether a verb stands straight behind the capitals, adverbs aside, so that they are the
    whole subject.
    """
    while _is_adverb(words.lower(at)):
        at += 1
    word = words.lower(at)
    return at not in words.possessive and (word.endswith("ed") or word in _VERBS or word in PAST)


def _opens_phrase(words: Words, at: int) -> bool:
    """Whether a noun phrase starts at a word, and no preposition that is written like a name."""
    return opens_nominal(words, at) and words.lowers[at] not in PREPOSITIONS


def _opened_subject(words: Words, opened: int, last: int) -> Span | None:
    while last > opened + 1 and _is_adverb(words.lowers[last - 1]):
        last -= 1
    led = last > opened + 1 and words.lowers[opened] in _LEADING
    first = opened + led
    if words.lowers[first] == "there" or not (led or _opens_phrase(words, first)):
        return None
    if words.lowers[last - 1] in _NOT_LAST or not can_be_speaker(words, first, last, ""):
        return None
    return Span(start=words.starts[first], end=words.ends[last - 1])
