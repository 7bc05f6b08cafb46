"""Source clauses that a participle makes: ", noting that …", "with X stating: …"."""

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import content
from briefing.languages.en.speech.cue import Cue, word_span
from briefing.languages.en.speech.subjects import subject_before
from briefing.model import Span

_BARE = frozenset({"saying", "adding"})  # whatever follows them is said
_UNMARKED = _BARE | {"reporting"}


def read_hanging(
    words: Words, masked: frozenset[int], index: int, sentence: Span, *, first: bool
) -> Cue | None:
    """Read ", noting that …" and "with X stating: …"; `first` where no source clause stands before
    it in the sentence.
    """
    if content.adds_to(words, masked, index):
        return None
    if words.lower(index - 1) != ",":
        return _read_with(words, masked, index, sentence)
    body = _find_body(words, masked, index, alone=True) if first else None
    if body is None:
        return None
    return Cue(
        shape="hang",
        cue=word_span(words, index, body.start),
        speaker=None,
        content=Span(start=words.starts[body.start], end=sentence.end),
        verb=words.lowers[index],
    )


def _read_with(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "with X stating: …"."""
    begin, last = subject_before(words, index, masked) or (index, index)
    if begin == last or words.lower(begin - 1) != "with":
        return None
    body = _find_body(words, masked, index, alone=False)
    if body is None:
        return None
    return Cue(
        shape="lead",
        cue=word_span(words, begin, body.start),
        speaker=word_span(words, begin, last),
        content=Span(start=words.starts[body.start], end=sentence.end),
        verb=words.lowers[index],
    )


def _find_body(
    words: Words, masked: frozenset[int], index: int, *, alone: bool
) -> content.SpeechContent | None:
    """What the participle at `index` tells: marked as said, or anything behind one that is `alone`
    and tells whatever follows.
    """
    body = content.find_content(words, masked, index, "")
    verb = words.lowers[index]
    if body is None:
        bare = alone and verb in _BARE and index + 1 < len(words)
        return content.SpeechContent(start=index + 1) if bare else None
    marked = words.lower(body.start - 1) in {"that", ":", ","} or body.start in masked
    told = marked or verb in _UNMARKED
    return body if told and body.start < len(words) else None
