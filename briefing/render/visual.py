"""Right-to-left words in pictures, in the order and shapes in which they are seen.

WeasyPrint sets the text of an SVG letter by letter, from left to right: Arabic would come out
unjoined and backwards. For paper the letters are therefore put in visual order here, Arabic ones in
Unicode's presentation forms (compatibility characters FB50 to FDFF and FE70 to FEFF, which the
bundled faces have). A browser needs none of this.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from briefing.render import plain

_TEXT = re.compile(r"(<text\b[^>]*>)([^<]*)(?=</text>)")
# By class of letter whether it runs from right to left; digits and their signs do not.
_BACKWARDS = {
    **dict.fromkeys(("R", "AL"), True),
    **dict.fromkeys(("L", "EN", "AN", "ES", "ET", "CS"), False),
}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LAM = "\u0644"
Forms = dict[str, dict[str, str]]


def in_pictures(page: str) -> str:
    """Put the right-to-left words of every SVG text of an HTML page in the order in which they are
    seen.
    """
    if not plain.has_rtl(page):
        return page
    return _TEXT.sub(
        lambda found: found[1] + html.escape(visual_order(html.unescape(found[2])), quote=False),
        page,
    )


def visual_order(words: str) -> str:
    """A name letter by letter from left to right, Arabic letters in the shapes that they have
    in it.

    Good for names and short labels: right-to-left stretches with numbers and other scripts between
    them. It is not the whole of Unicode's bidirectional algorithm.
    """
    if not plain.has_rtl(words):
        return words
    bare = _without_points(words)
    runs = _direction_runs(shape_arabic(bare), plain.text_direction(words) == "rtl")
    if plain.text_direction(words) == "rtl":
        runs.reverse()
    return "".join(run[::-1].translate(_MIRRORED) if backwards else run for backwards, run in runs)


def _without_points(words: str) -> str:
    """Words without the vowel signs of right-to-left scripts: set one by one, each would stand on
    a circle of dots.
    """
    return "".join(
        one for one in words if not (unicodedata.combining(one) and "\u0590" <= one < "\u08ff")
    )


def shape_arabic(words: str) -> str:
    """Arabic letters the shapes in which they join their neighbours, and lam with alef its
    ligature.
    """
    forms, ligatures = _presentation_forms()
    made: list[str] = []
    previous = ""  # the letter before, marks aside
    place = 0
    while place < len(words):
        letter = words[place]
        if unicodedata.combining(letter) or letter not in forms:
            made.append(letter)
            previous = previous if unicodedata.combining(letter) else letter
            place += 1
            continue
        joined = "initial" in forms.get(previous, {})
        pair = words[place : place + 2]
        if pair in ligatures:
            made.append(ligatures[pair]["final" if joined else "isolated"])
            previous, place = pair[1], place + 2
            continue
        rest = (one for one in words[place + 1 :] if not unicodedata.combining(one))
        joins = "initial" in forms[letter] and "final" in forms.get(next(rest, ""), {})
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (joined, joins), "isolated"
        )
        made.append(forms[letter].get(kind, letter))
        previous, place = letter, place + 1
    return "".join(made)


@cache
def _presentation_forms() -> tuple[Forms, Forms]:
    """The presentation forms of single letters and of lam with alef, from Unicode's own
    decompositions.
    """
    letters: Forms = {}
    ligatures: Forms = {}
    for code in (*range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFF)):
        kind, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(part, 16)) for part in parts)
        if kind.startswith("<") and len(base) == 1:
            letters.setdefault(base, {})[kind.strip("<>")] = chr(code)
        # The block's ligatures begin there.
        elif code >= 0xFEF5 and base.startswith(_LAM):  # noqa: PLR2004
            ligatures.setdefault(base, {})[kind.strip("<>")] = chr(code)
    return letters, ligatures


def _lean_on(kinds: Sequence[bool | None], place: int, backwards: bool) -> bool:  # noqa: FBT001
    """The direction of a letter without one: that of both its neighbours, or of the whole."""
    before = next((k for k in reversed(kinds[:place]) if k is not None), backwards)
    after = next((k for k in kinds[place:] if k is not None), backwards)
    return before if before == after else backwards


# `backwards` is the direction of the whole.
def _direction_runs(words: str, backwards: bool) -> list[tuple[bool, str]]:  # noqa: FBT001
    """Cut words into stretches of one direction; what has none goes with both its neighbours, or
    with the whole.
    """
    kinds = [_BACKWARDS.get(unicodedata.bidirectional(letter)) for letter in words]
    runs: list[tuple[bool, str]] = []
    for place, letter in enumerate(words):
        direction = kinds[place]
        if direction is None:
            direction = _lean_on(kinds, place, backwards)
        if runs and runs[-1][0] == direction:
            runs[-1] = direction, runs[-1][1] + letter
        else:
            runs.append((direction, letter))
    return runs
