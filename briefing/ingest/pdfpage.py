"""One page of a PDF: its lines as they are set, columns apart, raised figures and struck-out words
told.

PDFium gives the characters in the order in which the file draws them, which may run across columns
row by row; where each character stands says what belongs together.
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.ingest import asides, raising
from briefing.ingest.pdfcolumns import GAP, WIDE, SetLine, order_columns
from briefing.language import late, unseen

TINY = 2.5
"""Points of type that nobody can read."""

_LINE_END = late.pattern("(\r?\n|\r|[\x02\ufffe](?:\r?\n)?)")
_BROKEN = (
    "\x02",
    "\ufffe",
)  # PDFium's signs for the hyphen of a word that goes on in the next line
_HYPHENS = ("\u2010", "\u00ad")  # a hyphen that only a typesetter puts
_SOFT = " \r\n\u2010\u00ad"
_SPACES = late.pattern(r"\s+")
_WORD = late.pattern(r"\S+")
_RAISABLE = late.pattern(r"(?<=\S)[\d,–]*\d|(?<=\S)[*†‡§]")
_SMALLER = 0.85  # of the height of the character before, up to which a figure is set smaller
_HIGHER = 0.08  # of that height by which a smaller figure's foot stands above it
_MUCH_HIGHER = 0.25  # the same of a figure that is set in the size of the text
_SAMPLE = 40  # characters whose direction tells that of a page
_MOSTLY = 0.8  # share of them that must agree
_MOST_RULES = 400
_OVER = 2.5  # points by which a rule may go beyond the words that it strikes out
_THIN = 2.0  # points: higher shapes strike nothing out
_MIDDLE = (0.3, 0.68)  # share of a character's height in which a rule strikes it out

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the page's lower left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageText:
    """The characters of a page, how they are turned, and the rules that may strike them out.

    `corner` is the lower left one of what is seen of the page, from which all is measured.
    """

    text: Any
    corner: tuple[float, float]
    width: float
    height: float
    number: int
    quarters: int
    rules: tuple[Box, ...]

    def box(self, at: int) -> Box:
        """Where a character stands, as on a page that is held so that the text runs level."""
        shown = _move_box(self.text.get_charbox(at, loose=True), self.corner)
        return _turn_box(shown, self.quarters, self.width, self.height)


# The library ships no types.
def read_page(opened: Any, number: int) -> list[SetLine]:  # noqa: ANN401
    """The lines of a page that can be seen on it, column by column; `number` counts pages from
    0.
    """
    page = opened[number]
    held = page.get_textpage()
    try:
        total = held.count_chars()
        whole = held.get_text_range(0, total, errors="replace") if total > 0 else ""
        quarters = _quarter_turns(held, total)
        left, bottom, right, top = page.get_bbox()
        width, height = right - left, top - bottom
        if quarters % 2:
            width, height = height, width
        shown = _PageText(
            text=held, corner=(left, bottom), width=width, height=height, number=number,
            quarters=quarters,
            rules=tuple(_move_box(rule, (left, bottom)) for rule in _level_rules(page)),
        )  # fmt: skip
        found = [one for one in _page_lines(shown, whole) if one.size > TINY and _is_on(one, width)]
        if quarters:
            found.sort(key=lambda one: -one.bottom)
        return order_columns(found, width)
    finally:
        held.close()
        page.close()


def _quarter_turns(held: Any, total: int) -> int:  # noqa: ANN401
    """How many quarter turns to the left most of a page's characters stand; 0 where they differ."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - slow to import

    step = max(1, total // _SAMPLE)
    angles = [pdfium.FPDFText_GetCharAngle(held.raw, at) for at in range(0, total, step)]
    turns = Counter(-round(angle / (math.pi / 2)) % 4 for angle in angles)
    turn, count = turns.most_common(1)[0] if turns else (0, 0)
    return turn if count >= _MOSTLY * len(angles) else 0


def _move_box(box: Box, corner: tuple[float, float]) -> Box:
    """A box as seen from `corner`."""
    left, bottom = corner
    return box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom


def _turn_box(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box on a page that was turned so that its text runs level; `width` and `height` are that
    page's.
    """
    left, bottom, right, top = box
    if quarters == 1:
        return bottom, height - right, top, height - left
    if quarters == 2:  # noqa: PLR2004 - upside down
        return width - right, height - top, width - left, height - bottom
    if quarters == 3:  # noqa: PLR2004 - turned to the right
        return width - top, left, width - bottom, right
    return box


def _level_rules(page: Any) -> tuple[Box, ...]:  # noqa: ANN401
    """The thin level shapes of a page, as the file draws them."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    found = []
    for count, one in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if count > _MOST_RULES:
            return ()
        left, bottom, right, top = one.get_bounds()
        if top - bottom <= _THIN < right - left:
            found.append((left, bottom, right, top))
    return tuple(found)


def _is_on(one: SetLine, width: float) -> bool:
    """Whether some of a line lies on its page."""
    return one.right > 0 and one.top > 0 and one.left < width and one.bottom < one.height


def _page_lines(held: _PageText, whole: str) -> Iterator[SetLine]:
    """The lines of a page in the order of the file; those that run over a wide gap in pieces."""
    pieces = _LINE_END.split(whole)
    at = 0
    for part, end in zip(pieces[::2], (*pieces[1::2], ""), strict=True):
        cuts = _cut_stretches(held, part, at) if part.strip() else []
        for index, (first, last) in enumerate(cuts):
            broken = end[:1] in _BROKEN and index == len(cuts) - 1
            yield _set_line(held, part[first:last], at + first, hyphen=broken)
        at += len(part) + len(end)


def _cut_stretches(held: _PageText, part: str, start: int) -> list[tuple[int, int]]:
    """The stretches of a line between gaps that are wider than words are apart."""
    first, last = len(part) - len(part.lstrip()), len(part.rstrip())
    whole = [(first, last)]
    left, bottom, _, top = held.box(start + first)
    right = held.box(start + last - 1)[2]
    if right - left < WIDE * held.width:
        return whole
    cuts = [first]
    for space in _SPACES.finditer(part, first, last):
        before, after = held.box(start + space.start() - 1), held.box(start + space.end())
        if after[0] - before[2] > GAP * (top - bottom):
            cuts += [space.start(), space.end()]
    cuts.append(last)
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _set_line(held: _PageText, part: str, start: int, *, hyphen: bool) -> SetLine:
    first = len(part) - len(part.lstrip())
    last = len(part.rstrip()) - 1
    soft = part.rstrip().endswith(_HYPHENS)
    left, low, _, high = held.box(start + first)
    _, _, right, _ = held.box(start + last)
    shown = _strike_words(held, part, start) or _raise_figures(held, part, start)
    bare = shown.replace("\x00", "").rstrip(_SOFT if soft else None)
    text, beside = asides.cut_asides(unseen.strip_unseen(" ".join(bare.split())))
    return SetLine(
        text=text,
        left=left,
        right=right,
        bottom=low,
        top=high,
        size=high - low,
        page=held.number,
        height=held.height,
        hyphen=hyphen or soft,
        soft=soft,
        beside=beside,
    )


def _raise_figures(held: _PageText, part: str, start: int) -> str:
    """A line with its raised figures told: powers in raised characters, note marks between
    signs.
    """
    plain = asides.strip_signs(part)
    if len(plain) != len(part):
        return plain
    pieces, at = [], 0
    for run in _RAISABLE.finditer(part):
        first = _raised_from(held, start, run)
        if first is None:
            continue
        figures = part[first : run.end()]
        verdict = raising.decide_raised(part[:first], figures)
        told = figures if verdict == "plain" else raising.raise_figures(figures)
        told = f"{asides.NOTE}{figures}{asides.NOTE}" if verdict == "note" else told
        pieces += [part[at:first], told]
        at = run.end()
    return "".join((*pieces, part[at:]))


def _raised_from(held: _PageText, start: int, run: re.Match[str]) -> int | None:
    """Where in a run of figures the raised ones begin; None where none is raised."""
    before = held.box(start + run.start() - 1)
    for at in range(run.start(), run.end()):
        one = held.box(start + at)
        height = before[3] - before[1]
        higher = one[1] - before[1]
        smaller = one[3] - one[1] <= _SMALLER * height
        if higher >= (_HIGHER if smaller else _MUCH_HIGHER) * height > 0:
            return at
        before = one
    return None


def _strike_words(held: _PageText, part: str, start: int) -> str:
    """A line with the words between signs that a rule runs through; empty where none does.

    The rule must begin and end with the words: one that goes on is a fraction's, or a table's.
    """
    if not held.rules or held.quarters or asides.strip_signs(part) != part:
        return ""
    through = _rules_through(held, start + len(part) - len(part.lstrip()))
    if not through:
        return ""
    edges = [
        (held.box(start + word.start())[0], held.box(start + word.end() - 1)[2])
        for word in _WORD.finditer(part)
    ]
    gone = {number for rule in through for number in _words_under(rule, edges)}
    numbers = itertools.count()
    return _WORD.sub(lambda word: _strike(word[0], next(numbers) in gone), part) if gone else ""


def _strike(word: str, gone: bool) -> str:  # noqa: FBT001
    return f"{asides.STRUCK}{word}{asides.STRUCK}" if gone else word


def _rules_through(held: _PageText, at: int) -> list[Box]:
    """The rules of a page that run through the middle of the character at an offset."""
    _, low, _, high = held.box(at)
    height = max(high - low, 1.0)
    return [
        rule
        for rule in held.rules
        if _MIDDLE[0] < ((rule[1] + rule[3]) / 2 - low) / height < _MIDDLE[1]
    ]


def _words_under(rule: Box, edges: Sequence[tuple[float, float]]) -> list[int]:
    """The words, by number, that a rule covers from the first one's beginning to the last one's
    end.
    """
    inside = [
        at for at, (left, right) in enumerate(edges) if rule[0] <= (left + right) / 2 <= rule[2]
    ]
    if not inside:
        return []
    left, right = edges[inside[0]][0], edges[inside[-1]][1]
    fits = rule[0] >= left - _OVER and rule[2] <= right + _OVER
    return inside if fits else []
