"""Letters in letters: which lines are the writer's own, and which are those of somebody who is
answered or passed on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.ingest.clean.page import read_line as shape_of
from briefing.ingest.html.values import clean_value
from briefing.ingest.mail import days
from briefing.ingest.mail.introductions import (
    ADDRESS,
    MOST_IN_HEADER,
    WROTE,
    header_block_end,
    header_values,
    name_in,
    read_introduction,
)
from briefing.ingest.mail.plain import unquote_line
from briefing.ingest.parts import MOST_DEEP
from briefing.ingest.wrapped import join_wrapped
from briefing.language import wordlist

_LIST = wordlist.read("mul", "letters")
_LAST_LINES = _LIST.entries("last lines")
_RULE = re.compile(r"\s*[-_*=]{2,}.{0,60}?[-_*=]*\s*$|[^\d.!?]{5,80}[:：]\s*$")
_LONG_RULE = re.compile(r"\s*[-_]{20,}\s*$")  # above what a mailing list adds
_ADDRESSED = re.compile(r"https?://|\S@\S").search
_FEWEST_QUOTED = 2  # lines behind ">" that are no bullet
_MOST_IN_INTRODUCTION = 3  # lines over which "On … wrote:" may be broken
_MOST_BETWEEN = 4  # empty lines between "On … wrote:" and what it introduces
_MOST_FROM_END = 200  # lines from the end among which a signature begins
_MOST_SIGNED = 12  # lines of a signature
_PARTING = "-- "  # what surely stands over one (RFC 3676, section 4.3)

NOTE = "a word of who passes the letter on"
HEADERS = "the headers of a letter inside"
SIGNATURE = "the signature of the letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A letter inside a letter: who wrote it, on which day, about what, as far as the letter round
    it tells.
    """

    lines: tuple[str, ...]
    sender: str = ""
    day: date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line of a letter, and why it is not its text; empty where it is."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """A letter with its own lines, the letters inside it that are sources of their own, and
    `inner`.

    `inner` is the letter that this one only passes on, whose sender and day are the text's; None
    where the writer's own words are the text.
    """

    lines: tuple[Told, ...]
    quotes: tuple[Quoted, ...] = ()
    inner: Quoted | None = None


@dataclass(slots=True)
class _Split:
    """A letter on its way apart: stretches of own lines, and the letters inside."""

    latest: date | None
    own: list[list[Told]] = field(default_factory=lambda: [[]])
    quotes: list[Quoted] = field(default_factory=list)


def unfold_letter(
    lines: Sequence[str], depth: int = 0, *, latest: date | None = None, broken: bool = True
) -> Unfolded:
    """Take a letter's lines apart into its own words and the letters that it answers or passes on.

    Where the writer adds no sentence of their own, the first of those letters is the text. `depth`
    counts the letters round this one; those that lie too deeply stay as they are. `broken` says
    that a mail program may have broken the lines at its margin: they are joined.
    """
    if depth >= MOST_DEEP:
        return Unfolded(lines=tuple(Told(text=one) for one in lines))
    split = _take_apart(lines, latest)
    own = tuple(told for stretch in split.own for told in _own_lines(stretch, broken=broken))
    if not split.quotes or any(map(_is_prose, own)):
        return Unfolded(lines=own, quotes=_keep_telling(split.quotes))
    first, *others = split.quotes
    inner = unfold_letter(first.lines, depth + 1, latest=first.day or latest, broken=broken)
    noted = tuple(Told(text=one.text, aside=one.aside or NOTE) for one in own)
    return Unfolded(
        lines=(*noted, *inner.lines),
        quotes=(*inner.quotes, *_keep_telling(others)),
        inner=_more_exact(first, inner.inner),
    )


def _is_prose(told: Told) -> bool:
    """Whether a line of a letter's own is a sentence of its writer."""
    return not told.aside and shape_of(told.text, 0).prose


def _keep_telling(quotes: Iterable[Quoted]) -> tuple[Quoted, ...]:
    return tuple(one for one in quotes if _tells_something(one))


def _more_exact(outer: Quoted, inner: Quoted | None) -> Quoted:
    """The innermost letter that tells who sent it or when."""
    return inner if inner is not None and (inner.day or inner.sender) else outer


def _tells_something(quoted: Quoted) -> bool:
    """Whether a quoted letter holds a sentence that could be told."""
    lines = join_wrapped([one.lstrip("> ") for one in quoted.lines])
    return any(shape_of(one, 0).prose for one in lines)


def _take_apart(lines: Sequence[str], latest: date | None) -> _Split:
    split = _Split(latest=latest)
    at = 0
    while at < len(lines):
        if after := header_block_end(lines, at):
            _end_with_letter(split, lines, at, after)
            break
        run = _quoted_run(lines, at)
        introduced = _find_introduction(split.own[-1], latest) if run > at else None
        if introduced or _is_quotation(lines, at, run):
            _put_quoted(split, [unquote_line(one) for one in lines[at:run]], introduced)
            at = run
            continue
        split.own[-1].append(Told(text=lines[at]))
        at += 1
        if said := _unquoted_introduction(split, lines, at):
            split.quotes.append(Quoted(lines=tuple(lines[at:]), sender=said[0], day=said[1]))
            break
    return split


def _is_quotation(lines: Sequence[str], at: int, run: int) -> bool:
    """Whether lines behind ">" that nothing introduces are quoted: one alone may be a
    bullet.
    """
    return run - at >= _FEWEST_QUOTED or (run > at and shape_of(unquote_line(lines[at]), 0).prose)


def _put_quoted(
    split: _Split, inner: list[str], introduced: "tuple[str, date | None] | None"
) -> None:
    """Add quoted lines: a letter of its own where it is introduced, else more of the one before."""
    if introduced or not split.quotes:
        sender, day = introduced or ("", None)
        split.quotes.append(Quoted(lines=tuple(inner), sender=sender, day=day))
    else:
        last = split.quotes[-1]
        more = (*last.lines, "", *inner)
        split.quotes[-1] = Quoted(
            lines=more, sender=last.sender, day=last.day, subject=last.subject
        )
    split.own.append([])


def _end_with_letter(split: _Split, lines: Sequence[str], at: int, after: int) -> None:
    """Take all that follows a block of headers as the letter whose headers they are."""
    headers = header_values(lines[at:after])
    _mark_rule(split.own[-1])
    split.own[-1] += [Told(text=one, aside=HEADERS) for one in lines[at:after]]
    quoted = Quoted(
        lines=tuple(lines[after:]),
        sender=name_in(headers.get("from", "")),
        day=days.find_day(headers.get("sent", ""), split.latest),
        subject=clean_value(headers.get("subject", "")),
    )
    if quoted.lines:
        split.quotes.append(quoted)


def _quoted_run(lines: Sequence[str], at: int) -> int:
    """Where lines behind ">" that begin at `at` end; blank lines between them belong to
    them.
    """
    end = at
    for number in range(at, len(lines) if lines[at].startswith(">") else at):
        if lines[number].startswith(">"):
            end = number + 1
        elif lines[number].strip():
            break
    return end


def _find_introduction(own: list[Told], latest: date | None) -> "tuple[str, date | None] | None":
    """Sender and day where the last own lines introduce what is quoted, and mark them."""
    found = None
    chosen: tuple[int, ...] = ()
    for numbers in _last_lines(own):
        said = read_introduction(" ".join(own[number].text.strip() for number in numbers), latest)
        if said and (found is None or said[1]):
            found, chosen = said, numbers
        if found and found[1]:
            break
    for number in chosen:
        own[number] = Told(text=own[number].text, aside=HEADERS)
    return found


def _last_lines(own: Sequence[Told]) -> Iterator[tuple[int, ...]]:
    """The last line that says something, then it with the one directly above, and so on."""
    near = range(max(0, len(own) - _MOST_BETWEEN), len(own))
    last = max((number for number in near if own[number].text.strip()), default=None)
    if last is None:
        return
    for first in range(last, max(-1, last - _MOST_IN_INTRODUCTION), -1):
        if not own[first].text.strip():
            return
        yield tuple(range(first, last + 1))


def _unquoted_introduction(
    split: _Split, lines: Sequence[str], at: int
) -> "tuple[str, date | None] | None":
    """Sender and day where a line introduces a letter that follows without signs of
    quotation.
    """
    own = split.own[-1]
    text = own[-1].text.strip()
    said = read_introduction(text, split.latest) if WROTE.search(text[:MOST_IN_HEADER]) else None
    following = next((one for one in lines[at : at + _MOST_BETWEEN] if one.strip()), ">")
    if following.startswith(">"):
        return None
    if said is None or said[1] is None or not (days.has_clock(text) or ADDRESS.search(text)):
        return None
    own[-1] = Told(text=own[-1].text, aside=HEADERS)
    return said


def _mark_rule(own: list[Told]) -> None:
    """Mark the line above a block of headers that announces it."""
    last = next((number for number in reversed(range(len(own))) if own[number].text.strip()), None)
    if last is not None and _RULE.match(own[last].text):
        own[last] = Told(text=own[last].text, aside=HEADERS)


def _own_lines(stretch: list[Told], *, broken: bool) -> Iterator[Told]:
    """A stretch of own lines whole, the signature at its end and a telephone's last line
    marked.
    """
    signed = _signature_start(stretch)
    join = join_wrapped if broken else list
    run: list[str] = []
    for number, one in enumerate(stretch):
        aside = one.aside or (SIGNATURE if number >= signed or _is_last_line(one.text) else "")
        if not aside:
            run.append(one.text)
            continue
        yield from (Told(text=text) for text in join(run))
        run = []
        yield Told(text=one.text, aside=aside)
    yield from (Told(text=text) for text in join(run))


def _signature_start(stretch: Sequence[Told]) -> int:
    """Where the signature of a stretch begins, its length where there is none."""
    after: list[str] = []  # the lines below that say something
    for number in reversed(range(max(0, len(stretch) - _MOST_FROM_END), len(stretch))):
        text = stretch[number].text
        if _may_part(text, after):
            signed = text == _PARTING or not any(shape_of(one, 0).prose for one in after)
            return number if signed else len(stretch)
        if text.strip():
            after.append(text)
    return len(stretch)


def _may_part(text: str, after: Sequence[str]) -> bool:
    """Whether a line is one that programs put over a signature, or a list over what it adds."""
    if text == _PARTING:
        return True
    if len(after) > _MOST_SIGNED:
        return False
    return text.rstrip() == "--" or (
        _LONG_RULE.match(text) is not None and any(map(_ADDRESSED, after))
    )


def _is_last_line(text: str) -> bool:
    folded = " ".join(text.split()).casefold()
    return len(folded) < 80 and folded.startswith(_LAST_LINES)  # noqa: PLR2004 - more is a sentence
