"""Persons and bodies across articles: one entry each, every spelling, every role as stated."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language import wordlist
from briefing.language.following import passage_at
from briefing.languages.en import names
from briefing.languages.en.names import Pinned
from briefing.model import Attribution, Cell, Citation, Entity, Reading, Span

_WORDS = wordlist.read("en", "words/small_words")
_IN_ROLES = _WORDS.words("in roles")
_ACTING = _WORDS.words("acting")
_SPELLINGS = _WORDS.rows("spellings")
_Group = list[tuple[Reading, Entity]]
_ROLES = 2  # roles shown for one person; more are in the evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person or body of the cluster: each article's entity for it, in order of the articles."""

    name: str
    kind: str
    seen: tuple[tuple[Reading, Entity], ...]
    mentions: int
    pinned: Pinned | None


def gather_people(
    readings: Sequence[Reading], pinned: Sequence[Pinned], kind: str
) -> tuple[Person, ...]:
    """Join the entities of one kind across articles; two who only share a surname stay two.

    The first article's entity that fits takes a later one in; full names only, so that a bare
    surname never decides. "X Jr." is "X" unless an article names both.
    """
    people = [_make_person(tuple(group), pinned) for group in _group_entities(readings, kind)]
    return tuple(
        sorted(
            people, key=lambda p: (-len({r.document.id for r, _ in p.seen}), -p.mentions, p.name)
        )
    )


def _group_entities(readings: Sequence[Reading], kind: str) -> list[_Group]:
    """The entities of one kind, those of one person or body together, the first article's first."""
    related = any(_tells_namesakes(reading) for reading in readings)
    groups: list[_Group] = []
    alike: dict[str, list[_Group]] = {}
    for reading, entity in _full_names(readings, kind):
        near = alike.setdefault(names.surname_bones(entity.name), [])
        group = next(
            (g for g in near if _is_same(g[0][1].name, entity.name, related=related)), None
        )
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append((reading, entity))
    return groups


def _full_names(readings: Sequence[Reading], kind: str) -> Iterator[tuple[Reading, Entity]]:
    """The entities of one kind that are called by more than a surname."""
    for reading in readings:
        for entity in reading.entities:
            if entity.kind == kind and (kind != "person" or " " in entity.name):
                yield reading, entity


def _tells_namesakes(reading: Reading) -> bool:
    """Whether an article names two who are one but for "Jr."."""
    people = [one.name for one in reading.entities if one.kind == "person"]
    younger = [name for name in people if names.generation_of(names.name_parts(name))]
    return any(names.are_namesakes(one, other) for one in younger for other in people)


def _is_same(one: str, other: str, *, related: bool) -> bool:
    return names.same_person(one, other) or (not related and names.are_namesakes(one, other))


def _make_person(seen: tuple[tuple[Reading, Entity], ...], pinned: Sequence[Pinned]) -> Person:
    """Name one group: the desk's spelling, else the one most articles use, else the first."""
    spellings = Counter(entity.name for _, entity in seen)
    pin = next(
        (
            p
            for p in pinned
            if any(names.same_person(p.name, s) or s in p.aliases for s in spellings)
        ),
        None,
    )
    common = spellings.most_common(1)[0][0]  # of equally frequent ones the first seen
    mentions = sum(
        sum(mention.entity == entity.key for mention in reading.mentions)
        for reading, entity in seen
    )
    return Person(
        name=pin.name if pin else common,
        kind=seen[0][1].kind,
        seen=seen,
        mentions=mentions,
        pinned=pin,
    )


def person_aliases(person: Person) -> tuple[str, ...]:
    """The other full spellings in the articles, each once, in order of first use."""
    found: dict[str, None] = {}
    for _, entity in person.seen:
        for form in (entity.name, *entity.forms):
            if " " in form and form != person.name:
                found[form] = None
    return tuple(found)


def person_roles(person: Person) -> tuple[Cell, ...]:
    """The roles as the articles state them, different ones only, each with its citation."""
    cells: dict[str, Cell] = {}
    for reading, entity in person.seen:
        if entity.role is not None:
            text = reading.document.text[entity.role.start : entity.role.end]
            folded = " ".join(text.split()).strip(" ,")
            if not any(_same_role(folded, other) for other in cells):
                cells[folded] = Cell(text=folded, citations=(cite_span(reading, entity.role),))
    return tuple(cells.values())[:_ROLES]


def holds_office(reading: Reading, entity: Entity) -> bool:
    """Whether the role that an article gives somebody is an office in which one acts."""
    if entity.role is None:
        return False
    role = reading.document.text[entity.role.start : entity.role.end]
    return not _role_words(role).isdisjoint(_ACTING)


def _same_role(left: str, right: str) -> bool:
    """Whether two roles share their words but for small ones, spelling and order."""
    a, b = _role_words(left), _role_words(right)
    return a <= b or b <= a


def _role_words(role: str) -> frozenset[str]:
    """Fold a role to its words; British and American spellings count as one."""
    plain = role.lower().replace(",", " ")
    for american, british in _SPELLINGS:
        plain = plain.replace(american, british)
    return frozenset(plain.split()) - _IN_ROLES


def cite_span(reading: Reading, span: Span) -> Citation:
    """Cite a stretch of an article as a table's evidence."""
    document = reading.document
    passage = passage_at(reading, span.start) or reading.passages[0]
    return Citation(
        document=document.id,
        passage=passage.number,
        start=span.start,
        end=span.end,
        quote=document.text[span.start : span.end],
        role="basis",
        attribution=Attribution(outlet=document.outlet.value if document.outlet else ""),
    )
