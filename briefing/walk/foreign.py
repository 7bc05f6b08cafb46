"""Sources in other languages than the brief's: those that no pack serves are listed and never
quoted, the others are quoted as they are.
"""

from collections import Counter

from briefing.errors import Problem
from briefing.languages import is_told, primary_code, told_codes
from briefing.walk.library import Holdings


def warn_of_languages(holdings: Holdings, own: str) -> tuple[Problem, ...]:
    """Warn, once, where no source is in a language that is served, or none in the brief's `own` (a
    tag of BCP 47); name theirs, the most frequent first.

    A source whose language nothing shows counts as one that may be quoted, and as the brief's own.
    """
    documents = (*holdings.documents, *holdings.others)
    if not documents:
        return ()
    languages = [one.language for one in documents]
    if not any(map(is_told, languages)):
        return (_warn(_SERVED + _count_languages(languages), _served_advice()),)
    if any(primary_code(one or own) == primary_code(own) for one in languages):
        return ()
    return (_warn(_OWN.format(own=own) + _count_languages(languages), _OWN_ADVICE),)


_SERVED = "no source is in a language that is served, so none is quoted; they are in "
_OWN = "no source is in the brief's own language, {own}; its quotes stay in theirs: "
_OWN_ADVICE = (
    "name their language here, or add sources in the brief's; translations of quotes stand in "
    "analyst.yaml"
)


def _served_advice() -> str:
    return "add sources in one of those: " + ", ".join(told_codes())


def _count_languages(languages: list[str | None]) -> str:
    """The languages that are known, each with its count of sources: `en (3), de (1)`."""
    found = Counter(one for one in languages if one is not None)
    counts = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{code} ({count})" for code, count in counts)


def _warn(message: str, advice: str) -> Problem:
    return Problem(
        path="brief.language",
        line=0,
        column=0,
        message=message,
        advice=advice,
        severity="warning",
    )
