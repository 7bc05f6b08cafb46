"""What was being examined when it was told, and a later article tells what came out."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.language import late, wordlist
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.sameness import vocabulary
from briefing.model import Reading, Shortlist, Statement

_PATTERNS = wordlist.patterns("en", "words/examined_patterns")
_EXAMINES = _PATTERNS["examines"]
_FINDS = _PATTERNS["finds"]
_FIGURE, _BRACKET = late.pattern(r"\d+"), late.pattern(r"\[[^\[\]]*\]")
_ANSWERED = 0.4  # of a statement's worth, as of words taken back
# Words that a question and what was found have in common, and their share of the question's; by
# judgement, tried on the eight pairs of its tests.
_FEWEST, _SHARED = 4, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """The day of an article that tells what came out, the words of its sentence and the
    figures in it.
    """

    day: date
    words: frozenset[str]
    figures: frozenset[str]


def weigh_answered(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what tells that something is being examined of which a later
    article tells what came out; pinned statements stay.
    """
    keys = find_answered(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, keys, _ANSWERED, "overtaken")


def find_answered(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of the statements that somebody examines whether something is so, where an article
    of a later day has a sentence that tells what was found, with most of the question's words.
    """
    asked = [(one, found) for one in statements if (found := _EXAMINES.search(one.text))]
    if not asked:
        return frozenset()
    findings = [finding for one in readings.values() for finding in _list_findings(one)]
    return frozenset(
        one.key for one, found in asked if _is_answered(one, found["question"], readings, findings)
    )


def _is_answered(
    statement: Statement,
    question: str,
    readings: Mapping[str, Reading],
    findings: Sequence[_Finding],
) -> bool:
    """Whether a later finding has enough of a question's words, and each of its figures."""
    appeared = last_day(readings[statement.citations[0].document].document)
    words, figures = vocabulary(question), _read_figures(question)
    fewest = max(_FEWEST, _SHARED * len(words))
    return appeared is not None and any(
        appeared < one.day and figures <= one.figures and len(words & one.words) >= fewest
        for one in findings
    )


def _read_figures(text: str) -> frozenset[str]:
    return frozenset(_FIGURE.findall(_BRACKET.sub(" ", text)))


def _list_findings(reading: Reading) -> Iterator[_Finding]:
    """The sentences of a dated article that tell what was found."""
    document = reading.document
    day = last_day(document)
    if day is None or not is_rewritten(document.language):
        return
    for passage in reading.passages:
        for sentence in passage.sentences if passage.may_tell else ():
            text = document.text[sentence.start : sentence.end]
            if _FINDS.search(text):
                yield _Finding(day=day, words=vocabulary(text), figures=_read_figures(text))
