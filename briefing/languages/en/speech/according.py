"""Source clauses that "according to" opens."""

from briefing.languages.en.lexicon import MONTHS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.cue import ENDS, Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.noun_phrases import is_dash
from briefing.languages.en.speech.phrases import extend_apposition, phrase_end
from briefing.languages.en.speech.sources import SOURCES
from briefing.model import Span

_SHORT_MONTHS = frozenset({*(month[:3] for month in MONTHS), "sept"})
_TAKEN = WORDS.words("taken")
_RELATIVES = WORDS.words("clause openers")
_BEFORE_RELATIVES = WORDS.words("before relatives")


def read_according(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "according to X" wherever it stands; None where the word at `index` opens none."""
    opens = words.lowers[index] == "according" and words.lower(index + 1) == "to"
    first = index + 2
    if not opens or first >= len(words):
        return None
    last = _trim_dated(words, first, _speaker_end(words, masked, first, opening=index == 0))
    if last <= first:
        return None
    speaker, cue = word_span(words, first, last), word_span(words, index, last)
    if index > 0:
        return _read_behind(words, index, last, speaker, sentence)
    after = last + 1 if words.lower(last) == "," else last
    if after >= len(words):
        return None
    body = Span(start=words.starts[after], end=sentence.end)
    return Cue(shape="lead", cue=cue, speaker=speaker, content=body, verb="according")


def _trim_dated(words: Words, first: int, last: int) -> int:
    """Where a source ends without what dates it, where a month's short form would end it and lose
    its day: "a poll | taken Feb".
    """
    at = last
    while at - first > 1 and (words.lowers[at - 1] in _SHORT_MONTHS or _dates(words, at - 1)):
        at -= 1
    return at if words.lowers[last - 1] in _SHORT_MONTHS else last


def _dates(words: Words, at: int) -> bool:
    """Whether a word leads from a source to its day: "taken", "released on"."""
    word = words.lowers[at]
    return word in {"on", "from", "in"} or word in _TAKEN or (word.endswith("ed") and at > 0)


def _speaker_end(words: Words, masked: frozenset[int], first: int, *, opening: bool) -> int:
    """The index behind the words for the source; `opening` where the clause opens its sentence."""
    last = phrase_end(words, first, masked)
    if opening:
        last = last if words.lower(last) == "," else _name_end(words, first, last)
        last = extend_apposition(words, masked, first, last)
    # "according to an expert | who has been there", "to officials | speaking on condition …"
    final = words.lower(last - 1)
    speaking = final.endswith("ing") and last - first > 1 and words.lower(last) in {"on", "under"}
    return last - 1 if final in _RELATIVES or speaking else last


def _read_behind(words: Words, index: int, last: int, speaker: Span, sentence: Span) -> Cue | None:
    """Read the clause behind what it is about: at the end, or inside the sentence."""
    before = index - 1 if words.lower(index - 1) in {",", "—", "–"} else index
    if before < 1:
        return None
    cue, end = word_span(words, index, last), words.ends[before - 1]
    aside = _aside_start(words, before, last)
    if aside:
        body = Span(start=words.starts[aside], end=end)
        return Cue(shape="middle", cue=cue, speaker=speaker, content=body, verb="according")
    if last >= len(words) or words.texts[last] in ENDS:
        body = Span(start=sentence.start, end=end)
        return Cue(shape="trail", cue=cue, speaker=speaker, content=body, verb="according")
    clause = _relative_start(words, before) or _comma_aside(words, index, last)
    body = Span(start=words.starts[clause], end=end) if clause else sentence
    return Cue(shape="middle", cue=cue, speaker=speaker, content=body, verb="according")


def _aside_start(words: Words, before: int, last: int) -> int:
    """Where an aside in dashes or round brackets begins that a source clause ends, and is about; 0
    where none ends there.
    """
    if last >= len(words):
        return 0
    if words.texts[last] == ")":
        return next((at + 1 for at in range(before - 1, 0, -1) if words.texts[at] == "("), 0)
    if not is_dash(words, last):
        return 0
    return next((at + 1 for at in range(before - 1, 0, -1) if is_dash(words, at)), 0)


def _relative_start(words: Words, before: int) -> int:
    """Where the clause begins that a source clause inside a sentence is about, 0 where that is
    the whole.
    """
    for at in range(before - 1, 1, -1):
        ahead = at - 1 if words.lowers[at - 1] in _BEFORE_RELATIVES else at
        if words.lowers[at] in _RELATIVES and words.texts[ahead - 1] == ",":
            return at
    return 0


def _comma_aside(words: Words, index: int, last: int) -> int:
    """Where an aside in commas begins that a source clause ends, "a dam, finished in 1970 according
    to X, …"; 0 where a comma stands before the source clause itself, or none before that.
    """
    if words.texts[index - 1] == "," or words.lower(last) != ",":
        return 0
    return next((at + 1 for at in range(index - 2, 0, -1) if words.texts[at] == ","), 0)


def _name_end(words: Words, first: int, last: int) -> int:
    """Cut a phrase that no comma closes at the end of the name it opens with ("According to X the
    plan …").
    """
    end = first
    while end < last and words.texts[end][:1].isupper():
        end += 1
    if end < last and words.lowers[end] in SOURCES:
        return end + 1
    return end if end > first else last
