"""How a statement reads now and read before, shortened to what differs."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_AROUND = 4  # words that are left on each side of what differs, so that a reader finds the place
_ELLIPSIS = "…"


def shorten_turn(was: str, now: str) -> tuple[str, str]:
    """What stands in one of two texts alone, with a few words around it; "" where nothing does.

    Of each long stretch of words that both hold, the middle becomes an ellipsis. Texts that share
    no such stretch come back as they are.
    """
    before, after = was.split(), now.split()
    matcher = SequenceMatcher(None, was.casefold().split(), now.casefold().split(), autojunk=False)
    shared = [one for one in matcher.get_matching_blocks() if one.size > 2 * _AROUND]
    if not shared:
        return was, now
    return (
        _leave_out(before, [range(one.a, one.a + one.size) for one in shared]),
        _leave_out(after, [range(one.b, one.b + one.size) for one in shared]),
    )


def _leave_out(words: Sequence[str], shared: Sequence[range]) -> str:
    """The words that no shared stretch holds, with those around them; runs parted by an
    ellipsis.
    """
    own = set(range(len(words))).difference(*shared)
    kept: list[str] = []
    for number, word in enumerate(words):
        if own.intersection(range(number - _AROUND, number + _AROUND + 1)):
            kept.append(word)
        elif kept[-1:] != [_ELLIPSIS]:
            kept.append(_ELLIPSIS)
    return " ".join(kept) if own else ""
