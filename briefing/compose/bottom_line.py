"""The opening: up to five of the brief's own statements that stand alone at the top."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.compose.opening import (
    Opening,
    Worth,
    day_appeared,
    is_fresh,
    is_general,
    is_in_language,
    is_issued_beside,
    is_lead,
    is_of_these_days,
    is_settled_now,
    list_voices,
    opens_with_news,
    presence_of,
    rank_as_event,
    rank_as_news,
    rank_beside,
    rank_meaning,
    rank_view,
)
from briefing.compose.overtaken import is_interim
from briefing.compose.worth import is_mostly_quotation, is_unheard
from briefing.language import edtf, late, wordlist
from briefing.languages.en.sameness import read_gist, vocabulary, vocabulary_overlap
from briefing.model import Document, Statement

# Points; where event, change, view and doubt make fewer, what else matters is added: three, one
# more for every eight statements told, five at most.
_LEAST, _MOST, _PER_POINT = 3, 5, 8
_READ = 160  # words of all points from which nothing is added: what a minute reads aloud
# Words: a shorter sentence leans on its neighbours, a longer one is no opening but for the event.
# What opens the newest article may be longer: it says what changed last (tried on five topics).
_SHORTEST, _LONGEST, _NEWEST, _EVENT = 9, 56, 80, 120
_SHORTEST_EVENT = 6  # the same of what has a day: "The slide of 4 May killed nine people."
_ALIKE, _FILLING = 0.5, 0.4  # share of words from which a point repeats one; of one that is added
_ABOUT = 0.1  # share of the event's words, or the view's, from which a view is about the event
_OPEN = 2  # days before the newest article from which what was open may be known
_PATTERNS = wordlist.patterns("en", "words/opening_patterns")
_FIRST_PERSON = _PATTERNS["first_person"]
_UNSURE, _AHEAD, _DISPUTED = (_PATTERNS[name] for name in ("unsure", "ahead", "disputed"))
_FORETELLS = wordlist.patterns("en", "words/standing_patterns")["foretells"]
_QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")
_AS_BACKGROUND = (_PATTERNS["tied"], _PATTERNS["timed"])


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningLimits:
    """What a point may be: its words, those of one that has a day, whether only its article may
    explain it (nothing else may tell the main event), and the share of words from which it repeats
    another.
    """

    shortest: int = _SHORTEST
    longest: int = _LONGEST
    hanging: bool = False
    alike: float = _ALIKE


_USUAL, _EVENTS, _NEWS, _MORE = (
    OpeningLimits(),
    OpeningLimits(shortest=_SHORTEST_EVENT, longest=_EVENT, hanging=True),
    OpeningLimits(longest=_NEWEST),
    OpeningLimits(alike=_FILLING),
)


def bottom_line(opening: Opening) -> tuple[Statement, ...]:
    """Choose the opening: the main event, the newest change, what it means, what is unsure, then
    what matters most section by section.

    Every one is told in the body too, so that the opening can't say more than the brief.
    """
    every = _list_able(opening)
    every = _leave_past(opening, every, _is_passing)
    chosen: list[Statement] = []
    event = _best_statement(opening, every, chosen, rank_as_event, _EVENTS)
    chosen += [event] if event else []
    every = _leave_past(opening, every, _is_open)
    for among, worth, limits in (
        (_newest_reports(opening, every), rank_as_news, _NEWS),
        (_about_event(opening, _held_views(opening, every), event), rank_meaning(event), _USUAL),
        (_unsure_statements(opening, every), _rank_unsure, _USUAL),
    ):
        others = among if limits is _NEWS else _leave_voices(among, chosen)
        best = _best_statement(opening, others, chosen, worth, limits)
        chosen += [best] if best else []
    return (*chosen, *_fill_up(opening, every, chosen))


def _list_able(opening: Opening) -> list[Statement]:
    """What may open the brief, of its language and not overtaken; what speaks in a voice of its own
    only where nothing else is told.
    """
    able = [
        one
        for one in opening.every
        if is_in_language(opening, one) and not presence_of(opening, one).overtaken
    ]
    return [one for one in able if not presence_of(opening, one).personal] or able


def _leave_voices(among: Sequence[Statement], chosen: Sequence[Statement]) -> Sequence[Statement]:
    """Those whom nobody says that speaks in what is chosen."""
    voices = list_voices(chosen)
    return [s for s in among if s.citations[0].attribution.speaker not in voices]


def _fill_up(
    opening: Opening, every: Sequence[Statement], chosen: Sequence[Statement]
) -> list[Statement]:
    """What else matters: of these days first, then what opens an article.

    News puts first what matters most, and an article that opens nothing yet says so first.
    """
    wanted = min(_MOST, _LEAST + len(every) // _PER_POINT)
    made: list[Statement] = []
    for fresh in (True, False):  # what is older opens a brief only where these days leave room
        among = _settled_statements(opening, every, fresh=fresh)
        while len(chosen) + len(made) < wanted and _count_words([*chosen, *made]) < _READ:
            points = [*chosen, *made]
            best = _best_statement(opening, among, points, rank_beside(points), _MORE)
            if best is None:
                break
            made.append(best)
        if len(chosen) + len(made) >= _LEAST:
            break
    return made


def _settled_statements(
    opening: Opening, every: Sequence[Statement], *, fresh: bool
) -> list[Statement]:
    """What may fill an opening up, of these days or not: no mere quotations."""
    settled = is_settled_now if fresh else _is_lasting
    return [s for s in every if settled(opening, s) and not is_mostly_quotation(s.text)]


def _is_lasting(opening: Opening, statement: Statement) -> bool:
    """Whether a statement opens its article, or tells something as done on a day that it has."""
    done = presence_of(opening, statement).done and statement.date is not None
    return is_lead(opening, statement) or done


def _count_words(points: Sequence[Statement]) -> int:
    return sum(len(point.text.split()) for point in points)


def _newest_reports(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """The reports that open articles of these days: what changed last. Refrains change nothing, and
    what has no word of its article's title is a scene, which counts where there is nothing else.
    """
    found = [
        s
        for s in among
        if s.citations[0].attribution.kind != "judgement"
        and is_lead(opening, s)
        and is_fresh(opening, s)
        and not presence_of(opening, s).refrain
    ]
    return [s for s in found if opens_with_news(opening, s)] or found


def _held_views(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """The judgements that somebody is named for; where there are none, what somebody says in
    sections of views.
    """
    spoken = [s for s in among if s.citations[0].attribution.speaker]
    judged = [s for s in spoken if s.citations[0].attribution.kind == "judgement"]
    found = judged or _told_as_views(opening, spoken)
    return [s for s in found if is_of_these_days(opening, s) and not is_general(s)]


def _told_as_views(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """Those of statements that sections of views tell."""
    views = (section for section in opening.sections if section.slug in opening.views)
    keys = {s.key for section in views for s in section.statements}
    return [s for s in among if s.key in keys]


def _about_event(
    opening: Opening, views: Sequence[Statement], event: Statement | None
) -> list[Statement]:
    """The views that share words with the event and were not held before it; all, where none is
    told.
    """
    if event is None:
        return list(views)
    words, day = vocabulary(event.text), 0
    if event.date is not None and edtf.is_day(event.date):
        day = edtf.bounds(event.date)[0].toordinal()
    later = (s for s in views if not 0 < day_appeared(opening, s) < day)
    return [s for s in later if vocabulary_overlap(words, vocabulary(s.text)) >= _ABOUT]


def _unsure_statements(opening: Opening, among: Sequence[Statement]) -> list[Statement]:
    """What says itself that something is not known or that somebody disputes it, of these days."""
    return [
        s
        for s in among
        if (_UNSURE.search(s.text) or _DISPUTED.search(s.text)) and is_settled_now(opening, s)
    ]


def _rank_unsure(opening: Opening, statement: Statement) -> tuple[float, ...]:
    """Rank what is open: the newest first, of one day what says who contradicts whom."""
    return (
        day_appeared(opening, statement),
        float(_DISPUTED.search(statement.text) is not None),
        *rank_view(opening, statement),
    )


def _leave_past(
    opening: Opening, among: Sequence[Statement], passes: Callable[[Statement], bool]
) -> list[Statement]:
    """Statements without those of older articles that pass with time: that something is not known,
    or is to come, or is being counted; it may be known or done since.
    """
    newest = max((day_appeared(opening, s) for s in among), default=0.0)
    past = (0 < day_appeared(opening, s) < newest - _OPEN for s in among)
    return [s for s, old in zip(among, past, strict=True) if not (old and passes(s))]


def _is_passing(statement: Statement) -> bool:
    """Whether a statement counts before the end, or tells first what will be."""
    return is_interim(statement.text) or _FORETELLS.search(statement.text) is not None


def _is_open(statement: Statement) -> bool:
    """Whether a statement says that something is not known, or disputed, or is to come."""
    return any(one.search(statement.text) for one in (_UNSURE, _DISPUTED, _AHEAD))


def _best_statement(
    opening: Opening,
    among: Sequence[Statement],
    chosen: Sequence[Statement],
    worth: Worth,
    limits: OpeningLimits = _USUAL,
) -> Statement | None:
    """The statement worth most that is short and of no news told yet; the first among equals."""
    fresh = [
        s
        for s in among
        if is_able(opening, s, limits) and adds_news(opening, s, chosen, limits.alike)
    ]
    return max(fresh, key=lambda s: worth(opening, s), default=None)


def is_able(opening: Opening, statement: Statement, limits: OpeningLimits = _USUAL) -> bool:
    """Whether a statement can stand in the opening by itself."""
    candidate = opening.told[statement.key]
    if candidate.quoted or (candidate.hanging and not limits.hanging):
        return False
    if presence_of(opening, statement).slight:
        return False
    shortest = _SHORTEST if statement.date is None else limits.shortest
    if not shortest <= len(statement.text.split()) <= limits.longest:
        return False
    return stands_alone(statement, opening.documents[candidate.document])


def is_able_first(opening: Opening, statement: Statement) -> bool:
    """Whether a statement can open the brief as its main event, and nothing has overtaken it."""
    able = is_able(opening, statement, _EVENTS)
    return able and not presence_of(opening, statement).overtaken


def adds_news(
    opening: Opening,
    statement: Statement,
    chosen: Sequence[Statement],
    alike: float = _USUAL.alike,
) -> bool:
    """Whether a statement is of another piece of news than all that is chosen, and shares less than
    `alike` of its words with each of them.
    """
    news = {presence_of(opening, one).news for one in chosen} - {""}
    if statement in chosen or presence_of(opening, statement).news in news:
        return False
    own = vocabulary(_leave_background(statement))
    return not any(
        _confirm_each_other(statement, other)
        or _lead_with_one_day(opening, statement, other)
        or vocabulary_overlap(own, vocabulary(_leave_background(other))) >= alike
        for other in chosen
    )


def _lead_with_one_day(opening: Opening, one: Statement, other: Statement) -> bool:
    """Whether two statements open their articles with the same day of somebody whom both name:
    outlets tell one happening by what each saw of it.
    """
    if not (is_lead(opening, one) and is_lead(opening, other)):
        return False
    if is_issued_beside(opening, one, other):
        return True
    dated = one.date == other.date and one.date is not None and edtf.is_day(one.date)
    return dated and bool(read_gist(one.text).names & read_gist(other.text).names)


def _confirm_each_other(one: Statement, other: Statement) -> bool:
    """Whether one of two statements is cited for a clause of the other, and so tells one event with
    it: not where the clause only says of what a statement speaks ("suspended the decree by which
    the head was dismissed").
    """
    found = [*_clauses_confirmed(one, other), *_clauses_confirmed(other, one)]
    return bool(found) and not any(map(_says_of_what, found))


def _clauses_confirmed(statement: Statement, other: Statement) -> Iterator[str]:
    """What stands before each clause of a statement for which passages of another are cited."""
    passages = {(c.document, c.passage) for c in other.citations if c.role == "basis"}
    for one in statement.support:
        cited = (statement.citations[number] for number in one.citations)
        if any(c.role == "supports" and (c.document, c.passage) in passages for c in cited):
            yield statement.text[: one.start]


def _leave_background(statement: Statement) -> str:
    """The text of a statement without the confirmed clauses that only say of what it speaks."""
    text = statement.text
    for one in sorted(statement.support, key=lambda one: one.start, reverse=True):
        if _says_of_what(statement.text[: one.start]):
            text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _says_of_what(before: str) -> bool:
    """Whether what stands before a clause ties it to a noun, or makes it a time."""
    return any(pattern.search(before) for pattern in _AS_BACKGROUND)


def stands_alone(statement: Statement, document: Document) -> bool:
    """Whether a statement of `document` can stand where no speaker is printed: it names whose
    view it is.

    An opinion piece's own sentences can't, and neither can a judgement whose speaker its words
    don't name.
    """
    said, kind = statement.citations[0].attribution, document.kind
    if is_unheard(statement):
        return False
    if _FIRST_PERSON.search(_QUOTED.sub(" ", statement.text)) or (
        kind is not None and kind.value == "opinion"
    ):
        return False
    return said.kind == "reported" or not said.speaker or said.speaker.split()[-1] in statement.text
