"""English as a pack of level 2: every rule that `LanguagePack` asks for, in functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language import wordlist
from briefing.language.draft import Draft, Refused
from briefing.language.pack import Level
from briefing.language.prefilter import make_ready
from briefing.languages.en import denials, grounding, reading, sentences
from briefing.languages.en.clauses import find_clauses
from briefing.languages.en.clauses.counts import find_counts
from briefing.languages.en.clauses.predicates import PARTICLED, PASTS
from briefing.languages.en.sameness import are_versions, read_gist, say_same, vocabulary
from briefing.languages.en.stems import stem_word
from briefing.languages.en.tolls import read_toll
from briefing.model import Attribution, Clause, Count, Document, Passage, Pinned, Reading, Span

_SMALL = wordlist.read("en", "words/small_words").words("small")
_PATTERNS = wordlist.patterns("en", "words/timeline_patterns")
_CLAUSE = 90  # characters before a date in which a word may make it a bound
_BINDING = make_ready(_PATTERNS[name] for name in ("bound", "aside", "said_of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class English:
    """English; see `LanguagePack` for what each method is asked."""

    @property
    def code(self) -> str:
        """See `LanguagePack`."""
        return "en"

    @property
    def level(self) -> Level:
        """See `LanguagePack`."""
        return 2

    @property
    def small_words(self) -> frozenset[str]:
        """See `LanguagePack`."""
        return _SMALL

    def split_sentences(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """See `LanguagePack`."""
        return sentences.split_sentences(text, start, end)

    def read_article(
        self, document: Document, passages: Sequence[Passage], pinned: Sequence[Pinned]
    ) -> Reading:
        """See `LanguagePack`."""
        return reading.read_language(document, passages, pinned)

    def ground_sentences(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> Draft | Refused:
        """See `LanguagePack`."""
        return grounding.ground_sentences(reading, sentences, before)

    def licensed_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """See `LanguagePack`."""
        return grounding.licensed_drafts(reading, sentences, before)

    def ordered_drafts(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> tuple[Draft, ...]:
        """See `LanguagePack`."""
        return grounding.ordered_drafts(reading, sentences, before)

    def attribute_sentences(self, reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
        """See `LanguagePack`."""
        return grounding.attribute_sentences(reading, sentences)

    def find_answer(self, reading: Reading, sentence: Span) -> Span | None:
        """See `LanguagePack`."""
        return denials.find_answer(reading, sentence)

    def say_same(self, left: str, right: str, *, kin: bool) -> bool:
        """See `LanguagePack`."""
        ours, theirs = read_gist(left), read_gist(right)
        return are_versions(ours, theirs) if kin else say_same(ours, theirs)

    def find_clauses(self, reading: Reading) -> tuple[Clause, ...]:
        """See `LanguagePack`."""
        return find_clauses(reading)

    def find_counts(self, reading: Reading) -> tuple[Count, ...]:
        """See `LanguagePack`."""
        return find_counts(reading)

    def read_toll(self, text: str) -> int | None:
        """See `LanguagePack`."""
        return read_toll(text)

    def vocabulary(self, text: str) -> frozenset[str]:
        """See `LanguagePack`."""
        return vocabulary(text)

    def is_bound(self, before: str, date: str, behind: str) -> bool:
        """See `LanguagePack`; "who won in 1996" and "his 2016 opponent" only name somebody."""
        if _BINDING.finds_any(before[-_CLAUSE:]) and not _PATTERNS["struck"].search(before):
            return True
        if _dates_a_noun(before, behind):
            return True
        named = _PATTERNS["year"].fullmatch(date) and _PATTERNS["named_by_year"].search(before)
        return bool(named and _PATTERNS["noun_behind"].match(behind))

    def is_hedged(self, sentence: str) -> bool:
        """See `LanguagePack`; in reported speech "would" is no more than "will"."""
        told = _PATTERNS["told_that"].sub(" ", sentence)
        return bool(_PATTERNS["unsure"].search(sentence) or _PATTERNS["hedged"].search(told))

    def bare_forms(self, word: str) -> tuple[str, ...]:
        """See `LanguagePack`."""
        return (word,)

    @property
    def spaced(self) -> bool:
        """See `LanguagePack`."""
        return True

    def stem_word(self, word: str) -> str:
        """See `LanguagePack`."""
        return stem_word(word)


def _dates_a_noun(before: str, behind: str) -> bool:
    """Whether a date stands between a participle of a noun and the verb of its sentence: "soldiers
    wounded on Monday died", "the talks held on Monday ended".
    """
    first, then = _PATTERNS["verb_at"].search(before), _PATTERNS["verb_behind"].match(behind)
    return bool(first and then and _is_past(first[1]) and (then[1] or _is_past(then[2])))


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in PASTS or word in PARTICLED
