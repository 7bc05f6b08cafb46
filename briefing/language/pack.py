"""The contract of a language pack: what the walk asks of the language that a text is in.

A pack has a level, which says what a brief may do with its texts:

0, whole paragraphs are quoted as they stand, each a statement of its own;
1, sentences, dates and who says what are known; a sentence is told as it stands, or behind those
   that it hangs on, and nothing in it is changed: no bracket, no cut;
2, clauses are known too, and a sentence may be rewritten so that it stands alone.

A pack of level 0 or 1 is a folder of data (see `briefing.language.plain`); one of level 2 adds
functions of its own. Every method is a pure function of what it gets.
"""

from collections.abc import Sequence
from typing import Literal, Protocol

from briefing.language.draft import Draft, Refused
from briefing.model import (
    Attribution,
    Clause,
    Count,
    Document,
    Passage,
    Pinned,
    Reading,
    Span,
)

Level = Literal[0, 1, 2]


class LanguagePack(Protocol):
    """What the walk asks of a language. Nothing in it raises, whatever the text."""

    @property
    def code(self) -> str:
        """The language (ISO 639-1)."""
        ...

    @property
    def level(self) -> Level:
        """What a brief may do with texts of the language."""
        ...

    def split_sentences(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of a paragraph `text[start:end]` as absolute spans, without white space at
        their ends; at level 0 the paragraph is the one sentence.
        """
        ...

    def read_article(
        self, document: Document, passages: Sequence[Passage], pinned: Sequence[Pinned]
    ) -> Reading:
        """Names, speech and dates of an article, as far as they are certain."""
        ...

    def ground_sentences(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> Draft | Refused:
        """`sentences` as they can stand behind `before` (or alone), or why they can't."""
        ...

    def licensed_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """Every draft that the article licenses, the whole one first; empty where none stands."""
        ...

    def ordered_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """The same for what the analyst pins: sentences as they stand where none is licensed."""
        ...

    def attribute_sentences(self, reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
        """Who says sentences, through whom, and what kind of saying it is."""
        ...

    def find_answer(self, reading: Reading, sentence: Span) -> Span | None:
        """The sentence behind one that takes it back, so that neither is told without the other."""
        ...

    def say_same(self, left: str, right: str, *, kin: bool) -> bool:
        """Whether two statements' texts say the same; `kin` are versions of one article."""
        ...

    def find_clauses(self, reading: Reading) -> tuple[Clause, ...]:
        """What happens in an article, clause by clause; empty below level 2."""
        ...

    def find_counts(self, reading: Reading) -> tuple[Count, ...]:
        """What an article counts, as far as it is certain; empty below level 1."""
        ...

    def read_toll(self, text: str) -> int | None:
        """How many dead a statement's text counts; None where it counts none, or that is not
        certain.
        """
        ...

    def vocabulary(self, text: str) -> frozenset[str]:
        """The stems of a text's words without the small ones."""
        ...

    def is_bound(self, before: str, date: str, behind: str) -> bool:
        """Whether a date only bounds something ("since", "by") or says which one is meant, by the
        words before it, its own and the few behind it.
        """
        ...

    def is_hedged(self, sentence: str) -> bool:
        """Whether a sentence says that something may or might be."""
        ...

    def stem_word(self, word: str) -> str:
        """The stem of a lower-case word."""
        ...

    def bare_forms(self, word: str) -> tuple[str, ...]:
        """A lower-case word as a term may name it: itself, and without what a language writes on to
        its beginning ("wa-", "al-").
        """
        ...

    @property
    def spaced(self) -> bool:
        """Whether the language parts its words by spaces."""
        ...

    @property
    def small_words(self) -> frozenset[str]:
        """Words in lower case that say nothing of what a text is about."""
        ...
