"""A draft: whole sentences of one article, and the changes proposed to them so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Protocol, TypeVar

from briefing.model import Document, Edit, EditOp, Evidence, Passage, Reading, Span

_START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """One edit in the document's own offsets; `evidence` are the spans it rests on."""

    start: int
    end: int
    op: EditOp
    text: str
    rule: str
    evidence: tuple[Span, ...] = ()


def is_quoted(text: str, place: int) -> bool:
    """Whether a place of a text stands between the marks of a quotation of its line."""
    ahead = text[text.rfind("\n", 0, place) + 1 : place].replace("''", '"')
    return ahead.count("“") > ahead.count("”") or ahead.count('"') % 2 == 1


def insert_text(place: int, text: str, rule: str, *evidence: Span) -> Change:
    """Put `text` in at `place`."""
    return Change(start=place, end=place, op="insert", text=text, rule=rule, evidence=evidence)


def drop_stretch(start: int, end: int, rule: str, *evidence: Span) -> Change:
    """Leave [start, end) out."""
    return Change(start=start, end=end, op="drop", text="", rule=rule, evidence=evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why these sentences can't stand alone: a short reason, the same words for the same cause.

    `words` are those of the source that it is about, "" where it is about none in particular.
    """

    reason: str
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One or more sentences that follow one another in a passage, with changes in order.

    `before` are sentences that the statement tells just before these, in a part of their own. The
    other fields follow: where the sentences start and end, their unchanged words, and the passage
    that holds them, None where none holds all. Every rule asks for them, so they are worked out
    once.
    """

    reading: Reading
    sentences: tuple[Span, ...]
    changes: tuple[Change, ...] = ()
    before: tuple[Span, ...] = ()
    start: int = field(init=False, compare=False, repr=False)
    end: int = field(init=False, compare=False, repr=False)
    text: str = field(init=False, compare=False, repr=False)
    passage: Passage | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what follows from the sentences."""
        start, end = self.sentences[0].start, self.sentences[-1].end
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "text", self.reading.document.text[start:end])
        passages = self.reading.passages
        at = bisect_right(passages, start, key=_START) - 1
        held = at >= 0 and end <= passages[at].end
        object.__setattr__(self, "passage", passages[at] if held else None)

    @property
    def context(self) -> int:
        """Where the statement's own words begin: here, or with the sentences before that lead
        straight up to here.
        """
        if not self.before or self.reading.document.text[self.before[-1].end : self.start].strip():
            return self.start  # the items between a list's first line and this one are not told
        return self.before[0].start

    def is_quoted(self, place: int) -> bool:
        """Whether `place` stands between the marks of a quotation of its line."""
        return is_quoted(self.reading.document.text, place)

    def sentence_at(self, place: int) -> Span:
        """The sentence of the draft that holds `place`; raises StopIteration where none does."""
        return next(one for one in self.sentences if one.start <= place < one.end)

    def plus(self, changes: Iterable[Change]) -> "Draft":
        """The draft with `changes` added, in order of place."""
        added = tuple(changes)
        return (
            replace(self, changes=tuple(sorted((*self.changes, *added), key=self._place)))
            if added
            else self
        )

    def _place(self, change: Change) -> tuple[int, int, int]:
        """Order changes: at one place an insertion stands before what replaces or drops.

        A mark that opens the statement stands before an inserted bracket there, a closing one
        behind it.
        """
        opens = change.start == self.start
        return change.start, change.end, (-1 if opens else 1) if change.op == "mark" else 0

    def gone(self, position: int) -> bool:
        """Whether the character at `position` is dropped, lifted or re-cased."""
        for change in self.changes:  # noqa: SIM110 - asked for every word, of mostly no changes
            if change.start <= position < change.end:
                return True
        return False

    def inserts_at(self, position: int) -> bool:
        """Whether something is put in at `position`."""
        return any(one.op == "insert" and one.start == position for one in self.changes)

    def behind_drop(self, position: int) -> int:
        """Where what is told begins if a drop takes what stands at `position`, else `position`."""
        ends = (one.end for one in self.changes if one.op == "drop" and one.start == position)
        return max(ends, default=position)


def relative_edits(draft: Draft) -> tuple[Edit, ...]:
    """The draft's changes as edits relative to its own start, evidence quoted."""
    return tuple(
        Edit(
            op=change.op,
            start=change.start - draft.start,
            end=change.end - draft.start,
            text=change.text,
            rule=change.rule,
            evidence=tuple(
                quote_evidence(draft.reading.document, span) for span in change.evidence
            ),
        )
        for change in draft.changes
    )


def quote_evidence(document: Document, span: Span) -> Evidence:
    """Quote a span of the document."""
    return Evidence(
        document=document.id,
        start=span.start,
        end=span.end,
        quote=document.text[span.start : span.end],
    )


class Placed(Protocol):
    """Anything that covers a stretch of text."""

    @property
    def start(self) -> int:
        """Where it starts."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


P = TypeVar("P", bound=Placed)


def things_inside(things: Sequence[P], start: int, end: int) -> tuple[P, ...]:
    """Those of `things` (in order of start) that lie wholly in [start, end)."""
    first = bisect_left(things, start, key=_START)
    found = []
    for thing in things[first:]:
        if thing.start >= end:
            break
        if thing.end <= end:
            found.append(thing)
    return tuple(found)
