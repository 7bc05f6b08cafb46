"""Times that the elements of a page give: those of publication, and those of a change."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import dateline

UPDATED = "the page's time of an update"
"""How an update is known that an element gives."""

_PUBLISHED = frozenset({"published", "dt-published", "entry-date"})
_CHANGED = frozenset({"updated", "modified", "dt-updated", "last-modified", "date-modified"})
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong"})
_LONGEST_DATE_LINE = 80  # letters of a line that says when and by whom, and is no sentence


def published_times(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """What may be the day of publication, by what says so, the surest first."""
    given = tree.css("[datetime]")
    for node in filter(_is_publication, given):
        yield "time element", _stamp_of(node)
    times = [node for node in given if node.tag == "time"]
    named = {_stamp_of(node) for node in times if not _PUBLISHED.isdisjoint(_classes(node))}
    if len(named) == 1:  # of several each may be another article's
        yield "time element", named.pop()
    yield "the page's only time", _only_time(times)


def update_times(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """The time of the one element that is called that of a change; of several, none is known."""
    times = [node for node in tree.css("time[datetime]") if _is_update(node)]
    return [(UPDATED, _stamp_of(times[0]))] if len(times) == 1 else []


def _only_time(nodes: Sequence[LexborNode]) -> str:
    """The date of the one time element of a page, if it stands in no sentence; else nothing."""
    around = nodes[0].parent if len(nodes) == 1 else None
    if around is None or (around.tag == "p" and len(around.text()) > _LONGEST_DATE_LINE):
        return ""
    return "" if _is_update(nodes[0]) else _stamp_of(nodes[0])


def _is_update(node: LexborNode) -> bool:
    """Whether a time is called that of a change, by its property, the words before it, or its
    class alone: many themes call the time of publication "entry-date published updated".
    """
    called = (node.attributes.get("itemprop") or "").lower().split()
    if "datemodified" in called or dateline.is_update(_words_before(node)):
        return True
    named = _classes(node)
    return "datepublished" not in called and len(named) == 1 and named[0] in _CHANGED


def _is_publication(node: LexborNode) -> bool:
    """Whether a time is said to be that of publication by its property, or by HTML's old mark."""
    said = node.attributes
    return said.get("itemprop") == "datePublished" or (node.tag == "time" and "pubdate" in said)


def _stamp_of(node: LexborNode) -> str:
    return node.attributes.get("datetime") or ""


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").lower().split()


def _words_before(node: LexborNode) -> str:
    """The few words right before an element in its line, as far as two neighbours tell."""
    at = node
    while at.prev is None and at.parent is not None and at.parent.tag in _INLINE:
        at = at.parent
    first = at.prev
    second = first.prev if first is not None else None
    words = (one.text() for one in (second, first) if one is not None)
    return " ".join(words)[-_LONGEST_DATE_LINE:]
