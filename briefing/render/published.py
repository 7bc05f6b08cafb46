"""brief.json, schema 1: what of the model is published otherwise than it is declared.

Everything else about the file follows from the types in `model`: a field that is added to one of
them is written, read back, checked and described. Where older editions can't have it yet, it is
`later` here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from briefing.model import (
    Basis,
    Brief,
    Changes,
    Citation,
    Disagreement,
    Document,
    Edit,
    Evidence,
    Known,
    Mark,
    Position,
    Quarantined,
    Question,
    Section,
    SourceEntry,
    Span,
    Statement,
    StatementName,
)
from briefing.model.statement import EditOp
from briefing.render.layout import lay_out_record
from briefing.render.shapes import Layout, Record

_ALIKE = (
    "path",
    "url",
    "encoding",
    "reliability",
    "note",
    "language",
    "caveats",
    "locator",
    "size",
    "translated",
    "retrieved",
    "marks",
    "pages",
)  # fields of a document that are published as they are
_WORDS = ("title", "outlet", "author", "agency", "kind")
_DAYS = ("published", "updated")
# In the file's order.
_KNOWN = ("title", "outlet", "author", "agency", "published", "updated", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedQuestion:
    """What a section is to answer, and the statements that do."""

    section: str
    text: str
    terms: tuple[str, ...]
    answers: tuple[StatementName, ...]
    elsewhere: tuple[StatementName, ...] = ()
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFile:
    """A brief as data, with everything that `verify` replays, without the texts of its sources."""

    schema: Literal[1] = 1
    brief: Brief
    questions: tuple[PublishedQuestion, ...] = ()


def wrap_brief(brief: Brief) -> BriefFile:
    """A brief with the questions of its sections in one list."""
    asked = tuple(
        PublishedQuestion(
            section=section.slug,
            text=one.text,
            terms=one.terms,
            answers=one.answers,
            elsewhere=one.elsewhere,
            open=not (one.answers or one.elsewhere),
        )
        for section in brief.sections
        for one in section.questions
    )
    return BriefFile(brief=brief, questions=asked)


def unwrap_brief(told: BriefFile) -> Brief:
    """The brief, each section with its own questions."""
    sections = tuple(
        replace(section, questions=_questions_of(section, told)) for section in told.brief.sections
    )
    return replace(told.brief, sections=sections)


def _questions_of(section: Section, told: BriefFile) -> tuple[Question, ...]:
    return tuple(
        Question(text=one.text, terms=one.terms, answers=one.answers, elsewhere=one.elsewhere)
        for one in told.questions
        if one.section == section.slug
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDay:
    """A date of a document, and how it is known."""

    edtf: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedGrounds:
    """How a fact about a document is known; its value stands under the fact's own name.

    `evidence` are pairs of offsets into the document's text.
    """

    basis: Basis
    note: str
    evidence: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSource:
    """A line of the source list: what is known of a document, or why it was not read."""

    id: str
    number: int
    path: str | None = None
    url: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    kind: str | None = None
    reliability: str | None = None
    note: str | None = None
    published: PublishedDay | None = None
    updated: PublishedDay | None = None
    language: str | None = None
    caveats: tuple[str, ...] = ()
    locator: str | None = None
    size: int | None = None
    translated: bool = False
    retrieved: str | None = None
    known: Mapping[str, PublishedGrounds]
    marks: tuple[Mark, ...] = ()
    pages: tuple[int, ...] = ()
    family: str | None
    relation: str | None
    superseded: bool
    cited: int
    quarantined: str | None = None
    considered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReason:
    """The rule that an edit follows, and the words of the sources that it rests on."""

    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEdit:
    """One typed change to a quote; `start` and `end` are relative to the quote."""

    op: EditOp
    start: int
    end: int
    text: str
    because: PublishedReason


def _publish_edit(edit: Edit) -> PublishedEdit:
    because = PublishedReason(rule=edit.rule, evidence=edit.evidence)
    return PublishedEdit(
        op=edit.op, start=edit.start, end=edit.end, text=edit.text, because=because
    )


def _recover_edit(told: PublishedEdit) -> Edit:
    return Edit(
        op=told.op,
        start=told.start,
        end=told.end,
        text=told.text,
        rule=told.because.rule,
        evidence=told.because.evidence,
    )


def _publish_source(entry: SourceEntry) -> PublishedSource:
    facts = _publish_document(entry.document) if entry.document else {"known": {}}
    return PublishedSource(
        id=entry.id,
        number=entry.number,
        **(facts | _publish_quarantined(entry.quarantined)),
        family=entry.family,
        relation=entry.relation,
        superseded=entry.superseded,
        cited=entry.cited,
        considered=entry.considered,
    )


def _publish_document(document: Document) -> dict[str, Any]:
    facts: dict[str, Known | None] = {name: getattr(document, name) for name in _KNOWN}
    known = {name: fact for name, fact in facts.items() if fact is not None}
    return {
        **{name: getattr(document, name) for name in _ALIKE},
        **{name: known[name].value for name in _WORDS if name in known},
        **{
            name: PublishedDay(edtf=known[name].value, basis=known[name].basis)
            for name in _DAYS
            if name in known
        },
        "sha256": document.revision,
        "known": {name: _publish_grounds(fact) for name, fact in known.items()},
    }


def _publish_grounds(fact: Known) -> PublishedGrounds:
    spans = tuple((span.start, span.end) for span in fact.evidence)
    return PublishedGrounds(basis=fact.basis, note=fact.note, evidence=spans)


def _publish_quarantined(source: Quarantined | None) -> dict[str, Any]:
    """All that is known of a source that could not be read: the file."""
    if source is None:
        return {}
    return {
        "path": source.path,
        "sha256": source.revision,
        "locator": source.locator,
        "size": source.size,
        "quarantined": source.reason,
    }


def _recover_source(told: PublishedSource) -> SourceEntry:
    readable = told.quarantined is None and told.locator is not None
    return SourceEntry(
        id=told.id,
        number=told.number,
        document=_recover_document(told) if readable else None,
        quarantined=_recover_quarantined(told),
        family=told.family,
        relation=told.relation,
        cited=told.cited,
        superseded=told.superseded,
        considered=told.considered,
    )


def _recover_document(told: PublishedSource) -> Document:
    alike: dict[str, Any] = {name: getattr(told, name) for name in _ALIKE}
    known: dict[str, Any] = {name: _recover_known(told, name) for name in _KNOWN}
    return Document(id=told.id, revision=told.sha256 or "", text="", **alike, **known)


def _recover_known(told: PublishedSource, name: str) -> Known | None:
    grounds, value = told.known.get(name), getattr(told, name)
    if grounds is None or value is None:
        return None
    spans = [one for one in grounds.evidence if len(one) == 2]  # noqa: PLR2004 - start and end
    return Known(
        value=value.edtf if name in _DAYS else value,
        basis=grounds.basis,
        note=grounds.note,
        evidence=tuple(Span(start=start, end=end) for start, end in spans),
    )


def _recover_quarantined(told: PublishedSource) -> Quarantined | None:
    if told.quarantined is None:
        return None
    return Quarantined(
        id=told.id,
        locator=told.locator or "",
        path=told.path,
        size=told.size or 0,
        revision=told.sha256,
        reason=told.quarantined,
    )


_LAYOUTS: Mapping[type[Any], Layout] = {
    BriefFile: Layout(spread=("brief",), sparse=("questions",)),
    Brief: Layout(spread=("frame",), sparse=("rendition", "unlisted", "unrelated", "editor")),
    PublishedQuestion: Layout(sparse=("elsewhere",)),
    Evidence: Layout(renamed={"document": "source"}),
    Citation: Layout(renamed={"document": "source"}),
    Edit: Layout(form=PublishedEdit, publish=_publish_edit, recover=_recover_edit),
    SourceEntry: Layout(
        form=PublishedSource,
        publish=_publish_source,
        recover=_recover_source,
        later=("updated",),
        sparse=("agency", "considered"),
    ),
    Changes: Layout(later=("revised",), sparse=("renamed",)),
    Section: Layout(absent=("questions",), sparse=("elsewhere",)),
    Statement: Layout(later=("support", "number"), sparse=("pinned", "translations")),
    Disagreement: Layout(later=("quantity",)),
    Position: Layout(later=("value", "as_of"), sparse=("since", "standing")),
}


@cache
def file_layout() -> Record:
    """The layout of brief.json, made once a process and only where a brief is read or
    written.
    """
    return lay_out_record(BriefFile, _LAYOUTS)


def brief_schema() -> str:
    """The JSON Schema (2020-12) of brief.json, as text."""
    definitions: dict[str, Any] = {}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "brief.json, schema 1",
        **file_layout().describe_whole(definitions),
        "$defs": definitions,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
