"""A page laid out as one text: where each line stands, which are its title, and what is marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.ingest import asides, metadata, tongues
from briefing.ingest.clean.page import Line, read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.html import timed, when
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Content
from briefing.model import Known, Mark, Span

_LEFT_OUT = "an extraction library finds it outside the article"
_MOST_OVER = 14  # lines under a page's title that may say who wrote it and when
_MOST_BEFORE = 3  # lines over a title that may say when
_FEWEST_IN_TITLE = 3  # words of a heading that is a title by itself
_CODE = 2  # letters of a language's code
_SET_AS = {
    "caption": ("caption", "is set as a caption"),
    "heading": ("heading", "is set as a heading"),
    "title": ("heading", "is set as a heading"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidPage:
    """The blocks of a page, where each starts in its text, and which are the article's own."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    own: tuple[bool, ...]

    def line_span(self, at: int) -> Span:
        """Where a block stands in the text."""
        start = self.starts[at]
        return Span(start=start, end=start + len(self.blocks[at].text))

    def read_lines(self, places: Sequence[int]) -> tuple[Line, ...]:
        """Some of the blocks as lines of the text."""
        return tuple(read_line(self.blocks[at].text, self.starts[at]) for at in places)


def lay_page(blocks: tuple[Block, ...], own: tuple[bool, ...]) -> LaidPage:
    """Set the blocks of a page one under the other; `own` says of each whether the article's."""
    starts = accumulate((len(block.text) + 1 for block in blocks[:-1]), initial=0)
    text = "\n".join(block.text for block in blocks)
    return LaidPage(text=text, blocks=blocks, starts=tuple(starts), own=own)


def make_content(
    page: LaidPage, facts: Mapping[str, Known], language: str | None, encoding: str
) -> Content:
    """The content of a page: its own lines, all marks, and what it declares and says of itself."""
    titles = _title_places(page, facts)
    lines = page.read_lines([at for at, own in enumerate(page.own) if own and at not in titles])
    over = metadata.stated_facts(page.text, page.read_lines(_places_over(page, titles)))
    marks = (
        *_mark_outside(page, titles),
        *_mark_named(page, titles),
        *_mark_foreign(page, lines),
        *_mark_asides(page),
        *(mark for mark in over.marks if mark.kind == "byline"),
    )
    known = {
        **facts,
        **_title_fact(page, facts, titles),
        **_facts_over(page, facts, titles, over),
    }
    return read_statements(
        Content(
            text=page.text,
            encoding=encoding,
            lines=lines,
            marks=marks,
            facts=known,
            language=language,
        )
    )


def _facts_over(
    page: LaidPage,
    facts: Mapping[str, Known],
    titles: Sequence[int],
    over: metadata.StatedFacts,
) -> dict[str, Known]:
    """What the lines over an article say where the page declares nothing, and the day of both."""
    pairs = (
        ("author", facts.get("author") or over.author),
        ("published", _settle_published(page, facts, titles, over)),
        ("updated", facts.get("updated") or over.updated),
    )
    return {field: fact for field, fact in pairs if fact}


def _settle_published(
    page: LaidPage,
    facts: Mapping[str, Known],
    titles: Sequence[int],
    over: metadata.StatedFacts,
) -> Known | None:
    """The day of publication, of what a page declares and what is printed over its article."""
    if "published" not in facts:
        alone = _is_update_alone(over.published, facts.get("updated"))
        return None if alone else over.published
    own = (page.blocks[at].text for at, kept in enumerate(page.own) if kept and at not in titles)
    printed = _printed_day(page, titles, over)
    return when.settle_day(facts["published"], printed, "\n".join(own))


def _is_update_alone(printed: Known | None, updated: Known | None) -> bool:
    """Whether the day printed over an article is that of a change, as an element says."""
    if printed is None or updated is None or not updated.note.endswith(f"({timed.UPDATED})"):
        return False
    return printed.value == updated.value


def _title_places(page: LaidPage, facts: Mapping[str, Known]) -> tuple[int, ...]:
    """The lines that are the title: those of its very words, else the headings of the first rank
    in them. A page that declares no title has the one heading of the first rank.
    """
    first = [at for at, block in enumerate(page.blocks) if block.kind == "title"]
    if "title" not in facts:
        return tuple(first) if len(first) == 1 else ()
    wanted = facts["title"].value.casefold()
    return _places_saying(page, wanted) or tuple(
        at for at in first if page.blocks[at].text.casefold() in wanted
    )


def _places_saying(page: LaidPage, wanted: str) -> tuple[int, ...]:
    """The lines set apart that say these very words, given without capitals."""
    set_apart = ((at, block.text) for at, block in enumerate(page.blocks) if block.kind)
    return tuple(at for at, text in set_apart if " ".join(text.split()).casefold() == wanted)


def _title_fact(
    page: LaidPage, facts: Mapping[str, Known], titles: Sequence[int]
) -> dict[str, Known]:
    """The title with its place in the text, where it has one."""
    if not titles:
        return {}
    said = facts.get("title")
    printed = page.blocks[titles[0]].text.replace("\t", " ")
    value = printed if said is None or _holds_more(said, printed) else said.value
    evidence = (page.line_span(titles[0]),)
    note = said.note if said else ""
    return {"title": Known(value=value, basis="stated", note=note, evidence=evidence)}


def _holds_more(said: Known, printed: str) -> bool:
    """Whether the title in a page's head is the heading with the site's own words round it:
    "Storm shuts quay - Halden Courier".
    """
    framed = said.note.endswith("(title element)") and len(printed.split()) >= _FEWEST_IN_TITLE
    return framed and printed.casefold() in said.value.casefold()


def _mark_outside(page: LaidPage, titles: Sequence[int]) -> Iterator[Mark]:
    """Mark what is not the article's, one mark for each run of lines."""
    run: list[int] = []
    for at, own in enumerate((*page.own, True)):
        if not own and at not in titles:
            run.append(at)
        elif run:
            start, end = page.starts[run[0]], page.line_span(run[-1]).end
            yield Mark(start=start, end=end, kind="other_page", reason=_LEFT_OUT)
            run = []


def _mark_named(page: LaidPage, titles: Sequence[int]) -> Iterator[Mark]:
    """Mark what the markup itself names: title, headings, captions."""
    for at, (block, own) in enumerate(zip(page.blocks, page.own, strict=True)):
        kind, reason = _SET_AS.get(block.kind, ("", ""))
        if at in titles:
            kind, reason = "title", "is the title of the page"
        elif not own or not kind:
            continue
        span = page.line_span(at)
        yield Mark(start=span.start, end=span.end, kind=kind, reason=reason)


def _mark_asides(page: LaidPage) -> Iterator[Mark]:
    """Mark where note marks and struck-out words stood."""
    for block, start in zip(page.blocks, page.starts, strict=True):
        if block.asides:
            yield from asides.aside_marks(block.asides, start)


def _mark_foreign(page: LaidPage, lines: Sequence[Line]) -> Iterator[Mark]:
    """Mark the article's lines that the markup declares to be in another language than the rest."""
    declared = [at for at, own in enumerate(page.own) if own and _has_code(page.blocks[at])]
    own = tongues.detect_language("\n".join(one.text for one in lines)) if declared else None
    if own is None:
        return
    for at in declared:
        block, span = page.blocks[at], page.line_span(at)
        if block.language != own and not tongues.is_plainly(block.text.casefold(), own):
            reason = f"is declared to be in another language ({block.language})"
            yield Mark(start=span.start, end=span.end, kind="foreign", reason=reason)


def _has_code(block: Block) -> bool:
    return block.language is not None and len(block.language) == _CODE


def _printed_day(page: LaidPage, titles: Sequence[int], over: metadata.StatedFacts) -> Known | None:
    """The day that stands over the article, else the one right over its title.

    The second may be the day on which the page was looked at, and only tells two days apart.
    """
    if over.published is not None or not titles:
        return over.published
    above = range(max(0, min(titles) - _MOST_BEFORE), min(titles))
    return metadata.stated_facts(page.text, page.read_lines(above)).published


def _places_over(page: LaidPage, titles: Sequence[int]) -> Sequence[int]:
    """The lines between the title and the article's first, where bylines and dates stand."""
    if not titles:
        return ()
    at = min(titles) + 1
    return range(at, min(at + _MOST_OVER, len(page.blocks)))
