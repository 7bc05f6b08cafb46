"""What says again in other words what is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.language import late
from briefing.languages.en.opposites import ROLES, SPANS, UNITS, are_opposed
from briefing.languages.en.sameness import Gist, read_gist, vocabulary, vocabulary_overlap

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
            if (vocabulary_overlap(own, self.read(other)) >= REPEATED and not _denies(text, other))
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
            if vocabulary_overlap(own, told) >= RETOLD and not _denies(text, other)
        )

    def is_stale(self, text: str, others: Sequence[str]) -> bool:
        """Whether hardly a word of a text is new beside all `others`. A count of its own is a fact
        of its own, and so is what turns one of them round.
        """
        own = self.read(text)
        counts = any(word[:1].isdigit() for word in own)
        if counts or any(_denies(text, other) for other in others):
            return False
        return len(own - frozenset[str]().union(*map(self.read, others))) <= _NEW * len(own)


def _denies(text: str, other: str) -> bool:
    """Whether two texts of nearly the same words can't both be true: one word turned round, another
    unit, or who does it to whom.
    """
    one, two = read_gist(text), read_gist(other)
    ours, theirs = one.words - two.words, two.words - one.words
    if ours and theirs and all(map(_is_measure, ours | theirs)):
        return True
    if len(ours) != len(theirs) or len(ours) > 1:
        return False
    return are_opposed(one.plain, two.plain) if ours else _is_swapped(text, one, two)


def _is_measure(word: str) -> bool:
    """Whether a stem is a figure with its unit ("3bn"), a unit or a length of time."""
    return word in SPANS or word in UNITS or (word[:1].isdigit() and word[-1].isalpha())


def _is_swapped(text: str, one: Gist, two: Gist) -> bool:
    """Whether what opens one of two texts of the same words, no preposition, stands behind a word
    in the other that it stands before, and what opens that one before it: "the guild of Tolm sued
    the port", and "the port sued the guild of Tolm".
    """
    ours, theirs = one.order, two.order
    if not ours or set(ours) != set(theirs) or ours[0] == theirs[0] or one.roles != two.roles:
        return False
    if text.split(maxsplit=1)[0].lower() in ROLES:
        return False
    between = set(ours[1 : ours.index(theirs[0])]) & set(theirs[1 : theirs.index(ours[0])])
    return bool(between)


def quoted_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every eight words in a row that a text quotes: nobody says them twice by chance."""
    quoted = (_WORD.findall(found.group().lower()) for found in _QUOTED.finditer(text))
    return frozenset(
        tuple(words[at : at + _RUN]) for words in quoted for at in range(len(words) - _RUN + 1)
    )
