"""What keeps a whole passage from being told, before any sentence of it is looked at."""

from collections.abc import Callable
from functools import partial

from briefing.inspection.absence.case import PassageCase, Untold, shorten
from briefing.languages import is_told
from briefing.model import Candidate, Passage
from briefing.settings import analyst, seals
from briefing.tag import is_aside
from briefing.walk import decisions, routing

_LISTED = {"title": "its headline", "byline": "its byline", "metadata": "what it says of itself"}


def judge_passage(case: PassageCase) -> Untold | None:
    """Why nothing of a passage may be told; None where its sentences are looked at."""
    answers = (question(case) for question in _QUESTIONS)
    return next((found for found in answers if found is not None), None)


def _ask_exclusion(case: PassageCase) -> Untold | None:
    texts = decisions.passage_texts((case.reading,))
    path = case.reading.document.path or case.reading.document.locator
    for number, entry in enumerate(case.job.analyst.file.exclude):
        at = seals.find_anchor(entry, texts)
        if entry.path == path and not at.stale and at.passage in {None, case.passage.number}:
            tree = case.job.analyst.tree
            line = tree.problem(("exclude", number), "").line if tree else 0
            return Untold(
                why=f"excluded by the analyst in {analyst.NAME}, line {line}: {entry.reason}",
                more=(f"take that entry out of {analyst.NAME}",),
                final=True,
            )
    return None


def _ask_language(case: PassageCase) -> Untold | None:
    language = case.reading.document.language
    if is_told(language):
        return None
    return Untold(
        why=f"its source is in {language}, and no language pack serves that",
        more=("add a source that says it in a language that is served",),
        final=True,
    )


def _ask_text(case: PassageCase) -> Untold | None:
    """Ask whether the program takes it for text of the article."""
    passage = case.passage
    caveat = _find_caveat(case)
    if not passage.sentences:
        return Untold(
            why="it is no text of the article: no sentence was found in it"
            + (f" ({passage.dropped})" if passage.dropped else "")
            + caveat,
            more=("cite another passage that says it",),
            final=True,
        )
    if passage.dropped is not None:
        listed = _LISTED.get(passage.dropped)
        shown = f"; the list of sources has {listed}" if listed else ""
        why = f"dropped as {passage.dropped}: taken for no text of the article{shown}{caveat}"
        return Untold(why=why)
    if not passage.may_tell:
        return Untold(why=f"it is a {passage.kind}, of which no statements are made")
    return None


def _find_caveat(case: PassageCase) -> str:
    """That a passage is a note which is quoted beside its source."""
    document, passage = case.reading.document, case.passage
    text = " ".join(document.text[passage.start : passage.end].split())
    for note in document.caveats:
        folded = " ".join(note.split())
        if folded in text or text in folded:
            return f"; it is quoted under Sources, beside its article: {shorten(folded)}"
    return ""


def _ask_view(case: PassageCase) -> Untold | None:
    """Ask whether its article is looked at."""
    looked = {one.document.id for one in case.considered.readings}
    if case.reading.document.id in looked:
        return None
    count = case.considered.holdings.count
    return Untold(
        why=f"its article is not looked at: of {count} articles, {len(looked)} fit the sections "
        "better",
    )


def _ask_sections(case: PassageCase) -> Untold | None:
    if routing.passage_routes(case.job, case.passage):
        return None
    holds = partial(_tells_of, case)
    if any(one.sections for one in filter(holds, case.decided.candidates)):
        return None
    return Untold(why=f"{_say_unasked(case.passage)}: no section is offered it")


def _say_unasked(passage: Passage) -> str:
    """Why no section asks for a passage."""
    found = ", ".join(one.name for one in passage.tags)
    if is_aside(passage):
        return f"it stands under a subhead about something else and names {found} in passing"
    return f"no section asks for its tags ({found})" if found else "no tag fits it"


def _tells_of(case: PassageCase, candidate: Candidate) -> bool:
    return any(case.holds(candidate, one) for one in case.passage.sentences)


_QUESTIONS: tuple[Callable[[PassageCase], Untold | None], ...] = (
    _ask_exclusion,
    _ask_language,
    _ask_text,
    _ask_view,
    _ask_sections,
)
"""In the order in which the walk would leave a passage."""
