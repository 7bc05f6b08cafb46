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
    hangs = words.lower(index - 1) == ","
    subject = (index, index) if hangs else subject_before(words, index, masked)
    if subject is None or (hangs and not first):
        return None
    begin, last = subject
    if not hangs and (words.lower(begin - 1) != "with" or begin == last):
        return None
    body = _find_body(words, masked, index, alone=hangs)
    if body is None:
        return None
    return Cue(
        shape="hang" if hangs else "lead", cue=word_span(words, begin, body.start),
        speaker=None if hangs else word_span(words, begin, last),
        content=Span(start=words.starts[body.start], end=sentence.end), verb=words.lowers[index],
    )  # fmt: skip


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
