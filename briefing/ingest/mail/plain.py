"""The plain text of a letter as its writer meant it: lines that only the mail program broke are
joined.
"""

import re

_ITEM = re.compile(r"(?:[-*•◦▪·–‣+]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_NARROWEST, _WIDEST = 45, 100  # characters of a line that a mail program breaks
_WORD = re.compile(r"\S+")


def join_flowed(text: str, *, delete_space: bool) -> str:
    """Give text in `format=flowed` (RFC 3676) with its paragraphs whole.

    A line that ends in a space goes on in the next one of the same depth of quotation; with
    `delete_space` (DelSp) that space is none of the text's. The line before a signature, "-- ",
    ends there.
    """
    made: list[str] = []
    open_depth = -1  # of the paragraph that goes on; below zero there is none
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if open_depth == depth and words.strip() != "--":
            made[-1] += words
        else:
            made.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if words.endswith(" ") and words != "-- " else -1
        if open_depth >= 0 and delete_space:
            made[-1] = made[-1][:-1]
    return "\n".join(made)


def join_wrapped(lines: list[str]) -> list[str]:
    """Give lines with those joined that a mail program broke at its margin.

    A line was broken there if the next word would not have fitted into the widest line of all.
    Lines that are wider than any mail program's margin show that nothing was broken.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return [line.rstrip() for line in lines]
    made: list[str] = []
    last = 0  # length of the line that came before, 0 where a paragraph begins
    for whole in lines:
        line = whole.rstrip()
        if last and _goes_on(line, last, width):
            glue = "" if made[-1][-1:] == "-" and made[-1][-2:-1].isalpha() else " "
            made[-1] = f"{made[-1]}{glue}{line.lstrip()}"
        else:
            made.append(line)
        last = len(line)
    return made


def _goes_on(line: str, last: int, width: int) -> bool:
    """Say whether a line goes on with the one before, which is `last` characters long."""
    first = _WORD.match(line)
    return first is not None and not _ITEM.match(line) and last + 1 + len(first[0]) > width


def unquote(line: str) -> str:
    """Give a quoted line without its sign of quotation, one of them where there are several."""
    return line.removeprefix(">").removeprefix(" ")
