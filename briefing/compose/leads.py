"""Articles that open with one piece of news: their leads are told once, not once an article."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from briefing.events.agree import clash_of_time, parties_in
from briefing.language import edtf
from briefing.languages.en.clauses.likeness import are_exclusive
from briefing.languages.en.sameness import read_gist, vocabulary_overlap
from briefing.model import Candidate, Clause, Document, Reading, Slot, Span
from briefing.offer.candidates import TELLING

# Tuned on three topics of fourteen undated articles on one event each, and on one of sixteen dated
# ones on as many. Names are left out: they say whom all is about, not what happened.
_ALIKE = 0.3
_FEWEST = 3  # words shared by leads of one day, or of days unknown; one more by those of two days
_OFTEN = 3  # articles that open with news that is known without them
_RETELLS = 0.5  # share of words from which a sentence further down tells such news again
_WITH_ACT = 2  # words shared by leads that tell an act of one class
_SLOTS: tuple[Slot, ...] = ("agent", "patient", "place")
_NEWS = timedelta(days=2)  # in which outlets open with one piece of news
_MOST = 200  # leads held against one another, the first


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What articles open with. `groups` has for each article whose body opens with a sentence the
    first article that opens with the same news, be it itself; `starts` where that sentence begins,
    `words` its words that are no names; `known` are the articles whose news three open with.
    """

    groups: Mapping[str, str]
    starts: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    known: tuple[str, ...] = ()

    def told_by(self, candidate: Candidate) -> str:
        """The news that a candidate tells, "" for none: its article's own, where it holds the
        first sentence, else news that several open with and whose words it mostly has.
        """
        document = candidate.document
        start = self.starts.get(document, -1)
        if any(c.start <= start < c.end for c in candidate.statement.citations):
            return self.groups[document]
        own = _plain_words(candidate.statement.text) if self.known else frozenset[str]()
        return next((self.groups[name] for name in self.known if self._retells(own, name)), "")

    def _retells(self, own: frozenset[str], name: str) -> bool:
        """Whether words are mostly those that an article opens with, or the other way round."""
        theirs = self.words[name]
        return len(own & theirs) > _FEWEST and vocabulary_overlap(own, theirs) >= _RETELLS


def group_leads(
    readings: Sequence[Reading], clauses: Mapping[str, Sequence[Clause]] | None = None
) -> News:
    """What articles open with, those grouped that open with the same news.

    Two leads are of one piece of news where they share enough words, or a few and a clause of one
    class whose parties and times don't clash (`clauses`, by document), and their articles, if
    dated, appeared within days of one another.
    """
    ordered = sorted(readings, key=_document_id)  # in whatever order they come, the same first ones
    held = [(one, lead) for one in ordered if (lead := find_lead(one)) is not None][:_MOST]
    words = {
        one.document.id: _plain_words(one.document.text[lead.start : lead.end])
        for one, lead in held
    }
    documents = {one.document.id: one.document for one, _ in held}
    acts = {one.document.id: _lead_acts(lead, (clauses or {}).get(one.document.id, ()))
            for one, lead in held}  # fmt: skip
    group = {name: name for name in words}
    for first, second in combinations(sorted(words), 2):
        apart = _days_between(documents[first], documents[second])
        fewest = _FEWEST + bool(apart)
        alike = _is_one_event(words[first], words[second], fewest) or (
            len(words[first] & words[second]) >= _WITH_ACT
            and any(_may_be_one(a, b) for a in acts[first] for b in acts[second])
        )
        if apart <= _NEWS and alike:
            kept, joined = sorted((group[first], group[second]))
            group = {name: kept if of == joined else of for name, of in group.items()}
    often = Counter(group.values())
    return News(
        groups=group,
        starts={one.document.id: lead.start for one, lead in held},
        words=words,
        known=tuple(name for name, of in group.items() if often[of] >= _OFTEN),
    )


def _document_id(reading: Reading) -> str:
    return reading.document.id


def find_lead(reading: Reading) -> Span | None:
    """The first sentence of an article's body, None where it has none."""
    body = (p for p in reading.passages if p.dropped is None and p.kind in TELLING)
    return next((sentence for passage in body for sentence in passage.sentences), None)


def _lead_acts(lead: Span, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that a lead tells as happened."""
    inside = (c for c in clauses if lead.start <= c.start < lead.end)
    return [c for c in inside if c.modality == "happened" and c.positive]


def _may_be_one(one: Clause, other: Clause) -> bool:
    """Whether nothing that two clauses name keeps them from being one happening."""
    if one.predicate != other.predicate or clash_of_time(one, other):
        return False
    for slot in _SLOTS:
        ours, theirs = (
            [p for p in parties_in(c, (slot,)) if p.names or p.lands] for c in (one, other)
        )
        if ours and theirs and all(are_exclusive(a, b) for a in ours for b in theirs):
            return False
    return True


def _plain_words(text: str) -> frozenset[str]:
    """The words of a sentence that are no names."""
    gist = read_gist(text)
    return gist.words - gist.names - {gist.opener}


def _is_one_event(ours: frozenset[str], theirs: frozenset[str], fewest: int) -> bool:
    return len(ours & theirs) >= fewest and vocabulary_overlap(ours, theirs) >= _ALIKE


def _days_between(one: Document, other: Document) -> timedelta:
    """The time between two articles, none where a day is unknown."""
    days = [edtf.bounds(d.published.value) for d in (one, other) if d.published and _is_dated(d)]
    if len(days) < 2:  # noqa: PLR2004 - both
        return timedelta(0)
    return max(timedelta(0), max(day for day, _ in days) - min(day for _, day in days))


def _is_dated(document: Document) -> bool:
    return document.published is not None and edtf.is_valid(document.published.value)
