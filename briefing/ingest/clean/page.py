"""What a cleaning rule sees: the lines of a document with their shape, and what is marked so
far.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.language import late
from briefing.language import lines as text_lines
from briefing.model import Mark

_END = frozenset(".!?。！？؟۔।…")
# closing marks of all languages, those among them that open a quotation in English
_CLOSING = "\"'”’»›“‘«‹」』）)]}*_ \t"
_WORD = late.pattern(r"\w++(?:[-'’.]\w++)*+")
# Signs of print beyond Latin-1 and what they are as good as where words are counted.
_PRINTED = (("’", "'"), *((sign, " ") for sign in "‘“”„–—…•€"))
# What each character of Latin-1 is in a word: part of one, joining two parts, or neither.
_SHAPES = bytes(
    ord("w" if chr(code).isalnum() or chr(code) == "_" else "-" if chr(code) in "-'." else " ")
    for code in range(256)
)
_WIDE = late.pattern(
    "[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]"
)  # scripts without spaces between words
_WIDE_PER_WORD = 2
_MOST_READ = 2000  # characters of a line that rules look at; more is body whatever it says
_PROSE_WORDS = 10

_LIST = late.pattern(r"(?:[-*•◦▪·–‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One non-empty line: where it stands, its words, and how it ends.

    `folded` is its text in lower case with single spaces and straight apostrophes. `closed` says
    that it ends like a sentence, `asks` that the end is a question or exclamation mark, `prose`
    that it is a sentence of some length, `item` that it begins like an item of a list.
    """

    start: int
    end: int
    text: str
    folded: str
    words: int
    closed: bool
    asks: bool
    prose: bool
    item: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPage:
    """All lines of a document in order, the marks of those marked (by index), and its language."""

    lines: tuple[Line, ...]
    marked: Mapping[int, Mark]
    language: str | None = None

    def open(self, index: int) -> bool:
        """Whether there is a line `index` and no rule has marked it."""
        return 0 <= index < len(self.lines) and index not in self.marked

    def body(self) -> tuple[int, ...]:
        """The indices of the unmarked lines that are prose."""
        return tuple(i for i, line in enumerate(self.lines) if line.prose and i not in self.marked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's verdict on line `index`: the kind of its mark, and why."""

    index: int
    kind: str
    reason: str


Rule = Callable[[CleanPage], Iterator[Finding]]


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` with their features; the work is linear in its length."""
    return tuple(
        read_line(text[span.start : span.end], span.start) for span in text_lines.split_lines(text)
    )


def fold_text(text: str) -> str:
    """`text` in lower case with single spaces and straight apostrophes, for comparing.

    The last lines folded are kept: they are asked for again.
    """
    return _fold_line(text) if len(text) <= _MOST_READ else _fold_all(text)


def _fold_all(text: str) -> str:
    return " ".join(text.split()).replace("’", "'").casefold()


_fold_line = lru_cache(maxsize=512)(_fold_all)


def count_words(text: str) -> int:
    """Count the words; in scripts without spaces two characters count as one.

    The counts of the last lines are kept: rule after rule asks for those of the same ones.
    """
    return _count_line(text) if len(text) <= _MOST_READ else _count_all(text)


def _count_all(text: str) -> int:
    plain = text
    if not text.isascii():
        for sign, other in _PRINTED:
            plain = plain.replace(sign, other)
    try:
        return _count_latin(plain.encode("latin-1"))
    except UnicodeEncodeError:
        if not _WIDE.search(text):
            return len(_WORD.findall(text))
    return len(text.split()) + len(_WIDE.findall(text)) // _WIDE_PER_WORD


def _count_latin(text: bytes) -> int:
    """As many words as `_WORD` finds in a text in Latin-1, in a quarter of the time: the runs of
    letters and digits, without the joints between two of them.
    """
    shape = text.translate(_SHAPES)
    loose = shape.count(b" -w") + shape.count(b"--w") + shape.startswith(b"-w")
    return len(shape.replace(b"-", b" ").split()) - (shape.count(b"-w") - loose)


_count_line = lru_cache(maxsize=2_048)(_count_all)


def read_line(text: str, start: int) -> Line:
    """The line that `text` is, which stands at `start`, with its features."""
    seen = text[:_MOST_READ]
    words = count_words(seen)
    last = text.rstrip(_CLOSING)[-1:]
    closed = last in _END
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        folded=fold_text(seen),
        words=words,
        closed=closed,
        asks=last in "?!？！؟",
        prose=(closed and words >= _PROSE_WORDS) or words >= 3 * _PROSE_WORDS,
        item=not text[:1].isupper() and _LIST.match(text) is not None,
    )
