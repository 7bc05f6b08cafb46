"""Whether a sentence could be told by itself: which rule refused it, over which words, and with
what it is told instead.
"""

from collections.abc import Mapping

from briefing.inspection.absence.case import PassageCase, Untold, join_names, overlaps, shorten
from briefing.language.draft import Refused
from briefing.languages import packs
from briefing.model import Candidate, Span
from briefing.offer.candidates import offer_candidates
from briefing.settings import analyst
from briefing.walk import routing

_SHOWN = 50  # characters of a sentence that is named
_WORDS = 60  # characters of the words that a rule refused
# How a refusal reads; one that isn't listed reads as it is. The blank is for the source's words.
_REFUSALS: Mapping[str, str] = {
    "dangling reference": "“{}” means something that it doesn't name itself, and what is not "
    "certain",
    "two share the name": "two persons of the article may be meant by “{}”",
    "date hangs on another sentence": "“{}” counts from what another sentence tells",
    "a day of an article without a date": "“{}” is a day that nobody knows, for the article has "
    "no date",
    "quotation without a known speaker": "nobody is named whose words it quotes",
    "connective inside a quotation": "it begins with a word that ties it to what was said before",
    "orphan connective": "it begins with a word that ties it to the sentence before",
    "fragment": "it is too short for a statement, or no whole sentence",
    "too long": "it is too long for a statement",
    "cut short": "its end is cut off",
    "question": "it is a question",
    "exclamation": "it is an exclamation",
    "first person": "its author speaks in the first person",
    "formality": "it is a formality",
    "two speakers in one sentence": "two speak in it",
    "what the outlet had reported": "its outlet tells in it what it reported earlier",
    "said to readers": "it speaks to the reader of the page",
    "an item with a number": "it is an item of a numbered list",
    "an item without what introduces it": "it means what it means under the line that introduces "
    "its list",
    "square brackets of the source": "its square brackets can't be told from the brief's own",
    "quotation marks can't be told": "where its quotation begins or ends can't be told",
}


def say_alone(case: PassageCase, candidate: Candidate, sentence: Span) -> str:
    """Why a sentence is not told by itself, but within a candidate."""
    made = packs.ground_sentences(case.reading, (sentence,))
    if isinstance(made, Refused):
        return _say_refusal(made)
    company = list_company(case, candidate, sentence)
    if packs.find_answer(case.reading, sentence) in company:
        return "that answers it, and neither is told without the other"
    if _denied_before(case, sentence) in company:
        return "it answers that, and neither is told without the other"
    return "its article explains it only there"


def say_unoffered(case: PassageCase, sentence: Span) -> Untold:
    """Why nothing that could be told holds a sentence."""
    made = [one for one in _offer_anew(case) if case.holds(one, sentence)]
    gone = [one for one in made if one.statement.key in case.decided.excluded]
    if gone:
        return Untold(why=_say_excluded(case, gone[0], sentence))
    if made:
        return Untold(
            why="it was not looked at: of so many articles each section looks at what fits it best"
        )
    return Untold(why=_say_refused(case, sentence))


def _say_excluded(case: PassageCase, candidate: Candidate, sentence: Span) -> str:
    """That what holds a sentence is excluded: the same words in another article, or a passage that
    it is told with.
    """
    reason = f"in {analyst.NAME}: {case.decided.excluded[candidate.statement.key]}"
    path = case.paths[candidate.document]
    passages = {one.passage for one in candidate.statement.citations}
    own = (one.path == path and one.passage in passages for one in case.job.analyst.file.exclude)
    if any(own):
        company, alone = (
            name_company(case, candidate, sentence),
            say_alone(case, candidate, sentence),
        )
        return (
            f"it is on offer only together with {company}, because {alone}; "
            f"that is excluded {reason}"
        )
    same = (
        case.place_of(one.document, one.passage)
        for one in case.considered.offers
        if one.statement.key == candidate.statement.key and one.document != candidate.document
    )
    return f"its very words, as {next(same, 'another source')} has them, are excluded {reason}"


def _offer_anew(case: PassageCase) -> tuple[Candidate, ...]:
    return offer_candidates(case.reading, lambda one: routing.passage_routes(case.job, one))


def _say_refused(case: PassageCase, sentence: Span) -> str:
    """Why no statement can be made of a sentence, neither of it alone nor behind others."""
    made = packs.ground_sentences(case.reading, (sentence,))
    behind = "" if _is_first(case, sentence) else ", and those before it don't help"
    if isinstance(made, Refused):
        return f"its sentences can't stand alone: {_say_refusal(made)}{behind}"
    answer = packs.find_answer(case.reading, sentence)
    if answer is not None:
        return f"{_show(case, answer)} answers it, and it can't be told together with that"
    claim = _denied_before(case, sentence)
    if claim is not None:
        alone = packs.ground_sentences(case.reading, (claim,))
        why = f": of that, {_say_refusal(alone)}" if isinstance(alone, Refused) else ""
        return f"it answers {_show(case, claim)}, and can't be told together with that{why}"
    return "a denial belongs to it that can't be told with it"


def _show(case: PassageCase, sentence: Span) -> str:
    """A sentence by its place and words."""
    place = case.place_at(case.reading, sentence.start)
    words = case.reading.document.text[sentence.start : sentence.end]
    return f"{place} {shorten(words, _SHOWN)}"


def _denied_before(case: PassageCase, sentence: Span) -> Span | None:
    """The sentence that a sentence denies."""
    every = [one for passage in case.reading.passages for one in passage.sentences]
    at = every.index(sentence)
    ahead = every[at - 1 : at] if at else []
    return next((o for o in ahead if packs.find_answer(case.reading, o) == sentence), None)


def _is_first(case: PassageCase, sentence: Span) -> bool:
    told = (one for one in case.reading.passages if one.may_tell)
    return next((s for one in told for s in one.sentences), sentence) == sentence


def _say_refusal(made: Refused) -> str:
    words = " ".join(made.words.split())
    shown = words if len(words) <= _WORDS else words[:_WORDS].rstrip() + "…"
    said = _REFUSALS.get(made.reason, made.reason)
    return said.format(shown) if shown or "{}" not in said else made.reason


def list_company(case: PassageCase, candidate: Candidate, sentence: Span) -> list[Span]:
    """The sentences that a candidate tells beside one."""
    return [
        one
        for passage in case.reading.passages
        for one in passage.sentences
        if one != sentence and any(overlaps(c, one) for c in candidate.statement.citations)
    ]


def name_company(case: PassageCase, candidate: Candidate, sentence: Span) -> str:
    """The sentences that a candidate tells beside one, by their places and words."""
    named = [_show(case, one) for one in list_company(case, candidate, sentence)]
    return join_names(named) if named else ""
