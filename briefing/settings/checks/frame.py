"""Checks of `brief`: marking, dates, window, language."""

import re
from collections.abc import Iterator

from briefing.errors import Problem
from briefing.language import edtf
from briefing.languages import primary_code, served_codes
from briefing.settings import typed
from briefing.settings.settings import Settings, Window

MARKINGS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
"""The labels of the Traffic Light Protocol, version 2.0 (FIRST, 2022), in their exact form."""

SLUG = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*\Z")
_WINDOW = re.compile(r"([1-9][0-9]{0,3})([dwmy])\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def check_frame(settings: Settings) -> Iterator[Problem]:
    """The problems of `brief`."""
    brief, tree = settings.brief, settings.tree
    if not brief.title.strip():
        yield tree.problem(("brief", "title"), "the title is blank")
    if not SLUG.match(brief.slug):
        yield tree.problem(("brief", "slug"), slug_message(brief.slug), slug_advice(brief.slug))
    marking = brief.marking
    if marking.upper().lstrip().startswith("TLP") and marking not in MARKINGS:
        advice = _marking_advice(marking)
        yield tree.problem(("brief", "marking"), f"{marking!r} is not a label of TLP 2.0", advice)
    if brief.as_of != "latest" and not edtf.is_valid(brief.as_of):
        advice = (
            typed.suggest_near(brief.as_of, ["latest"])
            or "write latest, or a date such as 2025-11-24"
        )
        yield tree.problem(("brief", "as_of"), f"{brief.as_of!r} is not a date", advice)
    if brief.window and parse_window(brief.window) is None:
        advice = "write a number and d, w, m or y, such as 30d"
        yield tree.problem(("brief", "window"), f"{brief.window!r} is not a length of time", advice)
    yield from _check_language(settings)


def _check_language(settings: Settings) -> Iterator[Problem]:
    """No rules of another language may be tried on a text: they would cut and place it wrongly."""
    language, tree = settings.brief.language, settings.tree
    known = served_codes()
    served = f"write {typed.one_of(known)}"
    if not _LANGUAGE.match(language):
        yield tree.problem(("brief", "language"), f"{language!r} is not a language tag", served)
    elif primary_code(language) not in known:
        message = f"no brief can be made in {language!r}"
        yield tree.problem(("brief", "language"), message, served)


def parse_window(text: str) -> Window | None:
    """Read `30d` as 30 days: a count of days, weeks, months or years. None where it isn't that."""
    found = _WINDOW.match(text)
    return Window(count=int(found[1]), unit=found[2]) if found else None


def slug_message(slug: str) -> str:
    """Say what is wrong with a short name."""
    return f"{slug!r} is not a short name of small letters, digits, '_' and '-'"


def slug_advice(slug: str) -> str:
    """Offer the nearest well-formed short name."""
    mended = re.sub(r"[^a-z0-9]+", "_", slug.lower()).strip("_")
    return f"did you mean {mended!r}?" if mended else ""


def _marking_advice(marking: str) -> str:
    squeezed = re.sub(r"\s+", "", marking.upper())
    if squeezed in {"TLP:WHITE", "TLPWHITE", "TLP-WHITE"}:
        return "TLP 2.0 calls it TLP:CLEAR"
    return typed.suggest_near(squeezed, MARKINGS) or f"one of {typed.one_of(MARKINGS)}"
