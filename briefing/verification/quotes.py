"""The quotes of a brief, held against the words of its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from briefing.model import Brief, Citation, Evidence, Reading

_APART = frozenset({"document", "sources"})
_PLAIN = (str, int, float, type(None))  # what quotes nothing; nearly all there is


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFailure:
    """One thing that does not hold: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        """The failure as one line."""
        return f"{self.where}: {self.what}"


def check_quotes(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[ProofFailure]:
    """Check every quote anywhere in the brief against its source."""
    for quoted in all_quotes(brief):
        reading = readings.get(quoted.document)
        if reading is None:
            yield ProofFailure(where=quoted.document, what="is cited, but its text is not at hand")
        elif not 0 <= quoted.start < quoted.end <= len(reading.document.text):
            yield ProofFailure(
                where=quoted.document, what=f"[{quoted.start}, {quoted.end}) lies outside the text"
            )
        elif reading.document.text[quoted.start : quoted.end] != quoted.quote:
            yield ProofFailure(
                where=quoted.document,
                what=f"[{quoted.start}, {quoted.end}) does not read {quoted.quote[:60]!r}",
            )
        elif isinstance(quoted, Citation) and not _holds_quote(reading, quoted):
            yield ProofFailure(
                where=quoted.document,
                what=f"passage {quoted.passage} does not hold {quoted.quote[:60]!r}",
            )


def _holds_quote(reading: Reading, quoted: Citation) -> bool:
    """Whether the passage that a citation names holds its quote."""
    return any(
        p.number == quoted.passage and p.start <= quoted.start and quoted.end <= p.end
        for p in reading.passages
    )


def all_quotes(node: object) -> Iterator[Citation | Evidence]:
    """Every citation and every piece of evidence anywhere under `node`, sources aside."""
    if isinstance(node, Citation | Evidence):
        yield node
    parts: Iterable[object] = ()
    if isinstance(node, tuple):
        parts = node
    elif is_dataclass(node):
        parts = (getattr(node, one.name) for one in fields(node) if one.name not in _APART)
    for part in parts:
        if not isinstance(part, _PLAIN):
            yield from all_quotes(part)
