"""The opening: two to five of the brief's own statements that stand alone at the top."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefing.language import edtf, wordlist
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Candidate, Document, Section, Statement

Worth = Callable[["Opening", Statement], tuple[float, ...]]

_MOST = 4
_SHORTEST, _LONGEST = (
    9,
    48,
)  # words; a shorter sentence leans on its neighbours, a longer one is no opening
_ALIKE = 0.5
_NEWS = timedelta(days=14)  # before the cut-off; what is older is background
_PATTERNS = wordlist.patterns("en", "words/opening_patterns")
_FIRST_PERSON = _PATTERNS["first_person"]
_QUOTED = re.compile(r"[“\"][^“”\"]{15,}[”\"]")  # somebody's words, not a word in marks
_UNSURE = _PATTERNS["unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the opening is chosen from: the sections told, and what is known of their statements.

    `views` names the sections whose statements are views.
    """

    sections: Sequence[Section]
    views: Collection[str]
    told: Mapping[str, Candidate]
    documents: Mapping[str, Document]
    as_of: str


def bottom_line(opening: Opening) -> tuple[Statement, ...]:
    """Choose the opening: the main event with its date, what matters most section by section, what
    is unsure.

    Every one is told in the body too, so that the opening can't say more than the brief.
    """
    every = [s for section in opening.sections for s in section.statements]
    event = _best_statement(opening, every, (), _rank_as_event)
    chosen = [event] if event else []
    for fresh in (True, False):  # what is older opens a brief only where these days leave room
        for section in opening.sections:
            if len(chosen) < _MOST - 1 and not any(s in section.statements for s in chosen):
                top = _best_of_section(opening, section, chosen, fresh=fresh)
                chosen += [top] if top else []
    rest = [s for s in every if _UNSURE.search(s.text)]
    rest = [s for s in rest if _is_newsworthy(opening, opening.told[s.key])]
    unsure = _best_statement(opening, rest, chosen, _rank_view)
    return (*chosen, *([unsure] if unsure else []))


def _best_of_section(
    opening: Opening, section: Section, chosen: Sequence[Statement], *, fresh: bool
) -> Statement | None:
    """What a section tells that matters most, of these days alone where `fresh`."""
    told = [
        s for s in section.statements if not fresh or _is_newsworthy(opening, opening.told[s.key])
    ]
    worth = _rank_view if section.slug in opening.views else _rank_in_section
    return _best_statement(opening, told, chosen, worth)


def _best_statement(
    opening: Opening, among: Sequence[Statement], chosen: Sequence[Statement], worth: Worth
) -> Statement | None:
    """The statement worth most that is short and not told yet; the first among equals."""
    told = [vocabulary(statement.text) for statement in chosen]
    fresh = [
        s
        for s in among
        if s not in chosen
        and stands_alone(s, opening.documents[opening.told[s.key].document])
        and _SHORTEST <= len(s.text.split()) <= _LONGEST
        and not opening.told[s.key].hanging
        and not opening.told[s.key].quoted
        and all(vocabulary_overlap(vocabulary(s.text), other) < _ALIKE for other in told)
    ]
    return max(fresh, key=lambda s: worth(opening, s), default=None)


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
    """Rank a statement as the main event: reported, of these days, dated to the day, leading its
    article; then by how many articles tell it or take it for granted.
    """
    candidate = opening.told[statement.key]
    reported = statement.citations[0].attribution.kind == "reported"
    dated = bool(statement.date) and _is_recent(opening, statement.date)
    leading = reported + dated + _is_newsworthy(opening, candidate) + (candidate.position == 0)
    return (
        leading,
        _count_tellers(statement),
        _measure_centrality(opening, statement),
        *_rank_in_section(opening, statement),
    )


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
        float(statement.citations[0].attribution.kind == "reported"),
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
        *_rank_in_section(opening, statement)[3:],
    )


def _is_newsworthy(opening: Opening, candidate: Candidate) -> bool:
    """Whether the article is of these days: its date reaches into the fortnight before the
    cut-off.
    """
    published = opening.documents[candidate.document].published
    return published is None or _is_recent(opening, published.value)


def _is_recent(opening: Opening, date: str | None) -> bool:
    """Whether a date lies in the fortnight before the cut-off, to the day."""
    if not (date and edtf.is_valid(date) and edtf.is_valid(opening.as_of)):
        return False
    first, last = edtf.bounds(date)
    end = edtf.bounds(opening.as_of)[1]
    return last - first <= _NEWS and timedelta(0) <= end - first <= _NEWS
