"""What the sentences of an article tell, as they are held beside those of others."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from briefing.language import edtf
from briefing.language.identity import Remembered
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.figured import find_figured
from briefing.languages.en.assertions.find import find_assertions
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.clauses.sentences import Sentence, lay_out_sentences
from briefing.model import Assertion, Figured, Passage, Reading, Span, ToldSentence

_LONG_AGO = timedelta(days=90)  # before an article, from which a date is of another event
_Dated = TypeVar("_Dated", Assertion, Figured)
_KEEP = 2_000  # articles of which this is remembered: more than a brief is made of


def find_told(reading: Reading) -> tuple[ToldSentence, ...]:
    """The sentences of an article's body in order, with what they assert and their figures; none
    of an article that is not read that closely.

    Nothing is asserted that the article's own outlet had reported before, and what is long past
    stands apart.
    Linear in its text; remembered, for what agrees and what differs is asked one after the other.
    """
    return REMEMBERED_TOLD(reading)


def find_told_anew(reading: Reading) -> tuple[ToldSentence, ...]:
    """The same, whatever is remembered, and not remembered."""
    return read_told(reading, lay_out_sentences(reading))


def read_told(reading: Reading, laid: Iterable[Sentence]) -> tuple[ToldSentence, ...]:
    """The same of an article whose sentences are laid out."""
    return tuple(_tell_all(reading, laid)) if is_rewritten(reading.document.language) else ()


REMEMBERED_TOLD = Remembered(find=find_told_anew, most=_KEEP)


def _tell_all(reading: Reading, laid: Iterable[Sentence]) -> Iterator[ToldSentence]:
    by_start = {one.span.start: one for one in laid}
    for passage in reading.passages:
        for span in passage.sentences if passage.may_tell else ():
            yield _tell_sentence(reading, passage, span, by_start.get(span.start))


def _tell_sentence(
    reading: Reading, passage: Passage, span: Span, laid: Sentence | None
) -> ToldSentence:
    """A sentence with what it tells, nothing where it is not laid out."""
    assertions, past = _part_past(reading, find_assertions(laid) if laid else ())
    figures, past_figures = _part_past(reading, find_figured(laid) if laid else ())
    return ToldSentence(
        span=span,
        passage=passage.number,
        words=fold_text(reading.document.text[span.start : span.end]),
        assertions=assertions,
        figures=figures,
        past=past,
        past_figures=past_figures,
    )


def _part_past(reading: Reading, told: Iterable[_Dated]) -> tuple[tuple[_Dated, ...], ...]:
    """What a sentence tells of late, and what of long ago."""
    made = tuple(told)
    past = tuple(one for one in made if is_long_past(reading, one.dates))
    return (tuple(one for one in made if one not in past) if past else made), past


def is_long_past(reading: Reading, dates: Sequence[str]) -> bool:
    """Whether one of some dates is so long before an article that it is of another event."""
    day = publication_day(reading.document) if dates else ""
    if not day:
        return False
    first = edtf.bounds(day)[0] - _LONG_AGO
    return any(edtf.bounds(date)[1] < first for date in dates)
