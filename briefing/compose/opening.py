"""What the opening of a brief is chosen from, and what a statement is worth there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from briefing.compose.presence import Presence
from briefing.compose.registers import find_releases
from briefing.language import edtf, late, wordlist
from briefing.languages import primary_code
from briefing.languages.en.sameness import read_gist, vocabulary, vocabulary_overlap
from briefing.model import Candidate, Document, Section, Statement

Worth = Callable[["Opening", Statement], tuple[float, ...]]

_EARLY = 4  # sentences of an article that hold what it has to tell first
# Before the cut-off; what is older is background, but where all articles are of one month.
_NEWS, _ONE_MONTH = timedelta(days=14), timedelta(days=31)
# What it counts as, beside being reported, done, or of its day, that every other article tells all
# of a statement again; tried on eleven topics, where the lead of the main event has mostly more.
_GRANTED = 15
_STANDS_IN = 0.5  # the same of an article's second sentence, where its first can't be told
_FRESH = timedelta(days=2)  # before its article appeared: what that tells as its news
_QUOTED = late.pattern(r"[“\"][^“”\"]{15,}[”\"]")  # somebody's words, not a word in marks
_OF_RELEASE = 0.5  # of what a report is worth, as the main event; tuned on six topics
_LATE = 1  # days before the newest article within which one is of the newest
_GENERAL = wordlist.patterns("en", "words/opening_patterns")["general"]
_AHEAD = wordlist.patterns("en", "words/opening_patterns")["ahead"]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What the opening is chosen from: the sections told, and what is known of their statements.
    Not slotted: what opens articles is looked for once, when it is first asked for.

    `views` names the sections whose statements are views; `presence` has for each statement's key
    what the articles make of it. `language` is the brief's: what is told in another one, which a
    reader may not read, opens no brief; "" where all may.
    """

    sections: Sequence[Section]
    views: Collection[str]
    told: Mapping[str, Candidate]
    documents: Mapping[str, Document]
    as_of: str
    presence: Mapping[str, Presence] = field(default_factory=dict)
    language: str = ""

    @cached_property
    def window(self) -> timedelta:
        """How long before the cut-off an article may have appeared that tells news."""
        known = (one.published.value for one in self.documents.values() if one.published)
        days = [edtf.bounds(date)[0] for date in known if edtf.is_valid(date)]
        within = bool(days) and edtf.bounds(self.as_of)[1] - min(days) <= _ONE_MONTH
        return _ONE_MONTH if within else _NEWS

    @cached_property
    def every(self) -> tuple[Statement, ...]:
        """All statements, section by section."""
        return tuple(s for section in self.sections for s in section.statements)

    @cached_property
    def released(self) -> frozenset[str]:
        """The articles that are releases, by id; see `find_releases`."""
        return find_releases(self.documents)

    @cached_property
    def newest(self) -> float:
        """The day on which the newest article of a statement appeared, as a number."""
        return max((day_appeared(self, one) for one in self.every), default=0.0)

    @cached_property
    def leads(self) -> tuple[Statement, ...]:
        """The statements that open articles of these days."""
        told = ((s, self.told[s.key]) for s in self.every)
        return tuple(s for s, own in told if own.position == 0 and _is_newsworthy(self, own))


def is_in_language(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is told in the brief's language, or nothing shows in which it is."""
    language = opening.told[statement.key].language
    if not opening.language or not language:
        return True
    return primary_code(language) == primary_code(opening.language)


def is_of_these_days(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is dated nowhere, or not long before its article appeared."""
    published = opening.documents[opening.told[statement.key].document].published
    dates = (statement.date or "", published.value if published else "")
    if not all(edtf.is_valid(date) for date in dates):
        return True
    return edtf.bounds(dates[1])[0] - edtf.bounds(dates[0])[1] <= _NEWS


def is_fresh(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is of these days."""
    return _is_newsworthy(opening, opening.told[statement.key])


def presence_of(opening: Opening, statement: Statement) -> Presence:
    """What the articles make of a statement; nothing where nobody asked."""
    return opening.presence.get(statement.key, Presence())


def rank_as_event(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank a statement as the main event: no refrain, no view, nothing of long before its article;
    by how many articles open with it or looked ahead to it; then reported, done, dated to its
    article's day or the one before, in the paragraph that opens its article, of these days, and how
    far the others take it for granted; of equals what leads its article, then by how many tell it.
    """
    candidate, presence = opening.told[statement.key], presence_of(opening, statement)
    leading = _weigh_report(opening, statement) + presence.done + _is_newsworthy(opening, candidate)
    leading += candidate.position == 0 or presence.granted > 0
    leading -= is_general(statement)
    leading += _STANDS_IN * (candidate.position == 1)
    leading += _is_of_its_day(opening, statement)
    granted = round(_GRANTED * presence.granted, 3)
    return (
        -float(presence.refrain),
        -float(statement.citations[0].attribution.kind == "judgement"),
        float(is_of_these_days(opening, statement)),
        -float(is_released(opening, statement)),
        float(max(presence.openers, presence.awaited, 1)),
        -float(candidate.hanging > 0 and candidate.position > 1),
        leading + granted,
        float(candidate.position == 0),
        _count_tellers(statement),
        _measure_centrality(opening, statement),
        *_rank_in_section(opening, statement),
    )


def _weigh_report(opening: Opening, statement: Statement) -> float:
    """What it is worth that a statement is a report in an outlet's own words; a release's half."""
    if statement.citations[0].attribution.kind != "reported":
        return 0
    return _OF_RELEASE if is_released(opening, statement) else 1


def is_released(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is of a release, where others are known as reports."""
    return opening.told[statement.key].document in opening.released


def rank_meaning(event: Statement | None) -> Worth:
    """Rank views by what they say of the main event, then as views are ranked."""
    words = vocabulary(event.text) if event else frozenset[str]()

    def rank(opening: Opening, statement: Statement) -> tuple[float, ...]:
        about = vocabulary_overlap(words, vocabulary(statement.text)) if words else 0.0
        return (round(about, 3), *rank_view(opening, statement))

    return rank


def rank_as_news(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank what these days brought: the newest article's first, then what more articles tell."""
    return (
        day_appeared(opening, statement),
        _count_tellers(statement),
        *_rank_in_section(opening, statement),
    )


def day_appeared(opening: Opening, statement: Statement) -> float:
    """The day on which a statement's article appeared, as a number; 0 where nobody knows it."""
    published = opening.documents[opening.told[statement.key].document].published
    known = published is not None and edtf.is_valid(published.value)
    return float(edtf.bounds(published.value)[1].toordinal()) if published and known else 0.0


def is_issued_beside(opening: Opening, one: Statement, other: Statement) -> bool:
    """Whether one of two leads is a release's, the other a report's of the same day or the next,
    and both name somebody: the report tells what was released.
    """
    days = [day_appeared(opening, each) for each in (one, other)]
    near = all(days) and abs(days[0] - days[1]) <= 1
    issued = is_released(opening, one) != is_released(opening, other)
    return near and issued and bool(read_gist(one.text).names & read_gist(other.text).names)


def _count_tellers(statement: Statement) -> float:
    """Count the articles that tell the clause of a statement which most of them tell."""
    return float(max((len(one.citations) for one in statement.support), default=1))


def _measure_centrality(opening: Opening, statement: Statement) -> float:
    """How far other articles lead with what a statement tells: the mean share of the words of
    their leads.

    The largest event is the one that articles of these days open with, be it only to say what
    followed. Where no other article's lead is told, all that is told stands in for them.
    """
    own, document = vocabulary(statement.text), opening.told[statement.key].document
    leads = [s for s in opening.leads if opening.told[s.key].document != document]
    leads = leads or [s for s in opening.every if s is not statement]
    shared = sum(vocabulary_overlap(own, vocabulary(other.text)) for other in leads)
    return round(shared / len(leads), 3) if leads else 0.0


def is_general(statement: Statement) -> bool:
    """Whether a statement says what is so in general."""
    return _GENERAL.search(statement.text) is not None


def is_settled_now(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is of these days, itself or as what its article opens with, and so is
    its article, and none of what always is.
    """
    opens = opening.told[statement.key].position == 0
    now = is_fresh(opening, statement) and (opens or is_of_these_days(opening, statement))
    return now and not is_general(statement)


def list_voices(points: Sequence[Statement]) -> frozenset[str]:
    """Who speaks in the points of an opening."""
    return frozenset(one.citations[0].attribution.speaker for one in points) - {""}


def rank_beside(chosen: Sequence[Statement]) -> Worth:
    """Rank what else matters beside points that are chosen: no refrain, nobody's view; by how much
    of this holds: its article's lead (which counts twice, where it has a word of its title), early
    there, told as done on a day that it has, of the newest
    articles, what is ahead in them, not said by whoever speaks in a point; then of an article that
    opens nothing yet; told by several; then what says most that none of the points does.
    """
    articles = {cited.document for one in chosen for cited in one.bases}
    told = frozenset[str]().union(*(vocabulary(one.text) for one in chosen))
    voices = list_voices(chosen)

    def rank(opening: Opening, statement: Statement) -> tuple[float, ...]:
        said, own = statement.citations[0].attribution, opening.told[statement.key]
        presence, words = presence_of(opening, statement), vocabulary(statement.text)
        leads = 2 * opens_with_news(opening, statement) + (own.position <= _EARLY)
        done = presence.done and statement.date is not None
        newest = day_appeared(opening, statement) >= opening.newest - _LATE
        ahead = newest and _AHEAD.search(statement.text) is not None
        return (
            -float(presence.refrain),
            float(said.kind != "judgement" or not said.speaker),
            float(leads + done + newest + ahead + (said.speaker not in voices)),
            float(own.document not in articles),
            float(_count_tellers(statement) > 1),
            round(len(words - told) / max(1, len(words)), 1),
            *_rank_in_section(opening, statement),
        )

    return rank


def is_lead(opening: Opening, statement: Statement) -> bool:
    """Whether a statement holds the first sentence of its article, be it with others."""
    return opening.told[statement.key].position == 0 or bool(presence_of(opening, statement).news)


def opens_with_news(opening: Opening, statement: Statement) -> bool:
    """Whether a statement opens its article, and has a word of its title that is no name: a scene
    that comes before the news has none.
    """
    if not is_lead(opening, statement):
        return False
    title = opening.documents[opening.told[statement.key].document].title
    if title is None:
        return True
    gist = read_gist(statement.text)
    return bool(vocabulary(title.value) & vocabulary(statement.text) - gist.names - {gist.opener})


def _rank_in_section(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank a statement in its section: news first, then reports, the outlet's own words, support,
    place, mending.
    """
    candidate = opening.told[statement.key]
    return (
        float(_is_newsworthy(opening, candidate)),
        -float(presence_of(opening, statement).refrain),
        float(presence_of(opening, statement).done),
        float(statement.citations[0].attribution.kind == "reported"),
        day_appeared(opening, statement),
        -float(bool(_QUOTED.search(statement.text))),
        float(len(statement.outlets)),
        -float(candidate.position),
        -float(candidate.cost),
    )


def rank_view(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank a view: one that somebody is named for goes before what the outlet says itself."""
    said = statement.citations[0].attribution
    held = float(bool(said.speaker) and said.kind == "judgement")
    return (
        float(_is_newsworthy(opening, opening.told[statement.key])),
        held,
        *_rank_in_section(opening, statement)[6:],
    )


def _is_newsworthy(opening: Opening, candidate: Candidate) -> bool:
    """Whether the article is of these days: its date reaches into the fortnight before the
    cut-off, or into the month where all articles do.
    """
    published = opening.documents[candidate.document].published
    return published is None or _is_recent(opening, published.value)


def _is_of_its_day(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is dated to the day on which its article appeared, or one just before."""
    published = opening.documents[opening.told[statement.key].document].published
    dates = (statement.date or "", published.value if published else "")
    if not all(edtf.is_valid(date) and edtf.is_day(date) for date in dates):
        return False
    day, appeared = (edtf.bounds(date)[0] for date in dates)
    return timedelta(0) <= appeared - day <= _FRESH


def _is_recent(opening: Opening, date: str | None) -> bool:
    """Whether a date lies in the time before the cut-off that has news, to the day."""
    if not (date and edtf.is_valid(date) and edtf.is_valid(opening.as_of)):
        return False
    first, last = edtf.bounds(date)
    end = edtf.bounds(opening.as_of)[1]
    return last - first <= _NEWS and timedelta(0) <= end - first <= opening.window
