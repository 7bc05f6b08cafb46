"""The desk's own translations of what is told in another language, as the review shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.desk.items import ReviewItem, SealedPassage
from briefing.edition.trial import Trial
from briefing.languages import primary_code
from briefing.model import Reading
from briefing.settings import seals
from briefing.settings.analyst import Analyst
from briefing.settings.reviewed import Rendered

_SHOWN = 60  # characters of a quote in a list to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationRow:
    """A translation that the analyst's file has, of the passage numbered `entered`, or of the words
    of it that `quote` gives; `stale` says why it is not printed, '' where it is.
    """

    text: str
    by: str
    entered: int
    quote: str
    stale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationDesk:
    """What the review offers of translations: `wanted` where the statement is in another language
    than the brief. `quotes` are what can be translated alone, as words and label; `last` is what
    the form is filled in with.
    """

    wanted: bool
    rows: tuple[TranslationRow, ...]
    quotes: tuple[tuple[str, str], ...]
    last: TranslationRow | None


def view_translations(trial: Trial, item: ReviewItem, reading: Reading) -> TranslationDesk:
    """What the analyst's file has for an item's passage, and what may be translated of it."""
    own = primary_code(trial.brief.frame.language)
    rows = tuple(_list_rows(trial.job.analyst.file, item.place, reading))
    return TranslationDesk(
        wanted=primary_code(reading.document.language or own) != own,
        rows=rows,
        quotes=tuple((words, _shorten(words)) for words in _list_quotes(item)),
        last=min(rows, key=lambda row: row.stale != "", default=None),
    )


def _list_rows(file: Analyst, place: SealedPassage, reading: Reading) -> Iterator[TranslationRow]:
    """The entries on a passage: those of its number, and those whose words have moved there."""
    text = reading.document.text
    texts = {place.path: {one.number: text[one.start : one.end] for one in reading.passages}}
    for entry in file.translations:
        if entry.path == place.path and _is_about(entry, place):
            yield TranslationRow(
                text=entry.text,
                by=entry.by,
                entered=entry.passage,
                quote=entry.quote,
                stale=seals.find_anchor(entry, texts).stale,
            )


def _is_about(entry: Rendered, place: SealedPassage) -> bool:
    return entry.passage == place.passage or entry.hash == place.seal


def _list_quotes(item: ReviewItem) -> tuple[str, ...]:
    """The statement's own words from this very passage, each once, on one line."""
    first = item.statement.citations[0]
    quotes = (
        " ".join(one.quote.split())
        for one in item.statement.citations
        if (one.role, one.document, one.passage) == ("basis", first.document, first.passage)
    )
    return tuple(dict.fromkeys(quotes))


def _shorten(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
