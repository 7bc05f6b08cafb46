"""The evidence annex: for each source the passages that are quoted, the quoted words marked."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Citation, Document
from briefing.render import plain, references, wording
from briefing.render.references import References, Use
from briefing.render.view import EvidenceView, Link, PassageView, Segment

# A passage longer than this is shown as its quoted words with so much text round them.
LONGEST, AROUND = 1500, 200
_BREAKS = "\r\n"
_MORE = "…"
Cited = dict[int, list[tuple[Citation, Link]]]


def annex(
    found: Iterable[Use],
    names: References,
    documents: Mapping[str, Document],
) -> tuple[EvidenceView, ...]:
    """Give the sources that are cited, by number, each with its cited passages, by number.

    A citation of a document that is not in `documents` shows its quote alone.
    """
    cited: dict[str, Cited] = {}
    for citations, link in found:
        for citation in citations:
            cited.setdefault(citation.document, {}).setdefault(citation.passage, []).append((citation, link))
    ordered = sorted(cited, key=lambda name: (names.source(name), name))
    return tuple(_source(name, cited[name], names, documents.get(name)) for name in ordered)


def _source(name: str, cited: Cited, names: References, document: Document | None) -> EvidenceView:
    number = names.source(name)
    title = wording.fact(document.title if document else None, "untitled")
    return EvidenceView(
        number=number,
        anchor=f"evidence-{number}",
        heading=references.heading(number, names.outlets.get(name, wording.UNSTATED), title),
        passages=tuple(_passage(number, passage, cited[passage], document) for passage in sorted(cited)),
    )


def _passage(
    source: int,
    number: int,
    cited: Sequence[tuple[Citation, Link]],
    document: Document | None,
) -> PassageView:
    quotes = sorted({(c.start, c.end) for c, _ in cited})
    text = document.text if document else ""
    if text and all(text[c.start : c.end] == c.quote for c, _ in cited):
        segments = tuple(_segments(text, quotes))
    else:
        segments = tuple(
            Segment(text=plain.clean(quote), quoted=True) for quote in dict.fromkeys(c.quote for c, _ in cited)
        )
    whole = "".join(segment.text for segment in segments).strip()
    return PassageView(
        anchor=references.passage_anchor(source, number),
        number=number,
        label=f"{source} ¶{number}",
        segments=segments,
        text=whole,
        direction=plain.direction(whole),
        language=(document.language if document else None) or "",
        backs=tuple(dict.fromkeys(link for _, link in cited)),
    )


def _segments(text: str, quotes: Sequence[tuple[int, int]]) -> Iterable[Segment]:
    """Cut the line round `quotes` into quoted and other stretches, each white-space folded."""
    start = max(text.rfind(b, 0, quotes[0][0]) for b in _BREAKS) + 1
    last = max(end for _, end in quotes)
    ends = [place for place in (text.find(b, last) for b in _BREAKS) if place >= 0]
    end = min(ends, default=len(text))
    first, final = (
        (start, end)
        if end - start <= LONGEST
        else (
            max(start, quotes[0][0] - AROUND),
            min(end, last + AROUND),
        )
    )
    position, lead = first, _MORE if first > start else ""
    for a, b in quotes:
        if b <= position:
            continue
        yield from _segment(lead + text[position : max(a, position)], quoted=False)
        yield from _segment(text[max(a, position) : b], quoted=True)
        position, lead = b, ""
    yield from _segment(text[position:final] + (_MORE if final < end else ""), quoted=False)


def _segment(text: str, *, quoted: bool) -> Iterable[Segment]:
    shown = plain.visible(text)
    if shown:
        yield Segment(text=shown, quoted=quoted)
