"""One statement as it is held against another."""

from dataclasses import dataclass
from functools import cached_property

from briefing.language import late
from briefing.languages.en.sameness import Gist, read_gist
from briefing.model import Candidate, Pinned

CAPITALISED = late.pattern(r"[A-Z][\w’-]+")
SENTENCE_END = late.pattern(r"[.?!][”’\"]? (?=[A-Z“])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What two statements differ in: a topic in neutral words, and where in each text the telling
    words end.
    """

    topic: str
    left: int
    right: int


@dataclass(frozen=True, kw_only=True)
class Side:
    """One statement as it is compared. Not slotted: the gist is worked out once, when it is first
    asked for.
    """

    candidate: Candidate
    family: str
    pinned: tuple[Pinned, ...]

    @classmethod
    def of(cls, candidate: Candidate, family: str, pinned: tuple[Pinned, ...]) -> "Side":
        """Give a candidate as a side."""
        return cls(candidate=candidate, family=family, pinned=pinned)

    @property
    def key(self) -> str:
        """The statement's key."""
        return self.candidate.statement.key

    @property
    def text(self) -> str:
        """The statement's text."""
        return self.candidate.statement.text

    @property
    def length(self) -> int:
        """The text's length in code points."""
        return len(self.text)

    @cached_property
    def gist(self) -> Gist:
        """What it is compared by."""
        return read_gist(self.text)

    @property
    def speaker(self) -> str:
        """Who says it."""
        return self.candidate.statement.citations[0].attribution.speaker

    @property
    def kind(self) -> str:
        """What kind of saying it is."""
        return self.candidate.statement.citations[0].attribution.kind


def shared_words(left: Side, right: Side) -> frozenset[str]:
    """The words that both have."""
    return left.gist.words & right.gist.words


def word_overlap(left: Side, right: Side) -> float:
    """The share of the shorter one's words that the other has too, from 0 to 1."""
    smaller = min(len(left.gist.words), len(right.gist.words))
    return len(shared_words(left, right)) / smaller if smaller else 0.0


def sentence_at(text: str, place: int) -> str:
    """The sentence of a statement's text in which an offset stands."""
    ends = [found.end() for found in SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= place), default=0)
    return text[start : min((end for end in ends if end > place), default=len(text))]
