"""One page to its content: what is seen, what it declares, which lines are the article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, compress

from briefing.ingest import asides, metadata, paying, tongues
from briefing.ingest.clean.page import Line, count_words, read_line
from briefing.ingest.decode import Undecodable
from briefing.ingest.describe import read_statements
from briefing.ingest.html import data_text, declared, hiding, linked, raised, visible, walls, when
from briefing.ingest.html.choice import choose_lines, is_little
from briefing.ingest.html.decoding import decoded_page
from briefing.ingest.html.depth import too_deep
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Content, Item, Unreadable
from briefing.model import Known, Mark, Span

_LEFT_OUT = "an extraction library finds it outside the article"
_MOST_OVER = (
    14  # lines between a page's title and its first prose that may say who wrote it and when
)
_MOST_BEFORE = 3  # lines over a title that may say when
_FEWEST_WORDS = 5
_MOST_BLOCKS = 20_000
_MUCH_MORE = 2  # times as many words in the data as are shown, from which little is shown
_FEW_FOR_PAY = 200  # words under which an article for those who pay may be cut off
_FEWEST_UNSEEN = 60  # words that a page must hold that shows itself by a script only
_NO_TEXT, _NO_ARTICLE = "the page shows no text", "the page shows no article"
_LITTLE = "Little of the page's text was taken for the article: more may belong to it."
_FROM_DATA = (
    "Part of its text is not shown on the page: it stands in the page's data (articleBody)."
)
_CUT_AND_DATA = "It is cut off by a paywall; the rest stands in the page's data (articleBody)."
_MAY_BE_CUT = "The page says that it is not free: it may be cut off by a paywall."
_BY_SCRIPT = "The page shows its text only where scripts run: it is read as it stands in the file."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The blocks of a page, where each starts in its text, and which are the article's own."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    own: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """The lines that a page shows and which of them are the article's, what its data tell of that,
    and whether they call it free.
    """

    blocks: tuple[Block, ...]
    own: tuple[bool, ...]
    told: Sequence[str]
    free: bool

    def pay_lines(self) -> list[int]:
        """Which lines among the article's ask to pay."""
        pairs = enumerate(zip(self.blocks, self.own, strict=True))
        return [at for at, (block, own) in pairs if own and paying.asks_to_pay(block.text)]

    def doubt(self) -> str:
        """Say that little was taken for the article, "" where it was not."""
        return _LITTLE if is_little(self.blocks, self.own) else ""


def content(item: Item) -> Content | Unreadable:
    """The article that a page holds, or why there is none."""
    decoded = decoded_page(item.data, item.charset)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    found = of_markup(decoded.text, decoded.encoding)
    if isinstance(found, Content) and decoded.broken:
        broken = f"Characters of the page that could not be decoded: {decoded.broken}."
        return replace(found, caveats=(*found.caveats, broken))
    return found


def of_markup(markup: str, encoding: str) -> Content | Unreadable:
    """The article in decoded HTML, or why there is none. Nothing in it is run or fetched.

    A page that shows nothing is looked at again as with a script that has run: without its sheets,
    with what it holds for readers without scripts.
    """
    if too_deep(markup):
        return Unreadable(reason="its elements are nested too deeply: this is no article")
    found = _read_seen(markup, encoding)
    if isinstance(found, Content) or found.reason not in {_NO_TEXT, _NO_ARTICLE}:
        return found
    other = _read_seen(markup, encoding, widely=True)
    if isinstance(other, Unreadable) or sum(one.words for one in other.lines) < _FEWEST_UNSEEN:
        return found
    return replace(other, caveats=(*other.caveats, _BY_SCRIPT))


def _read_seen(markup: str, encoding: str, *, widely: bool = False) -> Content | Unreadable:
    """The article that a page shows; `widely` leaves its style sheets out and its noscript
    in.
    """
    tree = visible.parse_page(markup)
    about = linked.linked_articles(tree)
    facts, language = declared.declared_facts(tree, about), declared.declared_language(tree)
    lead = declared.declared_lead(tree)
    hiding.remove_hidden(tree, sheets_count=not widely)
    raised.take_raised(tree)
    blocks = visible.visible_blocks(tree, scripts=not widely)
    told = data_text.data_paragraphs(about)
    if not blocks and not told:
        return Unreadable(reason=_NO_TEXT)
    if len(blocks) > _MOST_BLOCKS:
        return Unreadable(reason=f"the page has {len(blocks):,} lines: this is no article")
    seen = _Seen(
        blocks=tuple(blocks),
        own=choose_lines(tree, blocks, lead),
        told=told,
        free=data_text.is_free(about),
    )
    return _take_article(seen, facts, language, encoding)


def _take_article(
    seen: _Seen, facts: Mapping[str, Known], language: str | None, encoding: str
) -> Content | Unreadable:
    """The article of what is seen of a page, with what its data tell beyond that."""
    cut = seen.pay_lines()
    kept = [one and at not in cut for at, one in enumerate(seen.own)]
    texts = [block.text for block in compress(seen.blocks, kept)]
    refused = _refusal(facts, texts, seen.blocks)
    if refused:
        kept, texts = [False] * len(kept), []
    paid = bool(cut) or not seen.free
    more = _told_besides(seen.told, texts, lacking=paid or refused is not None)
    if refused and not more:
        return Unreadable(reason=refused)
    blocks = (*seen.blocks, *(Block(text=one) for one in more))
    page = _lay_page(blocks, (*kept, *(True for _ in more)))
    made = _make_content(page, facts, language, encoding)
    caveat = _cut_off(texts, more, cut=bool(cut), paid=paid) or seen.doubt()
    return replace(
        made,
        marks=(*made.marks, *(_paywall_mark(page, at) for at in cut)),
        caveats=(*made.caveats, *filter(None, (caveat,))),
    )


def _told_besides(told: Sequence[str], texts: Sequence[str], *, lacking: bool) -> Sequence[str]:
    """What the data of a page tell beyond the texts that it shows, where those are little, or known
    to be lacking.
    """
    if lacking or _MUCH_MORE * _count_all(texts) < _count_all(told):
        return data_text.untold_rest(told, texts)
    return ()


def _refusal(
    facts: Mapping[str, Known], texts: Sequence[str], blocks: Sequence[Block]
) -> str | None:
    """Why what a page shows is no article, None where it may be one."""
    title = facts["title"].value if "title" in facts else ""
    reason = walls.wall_reason(title, texts, [block.text for block in blocks])
    return reason or (_NO_ARTICLE if _count_all(texts) < _FEWEST_WORDS else None)


def _cut_off(texts: Sequence[str], more: Sequence[str], *, cut: bool, paid: bool) -> str:
    """Say how a text was cut off, or where its rest was found; empty for one that is whole."""
    if more:
        return _CUT_AND_DATA if paid else _FROM_DATA
    if cut:
        return paying.CUT
    return _MAY_BE_CUT if paid and _count_all(texts) < _FEW_FOR_PAY else ""


def _paywall_mark(page: _Page, at: int) -> Mark:
    """Mark a line that asks to pay."""
    start = page.starts[at]
    return paying.ask_mark(start, start + len(page.blocks[at].text))


def _count_all(texts: Sequence[str]) -> int:
    return sum(count_words(text) for text in texts)


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
    marks = [
        *_mark_outside(page, titles),
        *_mark_named(page, titles),
        *_mark_foreign(page, lines),
        *_mark_asides(page),
    ]
    over = metadata.stated_facts(page.text, _lines_over(page, titles))
    marks += [mark for mark in over.marks if mark.kind == "byline"]
    own = "\n".join(one.text for one in lines)
    declared_day = named.get("published")
    pairs = (
        ("author", named.get("author") or over.author),
        (
            "published",
            when.settle_day(declared_day, _printed_day(page, titles, over), own)
            if declared_day
            else over.published,
        ),
        ("updated", named.get("updated") or over.updated),
    )
    named |= {field: fact for field, fact in pairs if fact}
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
    """The facts with the title's place in the text, and the lines that are the title.

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


def _mark_asides(page: _Page) -> list[Mark]:
    """Mark where note marks and struck-out words stood."""
    pairs = zip(page.blocks, page.starts, strict=True)
    return [mark for block, start in pairs for mark in asides.aside_marks(block.asides, start)]


def _mark_foreign(page: _Page, lines: Sequence[Line]) -> list[Mark]:
    """Mark the article's lines that the markup declares to be in another language than the rest."""
    if not any(block.language for block in page.blocks):
        return []
    own = tongues.detect_language("\n".join(one.text for one in lines))
    return [
        Mark(start=start, end=start + len(block.text), kind="foreign",
             reason=f"is declared to be in another language ({block.language})")
        for block, start, kept in zip(page.blocks, page.starts, page.own, strict=True)
        if kept and own and _is_foreign(block, own)
    ]  # fmt: skip


def _is_foreign(block: Block, own: str) -> bool:
    """Whether a line is declared to be in another language than `own`, and doesn't read as that."""
    declared = block.language or ""
    if len(declared) != 2 or declared == own:  # noqa: PLR2004 - ISO 639-1
        return False
    return not tongues.is_plainly(block.text.casefold(), own)


def _printed_day(page: _Page, titles: frozenset[int], over: metadata.StatedFacts) -> Known | None:
    """The day that stands over the article, else the one right over its title.

    The second may be the day on which the page was looked at, and only tells two days apart.
    """
    if over.published is not None or not titles:
        return over.published
    before = range(max(0, min(titles) - _MOST_BEFORE), min(titles))
    above = tuple(read_line(page.blocks[index].text, page.starts[index]) for index in before)
    return metadata.stated_facts(page.text, above).published


def _lines_over(page: _Page, titles: frozenset[int]) -> tuple[Line, ...]:
    """The lines between the title and the article's first, where bylines and dates stand."""
    if not titles:
        return ()
    at = min(titles)
    rest = range(at + 1, min(at + 1 + _MOST_OVER, len(page.blocks)))
    return tuple(read_line(page.blocks[index].text, page.starts[index]) for index in rest)
