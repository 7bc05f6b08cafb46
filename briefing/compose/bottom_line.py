"""The opening: three or four of the brief's own statements that stand alone at the top."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from briefing.compose.presence import Presence
from briefing.language import edtf, wordlist
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Candidate, Document, Section, Statement

Worth = Callable[["Opening", Statement], tuple[float, ...]]

_LEAST = 3  # points; where event, change, view and doubt make fewer, sections add theirs
# Words: a shorter sentence leans on its neighbours, a longer one is no opening but for the event.
_SHORTEST, _LONGEST, _EVENT = 9, 56, 64
_ALIKE = 0.5
_NEWS = timedelta(days=14)  # before the cut-off; what is older is background
_FRESH = timedelta(days=2)  # before its article appeared: what that tells as its news
_PATTERNS = wordlist.patterns("en", "words/opening_patterns")
_FIRST_PERSON = _PATTERNS["first_person"]
_QUOTED = re.compile(r"[“\"][^“”\"]{15,}[”\"]")  # somebody's words, not a word in marks
_UNSURE = _PATTERNS["unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the opening is chosen from: the sections told, and what is known of their statements.

    `views` names the sections whose statements are views; `presence` has for each statement's key
    what the articles make of it.
    """

    sections: Sequence[Section]
    views: Collection[str]
    told: Mapping[str, Candidate]
    documents: Mapping[str, Document]
    as_of: str
    presence: Mapping[str, Presence] = field(default_factory=dict)


def bottom_line(opening: Opening) -> tuple[Statement, ...]:
    """Choose the opening: the main event, the newest change, what it means, what is unsure, then
    what matters most section by section.

    Every one is told in the body too, so that the opening can't say more than the brief.
    """
    every = [
        s
        for section in opening.sections
        for s in section.statements
        if not _presence(opening, s).overtaken
    ]
    chosen: list[Statement] = []
    event = _best_statement(opening, every, chosen, _rank_as_event, longest=_EVENT, hanging=True)
    chosen += [event] if event else []
    for among, worth in (
        (_newest_reports(opening, every), _rank_as_news),
        (_held_views(opening, every), _rank_meaning(event)),
        (_unsure_statements(opening, every), _rank_view),
    ):
        best = _best_statement(opening, among, chosen, worth)
        chosen += [best] if best else []
    for fresh in (True, False):  # what is older opens a brief only where these days leave room
        for section in opening.sections:
            if len(chosen) < _LEAST and not any(s in section.statements for s in chosen):
                told = [s for s in section.statements if s in every]
                told = [s for s in told if not fresh or _is_fresh(opening, s)]
                best = _best_statement(opening, told, chosen, _rank_in_section)
                chosen += [best] if best else []
    return tuple(chosen)


def _newest_reports(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """The reports that open articles of these days: what changed last. Refrains change nothing."""
    return [
        s
        for s in among
        if s.citations[0].attribution.kind != "judgement"
        and opening.told[s.key].position == 0
        and _is_fresh(opening, s)
        and not _presence(opening, s).refrain
    ]


def _held_views(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """The judgements that somebody is named for, of sections of views first of all."""
    said = [(s, s.citations[0].attribution) for s in among]
    views = (v for v in opening.sections if v.slug in opening.views)
    asked = {s.key for section in views for s in section.statements}
    judged = [s for s, by in said if by.speaker and by.kind == "judgement"]
    return judged or [s for s, by in said if by.speaker and s.key in asked]


def _unsure_statements(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """What says itself that something is not known, of these days."""
    return [
        s for s in among if _UNSURE.search(s.text) and _is_newsworthy(opening, opening.told[s.key])
    ]


def _is_fresh(opening: Opening, statement: Statement) -> bool:
    """Whether a statement is of these days."""
    return _is_newsworthy(opening, opening.told[statement.key])


def _presence(opening: Opening, statement: Statement) -> Presence:
    return opening.presence.get(statement.key, Presence())


def _best_statement(
    opening: Opening,
    among: Sequence[Statement],
    chosen: Sequence[Statement],
    worth: Worth,
    *,
    longest: int = _LONGEST,
    hanging: bool = False,
) -> Statement | None:
    """The statement worth most that is short and of no news told yet; the first among equals.

    `hanging` allows what only its article explains: nothing else may tell the main event.
    """
    fresh = [
        s
        for s in among
        if is_able(opening, s, longest=longest, hanging=hanging) and adds_news(opening, s, chosen)
    ]
    return max(fresh, key=lambda s: worth(opening, s), default=None)


def is_able(
    opening: Opening, statement: Statement, *, longest: int = _LONGEST, hanging: bool = False
) -> bool:
    """Whether a statement can stand in the opening by itself: of at most `longest` words, and,
    without `hanging`, with nothing that only its article explains.
    """
    candidate = opening.told[statement.key]
    if candidate.quoted or (candidate.hanging and not hanging):
        return False
    if not _SHORTEST <= len(statement.text.split()) <= longest:
        return False
    return stands_alone(statement, opening.documents[candidate.document])


def is_able_first(opening: Opening, statement: Statement) -> bool:
    """Whether a statement can open the brief as its main event, and nothing has overtaken it."""
    able = is_able(opening, statement, longest=_EVENT, hanging=True)
    return able and not _presence(opening, statement).overtaken


def adds_news(opening: Opening, statement: Statement, chosen: Sequence[Statement]) -> bool:
    """Whether a statement is of another piece of news than all that is chosen."""
    news = {_presence(opening, one).news for one in chosen} - {""}
    if statement in chosen or _presence(opening, statement).news in news:
        return False
    own = vocabulary(statement.text)
    return not any(
        _confirm_each_other(statement, other)
        or vocabulary_overlap(own, vocabulary(other.text)) >= _ALIKE
        for other in chosen
    )


def _confirm_each_other(one: Statement, other: Statement) -> bool:
    """Whether one of two statements is cited for a clause of the other: they tell one event."""
    return bool(
        _basis_passages(one) & _confirming_passages(other)
        or _basis_passages(other) & _confirming_passages(one)
    )


def _basis_passages(statement: Statement) -> set[tuple[str, int]]:
    return {(c.document, c.passage) for c in statement.citations if c.role == "basis"}


def _confirming_passages(statement: Statement) -> set[tuple[str, int]]:
    cited = [statement.citations[number] for one in statement.support for number in one.citations]
    return {(c.document, c.passage) for c in cited if c.role == "supports"}


def stands_alone(statement: Statement, document: Document) -> bool:
    """Whether a statement of `document` can stand where no speaker is printed: it names whose
    view it is.

    An opinion piece's own sentences can't, and neither can a judgement whose speaker its words
    don't name.
    """
    said, kind = statement.citations[0].attribution, document.kind
    if _FIRST_PERSON.search(statement.text) or (kind is not None and kind.value == "opinion"):
        return False
    return said.kind == "reported" or not said.speaker or said.speaker.split()[-1] in statement.text


def _rank_as_event(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank a statement as the main event: no refrain and no view; by how many articles open with
    it or looked ahead to it; then reported, done, dated to its article's day or the one before,
    leading its article, of these days; then by how many articles tell it.
    """
    candidate, presence = opening.told[statement.key], _presence(opening, statement)
    reported = statement.citations[0].attribution.kind == "reported"
    leading = reported + presence.done + _is_newsworthy(opening, candidate)
    leading += (candidate.position == 0) + _is_of_its_day(opening, statement)
    return (
        -float(presence.refrain),
        -float(statement.citations[0].attribution.kind == "judgement"),
        float(max(presence.openers, presence.awaited, 1)),
        -float(candidate.hanging > 0),
        leading,
        _count_tellers(statement),
        _measure_centrality(opening, statement),
        *_rank_in_section(opening, statement),
    )


def _rank_meaning(event: Statement | None) -> Worth:
    """Rank views by what they say of the main event, then as views are ranked."""
    words = vocabulary(event.text) if event else frozenset[str]()

    def rank(opening: Opening, statement: Statement) -> tuple[float, ...]:
        about = vocabulary_overlap(words, vocabulary(statement.text)) if words else 0.0
        return (round(about, 3), *_rank_view(opening, statement))

    return rank


def _rank_as_news(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank what these days brought: the newest article's first, then what more articles tell."""
    return (
        _day_appeared(opening, statement),
        _count_tellers(statement),
        *_rank_in_section(opening, statement),
    )


def _day_appeared(opening: Opening, statement: Statement) -> float:
    """The day on which a statement's article appeared, as a number; 0 where nobody knows it."""
    published = opening.documents[opening.told[statement.key].document].published
    known = published is not None and edtf.is_valid(published.value)
    return float(edtf.bounds(published.value)[1].toordinal()) if published and known else 0.0


def _count_tellers(statement: Statement) -> float:
    """Count the articles that tell the clause of a statement which most of them tell."""
    return float(max((len(one.citations) for one in statement.support), default=1))


def _measure_centrality(opening: Opening, statement: Statement) -> float:
    """How far other articles lead with what a statement tells: the mean share of the words of
    their leads.

    The largest event is the one that articles of these days open with, be it only to say what
    followed. Where no other article's lead is told, all that is told stands in for them.
    """
    own, candidate = vocabulary(statement.text), opening.told[statement.key]
    others = [s for section in opening.sections for s in section.statements if s is not statement]
    leads = [s for s in others if _leads_another(opening, opening.told[s.key], candidate)] or others
    shared = sum(vocabulary_overlap(own, vocabulary(other.text)) for other in leads)
    return round(shared / len(leads), 3) if leads else 0.0


def _leads_another(opening: Opening, other: Candidate, own: Candidate) -> bool:
    """Whether a statement opens another article of these days."""
    return other.document != own.document and other.position == 0 and _is_newsworthy(opening, other)


def _rank_in_section(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank a statement in its section: news first, then reports, the outlet's own words, support,
    place, mending.
    """
    candidate = opening.told[statement.key]
    return (
        float(_is_newsworthy(opening, candidate)),
        -float(_presence(opening, statement).refrain),
        float(_presence(opening, statement).done),
        float(statement.citations[0].attribution.kind == "reported"),
        _day_appeared(opening, statement),
        -float(bool(_QUOTED.search(statement.text))),
        float(len(statement.outlets)),
        -float(candidate.position),
        -float(candidate.cost),
    )


def _rank_view(opening: Opening, statement: Statement) -> tuple[float, ...]:
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
    cut-off.
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
    """Whether a date lies in the fortnight before the cut-off, to the day."""
    if not (date and edtf.is_valid(date) and edtf.is_valid(opening.as_of)):
        return False
    first, last = edtf.bounds(date)
    end = edtf.bounds(opening.as_of)[1]
    return last - first <= _NEWS and timedelta(0) <= end - first <= _NEWS
