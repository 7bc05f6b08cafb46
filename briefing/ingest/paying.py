"""Lines that ask to pay where an article is cut off."""

from collections.abc import Sequence

from briefing.ingest.clean.page import Line, fold_text
from briefing.language import prefilter, wordlist
from briefing.model import Mark

PAYMENT = wordlist.patterns("en", "words/walls")["payment"]
"""What a wall of payment says, in folded text."""

_ELSEWHERE = wordlist.patterns("mul", "paying")["payment"]
_ASKING = prefilter.make_ready([PAYMENT, _ELSEWHERE])
CUT = "It is cut off by a paywall."
"""The caveat of an article whose end stands behind a wall."""

_LONGEST_ASKING = 30  # words of a line that may do nothing but ask to pay
_SENTENCE = 8  # words of a sentence with which the article goes on
_ENDS = (".", "!", "?", "”", '"', "»", "…")
_MOST_BEHIND = 3  # last lines of a text among which a wall is looked for
_ASKS = "asks to subscribe or sign in"


def asks_to_pay(line: str) -> bool:
    """Whether a line does nothing but ask to subscribe or sign in: an article is cut off
    there.
    """
    if len(line.split()) > _LONGEST_ASKING:
        return False
    return _ASKING.finds_any(fold_text(line))


def wall_lines(lines: Sequence[str]) -> list[int]:
    """Which lines of an article are a wall of payment: those that ask to pay, and behind the first
    of them all, where no sentence of some length comes any more.
    """
    asking = [at for at, line in enumerate(lines) if asks_to_pay(line)]
    if not asking:
        return []
    behind = range(asking[0], len(lines))
    told = any(_is_sentence(lines[at]) for at in behind if at not in asking)
    return asking if told else list(behind)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE and line.rstrip().endswith(_ENDS)


def mark_asking(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Mark those of the last lines of a text that ask to pay."""
    return tuple(
        ask_mark(one.start, one.end) for one in lines[-_MOST_BEHIND:] if asks_to_pay(one.text)
    )


def ask_mark(start: int, end: int) -> Mark:
    """The mark of a line that asks to pay; offsets into the text."""
    return Mark(start=start, end=end, kind="appeal", reason=_ASKS)
