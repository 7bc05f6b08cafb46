"""One letter to its content: the writer's own words, or those of the letter that it passes on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.message import Message
from email.utils import parseaddr

from briefing.ingest import bylines, text
from briefing.ingest.clean import page
from briefing.ingest.clean.page import Line
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.html.page import of_markup
from briefing.ingest.html.values import clean_value
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.mail import parse, plain, quoted
from briefing.ingest.mail.quoted import Quoted, Told, Unfolded
from briefing.language import wordlist
from briefing.model import Known, Mark

_PLAIN_ENOUGH = 0.7  # share of the page's words from which the plain version tells as much
_ADDRESS = re.compile(r"https?://\S+")
_FEW_ADDRESSES = 40  # words for each address from which plain text is no list of links
_NAME = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 3  # of a name's word that an address may be named after
_LIST = wordlist.read("mul", "letters")
_MARKS = "|".join(sorted(map(re.escape, _LIST.words("again", "passed on")), key=len, reverse=True))
_AGAIN = re.compile(rf"^(?:\s*(?:{_MARKS})\s*(?:\[\d+\])?\s*[:：])+\s*", re.IGNORECASE)
_PASSED_ON = re.compile(
    rf"^\s*(?:{'|'.join(map(re.escape, _LIST.words('passed on')))})\s*[:：]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLetter:
    """The text of a letter as read, the letters inside that are sources of their own, and what it
    passes on.
    """

    content: Content
    quotes: tuple[Quoted, ...]
    inner: Quoted | None


def content(item: Item) -> Content | Unreadable:
    """The text of a letter: its plain version, or its page where that says more.

    Sender and day are those of the letter it passes on, where it adds no sentence to that.
    """
    message = parse.parse_letter(item.data)
    if isinstance(message, Unreadable):
        return message
    made = read_letter(message)
    if isinstance(made, Unreadable):
        return made
    return replace(
        made.content, facts={**describe_letter(message, made.inner), **made.content.facts}
    )


def read_letter(message: Message) -> ReadLetter | Unreadable:
    """The text of a parsed letter with what lies inside it, or why there is none."""
    words, pages = _letter_bodies(message)
    sent = parse.sent_on(message)
    latest = sent.date() if sent else None
    page_made = of_markup("\n".join(pages), "utf-8") if pages else None
    if not words.strip():
        made = page_made or Unreadable(reason="the e-mail holds no text of its own")
        return made if isinstance(made, Unreadable) else _of_page(made, latest)
    if isinstance(page_made, Content) and not _tells_enough(words, page_made):
        return _of_page(page_made, latest)
    return _of_words(words, latest)


def _letter_bodies(message: Message) -> tuple[str, list[str]]:
    """The plain text of a letter and its pages."""
    words: list[str] = []
    pages: list[str] = []
    for part in parse.list_leaves(message)[: parse.MOST_PARTS]:
        if part.get_content_maintype() != "text" or parse.is_attached(part):
            continue
        decoded = parse.text_of(part)
        if isinstance(decoded, Undecodable) or not decoded.text.strip():
            continue
        if part.get_content_subtype() == "html":
            pages.append(decoded.text)
        elif part.get_content_subtype() in _PROSE:
            words.append(_unflow_words(part, decoded.text.replace("\r\n", "\n")))
    return "\n".join(words), pages


_PROSE = frozenset({"plain", "enriched", "markdown", "x-markdown"})


def _unflow_words(part: Message, words: str) -> str:
    if parse.parameter_of(part, "format") != "flowed":
        return words
    return plain.join_flowed(words, delete_space=parse.parameter_of(part, "delsp") == "yes")


def _tells_enough(words: str, version: Content) -> bool:
    """Whether the plain version tells about as much as the page and is no list of links."""
    count = len(words.split())
    links = len(_ADDRESS.findall(words))
    return (
        count >= _PLAIN_ENOUGH * sum(one.words for one in version.lines)
        and links * _FEW_ADDRESSES <= count
    )


def _of_words(words: str, latest: date | None) -> ReadLetter | Unreadable:
    """Read the plain version: lines joined, without signs of quotation, what is no text marked."""
    unfolded = quoted.unfold_letter(words.split("\n"), latest=latest)
    whole = "\n".join(one.text for one in unfolded.lines)
    made = text.of_text(Decoded(text=whole, encoding="utf-8"))
    if isinstance(made, Unreadable):
        return made
    content = _with_asides(made, list(_letter_marks(unfolded.lines)))
    return ReadLetter(content=content, quotes=unfolded.quotes, inner=unfolded.inner)


def _letter_marks(lines: Iterable[Told]) -> Iterator[Mark]:
    at = 0
    for one in lines:
        if one.aside and one.text.strip():
            yield Mark(start=at, end=at + len(one.text), kind="metadata", reason=one.aside)
        at += len(one.text) + 1


def _with_asides(made: Content, asides: Sequence[Mark]) -> Content:
    """Mark the lines that are none of a letter's text; what only they state is no fact of it."""
    starts = {mark.start for mark in asides}
    facts = {
        name: fact
        for name, fact in made.facts.items()
        if not any(mark.start <= span.start < mark.end for span in fact.evidence for mark in asides)
    }
    marks = (*(mark for mark in made.marks if mark.start not in starts), *asides)
    return replace(made, marks=marks, facts=facts)


def _of_page(made: Content, latest: date | None) -> ReadLetter:
    """Find the letters inside a letter that is a page; their lines are none of its own."""
    lines = page.read_lines(made.text)
    unfolded = quoted.unfold_letter([one.text for one in lines], latest=latest, broken=False)
    aside = dict(_places_of(lines, unfolded))
    own = tuple(one for one in made.lines if one.start in aside)
    if not own:
        own, made = _own_words(made, lines, aside)
    marks = []
    for one in lines:
        if reason := aside.get(one.start, _OF_ITS_OWN):
            kind = "metadata" if one.start in aside else "other_page"
            marks.append(Mark(start=one.start, end=one.end, kind=kind, reason=reason))
    content = _with_asides(replace(made, lines=own), marks)
    return ReadLetter(content=content, quotes=unfolded.quotes, inner=unfolded.inner)


def _own_words(
    made: Content, lines: Sequence[Line], aside: Mapping[int, str]
) -> tuple[tuple[Line, ...], Content]:
    """The writer's own lines where only those of a letter inside were taken for the article, which
    are longer; and the page without the marks that say so.
    """
    own = tuple(one for one in lines if aside.get(one.start) == "")
    marks = tuple(one for one in made.marks if one.kind != "other_page")
    return own, replace(made, marks=marks)


_OF_ITS_OWN = "a letter inside the letter, read as one of its own"


def _places_of(lines: Sequence[Line], unfolded: Unfolded) -> Iterator[tuple[int, str]]:
    """Where each line that is told of a page begins, with why it is not its text.

    They come in the page's order, so a line is found behind the one before.
    """
    at = 0
    for told in unfolded.lines:
        while at < len(lines) and lines[at].text != told.text:
            at += 1
        if at == len(lines):
            return
        yield lines[at].start, told.aside
        at += 1


def describe_letter(message: Message, inner: Quoted | None) -> dict[str, Known]:
    """What the headers say: the subject, the day, and who sends it.

    A letter's day is not surely its articles', so it is inferred. A newsletter's sender stands for
    its outlet, another letter's for its author where it is a person. Of a letter that only passes
    one on, that one's sender and day count.
    """
    subject = parse.header_of(message, "Subject")
    title = _AGAIN.sub("", subject)
    found = {"title": ("stated", title, "subject of the e-mail")}
    if inner is not None:
        found["published"] = ("inferred", inner.day.isoformat() if inner.day else "", _INSIDE)
        sender = "" if bylines.is_office(inner.sender) else inner.sender
        found["author"] = ("inferred", sender, "sender of the letter inside the e-mail")
        found["title"] = ("stated", title or inner.subject, "subject of the e-mail")
    elif not _PASSED_ON.match(subject):
        sent = parse.sent_on(message)
        day = sent.date().isoformat() if sent else ""
        found["published"] = ("inferred", day, "day of the e-mail")
        found.update(_sender_fact(message))
    return _known_facts(found)


def _sender_fact(message: Message) -> dict[str, tuple[str, str, str]]:
    """Who sends a letter: the house of a newsletter, else the author, who is no office."""
    name, address = parseaddr(parse.header_of(message, "From"))
    sender = clean_value(name)
    listed = message.get("List-Id") or message.get("List-Unsubscribe")
    if listed and not _is_own_address(sender, address):
        return {"outlet": ("inferred", sender, "sender of the newsletter")}
    if bylines.is_office(sender, address.rpartition("@")[2]) or bylines.is_account(sender):
        return {}
    return {"author": ("inferred", sender, "sender of the e-mail")}


def _is_own_address(name: str, address: str) -> bool:
    """Whether an address is named after the one who sends from it, and its host is not: who
    writes to a list is not the list's house.
    """
    box, _, host = address.casefold().partition("@")
    words = [word for word in _NAME.findall(name.casefold()) if len(word) >= _FEWEST_LETTERS]
    return len(words) > 1 and any(word in box and word not in host for word in words)


_INSIDE = "day of the letter inside the e-mail"


def _known_facts(found: Mapping[str, tuple[str, str, str]]) -> dict[str, Known]:
    return {
        name: Known(value=value, basis="stated" if basis == "stated" else "inferred", note=note)
        for name, (basis, value, note) in found.items()
        if value
    }
