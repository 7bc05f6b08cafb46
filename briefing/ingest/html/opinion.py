"""Which lines of a page are the article: an extraction library's opinion, laid over the visible
text.

The library (trafilatura) gives a text of its own; here it only votes. A line that it holds, white
space aside, is the article's, and so is a short one that stands between two of those in both texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.ingest.html.visible import Block

_SPACES = " \t\u3000"  # a block has no other white space
_SURE = 25  # letters from which a line found anywhere in the library's text is that line
_LONG = 40  # letters from which part of a line may be enough
_CHUNK = 20
_MOST_CHUNKS = 200
_ENOUGH = 0.6  # share of a line's chunks that the library must have kept
_NEAR = 3  # letters between two short lines in the library's text: list signs and the like
_SMALL_GAP = 200


def kept_blocks(blocks: Sequence[Block], extracted: str) -> list[bool]:
    """Say of each block whether the library took it for the article's own."""
    whole = "\n".join([block.text for block in blocks])
    for space in _SPACES:
        whole = whole.replace(space, "")
    tight = whole.split("\n")
    places = {
        index: place
        for index, text in enumerate(tight)
        if len(text) >= _SURE and (place := _place_line(text, extracted))
    }
    verdict = [index in places for index in range(len(blocks))]
    for between, gap in _find_gaps(places, len(blocks), extracted):
        placed = (
            _place_behind(tight, blocks, gap, between)
            if between.start > 0
            else _place_before(tight, gap, between)
        )
        for index in placed:
            verdict[index] = True
    return verdict


def _find_gaps(
    places: Mapping[int, tuple[int, int]], count: int, extracted: str
) -> Iterator[tuple[range, str]]:
    """The lines between those of which the place in the library's text is known, with what that has
    between them.
    """
    end = len(extracted)
    anchors = [(-1, (0, 0)), *sorted(places.items()), (count, (end, end))]
    for (before, (_, low)), (after, (high, _)) in pairwise(anchors):
        if low < high and after - before > 1:
            yield range(before + 1, after), extracted[low:high]


def _place_line(text: str, extracted: str) -> tuple[int, int] | None:
    """Where a line of `_SURE` letters and more stands in the library's text, or None."""
    at = extracted.find(text)
    if at >= 0:
        return at, at + len(text)
    if len(text) < _LONG:
        return None
    count = min(len(text) // _CHUNK, _MOST_CHUNKS)
    found: list[int] = []
    for number in range(count):
        start = number * _CHUNK
        at = extracted.find(text[start : start + _CHUNK])
        if at >= 0:
            found.append(at)
        elif number + 1 - len(found) > (1 - _ENOUGH) * count:
            return None
    return min(found), max(found) + _CHUNK


def _place_behind(
    tight: Sequence[str], blocks: Sequence[Block], gap: str, between: range
) -> list[int]:
    """The short lines of `between` that stand in `gap`, one behind the other from the line over
    them on; headings, and any line where the gap is small, also farther away.
    """
    found = []
    low, small = 0, len(gap) <= _SMALL_GAP
    for index in between:
        at = gap.find(tight[index], low)
        if at >= 0 and (at - low <= _NEAR or small or blocks[index].kind == "heading"):
            found.append(index)
            low = at + len(tight[index])
    return found


def _place_before(tight: Sequence[str], gap: str, between: range) -> list[int]:
    """The short lines of `between` that stand in `gap`, one before the other from the page's first
    long line up.
    """
    found = []
    high = len(gap)
    for index in reversed(between):
        at = gap.rfind(tight[index], 0, high)
        if at >= 0 and high - at - len(tight[index]) <= _NEAR:
            found.append(index)
            high = at
    return found
