"""An editor's seat in the walk: whose replies are used, and what no editor may see."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from briefing.compose.editing.request import digest_request
from briefing.compose.editing.seat import Ask, EditorSeat
from briefing.job.load import Job
from briefing.model import Document, Editing, EditorReply, EditorRequest
from briefing.walk.library import Holdings


def take_seat(job: Job, holdings: Holdings, ask: Ask | None) -> EditorSeat | None:
    """The seat of the config's editor, None where there is none or nobody is to be asked.

    Private sources are listed for it: raises UserError where one of them can't be.
    """
    ordered = job.editing
    if ordered is None or ask is None:
        return None
    return EditorSeat(
        model=ordered.editor.model,
        ask=ask,
        share=ordered.share,
        private=ordered.private_slugs,
        withheld=find_withheld(job, holdings.documents),
    )


def find_withheld(job: Job, documents: Sequence[Document]) -> frozenset[str]:
    """The ids of the documents of which nothing may be sent: those of private sources, and those
    that sources.yaml calls private, with all that lies inside them.
    """
    ordered = job.editing
    if ordered is None:
        return frozenset()
    found = (one for source in ordered.private_sources for one in source(job.base, job.readers))
    places = {*ordered.private_places, *(one.locator for one in found)}
    return frozenset(one.id for one in documents if places and _lies_in(one.locator, places))


def _lies_in(locator: str, places: set[str]) -> bool:
    """Whether a locator is one of some, or goes on inside one."""
    within = PurePosixPath(locator)
    return locator in places or any(str(one) in places for one in within.parents)


def replay_replies(editing: Editing | None) -> Ask | None:
    """What gives the replies that a brief keeps to the very requests that they were given to, and
    none to others; None where a brief keeps none.
    """
    if editing is None:
        return None
    kept = {(one.reply.subject, one.reply.request): one.reply for one in editing.parts}

    def ask(request: EditorRequest) -> EditorReply | None:
        return kept.get((request.subject, digest_request(request)))

    return ask
