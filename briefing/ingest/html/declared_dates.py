"""When a page says that it was published, and when it was changed: by its linked data, its fields
and its time elements.
"""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest import stamps
from briefing.ingest.html import timed
from briefing.ingest.html.linked import Thing
from briefing.ingest.html.values import LONGEST, declared_day, first_words, state_value
from briefing.model import Known

_DATES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_UPDATES = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)


def find_publication(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing, host: str
) -> Known | None:
    """The day of publication; a range of days where only an instant in UTC is declared.

    Of several fields the first counts, but one that gives the outlet's own zone before one in UTC.
    """
    told = (
        (field, days)
        for field, value in _given_dates(tree, metas, article)
        if (days := _declared_days(value, host))
    )
    first = next(told, None)
    if first is None:
        return None
    field, days = first
    if "/" in days:
        field, days = next((one for one in told if one[1] in days.split("/")), first)
    return state_value(days, f"{field}, in UTC" if "/" in days else field)


def _given_dates(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing
) -> Iterator[tuple[str, str]]:
    """What may be the day of publication, by field, the surest first."""
    yield "JSON-LD datePublished", _read_date(article.get("datePublished"))
    for name in _DATES:
        yield name, metas.get(name, "")
    yield from timed.published_times(tree)


def find_update(tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing) -> Known | None:
    """The day on which the page says that it was changed last."""
    given = [("JSON-LD dateModified", _read_date(article.get("dateModified")))]
    given += [(name, metas.get(name, "")) for name in _UPDATES]
    given += timed.update_times(tree)
    return next(
        (state_value(told, field) for field, value in given if (told := declared_day(value))),
        None,
    )


def _declared_days(value: str, host: str) -> str | None:
    """The day that a declared date means, a range of days where it is an instant in UTC; None for
    no date.
    """
    stamp = stamps.read_stamp(value[:LONGEST])
    return (
        stamps.stamp_day(stamp, stamps.zone_of(host)) if stamp is not None else declared_day(value)
    )


def _read_date(value: object) -> str:
    """A date of linked data as text; some write seconds since 1970 as a number."""
    return str(value) if type(value) in {int, float} else first_words(value)
