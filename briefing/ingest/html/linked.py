"""Linked data of a page (JSON-LD), also where it isn't bare JSON: in CDATA, in comments, with a
loose end.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import Any

from selectolax.lexbor import LexborHTMLParser

Thing = Mapping[str, Any]
"""One object of linked data, as JSON gives it."""

ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting Report SocialMediaPosting "
    "AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle "
    "AskPublicNewsArticle".split()
)
"""Types that are articles."""

_PAGES = frozenset({"WebPage", "ItemPage", "AboutPage"})
_MOST_JSON = 1_000_000
_MOST_BLOCKS = 20
_MOST_NODES = 500
_WRAPPING = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
_LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")
_NEXT_VALUE = re.compile(r"[\s,;]*[{\[]")
_MAKERS = ("author", "publisher")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")


def linked_articles(tree: LexborHTMLParser) -> list[Thing]:
    """The articles that a page's linked data describes, outer ones first, in their order.

    A page that says nothing of articles but when it was published stands for one, at the end.
    """
    things = [thing for data in _script_data(tree) for thing in _find_things(data)]
    pages = [one for one in things if _PAGES & set(thing_types(one)) and one.get("datePublished")]
    articles = [one for one in things if ARTICLES & set(thing_types(one))]
    return [_fill_references(one, things) for one in (*articles, *pages)]


def _fill_references(article: Thing, things: Sequence[Thing]) -> Thing:
    """An article with those who made it in the place of references to them elsewhere in the data:
    `"author": {"@id": "#jh"}` beside a person of that id.
    """
    makers = {key: given for key in _MAKERS if (given := _list_objects(article.get(key)))}
    if not any("@id" in one for one in chain.from_iterable(makers.values())):
        return article
    named = {one["@id"]: one for one in things if isinstance(one.get("@id"), str) and "name" in one}
    filled = {
        key: [named.get(_reference_of(one), one) for one in given] for key, given in makers.items()
    }
    return {**article, **filled}


def _list_objects(value: object) -> list[Thing]:
    """The objects that a value is, or holds as a list; none for words."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def _reference_of(thing: Thing) -> str:
    """The id of a thing that says nothing else of itself, else nothing."""
    said = thing.get("@id")
    return said if isinstance(said, str) and "name" not in thing else ""


def own_article(about: Sequence[Thing], url: str) -> Thing:
    """The article of `about` that says it stands at `url`, else the first; empty where there is
    none. Pages carry the data of articles that they only lead to.
    """
    wanted = url.rstrip("/")
    here = (one for one in about if wanted and wanted in _stated_places(one))
    return next(here, about[0] if about else {})


def _stated_places(thing: Thing) -> set[str]:
    """The addresses at which a thing says that it stands."""
    page = thing.get("mainEntityOfPage")
    said = (thing.get("url"), thing.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return {one.split("#", 1)[0].rstrip("/") for one in said if isinstance(one, str)}


def thing_types(thing: Thing) -> list[str]:
    """The names of an object's types, without the vocabulary's address."""
    kind = thing.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


@lru_cache(maxsize=4)
def load_data(text: str) -> object:
    """The JSON of a script element, None where nothing in it can be read as such.

    The last ones are kept, since a page is asked for its parts before it is read; nobody changes
    what is given.
    """
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    bare = _WRAPPING.sub("", unescape(text) if "&quot;" in text else text)
    starts = [at for at in (bare.find("{"), bare.find("[")) if at >= 0]
    if not starts:
        return None
    bare = bare[min(starts) :]
    for one in (bare, _LOOSE_COMMA.sub("", bare)):
        try:
            return _load_values(one)
        except (ValueError, RecursionError):
            continue
    return None


def _load_values(bare: str) -> object:
    """The JSON value at the start of a text; a list of them where others follow one another.

    Raises ValueError where there is none at the start.
    """
    decoder = json.JSONDecoder(strict=False)
    value, end = decoder.raw_decode(bare)
    values = [value]
    while len(values) < _MOST_BLOCKS and (more := _NEXT_VALUE.match(bare, end)):
        try:
            value, end = decoder.raw_decode(bare, more.end() - 1)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values if len(values) > 1 else values[0]


def _script_data(tree: LexborHTMLParser) -> Iterator[object]:
    for node in tree.css('script[type="application/ld+json" i]')[:_MOST_BLOCKS]:
        text = node.text()
        if len(text) <= _MOST_JSON and any(
            word in text for word in ("Article", "Posting", "Report", "datePublished")
        ):
            yield load_data(text)


def _find_things(data: object) -> Iterator[Thing]:
    """The objects of linked data, outer ones first; only lists, graphs and parts are entered."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        thing = waiting.pop(0)
        seen += 1
        if isinstance(thing, list):
            waiting.extend(thing[:_MOST_NODES])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in _INNER if key in thing)
