"""When a page says that it was published, and when it was changed: by its linked data, its fields
and its time elements.
"""

from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import dateline, stamps
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
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong"})
_ONLY_TIME = "the page's only time"
_LONGEST_DATE_LINE = 80  # letters of a line that says when and by whom, and is no sentence


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
    yield "JSON-LD datePublished", first_words(article.get("datePublished"))
    for name in _DATES:
        yield name, metas.get(name, "")
    timed = [(node, node.attributes) for node in tree.css("[datetime]")]
    for node, given in timed:
        if given.get("itemprop") == "datePublished" or (node.tag == "time" and "pubdate" in given):
            yield "time element", given.get("datetime") or ""
    yield _ONLY_TIME, _only_time([node for node, _ in timed if node.tag == "time"])


def _only_time(nodes: Sequence[LexborNode]) -> str:
    """The date of the one time element of a page, if it stands in no sentence; else nothing."""
    around = nodes[0].parent if len(nodes) == 1 else None
    if around is None or (around.tag == "p" and len(around.text()) > _LONGEST_DATE_LINE):
        return ""
    if _is_update(nodes[0]):
        return ""
    return nodes[0].attributes.get("datetime") or ""


def _is_update(node: LexborNode) -> bool:
    """Whether a time is called that of a change, by its property or the words before it.

    Its class says nothing: many sites call the time of publication "updated".
    """
    called = (node.attributes.get("itemprop") or "").lower()
    return "datemodified" in called.split() or dateline.is_update(_words_before(node))


def _words_before(node: LexborNode) -> str:
    """The few words right before an element in its line, as far as two neighbours tell."""
    at = node
    while at.prev is None and at.parent is not None and at.parent.tag in _INLINE:
        at = at.parent
    first = at.prev
    second = first.prev if first is not None else None
    words = (one.text() for one in (second, first) if one is not None)
    return " ".join(words)[-_LONGEST_DATE_LINE:]


def find_update(tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing) -> Known | None:
    """The day on which the page says that it was changed last."""
    given = [("JSON-LD dateModified", first_words(article.get("dateModified")))]
    given += [(name, metas.get(name, "")) for name in _UPDATES]
    timed = tree.css("time[datetime]")
    if len(timed) == 1 and _is_update(timed[0]):
        given.append((_ONLY_TIME, timed[0].attributes.get("datetime") or ""))
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
