"""Lines that a program only broke at its margin, joined again."""

import re
from itertools import pairwise

_ITEM = re.compile(r"(?:[-*•◦▪·–‣+]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_NARROWEST, _WIDEST = 45, 100  # characters of a line that a mail program breaks
_ENDS = tuple(".!?…:;。！？؟")
_CLOSING = "\"'”’»›)]} "
_WORD = re.compile(r"\S+")


def join_wrapped(lines: list[str]) -> list[str]:
    """Lines with those joined that a mail program broke at its margin.

    A line was broken there if the next word would not have fitted into the widest line of all, and
    if so it was with most lines: where they end like sentences, each is a paragraph.
    Lines that are wider than any mail program's margin show that nothing was broken.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return [line.rstrip() for line in lines]
    made: list[str] = []
    for line, goes_on in zip(lines, _find_broken(lines, width), strict=True):
        if goes_on:
            made[-1] = _glue_lines(made[-1], line.strip())
        else:
            made.append(line.rstrip())
    return made


def _find_broken(lines: list[str], width: int) -> list[bool]:
    """Say of each line whether it goes on with the one before, which was broken at its margin."""
    pairs = list(pairwise(("", *lines)))
    full = [_goes_on(after, before, width) for before, after in pairs]
    ended = [before.rstrip(_CLOSING).endswith(_ENDS) for before, _ in pairs]
    broken = [goes and not ends for goes, ends in zip(full, ended, strict=True)]
    return full if sum(broken) * 2 >= sum(full) else broken  # else each is a sentence or more


def _glue_lines(before: str, after: str) -> str:
    """Two lines as one; a hyphen at the end of the first stays one."""
    glue = "" if before[-1:] == "-" and before[-2:-1].isalpha() else " "
    return f"{before}{glue}{after}"


def _goes_on(line: str, before: str, width: int) -> bool:
    """Whether a line may go on with the one before, which has no room for its first word."""
    last = len(before.rstrip())
    first = _WORD.match(line)
    if not last or first is None or _ITEM.match(line):
        return False
    return last + 1 + len(first[0]) > width
