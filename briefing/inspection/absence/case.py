"""A passage that is asked about, with what the walk made of its article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.compose.brief import weigh_shortlists
from briefing.compose.material import Ingredients
from briefing.compose.offers import Offer
from briefing.compose.select import Filling, fill_sections
from briefing.job.load import Job
from briefing.model import (
    Brief,
    Candidate,
    Citation,
    Passage,
    Reading,
    Shortlist,
    Span,
    Statement,
)
from briefing.walk import assemble
from briefing.walk.assemble import SectionsRanking
from briefing.walk.decisions import Decided
from briefing.walk.library import Considered

_LENGTH = 90  # characters of a text that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Why something is not told, and `more`: what else would tell it, beside a pin.

    `section` is the slug of the one that would take it, "" where none would. `final` where no pin
    helps either; then `more` says what does.
    """

    why: str
    more: tuple[str, ...] = ()
    section: str = ""
    final: bool = False


@dataclass(frozen=True, kw_only=True)
class PassageCase:
    """A passage of a source, in a brief. Not slotted: what is dear is worked out once, among it
    `widened`, the sections filled with more room for the one in a place.
    """

    job: Job
    considered: Considered
    decided: Decided
    brief: Brief
    reading: Reading
    passage: Passage
    widened: dict[int, Filling] = field(default_factory=dict)

    @cached_property
    def ranking(self) -> SectionsRanking:
        """What the sections make of what could be told."""
        return assemble.rank(self.job, self.considered, self.decided)

    @cached_property
    def ingredients(self) -> Ingredients:
        """What the brief is composed of."""
        return assemble.gather_ingredients(self.job, self.considered, self.decided, self.ranking)

    @cached_property
    def shortlists(self) -> tuple[tuple[Shortlist, ...], Mapping[str, float]]:
        """What sections choose from, and what each concept is worth."""
        return weigh_shortlists(self.ingredients)

    @cached_property
    def filling(self) -> Filling:
        """The program's own choice, with what it decided of every offer."""
        return fill_sections(*self.shortlists, self.ingredients.pins)

    @cached_property
    def told(self) -> Mapping[str, Statement]:
        """The statements of the brief, by their keys."""
        return {one.key: one for one in self.brief.statements}

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The path of each article, by its id."""
        holdings = self.considered.holdings
        every = (*holdings.documents, *holdings.others, self.reading.document)
        return {one.id: one.path or one.locator for one in every}

    def slug_of(self, offer: Offer) -> str:
        """The slug of the section that is offered something."""
        return self.shortlists[0][offer.section].wanted.slug

    def holds(self, candidate: Candidate, sentence: Span) -> bool:
        """Whether a candidate tells words of a sentence of the passage's article."""
        return candidate.document == self.reading.document.id and any(
            overlaps(one, sentence) for one in candidate.statement.citations
        )

    def place_of(self, document: str, passage: int) -> str:
        """A passage as the analyst names it."""
        return f"{self.paths.get(document, document)}:{passage}"

    def place_at(self, reading: Reading, start: int) -> str:
        """The passage of an article that holds a place, as the analyst names it."""
        passages = (one for one in reading.passages if one.start <= start < one.end)
        number = next((one.number for one in passages), 1)
        return f"{reading.document.path or reading.document.locator}:{number}"

    def name_offer(self, offer: Offer) -> str:
        """What is told, by number and id: a statement, or the longer one that took its place; by
        its words where an editor left it out.
        """
        told = self.told.get(offer.candidate.statement.key) or self._find_longer(offer)
        return name_statement(told) if told else shorten(offer.candidate.statement.text)

    def is_told(self, offer: Offer) -> bool:
        """Whether the brief tells an offer, be it within a longer one."""
        told = offer.candidate.statement.key in self.told
        return told or self._find_longer(offer) is not None

    def name_offers(self, offers: Iterable[Offer]) -> list[str]:
        """What is told, each once."""
        return list(dict.fromkeys(map(self.name_offer, offers)))

    def _find_longer(self, offer: Offer) -> Statement | None:
        """The statement of the brief that took a shorter one's place."""
        cited = offer.candidate.statement.citations
        return next(
            (
                one
                for one in self.told.values()
                if all(any(_holds(other, own) for other in one.bases) for own in cited)
            ),
            None,
        )


def _holds(outer: Citation, inner: Citation) -> bool:
    same = outer.document == inner.document
    return same and outer.start <= inner.start and inner.end <= outer.end


def overlaps(cited: Citation, sentence: Span) -> bool:
    """Whether a citation holds words of a sentence of the same article."""
    return cited.start < sentence.end and sentence.start < cited.end


def name_statement(told: Statement) -> str:
    """A statement by its number and id."""
    return f"{told.number} ({told.id})"


def shorten(text: str, most: int = _LENGTH) -> str:
    """The first `most` characters of a text, in quotation marks."""
    folded = " ".join(text.split())
    return f"“{folded if len(folded) <= most else folded[:most].rstrip() + '…'}”"


def join_names(names: list[str]) -> str:
    """Names as a list in words: "1.1, 1.2 and 1.3"."""
    *head, last = names
    return f"{', '.join(head)} and {last}" if head else last
