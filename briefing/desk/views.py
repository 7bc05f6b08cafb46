"""What the desk's templates see: plain values, nothing that asks or does anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.desk.items import Beside, ReviewItem, readings_by_id
from briefing.desk.translating import TranslationDesk, view_translations
from briefing.edition.trial import Trial
from briefing.model import Citation, Passage, Reading
from briefing.render.plain import text_direction
from briefing.settings.scales import LIKELIHOOD

_VERDICTS = {
    "keep": "kept as it is",
    "pin": "pinned",
    "exclude": "excluded",
    "move": "moved",
    "": "",
}
_CHANGES = {"new": "new", "changed": "changed", "kept": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a passage; `marked` where the statement quotes them."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePassage:
    """A passage of the article: `here` where the statement rests on it, `left_out` why it serves
    no section, '' where it may.
    """

    number: int
    stretches: tuple[Stretch, ...]
    here: bool
    heading: bool
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A line of the queue, or a statement named beside another."""

    name: str
    number: str
    text: str
    change: str
    verdict: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportingQuote:
    """Another article that says the same, with its words."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectOption:
    """One entry of a list to choose from."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One statement up for review, with its article and all that the forms need."""

    row: QueueRow
    told: bool
    section: str
    title: str
    path: str
    passage: int
    seal: str
    speaker: str
    outlet: str
    outlets: str
    date: str
    source: str
    published: str
    language: str
    direction: str
    passages: tuple[ArticlePassage, ...]
    supports: tuple[SupportingQuote, ...]
    displaced: tuple[QueueRow, ...]
    near: tuple[QueueRow, ...]
    same_passage: tuple[QueueRow, ...]
    sections: tuple[SelectOption, ...]
    likelihoods: tuple[SelectOption, ...]
    people: tuple[str, ...]
    translations: TranslationDesk
    next_name: str
    previous_name: str


def view_row(item: ReviewItem, here: str = "") -> QueueRow:
    """An item as a line of a list; `here` is the name of the one that is looked at."""
    return QueueRow(
        name=item.name,
        number=item.number,
        text=item.statement.text,
        change=_CHANGES[item.statement.change] if item.told else "",
        verdict=_VERDICTS[item.verdict],
        here=item.name == here,
    )


def view_queue(queue: Sequence[ReviewItem], here: ReviewItem | None) -> tuple[QueueRow, ...]:
    """The queue as a list in which the item that is looked at is marked."""
    name = "" if here is None else here.name
    return tuple(view_row(one, name) for one in queue)


def view_item(
    item: ReviewItem, beside: Beside, queue: Sequence[ReviewItem], trial: Trial
) -> ItemView:
    """An item with all that stands behind and beside it."""
    basis = item.statement.citations[0]
    reading = readings_by_id(trial)[basis.document]
    said = basis.attribution
    before, after = _name_neighbours(queue, item.name)
    file = trial.job.analyst.file
    document = reading.document
    return ItemView(
        row=view_row(item, item.name),
        told=item.told,
        section=item.section,
        title=item.title,
        path=item.place.path,
        passage=item.place.passage,
        seal=item.place.seal,
        speaker=said.speaker,
        outlet=said.outlet or (document.outlet.value if document.outlet else ""),
        outlets=", ".join(item.statement.outlets),
        date=item.statement.date or "",
        source=_name_source(reading),
        published=document.published.value if document.published else "",
        language=document.language or "und",
        direction=text_direction(item.statement.text),
        passages=tuple(_view_passages(reading, item)),
        supports=tuple(
            SupportingQuote(source=_name_source(other), quote=one.quote)
            for one, other in beside.supports
        ),
        displaced=tuple(map(view_row, beside.displaced)),
        near=tuple(map(view_row, beside.near)),
        same_passage=tuple(map(view_row, beside.same_passage)),
        sections=tuple(
            SelectOption(value=one.slug, label=one.title, chosen=one.slug == item.section)
            for one in trial.brief.sections
        ),
        likelihoods=tuple(
            SelectOption(value=term, label=f"{term} ({low} to {high} %)")
            for term, (low, high) in LIKELIHOOD[file.scale].items()
        ),
        people=tuple(_people_named(reading, item)),
        translations=view_translations(trial, item, reading),
        next_name=after,
        previous_name=before,
    )


def _name_neighbours(queue: Sequence[ReviewItem], name: str) -> tuple[str, str]:
    """The names of the items before and behind one in the queue; "" where there is none."""
    names = ["", *(one.name for one in queue), ""]
    at = names.index(name) if name in names else 0
    return (names[at - 1], names[at + 1]) if at else ("", "")


def _name_source(reading: Reading) -> str:
    """What an article is known by: outlet and title, as far as they are stated."""
    document = reading.document
    known = [one.value for one in (document.outlet, document.title) if one is not None]
    return ": ".join(known) or document.path or document.locator


def _people_named(reading: Reading, item: ReviewItem) -> Iterator[str]:
    """The persons whom the statement's passages name, by the names that the article uses."""
    numbers = {one.passage for one in item.statement.bases}
    spans = [(one.start, one.end) for one in reading.passages if one.number in numbers]
    keys = {
        one.entity
        for one in reading.mentions
        if any(start <= one.start < end for start, end in spans)
    }
    for entity in reading.entities:
        if entity.kind == "person" and entity.key in keys:
            yield entity.name


def _view_passages(reading: Reading, item: ReviewItem) -> Iterator[ArticlePassage]:
    cited = [one for one in item.statement.citations if one.document == reading.document.id]
    bases = {one.passage for one in cited if one.role == "basis"}
    for passage in reading.passages:
        here = passage.number in bases
        yield ArticlePassage(
            number=passage.number,
            stretches=tuple(_cut_stretches(reading, passage, cited if here else ())),
            here=here,
            heading=passage.kind == "heading",
            left_out=passage.dropped or "",
        )


def _cut_stretches(
    reading: Reading, passage: Passage, cited: Sequence[Citation]
) -> Iterator[Stretch]:
    """A passage cut where quotes begin and end; white space as it stands."""
    text, at = reading.document.text, passage.start
    inside = [one for one in cited if passage.start <= one.start < one.end <= passage.end]
    for one in sorted(inside, key=lambda quote: quote.start):
        if one.start > at:
            yield Stretch(text=text[at : one.start], marked=False)
        if one.end > at:
            yield Stretch(text=text[max(at, one.start) : one.end], marked=True)
        at = max(at, one.end)
    if at < passage.end:
        yield Stretch(text=text[at : passage.end], marked=False)
