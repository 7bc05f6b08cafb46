"""What can be asked of a reader's copy: a brief cut to the sections that its reader chose, as it
says itself.

A cut keeps the statements, the numbers and the opening of the whole, so what depends on the whole
(the next free number, the first mention of a place, which article is a version of which) can't be
worked out from the cut alone. What is left is asked here; the whole edition, where it is on record,
answers for the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefing.compose.bottom_line import stands_alone
from briefing.compose.derive import derive_brief
from briefing.deliver.selection import select_sections
from briefing.model import Brief, Place, Rendition
from briefing.registry.rules import find_rules
from briefing.render.json import write_node
from briefing.stages import SectionKind

_PERSONAL = (
    "changes",
    "bottom_line",
    "edition",
    "rendition",
)  # what a copy says otherwise than its edition


def cut_slugs(brief: Brief) -> tuple[str, ...]:
    """The sections that a brief was cut to, by its own word; empty for a whole one."""
    return brief.rendition.sections if brief.rendition else ()


def lists_every_source(brief: Brief) -> bool:
    """Whether a brief lists every source: a cut does where it has a table, which is made of
    all.
    """
    return not cut_slugs(brief) or any(section.columns for section in brief.sections)


def copy_faults(brief: Brief) -> Iterator[str]:
    """What is wrong with a copy by itself: nothing where the brief is a whole edition."""
    given = brief.rendition
    if given is None:
        return
    if given.sections and given.sections != tuple(section.slug for section in brief.sections):
        yield "the sections are not those that it says it was cut to"
    if brief.edition is None or not brief.edition.number:
        yield "it is a reader's copy of no edition"
    if given.baseline != brief.changes.previous:
        yield "what is new in it is not counted from the edition that it says"


def copy_note(given: Rendition) -> str:
    """Say what a copy is, so that nobody takes it for the whole."""
    what = f"cut to {', '.join(given.sections)}" if given.sections else "of all sections"
    since = f"brief {given.baseline}" if given.baseline else "nothing before"
    return f"a reader's copy, {what}, new since {since}: not the edition itself"


def keeps_numbers(brief: Brief) -> bool:
    """Whether the sources keep numbers of the whole: rising, each once, none cited without."""
    numbers = [entry.number for entry in brief.sources]
    given = [number for number in numbers if number]
    return given == sorted(set(given)) and all(
        entry.number for entry in brief.sources if entry.cited
    )


def opens_rightly(brief: Brief) -> bool:
    """Whether the opening is of told statements that can stand there, each once."""
    told = {statement.name: statement for statement in brief.statements}
    documents = {entry.id: entry.document for entry in brief.sources}
    for name in brief.bottom_line:
        statement = told.pop(name, None)
        document = documents.get(statement.citations[0].document) if statement else None
        if statement is None or document is None or not stands_alone(statement, document):
            return False
    return True


def is_placed(brief: Brief, place: Place) -> bool:
    """Whether a place is one that the desk pinned, cited by one of its spellings."""
    return any(
        (pin.kind, pin.name, pin.lat, pin.lon) == ("place", place.name, place.lat, place.lon)
        and place.basis == "config"
        and len(place.citations) == 1
        and place.citations[0].quote in {pin.name, *pin.aliases}
        for pin in brief.names
    )


def shared_content(
    brief: Brief, cut: Rendition | None, configured: Mapping[str, SectionKind]
) -> dict[str, Any]:
    """Give all that a brief, cut as `cut` says, tells every reader alike: a copy and its edition
    compare by this.
    """
    rules = find_rules(brief, configured)
    chosen = select_sections(brief, cut.sections) if cut is not None and cut.sections else brief
    sections = tuple(
        replace(
            section, statements=tuple(replace(one, change="kept") for one in section.statements)
        )
        for section in chosen.sections
    )
    node: dict[str, Any] = write_node(derive_brief(replace(chosen, sections=sections), rules))
    return {key: value for key, value in node.items() if key not in _PERSONAL}
