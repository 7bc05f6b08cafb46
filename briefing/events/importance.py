"""How widely each clause is told: the weight of what happened, and of the days on which it did."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.events.connect import Connections, place_of
from briefing.model import Candidate, Clause
from briefing.offer.timeline import Telling

_MORE, _MOST = 0.2, 2  # what each further article adds to a statement's worth, and how many add


def tell_how_widely(
    connections: Connections, families: Mapping[str, str]
) -> Mapping[str, tuple[Telling, ...]]:
    """For each article its clauses with their dates and how many articles tell each.

    Versions of one article count once. What is denied, planned or wished is told of no day, and
    neither is what a noun only mentions: "Monday's sinking" dates no row of its own.
    """
    return {
        document: tuple(
            Telling(
                start=clause.start,
                end=clause.end,
                dates=clause.dates if _tells_of_day(clause) else (),
                articles=_count_articles(clause, connections, families),
            )
            for clause in clauses
        )
        for document, clauses in connections.clauses.items()
    }


def _tells_of_day(clause: Clause) -> bool:
    """Whether a clause tells that something happened, by a verb."""
    return clause.positive and clause.modality == "happened" and not clause.nominal


def _count_articles(clause: Clause, connections: Connections, families: Mapping[str, str]) -> int:
    others = connections.agreeing.get(place_of(clause), ())
    return len({families[clause.document], *(families[other.document] for other in others)})


def weigh_widely_told(
    candidates: Sequence[Candidate], tellings: Mapping[str, Sequence[Telling]]
) -> tuple[Candidate, ...]:
    """The candidates, those worth more that tell first what several articles tell.

    What a sentence names late, in an aside, it takes for granted: that is no news of its own.
    """
    return tuple(
        replace(one, weight=one.weight * (1 + _MORE * min(_MOST, articles - 1)))
        if (articles := _articles_ahead(one, tellings)) > 1
        else one
        for one in candidates
    )


def _articles_ahead(candidate: Candidate, tellings: Mapping[str, Sequence[Telling]]) -> int:
    """Count the articles that tell a clause in the first half of a statement's words."""
    return max(
        (
            telling.articles
            for cited in candidate.statement.citations
            for telling in tellings.get(candidate.document, ())
            if cited.start <= telling.start < (cited.start + cited.end) / 2
        ),
        default=1,
    )
