"""Source clauses in one sentence: "Bridzhe noted that …", "…, according to the newspaper", "“…,” he told her"."""

from dataclasses import dataclass
from typing import Literal

from briefing.language.names.words import Words
from briefing.language.speech import subjects, verbs
from briefing.model import Span

Shape = Literal["lead", "trail", "middle", "hang"]
_QUOTES = frozenset({"“", "”", '"', "«", "»", "‘", "’"})
_OPENING = frozenset({"“", '"', "«", "‘"})
_ENDS = frozenset({".", "!", "?", ";"})
_TIME = frozenset({
    "on", "in", "at", "during", "to", "after", "before", "when", "while", "as", "last", "yesterday", "today", "earlier",
    "later", "this", "via", "of", "about", "for", "following", "from", "through", "by", "with", "here", "afterwards",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_VERBISH = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "must", "shall", "should", "do", "does", "did", "isn't", "aren't", "wasn't", "weren't", "won't", "cannot",
    "came", "went", "took", "made", "gave", "became", "began", "rose", "fell", "lost", "won", "felt", "needs", "wants",
    "remains", "seems", "appears", "led", "grew", "left", "kept", "saw", "met", "held", "set", "put", "sent", "sees",
})  # fmt: skip
_CLAUSE_REACH = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A source clause: its words [first, last), the speaker's words, the verb, and the content it covers.

    `shape`: lead (content follows), trail (content precedes), middle (content on both sides), hang (a participle
    after the sentence's subject). `speaker` is None where the subject has to be taken from before ("and said").
    `quoted` is the source inside "quoted a source as saying".
    """

    shape: Shape
    cue: Span
    speaker: Span | None
    content: Span
    verb: str
    quoted: Span | None = None


def find(words: Words, masked: frozenset[int], sentence: Span) -> tuple[Cue, ...]:
    """Give the source clauses of a sentence in order; `masked` are the words inside quotations."""
    found: list[Cue] = []
    behind = 0
    for index in range(len(words)):
        if index < behind or index in masked:
            continue
        cue = _according(words, masked, index, sentence) or _verb(words, masked, index, sentence)
        if cue is None:
            continue
        if found and not _new_clause(words, cue, found[-1]):
            continue
        found.append(cue)
        behind = index + 1
    return tuple(found)


def _new_clause(words: Words, cue: Cue, last: Cue) -> bool:
    """Tell whether a second source clause of a sentence is its own rather than inside what the first one says."""
    if last.shape in {"trail", "middle"}:
        return cue.cue.start >= last.cue.end and cue.shape != "middle"
    place = cue.speaker.start if cue.speaker else cue.cue.start
    at = next((i for i, start in enumerate(words.starts) if start >= place), len(words))
    if cue.shape == "hang":
        return True
    before = words.lower(at - 1)
    return before in {";", "but", "whereas", "while"} or (
        before in {"and", "with", "as"} and (words.lower(at - 2) == "," or cue.speaker is None)
    )


def _according(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "according to X" wherever it stands."""
    if words.lowers[index] != "according" or words.lower(index + 1) != "to":
        return None
    first = index + 2
    if first >= len(words):
        return None
    last = subjects.phrase_end(words, first, masked)
    if last <= first:
        return None
    speaker = Span(start=words.starts[first], end=words.ends[last - 1])
    cue = Span(start=words.starts[index], end=words.ends[last - 1])
    after = last + 1 if words.lower(last) == "," else last
    if index == 0:
        if after >= len(words):
            return None
        return Cue(shape="lead", cue=cue, speaker=speaker, content=Span(start=words.starts[after], end=sentence.end), verb="according")
    rest = len(words) - after
    before = index - 1 if words.lower(index - 1) == "," else index
    if before < 1:
        return None
    if rest <= 1 or words.lower(last) in _ENDS:
        content = Span(start=sentence.start, end=words.ends[before - 1])
        return Cue(shape="trail", cue=cue, speaker=speaker, content=content, verb="according")
    return Cue(shape="middle", cue=cue, speaker=speaker, content=sentence, verb="according")


def _verb(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    verb = words.lowers[index]
    if words.texts[index] != verb:
        return None
    if verb in verbs.GERUNDS and words.lower(index - 1) == "," and _follows(words, masked, index, verb):
        return _hanging(words, index, sentence)
    if verb not in verbs.PLAIN:
        return None
    return _inverted(words, masked, index, sentence) or _direct(words, masked, index, sentence)


def _hanging(words: Words, index: int, sentence: Span) -> Cue | None:
    after = index + 2 if words.lower(index + 1) == "that" else index + 1
    if after >= len(words):
        return None
    return Cue(
        shape="hang", cue=Span(start=words.starts[index], end=words.ends[after - 1]), speaker=None,
        content=Span(start=words.starts[after], end=sentence.end), verb=words.lowers[index],
    )  # fmt: skip


def _inverted(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "“…,” said X." and "…, said X, the minister"."""
    if words.lowers[index] not in {"said", "says", "added", "explained", "wrote", "noted", "told", "asked", "tweeted", "warned", "stated", "commented", "remarked", "reported", "replied"}:
        return None
    before = words.texts[index - 1] if index else ""
    closes = before in {"”", '"', "»"} or (before == "," and index >= 3) or (index >= 1 and index - 1 in masked)
    if not closes or index + 1 >= len(words) or words.lowers[index + 1] in {"that", ":", ","} or index + 1 in masked:
        return None
    last = subjects.phrase_end(words, index + 1, masked)
    if last <= index + 1 or not subjects.nominal(words, index + 1):
        return None
    speaker = Span(start=words.starts[index + 1], end=words.ends[last - 1])
    cue = Span(start=words.starts[index], end=words.ends[last - 1])
    if before == "," and last < len(words) and words.lower(last) not in {".", ","}:
        return None
    more = any(at in masked for at in range(last, len(words)))
    if more:
        return Cue(shape="middle", cue=cue, speaker=speaker, content=sentence, verb=words.lowers[index])
    stop = index - 1 if before == "," else index
    return Cue(shape="trail", cue=cue, speaker=speaker, content=Span(start=sentence.start, end=words.ends[stop - 1]), verb=words.lowers[index])


def _direct(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    subject = subjects.before(words, index, masked)
    if subject is None:
        return None
    first, last = subject
    verb = words.lowers[index]
    speaker = Span(start=words.starts[first], end=words.ends[last - 1]) if first < last else None
    begin = first if first < last else index
    trailing = _trailing(words, masked, begin, index, sentence, speaker)
    if trailing is not None:
        return trailing
    if not _follows(words, masked, index, verb):
        return None
    if verb in verbs.NOUNS_TOO and not subjects.singular(words, first, last, verb):
        return None
    after, quoted = _content_start(words, masked, index)
    if after >= len(words):
        return None
    return Cue(
        shape="lead", cue=Span(start=words.starts[begin], end=words.ends[after - 1]), speaker=speaker,
        content=Span(start=words.starts[after], end=sentence.end), verb=verb, quoted=quoted,
    )  # fmt: skip


def _trailing(words: Words, masked: frozenset[int], begin: int, index: int, sentence: Span, speaker: Span | None) -> Cue | None:
    """Read "…, X said." and "“…,” X told Y." and ", X concluded, " inside a sentence."""
    if begin < 2 or speaker is None:
        return None
    before = words.texts[begin - 1]
    quoted = before in {"”", '"', "»"} and begin - 1 in masked
    if not quoted and before != ",":
        return None
    stop = _adjunct_end(words, masked, index + 1)
    cue = Span(start=words.starts[begin], end=words.ends[stop - 1])
    content_end = words.ends[begin - 1] if quoted else words.ends[begin - 2]
    if stop >= len(words) or words.texts[stop] in _ENDS:
        return Cue(shape="trail", cue=cue, speaker=speaker, content=Span(start=sentence.start, end=content_end), verb=words.lowers[index])
    if words.texts[stop] in {",", ":"} or stop in masked:
        opened = quoted or (words.texts[stop] == "," and not subjects.framing(words, begin))
        if opened:
            return Cue(shape="middle", cue=cue, speaker=speaker, content=sentence, verb=words.lowers[index])
    return None


def _adjunct_end(words: Words, masked: frozenset[int], at: int) -> int:
    """Skip what may follow a trailing verb: whom it was told, where and when."""
    if at < len(words) and at not in masked and (words.lowers[at] in _TIME or words.lowers[at - 1] in {"told", "tells", "tell"}):
        while at < len(words) and at not in masked and words.texts[at] not in _ENDS and words.texts[at] not in {",", ":"}:
            if words.lowers[at] in {"that"}:
                return at
            at += 1
    return at


def _follows(words: Words, masked: frozenset[int], index: int, verb: str) -> bool:
    """Tell whether what stands behind the verb can be what is said."""
    after = index + 1
    if after >= len(words):
        return False
    word = words.lowers[after]
    if word in {"by", "and", "or", ".", ";", ")", "?", "!"}:
        return False
    if word in {"that", ":"} or after in masked or words.texts[after] in _OPENING:
        return True
    if word == "," and (after + 1 in masked or words.lower(after + 1) in {"however", "citing", "though"}):
        return True
    reach = range(after, min(after + _CLAUSE_REACH, len(words)))
    if verb in {"quoted", "quotes"}:
        return any(words.lowers[at] == "as" and words.lower(at + 1) in {"saying", "stating"} for at in reach)
    if any(words.lowers[at] == "that" and at not in masked for at in reach[:12]) and word != ",":
        return True
    if verb in verbs.OBJECTS:
        return word != ","
    if word == "to" and verb not in {"told"}:
        return False
    if word == ",":
        return False
    if verb in verbs.NEEDS_THAT:
        return _clause(words, masked, reach)
    return True


def _clause(words: Words, masked: frozenset[int], reach: range) -> bool:
    return any(words.lowers[at] in _VERBISH or at in masked for at in reach)


def _content_start(words: Words, masked: frozenset[int], index: int) -> tuple[int, Span | None]:
    """Give the first word of the content behind a verb, and the source in "quoted a source as saying"."""
    verb = words.lowers[index]
    after = index + 1
    quoted = None
    if verb in {"quoted", "quotes"}:
        for at in range(after, len(words) - 1):
            if words.lowers[at] == "as" and words.lowers[at + 1] in {"saying", "stating"}:
                quoted = Span(start=words.starts[after], end=words.ends[at - 1])
                after = at + 2
                break
    for at in range(after, min(after + 14, len(words))):
        if at in masked:
            return at, quoted
        if words.lowers[at] == "that" and (at == after or verb not in verbs.OBJECTS or words.lowers[at - 1] == ","):
            return at + 1, quoted
        if words.lowers[at] in _VERBISH and verb not in {"told", "tells"}:
            break
    if verb in {"told", "tells", "tell", "informed"}:
        return _behind_listener(words, after), quoted
    if words.lower(after) in {",", ":"}:
        after += 1
    return after, quoted


def _behind_listener(words: Words, at: int) -> int:
    """Skip the person or outlet that is told: capitalised words, a pronoun, or one short phrase."""
    if words.lower(at) in {"him", "her", "them", "us", "me", "reporters", "journalists", "lawmakers"}:
        return at + 1
    first = at
    while at < len(words) and (words.texts[at][:1].isupper() or (at == first and words.lowers[at] in {"the", "a", "his", "her"})):
        at += 1
    if at == first + 1 and words.lowers[first] in {"the", "a", "his", "her"}:
        at += 1
    return max(at, first)
