"""Galleries that stand in an article: slides with a number of so many each, about other things.

"1/50 United go down" over a paragraph is a slide; its words belong to a picture, and often to
another story. A page that is nothing but slides keeps them: they are its article.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.ingest.html.visible import Block
from briefing.language import wordlist

_COUNTER = wordlist.patterns("mul", "slides")["counter"]
_FEWEST_SLIDES = 3
_MOST_IN_SLIDE = 4  # lines behind a counter that are its slide's: title, text, credit
_FEWEST_LEFT = 60  # words of prose beside the slides, without which they are the article


def drop_gallery(blocks: Sequence[Block], words: Sequence[int], own: Sequence[bool]) -> list[bool]:
    """The lines kept without the slides of a gallery; `words` are those of each block's prose."""
    slides = frozenset(_slide_lines(blocks))
    kept = [one and at not in slides for at, one in enumerate(own)]
    left = sum(count for count, one in zip(words, kept, strict=True) if one)
    return kept if left >= _FEWEST_LEFT else list(own)


def _slide_lines(blocks: Sequence[Block]) -> Iterator[int]:
    """The lines of the slides: from the first counter to the end of the last one's slide."""
    run: list[int] = []
    number = whole = 0
    for at, block in enumerate(blocks):
        match = _COUNTER.match(block.text) if block.text[:1].isdigit() else None
        if match is None:
            continue
        if (int(match[1]), int(match[2])) == (number + 1, whole) and run:
            run.append(at)
        elif int(match[1]) == 1 and int(match[2]) >= _FEWEST_SLIDES:
            yield from _run_lines(blocks, run)
            run = [at]
        else:
            continue
        number, whole = int(match[1]), int(match[2])
    yield from _run_lines(blocks, run)


def _run_lines(blocks: Sequence[Block], run: Sequence[int]) -> Iterator[int]:
    if len(run) < _FEWEST_SLIDES:
        return
    longest = max(after - at for at, after in pairwise(run))
    end = min(run[-1] + min(longest, _MOST_IN_SLIDE), len(blocks))
    yield from range(run[0], end)
