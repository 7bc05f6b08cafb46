"""What became of what could tell a sentence, and which of that came nearest to being told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.compose.repetition import RETOLD
from briefing.compose.verdicts import OfferVerdict, Ruling
from briefing.inspection.absence import room
from briefing.inspection.absence.case import (
    PassageCase,
    Untold,
    join_names,
    name_statement,
    shorten,
)
from briefing.inspection.absence.setbacks import say_setbacks
from briefing.inspection.absence.standing import (
    list_company,
    name_company,
    say_alone,
    say_unoffered,
)
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Candidate, Span
from briefing.stages import SectionKind
from briefing.walk import window

_SHOWN, _SAME = 3, 2  # statements that are named, and of those that tell the same news
_NEAREST: tuple[Ruling | Literal["stands", "passed over", "doubted"], ...] = (
    "told",
    "statements",
    "pages",
    "words",
    "edited",
    "idle",
    "little",
    "nothing",
    "stale",
    "repeats",
    "background",
    "shares",
    "stands",
    "passed over",
    "doubted",
)
"""From what would be told next to what nobody asked for."""
_LIMITS: frozenset[Ruling] = frozenset({"statements", "pages", "words"})
_TRIED = _LIMITS | {"little"}  # more room might tell it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a candidate: the verdict on it when sections were filled and its number there,
    or before that, what it was left for: another article `stands` for it, its sections `passed
    over` it, or its own article gives reason to be `doubted`.
    """

    candidate: Candidate
    ruling: Ruling | Literal["stands", "passed over", "doubted"]
    number: int = -1
    verdict: OfferVerdict | None = None


def judge_sentence(case: PassageCase, sentence: Span) -> Untold:
    """Why a sentence that no statement tells is not told: by itself, or where it was on offer with
    others alone, by what became of those.
    """
    own = [one for one in case.decided.candidates if case.holds(one, sentence)]
    fates = [fate for one in own for fate in _list_fates(case, one)]
    if not fates:
        return _say_unasked(case, own[0], sentence) if own else say_unoffered(case, sentence)
    best = min(fates, key=lambda one: _measure_distance(case, one, sentence))
    best, found = _find_soonest(case, fates, best, sentence)
    more = (found.words,) if found else ()
    hindered = "" if more else _say_hindered(case, best)
    why = _say_company(case, best, sentence) + hindered + _SAYING[best.ruling](case, best)
    return Untold(why=why, more=more, section=_section_of(case, best))


def _say_company(case: PassageCase, fate: Fate, sentence: Span) -> str:
    """With what a sentence is on offer, as the beginning of why all of that is not told; "" where
    it is on offer by itself, or itself repeats what is told.
    """
    if not list_company(case, fate.candidate, sentence) or _repeats_alone(case, fate, sentence):
        return ""
    company = name_company(case, fate.candidate, sentence)
    alone = say_alone(case, fate.candidate, sentence)
    return f"it is on offer only together with {company}, because {alone}; of all that: "


def _say_unasked(case: PassageCase, candidate: Candidate, sentence: Span) -> Untold:
    """That no section asks for the passage in which a candidate is at home."""
    place = case.place_of(candidate.document, candidate.passage)
    company = name_company(case, candidate, sentence)
    beside = f"it is on offer only together with {company}, and " if company else ""
    home = next(one for one in case.reading.passages if one.number == candidate.passage)
    lacks = "no section asks for the tags of" if home.tags else "no tag fits"
    return Untold(why=f"{beside}{lacks} {place}")


def _measure_distance(case: PassageCase, fate: Fate, sentence: Span) -> tuple[int, int, int, float]:
    """How far a fate was from telling a sentence: what tells it alone says most of it, and of
    sections without room the one that it fits best.
    """
    gain = fate.verdict.gain if fate.verdict else 0.0
    beside = len(list_company(case, fate.candidate, sentence))
    nearest = min(map(_NEAREST.index, _LIMITS if fate.ruling in _LIMITS else (fate.ruling,)))
    slugs = [slug for slug, _ in fate.candidate.sections]
    fit = slugs.index(_section_of(case, fate)) if slugs else 0
    return min(1, beside), nearest, fit, -gain


def _list_fates(case: PassageCase, candidate: Candidate) -> Iterator[Fate]:
    """The fates of a candidate: one for each section that was offered it, else one."""
    name = (candidate.document, candidate.statement.key)
    if any(one.name == name for one in case.ranking.doubtful):
        yield Fate(candidate=candidate, ruling="doubted")
        return
    numbers = [n for n, one in enumerate(case.filling.pool) if one.candidate.name == name]
    for number in numbers:
        verdict = case.filling.verdicts.get(number)
        if verdict is not None:
            weighed = case.filling.pool[number].candidate
            yield Fate(candidate=weighed, ruling=verdict.ruling, number=number, verdict=verdict)
    if not numbers and candidate.sections:
        stands = _is_ranked(case, candidate)
        yield Fate(candidate=candidate, ruling="stands" if stands else "passed over")


def _is_ranked(case: PassageCase, candidate: Candidate) -> bool:
    """Whether a section ranked it, so that another article's words stand for it."""
    return any(
        one.candidate.name == candidate.name
        for row in case.ranking.shortlists
        for one in row.ranked
    )


def _section_of(case: PassageCase, fate: Fate) -> str:
    """The section that would take it."""
    if fate.number >= 0:
        return case.slug_of(case.filling.pool[fate.number])
    return fate.candidate.sections[0][0] if fate.candidate.sections else ""


def _find_soonest(
    case: PassageCase, fates: Sequence[Fate], best: Fate, sentence: Span
) -> tuple[Fate, room.Room | None]:
    """Of the fates that lack room alone, as the best one does, that which the least room more would
    tell, with that room, tried before it is said.
    """
    if best.ruling not in _TRIED or case.brief.editor:
        return best, None
    beside = len(list_company(case, best.candidate, sentence))
    alike = [
        one
        for one in fates
        if one.ruling in _TRIED and len(list_company(case, one.candidate, sentence)) == beside
    ]
    found = [(one, room.find_room(case, one.number, sentence)) for one in alike]
    fitting = [(one, space) for one, space in found if space is not None]
    return min(fitting, key=lambda pair: pair[1].more) if fitting else (best, None)


def _say_hindered(case: PassageCase, fate: Fate) -> str:
    """What of the brief would keep it out even if there were room, "" for nothing."""
    if fate.ruling not in {*_TRIED, "nothing"}:
        return ""
    offer, choice = case.filling.pool[fate.number], case.filling.choice
    verdict = case.filling.judge_repeating(offer, choice.list_sharing(offer))
    told = tuple(filter(case.is_told, verdict.others)) if verdict else ()
    if verdict is None or not told:
        return ""
    tried = replace(fate, ruling=verdict.ruling, verdict=replace(verdict, others=told))
    return f"{_SAYING[verdict.ruling](case, tried)}; besides, "


def _repeats_alone(case: PassageCase, fate: Fate, sentence: Span) -> bool:
    """Whether a sentence repeats by itself what those told with it repeat."""
    if fate.ruling != "repeats" or fate.verdict is None:
        return False
    own = vocabulary(case.reading.document.text[sentence.start : sentence.end])
    texts = (one.candidate.statement.text for one in fate.verdict.others)
    return any(vocabulary_overlap(own, vocabulary(text)) >= RETOLD for text in texts)


def _others(fate: Fate) -> OfferVerdict:
    return fate.verdict or OfferVerdict(ruling="nothing")


def _say_told(_case: PassageCase, _fate: Fate) -> str:
    return "the program by itself tells it, and the brief does not"


def _say_no_room(case: PassageCase, fate: Fate) -> str:
    causes = [*say_setbacks(case, fate.candidate), *_say_same_news(case, fate.number)]
    told = f"; it counts for less: {'; '.join(causes)}" if causes else ""
    return f"no room: {room.say_limit(case, fate.number, _others(fate))}{told}"


def _say_same_news(case: PassageCase, number: int) -> Iterator[str]:
    """Which statements tell the same news as an offer, where words don't set a section's size."""
    offer = case.filling.pool[number]
    told = case.filling.choice.list_told()
    same = [one for one in told if offer.lead and one.lead == offer.lead]
    if same and case.shortlists[0][offer.section].wanted.words is None:
        names = join_names([case.name_offer(one) for one in same[:_SAME]])
        yield f"{names} tells the same news, of which more counts for little"


def _say_little(case: PassageCase, fate: Fate) -> str:
    causes = [
        *say_setbacks(case, fate.candidate),
        *_say_same_news(case, fate.number),
        *room.say_slightness(case, fate.number),
    ]
    told = f": {'; '.join(causes)}" if causes else ""
    return f"too little: {room.say_share(case, fate.number, _others(fate))}{told}"


def _say_idle(case: PassageCase, fate: Fate) -> str:
    return f"too little: {room.say_idleness(case, fate.number)}"


def _say_nothing(case: PassageCase, fate: Fate) -> str:
    if not fate.candidate.weight:
        return f"worth nothing by now: {'; '.join(say_setbacks(case, fate.candidate))}"
    causes = list(_say_same_news(case, fate.number))
    return "nothing that weighs is new in it" + (f": {'; '.join(causes)}" if causes else "")


def _say_stale(case: PassageCase, fate: Fate) -> str:
    """The statements that have its words between them, the most telling first."""
    left = vocabulary(fate.candidate.statement.text)
    others = list(_others(fate).others)
    named: list[str] = []
    while others and left and len(named) < _SHOWN:
        best = max(others, key=lambda one: len(left & vocabulary(one.candidate.statement.text)))
        shared = left & vocabulary(best.candidate.statement.text)
        if not shared:
            break
        named.append(case.name_offer(best))
        left = left - shared
        others.remove(best)
    return f"hardly a word of it is new: {join_names(named)} have them"


def _say_repeats(case: PassageCase, fate: Fate) -> str:
    own = vocabulary(fate.candidate.statement.text)
    told = _others(fate).others[0]
    text = told.candidate.statement.text
    again = vocabulary_overlap(own, vocabulary(text)) >= RETOLD
    does = "it repeats" if again else "it quotes the same words as"
    return f"{does} {case.name_offer(told)}: {shorten(text)}"


def _say_background(case: PassageCase, fate: Fate) -> str:
    slug = _section_of(case, fate)
    causes = "; ".join(say_setbacks(case, fate.candidate))
    return f"set back so far that {slug} would tell it only if it had nothing else: {causes}"


def _say_shares(case: PassageCase, fate: Fate) -> str:
    names = case.name_offers(_others(fate).others)[:_SHOWN]
    return f"{join_names(names)} tells the rest already, and a sentence is told once"


def _say_stands(case: PassageCase, fate: Fate) -> str:
    """Which article's words stand for those of others that say the same, and what became of it."""
    claims = case.ingredients.claims.values()
    name = fate.candidate.name
    lead = next(one.lead for one in claims if any(other.name == name for other in one.others))
    told = case.told.get(lead.statement.key)
    if told is not None:
        return f"{name_statement(told)} says the same, and stands for it: {shorten(told.text)}"
    cited = lead.statement.citations[0]
    place = case.place_of(cited.document, cited.passage)
    return f"{place} says the same, and stands for it, itself untold: {shorten(cited.quote)}"


def _say_passed_over(case: PassageCase, fate: Fate) -> str:
    """Which of its sections' own conditions it doesn't meet."""
    sections = _list_sections(case, fate.candidate)
    if _is_past(case) and not any(one.older for one in sections.values()):
        return f"its source is older than the window of {case.job.window}"
    views = [slug for slug, one in sections.items() if one.views]
    if views and not fate.candidate.statement.citations[0].attribution.speaker:
        return f"{join_names(views)} asks for views, and nobody is known to say it"
    kinds = ", ".join(f"{slug} ({one.kind})" for slug, one in sections.items())
    return f"its sections pass it over: {kinds}"


def _list_sections(case: PassageCase, candidate: Candidate) -> dict[str, SectionKind]:
    """The config's sections that a candidate is offered, by slug."""
    offered = (slug for slug, _ in candidate.sections)
    return {slug: case.job.sections[slug] for slug in offered if slug in case.job.sections}


def _is_past(case: PassageCase) -> bool:
    """Whether its article is older than the brief's window."""
    asked = (case.ingredients.as_of, case.job.window)
    return not window.recent_documents((case.reading.document,), *asked)


def _say_doubted(_case: PassageCase, _fate: Fate) -> str:
    return "its own article gives reason to doubt it: somebody seems to visit his own country"


_SAYING: Mapping[str, Callable[[PassageCase, Fate], str]] = {
    "told": _say_told,
    "statements": _say_no_room,
    "pages": _say_no_room,
    "words": _say_no_room,
    "edited": _say_no_room,
    "little": _say_little,
    "idle": _say_idle,
    "nothing": _say_nothing,
    "stale": _say_stale,
    "repeats": _say_repeats,
    "background": _say_background,
    "shares": _say_shares,
    "stands": _say_stands,
    "passed over": _say_passed_over,
    "doubted": _say_doubted,
}
