"""brief.json, schema 1: the whole brief as data, with everything that `verify` replays.

`encode` and `decode` are each other's inverse, but for two things that a brief.json never holds:
the texts of the sources (a decoded document has an empty `text`), and statement keys where an id
belongs (a reference to a statement is always written as the statement's id).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from briefing import digest
from briefing.model import (
    Artifact,
    Attribution,
    Brief,
    Cell,
    Citation,
    Document,
    Evidence,
    Known,
    Quarantined,
    Section,
    SourceEntry,
    Statement,
)
from briefing.render import decode as _decode

SCHEMA = 1
KNOWN = ("title", "outlet", "author", "published", "updated", "kind")
_DAYS = ("published", "updated")

decode = _decode.decode_brief
Undecodable = _decode.BrokenBrief
Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Json:
    """The writer of brief.json."""

    name: str = "brief.json"

    def __call__(self, brief: Brief) -> Artifact:
        """Give `brief` as an artifact; the same brief gives the same bytes."""
        content = encode_brief(brief)
        return Artifact(
            name=self.name,
            media_type="application/json",
            content=content,
            sha256=digest.of_bytes(content),
        )


def encode_brief(brief: Brief) -> bytes:
    """Give `brief` as UTF-8 JSON, keys in the schema's order, indented by 1, one line end at the
    end.

    A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape, so that every text
    comes back exactly. Nothing is neutralised here: brief.json is evidence, not a page.
    """
    text = json.dumps(_brief_node(brief), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _brief_node(brief: Brief) -> Node:
    ids = {s.key: s.id for section in brief.sections for s in section.statements if s.id}
    given = brief.rendition
    cut = (
        {"rendition": {"sections": list(given.sections), "baseline": given.baseline}}
        if given
        else {}
    )
    more = {"unlisted": brief.unlisted} if brief.unlisted else {}
    return _head_nodes(brief, ids) | _table_nodes(brief, ids) | _tail_nodes(brief) | cut | more


def _head_nodes(brief: Brief, ids: Mapping[str, str]) -> Node:
    """What the brief is, its sources and its sections."""
    frame = brief.frame
    return {
        "schema": SCHEMA,
        "title": frame.title,
        "slug": frame.slug,
        "marking": frame.marking,
        "language": frame.language,
        "audience": frame.audience,
        "contact": frame.contact,
        "next_edition": frame.next_edition,
        "as_of": brief.as_of,
        "window": brief.window,
        "bottom_line": [ids.get(key, key) for key in brief.bottom_line],
        "edition": _edition_node(brief),
        "sources": [_source_node(entry) for entry in brief.sources],
        "sections": [_section_node(section, ids) for section in brief.sections],
        **_question_nodes(brief, ids),
    }


def _question_nodes(brief: Brief, ids: Mapping[str, str]) -> Node:
    """The questions of all sections under their key; nothing where none is asked."""
    asked = [
        {
            "section": section.slug,
            "text": question.text,
            "terms": list(question.terms),
            "answers": [ids.get(key, key) for key in question.answers],
            "open": not question.answers,
        }
        for section in brief.sections
        for question in section.questions
    ]
    return {"questions": asked} if asked else {}


def _table_nodes(brief: Brief, ids: Mapping[str, str]) -> Node:
    """The tables beside the sections."""
    return {
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind,
                "aliases": list(actor.aliases),
                "country": actor.country,
                "roles": [_cell_node(cell, ids) for cell in actor.roles],
            }
            for actor in brief.actors
        ],
        "timeline": [
            {
                "date": event.date,
                "text": event.text,
                "statement": _reference_id(event.statement, ids),
                "basis": event.basis,
                "citations": _citation_nodes(event.citations),
            }
            for event in brief.timeline
        ],
        "places": [
            {**_plain_node(place), "citations": _citation_nodes(place.citations)}
            for place in brief.places
        ],
        "disagreements": [
            {
                "topic": disagreement.topic,
                "quantity": disagreement.quantity,
                "positions": [
                    {
                        "text": position.text,
                        "value": position.value,
                        "as_of": position.as_of,
                        "statement": _reference_id(position.statement, ids),
                        "citations": _citation_nodes(position.citations),
                    }
                    for position in disagreement.positions
                ],
            }
            for disagreement in brief.disagreements
        ],
    }


def _tail_nodes(brief: Brief) -> Node:
    """What is not known, what the analyst judges, what is new, what the config pins."""
    changes = brief.changes
    return {
        "gaps": [
            {"kind": gap.kind, "text": gap.text, "slots": dict(gap.slots)} for gap in brief.gaps
        ],
        "judgements": [
            {**_plain_node(judgement), "citations": _citation_nodes(judgement.citations)}
            for judgement in brief.judgements
        ],
        "changes": {
            "previous": changes.previous,
            "new": list(changes.new),
            "changed": [_plain_node(change) for change in changes.changed],
            "withdrawn": [_plain_node(change) for change in changes.withdrawn],
            "support": [_plain_node(change) for change in changes.support],
            "revised": [_plain_node(change) for change in changes.revised],
        },
        "names": [{**_plain_node(name), "aliases": list(name.aliases)} for name in brief.names],
    }


def _edition_node(brief: Brief) -> Node | None:
    edition = brief.edition
    if edition is None:
        return None
    return {
        "number": edition.number,
        "made_at": edition.made_at,
        "fingerprint": edition.fingerprint,
        "previous": edition.previous,
        "released": edition.released,
    }


def _source_node(entry: SourceEntry) -> Node:
    """A line of the source list: what is known of a document, or why it was not read."""
    blocked = entry.quarantined
    facts = _document_facts(entry.document) if entry.document else _blank_source(blocked)
    return {
        "id": entry.id,
        "number": entry.number,
        **facts,
        "family": entry.family,
        "relation": entry.relation,
        "superseded": entry.superseded,
        "cited": entry.cited,
        "quarantined": blocked.reason if blocked else None,
        **({} if entry.considered else {"considered": False}),
    }


def _document_facts(document: Document) -> Node:
    known: dict[str, Known | None] = {name: getattr(document, name) for name in KNOWN}
    values = {name: fact.value if fact else None for name, fact in known.items()}
    return {
        "path": document.path,
        "url": document.url,
        "sha256": document.revision,
        "encoding": document.encoding,
        **{name: values[name] for name in ("title", "outlet", "author", "kind")},
        "reliability": document.reliability,
        "note": document.note,
        **{name: _day(known[name]) for name in _DAYS},
        "language": document.language,
        "caveats": list(document.caveats),
        "locator": document.locator,
        "size": document.size,
        "translated": document.translated,
        "retrieved": document.retrieved,
        "known": {name: _known_node(fact) for name, fact in known.items() if fact},
        "marks": [_plain_node(mark) for mark in document.marks],
        "pages": list(document.pages),
    }


def _day(fact: Known | None) -> Node | None:
    return {"edtf": fact.value, "basis": fact.basis} if fact else None


def _blank_source(source: Quarantined | None) -> Node:
    """The same keys for a source of which there is no document: all that is known is the file."""
    names = (
        "encoding",
        "title",
        "outlet",
        "author",
        "kind",
        "reliability",
        "note",
        *_DAYS,
        "language",
    )
    return {
        "path": source.path if source else None,
        "url": None,
        "sha256": source.revision if source else None,
        **dict.fromkeys(names),
        "caveats": [],
        "locator": source.locator if source else None,
        "size": source.size if source else None,
        "translated": False,
        "retrieved": None,
        "known": {},
        "marks": [],
        "pages": [],
    }


def _known_node(fact: Known) -> Node:
    """How a fact about a document is known; its value stands under the fact's own name."""
    spans = [[span.start, span.end] for span in fact.evidence]
    return {"basis": fact.basis, "note": fact.note, "evidence": spans}


def _section_node(section: Section, ids: Mapping[str, str]) -> Node:
    return {
        "slug": section.slug,
        "title": section.title,
        "kind": section.kind,
        "introduction": section.introduction,
        "health": _plain_node(section.health),
        "considered": dict(section.considered),
        "columns": list(section.columns),
        "rows": [[_cell_node(cell, ids) for cell in row] for row in section.rows],
        "statements": [_statement_node(statement) for statement in section.statements],
    }


def _statement_node(statement: Statement) -> Node:
    return {
        "id": statement.id,
        "key": statement.key,
        "text": statement.text,
        "proof": statement.proof,
        "change": statement.change,
        "date": statement.date,
        "outlets": list(statement.outlets),
        "origins": list(statement.origins),
        "citations": _citation_nodes(statement.citations),
        "support": [
            {
                **_plain_node(one),
                "outlets": list(one.outlets),
                "origins": list(one.origins),
                "citations": list(one.citations),
            }
            for one in statement.support
        ],
        "parts": [
            {
                "citation": part.citation,
                "edits": [
                    {
                        "op": edit.op,
                        "start": edit.start,
                        "end": edit.end,
                        "text": edit.text,
                        "because": {"rule": edit.rule, "evidence": _evidence_nodes(edit.evidence)},
                    }
                    for edit in part.edits
                ],
            }
            for part in statement.parts
        ],
    }


def _cell_node(cell: Cell, ids: Mapping[str, str]) -> Node:
    return {
        "text": cell.text,
        "citations": _citation_nodes(cell.citations),
        "statement": _reference_id(cell.statement, ids),
    }


def _reference_id(key: str | None, ids: Mapping[str, str]) -> str | None:
    return None if key is None else ids.get(key, key)


def _citation_nodes(citations: Sequence[Citation]) -> list[Node]:
    return [
        {
            "source": citation.document,
            "passage": citation.passage,
            "start": citation.start,
            "end": citation.end,
            "quote": citation.quote,
            "role": citation.role,
            "attribution": _attribution_node(citation.attribution),
        }
        for citation in citations
    ]


def _attribution_node(attribution: Attribution) -> Node:
    return {**_plain_node(attribution), "evidence": _evidence_nodes(attribution.evidence)}


def _evidence_nodes(evidence: Sequence[Evidence]) -> list[Node]:
    return [
        {"source": e.document, "start": e.start, "end": e.end, "quote": e.quote} for e in evidence
    ]


def _plain_node(thing: Any) -> Node:  # noqa: ANN401 - any of the model's flat dataclasses
    """Give the fields of a dataclass in their declared order."""
    return {f.name: getattr(thing, f.name) for f in fields(thing)}
