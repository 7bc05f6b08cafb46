"""What has been chosen so far, and what a longer statement would take the place of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.compose.offers import Offer
from briefing.model import Candidate


@dataclass(slots=True, kw_only=True)
class ToldSoFar:
    """What is told so far; lives inside one call of `select`.

    `rows` holds each section's offers in order of choice; `pinned` the keys of statements that no
    longer one may take the place of; `by_article` the same offers by their article.
    """

    rows: list[list[Offer]]
    covered: set[str]
    pinned: set[str]
    by_article: dict[str, list[Offer]] = field(default_factory=dict)

    def list_told(self) -> Iterator[Offer]:
        """All that is told, section by section."""
        return (offer for row in self.rows for offer in row)

    def list_sharing(self, offer: Offer) -> tuple[Offer, ...]:
        """What is told and has a sentence of `offer`."""
        told = self.by_article.get(cited_article(offer.candidate), ())
        return tuple(one for one in told if share_sentence(one.candidate, offer.candidate))

    def find_replaced(self, offer: Offer) -> tuple[Offer, ...] | None:
        """What is told and would be told again within `offer`, which may take its place.

        None where the offer shares sentences with what it can't take the place of: it is told
        itself, another section tells that, the analyst wants it as it is, or it goes on where the
        offer ends.
        """
        alike = self.list_sharing(offer)
        free = all(
            one.section == offer.section
            and one.candidate.statement.key not in self.pinned
            and holds_all(offer.candidate, one.candidate)
            for one in alike
        )
        return alike if free else None

    def take(self, offer: Offer, replaced: Sequence[Offer]) -> None:
        """Tell a candidate in its section, in the place of what it tells again."""
        article = cited_article(offer.candidate)
        row, told = self.rows[offer.section], self.by_article.get(article, ())
        self.rows[offer.section] = [*(one for one in row if one not in replaced), offer]
        self.by_article[article] = [*(one for one in told if one not in replaced), offer]
        self.covered.update(offer.concepts)

    def leave(self, offer: Offer) -> None:
        """Tell an offer no longer; its concepts stay covered."""
        article = cited_article(offer.candidate)
        row, told = self.rows[offer.section], self.by_article[article]
        self.rows[offer.section] = [one for one in row if one is not offer]
        self.by_article[article] = [one for one in told if one is not offer]


def share_sentence(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell a sentence in common, in whatever company."""
    return cited_article(one) == cited_article(other) and any(
        mine.start < theirs.end and theirs.start < mine.end
        for mine in one.statement.citations
        for theirs in other.statement.citations
    )


def cited_article(candidate: Candidate) -> str:
    """The one article that all of a candidate's sentences stand in."""
    return candidate.statement.citations[0].document


def holds_all(longer: Candidate, shorter: Candidate) -> bool:
    """Whether one candidate tells all sentences of another of its article, and more than those."""
    outer, inner = _sentence_extent(longer), _sentence_extent(shorter)
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


def _sentence_extent(candidate: Candidate) -> tuple[int, int]:
    """Where a candidate's sentences begin and end in its article: they follow one another."""
    cited = candidate.statement.citations
    return min(one.start for one in cited), max(one.end for one in cited)
