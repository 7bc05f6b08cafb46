"""Which lines of a page are the article, looked at twice: the library's opinion, then the page's
own order.

The library now and then drops a paragraph from the middle of an article, the list behind it, or
nearly all of it. So what it leaves out is looked at again: by where it stands (in the very element
that holds the paragraphs it kept) and, where little of the page's prose was kept, by asking it
another way.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest.clean.page import count_words
from briefing.ingest.html import opinion, visible
from briefing.ingest.html.visible import Block

_PROSE_WORDS = 10
_ENDS = (".", "!", "?", "”", '"', "’", "»", "。", "！", "？", "؟", "…")
_MOST_LINKED = 0.5  # share of a line's letters in links, from which it leads elsewhere
_FEWEST_KIN = 2  # kept paragraphs of one element that make it the article's own
_FEW_KEPT = 250  # words of prose; a longer article stands beside long comments
_FACT_WORDS = 5  # of an item that tells something by itself
_FEW_WORDS = 3  # of one with a number in it
_LITTLE = 0.35  # share of the page's prose, in words, under which another way is tried
_FEWEST_LEFT = 150  # words of prose left out that make another way worth while
_MUCH_MORE = 2.0  # how many times as much prose the other way must hold
_NEXT_TO_NOTHING = 80  # words of prose; whoever keeps more has found an article, however long what readers wrote under it
_LONGEST = 2_000


def choose_lines(tree: LexborHTMLParser, blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Which lines are the article's, one answer a block. `tree` is the blocks' page; it is used up.

    Where no way finds an article, every line may be its own.
    """
    words = [_prose_words(block) for block in blocks]
    page = visible.body_markup(tree, opinion.NO_ARTICLE)
    own = _join_between(blocks, words, opinion.kept_blocks(blocks, opinion.extract_article(page)))
    if _keeps_little(words, own):
        other = _join_between(
            blocks, words, opinion.kept_blocks(blocks, opinion.extract_article(page, widely=True))
        )
        own = _choose_fuller(words, own, other)
    if _keeps_little(words, own) and _kept_words(words, own) < _NEXT_TO_NOTHING:
        own = _choose_fuller(words, own, _by_home(blocks, words))
    if not any(own):
        own = [True] * len(blocks)
    return tuple(own)


def is_little(blocks: Sequence[Block], own: Sequence[bool]) -> bool:
    """Whether the lines of the article are few beside the page's other prose: more may belong to
    it.
    """
    words = [_prose_words(block) for block in blocks]
    return _keeps_little(words, own) and _kept_words(words, own) < _FEW_KEPT


def _prose_words(block: Block) -> int:
    """Count the words of a line that is a sentence of some length and no link; else give 0."""
    if block.linked > _MOST_LINKED or not block.text.rstrip().endswith(_ENDS):
        return 0
    words = count_words(block.text[:_LONGEST])
    return words if words >= _PROSE_WORDS else 0


def _join_between(blocks: Sequence[Block], words: Sequence[int], kept: list[bool]) -> list[bool]:
    """Add the lines left out that stand between kept ones, in the very element that holds these.

    A paragraph must be prose. Captions there belong to it, and a heading over a line that does. Of
    lists and tables, whose items and rows are told by what stands around them, see `_join_lists`.
    """
    kin = Counter(
        block.home for block, own, count in zip(blocks, kept, words, strict=True) if own and count
    )
    inside = {home for home, count in kin.items() if home and count >= _FEWEST_KIN}
    places = [index for index, own in enumerate(kept) if own]
    if not inside or not places:
        return kept
    joined = list(kept)
    for index in range(places[0], min(places[-1] + 2, len(blocks))):
        block = blocks[index]
        if joined[index] or block.home not in inside or block.linked > _MOST_LINKED:
            continue
        joined[index] = bool(words[index]) and not block.kind
    for index in range(places[0], places[-1]):
        if blocks[index].kind == "caption" and blocks[index].linked <= _MOST_LINKED:
            joined[index] = True
    return _join_lists(blocks, joined, inside)


def _join_lists(blocks: Sequence[Block], joined: list[bool], inside: Collection[int]) -> list[bool]:
    """Add runs of items or rows that stand in an element of the article's right behind a line of
    it.

    They carry facts where some have a number or are of several words; share bars have neither.
    """
    at = 1
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].item and blocks[end].home in inside:
            end += 1
        run = range(at, end)
        if (
            run
            and joined[at - 1]
            and _leads_list(blocks[at - 1].text)
            and _carries_facts([blocks[index] for index in run])
        ):
            for index in run:
                joined[index] = True
        at = max(end, at + 1)
    return joined


def _carries_facts(run: Sequence[Block]) -> bool:
    """Whether items or rows carry facts: few of their letters in links, numbers or several words in
    most.
    """
    if any(block.linked > _MOST_LINKED for block in run):
        return False
    told = [
        count_words(block.text) >= (_FEW_WORDS if _has_number(block.text) else _FACT_WORDS)
        for block in run
    ]
    return sum(told) * 2 > len(told)


def _leads_list(line: str) -> bool:
    """Whether a list may belong to the line before it: that is prose, or announces it."""
    return line.endswith(":") or (line.endswith(_ENDS) and count_words(line) >= _PROSE_WORDS)


def _has_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _by_home(blocks: Sequence[Block], words: Sequence[int]) -> list[bool]:
    """Choose the element that holds the most prose in paragraphs of its own."""
    held: Counter[int] = Counter()
    for block, count in zip(blocks, words, strict=True):
        if block.home:
            held[block.home] += count
    if not held:
        return [False] * len(blocks)
    best = max(held, key=lambda home: (held[home], -home))
    return [block.home == best and block.linked <= _MOST_LINKED for block in blocks]


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
