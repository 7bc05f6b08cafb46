"""Whose text an article is: what it says of itself, held against its address and what the desk
knows.

A page can call itself anything. So its own claim earns a desk's grade only where its address bears
it out, or where it has none; and a name that its address does not show is marked as inferred.
"""

import re
from dataclasses import replace

from briefing.ingest import dateline
from briefing.job.outlets import KnownOutlet, Outlets, gather_outlets
from briefing.language import addresses, late, lines, lookalike, wordlist
from briefing.model import Document, Known, Span

_MOST_OVER = 8  # lines at the top of a text in which its outlet may stand
_LONGEST = 100
_OVER = "over the article, as the config knows it"
_BY_HOST = "the config gives it the host"
_SPELT = late.pattern(r"written (?P<name>.+)\Z", re.DOTALL)
_CLAIMED = late.pattern(r"its address; it calls itself (?P<name>.+)", re.DOTALL)
_NO_HOST = "nowhere.invalid"
_PARTED = late.pattern(r"\s*[,|·•–—]\s*|\s+-\s+")
_BYLINE = tuple(
    f"{word} " for word in wordlist.read("en", "words/stated").entries("before a writer")
)
_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "gob", "go", "net", "ne", "or", "org"})
_FEWEST_ALIKE = 4  # letters of a host's name that stand in the outlet's, or the other way round
_FEWEST_INITIALS = 2
_COUNTRY = 2


def grade_document(document: Document, desk: Outlets) -> Document:
    """Give a document its outlet as the desk writes it, with grade and note unless it has its own.

    A claim that the address contradicts is told as a caveat, and the address stands for the name.
    """
    host = addresses.host_of(document.url)
    own = document.outlet or _outlet_over(document, desk)
    known = desk.named(own.value) if own is not None else None
    at_host = desk.at(host) if host else None
    if own is not None and own.basis == "supplied":
        return _vouch_outlet(document, own, known)
    if at_host is not None:
        return _at_host(document, own, at_host, host)
    return document if own is None else _hold_against_host(document, own, known, host)


def _hold_against_host(
    document: Document, own: Known, known: KnownOutlet | None, host: str
) -> Document:
    """A document whose outlet stands in its own words, held against a host that the desk doesn't
    know.
    """
    if not host or (suits_host(own.value, host) and not (known and known.hosts)):
        return _vouch_outlet(document, own, known)
    if known is None:
        return _with_outlet(document, _mark_inferred(own, host))
    return _mark_contradicted(document, known, host)


def as_recorded(document: Document) -> Outlets:
    """What a desk must have known for the outlet that a brief records; for where no config is at
    hand.
    """
    outlet = document.outlet
    if outlet is None:
        return Outlets()
    host = addresses.host_of(document.url)
    if is_by_host(outlet):
        return gather_outlets((KnownOutlet(name=outlet.value, hosts=(host,)),))
    spelt = _SPELT.search(outlet.note)
    if spelt is not None:
        return gather_outlets((KnownOutlet(name=outlet.value, aliases=(spelt["name"],)),))
    if outlet.note == _OVER:
        return gather_outlets((KnownOutlet(name=outlet.value),))
    claimed = _CLAIMED.fullmatch(outlet.note)
    return (
        gather_outlets((KnownOutlet(name=claimed["name"], hosts=(_NO_HOST,)),))
        if claimed
        else Outlets()
    )


def is_by_host(outlet: Known) -> bool:
    """Whether the desk knew an outlet by the host of its page, whatever the page calls itself."""
    return outlet.basis == "supplied" and outlet.note.startswith(_BY_HOST)


def suits_host(name: str, host: str) -> bool:
    """Whether a host's own label shows an outlet's name: whole, in part, or by its words'
    beginnings.

    "nytimes" is The New York Times by the beginnings of its words; labels before the host's own
    count for nothing, since whoever owns the host sets them.
    """
    label = re.sub(r"[\W_]+", "", _own_label(host))
    words = lookalike.name_words(name)
    joined = "".join(words)
    if len(label) < _FEWEST_INITIALS or not joined:
        return False
    if len(label) >= _FEWEST_ALIKE and label in joined:
        return True
    return (len(joined) >= _FEWEST_ALIKE and joined in label) or _begins_words(label, words)


def _own_label(host: str) -> str:
    """The label of a host that its owner registered: "paper" of news.paper.co.uk."""
    steps = host.split(".")
    if len(steps) > _COUNTRY and steps[-2] in _SECOND and len(steps[-1]) == _COUNTRY:
        return steps[-3]
    return steps[-2] if len(steps) > 1 else steps[0]


def _begins_words(label: str, words: tuple[str, ...]) -> bool:
    """Whether a label is made of beginnings of words, in their order; a word may be passed over."""
    reached = {0}
    for word in words:
        reached |= {
            at + length
            for at in reached
            for length in range(1, len(word) + 1)
            if label.startswith(word[:length], at)
        }
    return len(label) in reached


def _outlet_over(document: Document, desk: Outlets) -> Known | None:
    """The outlet of the desk's list that stands over a text: alone in its line, or beside a date or
    a byline.
    """
    if not desk.by_name:
        return None
    seen = 0
    for line, over in _top_lines(document):
        if any(mark == "other_page" for mark in over):
            continue
        seen += 1
        if seen > _MOST_OVER or line.end - line.start > _LONGEST:
            break
        found = _name_in_line(document.text, line, desk)
        if found is not None:
            return found
    return None


def _top_lines(document: Document) -> list[tuple[Span, tuple[str, ...]]]:
    spans = lines.split_lines(document.text[: _MOST_OVER * 20 * _LONGEST])
    over = lines.marks_over(spans, document.marks)
    return [
        (span, tuple(mark.kind for mark in marks)) for span, marks in zip(spans, over, strict=True)
    ]


def _name_in_line(text: str, line: Span, desk: Outlets) -> Known | None:
    """A name of the desk's list that is a line, or the part of one that holds a date or a byline
    besides.
    """
    words = text[line.start : line.end]
    parts = _PARTED.split(words)
    if len(parts) > 1 and not (dateline.find_days(words) or words.casefold().startswith(_BYLINE)):
        return None
    for part in parts:
        if desk.named(part) is not None and part:
            start = line.start + words.index(part)
            span = Span(start=start, end=start + len(part))
            return Known(value=part, basis="stated", note=_OVER, evidence=(span,))
    return None


def _vouch_outlet(document: Document, own: Known, known: KnownOutlet | None) -> Document:
    """A document of an outlet that nothing speaks against."""
    strange = lookalike.strange_letters(own.value)
    plain = " ".join(own.value.split())
    named = replace(own, value=plain)
    if known is not None and known.name != plain:
        note = own.note if own.basis == "supplied" else f"{own.note}; written {plain}"
        named = replace(own, value=known.name, note=note.removeprefix("; "))
    told = _with_outlet(document, named)
    if strange:
        told = _add_caveat(
            told,
            f"The name of its outlet holds letters of another script: {_spell_letters(strange)}.",
        )
    return _add_grade(told, known)


def _at_host(document: Document, own: Known | None, known: KnownOutlet, host: str) -> Document:
    """A document at a host that the desk gives to an outlet; what it calls itself counts for
    nothing.
    """
    note = f"{_BY_HOST} {host}"
    told = _with_outlet(document, Known(value=known.name, basis="supplied", note=note))
    if own is not None and lookalike.spelling_key(own.value) not in map(
        lookalike.spelling_key, (known.name, *known.aliases)
    ):
        told = replace(
            told,
            outlet=Known(
                value=known.name, basis="supplied", note=f"{note}; it calls itself {own.value}"
            ),
        )
    return _add_grade(told, known)


def _mark_inferred(own: Known, host: str) -> Known:
    """A name that the address does not show, as inferred."""
    return replace(
        own,
        value=" ".join(own.value.split()),
        basis="inferred",
        note=f"{own.note}; its address is on {host}".removeprefix("; "),
    )


def _mark_contradicted(document: Document, known: KnownOutlet, host: str) -> Document:
    """A document that calls itself what its address says it is not: the host stands for its
    name.
    """
    note = f"its address; it calls itself {known.name}"
    told = _with_outlet(document, Known(value=host, basis="inferred", note=note))
    return _add_caveat(
        told,
        f"The page calls itself {known.name}, and its address is on {host}: "
        "nothing confirms the name.",
    )


def _with_outlet(document: Document, outlet: Known) -> Document:
    return replace(document, outlet=outlet)


def _add_caveat(document: Document, caveat: str) -> Document:
    return replace(document, caveats=(*document.caveats, caveat))


def _add_grade(document: Document, known: KnownOutlet | None) -> Document:
    if known is None:
        return document
    return replace(
        document,
        reliability=document.reliability or known.reliability,
        note=document.note or known.note or None,
    )


def _spell_letters(letters: str) -> str:
    return ", ".join(f"{one} (U+{ord(one):04X})" for one in letters)
