"""When articles appeared, as far as that says whether they tell one thing."""

from datetime import timedelta

from briefing.language import edtf
from briefing.languages.en.clauses.find import publication_day
from briefing.model import Document


def last_day(date: str | None) -> str:
    """The last day of a date (EDTF) in ISO 8601, "" where there is none; it sorts by time."""
    return edtf.bounds(date)[1].isoformat() if date else ""


def appeared_near(one: Document, other: Document, most: timedelta) -> bool:
    """Whether two articles appeared no further apart than `most`, or a day is unknown."""
    first, second = publication_day(one), publication_day(other)
    if not first or not second:
        return True
    return abs(edtf.bounds(first)[0] - edtf.bounds(second)[0]) <= most
