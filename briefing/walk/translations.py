"""The desk's translations beside what is told in another language; none is ever made here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.languages import primary_code
from briefing.model import Brief, Citation, Reading, Statement, Translation
from briefing.settings import analyst, seals
from briefing.settings.reviewed import Rendered
from briefing.walk.decisions import passage_texts

Place = tuple[str, int]
"""A document's id and the number of a passage of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The translations that hold, by passage, and the passages' own words."""

    entries: Mapping[Place, Sequence[Rendered]]
    words: Mapping[Place, str]

    def translate_statement(self, statement: Statement) -> Statement:
        """The statement with what the desk has of the quotes that it is made of."""
        found = (
            self._translate_quote(number, citation)
            for number, citation in enumerate(statement.citations)
            if citation.role == "basis"
        )
        told = tuple(one for one in found if one is not None)
        return replace(statement, translations=told) if told else statement

    def _translate_quote(self, number: int, citation: Citation) -> Translation | None:
        """What the desk has of a quote: of its very words, else of its whole passage."""
        place = citation.document, citation.passage
        quoted, passage = _fold(citation.quote), _fold(self.words.get(place, ""))
        for entry in self.entries.get(place, ()):
            if quoted == (_fold(entry.quote) or passage):
                return Translation(citation=number, text=entry.text, by=entry.by)
        for entry in self.entries.get(place, ()):
            if not entry.quote:
                return Translation(citation=number, text=entry.text, by=entry.by, whole=True)
        return None


def add_translations(brief: Brief, file: analyst.Analyst, readings: Sequence[Reading]) -> Brief:
    """The brief with the desk's translations of what it tells in other languages than its own.

    A stale entry gives nothing: `stale_warnings` says so.
    """
    if not file.translations:
        return brief
    rendering = _list_renderings(brief, file, readings)
    return replace(
        brief,
        sections=tuple(
            replace(
                section,
                statements=tuple(map(rendering.translate_statement, section.statements)),
            )
            for section in brief.sections
        ),
    )


def _list_renderings(brief: Brief, file: analyst.Analyst, readings: Sequence[Reading]) -> Rendering:
    own = primary_code(brief.frame.language)
    foreign = [one for one in readings if primary_code(one.document.language or own) != own]
    by_path = {one.document.path or one.document.locator: one.document.id for one in foreign}
    texts = passage_texts(foreign)
    entries: dict[Place, list[Rendered]] = {}
    for entry in file.translations:
        at = seals.find_anchor(entry, texts)
        if not at.stale and at.passage is not None:
            entries.setdefault((by_path[entry.path], at.passage), []).append(entry)
    return Rendering(entries=entries, words=_list_words(texts, by_path))


def _list_words(texts: seals.Texts, by_path: Mapping[str, str]) -> dict[Place, str]:
    """The words of passages that are known by path, by their documents' ids."""
    return {
        (by_path[path], number): text
        for path, passages in texts.items()
        for number, text in passages.items()
    }


def _fold(words: str) -> str:
    return " ".join(words.split())
