"""Which lines of a page are the article, looked at twice: the library's opinion, then the page's
own order.

The library now and then drops a paragraph from the middle of an article, the list behind it, or
nearly all of it. So what it leaves out is looked at again: by where it stands (in the very element
that holds the paragraphs it kept) and, where little of the page's prose was kept, by asking it
another way.
"""

from collections import Counter
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest.html import apart, joining, opinion, visible
from briefing.ingest.html.visible import Block

_FEW_KEPT = 250  # words of prose; a longer article stands beside long comments
_LITTLE = 0.35  # share of the page's prose, in words, under which another way is tried
_FEWEST_LEFT = 150  # words of prose left out that make another way worth while
_MUCH_MORE = 2.0  # how many times as much prose the other way must hold
# words of prose; whoever keeps more has found an article, however long what readers wrote under it
_NEXT_TO_NOTHING = 80


def choose_lines(
    tree: LexborHTMLParser, blocks: Sequence[Block], lead: str = ""
) -> tuple[bool, ...]:
    """Which lines are the article's, one answer a block. `tree` is the blocks' page; it is used up.

    `lead` is the summary that the page declares; where it is printed over the article, it is its
    own. Where no way finds an article, every line may be its own.
    """
    words = [joining.prose_words(block) for block in blocks]
    page = visible.body_markup(tree, f"{opinion.NO_ARTICLE},[{apart.SIGN}]")
    own = joining.join_lines(
        blocks, words, opinion.kept_blocks(blocks, opinion.extract_article(page))
    )
    if _keeps_little(words, own):
        other = joining.join_lines(
            blocks, words, opinion.kept_blocks(blocks, opinion.extract_article(page, widely=True))
        )
        own = _choose_fuller(words, own, other)
    if _keeps_little(words, own) and _kept_words(words, own) < _NEXT_TO_NOTHING:
        own = _choose_fuller(words, own, choose_home(blocks, words))
    if not any(own):
        own = [True] * len(blocks)
    own = joining.drop_pointers(blocks, joining.join_lead(blocks, own, lead))
    return tuple(joining.drop_bare_headings(blocks, own))


def is_little(blocks: Sequence[Block], own: Sequence[bool]) -> bool:
    """Whether the lines of the article are few beside the page's other prose: more may belong to
    it.
    """
    words = [joining.prose_words(block) for block in blocks]
    return _keeps_little(words, own) and _kept_words(words, own) < _FEW_KEPT


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
    return [block.home == best and block.linked <= joining.MOST_LINKED for block in blocks]


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
