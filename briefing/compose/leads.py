"""Articles that open with one piece of news: their leads are told once, not once an article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, product

from briefing.events.agree import are_others, clash_of_time, parties_in
from briefing.events.connect import Place, place_of
from briefing.language import edtf, wordlist
from briefing.languages.en.opposites import are_opposed
from briefing.languages.en.sameness import Gist, read_gist, vocabulary_overlap
from briefing.model import Candidate, Clause, Document, Party, Reading, Slot, Span

# Tuned on three topics of fourteen undated articles on one event each, and on one of sixteen dated
# ones on as many. Names are left out: they say whom all is about, not what happened.
_ALIKE = 0.3
_FEWEST = 3  # words shared by leads of one day, or of days unknown; one more by those of two days
_OFTEN = 3  # articles that open with news that is known without them
_RETELLS = 0.5  # share of words from which a sentence further down tells such news again
_WITH_ACT = 2  # words shared by leads that tell an act of one class
_TIED = wordlist.patterns("en", "words/opening_patterns")["tied"]
_SLOTS: tuple[Slot, ...] = ("agent", "patient", "place")
_NEWS = timedelta(days=2)  # in which outlets open with one piece of news
_MONTHS = timedelta(days=92)  # within which a time may be the day of a lead's news
_MOST = 200  # leads held against one another, the first


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadNews:
    """What articles open with. `groups` has for each article whose body opens with a sentence the
    first article that opens with the same news, be it itself; `starts` where that sentence begins,
    `words` its words that are no names; `known` are the articles whose news three open with. `acts`
    has the news of each clause that is joined with one of such a sentence, by its place, `verbs`
    the places of an article's clauses that have a verb.
    """

    groups: Mapping[str, str]
    starts: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    known: tuple[str, ...] = ()
    acts: Mapping[Place, str] = field(default_factory=dict)
    verbs: Mapping[str, Sequence[Place]] = field(default_factory=dict)

    def told_by(self, candidate: Candidate) -> str:
        """The news that a candidate tells, "" for none: its article's own, where it holds the
        first sentence, else news that several open with and whose words it mostly has, or news
        beside which it tells nothing.
        """
        document = candidate.document
        start = self.starts.get(document, -1)
        if any(c.start <= start < c.end for c in candidate.statement.citations):
            return self.groups[document]
        own = frozenset[str]()
        if self.known:
            own = _nameless_words(read_gist(candidate.statement.text))
        known = (self.groups[name] for name in self.known if self._retells(own, name))
        return next(known, "") or self._retold_act(candidate)

    def _retold_act(self, candidate: Candidate) -> str:
        """The news that all clauses of a candidate tell, "" for none."""
        told = {
            self.acts.get(place, "")
            for cited in candidate.statement.citations
            for place in self.verbs.get(cited.document, ())
            if cited.start <= place[1] < cited.end
        }
        return told.pop() if len(told) == 1 else ""

    def _retells(self, own: frozenset[str], name: str) -> bool:
        """Whether words are mostly those that an article opens with, or the other way round."""
        theirs = self.words[name]
        return len(own & theirs) > _FEWEST and vocabulary_overlap(own, theirs) >= _RETELLS


def group_leads(
    readings: Sequence[Reading],
    clauses: Mapping[str, Sequence[Clause]] | None = None,
    agreeing: Mapping[Place, Sequence[Clause]] | None = None,
) -> LeadNews:
    """What articles open with, those grouped that open with the same news.

    Two leads are of one piece of news where they share enough words, or a few and a clause of one
    class whose parties and times don't clash (`clauses`, by document), where the days that they
    name may be one and no word of one turns the other round, and their articles, if dated,
    appeared within days of one another. With `agreeing`, clauses by their places, only those
    count that are joined as one event there.
    """
    leads = _read_leads(readings, clauses or {})
    groups = _join_leads(leads, agreeing)
    often = Counter(groups.values())
    return LeadNews(
        groups=groups,
        starts={name: one.start for name, one in leads.items()},
        words={name: one.words for name, one in leads.items()},
        known=tuple(name for name, of in groups.items() if often[of] >= _OFTEN),
        acts=_retold_places(leads, groups, agreeing or {}),
        verbs=_verb_places(clauses or {}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """What an article opens with, and where: the words that are no names, all of them as they are
    written, what happens in it, and the days that it names, each as the first and the last that may
    be meant.
    """

    document: Document
    start: int
    words: frozenset[str]
    plain: frozenset[str]
    acts: tuple[Clause, ...]
    days: tuple[tuple[date, date], ...]


def _read_leads(
    readings: Sequence[Reading], clauses: Mapping[str, Sequence[Clause]]
) -> dict[str, _Lead]:
    """What articles open with, by their ids and in order of those."""
    ordered = sorted(readings, key=_document_id)  # in whatever order they come, the same first ones
    held = [(one, lead) for one in ordered if (lead := find_lead(one)) is not None][:_MOST]
    return {one.document.id: _read_lead(one, lead, clauses) for one, lead in held}


def _document_id(reading: Reading) -> str:
    return reading.document.id


def _join_leads(
    leads: Mapping[str, _Lead], agreeing: Mapping[Place, Sequence[Clause]] | None
) -> dict[str, str]:
    """The first article that opens with the same news, for each."""
    groups = {name: name for name in leads}
    for first, second in combinations(leads, 2):
        if _open_alike(leads[first], leads[second], agreeing):
            kept, joined = sorted((groups[first], groups[second]))
            groups = {name: kept if of == joined else of for name, of in groups.items()}
    return groups


def _retold_places(
    leads: Mapping[str, _Lead],
    groups: Mapping[str, str],
    agreeing: Mapping[Place, Sequence[Clause]],
) -> dict[Place, str]:
    """The news of each clause that is joined with one of a lead, by its place."""
    return {
        place_of(clause): groups[name]
        for name, one in leads.items()
        for act in one.acts
        if not _is_tied(one, act)
        for clause in agreeing.get(place_of(act), ())
    }


def _verb_places(clauses: Mapping[str, Sequence[Clause]]) -> dict[str, list[Place]]:
    """The places of each article's clauses that have a verb."""
    return {
        name: [place_of(clause) for clause in own if not clause.nominal]
        for name, own in clauses.items()
    }


def _read_lead(reading: Reading, lead: Span, clauses: Mapping[str, Sequence[Clause]]) -> _Lead:
    document = reading.document
    gist = read_gist(document.text[lead.start : lead.end])
    return _Lead(
        document=document,
        start=lead.start,
        words=_nameless_words(gist),
        plain=gist.plain,
        acts=tuple(_lead_acts(lead, clauses.get(document.id, ()))),
        days=tuple(_list_days(reading, lead)),
    )


def _list_days(reading: Reading, lead: Span) -> Iterator[tuple[date, date]]:
    """The first and last day of each time that a lead names: of months at most, for a year is part
    of what it speaks of ("the 2016 election").
    """
    for one in reading.dates:
        if one.edtf is not None and lead.start <= one.start < lead.end:
            first, last = edtf.bounds(one.edtf)
            if last - first <= _MONTHS:
                yield first, last


def _open_alike(
    one: _Lead, other: _Lead, agreeing: Mapping[Place, Sequence[Clause]] | None
) -> bool:
    """Whether two articles that appeared within days of each other open with the same news."""
    apart = _days_between(one.document, other.document)
    if apart > _NEWS or _name_other_days(one, other) or are_opposed(one.plain, other.plain):
        return False
    if _is_one_event(one.words, other.words, _FEWEST + bool(apart)):
        return True
    if agreeing is not None:
        return _share_event(one, other, agreeing)
    acting = any(_may_be_one(a, b) for a, b in product(one.acts, other.acts))
    return acting and len(one.words & other.words) >= _WITH_ACT


def _share_event(one: _Lead, other: _Lead, agreeing: Mapping[Place, Sequence[Clause]]) -> bool:
    """Whether two leads tell clauses that are joined as one event."""
    return any(
        b in agreeing.get(place_of(a), ()) and not (_is_tied(one, a) or _is_tied(other, b))
        for a, b in product(one.acts, other.acts)
    )


def _name_other_days(one: _Lead, other: _Lead) -> bool:
    """Whether two leads name days, and none that may be one."""
    named = bool(one.days and other.days)
    pairs = product(one.days, other.days)
    return named and not any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


def find_lead(reading: Reading) -> Span | None:
    """The first sentence of an article's body, None where it has none."""
    body = (p for p in reading.passages if p.may_tell)
    return next((sentence for passage in body for sentence in passage.sentences), None)


def _lead_acts(lead: Span, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that a lead tells as happened."""
    inside = (c for c in clauses if lead.start <= c.start < lead.end)
    return [c for c in inside if c.modality == "happened" and c.positive]


def _is_tied(one: _Lead, act: Clause) -> bool:
    """Whether a clause of a lead only says of which thing it speaks: "police held the head of the
    firm whose syrup is linked to the deaths".
    """
    if act.nominal:
        return False
    return _TIED.search(one.document.text, one.start, act.start) is not None


def _may_be_one(one: Clause, other: Clause) -> bool:
    """Whether nothing that two clauses name keeps them from being one happening."""
    if one.predicate != other.predicate or clash_of_time(one, other):
        return False
    return not any(are_others(_named_in(one, slot), _named_in(other, slot)) for slot in _SLOTS)


def _named_in(clause: Clause, slot: Slot) -> list[Party]:
    """The parties of a slot that have a name or a state."""
    return [party for party in parties_in(clause, (slot,)) if party.names or party.lands]


def _nameless_words(gist: Gist) -> frozenset[str]:
    """The words of a sentence that are no names."""
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
