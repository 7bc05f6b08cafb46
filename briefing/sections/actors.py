"""The table of actors, and the statements about what they did."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from briefing.language import late
from briefing.model import (
    Actor,
    Candidate,
    Cell,
    EntityKind,
    Gap,
    Pinned,
    Ranking,
    Reading,
    Section,
    SectionTable,
)
from briefing.offer.bodies import gather_bodies, is_acting_body, name_short_forms
from briefing.offer.material import Material, serving_candidates
from briefing.offer.people import (
    Person,
    cite_span,
    gather_people,
    holds_office,
    person_aliases,
    person_roles,
)
from briefing.sections.reading_order import order_by_article
from briefing.sections.tables import compare_tables

_WORD = late.pattern(r"\w+")
_OFTEN = 4  # times an article names somebody it is about, whose role it may not state
_BODIES = 3  # of so many rows one is kept for a body where there are more persons than rows
COLUMNS = ("Name", "Role, as stated", "Side", "Other spellings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Who acts: a table with one row a person or body, and statements on what they did.

    slug: short name of the section.
    title: its heading.
    tags: which passages serve it; none means all.
    statements: how many statements beside the table at most; not given, the
        sections share four pages.
    words: how many words of statements at most; given, it replaces `statements`.
    rows: how many rows the table has at most.
    introduction: Markdown of the analyst's that stands before the table.
    older: whether articles from before the window may serve it.
    """

    kind: ClassVar[str] = "actors"
    views: ClassVar[bool] = False
    signals: ClassVar[tuple[str, ...]] = ("@person+office^1.5", "@meeting", "@statement^0.5")

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    rows: int = 12
    introduction: str = ""
    older: bool = True

    def rank(self, material: Material) -> Ranking:
        """The statements that may stand beside the table: those that name or quote somebody in it,
        or whom two articles name; all of them where the articles have no such.
        """
        ranked = serving_candidates(material, self.slug, older=self.older)
        known = _known_actors(material)
        acting = tuple(one for one in ranked if _names_actor(one.candidate, known))
        return Ranking(
            ranked=acting if known else ranked,
            considered={"without an actor": len(ranked) - len(acting)},
        )

    def order(self, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Order article by article, the strongest statement's first."""
        return order_by_article(chosen)

    def table(self, readings: Sequence[Reading], pinned: Sequence[Pinned]) -> SectionTable:
        """One row for each who acts: persons, then bodies, each most named first."""
        people = tuple(p for p in gather_people(readings, pinned, "person") if _belongs_in_table(p))
        bodies = tuple(b for b in gather_bodies(readings, pinned) if is_acting_body(b))
        first = _count_persons(len(people), len(bodies), self.rows)
        shown = (*people[:first], *bodies[: self.rows - first])
        return SectionTable(
            columns=COLUMNS,
            rows=tuple(_make_row(one) for one in shown),
            considered={"persons": len(people), "bodies": len(bodies)},
        )

    def actors(self, section: Section) -> tuple[Actor, ...]:
        """Each row as data; a row of another shape is passed over, and fails to prove."""
        persons, bodies = (int(section.considered.get(one, 0)) for one in ("persons", "bodies"))
        first = _count_persons(persons, bodies, len(section.rows)) if bodies else len(section.rows)
        return tuple(
            _read_actor(row, "person" if number < first else "body")
            for number, row in enumerate(section.rows)
            if len(row) == len(COLUMNS)
        )

    def gaps(self, section: Section) -> tuple[Gap, ...]:
        """Talks without a decision; nothing told, or one outlet only."""
        from briefing.compose import gaps  # noqa: PLC0415 - slow to import

        return (*gaps.find_undecided(section), *gaps.find_thin(section))

    def faults(
        self, section: Section, readings: Sequence[Reading], pinned: Sequence[Pinned]
    ) -> tuple[str, ...]:
        """Rows other than the first that these articles give, as many as are stated."""
        made = replace(self, rows=len(section.rows)).table(readings, pinned)
        stated = {name: section.considered.get(name) for name in made.considered}
        counted = stated == made.considered or "bodies" not in section.considered
        return compare_tables(made, section) or (
            () if counted else ("its counts are not those of the articles",)
        )


def _known_actors(material: Material) -> frozenset[str]:
    """The words by which those are called of whom a section of actors may tell: the surnames of
    persons, the names of bodies and what articles call them for short.
    """
    people = gather_people(material.readings, material.pinned, "person")
    bodies = filter(is_acting_body, gather_bodies(material.readings, material.pinned))
    acting = (one for one in people if _belongs_in_table(one) or _is_widely_named(one))
    forms = (form for body in bodies for _, entity in body.seen for form in entity.forms)
    return frozenset((*(one.name.split()[-1] for one in acting), *forms))


def _is_widely_named(person: Person) -> bool:
    """Whether two articles name a person."""
    return len({reading.document.id for reading, _ in person.seen}) > 1


def _names_actor(candidate: Candidate, known: Collection[str]) -> bool:
    """Whether a statement names, or is said by, somebody who is called one of `known`."""
    statement = candidate.statement
    voices = (one.attribution.speaker for one in statement.bases)
    told = " ".join((statement.text, *voices))
    words = frozenset(_WORD.findall(told))
    return any(name in words or (" " in name and name in told) for name in known)


def _count_persons(persons: int, bodies: int, rows: int) -> int:
    """How many rows are persons': all that there is room for, and a part is kept for bodies."""
    return min(persons, max(rows - bodies, rows - rows // _BODIES))


def _belongs_in_table(person: Person) -> bool:
    """Whether a person belongs in the table: a role is stated or they are named again and again,
    and they are no passing name (named twice, or heard in an office) and no mere source.
    """
    stated = any(entity.role is not None for _, entity in person.seen)
    often = person.mentions >= _OFTEN * len(person.seen)
    named = person.mentions > 1 or person.pinned is not None or _speaks_in_office(person)
    return (stated or often) and named and not _only_speaks(person)


def _speaks_in_office(person: Person) -> bool:
    """Whether an article gives a person an office and tells what they say."""
    return any(
        holds_office(reading, entity)
        and any(speech.entity == entity.key for speech in reading.speech)
        for reading, entity in person.seen
    )


def _only_speaks(person: Person) -> bool:
    """Whether every article that names them does so as the one whose view it asked for."""
    for reading, entity in person.seen:
        said = sum(speech.entity == entity.key for speech in reading.speech)
        named = sum(mention.entity == entity.key for mention in reading.mentions)
        judged = any(
            speech.entity == entity.key and speech.kind == "judgement" for speech in reading.speech
        )
        if not said or not judged or said * 2 < named:
            return False
    return True


def _make_row(person: Person) -> tuple[Cell, ...]:
    """One row: name, role, side, other spellings."""
    reading, entity = person.seen[0]
    stated = person_roles(person)
    return (
        Cell(text=person.name, citations=(cite_span(reading, entity.first),)),
        _join_cells("; ", stated),
        Cell(text=person.pinned.country if person.pinned else ""),
        _join_cells(", ", name_short_forms(person)) if person.kind == "body" else _spell(person),
    )


def _join_cells(between: str, cells: Sequence[Cell]) -> Cell:
    return Cell(
        text=between.join(cell.text for cell in cells),
        citations=tuple(cited for cell in cells for cited in cell.citations),
    )


def _spell(person: Person) -> Cell:
    """A person's other spellings, with an article for each."""
    return Cell(
        text=", ".join(person_aliases(person)),
        citations=tuple(
            cite_span(r, e.first)
            for r, e in person.seen
            if e.name != person.name or person.name not in e.forms
        ),
    )


def _read_actor(row: tuple[Cell, ...], kind: EntityKind) -> Actor:
    """Read a row back as data."""
    name, role, side, spellings = row
    return Actor(
        name=name.text,
        kind=kind,
        aliases=tuple(part for part in spellings.text.split(", ") if part),
        country=side.text,
        roles=(replace(role, citations=role.citations or name.citations),) if role.text else (),
    )
