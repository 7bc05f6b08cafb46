"""What an editor may change in the opening: which two to five of the statements that are told, and
which stands first.

`verify` asks this again of the statements alone, so nothing here looks at who was asked.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.compose.bottom_line import (
    adds_news,
    bottom_line,
    is_able,
    is_able_first,
)
from briefing.compose.editing.request import MOST_OPENING, ask_about_opening
from briefing.compose.editing.seat import EditorSeat
from briefing.compose.opening import Opening
from briefing.model import EditedPart, EditorReply, RefusedChoice, Statement

_LEAST = 2
_MOST_OF_ONE = 2  # statements of one article, where the program itself opens with no more of it

STRANGE = "not told in any section"
UNABLE = "can't stand in the opening"
REPEATS = "of a piece of news that the opening has"
TOO_MANY = "no room, or more of its source than one source may have"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedOpening:
    """The statements that open a brief, and what became of the reply; None where nobody replied."""

    statements: tuple[Statement, ...]
    part: EditedPart | None = None


def edit_opening(
    opening: Opening, seat: EditorSeat | None, shown: Collection[str]
) -> EditedOpening:
    """Choose the opening with an editor, of what it was `shown` of the sections (keys)."""
    own = bottom_line(opening)
    if seat is None:
        return EditedOpening(statements=own)
    able = [one for one in _list_told(opening) if one.key in shown and is_able_first(opening, one)]
    request = ask_about_opening(able, opening.told, opening.documents)
    reply = seat.ask(request) if request is not None else None
    if reply is None:
        return EditedOpening(statements=own)
    withheld = tuple(one.key for one in own if one.key not in shown)
    return apply_reply(opening, reply, withheld)


def apply_reply(opening: Opening, reply: EditorReply, withheld: Sequence[str]) -> EditedOpening:
    """The opening with a reply in it; what of the program's own was `withheld` from the editor
    stays where it stands there.
    """
    own = bottom_line(opening)
    kept = [one for one in own if one.key in withheld]
    chosen = list(kept)
    refused = _take_choices(opening, reply, chosen, own)
    _fill_places(opening, len(chosen) + len(refused), chosen, own)
    part = EditedPart(
        reply=reply,
        refused=refused,
        unedited=tuple(one.key for one in own),
        withheld=tuple(one.key for one in kept),
    )
    used = chosen if reply.chosen else own
    return EditedOpening(statements=tuple(used), part=part)


def _take_choices(
    opening: Opening, reply: EditorReply, chosen: list[Statement], own: Sequence[Statement]
) -> tuple[RefusedChoice, ...]:
    """Add to what is `chosen` what a reply chooses, and give what of it is refused."""
    told = {one.key: one for one in _list_told(opening)}
    refused: list[RefusedChoice] = []
    for key in reply.chosen:
        reason = _refuse(opening, told.get(key), chosen, own)
        if reason:
            refused.append(RefusedChoice(key=key, reason=reason))
        else:
            chosen.append(told[key])
    return tuple(refused)


def _fill_places(
    opening: Opening, asked: int, chosen: list[Statement], own: Sequence[Statement]
) -> None:
    """Add to what is `chosen` of the program's own, up to as many as were `asked` for."""
    wanted = min(max(_LEAST, asked), max(len(own), _LEAST))
    for one in own:
        if len(chosen) < wanted and not _refuse(opening, one, chosen, own):
            chosen.append(one)


def _list_told(opening: Opening) -> Iterator[Statement]:
    return (one for section in opening.sections for one in section.statements)


def _refuse(
    opening: Opening,
    statement: Statement | None,
    chosen: Sequence[Statement],
    own: Sequence[Statement],
) -> str:
    """Why a statement may not stand in the opening behind what is chosen, "" where it may."""
    if statement is None:
        return STRANGE
    if len(chosen) >= MOST_OPENING or _is_crowded(opening, statement, chosen, own):
        return TOO_MANY
    able = is_able(opening, statement) if chosen else True
    if not (able and is_able_first(opening, statement)):
        return UNABLE
    return "" if adds_news(opening, statement, chosen) else REPEATS


def _is_crowded(
    opening: Opening,
    statement: Statement,
    chosen: Sequence[Statement],
    own: Sequence[Statement],
) -> bool:
    """Whether one article would have more of the opening than its share."""
    document = opening.told[statement.key].document
    taken = sum(opening.told[one.key].document == document for one in chosen)
    most = sum(opening.told[one.key].document == document for one in own)
    return taken >= max(most, _MOST_OF_ONE)
