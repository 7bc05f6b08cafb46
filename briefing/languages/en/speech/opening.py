"""The subject that opens a sentence, which a source clause further on shares."""

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.agents import DETERMINERS, PAST
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import PREPOSITIONS, opens_nominal
from briefing.languages.en.speech.speakers import can_be_speaker
from briefing.languages.en.speech.verbs import BETWEEN, SPEAKING
from briefing.model import Span

_VERBS = WORDS.words("subject auxiliaries") | SPEAKING
_NOT_LAST = WORDS.words("not last")
_LEADING = WORDS.words("leading") | {"but"}
_OPENING = 12  # words among which its verb stands


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
        if _is_finite(words, at):
            return _opened_subject(words, at)
    return None


def _is_finite(words: Words, at: int) -> bool:
    """Whether a word is a verb that a subject ends before."""
    past = words.lowers[at].endswith("ed") and words.texts[at].islower()
    return past or words.lowers[at] in _VERBS


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
    first = 1 if last > 1 and words.lowers[0] in _LEADING else 0
    nominal = opens_nominal(words, first) and words.lowers[first] not in PREPOSITIONS
    if not (nominal or first):
        return None
    if words.lowers[last - 1] in _NOT_LAST or not can_be_speaker(words, first, last, ""):
        return None
    return Span(start=words.starts[first], end=words.ends[last - 1])
