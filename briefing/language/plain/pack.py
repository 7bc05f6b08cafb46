"""A pack that is a folder of data: level 0 or 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import Stemmer

from briefing.language import late
from briefing.language.draft import Draft, Refused
from briefing.language.pack import Level
from briefing.language.plain import attributing
from briefing.language.plain.answers import AnswerRules
from briefing.language.plain.counts import CountRules
from briefing.language.plain.dates import DateRules
from briefing.language.plain.lexicon import Lexicon, any_word, read_lexicon, unserved_lexicon
from briefing.language.plain.names import NameRules
from briefing.language.plain.sentences import SentenceRules
from briefing.language.plain.speech import SpeechRules
from briefing.language.plain.standing import StandingRules
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

_FEWEST_LETTERS = 3
_WORD = late.pattern(r"[^\W_]+(?:[’'][^\W_]+)?")
_REACH = 60  # characters before a date in which a word may make it a bound


@dataclass(frozen=True, kw_only=True)
class PlainPack:
    """A language known by its data alone; see `LanguagePack` for what each method is asked.

    Not slotted: what is made of the lists is made when it is first asked for.
    """

    lexicon: Lexicon

    @property
    def code(self) -> str:
        """See `LanguagePack`."""
        return self.lexicon.code

    @property
    def level(self) -> Level:
        """See `LanguagePack`."""
        return self.lexicon.level

    @property
    def small_words(self) -> frozenset[str]:
        """See `LanguagePack`."""
        return self.lexicon.small_words

    @cached_property
    def sentences(self) -> SentenceRules:
        """How paragraphs are cut."""
        return SentenceRules(lexicon=self.lexicon)

    @cached_property
    def standing(self) -> StandingRules:
        """What may be told as it stands."""
        return StandingRules(lexicon=self.lexicon)

    @cached_property
    def dates(self) -> DateRules:
        """How dates are found and placed."""
        return DateRules(lexicon=self.lexicon)

    @cached_property
    def answers(self) -> AnswerRules:
        """What takes a sentence back."""
        return AnswerRules(lexicon=self.lexicon)

    @cached_property
    def counts(self) -> CountRules:
        """How it is found what is counted."""
        return CountRules(lexicon=self.lexicon)

    @cached_property
    def names(self) -> NameRules:
        """How names are found."""
        return NameRules(lexicon=self.lexicon)

    @cached_property
    def speech(self) -> SpeechRules:
        """How it is found who says what."""
        return SpeechRules(lexicon=self.lexicon)

    def split_sentences(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """See `LanguagePack`."""
        if self.level:
            return self.sentences.split(text, start, end)
        return (Span(start=start, end=end),) if start < end else ()

    def read_article(
        self, document: Document, passages: Sequence[Passage], pinned: Sequence[Pinned]
    ) -> Reading:
        """See `LanguagePack`."""
        live = [one for one in passages if one.is_live]
        speech = tuple(found for one in live for found in self.speech.find(document, one))
        entities, mentions = self.names.find(document, live, pinned, speech)
        return Reading(
            document=document,
            passages=tuple(passages),
            entities=entities,
            mentions=mentions,
            speech=speech,
            dates=tuple(found for one in live for found in self.dates.resolve(document, one)),
        )

    def ground_sentences(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> Draft | Refused:
        """See `LanguagePack`."""
        return self.standing.ground(reading, sentences, before)

    def licensed_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """See `LanguagePack`."""
        made = self.ground_sentences(reading, sentences, before)
        return (made,) if isinstance(made, Draft) else ()

    def ordered_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """See `LanguagePack`."""
        whole = Draft(reading=reading, sentences=sentences, before=before)
        return () if not self.lexicon.served or "[" in whole.text or "]" in whole.text else (whole,)

    def attribute_sentences(self, reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
        """See `LanguagePack`."""
        return attributing.attribute_sentences(reading, sentences)

    def find_answer(self, reading: Reading, sentence: Span) -> Span | None:
        """See `LanguagePack`."""
        return self.answers.find(reading, sentence) if self.level else None

    def say_same(self, left: str, right: str, *, kin: bool) -> bool:
        """Only the same words say the same: nobody measured less in this language."""
        del kin
        return left == right

    def find_clauses(self, reading: Reading) -> tuple[Clause, ...]:
        """See `LanguagePack`."""
        del reading
        return ()

    def find_counts(self, reading: Reading) -> tuple[Count, ...]:
        """See `LanguagePack`."""
        live = (one for one in reading.passages if one.is_live)
        return tuple(count for one in live for count in self.counts.find(reading, one))

    def read_toll(self, text: str) -> int | None:
        """See `LanguagePack`."""
        return self.counts.read_toll(text, self.dates.places(text))

    def vocabulary(self, text: str) -> frozenset[str]:
        """See `LanguagePack`."""
        words = (word.lower() for word in _WORD.findall(text))
        return frozenset(self.stem_word(word) for word in words if word not in self.small_words)

    @cached_property
    def _bounds(self) -> re.Pattern[str]:
        entries = self.lexicon.entries("dates", "bounds")
        return re.compile(f"(?:{'|'.join(entries)})$" if entries else "(?!)", re.IGNORECASE)

    @cached_property
    def _hedges(self) -> re.Pattern[str]:
        return re.compile(any_word(self.lexicon.entries("hedges", "")), re.IGNORECASE)

    def is_bound(self, before: str, date: str, behind: str) -> bool:  # noqa: ARG002
        """See `LanguagePack`; by the words before it alone."""
        return self._bounds.search(before[-_REACH:]) is not None

    def is_hedged(self, sentence: str) -> bool:
        """See `LanguagePack`."""
        return self._hedges.search(sentence) is not None

    @cached_property
    def _stemmer(self) -> Stemmer.Stemmer | None:
        return Stemmer.Stemmer(self.lexicon.stemmer) if self.lexicon.stemmer else None

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        return self.lexicon.entries("clitics", "")

    def bare_forms(self, word: str) -> tuple[str, ...]:
        """See `LanguagePack`; what is left must have three letters."""
        bare = (word[len(one) :] for one in self._prefixes if word.startswith(one))
        return (word, *(form for form in bare if len(form) >= _FEWEST_LETTERS))

    @property
    def spaced(self) -> bool:
        """See `LanguagePack`."""
        return self.lexicon.spaced

    def stem_word(self, word: str) -> str:
        """See `LanguagePack`; without a stemmer the word itself."""
        return word if self._stemmer is None else str(self._stemmer.stemWord(word))


def unserved_pack(code: str) -> PlainPack:
    """What stands for the pack of a language that none serves: paragraphs, none of them told."""
    return PlainPack(lexicon=unserved_lexicon(code))


def load_pack(code: str) -> PlainPack:
    """The pack in the folder of a language. Raises OSError where there is none, ValueError where
    its `pack.txt` names no level.
    """
    return PlainPack(lexicon=read_lexicon(code))
