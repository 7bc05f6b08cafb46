"""Source clauses behind what they cover, the subject first: "…, X said.", "“…,” X told Y."."""

from dataclasses import replace

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import content, verbs
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.cue import CLOSING, ENDS, SHORTEST, Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Span

_ADJUNCTS = WORDS.words("adjuncts")
_TOLD = frozenset({"told", "tells"})
_TELLING = _TOLD | {"tell"}
_STOPS = ENDS | {",", ":"}


def read_trailing(
    words: Words,
    masked: frozenset[int],
    begin: int,
    index: int,
    sentence: Span,
    speaker: Span | None,
) -> Cue | None:
    """Read "…, X said.", "“…,” X told Y." and ", X concluded, " inside a sentence.

    `begin` is where the words of `speaker` begin, `index` where the verb stands.
    """
    if begin < SHORTEST - 1 or speaker is None or _is_done_by(words, index):
        return None
    quoted = is_closed_quotation(words, masked, begin)
    if not quoted and not _follows_clause(words, masked, begin, index):
        return None
    stop = _adjunct_end(words, masked, index + 1)
    trailing = Cue(
        shape="trail",
        cue=word_span(words, begin, stop),
        speaker=speaker,
        content=Span(start=sentence.start, end=words.ends[begin - 1 if quoted else begin - 2]),
        verb=words.lowers[index],
        listener=_told_listener(words, index, stop),
    )
    if stop >= len(words) or words.texts[stop] in ENDS:
        return trailing
    if not _goes_on(words, masked, stop, quoted=quoted):
        return None
    return replace(trailing, shape="middle", content=sentence)


def _is_done_by(words: Words, index: int) -> bool:
    """Whether a verb is a participle: "measures | added by the council", not "added by phone"."""
    by = words.lower(index + 1) == "by" and words.lowers[index].endswith("ed")
    whom = words.texts[index + 2] if index + 2 < len(words) else ""
    return by and (whom[:1].isupper() or whom in DETERMINERS)


def _told_listener(words: Words, index: int, stop: int) -> Span | None:
    """Whom it is told, between a verb of telling and `stop`."""
    told = words.lowers[index] in _TOLD and stop > index + 1
    return word_span(words, index + 1, stop) if told else None


def is_closed_quotation(words: Words, masked: frozenset[int], begin: int) -> bool:
    """Whether a quotation closes right before the word at `begin`."""
    return words.texts[begin - 1] in CLOSING and begin - 1 in masked


def _follows_clause(words: Words, masked: frozenset[int], begin: int, index: int) -> bool:
    """Whether a clause and a comma stand ahead of a verb that may trail it; in "For X, Y adds to Z"
    none is told.
    """
    trails = words.texts[begin - 1] == "," and words.lowers[index] in verbs.TRAILING
    return trails and not content.adds_to(words, masked, index)


def _goes_on(words: Words, masked: frozenset[int], stop: int, *, quoted: bool) -> bool:
    """Whether what is said goes on behind the source clause."""
    if quoted:
        return words.texts[stop] in {",", ":"} or stop in masked
    return words.texts[stop] == "," and stop + 1 not in masked


def _adjunct_end(words: Words, masked: frozenset[int], at: int) -> int:
    """Skip what may follow a trailing verb: how it was said, to whom, where and when."""
    while words.lower(at).endswith("ly") and at not in masked:
        at += 1
    if at >= len(words) or at in masked:
        return at
    if words.lowers[at] not in _ADJUNCTS and words.lowers[at - 1] not in _TELLING:
        return at
    while at < len(words) and at not in masked and not _stops_adjunct(words, at):
        at += 1
    return at


def _stops_adjunct(words: Words, at: int) -> bool:
    """Whether what follows a trailing verb ends before a word."""
    return words.texts[at] in _STOPS or words.lowers[at] == "that"
