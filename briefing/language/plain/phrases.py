"""Lists of words and phrases, found among the words of a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_STAR = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseList:
    """Phrases of one or more lower-case words; a word with a star stands for all that begin so.

    They are kept by their first word, `whole` or with a star (`begun`, without it), because most
    words of a text begin none. `prefixes` are what the language writes on to that first word.
    """

    whole: Mapping[str, Sequence[tuple[str, ...]]]
    begun: Mapping[str, Sequence[tuple[str, ...]]]
    prefixes: tuple[str, ...]
    longest: int

    @classmethod
    def of(cls, entries: Iterable[str], prefixes: Iterable[str]) -> "PhraseList":
        """The list of some entries as they stand in a file."""
        whole: dict[str, list[tuple[str, ...]]] = {}
        begun: dict[str, list[tuple[str, ...]]] = {}
        phrases = {tuple(entry.lower().split()) for entry in entries}
        for phrase in sorted(phrases):
            kept = begun if phrase[0].endswith(_STAR) else whole
            kept.setdefault(phrase[0].removesuffix(_STAR), []).append(phrase)
        longest = max(map(len, phrases), default=0)
        return cls(whole=whole, begun=begun, prefixes=tuple(prefixes), longest=longest)

    def length_at(self, words: Sequence[str], place: int) -> int:
        """How many words the longest phrase takes that begins at `place`; 0 for none."""
        longest = 0
        for phrase in self._opened_by(words[place]) if place < len(words) else ():
            rest = words[place + 1 : place + len(phrase)]
            if len(rest) + 1 == len(phrase) and all(map(_is_word, phrase[1:], rest)):
                longest = max(longest, len(phrase))
        return longest

    def is_in(self, words: Sequence[str]) -> bool:
        """Whether a phrase stands among some words."""
        return any(self.length_at(words, place) for place in range(len(words)))

    def length_before(self, words: Sequence[str]) -> int:
        """How many words the longest phrase takes with which some words end; 0 for none."""
        for length in range(min(self.longest, len(words)), 0, -1):
            if self.length_at(words, len(words) - length) == length:
                return length
        return 0

    def _opened_by(self, word: str) -> Iterator[tuple[str, ...]]:
        """The phrases whose first word is this one, or this one without a prefix."""
        for form in (word, *(word[len(p) :] for p in self.prefixes if word.startswith(p))):
            yield from self.whole.get(form, ())
            for beginning, phrases in self.begun.items():
                if form.startswith(beginning):
                    yield from phrases


def _is_word(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith(_STAR) else word == entry
