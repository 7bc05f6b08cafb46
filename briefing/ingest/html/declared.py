"""What a page declares of itself in its head: for machines, not shown to readers.

Every fact says which field declared it. Nothing is guessed from addresses, and no date is taken
from anything that isn't called the date of publication.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest import bylines, dateline, stamps
from briefing.ingest.html import byline, linked, timed
from briefing.language import addresses
from briefing.model import Known

_KINDS = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "ReportageNewsArticle": "report",
}
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

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_SUFFIX = re.compile(r"\s+[|–—»·:-]\s+[^|–—»·]{2,40}$")
_SEVERAL = frozenset({"author", "article:author", "dc.creator", "dcterms.creator"})
_IN_BRACKETS = re.compile(r"\s*\([^()]*(?:://|@)[^()]*\)")  # an address behind a name
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:$|[-_\s])")
_LONGEST = 300
_LONGEST_NAME = 100
_UNSPOKEN = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0xFEFF], " "
)


def declared_facts(
    tree: LexborHTMLParser, about: Sequence[linked.Thing] | None = None
) -> dict[str, Known]:
    """What the page says of itself, by field: title, outlet, author, published, url, kind.

    Must be called before the tree's unseen parts are taken out. `about` are the articles of its
    linked data, where they were read.
    """
    metas = _read_metas(tree)
    link = tree.css_first('link[rel="canonical" i]')
    href = (link.attributes.get("href") or "") if link is not None else ""
    url = _stated_address(href, "canonical link") or _stated_address(
        metas.get("og:url", ""), "og:url"
    )
    about = linked.linked_articles(tree) if about is None else about
    article = linked.own_article(about, url.value if url else "")
    found = {
        "title": _declared_title(tree, metas, article),
        "outlet": _declared_outlet(metas, article),
        "published": _declared_publication(
            tree, metas, article, addresses.host_of(url.value if url else None)
        ),
        "updated": _declared_update(tree, metas, article),
        "url": url,
        "kind": _declared_kind(article),
    }
    known = {field: fact for field, fact in found.items() if fact is not None}
    author = _declared_author(metas, article) or byline.marked_author(tree)
    if author is not None and (
        author.value != (known["outlet"].value if "outlet" in known else None)
        or _is_one_person(article.get("author"))
    ):
        known["author"] = author
    return known


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


def declared_day(value: str) -> str | None:
    """The day that a machine-readable or printed date names, as EDTF, or None."""
    match = _ISO.match(value[:_LONGEST])
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return None
    named = dateline.find_days(value[:_LONGEST])
    return named[0].isoformat() if named else None


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


def clean_value(value: str) -> str:
    """Give a declared value as one line of plain words: no direction marks, no control
    characters.
    """
    plain = value[: 10 * _LONGEST]
    if not plain.isascii():
        plain = plain.translate(_UNSPOKEN)
    if not plain.isprintable():
        plain = "".join(sign if sign.isprintable() else " " for sign in plain)
    return " ".join(plain.split())


def _stated_value(value: str, field: str) -> Known | None:
    return (
        Known(value=value, basis="stated", note=f"declared by the page ({field})")
        if value
        else None
    )


def _stated_address(value: str, field: str) -> Known | None:
    plain = value.strip().split("#", 1)[0]
    return _stated_value(plain, field) if addresses.is_web_address(plain) else None


def _declared_title(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Mapping[str, Any]
) -> Known | None:
    headline = _plain_value(article.get("headline"))
    if headline:
        return _stated_value(headline, "JSON-LD headline")
    for name in _TITLES:
        if name in metas:
            return _stated_value(_without_house(metas[name], metas), name)
    node = tree.css_first("head title")
    return (
        _stated_value(_without_house(clean_value(node.text()), metas), "title element")
        if node is not None
        else None
    )


def _without_house(title: str, metas: Mapping[str, str]) -> str:
    """A title without the outlet's name that many pages put behind it."""
    short = title[:_LONGEST]
    house = metas.get("og:site_name", "").casefold()
    match = _SUFFIX.search(short)
    if match and house and match.group().strip(" |–—»·:-").casefold() in house:
        return short[: match.start()].rstrip()
    return short


def _declared_outlet(metas: Mapping[str, str], article: Mapping[str, Any]) -> Known | None:
    for name in _OUTLETS[:1]:
        if metas.get(name) and len(metas[name]) <= _LONGEST_NAME:
            return _stated_value(metas[name], name)
    publisher = _person_names(article.get("publisher"))
    if publisher:
        return _stated_value(publisher[0], "JSON-LD publisher")
    for name in _OUTLETS[1:]:
        if (
            metas.get(name)
            and len(metas[name]) <= _LONGEST_NAME
            and not addresses.is_web_address(metas[name])
        ):
            return _stated_value(metas[name], name)
    return None


def _declared_author(metas: Mapping[str, str], article: Mapping[str, Any]) -> Known | None:
    names = _person_names(article.get("author"))
    if names:
        return _stated_value(", ".join(names), "JSON-LD author")
    for name in _AUTHORS:
        value = _IN_BRACKETS.sub("", _BY.sub("", metas.get(name, ""), count=1))
        if _may_be_person(value):
            return _stated_value(value, name)
    return None


def _declared_publication(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Mapping[str, Any], host: str
) -> Known | None:
    """The day of publication; a range of days where only an instant in UTC is declared.

    Of several fields the first counts, but one that gives the outlet's own zone before one in UTC.
    """
    first = settled = None
    for field, value in _given_dates(tree, metas, article):
        days = _declared_days(value, host)
        first = first or ((field, days) if days else None)
        if first and days and "/" not in days and days in first[1].split("/"):
            settled = (field, days)
            break
    if first is None:
        return None
    field, days = settled or first
    return _stated_value(days, f"{field}, in UTC" if "/" in days else field)


def _given_dates(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """What may be the day of publication, by field, the surest first."""
    yield "JSON-LD datePublished", _plain_stamp(article.get("datePublished"))
    for name in _DATES:
        yield name, metas.get(name, "")
    yield from timed.published_times(tree)


def _declared_update(
    tree: LexborHTMLParser, metas: Mapping[str, str], article: Mapping[str, Any]
) -> Known | None:
    """The day on which the page says that it was changed last."""
    given = [("JSON-LD dateModified", _plain_stamp(article.get("dateModified")))]
    given += [(name, metas.get(name, "")) for name in _UPDATES]
    given += timed.update_times(tree)
    return next(
        (_stated_value(told, field) for field, value in given if (told := declared_day(value))),
        None,
    )


def _declared_days(value: str, host: str) -> str | None:
    """The day that a declared date means, a range of days where it is an instant in UTC; None for
    no date.
    """
    stamp = stamps.read_stamp(value[:_LONGEST])
    return (
        stamps.stamp_day(stamp, stamps.zone_of(host)) if stamp is not None else declared_day(value)
    )


def _declared_kind(article: Mapping[str, Any]) -> Known | None:
    kind = next((_KINDS[name] for name in linked.thing_types(article) if name in _KINDS), "")
    return _stated_value(kind, "JSON-LD type")


def _person_names(value: object) -> list[str]:
    people = value if isinstance(value, list) else [value]
    names = (
        _plain_value(one.get("name")) if isinstance(one, dict) else _plain_value(one)
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


def _plain_stamp(value: object) -> str:
    """A date as text; some write seconds since 1970 as a number."""
    return str(value) if type(value) in {int, float} else _plain_value(value)


def _plain_value(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return plain_words(value) if isinstance(value, str) else ""


def plain_words(value: str) -> str:
    """Declared text as plain words: some put entities and even markup into it."""
    if "<" in value or "&" in value:
        parsed = LexborHTMLParser(value[: 10 * _LONGEST]).body
        value = parsed.text() if parsed is not None else ""
    return clean_value(value)[:_LONGEST]
