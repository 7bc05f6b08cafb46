"""The author that a page's markup names beside its article: rel, itemprop, or a class that says
so.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import bylines
from briefing.model import Known

_SURE = (
    '[rel~="author" i]',
    '[itemprop~="author" i]',
    '[class~="byline" i],[class~="p-author" i],[class~="author" i]',
    '[class*="byline" i],[class*="author-name" i],[class*="author_name" i],[class*="authorname" i]',
    'a[href*="/author/" i],a[href*="/authors/" i],a[href*="/by/" i]',
)
_ELSEWHERE = re.compile(
    r"comment|related|recommend|promo|sidebar|footer|teaser|widget", re.IGNORECASE
)
_NOT_IN = frozenset({"aside", "nav", "footer"})
_LONGEST = 200
_MOST = 12
_HIGHEST = 8  # elements up that are asked what they are
_SURELY = "[itemprop"  # the selector that finds the author of what stands around


def marked_author(tree: LexborHTMLParser) -> Known | None:
    """The first author that the markup names, None where it names none or only what is no
    person.
    """
    for selector in _SURE:
        for node in tree.css(selector)[:_MOST]:
            if _is_elsewhere(node, within=selector.startswith(_SURELY)):
                continue
            named = _named_inside(node)
            if named:
                return Known(value=named, basis="stated", note="the page's byline")
    return None


def _named_inside(node: LexborNode) -> str:
    inner = node.css_first('[itemprop~="name" i]') or _linked_name(node)
    words = " ".join((inner or node).text(separator=" ").split())
    if not words or len(words) > _LONGEST:
        return ""
    start = bylines.names_start(words)
    found, end = bylines.read_names(words, start or 0)
    return found if found and (start is not None or bylines.ends_byline(words, end)) else ""


def _linked_name(node: LexborNode) -> LexborNode | None:
    """The one link in a byline, where its words are names and nothing else: a job may follow."""
    links = node.css("a[href]")
    words = " ".join(links[0].text(separator=" ").split()) if len(links) == 1 else ""
    named = bool(words) and bylines.read_names(words)[1] == len(words)
    return links[0] if named else None


def _is_elsewhere(node: LexborNode, *, within: bool) -> bool:
    """Whether an element stands in comments, in teasers of other articles or at the page's
    edges; with `within` an aside or a footer that is an article's own is none of these.
    """
    up: LexborNode | None = node
    for _ in range(_HIGHEST):
        if up is None:
            return False
        if up.tag in _NOT_IN and not (within and _is_in_article(up)):
            return True
        given = up.attributes
        if _ELSEWHERE.search(f"{given.get('class') or ''} {given.get('id') or ''}"):
            return True
        up = up.parent
    return False


def _is_in_article(node: LexborNode) -> bool:
    """Whether an element stands right in an article that has prose of its own beside it."""
    up = node.parent
    return (
        node.tag != "nav"
        and up is not None
        and up.tag == "article"
        and len(up.css("p")) > len(node.css("p")) + 1
    )
