"""One page to its content: what is seen, what it declares, which lines are the article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.ingest import charset, metadata, tongues
from briefing.ingest.clean.page import Line, count_words, read_line
from briefing.ingest.decode import Undecodable
from briefing.ingest.describe import read_statements
from briefing.ingest.html import declared, hiding, visible, walls
from briefing.ingest.html.choice import choose_lines
from briefing.ingest.html.depth import too_deep
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Content, Item, Unreadable
from briefing.model import Known, Mark, Span

_LEFT_OUT = "an extraction library finds it outside the article"
_MOST_OVER = (
    14  # lines between a page's title and its first prose that may say who wrote it and when
)
_FEWEST_WORDS = 5
_MOST_COUNTED = 200
_MOST_BLOCKS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The blocks of a page, where each starts in its text, and which are the article's own."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    own: tuple[bool, ...]


def content(item: Item) -> Content | Unreadable:
    """Give the article that a page holds, or why there is none."""
    decoded = charset.decode_markup(item.data, item.charset)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    found = of_markup(decoded.text, decoded.encoding)
    if isinstance(found, Content) and decoded.broken:
        broken = f"Characters of the page that could not be decoded: {decoded.broken}."
        return Content(
            **{name: getattr(found, name) for name in found.__slots__} | {"caveats": (broken,)}
        )
    return found


def of_markup(markup: str, encoding: str) -> Content | Unreadable:
    """Give the article in decoded HTML, or why there is none. Nothing in it is run or fetched."""
    if too_deep(markup):
        return Unreadable(reason="its elements are nested too deeply: this is no article")
    tree = visible.parse_page(markup)
    facts, language = declared.declared_facts(tree), declared.declared_language(tree)
    hiding.remove_hidden(tree)
    blocks = visible.visible_blocks(tree)
    if not blocks:
        return Unreadable(reason="the page shows no text")
    if len(blocks) > _MOST_BLOCKS:
        return Unreadable(reason=f"the page has {len(blocks):,} lines: this is no article")
    own = choose_lines(tree, blocks)
    page = _lay_page(blocks, own)
    title = facts["title"].value if "title" in facts else ""
    shown = [block.text for block in blocks]
    wall = walls.wall_reason(
        title, [text for text, own in zip(shown, page.own, strict=True) if own], shown
    )
    if wall:
        return Unreadable(reason=wall)
    if (
        sum(
            count_words(text[:_MOST_COUNTED])
            for text, own in zip(shown, page.own, strict=True)
            if own
        )
        < _FEWEST_WORDS
    ):
        return Unreadable(reason="the page shows no article")
    return _make_content(page, facts, language, encoding)


def _lay_page(blocks: tuple[Block, ...], own: tuple[bool, ...]) -> _Page:
    starts = tuple(accumulate((len(block.text) + 1 for block in blocks[:-1]), initial=0))
    return _Page(
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        starts=starts,
        own=own,
    )


def _make_content(
    page: _Page, facts: Mapping[str, Known], language: str | None, encoding: str
) -> Content:
    named, titles = _find_title(page, facts)
    lines = tuple(
        read_line(block.text, start)
        for index, (block, start, own) in enumerate(
            zip(page.blocks, page.starts, page.own, strict=True)
        )
        if own and index not in titles
    )
    marks = [*_mark_outside(page, titles), *_mark_named(page, titles), *_mark_foreign(page, lines)]
    if "published" not in named or "author" not in named:
        over = metadata.stated_facts(page.text, _lines_over(page, titles))
        marks += [mark for mark in over.marks if mark.kind == "byline"]
        pairs = (("author", over.author), ("published", over.published))
        named = {field: fact for field, fact in pairs if fact} | named
    return read_statements(
        Content(
            text=page.text,
            encoding=encoding,
            lines=lines,
            marks=tuple(marks),
            facts=named,
            language=language,
        )
    )


def _find_title(page: _Page, facts: Mapping[str, Known]) -> tuple[dict[str, Known], frozenset[int]]:
    """Give the facts with the title's place in the text, and the lines that are the title.

    A page that declares no title has the one heading of the first rank.
    """
    first = [index for index, block in enumerate(page.blocks) if block.kind == "title"]
    declared_title = facts.get("title")
    if declared_title is not None:
        wanted = declared_title.value.casefold()
        same = [
            i
            for i, block in enumerate(page.blocks)
            if block.kind and block.text.casefold() == wanted
        ]
        places = same or [i for i in first if page.blocks[i].text.casefold() in wanted]
    else:
        places = first if len(first) == 1 else []
    if not places:
        return dict(facts), frozenset()
    at = places[0]
    span = Span(start=page.starts[at], end=page.starts[at] + len(page.blocks[at].text))
    note = declared_title.note if declared_title is not None else ""
    value = (
        declared_title.value
        if declared_title is not None
        else page.blocks[at].text.replace("\t", " ")
    )
    return {
        **facts,
        "title": Known(value=value, basis="stated", note=note, evidence=(span,)),
    }, frozenset(places)


def _mark_outside(page: _Page, titles: frozenset[int]) -> list[Mark]:
    """Mark what is not the article's, one mark for each run of lines."""
    marks: list[Mark] = []
    run: list[int] = []
    for index, own in enumerate((*page.own, True)):
        if not own and index not in titles:
            run.append(index)
        elif run:
            end = page.starts[run[-1]] + len(page.blocks[run[-1]].text)
            marks.append(
                Mark(start=page.starts[run[0]], end=end, kind="other_page", reason=_LEFT_OUT)
            )
            run = []
    return marks


def _mark_named(page: _Page, titles: frozenset[int]) -> list[Mark]:
    """Mark what the markup itself names: title, headings, captions."""
    marks = []
    for index, (block, start, own) in enumerate(
        zip(page.blocks, page.starts, page.own, strict=True)
    ):
        end = start + len(block.text)
        if index in titles:
            marks.append(
                Mark(start=start, end=end, kind="title", reason="is the title of the page")
            )
        elif own and block.kind == "caption":
            marks.append(Mark(start=start, end=end, kind="caption", reason="is set as a caption"))
        elif own and block.kind:
            marks.append(Mark(start=start, end=end, kind="heading", reason="is set as a heading"))
    return marks


def _mark_foreign(page: _Page, lines: Sequence[Line]) -> list[Mark]:
    """Mark the article's lines that the markup declares to be in another language than the rest."""
    if not any(block.language for block in page.blocks):
        return []
    own = tongues.detect_language("\n".join(one.text for one in lines))
    return [
        Mark(start=start, end=start + len(block.text), kind="foreign",
             reason=f"is declared to be in another language ({block.language})")
        for block, start, kept in zip(page.blocks, page.starts, page.own, strict=True)
        if kept and own and block.language and block.language != own and len(block.language) == 2  # noqa: PLR2004
        and not tongues.is_plainly(block.text.casefold(), own)
    ]  # fmt: skip


def _lines_over(page: _Page, titles: frozenset[int]) -> tuple[Line, ...]:
    """Give the lines between the title and the article's first, where bylines and dates stand."""
    if not titles:
        return ()
    at = min(titles)
    rest = range(at + 1, min(at + 1 + _MOST_OVER, len(page.blocks)))
    return tuple(read_line(page.blocks[index].text, page.starts[index]) for index in rest)
