"""Lists of words and phrases, found among the words of a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseList:
    """Phrases of one or more lower-case words; a word with a star stands for all that begin so.

    `prefixes` are what the language writes on to the beginning of a phrase's first word.
    """

    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, entries: Iterable[str], prefixes: Iterable[str]) -> "PhraseList":
        """The list of some entries as they stand in a file."""
        phrases = {tuple(entry.lower().split()) for entry in entries}
        longest = sorted(phrases, key=lambda words: (-len(words), words))
        return cls(phrases=tuple(longest), prefixes=tuple(prefixes))

    def length_at(self, words: Sequence[str], place: int) -> int:
        """How many words the longest phrase takes that begins at `place`; 0 for none."""
        for phrase in self.phrases:
            there = words[place : place + len(phrase)]
            if len(there) == len(phrase) and self._is_phrase(phrase, there):
                return len(phrase)
        return 0

    def is_in(self, words: Sequence[str]) -> bool:
        """Whether a phrase stands among some words."""
        return any(self.length_at(words, place) for place in range(len(words)))

    def length_before(self, words: Sequence[str]) -> int:
        """How many words the longest phrase takes with which some words end; 0 for none."""
        for phrase in self.phrases:
            if len(phrase) <= len(words) and self._is_phrase(phrase, words[-len(phrase) :]):
                return len(phrase)
        return 0

    def _is_phrase(self, phrase: Sequence[str], words: Sequence[str]) -> bool:
        first, *rest = words
        forms = (first, *(first[len(p) :] for p in self.prefixes if first.startswith(p)))
        return any(_is_word(phrase[0], form) for form in forms) and all(
            map(_is_word, phrase[1:], rest)
        )


def _is_word(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry[-1] == "*" else word == entry
