"""The evidence annex: for each source the passages that are quoted, the quoted words marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Brief, Citation, Document, Span
from briefing.render import plain, references, wording
from briefing.render.references import References
from briefing.render.view import EvidenceView, Link, PassageView, Segment

# A passage longer than this is shown as its quoted words with so much text round them.
LONGEST, AROUND = 1500, 200
_MORE = "…"
Cut = tuple[int, int, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation, what it serves, and whether the brief quotes it or only relies on it."""

    citation: Citation
    link: Link
    quoted: bool


def make_annex(
    brief: Brief, names: References, documents: Mapping[str, Document]
) -> tuple[EvidenceView, ...]:
    """The sources that are cited, by number, each with its cited passages, by number.

    A citation of a document that is not in `documents` shows its quote alone.
    """
    found = [
        Cited(citation=citation, link=link, quoted=True)
        for citations, link in references.find_uses(brief, names.links, names.words)
        for citation in citations
    ]
    found += [
        Cited(citation=citation, link=names.links[statement.name], quoted=False)
        for statement in brief.statements
        for citation in names.relied(statement)
    ]
    sources: dict[str, dict[int, list[Cited]]] = {}
    for cited in found:
        passages = sources.setdefault(cited.citation.document, {})
        passages.setdefault(cited.citation.passage, []).append(cited)
    ordered = sorted(sources, key=lambda name: (names.source(name), name))
    return tuple(_view_source(name, sources[name], names, documents.get(name)) for name in ordered)


def _view_source(
    name: str, cited: Mapping[int, Sequence[Cited]], names: References, document: Document | None
) -> EvidenceView:
    number = names.source(name)
    words = names.words
    title = wording.say_fact(words, document.title if document else None, words.say("untitled"))
    outlet = names.outlets.get(name) or words.say("outlet_unstated")
    spans = names.passages.get(name, ())
    return EvidenceView(
        number=number,
        anchor=f"evidence-{number}",
        heading=references.source_heading(words, number, outlet, title),
        passages=tuple(
            replace(
                _view_passage(number, place, cited[place], document, spans[place - 1 : place]),
                link=names.lead_to(_first_quoted(cited[place])),
            )
            for place in sorted(cited)
        ),
    )


def _first_quoted(found: Sequence[Cited]) -> Citation:
    """What the brief quotes first of a passage, or else relies on."""
    return min(found, key=lambda one: (not one.quoted, one.citation.start)).citation


def _view_passage(
    source: int,
    number: int,
    found: Sequence[Cited],
    document: Document | None,
    span: Sequence[Span],
) -> PassageView:
    segments = _passage_segments(found, document.text if document else "", span)
    whole = "".join(segment.text for segment in segments).strip()
    return PassageView(
        anchor=references.passage_anchor(source, number),
        number=number,
        label=f"{source} ¶{number}",
        segments=segments,
        text=whole,
        direction=plain.text_direction(whole),
        language=(document.language if document else None) or "",
        backs=tuple(dict.fromkeys(cited.link for cited in found)),
    )


def _passage_segments(
    found: Sequence[Cited], text: str, span: Sequence[Span]
) -> tuple[Segment, ...]:
    """The stretches of a passage; where its text isn't at hand, the quotes alone."""
    citations = [cited.citation for cited in found]
    if text and all(text[c.start : c.end] == c.quote for c in citations):
        return tuple(_cut_segments(text, _find_cuts(found), span))
    quotes = dict.fromkeys(c.quote for c in citations)
    return tuple(
        Segment(text=plain.clean_line(quote), quoted=True, relied=False) for quote in quotes
    )


def _find_cuts(found: Sequence[Cited]) -> list[Cut]:
    """The stretches to mark, in order, none overlapping; what is quoted wins over what is
    relied on.
    """
    stretches = {(one.citation.start, one.citation.end, one.quoted) for one in found}
    quoted = [one for one in stretches if one[-1]]
    apart = [one for one in stretches if not one[-1] and not _touches_any(one, quoted)]
    cuts: list[Cut] = []
    for start, end, kind in sorted([*quoted, *apart]):
        begin = max(start, cuts[-1][1]) if cuts else start
        if begin < end:
            cuts.append((begin, end, kind))
    return cuts


def _touches_any(one: Cut, others: Sequence[Cut]) -> bool:
    return any(one[0] < end and start < one[1] for start, end, _ in others)


def _cut_segments(text: str, cuts: Sequence[Cut], span: Sequence[Span]) -> Iterable[Segment]:
    """Cut the passage round `cuts` into marked and other stretches, each white-space folded."""
    start = min([cuts[0][0], *(s.start for s in span)])
    end = max([cuts[-1][1], *(s.end for s in span)])
    first, final = start, end
    if end - start > LONGEST:
        first, final = max(start, cuts[0][0] - AROUND), min(end, cuts[-1][1] + AROUND)
    position, lead = first, _MORE if first > start else ""
    for a, b, quoted in _join_cuts(text, cuts):
        yield from _make_segments(lead + _text_between(text, position, a))
        yield from _make_segments(text[a:b], quoted=quoted, relied=not quoted)
        position, lead = b, ""
    yield from _make_segments(text[position:final] + (_MORE if final < end else ""))


def _join_cuts(text: str, cuts: Sequence[Cut]) -> Iterable[Cut]:
    """Make one of quoted stretches between which there is nothing but white space."""
    joined: list[Cut] = []
    for a, b, quoted in cuts:
        if joined and quoted and joined[-1][2] and not text[joined[-1][1] : a].strip():
            joined[-1] = (joined[-1][0], b, True)
        else:
            joined.append((a, b, quoted))
    return joined


def _text_between(text: str, start: int, end: int) -> str:
    """What lies between two marked stretches; a long way is shown by its two ends."""
    if end - start <= LONGEST:
        return text[start:end]
    return f"{text[start : start + AROUND]}{_MORE}{text[end - AROUND : end]}"


def _make_segments(text: str, *, quoted: bool = False, relied: bool = False) -> Iterable[Segment]:
    shown = plain.visible_words(text)
    if shown:
        yield Segment(text=shown, quoted=quoted, relied=relied)
