"""What there is to review: every statement of a trial, what stands behind it and beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.edition.trial import Trial
from briefing.errors import UserError
from briefing.model import Change, Citation, Reading, Statement
from briefing.offer.candidates import anchor_passage
from briefing.settings import analyst, seals
from briefing.settings.analyst import Analyst

_NEAR = 5  # near misses that are shown of a section
_ALIKE = 0.5  # share of the shorter one's concepts that two statements of one thing have in common
_ORDER: Mapping[Change, int] = {"new": 0, "changed": 1, "kept": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPassage:
    """A passage as acts name it: the source's path, the passage's number, its seal and words."""

    path: str
    passage: int
    seal: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One statement up for review. `number` is its number in the brief, `name` its id there, or
    its key where it is a near miss that is not told; `verdict` what the analyst's file says of its
    passage, '' for nothing.
    """

    name: str
    number: str
    section: str
    title: str
    statement: Statement
    place: SealedPassage
    verdict: str
    told: bool = True

    @property
    def is_seen(self) -> bool:
        """Whether the analyst has decided on it."""
        return bool(self.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside an item: who else says it, what it made superfluous, and what its section
    would tell next.
    """

    supports: tuple[tuple[Citation, Reading], ...]
    displaced: tuple[ReviewItem, ...]
    near: tuple[ReviewItem, ...]
    same_passage: tuple[ReviewItem, ...]


def queue_items(trial: Trial) -> tuple[ReviewItem, ...]:
    """All statements told, those to look at first: new ones not yet decided on, then changed ones,
    then the rest, each in the brief's order; what is decided on comes last.
    """
    items = list(_told_items(trial))
    return tuple(sorted(items, key=lambda one: (one.is_seen, _ORDER[one.statement.change])))


def with_decisions(trial: Trial) -> Trial:
    """The trial with what the analyst's file says this very moment; what the file said when the
    trial was made, where it can't be read.
    """
    try:
        read = analyst.read_analyst(trial.job.base, sections=tuple(trial.job.sections))
    except UserError:
        return trial
    return replace(trial, job=replace(trial.job, analyst=read))


def find_item(trial: Trial, name: str) -> ReviewItem | None:
    """The statement told, or considered, under an id or key; None where there is none."""
    told = next((one for one in _told_items(trial) if one.name == name), None)
    return told or next((one for one in _untold_items(trial) if one.name == name), None)


def find_place(trial: Trial, path: str, passage: str) -> SealedPassage | None:
    """The passage of an article that the trial was made of; None where there is none such."""
    for reading in trial.made.considered.readings:
        if (reading.document.path or reading.document.locator) == path:
            numbers = {str(one.number): one.number for one in reading.passages}
            return _place_passage(reading, numbers[passage]) if passage in numbers else None
    return None


def look_beside(trial: Trial, item: ReviewItem) -> Beside:
    """Gather what stands beside an item."""
    readings = readings_by_id(trial)
    alike, near = _split_untold(trial, item)
    return Beside(
        supports=tuple(
            (one, readings[one.document])
            for one in item.statement.citations
            if one.role == "supports" and one.document in readings
        ),
        displaced=tuple(alike[:_NEAR]),
        near=tuple(near[:_NEAR]),
        same_passage=tuple(
            one for one in _told_items(trial) if one.name != item.name and one.place == item.place
        ),
    )


def _split_untold(trial: Trial, item: ReviewItem) -> tuple[list[ReviewItem], list[ReviewItem]]:
    """What an item's section could have told besides, best first: what is like it, and the rest."""
    concepts = {
        one.candidate.statement.key: frozenset(one.concepts)
        for shortlist in trial.made.ranking.shortlists
        for one in shortlist.ranked
    }
    own = concepts.get(item.statement.key, frozenset())
    alike: list[ReviewItem] = []
    rest: list[ReviewItem] = []
    for one in _untold_items(trial):
        if one.section == item.section and one.name != item.name:
            (alike if _are_alike(own, concepts[one.name]) else rest).append(one)
    return alike, rest


def readings_by_id(trial: Trial) -> Mapping[str, Reading]:
    """The articles that the trial was made of."""
    return {one.document.id: one for one in trial.made.considered.readings}


def _place_passage(reading: Reading, number: int) -> SealedPassage:
    """How acts name a passage of an article."""
    passage = next(one for one in reading.passages if one.number == number)
    words = reading.document.text[passage.start : passage.end]
    path = reading.document.path or reading.document.locator
    return SealedPassage(path=path, passage=number, seal=seals.passage_seal(words), words=words)


def _told_items(trial: Trial) -> Iterator[ReviewItem]:
    readings = readings_by_id(trial)
    for section in trial.brief.sections:
        for statement in section.statements:
            basis = statement.citations[0]
            if basis.document not in readings:
                continue
            reading = readings[basis.document]
            anchor = anchor_passage(reading, statement.bases)
            place = _place_passage(reading, anchor.number if anchor else basis.passage)
            yield ReviewItem(
                name=statement.id,
                number=statement.number,
                section=section.slug,
                title=section.title,
                statement=statement,
                place=place,
                verdict=_find_verdict(trial.job.analyst.file, place, statement.key),
            )


def _untold_items(trial: Trial) -> Iterator[ReviewItem]:
    """What sections could have told and did not, best first, section by section."""
    readings = readings_by_id(trial)
    told = {one.key for one in trial.brief.statements}
    titles = {section.slug: section.title for section in trial.brief.sections}
    for one in trial.made.ranking.shortlists:
        slug = one.wanted.slug
        for ranked in one.ranked:
            candidate = ranked.candidate
            if candidate.statement.key in told or candidate.document not in readings:
                continue
            place = _place_passage(readings[candidate.document], candidate.passage)
            yield ReviewItem(
                name=candidate.statement.key,
                number="",
                section=slug,
                title=titles.get(slug, slug),
                statement=candidate.statement,
                place=place,
                verdict=_find_verdict(trial.job.analyst.file, place, candidate.statement.key),
                told=False,
            )


def _find_verdict(file: Analyst, place: SealedPassage, key: str) -> str:
    """What the analyst's file says of the statement `key` of a passage: `pin`, `exclude`, `keep`,
    `move` or nothing.
    """
    pinned = (one for one in file.pin if one.statement in {"", key})
    lists: Sequence[tuple[str, Sequence[analyst.Entry]]] = (
        ("pin", tuple(pinned)),
        ("exclude", file.exclude),
        ("keep", file.keep),
        ("move", file.move),
    )
    for name, entries in lists:
        if any((one.path, one.passage) == (place.path, place.passage) for one in entries):
            return name
    return ""


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _ALIKE * least
