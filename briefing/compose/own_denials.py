"""What somebody denies in a release of his own, days before the newest article: nothing beside it
says what others tell of that, and mostly they do.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.compose.leads import find_lead
from briefing.language import wordlist
from briefing.language.draft import things_inside
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.model import Reading, Shortlist, Statement

# By judgement, too little to stand beside anything else: of 31 such sentences in the releases of
# eight made-up topics 25 deny what another article tells, six no fact.
_ALONE = 0.4
_OPEN = timedelta(days=4)  # in which others may not have answered
_REPORT = "report"
_DENIES = wordlist.patterns("en", "words/own_denial_patterns")["denies"]


def weigh_own_denials(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what an older release denies; pinned statements stay, and so do
    sections that ask for views and those of a given number of words.
    """
    facts = [one for one in shortlists if _asks_for_facts(one)]
    keys = find_own_denials(list_statements(facts), readings)
    weighed = iter(weigh_overtaken(facts, keys, _ALONE, "own_denial"))
    return tuple(next(weighed) if _asks_for_facts(one) else one for one in shortlists)


def find_own_denials(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of statements that deny in a release which is days older than the newest article;
    none where no article is known as a report, for then all may be official.
    """
    old = _list_older_releases(readings)
    return {
        one.key
        for one in statements
        if any(_DENIES.search(text) for text in _list_sentences(one, readings, old))
    }


def _list_older_releases(readings: Mapping[str, Reading]) -> AbstractSet[str]:
    """The releases that are days older than the newest article; none where there is no report."""
    kinds = {name: one.document.kind.value for name, one in readings.items() if one.document.kind}
    if _REPORT not in kinds.values():
        return frozenset()
    days = {name: day for name, one in readings.items() if (day := last_day(one.document))}
    newest = max(days.values(), default=date.min)
    return {
        name
        for name, day in days.items()
        if kinds.get(name) == RELEASE
        and newest - day > _OPEN
        and is_rewritten(readings[name].document.language)
    }


def _list_sentences(
    statement: Statement, readings: Mapping[str, Reading], among: AbstractSet[str]
) -> Iterator[str]:
    """The sentences that a statement tells of some articles, without those that open one."""
    for cited in statement.bases:
        if cited.document in among:
            reading = readings[cited.document]
            passage = reading.passages[cited.passage - 1]
            lead = find_lead(reading)
            for one in things_inside(passage.sentences, cited.start, cited.end):
                if one != lead:
                    yield reading.document.text[one.start : one.end]


def _asks_for_facts(shortlist: Shortlist) -> bool:
    return shortlist.wanted.words is None and not shortlist.wanted.views
