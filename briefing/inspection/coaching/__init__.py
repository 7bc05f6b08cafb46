"""What `check` says beyond mistakes: what was left out, and what to type."""

from collections.abc import Iterator

from briefing.errors import Problem
from briefing.inspection.coaching import desk_files, selection, sources
from briefing.inspection.coaching.seat import Seat, take_seat

__all__ = ["Seat", "list_advice", "take_seat"]


def list_advice(seat: Seat) -> Iterator[Problem]:
    """A warning for each thing that the desk may have left out; each says what to type."""
    yield from desk_files.ask_feeds(seat)
    yield from desk_files.doubt_kinds(seat)
    yield from desk_files.doubt_judgements(seat)
    yield from sources.miss_outlets(seat)
    yield from sources.miss_grades(seat)
    yield from sources.miss_dates(seat)
    yield from sources.hear_opinions(seat)
    yield from sources.hear_languages(seat)
    yield from sources.doubt_pages(seat)
    yield from selection.doubt_terms(seat)
    yield from selection.find_empty(seat)
    yield from selection.find_untaken(seat)
