"""The furniture of web pages: lines that say by themselves that they belong to the site."""

from collections.abc import Iterator
from itertools import pairwise

from briefing.ingest.clean import phrases
from briefing.ingest.clean.page import CleanPage, Finding, Line
from briefing.language import late, wordlist

_MOST_WORDS = 80  # a longer line is an article's paragraph, whatever phrase it holds
_SHARE_WORDS = 2
_LARGEST_BOX = 6  # lines between two appeals of one box
_MOST_IN_BOX = 15
_LONGEST_LABEL = 24  # characters of "fe de erratas:"
_COLONS = late.pattern("[:：]")
_CORRECTS = wordlist.patterns("mul", "corrections")["corrects"]


def mark_furniture(page: CleanPage) -> Iterator[Finding]:
    """Mark buttons, labels, counters, appeals and disclaimers by what the line itself says."""
    for index, line in enumerate(page.lines):
        if page.open(index) and line.words <= _MOST_WORDS and (found := _recognise_furniture(line)):
            kind, reason = found
            yield Finding(index=index, kind=kind, reason=reason)


def between_appeals(page: CleanPage) -> Iterator[Finding]:
    """Mark short lines that stand between two appeals: parts of the same box."""
    appeals = [index for index, mark in sorted(page.marked.items()) if mark.kind == "appeal"]
    for first, second in pairwise(appeals):
        if second - first > _LARGEST_BOX:
            continue
        for index in range(first + 1, second):
            if page.open(index) and page.lines[index].words <= _MOST_IN_BOX:
                yield Finding(index=index, kind="appeal", reason="stands between two appeals")


def _recognise_furniture(line: Line) -> tuple[str, str] | None:
    said = line.folded.strip(" .:|›»<>-–—•*#[]()")
    if said in phrases.BUTTONS:
        return "widget", "a button or label of the page"
    tokens = said.replace("|", " ").replace(",", " ").split()
    if len(tokens) >= _SHARE_WORDS and phrases.SHARING.issuperset(tokens):
        return "widget", "a bar of share buttons"
    if _COLONS.search(said[:_LONGEST_LABEL]) and _CORRECTS.fullmatch(said):
        return "disclaimer", "notes a correction"
    return phrases.recognise_phrase(line.folded.removeprefix("• "))
