"""The days of a brief: up to when it informs, and since when something is news."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.language import edtf
from briefing.model import Document


def cut_off(as_of: str, newest: date | None) -> str:
    """The information cut-off: as configured, or the newest date that a source proves."""
    if as_of != "latest":
        return as_of
    return newest.isoformat() if newest else ""


def day_of_ordinal(ordinal: int) -> date | None:
    """The day of an ordinal, 0 standing for none."""
    return date.fromordinal(ordinal) if ordinal else None


def recent_documents(documents: Sequence[Document], as_of: str, window: str) -> frozenset[str]:
    """The documents that count as news: those whose date reaches into the window before
    `as_of`.

    Undated ones count: nothing shows that they are old. Without a window everything counts.
    """
    since = window_start(as_of, window)
    return frozenset(
        d.id
        for d in documents
        if since is None or d.published is None or edtf.bounds(d.published.value)[1] >= since
    )


def window_start(as_of: str, window: str) -> date | None:
    """The first day of the window before `as_of`; None where everything counts as news."""
    days = {"d": 1, "w": 7, "m": 30, "y": 365}
    if not window or not as_of:
        return None
    end = edtf.bounds(as_of)[1]
    return end - min(timedelta(days=int(window[:-1]) * days[window[-1]]), end - date.min)
