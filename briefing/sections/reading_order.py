"""Orders in which a section can read."""

from collections.abc import Callable, Hashable, Sequence

from briefing.model import Candidate


def order_by_article(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Order article by article in the order of choice, each in its own order.

    `chosen` comes best first, so the strongest statement's article leads.
    """
    return _order_by(chosen, lambda candidate: candidate.document)


def order_by_speaker(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Order speaker by speaker within each article, so that one voice is heard out before the
    next.
    """
    return _order_by(chosen, _voice)


def _voice(candidate: Candidate) -> tuple[str, str]:
    return candidate.document, candidate.statement.citations[0].attribution.speaker


def _order_by(
    chosen: Sequence[Candidate], group: Callable[[Candidate], Hashable]
) -> tuple[Candidate, ...]:
    """Order group by group: the group of the strongest statement leads."""
    first: dict[Hashable, int] = {}
    for place, candidate in enumerate(chosen):
        first.setdefault(group(candidate), place)
    return tuple(
        sorted(chosen, key=lambda c: (first[group(c)], c.document, c.position, c.statement.key))
    )
