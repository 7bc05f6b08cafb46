"""What an article tells, whatever its words: signals that hold for any topic.

Each signal is a list of stretches (mostly whole sentences) in which it holds. They rest on what the
language rooms found, the names and who says what, and on general English word lists; where those
found nothing, a signal stays silent.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.language import edtf, lexicon
from briefing.model import Entity, Reading, Span, Speech

_ANALYSTS = frozenset({
    "analyst", "expert", "specialist", "scholar", "professor", "researcher", "academic", "economist", "historian",
    "observer", "strategist", "commentator", "columnist", "author", "fellow", "consultant", "scientist", "pollster",
    "watcher", "think-tank", "institute", "university", "council", "lecturer", "sociologist",
})  # fmt: skip
_SOURCES = frozenset({"source", "insider", "leak", "report", "rumour", "rumor", "official", "people", "person"})
_OPINIONS = frozenset({"opinion", "commentary", "comment", "editorial", "column", "blog", "op-ed"})
_STANDING = lexicon.OFFICES | lexicon.RANKS

_JUDGING = re.compile(
    r"\b(?:may|might|could|would|should|must|appear(?:s|ed)?|seem(?:s|ed)?|likely|unlikely|perhaps|possibl[ey]|probabl[ey]|"
    r"potential(?:ly)?|suggest(?:s|ed|ing)?|impl(?:y|ies|ied)|signal(?:s|led|ling|ing)?|reflect(?:s|ed|ing)?|"
    r"expect(?:s|ed|ation|ations)?|predict(?:s|ed|ion|ions)?|forecast(?:s)?|believe[sd]?|think(?:s)?|assum(?:e[sd]?|ption)|"
    r"(?:is|are|was|were|been) (?:widely )?(?:seen|viewed|regarded|considered) as|(?:sees?|views?|regards?) .{1,60}? as|"
    r"sees? an?|opportunit(?:y|ies)|chances?|prospects?|hop(?:e[sd]?|ing)|fear(?:s|ed)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|"
    r"intention(?:s)?|goals?|seek(?:s|ing)?|strateg(?:y|ies|ic)|vital|crucial|essential|significant|important|importance|"
    r"key|difficult|easily|reason|question|sincere|clear|role|interests?|ambitions?|motive[sd]?|means that|"
    r"in order to|unless|whether|if)\b"
)  # fmt: skip


def find(reading: Reading, names: Sequence[str]) -> Mapping[str, tuple[Span, ...]]:
    """Give where each signal of `names` holds, by start. Raises KeyError for a name nobody knows."""
    return {name: tuple(sorted(set(_FINDERS[name](reading)))) for name in names}


def _sentences(reading: Reading) -> Iterator[Span]:
    for passage in reading.passages:
        if passage.dropped is None:
            yield from passage.sentences or (Span(start=passage.start, end=passage.end),)


def _within(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Give the sentences that one of `spans` (sorted by start) touches."""
    at = 0
    furthest = 0
    for sentence in _sentences(reading):
        while at < len(spans) and spans[at].start < sentence.end:
            furthest = max(furthest, spans[at].end)
            at += 1
        if furthest > sentence.start:
            yield sentence


def _opinion(reading: Reading) -> Iterator[Span]:
    kind = reading.document.kind
    if kind is not None and any(word in _OPINIONS for word in kind.value.casefold().split()):
        yield from _sentences(reading)


def _judgement(reading: Reading) -> Iterator[Span]:
    judged = sorted(
        Span(start=said.start, end=said.end) for said in reading.speech if said.kind == "judgement"
    )
    yield from _within(reading, judged)
    for sentence in _sentences(reading):
        if _JUDGING.search(reading.document.text, sentence.start, sentence.end):
            yield sentence


def _analyst(reading: Reading) -> Iterator[Span]:
    yield from _within(reading, _spoken(reading, lambda said: _is_analyst(reading, said)))


def _source(reading: Reading) -> Iterator[Span]:
    yield from _within(reading, _spoken(reading, lambda said: said.entity is None and _is_source(said)))


def _statement(reading: Reading) -> Iterator[Span]:
    people = {entity.key for entity in reading.entities if entity.kind == "person"}
    yield from _within(
        reading, _spoken(reading, lambda said: said.entity in people and not _is_analyst(reading, said))
    )


def _spoken(reading: Reading, wanted: Callable[[Speech], bool]) -> list[Span]:
    """Give content and cue of the speech that is `wanted`, by start."""
    spans = []
    for said in reading.speech:
        if wanted(said):
            spans += [Span(start=said.start, end=said.end), said.cue]
    return sorted(spans)


def _is_analyst(reading: Reading, said: Speech) -> bool:
    roles = [said.role, said.speaker if said.entity is None else ""]
    roles += [_role(reading, entity) for entity in reading.entities if entity.key == said.entity]
    return any(_names(role, _ANALYSTS) for role in roles)


def _is_source(said: Speech) -> bool:
    return _names(said.speaker, _SOURCES) and not _names(said.speaker, _ANALYSTS)


def _role(reading: Reading, entity: Entity) -> str:
    return reading.document.text[entity.role.start : entity.role.end] if entity.role else ""


def _names(text: str, words: frozenset[str]) -> bool:
    """Tell whether `text` holds one of `words`, in the singular or with a plural s."""
    for token in re.findall(r"[a-z]+(?:-[a-z]+)*", text.casefold()):
        if token in words or token.removesuffix("s") in words:
            return True
    return False


_NEAR_BEFORE = 60
_NEAR_AFTER = 120
_APPOSITION = re.compile(r"(?:’s|'s)?\s*(?:[,(—–]|-{1,2}\s)\s*([^.;)—–]{2,100})")
_LED = re.compile(r"\W{1,2}(?:\w+ly )?(?:led|leads|heads?|headed|commands?|commanded|founded|oversees?|chairs?|became|is|was)\b(.{0,60})")
_LAST_WORDS = re.compile(r"(?:[\w’'-]+\.? ){1,3}$")
_MET = re.compile(
    r"\b(?:met|meets|visit(?:ed|s)|phoned|telephoned|called on|spoke (?:to|with|by)|arrive[sd]|landed|flew|travel(?:l?ed|s)|"
    r"receive[sd]|welcome[sd]|hosted|hosts|signed|testified|(?:held|holds|hold|holding|joined) (?:\w+ ){0,4}(?:talks|meetings?|"
    r"calls?|discussions|conversations?|deliberations|summit)|(?:call|conversation|talks|meetings?|summit|deliberations|visit)"
    r" (?:with|between|of|to|he|she|they))\b"
)  # fmt: skip


def _office(reading: Reading) -> Iterator[Span]:
    yield from _within(reading, sorted(_offices(reading)))


def _offices(reading: Reading) -> Iterator[Span]:
    text = reading.document.text
    people = {entity.key: entity for entity in reading.entities if entity.kind == "person"}
    for mention in reading.mentions:
        entity = people.get(mention.entity)
        if entity is None or _names(_role(reading, entity), _ANALYSTS):
            continue
        full = " " in text[mention.start : mention.end]
        if (full and _led_by_title(text, mention.start)) or _told_after(text, mention.end):
            yield Span(start=mention.start, end=mention.end)
    for entity in people.values():
        if entity.role is not None and not _names(_role(reading, entity), _ANALYSTS):
            yield entity.role


def _led_by_title(text: str, start: int) -> bool:
    """Tell whether an office or a rank stands right before the name that begins at `start`."""
    before = _LAST_WORDS.search(text, max(0, start - _NEAR_BEFORE), start)
    return before is not None and _names(before.group(), _STANDING)


def _told_after(text: str, end: int) -> bool:
    """Tell whether the words after the name that ends at `end` give its office, in apposition or by a verb."""
    after = text[end : end + _NEAR_AFTER]
    told = _APPOSITION.match(after) or _LED.match(after)
    return told is not None and _names(told.group(1), _STANDING) and not _names(told.group(1), _ANALYSTS)


def _meeting(reading: Reading) -> Iterator[Span]:
    people = {
        entity.key
        for entity in reading.entities
        if entity.kind == "person" and not _names(_role(reading, entity), _ANALYSTS)
    }
    named = [Span(start=m.start, end=m.end) for m in reading.mentions if m.entity in people]
    for sentence in _within(reading, sorted(named)):
        if _MET.search(reading.document.text, sentence.start, sentence.end):
            yield sentence


_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|ha[sv]e been|met|led|held|took|made|went|came|gave|said|told|sent|built|fell|rose|"
    r"hit|cut|lost|won|left|set up|broke|began|brought|fled|fought|saw|shot|put|ran|spoke|struck|withdrew|wrote)\b"
)


def _event(reading: Reading) -> Iterator[Span]:
    judged = sorted(_spoken(reading, lambda said: said.kind == "judgement" or _is_analyst(reading, said)))
    spoken = set(_within(reading, judged))
    text = reading.document.text
    for sentence in _sentences(reading):
        told = sentence not in spoken and _PAST.search(text, sentence.start, sentence.end)
        if told and not _JUDGING.search(text, sentence.start, sentence.end):
            yield sentence


def _past(reading: Reading) -> Iterator[Span]:
    published = reading.document.published
    limit = edtf.bounds(published.value)[1] if published else None
    for dated in reading.dates:
        if dated.edtf and (limit is None or edtf.bounds(dated.edtf)[1] < limit):
            yield Span(start=dated.start, end=dated.end)


_FINDERS: Mapping[str, Callable[[Reading], Iterator[Span]]] = {
    "person+office": _office,
    "meeting": _meeting,
    "statement": _statement,
    "speech:analyst": _analyst,
    "speech:source": _source,
    "judgement": _judgement,
    "opinion": _opinion,
    "event": _event,
    "date:past": _past,
}
