"""Articles that open with one piece of news: their leads are told once, not once an article."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from briefing.language import edtf
from briefing.languages.en.sameness import read_gist, vocabulary_overlap
from briefing.model import Candidate, Document

# Tuned on three topics of fourteen undated articles on one event each, and on one of sixteen dated
# ones on as many. Names are left out: they say whom all is about, not what happened.
_ALIKE = 0.3
_FEWEST = 3  # words shared
_NEWS = timedelta(days=2)  # in which outlets open with one piece of news
_MOST = 200  # leads held against one another, the first


def group_leads(
    candidates: Iterable[Candidate], documents: Mapping[str, Document]
) -> Mapping[str, str]:
    """For each article whose first sentence is among `candidates`, the first article that opens
    with the same news, be it itself.

    Two leads are of one piece of news where they share enough words and their articles, if dated,
    appeared within days of one another.
    """
    words: dict[str, frozenset[str]] = {}
    for one in candidates:
        if one.position == 0 and len(words) < _MOST:
            words.setdefault(one.document, _plain_words(one.statement.text))
    group = {name: name for name in words}
    for first, second in combinations(sorted(words), 2):
        if _is_one_event(words[first], words[second]) and _appeared_together(
            [documents[first], documents[second]]
        ):
            kept, joined = sorted((group[first], group[second]))
            group = {name: kept if of == joined else of for name, of in group.items()}
    return group


def _plain_words(text: str) -> frozenset[str]:
    """The words of a sentence that are no names."""
    gist = read_gist(text)
    return gist.words - gist.names - {gist.opener}


def _is_one_event(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(ours & theirs) >= _FEWEST and vocabulary_overlap(ours, theirs) >= _ALIKE


def _appeared_together(pair: Sequence[Document]) -> bool:
    """Whether two articles appeared within days, or one of them on a day that nobody knows."""
    days = [edtf.bounds(d.published.value) for d in pair if _is_dated(d) and d.published]
    if len(days) < len(pair):
        return True
    return max(first for first, _ in days) - min(last for _, last in days) <= _NEWS


def _is_dated(document: Document) -> bool:
    return document.published is not None and edtf.is_valid(document.published.value)
