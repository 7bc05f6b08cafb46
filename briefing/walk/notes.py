"""What is worked out of all articles together, noted: the functions of the walk that ask a
notebook.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from briefing.compose.presence import Landscape, survey_articles
from briefing.compose.worth import find_asides
from briefing.events.connect import Connections, connect_clauses
from briefing.events.counts import differ_in_counts
from briefing.events.differing import list_differing
from briefing.events.reversals import list_reversals
from briefing.languages.en.sameness import vocabulary
from briefing.model import Disagreement, Reading
from briefing.offer import concepts
from briefing.walk.notebook import Notebook


def note_connections(
    notebook: Notebook, readings: Sequence[Reading], families: Mapping[str, str]
) -> Connections:
    """The clauses of articles, joined; see `connect_clauses`. Of articles that lie open still what
    was found is taken over.
    """
    return notebook.renew(_connect_articles, *_set_in_order(readings, families))


def note_landscape(
    notebook: Notebook,
    readings: Sequence[Reading],
    families: Mapping[str, str],
    connections: Connections,
    title: str,
) -> Landscape:
    """What statements are seen against; see `survey_articles`."""
    asked = _set_in_order(readings, families)
    asides = note_asides(notebook, readings, families, title)
    return notebook.ask(_survey_articles, *asked, connections, title, asides)


def note_asides(
    notebook: Notebook, readings: Sequence[Reading], families: Mapping[str, str], title: str
) -> frozenset[str]:
    """The articles that are about something else than the brief's title; see `find_asides`."""
    ordered, _ = _set_in_order(readings, families)
    return notebook.ask(find_asides, ordered, vocabulary(title))


def note_weights(
    notebook: Notebook, readings: Sequence[Reading], families: Mapping[str, str]
) -> Mapping[str, float]:
    """What each concept is worth, over all sentences of the articles' bodies, tellable or not."""
    return notebook.ask(_weigh_concepts, *_set_in_order(readings, families))


def note_counts(
    notebook: Notebook,
    readings: Sequence[Reading],
    families: Mapping[str, str],
    older: frozenset[str],
) -> tuple[Disagreement, ...]:
    """The rows of counts on which voices differ; see `differ_in_counts`."""
    return notebook.ask(_count_articles, *_set_in_order(readings, families), older)


def note_differing(
    notebook: Notebook,
    readings: Sequence[Reading],
    families: Mapping[str, str],
    older: frozenset[str],
) -> tuple[Disagreement, ...]:
    """The rows of what sentences of two outlets tell differently; see `list_differing`."""
    return notebook.ask(_differ_articles, *_set_in_order(readings, families), older)


def note_reversals(
    notebook: Notebook,
    readings: Sequence[Reading],
    families: Mapping[str, str],
    older: frozenset[str],
) -> tuple[Disagreement, ...]:
    """The rows of what later versions turn round; see `list_reversals`."""
    return notebook.ask(_reverse_articles, *_set_in_order(readings, families), older)


def _set_in_order(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Articles in order of their ids, and the family of each."""
    ordered = tuple(sorted(readings, key=attrgetter("document.id")))
    return ordered, tuple(families[one.document.id] for one in ordered)


def _connect_articles(
    before: tuple[tuple[tuple[Reading, ...], tuple[str, ...]], Connections] | None,
    readings: tuple[Reading, ...],
    families: tuple[str, ...],
) -> Connections:
    known = None
    if before is not None:
        (earlier, _), made = before
        there = {id(one) for one in earlier}
        still = frozenset(one.document.id for one in readings if id(one) in there)
        known = made.compared.keep_between(still)
    return connect_clauses(readings, _name_families(readings, families), known)


def _survey_articles(
    readings: tuple[Reading, ...],
    families: tuple[str, ...],
    connections: Connections,
    title: str,
    asides: frozenset[str],
) -> Landscape:
    named = _name_families(readings, families)
    return survey_articles(readings, named, connections, title, asides)


def _count_articles(
    readings: tuple[Reading, ...], families: tuple[str, ...], older: frozenset[str]
) -> tuple[Disagreement, ...]:
    return differ_in_counts(readings, _name_families(readings, families), older)


def _differ_articles(
    readings: tuple[Reading, ...], families: tuple[str, ...], older: frozenset[str]
) -> tuple[Disagreement, ...]:
    return list_differing(readings, _name_families(readings, families), older)


def _reverse_articles(
    readings: tuple[Reading, ...], families: tuple[str, ...], older: frozenset[str]
) -> tuple[Disagreement, ...]:
    by_id = {one.document.id: one for one in readings}
    return list_reversals(by_id, _name_families(readings, families), older)


def _weigh_concepts(
    readings: tuple[Reading, ...], families: tuple[str, ...]
) -> Mapping[str, float]:
    pairs = zip(readings, families, strict=True)
    return concepts.weigh_concepts([one for pair in pairs for one in _body_sentences(*pair)])


def _body_sentences(reading: Reading, family: str) -> Iterator[concepts.Unit]:
    """The sentences that concepts are weighed over."""
    document = reading.document
    passages = filter(attrgetter("may_tell"), reading.passages)
    spans = (sentence for passage in passages for sentence in passage.sentences)
    for position, span in enumerate(spans):
        text = document.text[span.start : span.end]
        yield concepts.Unit(text=text, family=family, position=position, language=document.language)


def _name_families(readings: Sequence[Reading], families: Sequence[str]) -> dict[str, str]:
    """The family of each article by its id."""
    return {one.document.id: of for one, of in zip(readings, families, strict=True)}
