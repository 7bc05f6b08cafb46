"""What tells no happening: a state or a detail that nobody says. Where facts are asked for it is
left out of what was chosen, and its room stays empty: what would come next is of less use still.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.compose.offers import Offer
from briefing.compose.questions import ASKS
from briefing.compose.substance import is_thin
from briefing.language import late
from briefing.languages import is_rewritten
from briefing.model import Candidate, Clause, Ranked, Shortlist

# Read off 226 statements of briefs of eight topics, read one by one: of those that stand behind
# their article's first two sentences and tell no happening, or are that short, 22 of 45 were of no
# use, of all others 37 of 181. Two stricter rules (a bare quotation, and one happening from the
# fourth statement of a section on) left out eight of 80 vital facts and are gone.
_HEAD = 1  # places of an article's first two sentences: they tell what it is about in any words
_TERSE = 14  # words below which a sentence further down is a detail of the one before
_FEW = 3  # statements of a section, as many as it has however full the brief is
_CHOICE = 5  # statements at most that a section may have where the config wants but the best
# A number of three digits or more that is no year.
_FIGURE = late.pattern(r"(?<![\w.,])(?!(?:1[0-9]|20)\d\d(?![\d.,]*\d))(?:\d[.,]?){3,}")
_BRACKETED = late.pattern(r"\[[^\]]*\]")

Clauses = Mapping[str, Sequence[Clause]]


def count_happenings(
    shortlists: Sequence[Shortlist],
    clauses: Clauses,
    released: frozenset[str] = frozenset(),
) -> tuple[Shortlist, ...]:
    """The shortlists, each candidate with how many of its articles' `clauses` its own words hold;
    in a language whose clauses nobody reads nobody can say. `released` are the ids of releases.
    """
    return tuple(
        replace(one, ranked=tuple(_count_clauses(item, clauses, released) for item in one.ranked))
        for one in shortlists
    )


def _count_clauses(item: Ranked, clauses: Clauses, released: frozenset[str]) -> Ranked:
    candidate = item.candidate
    if not is_rewritten(candidate.language):
        return item
    told = sum(
        cited.start <= clause.start < cited.end
        for cited in candidate.statement.bases
        for clause in clauses.get(cited.document, ())
    )
    issued = candidate.document in released
    return replace(item, candidate=replace(candidate, happenings=told, issued=issued))


def list_idle(row: Sequence[Offer], number: int | None = None) -> tuple[Offer, ...]:
    """What of a section's facts, best first, is of no use beside the others; never all of them.

    What tells no happening is left out where nobody gave a `number` of statements that a section
    may have; what is only thin (see `substance`), or what the author of an opinion thinks, while
    there is enough else: a small number is a choice of the best already.
    """
    free = [one for one in row if _is_free(one)]
    idle = [one for one in free if number is None and _tells_idly(one)]
    idle += _list_weak(free, idle, len(row) - len(idle) - _count_kept(number))
    left = tuple(one for one in row if one in idle)
    return left if len(left) < len(row) else left[1:]


def _count_kept(number: int | None) -> int:
    """How many statements a section keeps, be they weak."""
    return number if number is not None and number <= _CHOICE else _FEW


def _list_weak(free: Sequence[Offer], idle: Sequence[Offer], most: int) -> list[Offer]:
    """The last of what is weak and not idle, so many at most."""
    weak = [one for one in free if one not in idle and _is_weak(one.candidate)]
    return weak[max(0, len(weak) - max(0, most)) :]


def _is_weak(candidate: Candidate) -> bool:
    """Whether a candidate gives way to others: an opinion's own view, or what is thin."""
    return is_own_view(candidate) or is_thin(candidate)


def _is_free(offer: Offer) -> bool:
    """Whether an offer may be left out: what is pinned or asked for is told whatever it tells."""
    asked = any(one.startswith(ASKS) for one in offer.concepts)
    return not asked and not offer.candidate.statement.pinned


def is_own_view(candidate: Candidate) -> bool:
    """Whether some of a candidate is what the author of an opinion thinks: no words show him
    saying it.
    """
    said = (one.attribution for one in candidate.statement.bases)
    return any(one.kind == "judgement" and not one.evidence for one in said)


def _tells_idly(offer: Offer) -> bool:
    """Whether an offer tells nothing, and nobody says it."""
    said = offer.candidate.statement.citations[0].attribution
    return not said.speaker and tells_nothing(offer.candidate)


def tells_nothing(candidate: Candidate) -> bool:
    """Whether a candidate tells no happening and no figure, and stands behind where its article
    says what it is about. What has a day happened, by whatever verb: what an article that grows
    adds with its day is its news.
    """
    if candidate.happenings is None or candidate.position <= _HEAD:
        return False
    if candidate.statement.date is not None:
        return False
    if _FIGURE.search(_BRACKETED.sub(" ", candidate.statement.text)):
        return False
    return not candidate.happenings or len(candidate.statement.text.split()) < _TERSE
