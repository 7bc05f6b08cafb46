"""The last touches to a tagged PDF: header cells that say what they head, links that say where they
lead.

WeasyPrint ties a table's cells to their headers but names no scope, and describes a link by the
name of its target, which is what a screen reader would then read out (ISO 14289-1, 7.5 and 7.18.5).
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefing.language.phrases import find_phrases

if TYPE_CHECKING:
    from briefing.render.view import PageView

_COLUMN, _ROW = "/Column", "/Row"


def describe_links(page: "PageView") -> dict[str, str]:
    """Say in words where each link inside the page leads, by its target."""
    # In this order: of two words for one target the last hold.
    return dict((*_describe_sections(page), *_describe_evidence(page), *_describe_lines(page)))


def _describe_sections(page: "PageView") -> Iterator[tuple[str, str]]:
    say = find_phrases(page.language).say
    for section in page.sections:
        yield section.anchor, say("link_section", number=section.number, title=section.title)


def _describe_evidence(page: "PageView") -> Iterator[tuple[str, str]]:
    say = find_phrases(page.language).say
    for source in page.evidence:
        yield source.anchor, say("link_evidence", heading=source.heading)
        for passage in source.passages:
            for back in passage.backs:
                yield back.target, say("link_back", label=back.label)
            yield passage.anchor, say("link_passage", label=passage.label)


def _describe_lines(page: "PageView") -> Iterator[tuple[str, str]]:
    say = find_phrases(page.language).say
    lines = [line for section in page.sections for line in section.lines]
    for line in lines:
        yield line.anchor, say("link_statement", label=line.label)
    for line in lines:
        for ref in (*line.refs, *line.relied):
            if ref.hint:
                yield ref.target, ref.hint


def finish_tags(objects: list[Any], words: Mapping[str, str]) -> None:
    """Change the objects of a PDF (pydyf's) in place: scopes for header cells, words for links
    inside the page.
    """
    for element in _all_dictionaries(objects):
        if element.get("S") == "/TH" and "A" in element:
            element["A"]["Scope"] = _scope_of(objects, element)
        if element.get("Subtype") == "/Link" and {"Contents", "Dest"} <= element.keys():
            said, target = element["Contents"], element["Dest"].string
            element["Contents"] = type(said)(words[target]) if target in words else said


def _scope_of(objects: list[Any], header: Mapping[str, Any]) -> str:
    """What a header cell is over: the column where it stands in the table's head, else the row."""
    row = _dictionary_at(objects, header["P"])
    group = _dictionary_at(objects, row["P"]) if row else None
    return _COLUMN if group and group.get("S") == "/THead" else _ROW


def _all_dictionaries(objects: list[Any]) -> Iterator[dict[str, Any]]:
    for one in objects:
        if isinstance(one, dict):
            yield one


def _dictionary_at(objects: list[Any], reference: bytes) -> dict[str, Any] | None:
    """The dictionary that "12 0 R" names."""
    found = objects[int(reference.split()[0])]
    return found if isinstance(found, dict) else None
