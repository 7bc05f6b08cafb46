"""What one reader gets: the sections they chose, and what is new since the edition they were last
sent.

What a reader was told is worked out from the editions that they were sent, so that a statement
withdrawn long after, from a section no longer chosen, in an edition that went to others only, is
told still.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.model import (
    Actor,
    Brief,
    Change,
    Changed,
    Changes,
    Citation,
    Editing,
    Rendition,
    Section,
    Statement,
)

Texts = Mapping[str, str]

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
    told_now = {
        statement.id: statement for section in brief.sections for statement in section.statements
    }
    chosen = select_sections(brief, slugs) if slugs else brief
    states = {
        statement.id: _change_for_reader(statement, known)
        for section in chosen.sections
        for statement in section.statements
    }
    since = [editions[number] for number in sorted(editions, reverse=True) if known.last < number]
    same = known.last == brief.changes.previous
    gone = {
        name: text for name, text in {**known.sure, **known.maybe}.items() if name not in told_now
    }
    altered = [
        one
        for name, one in told_now.items()
        if name in known.sure and _change_for_reader(one, known) == "changed"
    ]
    changes = Changes(
        previous=known.last,
        new=tuple(name for name, state in states.items() if state == "new"),
        changed=tuple(
            Changed(
                id=one.id,
                was=known.sure[one.id],
                now=one.text,
                cause=_latest_cause(one.id, [e.changed for e in since], ""),
            )
            for one in altered
        ),
        withdrawn=tuple(
            Changed(
                id=name,
                was=text,
                now="",
                cause=_latest_cause(name, [e.withdrawn for e in since], _GONE),
            )
            for name, text in gone.items()
        ),
        support=tuple(one for one in brief.changes.support if one.id in states and same),
        revised=brief.changes.revised if same else (),
        renamed=brief.changes.renamed if same else (),
    )
    sections = tuple(
        replace(
            section, statements=tuple(replace(s, change=states[s.id]) for s in section.statements)
        )
        for section in chosen.sections
    )
    cut = tuple(section.slug for section in sections) if slugs else ()
    given = Rendition(sections=cut, baseline=known.last)
    return replace(chosen, sections=sections, changes=changes, rendition=given)


def _change_for_reader(statement: Statement, known: ReaderKnowledge) -> Change:
    if statement.id not in known.sure:
        return "new"
    return "kept" if statement.text.split() == known.sure[statement.id].split() else "changed"


def _latest_cause(name: str, causes: Sequence[Mapping[str, str]], otherwise: str) -> str:
    """The latest cause that an edition states."""
    return next((found[name] for found in causes if found.get(name)), otherwise)


def select_sections(brief: Brief, slugs: Sequence[str]) -> Brief:
    """Keep the sections chosen and what rests on their passages, the other side of a difference
    with it.

    References keep their numbers, so that readers of different selections can talk of the same
    source. With a table all sources stay listed: it is made of them all.
    """
    sections = tuple(section for section in brief.sections if section.slug in slugs)
    statements = {statement.id for section in sections for statement in section.statements}
    cited = {
        _citation_place(citation)
        for section in sections
        for citation in _section_citations(section)
    }
    tabled = any(section.columns for section in sections)

    def backed(citations: Sequence[Citation]) -> bool:
        return bool(citations) and all(_citation_place(citation) in cited for citation in citations)

    chosen = replace(
        brief,
        sections=sections,
        bottom_line=tuple(name for name in brief.bottom_line if name in statements),
        actors=brief.actors if tabled else (),
        timeline=tuple(
            one for one in brief.timeline if one.statement in statements or backed(one.citations)
        ),
        places=tuple(one for one in brief.places if backed(one.citations)),
        disagreements=tuple(
            one
            for one in brief.disagreements
            if any(side.statement in statements or backed(side.citations) for side in one.positions)
        ),
        judgements=tuple(one for one in brief.judgements if backed(one.citations)),
        editor=_cut_editing(brief.editor, slugs),
    )
    documents = {citation.document for citation in _all_citations(chosen)}
    sources = tuple(
        entry for entry in brief.sources if tabled or not entry.number or entry.id in documents
    )
    return replace(chosen, sources=sources)


def _cut_editing(editing: Editing | None, slugs: Sequence[str]) -> Editing | None:
    """What is said of an editor: who it is, and what became of its answers on the sections
    chosen.
    """
    if editing is None:
        return None
    return replace(editing, parts=tuple(one for one in editing.parts if one.reply.subject in slugs))


def _of_actor(actor: Actor) -> list[Citation]:
    return [citation for role in actor.roles for citation in role.citations]


def _all_citations(brief: Brief) -> Iterator[Citation]:
    for section in brief.sections:
        yield from _section_citations(section)
    for actor in brief.actors:
        yield from _of_actor(actor)
    for difference in brief.disagreements:
        for side in difference.positions:
            yield from side.citations
    for cited in (brief.timeline, brief.places, brief.judgements):
        for one in cited:
            yield from one.citations


def _section_citations(section: Section) -> Iterator[Citation]:
    for statement in section.statements:
        yield from statement.citations
    for row in section.rows:
        for cell in row:
            yield from cell.citations


def _citation_place(citation: Citation) -> tuple[str, int]:
    return citation.document, citation.passage
