"""Verifying a brief.json with nothing but its sources."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefing import split
from briefing.compose.derive import derive
from briefing.errors import Problem, UserError, WorkError
from briefing.language import reading
from briefing.model import Brief, Document, Reading
from briefing.prove import prove
from briefing.render.json import Undecodable, decode
from briefing.state import editions


def verify(path: Path, base: Path) -> list[str]:
    """Give every failure of the brief at `path`, one line each; empty when every statement holds.

    The texts come from the evidence beside the brief (an edition's folder), else from the sources
    themselves under `base`, the config's folder. Raises UserError where there is no brief to read.
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
    texts, faults = _texts(brief, path, base)
    whole = replace(
        brief,
        sources=tuple(
            replace(entry, document=replace(entry.document, text=texts[entry.id]))
            if entry.document is not None and entry.id in texts
            else entry
            for entry in brief.sources
        ),
    )
    readings = {
        entry.id: _read(entry.document, brief)
        for entry in whole.sources
        if entry.document is not None and entry.id in texts
    }
    return [*faults, *(str(failure) for failure in prove(whole, readings, derive))]


def _read(document: Document, brief: Brief) -> Reading:
    """Read an article anew, with the names that the desk had pinned."""
    return reading.read(document, split.split(document), brief.names)


def _texts(brief: Brief, path: Path, base: Path) -> tuple[dict[str, str], list[str]]:
    """Find the text of every source, and say which are missing or were altered."""
    if (path.parent / editions.MANIFEST).exists():
        try:
            return editions.texts(path.parent), [*editions.faults(path.parent)]
        except WorkError as error:
            return {}, [str(error)]
    found: dict[str, str] = {}
    faults: list[str] = []
    for entry in brief.sources:
        if entry.document is not None:
            text = next(_candidates(entry.document, path, base), None)
            if text is not None:
                found[entry.id] = text
            elif entry.number:
                faults.append(
                    f"{entry.document.locator}: the source is not at hand, or it is not the one that was read"
                )
    return found, faults


def _candidates(document: Document, path: Path, base: Path) -> Iterator[str]:
    """Give the document's text from each place that has the very bytes it was read from."""
    from briefing.digest import of_bytes  # noqa: PLC0415
    from briefing.ingest.decode import Undecodable as NoText  # noqa: PLC0415
    from briefing.ingest.decode import decode as decode_text  # noqa: PLC0415

    for folder in (base, path.parent, path.parent.parent):
        file = folder / (document.path or document.locator)
        if file.is_file():
            data = file.read_bytes()
            decoded = decode_text(data)
            if of_bytes(data) == document.revision and not isinstance(decoded, NoText):
                yield decoded.text
    for number in reversed(editions.numbers(path.parent)):
        try:
            texts = editions.texts(path.parent / editions.FOLDER / f"{number:04d}")
        except WorkError:
            continue
        if document.id in texts:
            yield texts[document.id]
