"""Sources and passages as lines for people. Programs read the same as JSON."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_WIDTH = 100  # characters of a passage that its line shows


def source_lines(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each source, and what is wrong or known of it below."""
    for source in found:
        name = source.get("path") or source.get("url") or source.get("id")
        if source.get("quarantined"):
            yield f"{name}: set aside: {source['quarantined']}"
        elif source.get("unrelated"):
            yield f"{name}: {source['unrelated']}"
        else:
            yield f"{name}: {_shown_value(source.get('title')) or 'untitled'}"
            yield from (f"    {line}" for line in _known_lines(source))


def _known_lines(source: Mapping[str, Any]) -> Iterator[str]:
    """What is known of a source: who, when and what in one line, then what is told of it."""
    facts = ("outlet", "author", "published", "kind", "language")
    yield ", ".join(filter(None, (_shown_value(source.get(key)) for key in facts)))
    if source.get("unquoted"):
        yield str(source["unquoted"])
    for key in ("relation", "kept", "dropped", "caveats", "note"):
        if source.get(key):
            yield f"{key}: {_shown_value(source[key])}"


def passage_lines(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each passage: where it stands, what it serves or why not, how it begins."""
    for passage in found:
        text = " ".join(str(passage["text"]).split())
        shown = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        serves = ", ".join(passage.get("sections") or ()) or "-"
        fate = f"dropped: {passage['dropped']}" if passage.get("dropped") else serves
        yield f"{passage['path']}:{passage['number']} [{fate}] {shown}"


def _shown_value(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, Mapping):
        if "edtf" in value or "value" in value:
            return str(value.get("edtf") or value.get("value") or "")
        return ", ".join(f"{key} {item}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return "" if value is None else str(value)
