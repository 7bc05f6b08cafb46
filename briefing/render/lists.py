"""The tables of a page: sections' rows, actors, timeline, places and differences."""

from collections.abc import Sequence

from briefing.language.phrases import Phrases
from briefing.model import (
    Actor,
    Cell,
    Citation,
    Disagreement,
    Event,
    Place,
    Position,
    Section,
)
from briefing.render import wording
from briefing.render.plain import clean_line
from briefing.render.references import References
from briefing.render.view import (
    CellView,
    DifferenceView,
    SideView,
    Table,
    TableRow,
)


def view_cell(cell: Cell, names: References) -> CellView:
    """A cell; one that names a statement shows the statement's text and links to it."""
    statement = names.statements.get(cell.statement) if cell.statement else None
    return CellView(
        text=clean_line(cell.text or (statement.text if statement else "")),
        refs=names.refs(cell.citations or (statement.citations if statement else ())),
        link=names.link(cell.statement),
        language=names.tongue(cell.citations or (statement.citations if statement else ())),
    )


def section_table(section: Section, number: int, names: References) -> Table | None:
    """A section's rows as a table, or None where it has none. A column that is empty all the
    way is left out.
    """
    if not section.rows:
        return None
    told = [tuple(view_cell(c, names) for c in row) for row in section.rows]
    kept = [n for n, _ in enumerate(section.columns) if n == 0 or _is_column_filled(told, n)]
    return Table(
        name=f"rows-{number}",
        caption=clean_line(section.title),
        columns=tuple(names.words.retell(clean_line(section.columns[n])) for n in kept),
        rows=tuple(
            TableRow(anchor=f"r{number}-{place}", label=str(place), cells=_keep_cells(row, kept))
            for place, row in enumerate(told, 1)
        ),
    )


def _keep_cells(row: Sequence[CellView], kept: Sequence[int]) -> tuple[CellView, ...]:
    """The cells of the columns that are kept; a row may be short of some."""
    return tuple(row[n] for n in kept if n < len(row))


def _is_column_filled(rows: Sequence[Sequence[CellView]], place: int) -> bool:
    return any(_is_filled(row, place) for row in rows)


def _is_filled(row: Sequence[CellView], place: int) -> bool:
    return place < len(row) and bool(row[place].text or row[place].refs or row[place].link)


def actors_table(found: Sequence[Actor], names: References) -> Table | None:
    """The actors: name, role as stated, country or side, other spellings."""
    if not found:
        return None
    countries = any(actor.country for actor in found)
    heads = ("name", "role", *(("side",) if countries else ()), "spellings")
    return Table(
        name="actors",
        caption=names.words.say("actors"),
        columns=tuple(names.words.say(f"column_{head}") for head in heads),
        rows=tuple(
            _actor_row(number, actor, names, countries=countries)
            for number, actor in enumerate(found, 1)
        ),
    )


def _actor_row(number: int, actor: Actor, names: References, *, countries: bool) -> TableRow:
    roles = [clean_line(role.text) for role in actor.roles if role.text]
    cited = tuple(citation for role in actor.roles for citation in role.citations)
    unstated = names.words.say("not_stated")
    role = CellView(
        text=names.words.list_apart(list(dict.fromkeys(roles))) or unstated, refs=names.refs(cited)
    )
    country = (CellView(text=clean_line(actor.country) or unstated),) if countries else ()
    spellings = CellView(text=names.words.list_all([clean_line(one) for one in actor.aliases]))
    cells = (CellView(text=clean_line(actor.name)), role, *country, spellings)
    return TableRow(anchor=f"a{number}", label=str(number), cells=cells)


def timeline_table(events: Sequence[Event], names: References) -> Table | None:
    """The dated events in the order in which the brief holds them."""
    if not events:
        return None
    return Table(
        name="timeline",
        caption=names.words.say("timeline"),
        columns=(names.words.say("column_date"), names.words.say("column_event")),
        rows=tuple(_event_row(number, event, names) for number, event in enumerate(events, 1)),
    )


def _event_row(number: int, event: Event, names: References) -> TableRow:
    words = names.words
    opinion = words.say("opinion_piece")
    warned = [opinion in names.warned.get(c.document, ()) for c in event.citations]
    basis = words.find_word("basis", event.basis)
    wrong = any(names.corrected(citation) for citation in event.citations)
    note = words.list_all(
        [
            *([basis] if basis else []),
            *([opinion] if all(warned) and warned else []),
            *([words.say("corrected")] if wrong else []),
        ]
    )
    told = CellView(
        text=clean_line(event.text),
        refs=names.refs(event.citations),
        link=names.link(event.statement),
        language=names.tongue(event.citations),
    )
    cells = (CellView(text=wording.say_date(words, event.date)), told)
    return TableRow(anchor=f"t{number}", label=str(number), cells=cells, note=note)


def places_table(found: Sequence[Place], names: References) -> Table | None:
    """The places that are named, with their approximate positions."""
    if not found:
        return None
    return Table(
        name="places",
        caption=names.words.say("places"),
        columns=(names.words.say("column_place"), names.words.say("column_position")),
        rows=tuple(
            TableRow(
                anchor=f"p{number}",
                label=str(number),
                cells=(
                    CellView(text=clean_line(place.name), refs=names.refs(place.citations)),
                    CellView(text=position_words(names.words, place)),
                ),
            )
            for number, place in enumerate(found, 1)
        ),
    )


def position_words(words: Phrases, place: Place) -> str:
    """Say where a place lies, to a hundredth of a degree, or that it is not known."""
    if place.lat is None or place.lon is None:
        return words.say("not_known")
    north, east = "north" if place.lat >= 0 else "south", "east" if place.lon >= 0 else "west"
    lat, lon = words.decimal(abs(place.lat)), words.decimal(abs(place.lon))
    return words.say(f"position_{north}_{east}", north=lat, east=lon)


def _count_words(words: Phrases, side: Position) -> str:
    """Say a count with the days on which it is told and what became of it: "1,200 (3–9 March 2025),
    withdrawn"; "" where none is counted.
    """
    if not side.value:
        return ""
    number = words.say_count(side.value)
    days = f"{side.since}/{side.as_of}" if side.since else side.as_of
    dated = wording.say_date(words, days) if days else ""
    told = words.say("counted", number=number, date=dated) if dated else number
    if not side.standing:
        return told
    return words.say("value_settled", count=told, standing=words.say(f"value_{side.standing}"))


def view_differences(
    found: Sequence[Disagreement], names: References
) -> tuple[DifferenceView, ...]:
    """The disagreements, each side with who says it."""
    return tuple(
        DifferenceView(
            anchor=f"d{number}",
            label=str(number),
            topic=names.words.retell(clean_line(difference.topic)),
            sides=tuple(
                SideView(
                    voice=names.words.list_apart(
                        list(dict.fromkeys(_side_voice(c, names) for c in side.citations))
                    ),
                    count=_count_words(names.words, side),
                    text=names.words.retell(clean_line(side.text)),
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
    words = names.words
    said = wording.say_voice(words, citation.attribution, names.source(citation.document))
    known = (
        *names.warned.get(citation.document, ()),
        *([words.say("corrected")] if names.corrected(citation) else []),
        *filter(None, [names.older.get(citation.document, "")]),
    )
    return words.say("warned", voice=said, warnings=words.list_all(known)) if known else said
