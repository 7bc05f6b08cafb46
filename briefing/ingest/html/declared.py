"""What a page declares of itself in its head: for machines, not shown to readers.

Every fact says which field declared it. Nothing is guessed from addresses, and no date is taken
from anything that isn't called the date of publication.
"""

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest import bylines
from briefing.ingest.html import byline, linked
from briefing.ingest.html.declared_dates import find_publication, find_update
from briefing.ingest.html.linked import Thing
from briefing.ingest.html.values import LONGEST, clean_value, first_words, plain_words, state_value
from briefing.language import addresses
from briefing.model import Known

_KINDS = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "ReportageNewsArticle": "report",
}
_AUTHORS = (
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_LEADS = ("og:description", "description", "twitter:description")

_SUFFIX = re.compile(r"\s+[|–—»·:-]\s+[^|–—»·]{2,40}$")
_SEVERAL = frozenset({"author", "article:author", "dc.creator", "dcterms.creator"})
_IN_BRACKETS = re.compile(r"\s*\([^()]*(?:://|@)[^()]*\)")  # an address behind a name
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:$|[-_\s])")
_LONGEST_NAME = 100


def declared_facts(
    tree: LexborHTMLParser, about: Sequence[Thing] | None = None
) -> dict[str, Known]:
    """What the page says of itself, by field: title, outlet, author, published, url, kind.

    Must be called before the tree's unseen parts are taken out. `about` are the articles of its
    linked data, where they were read.
    """
    metas = _read_metas(tree)
    url = _declared_url(tree, metas)
    about = linked.linked_articles(tree) if about is None else about
    article = linked.own_article(about, url.value if url else "")
    outlet = _declared_outlet(metas, article)
    host = addresses.host_of(url.value if url else None)
    found = {
        "title": _declared_title(tree, metas, article),
        "outlet": outlet,
        "published": find_publication(tree, metas, article, host),
        "updated": find_update(tree, metas, article),
        "url": url,
        "kind": _declared_kind(article),
        "author": _own_author(tree, metas, article, outlet),
    }
    return {field: fact for field, fact in found.items() if fact is not None}


def _declared_url(tree: LexborHTMLParser, metas: Mapping[str, str]) -> Known | None:
    """The address at which the page says that it stands."""
    link = tree.css_first('link[rel="canonical" i]')
    href = (link.attributes.get("href") or "") if link is not None else ""
    declared = _stated_address(href, "canonical link")
    return declared or _stated_address(metas.get("og:url", ""), "og:url")


def _own_author(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing, outlet: Known | None
) -> Known | None:
    """The declared author; one of the outlet's name only where linked data call that a person."""
    author = _declared_author(metas, article) or byline.marked_author(tree)
    if author is None or outlet is None or author.value != outlet.value:
        return author
    return author if _is_one_person(article.get("author")) else None


def declared_language(tree: LexborHTMLParser) -> str | None:
    """The code of the language that the page declares, or None."""
    root = tree.css_first("html")
    metas = tree.css_first('meta[http-equiv="content-language" i]')
    for said in (
        root.attributes.get("lang") if root is not None else None,
        root.attributes.get("xml:lang") if root is not None else None,
        metas.attributes.get("content") if metas is not None else None,
    ):
        match = _LANGUAGE.match((said or "").lower())
        if match:
            return match[1]
    return None


def declared_lead(tree: LexborHTMLParser) -> str:
    """The summary that the page declares of itself; empty where it declares none."""
    for name in _LEADS:
        node = tree.css_first(f'meta[property="{name}" i],meta[name="{name}" i]')
        if node is not None and (said := node.attributes.get("content")):
            return plain_words(said)
    return ""


def _read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The first value of each field; of those that name persons all, with semicolons between."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        given = node.attributes
        names = given.get("property") or given.get("name") or given.get("itemprop") or ""
        content = clean_value(given.get("content") or "")
        for name in names.lower().replace("dc:", "dc.").split() if content else ():
            if name in _SEVERAL and content not in found.get(name, ""):
                found[name] = "; ".join(filter(None, (found.get(name), content)))
            found.setdefault(name, content)
    return found


def _stated_address(value: str, field: str) -> Known | None:
    plain = value.strip().split("#", 1)[0]
    return state_value(plain, field) if addresses.is_web_address(plain) else None


def _declared_title(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing
) -> Known | None:
    headline = first_words(article.get("headline"))
    if headline:
        return state_value(headline, "JSON-LD headline")
    for name in _TITLES:
        if name in metas:
            return state_value(_without_house(metas[name], metas), name)
    node = tree.css_first("head title")
    return (
        state_value(_without_house(clean_value(node.text()), metas), "title element")
        if node is not None
        else None
    )


def _without_house(title: str, metas: Mapping[str, str]) -> str:
    """A title without the outlet's name that many pages put behind it."""
    short = title[:LONGEST]
    house = metas.get("og:site_name", "").casefold()
    match = _SUFFIX.search(short)
    if match and house and match.group().strip(" |–—»·:-").casefold() in house:
        return short[: match.start()].rstrip()
    return short


def _declared_outlet(metas: Mapping[str, str], article: Thing) -> Known | None:
    for name in _OUTLETS[:1]:
        if metas.get(name) and len(metas[name]) <= _LONGEST_NAME:
            return state_value(metas[name], name)
    publisher = _person_names(article.get("publisher"))
    if publisher:
        return state_value(publisher[0], "JSON-LD publisher")
    for name in _OUTLETS[1:]:
        if (
            metas.get(name)
            and len(metas[name]) <= _LONGEST_NAME
            and not addresses.is_web_address(metas[name])
        ):
            return state_value(metas[name], name)
    return None


def _declared_author(metas: Mapping[str, str], article: Thing) -> Known | None:
    names = _person_names(article.get("author"))
    if names:
        return state_value(", ".join(names), "JSON-LD author")
    for name in _AUTHORS:
        value = _IN_BRACKETS.sub("", _BY.sub("", metas.get(name, ""), count=1))
        if _may_be_person(value):
            return state_value(value, name)
    return None


def _declared_kind(article: Thing) -> Known | None:
    kind = next((_KINDS[name] for name in linked.thing_types(article) if name in _KINDS), "")
    return state_value(kind, "JSON-LD type")


def _person_names(value: object) -> list[str]:
    people = value if isinstance(value, list) else [value]
    names = (
        first_words(one.get("name")) if isinstance(one, dict) else first_words(one)
        for one in people[:10]
    )
    kept = [name for name in names if _may_be_person(name)]
    return list(dict.fromkeys(kept))


def _is_one_person(said: object) -> bool:
    """Whether linked data call an author a person: somebody's own site bears that one's name."""
    one = said[0] if isinstance(said, list) and len(said) == 1 else said
    return isinstance(one, dict) and "Person" in linked.thing_types(one)


def _may_be_person(name: str) -> bool:
    """Whether what is declared as an author may be a person's name."""
    return 0 < len(name) <= _LONGEST_NAME and not (
        "://" in name or "@" in name or bylines.is_nobody(name)
    )
