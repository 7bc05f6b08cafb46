"""What an outlet takes back: its own article, in the article itself or in a notice about it.

Nothing of a withdrawn article is told; it stays in the list of sources and is called withdrawn
there. Only an outlet withdraws its own: a notice of another outlet, or of none, counts for nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.language import edtf, late, lines, lookalike, wordlist
from briefing.languages.en.lexicon import MONTHS
from briefing.model import Document
from briefing.walk.library import Considered

_PATTERNS = wordlist.patterns("en", "words/withdrawal_patterns")
_WORDS = wordlist.read("en", "words/withdrawals")
_SIGNS = _WORDS.entries("signs")
_LABELS = sorted(_WORDS.words("label"), key=lambda one: (-len(one), one))
_LABEL = late.pattern(
    rf"[\W_]*(?P<label>{'|'.join(map(re.escape, _LABELS))})\s*(?:[:–—!]\s*(?P<title>.*)"
    rf"|-\s+(?P<rest>.*)|[\])]\W*(?P<bracketed>.*?)|)\W*\Z",
    re.DOTALL,
)
_WORD = late.pattern(r"[^\W_]+")
_OUTSIDE = frozenset({"other_page", "related", "widget", "appeal", "repeat"})
_OPENING = "Withdrawn by its outlet"
_MOST_READ = 6_000
_MOST_HEAD = 4  # lines in which a label may stand
_LONGEST_HEAD = 200
_MOST_IN_NOTICE = 150  # words; what is longer under a label holds the article itself
_FEWEST_IN_TITLE = 3
_FEWEST_IN_SHORT = 4  # words of a title cut short that one other title must hold
_MUCH = 0.8  # share of a title's words that a notice's own title must hold, and the other way round


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notice:
    """What a document says of withdrawing: of itself, or (`title`, "" where unknown) of another."""

    own: bool
    text: str
    title: str


def mark_withdrawn(documents: Sequence[Document]) -> tuple[tuple[Document, ...], Mapping[str, str]]:
    """The documents, withdrawn ones with a caveat that says so, and those caveats by document
    id.
    """
    found = withdrawal_reasons(documents)
    told = tuple(
        replace(one, caveats=(found[one.id], *one.caveats)) if one.id in found else one
        for one in documents
    )
    return told, found


def take_out(considered: Considered) -> Considered:
    """What is considered without what its outlets have withdrawn; the sources say that it was."""
    read = tuple(one.document for one in considered.readings)
    gone = considered.notebook.ask(withdrawal_reasons, read)
    if not gone:
        return considered
    by_id = {one.id: one for one in mark_withdrawn(read)[0]}
    documents = tuple(
        replace(one, caveats=by_id[one.id].caveats) if one.id in gone else one
        for one in considered.holdings.documents
    )
    return replace(
        considered,
        holdings=replace(considered.holdings, documents=documents),
        readings=tuple(one for one in considered.readings if one.document.id not in gone),
        offers=tuple(one for one in considered.offers if one.document not in gone),
    )


def say_withdrawn(document: Document) -> str:
    """Who withdrew a document, of those that `take_out` left; "" where nobody did."""
    return next((one for one in document.caveats if one.startswith(_OPENING)), "")


def may_withdraw(text: str) -> bool:
    """Whether a text of which nothing else is known may take something back: a label of that
    stands over any line of it, or a sentence says so.
    """
    shown = text[:_MOST_READ].casefold()
    if not any(sign in shown for sign in _SIGNS):
        return False
    lines_of = (line for line in shown.split("\n") if len(line) <= _LONGEST_HEAD)
    folded = " ".join(shown.split())
    told = _has_sentence(folded, "own", "own_active", "other", "passive", "editors")
    return told or any(_LABEL.match(line) for line in lines_of)


def withdraws(document: Document) -> bool:
    """Whether a document takes back itself or another article."""
    return _read_notice(document) is not None


def withdrawal_reasons(documents: Sequence[Document]) -> dict[str, str]:
    """Why each withdrawn document is out, by id: who withdrew it, when and in which source."""
    found: dict[str, str] = {}
    for document in documents:
        notice = _read_notice(document)
        if notice is None:
            continue
        others = _find_meant(documents, notice, document)
        for other in others:
            found[other.id] = (
                f"{_OPENING}{_say_day(document)} ({document.locator}): nothing of it is told."
            )
        if notice.own and not (others and _is_short(document)):
            found[document.id] = f"{_OPENING}, as it says itself: nothing of it is told."
    return found


def _read_notice(document: Document) -> _Notice | None:
    """Read a withdrawal, by a label over the text or by a sentence of it."""
    shown = _shown_lines(document)
    if not any(sign in shown.casefold() for sign in _SIGNS):
        return None
    labels = _read_labels(document, shown)
    folded = " ".join(shown.casefold().split())
    own = _has_sentence(folded, "own", "own_active")
    if not labels and not own and not _tells_of_another(folded):
        return None
    titles = (match["title"] or match["rest"] or match["bracketed"] for match in labels)
    return _Notice(
        own=own or _stands_over(document, labels),
        text=folded,
        title=next(filter(None, titles), ""),
    )


def _tells_of_another(folded: str) -> bool:
    """Whether a text is short and says that another article is withdrawn."""
    short = len(folded.split()) <= _MOST_IN_NOTICE
    return short and _has_sentence(folded, "other", "passive", "editors")


def _stands_over(document: Document, labels: Sequence[re.Match[str]]) -> bool:
    """Whether a label stands over the article that is withdrawn: over a long text, or in brackets
    before its title. Over a short one, which is a notice, it says nothing of whose.
    """
    bracketed = any(match["bracketed"] for match in labels)
    return bool(labels) and (bracketed or not _is_short(document))


def _read_labels(document: Document, shown: str) -> list[re.Match[str]]:
    """The labels of withdrawal over a text: its title, or one of its first lines."""
    title = [document.title.value] if document.title else []
    heads = [*title, *shown.split("\n")[:_MOST_HEAD]]
    found = (_LABEL.match(head.casefold()) for head in heads if len(head) <= _LONGEST_HEAD)
    return [match for match in found if match]


def _has_sentence(folded: str, *names: str) -> bool:
    return any(_PATTERNS[name].search(folded) for name in names)


def _shown_lines(document: Document) -> str:
    """The lines of a document that may be the article's, as far as they are read."""
    text = document.text[:_MOST_READ]
    spans = lines.split_lines(text)
    over = lines.marks_over(spans, document.marks)
    return "\n".join(
        text[span.start : span.end]
        for span, marks in zip(spans, over, strict=True)
        if not any(mark.kind in _OUTSIDE and mark.end > mark.start for mark in marks)
    )


def _is_short(document: Document) -> bool:
    return len(_shown_lines(document).split()) <= _MOST_IN_NOTICE


def _find_meant(documents: Sequence[Document], notice: _Notice, by: Document) -> list[Document]:
    """The documents that a notice means; where it names the title of none whole, the one whose
    title alone holds every word of the notice's own.
    """
    rest = [one for one in documents if one is not by]
    meant = [one for one in rest if _is_meant(one, notice, by)]
    if meant or notice.own:
        return meant
    held = [one for one in rest if _holds_title(one, notice, by)]
    return held if len(held) == 1 else []


def _holds_title(one: Document, notice: _Notice, by: Document) -> bool:
    """Whether a document's title holds every word of the notice's own, if those are several."""
    words = set(_fold_words(notice.title))
    title = set(_fold_words(one.title.value)) if one.title else set()
    return len(words) >= _FEWEST_IN_SHORT and words <= title and _may_be_meant(one, by)


def _is_meant(one: Document, notice: _Notice, by: Document) -> bool:
    """Whether a notice means this document: of its own outlet, and by its title or its address."""
    if not _may_be_meant(one, by):
        return False
    if one.url is not None and (one.url == by.url or one.url.casefold() in notice.text):
        return True
    return _names_title(notice, _fold_words(one.title.value if one.title else ""))


def _may_be_meant(one: Document, by: Document) -> bool:
    """Whether a document is of the outlet of a notice, and surely appeared no later."""
    return _same_outlet(one, by) and not _is_later(one, by)


def _names_title(notice: _Notice, title: Sequence[str]) -> bool:
    """Whether a notice holds a title of several words, or has most of its words in its own."""
    if len(title) < _FEWEST_IN_TITLE:
        return False
    if " ".join(title) in " ".join(_fold_words(notice.text)):
        return True
    named = set(_fold_words(notice.title))
    shared = len(named & set(title))
    return bool(named) and shared >= _MUCH * len(set(title)) and shared >= _MUCH * len(named)


def _same_outlet(one: Document, other: Document) -> bool:
    names = [lookalike.spelling_key(d.outlet.value) if d.outlet else "" for d in (one, other)]
    return names[0] == names[1]


def _is_later(one: Document, by: Document) -> bool:
    """Whether a document surely appeared after the notice: what is published again is not
    withdrawn.
    """
    if one.published is None or by.published is None:
        return False
    days = (one.published.value, by.published.value)
    return all(map(edtf.is_valid, days)) and edtf.bounds(days[0])[0] > edtf.bounds(days[1])[1]


def _fold_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _say_day(document: Document) -> str:
    """The day on which a document appeared, as the end of a sentence; empty where it isn't one
    day.
    """
    value = document.published.value if document.published else ""
    if not edtf.is_valid(value) or edtf.bounds(value)[0] != edtf.bounds(value)[1]:
        return ""
    day = edtf.bounds(value)[0]
    return f" on {day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
