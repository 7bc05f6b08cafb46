"""Which lines of a page are the article, looked at twice: the library's opinion, then the page's
own order.

The library now and then drops a paragraph from the middle of an article, the list behind it, or
nearly all of it. So what it leaves out is looked at again: by where it stands (in the very element
that holds the paragraphs it kept) and, where little of the page's prose was kept, by asking it
another way.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest.html import apart, asking, galleries, joining, opinion, visible
from briefing.ingest.html.visible import Block

_TOO_SHORT = 250  # letters of a page, of which the library takes what is there in any case
_FEW_KEPT = 250  # words of prose; a longer article stands beside long comments
_LITTLE = 0.35  # share of the page's prose, in words, under which another way is tried
_FEWEST_LEFT = 150  # words of prose left out that make another way worth while
_MUCH_MORE = 2.0  # how many times as much prose the other way must hold
# words of prose; whoever keeps more has found an article, however long what readers wrote under it
_NEXT_TO_NOTHING = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLines:
    """Which lines are the article's, one answer a block; and whether they are few beside the page's
    other prose, so that more may belong to it.
    """

    own: tuple[bool, ...]
    little: bool


def choose_lines(tree: LexborHTMLParser, blocks: Sequence[Block], lead: str = "") -> ChosenLines:
    """Which lines are the article's. `tree` is the blocks' page; it is used up.

    `lead` is the summary that the page declares; where it is printed over the article, it is its
    own. Where no way finds an article, every line may be its own.
    """
    words = [joining.prose_words(block) for block in blocks]
    own = _choose_body(tree, blocks, words)
    own = joining.drop_pointers(blocks, joining.join_lead(blocks, own, lead))
    own = galleries.drop_gallery(blocks, words, own)
    own = joining.drop_bare_headings(blocks, own)
    little = _keeps_little(words, own) and _kept_words(words, own) < _FEW_KEPT
    return ChosenLines(own=tuple(own), little=little)


def _choose_body(
    tree: LexborHTMLParser, blocks: Sequence[Block], words: Sequence[int]
) -> list[bool]:
    """The lines that the library keeps, asked another way where these are few, and what belongs to
    them by its place.
    """
    if sum(len(block.text) for block in blocks) < _TOO_SHORT:
        return [not block.item or block.linked <= joining.MOST_LINKED for block in blocks]
    page = visible.body_markup(tree, f"{asking.NO_ARTICLE},[{apart.SIGN}]")
    own = _ask_library(page, blocks, words, widely=False)
    if _keeps_little(words, own):
        own = _choose_fuller(words, own, _ask_library(page, blocks, words, widely=True))
    if _keeps_little(words, own) and _kept_words(words, own) < _NEXT_TO_NOTHING:
        own = _choose_fuller(words, own, choose_home(blocks, words))
    return own if any(own) else [True] * len(blocks)


def _ask_library(
    page: bytes, blocks: Sequence[Block], words: Sequence[int], *, widely: bool
) -> list[bool]:
    prose = sum(len(block.text) for block, count in zip(blocks, words, strict=True) if count)
    found = asking.extract_article(page, widely=widely, prose=prose)
    kept = opinion.kept_blocks(blocks, found)
    return joining.join_lines(blocks, words, kept)


def choose_home(blocks: Sequence[Block], words: Sequence[int]) -> list[bool]:
    """Choose the element that holds the most prose in paragraphs of its own, of equals the first.

    Its number is a place in memory, which differs from run to run: it orders nothing.
    """
    held: Counter[int] = Counter()
    for block, count in zip(blocks, words, strict=True):
        if block.home:
            held[block.home] += count
    if not held:
        return [False] * len(blocks)
    best = max(held, key=held.__getitem__)
    return [
        block.home == best and block.linked <= joining.MOST_LINKED and not block.apart
        for block in blocks
    ]


def _keeps_little(words: Sequence[int], own: Sequence[bool]) -> bool:
    return (
        sum(words) - _kept_words(words, own) >= _FEWEST_LEFT and _kept_share(words, own) < _LITTLE
    )


def _choose_fuller(words: Sequence[int], one: list[bool], other: list[bool]) -> list[bool]:
    """What either choice keeps where the other holds much more prose, else the one alone."""
    if _kept_words(words, other) <= _MUCH_MORE * _kept_words(words, one):
        return one
    return [first or second for first, second in zip(one, other, strict=True)]


def _kept_words(words: Sequence[int], own: Sequence[bool]) -> int:
    return sum(count for count, kept in zip(words, own, strict=True) if kept)


def _kept_share(words: Sequence[int], own: Sequence[bool]) -> float:
    whole = sum(words)
    return _kept_words(words, own) / whole if whole else 1.0
