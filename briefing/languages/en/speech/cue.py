"""A source clause of a sentence, as the steps that read it hand it on."""

from dataclasses import dataclass
from typing import Literal

from briefing.languages.en.names.words import Words
from briefing.model import Span

Shape = Literal["lead", "trail", "middle", "hang", "ahead"]

CLOSING: frozenset[str] = frozenset({"”", '"', "»", "’"})
"""Marks that close a quotation."""

ENDS: frozenset[str] = frozenset({".", "!", "?", ";"})
"""Marks that end a clause."""

SHORTEST = 3
"""Words and marks of the shortest content that stands before its source clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A source clause: its words, the speaker's words, the verb, and the content it covers.

    `shape`: lead (content follows), trail (content precedes), middle (content on both sides), hang
    (a participle after the sentence's subject), ahead (content in the next sentence; `content` is
    empty). `speaker` is None where the subject has to be taken from before ("and said"). `quoted`
    is the source in "quoted a source as saying", `listener` whoever is told. `outer` is the source
    clause that all of this is content of ("According to X, Y said").
    """

    shape: Shape
    cue: Span
    speaker: Span | None
    content: Span
    verb: str
    quoted: Span | None = None
    listener: Span | None = None
    outer: "Cue | None" = None


def word_span(words: Words, first: int, last: int) -> Span:
    """The characters of the words [first, last)."""
    return Span(start=words.starts[first], end=words.ends[last - 1])
