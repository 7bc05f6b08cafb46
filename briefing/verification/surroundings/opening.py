"""The opening, chosen anew."""

from collections.abc import Iterator

from briefing.compose.bottom_line import bottom_line
from briefing.compose.derive import list_views
from briefing.compose.editing.opening import apply_reply
from briefing.compose.opening import Opening
from briefing.compose.presence import measure_presence
from briefing.model import OPENING, Statement
from briefing.registry.rules import list_absent
from briefing.verification import excerpts
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case
from briefing.walk.notes import note_landscape


def check_opening(case: Case) -> Iterator[ProofFailure]:
    """Choose the opening anew; a cut's is what is left of the whole's, an absent kind's can't be
    known.
    """
    if excerpts.cut_slugs(case.brief) or list_absent(case.rules):
        if not excerpts.opens_rightly(case.brief):
            yield ProofFailure(
                where="bottom line", what="is not of statements that can stand there, each once"
            )
    elif case.whole and case.told.keys() == case.names.keys():
        made = tuple(case.names[one.key] for one in _choose_opening(case))
        if made != case.brief.bottom_line:
            yield ProofFailure(where="bottom line", what="is not the one that the sections give")


def _choose_opening(case: Case) -> tuple[Statement, ...]:
    """The opening as the program chooses it, with an editor's kept reply where there is one."""
    opening = _gather_opening(case)
    edited = case.brief.editor.find_part(OPENING) if case.brief.editor is not None else None
    if edited is None:
        return bottom_line(opening)
    return apply_reply(opening, edited.reply, edited.withheld).statements


def _gather_opening(case: Case) -> Opening:
    """What the opening is chosen from."""
    connections, title = case.grounds.connections, case.brief.frame.title
    survey = note_landscape(case.notebook, case.looked_at, case.families, connections, title)
    return Opening(
        sections=case.brief.sections,
        views=list_views(case.rules),
        told=case.told,
        documents=case.documents,
        as_of=case.brief.as_of,
        presence=measure_presence(case.statements, survey),
        language=case.brief.frame.language,
    )
