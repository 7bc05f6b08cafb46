"""Who answers in an editor's place: a build asks, and whoever only looks recalls."""

from briefing.compose.editing.seat import Ask
from briefing.edition.asking import Asking, is_announced, kept_editing, kept_replies
from briefing.edition.session import Work
from briefing.job.load import Job
from briefing.state import editions

_UNSAID = "nobody was told yet what is sent where"
_LOOKING = "a look sends nothing"


def take_asking(work: Work) -> Asking | None:
    """The questions of a build, None where the config names no editor."""
    ordered = work.job.editing
    if ordered is None:
        return None
    kept = kept_replies(ordered, kept_editing(work.baseline), kept_editing(work.last))
    barred = "" if is_announced(work.store, ordered) else _UNSAID
    return Asking(ordered=ordered, kept=kept, opened=work.store, barred=barred)


def recall_asking(work: Work) -> Ask | None:
    """The replies that a trial uses: kept ones alone."""
    asking = take_asking(work)
    if asking is not None:
        asking.barred = _LOOKING
    return asking


def look_up_replies(job: Job, last: editions.Kept | None) -> Ask | None:
    """The replies that the newest edition keeps, for who makes a brief without a store."""
    if job.editing is None:
        return None
    kept = kept_replies(job.editing, kept_editing(last))
    return Asking(ordered=job.editing, kept=kept, barred=_LOOKING)
