"""Lines of a PDF page in the order in which they are read, columns one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.ingest.asides import Aside

GAP = 1.1  # of a line's height: a wider space parts columns, or cells
WIDE = 0.4  # share of a page's width from which a line may run over two columns, of three too
_FEWEST_ROWS = 3  # lines that the same white stripe must cut
_FEWEST_LETTERS = 18  # in the median piece beside such a stripe; cells of tables have fewer
_MOST_COLUMNS = 6
_MOST_ROWS = 600  # lines in pieces on one page; what has more is no article's


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """One line as the page sets it, in points from the page's lower left corner.

    `hyphen` says that its last word goes on in the next line, `soft` that the hyphen was none of
    the word's own. `beside` are the note marks and struck-out words that were taken out of `text`.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    height: float
    hyphen: bool = False
    soft: bool = False
    beside: tuple[Aside, ...] = ()


def order_columns(found: Sequence[SetLine], width: float, depth: int = 0) -> list[SetLine]:
    """Lines in the order in which they are read: between lines that run over all columns, each
    column by itself.

    Pieces of a line that no common stripe of white parts are put together again.
    """
    stripe = _white_stripe(found) if depth < _MOST_COLUMNS else None
    if stripe is None:
        return _rejoin_lines(found)
    told: list[SetLine] = []
    left: list[SetLine] = []
    right: list[SetLine] = []
    deeper = depth + 1
    for one in found:
        if one.left < stripe < one.right:
            told += [
                *order_columns(left, width, deeper),
                *order_columns(right, width, deeper),
                one,
            ]
            left, right = [], []
        elif one.right <= stripe:
            left.append(one)
        else:
            right.append(one)
    return [*told, *order_columns(left, width, deeper), *order_columns(right, width, deeper)]


def _white_stripe(found: Sequence[SetLine]) -> float | None:
    """Where a stripe of white parts columns of prose: pieces of several lines stand on both sides
    of it.
    """
    pairs = list(_side_by_side(found))
    if not _FEWEST_ROWS <= len(pairs) <= _MOST_ROWS:
        return None
    best, most = 0.0, 0
    for one, two in pairs:
        middle = (one.right + two.left) / 2
        count = sum(a.right <= middle <= b.left for a, b in pairs)
        if count > most:
            best, most = middle, count
    parted = [(one, two) for one, two in pairs if one.right <= best <= two.left]
    letters = sorted(min(len(one.text), len(two.text)) for one, two in parted)
    if most < _FEWEST_ROWS or letters[len(letters) // 2] < _FEWEST_LETTERS:
        return None
    return best


def _side_by_side(found: Sequence[SetLine]) -> Iterator[tuple[SetLine, SetLine]]:
    for one, two in pairwise(found):
        if abs(one.bottom - two.bottom) < 0.5 * one.size and two.left > one.right:
            yield one, two


def _rejoin_lines(found: Sequence[SetLine]) -> list[SetLine]:
    """Put pieces of one line together again, as the file had them."""
    whole: list[SetLine] = []
    for one in found:
        before = whole[-1] if whole else None
        level = before is not None and abs(one.bottom - before.bottom) < 0.1 * one.size
        if (
            before is not None
            and level
            and not before.hyphen
            and one.left - before.right > GAP * one.size * 0.9
        ):
            shift = len(before.text) + 1
            whole[-1] = replace(
                one,
                text=f"{before.text} {one.text}",
                left=before.left,
                beside=(
                    *before.beside,
                    *((at + shift, kind, said) for at, kind, said in one.beside),
                ),
            )
        else:
            whole.append(one)
    return whole
