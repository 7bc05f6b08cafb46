"""The table of actors, and the statements about what they did."""

from dataclasses import dataclass

from briefing.model import Cell, Shortlist, Wanted
from briefing.offer.material import Material, room, serving, shared_room
from briefing.offer.people import Person, aliases, cite, gather, roles

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

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    rows: int = 12
    introduction: str = ""
    older: bool = True

    def __call__(self, material: Material) -> Shortlist:
        """Give the table's rows, most named first, and the statements that may stand beside it."""
        ranked = serving(material, self.slug, older=self.older)
        people = tuple(p for p in gather(material.readings, material.pinned, "person") if _acts(p))
        return Shortlist(
            wanted=Wanted(
                slug=self.slug,
                title=self.title,
                kind="actors",
                tags=self.tags,
                rows=self.rows,
                statements=room(self.statements, material),
                shared=shared_room(self.statements, material),
                words=self.words,
                introduction=self.introduction,
            ),
            ranked=ranked,
            columns=COLUMNS,
            rows=tuple(_row(person) for person in people[: self.rows]),
            considered={"persons": len(people)},
        )


def _acts(person: Person) -> bool:
    """Tell whether a person belongs in the table: a role is stated, and they are no passing name and no mere source."""
    stated = any(entity.role is not None for _, entity in person.seen)
    return (
        stated and (person.mentions > 1 or person.pinned is not None) and not _only_speaks(person)
    )


def _only_speaks(person: Person) -> bool:
    """Tell whether every article that names them does so as the one whose view it asked for."""
    for reading, entity in person.seen:
        said = sum(speech.entity == entity.key for speech in reading.speech)
        named = sum(mention.entity == entity.key for mention in reading.mentions)
        judged = any(
            speech.entity == entity.key and speech.kind == "judgement" for speech in reading.speech
        )
        if not said or not judged or said * 2 < named:
            return False
    return True


def _row(person: Person) -> tuple[Cell, ...]:
    """Give one row: name, role, side, other spellings."""
    reading, entity = person.seen[0]
    stated = roles(person)
    return (
        Cell(text=person.name, citations=(cite(reading, entity.first),)),
        Cell(
            text="; ".join(cell.text for cell in stated),
            citations=tuple(c for cell in stated for c in cell.citations),
        ),
        Cell(text=person.pinned.country if person.pinned else ""),
        Cell(
            text=", ".join(aliases(person)),
            citations=tuple(cite(r, e.first) for r, e in person.seen if e.name != person.name),
        ),
    )
