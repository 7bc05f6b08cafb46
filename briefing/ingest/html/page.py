"""One page to its content: what is seen, what it declares, which lines are the article."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import compress

from briefing.ingest import paying
from briefing.ingest.clean.page import count_words
from briefing.ingest.decode import Undecodable
from briefing.ingest.html import (
    apart,
    data_text,
    declared,
    hiding,
    joining,
    linked,
    listing,
    preformatted,
    raised,
    saving,
    styled,
    visible,
    walls,
)
from briefing.ingest.html.choice import ChosenLines, choose_lines
from briefing.ingest.html.decoding import decoded_page, take_page
from briefing.ingest.html.depth import too_deep
from briefing.ingest.html.laid import lay_page, make_content
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Content, Item, Unreadable
from briefing.model import Known

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
class _ShownPage:
    """The lines that a page shows and which of them are the article's, what its data tell of that,
    and whether they call it free.
    """

    blocks: tuple[Block, ...]
    chosen: ChosenLines
    told: Sequence[str]
    free: bool

    def pay_lines(self) -> list[int]:
        """Which lines among the article's are a wall of payment."""
        places = [at for at, own in enumerate(self.chosen.own) if own]
        return [places[at] for at in paying.wall_lines([self.blocks[at].text for at in places])]

    def own_lines(self, cut: Collection[int]) -> list[bool]:
        """Say of each line whether it is the article's and none of those of a wall."""
        return [own and at not in cut for at, own in enumerate(self.chosen.own)]

    def untold_rest(self, texts: Sequence[str], size: int, *, paid: bool) -> Sequence[str]:
        """What the data tell beyond the lines taken, where these, of `size` words, may be cut off
        or are few beside the data.
        """
        lacking = paid or _MUCH_MORE * size < _count_all(self.told)
        return data_text.untold_rest(self.told, texts) if lacking else ()


def content(item: Item) -> Content | Unreadable:
    """The article that a page holds, or why there is none."""
    decoded = decoded_page(item.data, item.charset)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    with _collecting_paused():
        found = of_markup(decoded.text, decoded.encoding)
    if isinstance(found, Unreadable):
        return found
    found = saving.say_saving(found, decoded.text)
    if decoded.broken:
        broken = f"Characters of the page that could not be decoded: {decoded.broken}."
        return replace(found, caveats=(*found.caveats, broken))
    return found


@contextmanager
def _collecting_paused() -> Iterator[None]:
    """Look for no cycles of objects meanwhile: a page makes tens of thousands of objects that are
    all needed until it is read and hold no cycles, and looking through them again and again took a
    fiftieth of the time.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


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
    tree = take_page(markup)
    about = linked.linked_articles(tree)
    facts, language = declared.declared_facts(tree, about), declared.declared_language(tree)
    lead = declared.declared_lead(tree)
    if "<pre" in markup or "<PRE" in markup:  # hardly any page has one
        preformatted.part_preformatted(tree)
    apart.set_apart(tree)
    style = styled.read_style(tree)
    hiding.remove_hidden(tree, style, sheets_count=not widely)
    raised.take_raised(tree, style.css)
    blocks = visible.visible_blocks(tree, scripts=not widely)
    told = data_text.data_paragraphs(about)
    if not blocks and not told:
        return Unreadable(reason=_NO_TEXT)
    if len(blocks) > _MOST_BLOCKS:
        return Unreadable(reason=f"the page has {len(blocks):,} lines: this is no article")
    chosen = choose_lines(tree, blocks, lead)
    if listing.lists_articles(tree, blocks, chosen.own, told):
        return Unreadable(reason=listing.REASON)
    shown = _ShownPage(blocks=blocks, chosen=chosen, told=told, free=data_text.is_free(about))
    return _take_article(shown, facts, language, encoding)


def _take_article(
    shown: _ShownPage, facts: Mapping[str, Known], language: str | None, encoding: str
) -> Content | Unreadable:
    """The article of what a page shows, with what its data tell beyond that."""
    cut = shown.pay_lines()
    kept = joining.drop_bare_headings(shown.blocks, shown.own_lines(cut))
    texts = [block.text for block in compress(shown.blocks, kept)]
    size = _count_all(texts)
    refused = _refusal(facts, texts, shown.blocks, size)
    if refused:
        kept, texts, size = [False] * len(kept), [], 0
    paid = bool(cut) or not shown.free
    more = shown.untold_rest(texts, size, paid=paid)
    if refused and not more:
        return Unreadable(reason=refused)
    blocks = (*shown.blocks, *(Block(text=one) for one in more))
    page = lay_page(blocks, (*kept, *[True] * len(more)))
    made = make_content(page, facts, language, encoding)
    asking = (paying.ask_mark(page.starts[at], page.line_span(at).end) for at in cut)
    caveat = _cut_off(size, cut=bool(cut), paid=paid, more=bool(more))
    caveat = caveat or (_LITTLE if shown.chosen.little else "")
    return replace(
        made,
        marks=(*made.marks, *asking),
        caveats=(*made.caveats, *filter(None, (caveat,))),
    )


def _refusal(
    facts: Mapping[str, Known], texts: Sequence[str], blocks: Sequence[Block], size: int
) -> str | None:
    """Why what a page shows is no article, None where it may be one. `size` counts its words."""
    title = facts["title"].value if "title" in facts else ""
    reason = walls.wall_reason(title, texts, [block.text for block in blocks])
    return reason or (_NO_ARTICLE if size < _FEWEST_WORDS else None)


def _cut_off(size: int, *, cut: bool, paid: bool, more: bool) -> str:
    """Say how a text of `size` words was cut off, or where more of it was found; empty for one that
    is whole.
    """
    if more:
        return _CUT_AND_DATA if paid else _FROM_DATA
    if cut:
        return paying.CUT
    return _MAY_BE_CUT if paid and size < _FEW_FOR_PAY else ""


def _count_all(texts: Sequence[str]) -> int:
    return sum(count_words(text) for text in texts)
