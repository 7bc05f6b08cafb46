"""What an article tells, whatever its words: signals that hold for any topic.

Each signal is a list of stretches (mostly whole sentences) in which it holds. They rest on what the
language rooms found, the names and who says what, and on general English word lists; where those
found nothing, a signal stays silent.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.language import edtf, wordlist
from briefing.languages.en import lexicon
from briefing.model import Reading, Span, Speech
from briefing.tag import principals, stretches

_WORDS = wordlist.read("en", "words/signals")
_SOURCES = _WORDS.words("unnamed sources")
_OPINIONS = _WORDS.words("opinions")
_GROUPS = tuple(f"{noun}s" for noun in sorted(stretches.ANALYSTS - _WORDS.words("no group")))
_PATTERNS = wordlist.patterns(
    "en", "words/signal_patterns", verbs=lexicon.SAYING_VERBS, groups=_GROUPS
)
_JUDGING = _PATTERNS["judging"]
_PAST = _PATTERNS["past"]
_SAYING = _PATTERNS["saying"]
_ANALYSTS_SAY = _PATTERNS["analysts_say"]


def find_signals(reading: Reading, names: Sequence[str]) -> Mapping[str, tuple[Span, ...]]:
    """Where each signal of `names` holds, by start. Raises KeyError for a name nobody
    knows.
    """
    return {name: tuple(sorted(set(_FINDERS[name](reading)))) for name in names}


def possible_signals(reading: Reading) -> frozenset[str]:
    """The signals that may hold in an article of which only the words and the kind are known.

    Those that need a word which isn't there are left out; of the others nothing is known before its
    names, its speech and its dates are.
    """
    return frozenset(name for name in _FINDERS if name not in _NEEDED or _NEEDED[name](reading))


def _may_cite_analysts(reading: Reading) -> bool:
    text = reading.document.text
    lowered = text.lower()
    return stretches.names_any(text, stretches.ANALYSTS) or any(one in lowered for one in _GROUPS)


def _may_cite_sources(reading: Reading) -> bool:
    return stretches.names_any(reading.document.text, _SOURCES)


def _is_opinion(reading: Reading) -> bool:
    kind = reading.document.kind
    return kind is not None and stretches.names_any(kind.value, _OPINIONS)


_NEEDED: Mapping[str, Callable[[Reading], bool]] = {
    "speech:analyst": _may_cite_analysts,
    "speech:source": _may_cite_sources,
    "meeting": principals.tells_of_meetings,
    "opinion": _is_opinion,
}
"""What must be there in words before a signal can hold anywhere."""


def _opinion_spans(reading: Reading) -> Iterator[Span]:
    if _is_opinion(reading):
        yield from stretches.live_sentences(reading)


def _judgement_spans(reading: Reading) -> Iterator[Span]:
    judged = sorted(
        Span(start=said.start, end=said.end) for said in reading.speech if said.kind == "judgement"
    )
    yield from stretches.sentences_within(reading, judged)
    for sentence in stretches.live_sentences(reading):
        if _JUDGING.search(reading.document.text, sentence.start, sentence.end):
            yield sentence


def _event_spans(reading: Reading) -> Iterator[Span]:
    judged = [said for said in reading.speech if said.kind == "judgement"]
    spoken = set(
        stretches.sentences_within(reading, _speech_stretch([*judged, *_by_analysts(reading)]))
    )
    text = reading.document.text
    for sentence in stretches.live_sentences(reading):
        told = sentence not in spoken and _PAST.search(text, sentence.start, sentence.end)
        if told and not _JUDGING.search(text, sentence.start, sentence.end):
            yield sentence


def _past_spans(reading: Reading) -> Iterator[Span]:
    published = reading.document.published
    limit = edtf.bounds(published.value)[1] if published else None
    for dated in reading.dates:
        if dated.edtf and (limit is None or edtf.bounds(dated.edtf)[1] < limit):
            yield Span(start=dated.start, end=dated.end)


def _analyst_spans(reading: Reading) -> Iterator[Span]:
    """What analysts say, and sentences that name one beside a verb of saying or cite them as a
    group.

    The second half is for speech whose form nobody has seen through: here the gist is enough.
    """
    yield from stretches.sentences_within(reading, _speech_stretch(_by_analysts(reading)))
    yield from _named_analyst_spans(reading)
    yield from _analyst_group_spans(reading)


def _named_analyst_spans(reading: Reading) -> Iterator[Span]:
    """Sentences that name an analyst beside a verb of saying."""
    known = stretches.analyst_keys(reading)
    named = [
        Span(start=mention.start, end=mention.end)
        for mention in reading.mentions
        if mention.entity in known
    ]
    text = reading.document.text
    for sentence in stretches.sentences_within(reading, sorted(named)):
        if _SAYING.search(text, sentence.start, sentence.end):
            yield sentence


def _analyst_group_spans(reading: Reading) -> Iterator[Span]:
    """Sentences that cite analysts as a group."""
    text = reading.document.text
    lowered = text.lower()
    present = [noun for noun in _GROUPS if noun in lowered]
    if not present:
        return
    for sentence in stretches.live_sentences(reading):
        told = text[sentence.start : sentence.end].lower()
        if any(noun in told for noun in present) and _ANALYSTS_SAY.search(
            text, sentence.start, sentence.end
        ):
            yield sentence


def _source_spans(reading: Reading) -> Iterator[Span]:
    unnamed = [said for said in reading.speech if said.entity is None]
    sources = [said for said in unnamed if stretches.names_any(said.speaker, _SOURCES)]
    yield from stretches.sentences_within(
        reading,
        _speech_stretch(
            [said for said in sources if not stretches.names_any(said.speaker, stretches.ANALYSTS)]
        ),
    )


def _statement_spans(reading: Reading) -> Iterator[Span]:
    people = stretches.principal_people(reading)
    stated = [said for said in reading.speech if said.entity in people]
    yield from stretches.sentences_within(
        reading,
        _speech_stretch(
            [said for said in stated if not stretches.names_any(said.role, stretches.ANALYSTS)]
        ),
    )


def _by_analysts(reading: Reading) -> Sequence[Speech]:
    """What analysts say: known by the role stated there, by their role in the article, or
    unnamed.
    """
    known = stretches.analyst_keys(reading)
    return [
        said
        for said in reading.speech
        if said.entity in known
        or stretches.names_any(said.role, stretches.ANALYSTS)
        or (said.entity is None and stretches.names_any(said.speaker, stretches.ANALYSTS))
    ]


def _speech_stretch(speech: Sequence[Speech]) -> Sequence[Span]:
    """Content and cue of `speech`, by start."""
    contents = [Span(start=said.start, end=said.end) for said in speech]
    return sorted([*contents, *(said.cue for said in speech)])


_FINDERS: Mapping[str, Callable[[Reading], Iterator[Span]]] = {
    "person+office": principals.office_sentences,
    "meeting": principals.meeting_sentences,
    "statement": _statement_spans,
    "speech:analyst": _analyst_spans,
    "speech:source": _source_spans,
    "judgement": _judgement_spans,
    "opinion": _opinion_spans,
    "event": _event_spans,
    "date:past": _past_spans,
}
