"""What says again in other words what is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.language import late
from briefing.languages.en.reversed_texts import denies
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap

REPEATED = 0.72  # share of the shorter statement's words beyond which it repeats the other
RETOLD = 0.5  # that share where both are of one piece of news
_NEW = 0.15  # share of its words that a statement has to add to all that is told
_QUOTED = late.pattern(r"[“\"][^“”\"]+[”\"]?")
_WORD = late.pattern(r"\w+")
_RUN = 8  # words of a quotation that tell it from any other


@dataclass(slots=True, kw_only=True)
class WordsRead:
    """The words of the texts that were asked about, each worked out once; lives while one brief's
    statements are chosen.
    """

    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def read(self, text: str) -> frozenset[str]:
        """The words of a text."""
        if text not in self.known:
            self.known[text] = vocabulary(text)
        return self.known[text]

    def find_repeated(self, text: str, others: Sequence[str]) -> tuple[int, ...]:
        """The places of those of `others` of which a text says most again, or whose quotation it
        has.
        """
        own, said = self.read(text), quoted_runs(text)
        return tuple(
            place
            for place, other in enumerate(others)
            if (vocabulary_overlap(own, self.read(other)) >= REPEATED and not denies(text, other))
            or (said and said & quoted_runs(other))
        )

    def find_retold(
        self, text: str, others: Sequence[str], of_one_news: Sequence[bool]
    ) -> tuple[int, ...]:
        """The places of those of `others` that tell the news of a text, by `of_one_news`, in half
        of its words. A count of its own is a fact of its own, and so is what turns one of them
        round.
        """
        own = self.read(text)
        counts = {word for word in own if word[:1].isdigit()}
        return tuple(
            place
            for place, (other, one_news) in enumerate(zip(others, of_one_news, strict=True))
            if one_news and counts <= (told := self.read(other))
            if vocabulary_overlap(own, told) >= RETOLD and not denies(text, other)
        )

    def is_stale(self, text: str, others: Sequence[str]) -> bool:
        """Whether hardly a word of a text is new beside all `others`. A count of its own is a fact
        of its own, and so is what turns one of them round.
        """
        own = self.read(text)
        counts = any(word[:1].isdigit() for word in own)
        if counts or any(denies(text, other) for other in others):
            return False
        return len(own - frozenset[str]().union(*map(self.read, others))) <= _NEW * len(own)


def quoted_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every eight words in a row that a text quotes: nobody says them twice by chance."""
    quoted = (_WORD.findall(found.group().lower()) for found in _QUOTED.finditer(text))
    return frozenset(
        tuple(words[at : at + _RUN]) for words in quoted for at in range(len(words) - _RUN + 1)
    )
