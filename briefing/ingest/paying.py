"""Lines that ask to pay where an article is cut off."""

from collections.abc import Sequence

from briefing.ingest.clean.page import Line, fold_text
from briefing.language import wordlist
from briefing.model import Mark

PAYMENT = wordlist.patterns("en", "words/walls")["payment"]
"""What a wall of payment says, in folded text."""

CUT = "It is cut off by a paywall."
"""The caveat of an article whose end stands behind a wall."""

_LONGEST_ASKING = 30  # words of a line that may do nothing but ask to pay
_MOST_BEHIND = 3  # last lines of a text among which a wall is looked for
_ASKS = "asks to subscribe or sign in"


def asks_to_pay(line: str) -> bool:
    """Whether a line does nothing but ask to subscribe or sign in: an article is cut off
    there.
    """
    return len(line.split()) <= _LONGEST_ASKING and PAYMENT.search(fold_text(line)) is not None


def mark_asking(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Mark those of the last lines of a text that ask to pay."""
    return tuple(
        ask_mark(one.start, one.end) for one in lines[-_MOST_BEHIND:] if asks_to_pay(one.text)
    )


def ask_mark(start: int, end: int) -> Mark:
    """The mark of a line that asks to pay; offsets into the text."""
    return Mark(start=start, end=end, kind="appeal", reason=_ASKS)
