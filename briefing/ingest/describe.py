"""The shared end of every reader's way: content is cleaned, described and made a document."""

from collections.abc import Sequence
from dataclasses import replace

from briefing import digest
from briefing.ingest import (
    bounds,
    hidden,
    labels,
    metadata,
    openings,
    outlets,
    paying,
    tongues,
    unfinished,
)
from briefing.ingest.clean.marking import mark_lines
from briefing.ingest.item import Content, Item
from briefing.ingest.supplied import Supplied
from briefing.model import Document, Known, Mark

_REPORT, _OWN_VIEWS = "report", frozenset({"opinion", "letters"})
_MOST_READ = 20_000  # characters from which the language is told


def describe_document(item: Item, content: Content, supplied: Supplied) -> Document:
    """The document that `content` is, with marks and metadata; its text is `content.text`.

    What is supplied stands before what the article states, and that before what its container says
    of it; where the supplied differs from the stated, the note says so.
    """
    text = content.text
    own = _blank_foreign(content)
    language = tongues.detect_language(own[1]) or content.language
    facts = {**item.said, **content.facts}
    stated = facts.get("title")
    title = supplied.title or (stated.value if stated is not None else "")
    titled = labels.mark_titled(content.lines, title, content.marks)
    known = (*content.marks, *hidden.mark_unseen(text), *titled)
    marks = mark_lines(content.lines, known, language)
    marks = unfinished.join_unfinished(text, content.lines, marks, language)
    words = own[0]
    outlet = _prefer_supplied(
        supplied.outlet,
        outlets.stated_outlet(words, content.lines, facts.get("outlet"), marks),
    )
    return Document(
        id=digest.name_source(item.locator),
        locator=item.locator,
        path=item.path,
        url=supplied.url or (facts["url"].value if "url" in facts else item.url),
        revision=item.revision,
        size=len(item.data),
        encoding=content.encoding,
        text=text,
        language=language,
        title=_prefer_supplied(
            supplied.title, facts.get("title") or labels.marked_title(text, marks)
        ),
        outlet=outlet,
        author=_prefer_supplied(supplied.author, facts.get("author")),
        agency=facts.get("agency"),
        published=_prefer_supplied(
            supplied.published, facts.get("published") or _prove_publication(words, marks)
        ),
        updated=facts.get("updated"),
        kind=_settle_kind(supplied.kind, labels.stated_kind(text, marks) or facts.get("kind")),
        translated=labels.is_translation(text, marks),
        retrieved=item.retrieved or content.retrieved,
        reliability=supplied.reliability,
        note=supplied.note,
        caveats=tuple(
            dict.fromkeys(
                (
                    *labels.find_caveats(text, marks),
                    *labels.find_corrections(content.lines, outlet),
                    *content.caveats,
                )
            )
        ),
        marks=marks,
        pages=content.pages,
    )


def _prove_publication(words: str, marks: Sequence[Mark]) -> Known | None:
    """When an article that states no day was published, where its own words prove it."""
    return bounds.complete_dateline(words, marks) or bounds.bound_publication(words, marks)


def read_statements(content: Content) -> Content:
    """Add what an article says of itself in its own lines: datelines, dates, bylines, and that it
    is cut off.

    What the format declares stands before it.
    """
    filed = openings.read_agency(content.lines)
    said = metadata.stated_facts(content.text, content.lines)
    told = {name: getattr(said, name) for name in ("outlet", "author", "published", "updated")}
    facts = (
        filed.facts | {field: fact for field, fact in told.items() if fact} | dict(content.facts)
    )
    asking = paying.mark_asking(content.lines)
    return replace(
        content,
        marks=(
            *content.marks,
            *filed.marks,
            *said.marks,
            *asking,
        ),
        facts=facts,
        caveats=(*content.caveats, *([paying.CUT] if asking else [])),
    )


def _blank_foreign(content: Content) -> tuple[str, str]:
    """The text with all that can't be the article's blanked, and the article's beginning
    alone.

    Offsets into the first are offsets into the text.
    """
    lines = content.lines
    if not any(mark.kind == "other_page" for mark in content.marks):
        return content.text, content.text
    pieces, at, length, beginning = [], 0, 0, []
    for line in lines:
        pieces += [" " * (line.start - at), line.text]
        at = line.end
        if length < _MOST_READ:
            beginning.append(line.text)
            length += len(line.text)
    pieces.append(" " * (len(content.text) - at))
    return "".join(pieces), "\n".join(beginning)


def _prefer_supplied(supplied: str | None, stated: Known | None) -> Known | None:
    """The supplied value, with a note where the text says otherwise, or what the text says."""
    if supplied is None:
        return stated
    if stated is None or stated.value == supplied:
        return Known(value=supplied, basis="supplied", evidence=stated.evidence if stated else ())
    how = "the text says" if stated.basis == "stated" else "the text suggests"
    return Known(
        value=supplied, basis="supplied", note=f"{how} {stated.value}", evidence=stated.evidence
    )


def _settle_kind(supplied: str | None, stated: Known | None) -> Known | None:
    """The kind that was supplied, or what the text says. A report is what any article is called;
    who calls it that hasn't said that its own label is wrong.
    """
    labelled = stated is not None and stated.basis == "stated" and stated.value in _OWN_VIEWS
    if supplied == _REPORT and labelled:
        return stated
    return _prefer_supplied(supplied, stated)
