"""What one reader gets: the sections they chose, and what is new since the edition they were last
sent.

What a reader was told is worked out from the editions that they were sent, so that a statement
withdrawn long after, from a section no longer chosen, in an edition that went to others only, is
told still.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from briefing.model import (
    Brief,
    Change,
    Changed,
    Changes,
    Citation,
    Editing,
    Event,
    Judgement,
    Place,
    Position,
    Rendition,
    Section,
    SourceEntry,
    Statement,
)

Texts = Mapping[str, str]
Row = TypeVar("Row", Event, Position)

_GONE = "no longer in the brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionIndex:
    """What an edition tells: texts by statement id for each section, and why others went or
    changed.
    """

    number: int
    sections: Mapping[str, Texts]
    withdrawn: Mapping[str, str]
    changed: Mapping[str, str]

    def shown(self, slugs: Sequence[str]) -> dict[str, str]:
        """The texts in the sections chosen; none chosen means all."""
        chosen = [texts for slug, texts in self.sections.items() if not slugs or slug in slugs]
        return {name: text for texts in chosen for name, text in texts.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderKnowledge:
    """What a reader has been told: surely, or maybe (where a message may have arrived).

    `last` is the edition they were last sent, 0 before the first.
    """

    last: int = 0
    sure: Texts
    maybe: Texts


def index_edition(node: Mapping[str, Any]) -> EditionIndex:
    """Read an edition's parsed brief.json."""
    changes = node["changes"]
    return EditionIndex(
        number=(node["edition"] or {}).get("number", 0),
        sections={
            s["slug"]: {one["id"]: one["text"] for one in s["statements"]} for s in node["sections"]
        },
        withdrawn={one["id"]: one["cause"] for one in changes["withdrawn"]},
        changed={one["id"]: one["cause"] for one in changes["changed"]},
    )


def known_statements(
    deliveries: Iterable[tuple[int, Sequence[str], bool]], editions: Mapping[int, EditionIndex]
) -> ReaderKnowledge:
    """Work out what a reader knows from (edition, sections, surely arrived), oldest first.

    An edition that is no longer kept is passed over. A mail that surely arrived has told what was
    withdrawn or changed before it.
    """
    last, sure, maybe = 0, dict[str, str](), dict[str, str]()
    for number, slugs, arrived in deliveries:
        edition = editions.get(number)
        if edition is None:
            continue
        shown = edition.shown(slugs)
        if arrived:
            texts, last = edition.shown(()), number
            sure = {name: texts[name] for name in sure if name in texts} | shown
            maybe = {name: texts[name] for name in maybe if name in texts}
        maybe |= shown
    return ReaderKnowledge(last=last, sure=sure, maybe=maybe)


def cut_rendition(
    brief: Brief, slugs: Sequence[str], known: ReaderKnowledge, editions: Mapping[int, EditionIndex]
) -> Brief:
    """The brief as one reader gets it. Its counts and gaps are the whole brief's until derived
    again.

    What they were told before and has changed is among the changes whatever they choose now. The
    bottom line keeps what the whole brief opens with of these sections, which may be nothing.
    """
    chosen = select_sections(brief, slugs) if slugs else brief
    sections = tuple(_mark_section(section, known) for section in chosen.sections)
    cut = tuple(section.slug for section in sections) if slugs else ()
    return replace(
        chosen,
        sections=sections,
        changes=_changes_for_reader(brief, sections, known, editions),
        rendition=Rendition(sections=cut, baseline=known.last),
    )


def _mark_section(section: Section, known: ReaderKnowledge) -> Section:
    marked = (replace(one, change=_change_for_reader(one, known)) for one in section.statements)
    return replace(section, statements=tuple(marked))


def _changes_for_reader(
    brief: Brief,
    sections: Sequence[Section],
    known: ReaderKnowledge,
    editions: Mapping[int, EditionIndex],
) -> Changes:
    """What differs for a reader who gets `sections`; the rest of the brief says what still stands.

    Support, revisions and names are compared with the edition before, so only who knows that one
    is told of them.
    """
    states = {one.id: one.change for section in sections for one in section.statements}
    since = [editions[number] for number in sorted(editions, reverse=True) if known.last < number]
    own = Changes(
        previous=known.last,
        new=tuple(name for name, state in states.items() if state == "new"),
        changed=_changed_statements(brief, known, since),
        withdrawn=_withdrawn_statements(brief, known, since),
    )
    if known.last != brief.changes.previous:
        return own
    return replace(
        own,
        support=tuple(one for one in brief.changes.support if one.id in states),
        revised=brief.changes.revised,
        renamed=brief.changes.renamed,
    )


def _changed_statements(
    brief: Brief, known: ReaderKnowledge, since: Sequence[EditionIndex]
) -> tuple[Changed, ...]:
    causes = [edition.changed for edition in since]
    return tuple(
        Changed(
            id=one.id, was=known.sure[one.id], now=one.text, cause=_latest_cause(one.id, causes, "")
        )
        for one in _statements(brief).values()
        if _change_for_reader(one, known) == "changed"
    )


def _withdrawn_statements(
    brief: Brief, known: ReaderKnowledge, since: Sequence[EditionIndex]
) -> tuple[Changed, ...]:
    causes = [edition.withdrawn for edition in since]
    told = _statements(brief)
    return tuple(
        Changed(id=name, was=text, now="", cause=_latest_cause(name, causes, _GONE))
        for name, text in {**known.sure, **known.maybe}.items()
        if name not in told
    )


def _statements(brief: Brief) -> dict[str, Statement]:
    return {one.id: one for one in brief.statements}


def _change_for_reader(statement: Statement, known: ReaderKnowledge) -> Change:
    if statement.id not in known.sure:
        return "new"
    return "kept" if statement.text.split() == known.sure[statement.id].split() else "changed"


def _latest_cause(name: str, causes: Sequence[Mapping[str, str]], otherwise: str) -> str:
    """The latest cause that an edition states."""
    return next((found[name] for found in causes if found.get(name)), otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToldPart:
    """What the sections chosen tell: statements by id, and the passages they cite."""

    statements: frozenset[str]
    passages: frozenset[tuple[str, int]]

    def backs(self, one: Event | Position | Place | Judgement) -> bool:
        """All that it cites is cited there; what cites nothing is never backed."""
        places = {_citation_place(citation) for citation in one.citations}
        return bool(places) and places <= self.passages

    def holds(self, one: Event | Position) -> bool:
        """It is one of the statements, or rests on their passages."""
        return one.statement in self.statements or self.backs(one)

    def name_told(self, one: Row) -> Row:
        """It, naming no statement that stands in a section left out."""
        return one if one.statement in self.statements else replace(one, statement=None)


def select_sections(brief: Brief, slugs: Sequence[str]) -> Brief:
    """Keep the sections chosen and what rests on their passages, the other side of a difference
    with it.

    References keep their numbers, so that readers of different selections can talk of the same
    source. With a table all sources stay listed: it is made of them all.
    """
    sections = tuple(section for section in brief.sections if section.slug in slugs)
    told = _told_by(sections)
    tabled = any(section.columns for section in sections)
    chosen = replace(
        brief,
        sections=sections,
        bottom_line=tuple(name for name in brief.bottom_line if name in told.statements),
        actors=brief.actors if tabled else (),
        timeline=tuple(map(told.name_told, filter(told.holds, brief.timeline))),
        places=tuple(filter(told.backs, brief.places)),
        disagreements=tuple(
            replace(one, positions=tuple(map(told.name_told, one.positions)))
            for one in brief.disagreements
            if any(map(told.holds, one.positions))
        ),
        judgements=tuple(filter(told.backs, brief.judgements)),
        editor=_cut_editing(brief.editor, slugs),
    )
    return chosen if tabled else replace(chosen, sources=_cited_sources(chosen))


def _told_by(sections: Sequence[Section]) -> _ToldPart:
    return _ToldPart(
        statements=frozenset(one.id for section in sections for one in section.statements),
        passages=frozenset(
            _citation_place(one) for section in sections for one in section.citations
        ),
    )


def _cited_sources(brief: Brief) -> tuple[SourceEntry, ...]:
    """The sources that a brief without actors cites, and those that have no number."""
    documents = {citation.document for citation in _all_citations(brief)}
    return tuple(one for one in brief.sources if not one.number or one.id in documents)


def _cut_editing(editing: Editing | None, slugs: Sequence[str]) -> Editing | None:
    """What is said of an editor: who it is, and what became of its answers on the sections
    chosen.
    """
    if editing is None:
        return None
    return replace(editing, parts=tuple(one for one in editing.parts if one.reply.subject in slugs))


def _all_citations(brief: Brief) -> Iterator[Citation]:
    for section in brief.sections:
        yield from section.citations
    for difference in brief.disagreements:
        for side in difference.positions:
            yield from side.citations
    for cited in (brief.timeline, brief.places, brief.judgements):
        for one in cited:
            yield from one.citations


def _citation_place(citation: Citation) -> tuple[str, int]:
    return citation.document, citation.passage
