"""The tables of a page: sections' rows, actors, timeline, places, differences and sources."""

from collections.abc import Sequence

from briefing.model import (
    Actor,
    Brief,
    Cell,
    Citation,
    Disagreement,
    Document,
    Event,
    Known,
    Place,
    Position,
    Section,
    SourceEntry,
)
from briefing.render import references, wording
from briefing.render.plain import clean_line, safe_web_link
from briefing.render.references import References
from briefing.render.view import (
    CellView,
    DifferenceView,
    Fact,
    SideView,
    SourceView,
    Table,
    TableRow,
)

DIGEST_DIGITS = 12
_FIELDS = ("outlet", "author", "title", "published", "kind")
_SHOWN = 120  # sources up to which those are listed too that are not cited


def view_cell(cell: Cell, names: References) -> CellView:
    """A cell; one that names a statement shows the statement's text and links to it."""
    statement = names.statements.get(cell.statement) if cell.statement else None
    return CellView(
        text=clean_line(cell.text or (statement.text if statement else "")),
        refs=names.refs(cell.citations or (statement.citations if statement else ())),
        link=names.link(cell.statement),
    )


def section_table(section: Section, number: int, names: References) -> Table | None:
    """A section's rows as a table, or None where it has none. A column that is empty all the
    way is left out.
    """
    if not section.rows:
        return None
    told = [tuple(view_cell(c, names) for c in row) for row in section.rows]
    kept = [
        n
        for n, _ in enumerate(section.columns)
        if n == 0 or any(_is_filled(row, n) for row in told)
    ]
    return Table(
        name=f"rows-{number}",
        caption=clean_line(section.title),
        columns=tuple(clean_line(section.columns[n]) for n in kept),
        rows=tuple(
            TableRow(
                anchor=f"r{number}-{place}",
                label=str(place),
                cells=tuple(row[n] for n in kept if n < len(row)),
            )
            for place, row in enumerate(told, 1)
        ),
    )


def _is_filled(row: Sequence[CellView], place: int) -> bool:
    return place < len(row) and bool(row[place].text or row[place].refs or row[place].link)


def actors_table(found: Sequence[Actor], names: References) -> Table | None:
    """The actors: name, role as stated, country or side, other spellings."""
    if not found:
        return None
    countries = any(actor.country for actor in found)
    columns = (
        "Name",
        "Role, as stated",
        *(("Country or side",) if countries else ()),
        "Other spellings",
    )
    return Table(
        name="actors",
        caption="Actors",
        columns=columns,
        rows=tuple(
            _actor_row(number, actor, names, countries=countries)
            for number, actor in enumerate(found, 1)
        ),
    )


def _actor_row(number: int, actor: Actor, names: References, *, countries: bool) -> TableRow:
    roles = [clean_line(role.text) for role in actor.roles if role.text]
    cited = tuple(citation for role in actor.roles for citation in role.citations)
    role = CellView(text="; ".join(dict.fromkeys(roles)) or "not stated", refs=names.refs(cited))
    country = (CellView(text=clean_line(actor.country) or "not stated"),) if countries else ()
    spellings = CellView(text=", ".join(clean_line(alias) for alias in actor.aliases))
    cells = (CellView(text=clean_line(actor.name)), role, *country, spellings)
    return TableRow(anchor=f"a{number}", label=str(number), cells=cells)


def timeline_table(events: Sequence[Event], names: References) -> Table | None:
    """The dated events in the order in which the brief holds them."""
    if not events:
        return None
    return Table(
        name="timeline",
        caption="Timeline",
        columns=("Date", "Event"),
        rows=tuple(_event_row(number, event, names) for number, event in enumerate(events, 1)),
    )


def _event_row(number: int, event: Event, names: References) -> TableRow:
    warned = [set(names.warned.get(c.document, ())) for c in event.citations]
    opinion = warned and all("opinion piece" in one for one in warned)
    note = ", ".join(
        [
            *([event.basis] if event.basis in {"inferred", "reported"} else []),
            *(["opinion piece"] if opinion else []),
        ]
    )
    told = CellView(
        text=clean_line(event.text),
        refs=names.refs(event.citations),
        link=names.link(event.statement),
    )
    cells = (CellView(text=wording.say_date(event.date)), told)
    return TableRow(anchor=f"t{number}", label=str(number), cells=cells, note=note)


def places_table(found: Sequence[Place], names: References) -> Table | None:
    """The places that are named, with their approximate positions."""
    if not found:
        return None
    return Table(
        name="places",
        caption="Places",
        columns=("Place", "Position (approximate)"),
        rows=tuple(
            TableRow(
                anchor=f"p{number}",
                label=str(number),
                cells=(
                    CellView(text=clean_line(place.name), refs=names.refs(place.citations)),
                    CellView(text=position_words(place)),
                ),
            )
            for number, place in enumerate(found, 1)
        ),
    )


def position_words(place: Place) -> str:
    """Say where a place lies, to a hundredth of a degree, or that it is not known."""
    if place.lat is None or place.lon is None:
        return "not known"
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def _count_words(side: Position) -> str:
    """Say a count with the day as of which it is told: "1,200 (3 March 2025)"; "" where none is
    counted.
    """
    if not side.value:
        return ""
    number = f"{int(side.value):,}" if side.value.isdigit() else side.value
    return f"{number} ({wording.say_date(side.as_of)})" if side.as_of else number


def view_differences(
    found: Sequence[Disagreement], names: References
) -> tuple[DifferenceView, ...]:
    """The disagreements, each side with who says it."""
    return tuple(
        DifferenceView(
            anchor=f"d{number}",
            label=str(number),
            topic=clean_line(difference.topic),
            sides=tuple(
                SideView(
                    voice="; ".join(dict.fromkeys(_side_voice(c, names) for c in side.citations)),
                    count=_count_words(side),
                    text=clean_line(side.text),
                    refs=names.refs(side.citations),
                    link=names.link(side.statement) or names.retold(side.citations),
                )
                for side in difference.positions
            ),
        )
        for number, difference in enumerate(found, 1)
    )


def _side_voice(citation: Citation, names: References) -> str:
    """Say whose words a side of a disagreement carries, what a reader must know of the source, and
    how old it is.
    """
    said = wording.say_voice(citation.attribution, names.source(citation.document))
    known = (
        *names.warned.get(citation.document, ()),
        *filter(None, [names.older.get(citation.document, "")]),
    )
    return f"{said} ({', '.join(known)})" if known else said


def view_sources(brief: Brief) -> tuple[SourceView, ...]:
    """The source list by number, sources that are never cited last, and of those only so
    many.
    """
    families: dict[str, list[int]] = {}
    for entry, _ in _known_sources(brief):
        if entry.family and entry.number:
            families.setdefault(entry.family, []).append(entry.number)
    return tuple(
        _view_source(entry, document, families) for entry, document in _shown_sources(brief)
    )


def more_sources(brief: Brief) -> str:
    """Say how many sources were read and stand in no list that a reader sees; "" for none."""
    count = brief.unlisted + len(_known_sources(brief)) - len(_shown_sources(brief))
    apart = brief.unrelated.count if brief.unrelated else 0
    told = []
    if count:
        were = "sources were read and are" if count > 1 else "source was read and is"
        told.append(f"{count} more {were} not cited")
    if apart:
        told.append(f"{apart} {'articles are' if apart > 1 else 'article is'} not about this brief")
    return f"{'; '.join(told)}; “briefing sources” lists every one." if told else ""


def _known_sources(brief: Brief) -> list[tuple[SourceEntry, Document]]:
    known = [(entry, entry.document) for entry in brief.sources if entry.document]
    return sorted(known, key=lambda pair: (pair[0].number == 0, pair[0].number, pair[1].locator))


def _shown_sources(brief: Brief) -> list[tuple[SourceEntry, Document]]:
    return [
        pair for place, pair in enumerate(_known_sources(brief)) if pair[0].number or place < _SHOWN
    ]


def _view_source(
    entry: SourceEntry, document: Document, families: dict[str, list[int]]
) -> SourceView:
    others = [number for number in families.get(entry.family or "", []) if number != entry.number]
    kind = wording.capitalise(wording.say_fact(document.kind, "kind not known"))
    return SourceView(
        number=entry.number,
        label=str(entry.number) if entry.number else "–",
        anchor=references.source_anchor(entry.number) if entry.number else "",
        outlet=wording.capitalise(wording.say_fact(document.outlet, wording.UNSTATED)),
        author=wording.say_fact(document.author, "no byline"),
        title=wording.say_fact(document.title, "untitled"),
        date=_say_appearance(document),
        kind=kind + (", translated" if document.translated else ""),
        language=wording.say_language(document.language),
        reliability=wording.say_grade(document.reliability),
        reason=clean_line(document.note or ""),
        caveats=tuple(clean_line(caveat) for caveat in document.caveats),
        relation=_relation_words(entry.relation, others),
        path=clean_line(document.path or ""),
        url=clean_line(document.url or ""),
        link=safe_web_link(document.url),
        retrieved=wording.say_date(document.retrieved) or "not recorded",
        digest=document.revision[:DIGEST_DIGITS],
        inferred=clean_line("; ".join(_inferred_facts(document))),
        cited=entry.cited,
        evidence=f"evidence-{entry.number}" if entry.number else "",
    )


def _say_appearance(document: Document) -> str:
    """When a document appeared, else what is known of its last change."""
    published, updated = document.published, document.updated
    if published is not None:
        when = wording.capitalise(wording.say_date(published.value))
        return when + (" (inferred)" if published.basis == "inferred" else "")
    later = f", updated {wording.say_date(updated.value)}" if updated else ""
    return wording.capitalise("undated") + later


def _inferred_facts(document: Document) -> list[str]:
    """The facts of a document that are inferred, each with what it is inferred from."""
    facts: list[tuple[str, Known | None]] = [(name, getattr(document, name)) for name in _FIELDS]
    return [
        f"{name} ({known.note})"
        for name, known in facts
        if known and known.note and known.basis == "inferred"
    ]


def _relation_words(relation: str | None, others: Sequence[int]) -> str:
    if not others or relation not in ("version", "syndicated"):
        return ""
    named = wording.join_words([str(number) for number in others])
    same = "version of the same article as" if relation == "version" else "same syndicated text as"
    return f"{same} {named}; counts once"


def second_hand(brief: Brief, names: References) -> str:
    """Say what reaches the brief at second hand: each origin once, the outlets that pass it on, and
    where; "" for none.

    An origin is a medium, office or agency that is reported to have said it: a person or a claim
    stands for itself.
    """
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for statement in (s for section in brief.sections for s in section.statements):
        for c in statement.citations:
            said = c.attribution
            listed = said.outlet or f"source {names.source(c.document)}"
            # Where the article passes another outlet on, that one is the origin.
            origin, outlet = (
                (said.outlet, said.relayed_by)
                if said.relayed_by
                else (said.speaker if said.kind == "reported" else "", listed)
            )
            if origin and origin.casefold() != outlet.casefold():
                through, places = found.setdefault(clean_line(origin), ({}, {}))
                through[clean_line(outlet)] = None
                places[names.links[statement.id or statement.key].label] = None
    told = [
        f"{origin} through {wording.join_words(list(through))} ({', '.join(places)})"
        for origin, (through, places) in found.items()
    ]
    return (
        f"At second hand: {'; '.join(told)}. None counts as an outlet of its own." if told else ""
    )


def quarantined_facts(brief: Brief) -> tuple[Fact, ...]:
    """The sources that could not be read, with the reason."""
    found = [entry.quarantined for entry in brief.sources if entry.quarantined]
    return tuple(
        Fact(label=clean_line(q.path or q.locator), value=clean_line(q.reason)) for q in found
    )
