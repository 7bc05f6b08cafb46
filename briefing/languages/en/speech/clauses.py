"""The source clause round a verb, in whichever order its words stand."""

from bisect import bisect_left

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, signed, verbs
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.cue import Cue, word_span
from briefing.languages.en.speech.direct import read_direct
from briefing.languages.en.speech.hanging import read_hanging
from briefing.languages.en.speech.inverted import read_inverted
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.putting import VERBS, read_putting
from briefing.languages.en.speech.sources import PRONOUNS
from briefing.languages.en.speech.speakers import can_be_speaker
from briefing.languages.en.speech.subjects import subject_before
from briefing.model import Span

_TANKS, _FARES = WORDS.words("thinking"), WORDS.words("fares")


def read_clause(
    words: Words, masked: frozenset[int], index: int, sentence: Span, *, first: bool
) -> Cue | None:
    """Read the source clause whose verb stands at `index`; `first` where none stands before it in
    the sentence. None where it is no such verb.
    """
    verb = words.lowers[index]
    if words.texts[index] != verb or _is_of_thing(verb, words.lower(index + 1)):
        return None
    if verb in {"called", "calls"}:
        return _read_calling(words, masked, index, sentence)
    if verb in VERBS:
        return read_putting(words, masked, index, sentence)
    if verb in verbs.GERUNDS:
        return read_hanging(words, masked, index, sentence, first=first)
    if verb not in verbs.PLAIN:
        return None
    if words.lower(index - 1) == "," and index - 1 not in masked:
        return _read_behind_comma(words, masked, index, sentence)
    inverted = read_inverted(words, masked, index, sentence)
    return inverted or read_direct(words, masked, index, sentence)


def _is_of_thing(verb: str, behind: str) -> bool:
    """Whether the word behind what looks like a verb of saying makes a thing of both."""
    return behind in _FARES or (verb == "think" and behind in _TANKS)


def _read_calling(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "X called Y a Z", "X called for Y" and "X called on Y to …"."""
    start = signed.called_content(words, masked, index)
    subject = subject_before(words, index, masked) if start is not None else None
    if start is None or subject is None or not can_be_speaker(words, *subject, ""):
        return None
    first, last = subject
    if _names_subject(words, first, index):
        return None
    speaker = word_span(words, first, last) if first < last else None
    body = Span(start=words.starts[start], end=sentence.end)
    cue = word_span(words, min(first, index), index + 1)
    return Cue(shape="lead", cue=cue, speaker=speaker, content=body, verb="called for")


def _names_subject(words: Words, first: int, index: int) -> bool:
    """Whether "called" only gives the name of what stands before it: "a group | called the Quay
    Front".
    """
    if words.lowers[index] != "called" or words.lowers[index - 1] == ",":
        return False
    ahead = (word for word in reversed(words.lowers[first:index]) if word in DETERMINERS)
    behind = words.texts[index + 1][:1]
    named = behind.isupper() or not behind.isalnum() or words.lowers[index + 1] == "the"
    return next(ahead, "") in {"a", "an"} and named


def _read_behind_comma(
    words: Words, masked: frozenset[int], index: int, sentence: Span
) -> Cue | None:
    """Choose between "X, a minister, said it …" and "…, said X, a minister.".

    The words behind the verb speak where they are a name or a noun of a source without a verb of
    their own and end the sentence, appositions aside; where the sentence goes on ("said X, the
    mayor, was …") they do only if what stands before the verb is nobody who could.
    """
    inverted = read_inverted(words, masked, index, sentence)
    subject = subject_before(words, index, masked)
    if subject is None or not _is_apposed(words, subject[0], index - 1):
        return inverted
    direct = read_direct(words, masked, index, sentence)
    if inverted is None:
        return direct  # "X, | said Y, | left": Y speaks
    last = bisect_left(words.starts, inverted.cue.end)
    goes_on = agents.goes_on(words, last)
    if goes_on and masked.isdisjoint(range(len(words))):
        return direct  # "a message, read by X, | said Y, a pilot, was killed": Y says nothing
    if direct is None or not _is_able(words, subject):
        return inverted
    return direct if goes_on or _opens_clause(words, index + 1, last) else inverted


def _is_able(words: Words, subject: tuple[int, int]) -> bool:
    """Whether a subject is somebody who can say something, and no clause."""
    return can_be_speaker(words, *subject, "") and not agents.is_clause(words, *subject)


def _opens_clause(words: Words, first: int, last: int) -> bool:
    """Whether the words [first, last) are a clause of their own, or open with a pronoun."""
    return agents.is_clause(words, first, last) or words.lowers[first] in PRONOUNS


def _is_apposed(words: Words, first: int, comma: int) -> bool:
    """Whether an apposition or a bracket stands in a subject that a comma ends."""
    between = words.texts[first:comma]
    return "," in between or ")" in between[-1:]
