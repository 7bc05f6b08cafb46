"""Counts of the dead that a later article has overtaken: "at least nine" of Tuesday, where Saturday
has sixteen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.language import edtf
from briefing.languages.en.sameness import vocabulary_overlap
from briefing.languages.packs import pack_for
from briefing.model import Candidate, Document, Shortlist

_MOST = 400  # counts held against one another, the newest
_OVERTAKEN, _NEWEST = (
    0.5,
    1.5,
)  # what an older count loses, and what the one gains that none has overtaken
_ALIKE = 0.25  # share of words from which two counts are of one event
_NEAR = timedelta(days=21)  # counts of one event follow one another within that time


@dataclass(frozen=True, slots=True, kw_only=True)
class _Toll:
    """A statement that counts the dead: how many, on which day, in which words of which
    language.
    """

    number: int
    day: date
    words: frozenset[str]
    language: str


def weigh_tolls(
    shortlists: Sequence[Shortlist], documents: Mapping[str, Document]
) -> tuple[Shortlist, ...]:
    """The shortlists, older counts of one event's dead worth less and the newest more.

    Two counts are of one event where they are of one language, share words and lie within weeks of
    one another; of one day's counts that differ none is worth less: there the sources differ.
    """
    ranked = [item.candidate for shortlist in shortlists for item in shortlist.ranked]
    tolls = {
        c.statement.key: toll
        for c in ranked
        if (toll := _statement_toll(c, documents[c.document])) is not None
    }
    newest = sorted(tolls, key=lambda key: (tolls[key].day, key))[-_MOST:]
    pairs = [
        (new, old) for new in newest for old in newest if _overtakes_toll(tolls[new], tolls[old])
    ]
    late = {old for _, old in pairs}
    worth = {
        **{new: _NEWEST for new, _ in pairs if new not in late},
        **dict.fromkeys(late, _OVERTAKEN),
    }
    return tuple(
        replace(
            shortlist,
            ranked=tuple(
                replace(
                    item,
                    candidate=_weigh_candidate(
                        item.candidate, worth.get(item.candidate.statement.key, 1.0)
                    ),
                )
                for item in shortlist.ranked
            ),
        )
        for shortlist in shortlists
    )


def _weigh_candidate(candidate: Candidate, worth: float) -> Candidate:
    """A candidate that is worth `worth` times as much."""
    return candidate if worth == 1.0 else replace(candidate, weight=candidate.weight * worth)


def _overtakes_toll(new: _Toll, old: _Toll) -> bool:
    """Whether a count is a later one of the same event."""
    later = timedelta(0) < new.day - old.day <= _NEAR and new.number != old.number
    if not later or new.language != old.language:
        return False
    return vocabulary_overlap(new.words, old.words) >= _ALIKE


def _statement_toll(candidate: Candidate, document: Document) -> _Toll | None:
    """The count of a statement whose article is dated to the day, None where it has none."""
    known, pack = document.published, pack_for(candidate.language)
    number = pack.read_toll(candidate.statement.text)
    if number is None or known is None or not edtf.is_valid(known.value):
        return None
    first, last = edtf.bounds(known.value)
    words = pack.vocabulary(candidate.statement.text)
    toll = _Toll(number=number, day=last, words=words, language=pack.code)
    return toll if first == last else None
