"""What a brief says is new or changed in it."""

from collections.abc import Iterator, Sequence

from briefing.model import Brief, Statement
from briefing.verification.quotes import ProofFailure


def check_news(brief: Brief) -> Iterator[ProofFailure]:
    """Check that what is said to be new or changed is what the statements say of themselves.

    What went can't be asked of the articles: the edition before has it. A brief without ids says
    nothing yet.
    """
    said = brief.changes
    told = [one for one in brief.statements if one.id]
    if not _is_told_of(brief, told):
        yield ProofFailure(where="changes", what="are not what the statements say of themselves")
    first = said.previous == 0
    if not first and _follows_another(brief):
        yield ProofFailure(where="changes", what=f"{said.previous} is not the edition before")
    if first and not _is_all_new(brief, told):
        yield ProofFailure(where="changes", what="there is no edition before to differ from")


def _is_told_of(brief: Brief, told: Sequence[Statement]) -> bool:
    """Whether the changes name what the statements `told` call new or changed; in a reader's copy,
    those that it has.
    """
    said = brief.changes
    new = tuple(one.id for one in told if one.change == "new")
    names = {one.id for one in told}
    own = brief.rendition is None
    heard = {(one.id, one.now) for one in said.changed if own or one.id in names}
    changed = {(one.id, one.text) for one in told if one.change == "changed"}
    return said.new == new and heard == changed


def _follows_another(brief: Brief) -> bool:
    """Whether a brief that is no reader's copy says of itself that it follows another edition than
    the one that its changes are counted from.
    """
    edition = brief.edition if brief.rendition is None else None
    return edition is not None and edition.previous != brief.changes.previous


def _is_all_new(brief: Brief, told: Sequence[Statement]) -> bool:
    """Whether a first edition says of nothing that it changed, went or is supported anew."""
    said = brief.changes
    if any(one.change != "new" for one in told):
        return False
    return brief.rendition is not None or not (said.changed or said.withdrawn or said.support)
