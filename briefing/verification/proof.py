"""The whole proof of a brief: its statements by `prove`, and what stands around them made anew and
compared.

Tables, dates, places, differences, the opening and the numbers of the sources are no prose of
anybody's: each is worked out from the articles, so each is worked out again here with the very
functions that made it.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.compose.derive import derive_brief
from briefing.model import Brief, Reading, SectionRules
from briefing.verification.prove import prove_brief
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case
from briefing.verification.surroundings.differences import check_differences
from briefing.verification.surroundings.independence import check_independence
from briefing.verification.surroundings.news import check_news
from briefing.verification.surroundings.opening import check_opening
from briefing.verification.surroundings.sources import check_sources
from briefing.verification.surroundings.tables import check_judgements, check_places, check_tables
from briefing.verification.surroundings.timeline import check_timeline
from briefing.walk.notebook import Notebook


def find_failures(
    brief: Brief,
    readings: Sequence[Reading],
    rules: Mapping[str, SectionRules],
    notebook: Notebook | None = None,
) -> tuple[ProofFailure, ...]:
    """Everything in `brief` that the articles don't bear out; empty means that every statement
    holds.

    `rules` has each section's kind by its slug (see `find_rules`); of an absent one only what is
    asked of every section is asked. What the `notebook` has of the very same articles, by the very
    same functions, is not worked out again.

    Not asked: what the desk says of itself and of its sources (title, marking, names, judgements).
    """
    return tuple(yield_failures(brief, readings, rules, notebook))


def yield_failures(
    brief: Brief,
    readings: Sequence[Reading],
    rules: Mapping[str, SectionRules],
    notebook: Notebook | None = None,
) -> Iterator[ProofFailure]:
    """The same one by one, as they are found. What stands around statements is asked once all
    hold.
    """
    at_hand = {reading.document.id: reading for reading in readings}
    case = Case(brief=brief, readings=at_hand, rules=rules, notebook=notebook or Notebook())
    sound = True
    for failure in prove_brief(
        brief, case.readings, lambda one: derive_brief(one, rules), case.notebook
    ):
        sound = False
        yield failure
    if sound:
        yield from _check_surroundings(case)


def _check_surroundings(case: Case) -> Iterator[ProofFailure]:
    """Check what stands around the statements, which hold by themselves."""
    yield from check_independence(case)
    yield from check_sources(case)
    yield from check_tables(case)
    yield from check_opening(case)
    yield from check_news(case.brief)
    yield from check_timeline(case)
    yield from check_differences(case)
    yield from check_places(case)
    yield from check_judgements(case)
