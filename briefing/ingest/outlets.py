"""The outlet that an article's text states, where no byline or masthead names it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.clean.page import Line
from briefing.language import late, wordlist
from briefing.model import Known, Mark, Span

_PATTERNS = wordlist.patterns("en", "words/stated_patterns")
_TOLD = _PATTERNS["told"]
_TOLD_BY_SHORT = _PATTERNS["told_by_short"]
_TRANSLATED = _PATTERNS["translated"]
_ORIGINALLY = _PATTERNS["originally"]
_SUPPORT = _PATTERNS["support"]
_SENTENCE_END = late.pattern(r"[.!?]\s")
_WORDS = wordlist.read("en", "words/stated")
_NO_HOUSE = _WORDS.words("no house")
_ARTICLE = _WORDS.entries("article")[0] + " "
_BEFORE = 50  # characters before "told" in which who spoke is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToldOutlet:
    """An outlet that somebody "told" something: where that begins, its name, where the name is."""

    start: int
    name: str
    span: Span


def stated_outlet(
    text: str, lines: Sequence[Line], known: Known | None, marks: Iterable[Mark]
) -> Known | None:
    """The outlet that the text states: by its byline (`known`), its translator's line, its own
    appeals.

    An outlet that speakers "told" something is the article's own only where they are spoken of by
    pronoun or surname there (an interview; "a source told X" relays), where no other outlet was
    told anything, and then it is inferred unless a byline or an appeal names it too.
    """
    return known or _outlet_credited(text, marks) or _outlet_spoken_to(text, lines)


def outlet_names(text: str, lines: Iterable[Line]) -> frozenset[str]:
    """The names that speakers told something and those that ask for support."""
    return frozenset(one.name for one in _told_outlets(text)) | _appealing_names(lines)


def _outlet_credited(text: str, marks: Iterable[Mark]) -> Known | None:
    """The first outlet that a disclaimer says the article is from."""
    for mark in marks:
        if mark.kind == "disclaimer":
            for name, span in _house_names(text, mark):
                return Known(
                    value=name,
                    basis="stated",
                    note="named where the article says who brought it",
                    evidence=(span,),
                )
    return None


def _outlet_spoken_to(text: str, lines: Iterable[Line]) -> Known | None:
    """The outlet to which those who are quoted spoke, where that is the article's own."""
    told = list(_told_outlets(text))
    own = [one for one in told if _spoke_by_short(text, one)]
    return _outlet_appealing(own or told, lines) or _outlet_interviewing(text, told, own)


def _outlet_appealing(told: Iterable[_ToldOutlet], lines: Iterable[Line]) -> Known | None:
    """The first outlet that was told something and asks for support itself."""
    appeals = _appealing_names(lines)
    return next(
        (
            Known(
                value=one.name,
                basis="stated",
                note="spoken to in the article and named in its appeal",
                evidence=(one.span,),
            )
            for one in told
            if one.name in appeals
        ),
        None,
    )


def _outlet_interviewing(
    text: str, told: Iterable[_ToldOutlet], own: Sequence[_ToldOutlet]
) -> Known | None:
    """The one outlet that anybody told something, where `own` speakers did, as in an interview."""
    if len({one.name for one in told}) != 1 or not own or not _is_titled(text, own[0]):
        return None
    name = own[0].name
    note = f'a speaker "told {name}"'
    return Known(value=name, basis="inferred", note=note, evidence=(own[0].span,))


def _spoke_by_short(text: str, told: _ToldOutlet) -> bool:
    """Whether who spoke is there by pronoun or surname: somebody whom the article knows."""
    return _TOLD_BY_SHORT.search(text[max(0, told.start - _BEFORE) : told.start]) is not None


def _told_outlets(text: str) -> Iterator[_ToldOutlet]:
    """Where somebody "told" a name; a pattern that begins with letters is found the quickest."""
    for match in _TOLD.finditer(text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            name, span = _named_outlet(match)
            yield _ToldOutlet(start=match.start(), name=name, span=span)


def _appealing_names(lines: Iterable[Line]) -> frozenset[str]:
    """The names of those that ask for support in lines of their own."""
    asked = (_SUPPORT.match(line.text) for line in lines)
    return frozenset(_named_outlet(match)[0] for match in asked if match)


def _is_titled(text: str, told: _ToldOutlet) -> bool:
    """Whether a name is written as a title ("The …" inside a sentence) and is no agency's or
    city's.
    """
    return text.startswith(_ARTICLE, told.span.start) and told.name.casefold() not in _NO_HOUSE


def _house_names(text: str, mark: Mark) -> Iterator[tuple[str, Span]]:
    """The outlets that a disclaimer names, with their places: "The X", or a name the text
    repeats.
    """
    for pattern in (_TRANSLATED, _ORIGINALLY):
        for match in pattern.finditer(text, mark.start, mark.end):
            name, span = _named_outlet(match)
            if name.startswith(_ARTICLE) or text.count(name) > 1:
                yield name, span


def _named_outlet(match: re.Match[str]) -> tuple[str, Span]:
    """A name without the sentence end that clings to it, its article in upper case, and its
    place.
    """
    name = match["who"]
    cut = _SENTENCE_END.search(name)
    name = (name[: cut.start()] if cut else name).rstrip(".,’'")
    span = Span(start=match.start("who"), end=match.start("who") + len(name))
    return (_ARTICLE + name[len(_ARTICLE) :] if name.startswith(_ARTICLE.lower()) else name), span
