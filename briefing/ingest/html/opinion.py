"""Which lines of a page are the article: an extraction library's opinion, laid over the visible text.

The library (trafilatura) gives a text of its own; here it only votes. A line that it holds, white
space aside, is the article's, and so is a short one that stands between two of those in both texts.
"""

import logging
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.ingest.html.visible import Block

_CODE = ("script", "style", "svg")
_SURE = 25  # letters from which a line found anywhere in the library's text is that line
_LONG = 40  # letters from which part of a line may be enough
_CHUNK = 20
_ENOUGH = 0.6  # share of a line's chunks that the library must have kept
_NEAR = 3  # letters between two short lines in the library's text: list signs and the like
_SMALL_GAP = 200


logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it finds wrong with a page is no news


def extract(markup: str) -> str:
    """Give the article's text without white space as the library sees it; empty where it sees none.

    It reads what it is given and opens nothing.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import, and not every source is a page

    found = bare_extraction(_without_code(markup), fast=True, favor_precision=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return ""
    text = found.text if found.body is None else "".join(str(part) for part in found.body.itertext())
    return "".join((text or "").split())


def _without_code(markup: str) -> str:
    """Give a page without its scripts, styles and drawings, which are most of it and none of the article."""
    for name in _CODE:
        pieces, at = [], 0
        while (start := markup.find(f"<{name}", at)) >= 0 and (end := markup.find(f"</{name}>", start)) >= 0:
            pieces.append(markup[at:start])
            at = end + len(name) + 3
        markup = "".join((*pieces, markup[at:])) if pieces else markup
    return markup


def kept(blocks: Sequence[Block], extracted: str) -> list[bool]:
    """Say of each block whether the library took it for the article's own."""
    tight = ["".join(block.text.split()) for block in blocks]
    places = {index: place for index, text in enumerate(tight) if (place := _place(text, extracted))}
    verdict = [index in places for index in range(len(blocks))]
    anchors = [(-1, (0, 0)), *sorted(places.items()), (len(blocks), (len(extracted), len(extracted)))]
    for (before, (_, low)), (after, (high, _)) in pairwise(anchors):
        if low >= high or after - before < 2:  # noqa: PLR2004 - nothing stands between neighbours
            continue
        between = range(before + 1, after)
        forward = before >= 0
        for index in _short(tight, blocks, extracted[low:high], between if forward else reversed(between), forward):
            verdict[index] = True
    return verdict


def _place(text: str, extracted: str) -> tuple[int, int] | None:
    """Give where a long line stands in the library's text, or None."""
    if len(text) < _SURE:
        return None
    at = extracted.find(text)
    if at >= 0:
        return at, at + len(text)
    if len(text) < _LONG:
        return None
    chunks = [text[start : start + _CHUNK] for start in range(0, len(text) - _CHUNK + 1, _CHUNK)][:200]
    found = [at for chunk in chunks if (at := extracted.find(chunk)) >= 0]
    return (min(found), max(found) + _CHUNK) if len(found) >= _ENOUGH * len(chunks) else None


def _short(
    tight: Sequence[str],
    blocks: Sequence[Block],
    gap: str,
    between: Iterable[int],
    forward: bool,  # noqa: FBT001
) -> list[int]:
    """Give the short lines of `between` that stand in `gap`, walking from the anchor that is surest."""
    found = []
    low, high = 0, len(gap)
    wide = high > _SMALL_GAP
    for index in between:
        text = tight[index]
        at = gap.find(text, low, high) if forward else gap.rfind(text, low, high)
        if at < 0:
            continue
        away = at - low if forward else high - at - len(text)
        if away > _NEAR and (not forward or (wide and blocks[index].kind != "heading")):
            continue
        found.append(index)
        low, high = (at + len(text), high) if forward else (low, at)
    return found
