"""What the marked lines of an article say of it: its title, its kind, that it is a translation, and
what its reader must know.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.clean.page import Line, fold_text
from briefing.language import interviews, late, lookalike, wordlist
from briefing.model import Known, Mark, Span

_PATTERNS = wordlist.patterns("en", "words/stated_patterns")
_UNVOUCHED = _PATTERNS["unvouched"]
_AUTHORS_OWN = _PATTERNS["authors_own"]
_ASKS, _SPEAKS_ITSELF = _PATTERNS["asks_somebody"], _PATTERNS["speaks_itself"]
_LEADER = _PATTERNS["leader"]
_RELEASED = wordlist.patterns("en", "words/release_patterns")
_HEAD, _TAIL = 600, 600  # characters at either end in which a release shows that it is one
_CORRECTS = wordlist.patterns("en", "words/corrections")["corrects"]
_ELSEWHERE = wordlist.patterns("mul", "corrections")["corrects"]
_SETS_RIGHT = wordlist.patterns("en", "words/correction_patterns")["sets_right"]
_OVER_TEXT = wordlist.patterns("en", "words/correction_patterns")["over_text"]
_MOST_OVER = 8  # first lines among which an agency's note of a correction stands
_TITLED, _FEWEST = 4, 3  # lines that may be parts of a title, and the words of one
_WORD = late.pattern(r"[^\W_]+")
_LABELS = frozenset({"title", "kicker", "metadata", "heading"})
_LABEL_KINDS = wordlist.read("en", "words/kinds").table()
_LONGEST_FIRST = sorted(map(re.escape, _LABEL_KINDS), key=len, reverse=True)
(_TRANSLATION,) = wordlist.read("en", "words/stated").entries("translated")
(_BY,) = wordlist.read("en", "words/stated").entries("before a writer")
# "Opinion: …", "… | Analysis" aside: a label opens its line and is set apart, or is all of it; or
# its author or its outlet and day follow: "Comment by Jo Orr", "Opinion, Tarn Post, 9 March".
_LABELLED = late.pattern(
    rf"(?i:[\s#*]*(?P<label>{'|'.join(_LONGEST_FIRST)})"
    r"(?:\s*[:|–—]\s|\s-\s|,\s(?=\d|\w+ \d|[^,\n]{1,60},\s(?:\w+\s)?\d)"
    rf"|\s{_BY}\s(?-i:(?=[A-Z]))|\s*$))"
)
# "Tolm Post | Opinion | 3 May 2025": a label between bars.
_BARRED = late.pattern(rf"(?i:.*[|•·]\s*(?P<label>{'|'.join(_LONGEST_FIRST)})\s*(?=[|•·]|$))")


def is_translation(text: str, marks: Iterable[Mark]) -> bool:
    """Whether a disclaimer calls the article a translation."""
    return any(
        mark.kind == "disclaimer" and _TRANSLATION in text[mark.start : mark.end].casefold()
        for mark in marks
    )


def find_caveats(text: str, marks: Iterable[Mark]) -> tuple[str, ...]:
    """The disclaimers that a reader of the brief must know, word for word."""
    said = (text[mark.start : mark.end] for mark in marks if mark.kind == "disclaimer")
    return tuple(
        line
        for line in said
        if _UNVOUCHED.search(line.casefold())
        or _TRANSLATION in line.casefold()
        or _CORRECTS.search(line.casefold())
        or _ELSEWHERE.fullmatch(fold_text(line))
    )


def find_corrections(lines: Sequence[Line], outlet: Known | None) -> tuple[str, ...]:
    """The lines in which an article's own outlet, by its name, sets an earlier article right: "The
    CNS corrects its report of 2 March"; each from that sentence on. Before them the notes in
    brackets over a text that say what is corrected in it.
    """
    own = lookalike.name_words(outlet.value) if outlet is not None else ()
    found = ((line.text, _SETS_RIGHT.search(line.text)) for line in lines) if own else ()
    starts = ((text, told.start()) for text, told in found if told is not None)
    opened = ((text, text.rfind(". ", 0, end) + 1, end) for text, end in starts)
    return _notes_over(lines) + tuple(
        text[start:].strip()
        for text, start, end in opened
        if lookalike.name_words(text[start:end]) == own
    )


def _notes_over(lines: Sequence[Line]) -> tuple[str, ...]:
    """The notes in brackets over a text that say what is corrected in it."""
    notes = (line.text.strip() for line in lines[:_MOST_OVER])
    return tuple(one for one in notes if _OVER_TEXT.fullmatch(one))


def _label_lines(text: str, marks: Iterable[Mark]) -> Iterator[Span]:
    """The lines that may label an article: the first of the text, its title, what stands about
    it.
    """
    first = len(text) - len(text.lstrip())
    stop = text.find("\n", first)
    yield Span(start=first, end=stop if stop >= 0 else len(text))
    yield from (Span(start=m.start, end=m.end) for m in marks if m.kind in _LABELS)


def stated_kind(text: str, marks: Iterable[Mark]) -> Known | None:
    """Call an article what its title or the label above it says, an opinion where its views are
    its author's own, a release or an interview by its form.
    """
    marks = tuple(marks)
    for span in _label_lines(text, marks):
        line = (text, span.start, span.end)
        labelled = _LABELLED.match(*line) or _BARRED.match(*line)
        if labelled is not None:
            shown = Span(start=labelled.start("label"), end=labelled.end("label"))
            value = _LABEL_KINDS[labelled["label"].casefold()]
            return Known(value=value, basis="stated", note="it is labelled so", evidence=(shown,))
    for mark in marks:
        if mark.kind == "disclaimer" and _AUTHORS_OWN.search(
            text[mark.start : mark.end].casefold()
        ):
            span = Span(start=mark.start, end=mark.end)
            return Known(
                value="opinion",
                basis="inferred",
                note="it leaves its views to the author",
                evidence=(span,),
            )
    return _read_leader(text, marks) or _read_release(text) or _read_interview(text, marks)


def _read_leader(text: str, marks: Iterable[Mark]) -> Known | None:
    """The view of a paper by its title: "The Observer's view"."""
    for span in _label_lines(text, marks):
        if _LEADER.match(text, span.start, span.end):
            value = _LABEL_KINDS["op-ed"]
            return Known(value=value, basis="stated", note="its title says so", evidence=(span,))
    return None


def _read_interview(text: str, marks: Iterable[Mark]) -> Known | None:
    """An interview by its title, or by questions that somebody answers in the first person."""
    for span in _label_lines(text, marks):
        if _ASKS.match(text, span.start, span.end):
            value = _LABEL_KINDS["the interview"]
            return Known(value=value, basis="stated", note="its title says so", evidence=(span,))
    asked = interviews.find_interview(text, _SPEAKS_ITSELF)
    if asked is None:
        return None
    first = Span(start=asked.start, end=asked.start + len(text[asked.start :].partition("\n")[0]))
    return Known(
        value=_LABEL_KINDS["the interview"],
        basis="inferred",
        note="it answers questions in the first person",
        evidence=(first,),
    )


def _read_release(text: str) -> Known | None:
    """A release that doesn't call itself one: it went out over a wire for releases, names its
    source behind it, or is a statement by its title.
    """
    first = len(text) - len(text.lstrip())
    found = (
        _RELEASED["wire"].search(text, first, first + _HEAD)
        or _RELEASED["source"].search(text, max(0, len(text) - _TAIL))
        or _RELEASED["statement"].match(text, first, first + _HEAD)
    )
    if found is None:
        return None
    return Known(
        value=_LABEL_KINDS["press release"],
        basis="inferred",
        note="it is issued by whom it speaks for",
        evidence=(Span(start=found.start(), end=found.end()),),
    )


def mark_titled(lines: Sequence[Line], title: str, known: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks of the lines at the top that are parts of a title known from elsewhere: a headline and
    the line under it. What `known` marks lie on is left.
    """
    whole = _fold_words(title)
    shown = [one for one in lines if one.text.strip()][:_TITLED]
    return tuple(
        Mark(start=one.start, end=one.end, kind="title", reason="is a part of the title")
        for one in shown
        if _is_part(_fold_words(one.text), whole, one.text)
        and not any(mark.start < one.end and one.start < mark.end for mark in known)
    )


def _is_part(words: str, whole: str, line: str) -> bool:
    """Whether words of a line stand in a title, be they all of it; a whole title that ends with a
    full stop may be the article's first sentence.
    """
    sentence = words == whole and line.rstrip().endswith(".")
    return words.count(" ") + 1 >= _FEWEST and f" {words} " in f" {whole} " and not sentence


def _fold_words(text: str) -> str:
    """The words of a text in small letters, a blank between them."""
    return " ".join(_WORD.findall(text.casefold()))


def marked_title(text: str, marks: Iterable[Mark]) -> Known | None:
    """The line that is marked as the title, as it stands there."""
    for mark in marks:
        if mark.kind == "title":
            value = " ".join(text[mark.start : mark.end].lstrip("# ").split())
            return Known(
                value=value, basis="stated", evidence=(Span(start=mark.start, end=mark.end),)
            )
    return None
