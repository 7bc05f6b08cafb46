"""Verifying a brief.json with nothing but its sources."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing import split
from briefing.errors import Problem, UserError
from briefing.language import edtf, reading
from briefing.model import Brief, Document, Pinned, Reading
from briefing.pipeline import evidence, proof
from briefing.render.json import Undecodable, decode, encode
from briefing.state import editions

_KEEP = 256  # articles whose reading is kept while a process verifies brief after brief


def verify(path: Path, base: Path, config: Path | None = None) -> list[str]:
    """Give every failure of the brief at `path`, one line each; empty when every statement holds.

    The articles come from the evidence beside the brief (an edition's folder), else from the sources themselves
    under `base`, the config's folder. `config` says what the desk supplied, where no edition on record does.
    Raises UserError where there is no brief to read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"can't be read: {error.strerror}"
        raise UserError(Problem(path=str(path), line=0, column=0, message=message)) from error
    try:
        brief = decode(data)
    except Undecodable as error:
        return [f"{path.name}: {error}"]
    return list(_failures(brief, json.loads(data), path, base, config))


def _failures(brief: Brief, node: dict[str, Any], path: Path, base: Path, config: Path | None) -> Iterator[str]:
    """Ask the record, the sources and the articles in turn."""
    if brief.as_of and not edtf.valid(brief.as_of):
        yield f"as_of: {brief.as_of!r} is no date"
        return
    if json.loads(encode(brief)) != node:
        yield f"{path.name}: says the same thing twice, and not alike"
    if (path.parent / editions.MANIFEST).exists():
        yield from editions.faults(path.parent)
        recorded = True
    else:
        twins = list(_twins(node, path.parent))
        recorded = any(_content(twin) == _content(node) for twin in twins)
        if twins and not recorded:
            yield f"{path.name}: the edition on record that it says it is reads otherwise"
    order = None if recorded else evidence.desk(config)
    found = evidence.gather(brief, path, base, order)
    yield from found.faults
    texts = {document.id: document for document in found.documents}
    whole = replace(
        brief,
        sources=tuple(replace(entry, document=texts.get(entry.id, entry.document)) for entry in brief.sources),
    )
    readings = tuple(_read(document, brief.names) for document in found.documents)
    if order is not None:
        yield from evidence.settled(brief, order, readings)
    if not found.faults:
        yield from (str(failure) for failure in proof.failures(whole, readings))


@lru_cache(maxsize=_KEEP)
def _read(document: Document, names: tuple[Pinned, ...]) -> Reading:
    """Read an article anew, with the names that the desk had pinned. Pure, so it is kept."""
    return reading.read(document, split.split(document), names)


def _twins(node: dict[str, Any], output: Path) -> Iterator[dict[str, Any]]:
    """Give the brief.json of each edition on record that says it is the same one."""
    own = node["edition"]
    for number in editions.numbers(output) if own else ():
        folder = output / editions.FOLDER / f"{number:04d}"
        if evidence.record(folder) is not None:
            twin: dict[str, Any] = json.loads((folder / "brief.json").read_bytes())
            their = twin["edition"] or {}
            same = (own["number"], own["made_at"]) == (their.get("number"), their.get("made_at"))
            if same or (own["fingerprint"] and own["fingerprint"] == their.get("fingerprint")):
                yield twin


def _content(node: dict[str, Any]) -> dict[str, Any]:
    """Give all that an edition says, whether it was released aside."""
    edition = {key: value for key, value in (node["edition"] or {}).items() if key != "released"}
    return {**node, "edition": edition}
