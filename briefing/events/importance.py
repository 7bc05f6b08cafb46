"""How widely each clause is told: the weight of what happened, and of the days on which it did."""

from collections.abc import Mapping

from briefing.events.connect import Connections, place_of
from briefing.model import Clause
from briefing.offer.timeline import Telling


def tell_how_widely(
    connections: Connections, families: Mapping[str, str]
) -> Mapping[str, tuple[Telling, ...]]:
    """Give for each article its clauses with their dates and how many articles tell each.

    Versions of one article count once. What is denied, planned or wished is told of no day.
    """
    return {
        document: tuple(
            Telling(
                start=clause.start,
                end=clause.end,
                dates=clause.dates if clause.positive and clause.modality == "happened" else (),
                articles=_count_articles(clause, connections, families),
            )
            for clause in clauses
        )
        for document, clauses in connections.clauses.items()
    }


def _count_articles(clause: Clause, connections: Connections, families: Mapping[str, str]) -> int:
    others = connections.agreeing.get(place_of(clause), ())
    return len({families[clause.document], *(families[other.document] for other in others)})
