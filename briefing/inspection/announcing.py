"""What an editor would be sent, and where: said before anything is, and noted that it was said."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefing.compose.editing.request import digest_request
from briefing.edition import session
from briefing.edition.asking import (
    estimate_tokens,
    kept_editing,
    kept_replies,
    note_announced,
)
from briefing.edition.make import make
from briefing.edition.session import Look
from briefing.errors import Problem, UserError, WorkError
from briefing.job.editing import EditorJob
from briefing.model import OPENING, EditorReply, EditorRequest
from briefing.settings import Settings
from briefing.state import store, witness
from briefing.walk.comparison import Past
from briefing.walk.seat import find_withheld

NOTE = "note"
_WAIT = 5.0  # seconds for a running build, to note that it was said


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """The requests that a build of now would make, and which of them have a kept reply. The one
    about the opening is as it would be if the editor chose as the program does.
    """

    requests: tuple[EditorRequest, ...] = ()
    kept: frozenset[str] = frozenset()

    def list_due(self) -> Iterator[EditorRequest]:
        """The requests that would be sent."""
        return (one for one in self.requests if digest_request(one) not in self.kept)


@dataclass(slots=True, kw_only=True)
class _Listener:
    """Notes what would be asked, and asks nobody; lives for one walk."""

    replies: dict[str, EditorReply]
    heard: list[EditorRequest] = field(default_factory=list)

    def __call__(self, request: EditorRequest) -> EditorReply | None:
        """The kept reply to a request; to another, one that chooses nothing, so that the walk goes
        on to what is asked behind it.
        """
        self.heard.append(request)
        name = digest_request(request)
        return self.replies.get(name) or EditorReply(
            subject=request.subject, request=name, answered=False
        )


def foresee_requests(look: Look) -> Announcement:
    """Find what a build of now would ask its editor. Raises UserError as a build does."""
    ordered = look.job.editing
    if ordered is None or not look.library.documents().count:
        return Announcement()
    replies = kept_replies(ordered, kept_editing(look.last))
    listener = _Listener(replies=replies)
    make(look.job, look.library, Past(last=look.last, ids=look.ids), listener)
    return Announcement(requests=tuple(listener.heard), kept=frozenset(replies))


def write_requests(found: Announcement) -> list[dict[str, Any]]:
    """All that would be sent, word for word, as JSON has it; the name of the model goes with it."""
    return [
        {
            "about": one.subject,
            "instructions": one.instructions,
            "content": json.loads(one.content),
            "schema": json.loads(one.schema),
        }
        for one in found.list_due()
    ]


def announce_editor(look: Look, found: Announcement) -> tuple[Problem, ...]:
    """Say what would be sent where, part by part, and what stays here."""
    ordered = look.job.editing
    if ordered is None:
        return ()
    said = tuple(_say_parts(look, ordered, found))
    return (*(_note(look.settings, one) for one in said), *_doubt_editor(look.settings, ordered))


def _note(settings: Settings, message: str) -> Problem:
    return settings.tree.problem(("editor",), message, severity=NOTE)


def _say_parts(look: Look, ordered: EditorJob, found: Announcement) -> Iterator[str]:
    due = tuple(found.list_due())
    editor = ordered.editor
    titles = {slug: kind.title for slug, kind in look.job.sections.items()}
    for one in due:
        yield f"editor: would send {_describe(one, titles)} to {editor.place}"
    kept = len(found.requests) - len(due)
    if kept:
        yield f"editor: kept from before: {_count(kept, 'answer')}; nothing is sent for them"
    tokens = sum(estimate_tokens(one) for one in due)
    yield (
        f"editor: {editor.model} at {editor.place}: {_count(len(due), 'request')}, "
        f"about {tokens:,} tokens in all (limits of a build: {ordered.requests} requests, "
        f"{ordered.tokens:,} tokens, {ordered.minutes:g} minutes)"
    )
    yield from _say_private(look, ordered)


def _describe(request: EditorRequest, titles: dict[str, str]) -> str:
    """What one request holds, in words."""
    content = json.loads(request.content)
    size = f"about {estimate_tokens(request):,} tokens"
    if request.subject == OPENING:
        count = len(content["statements"])
        return f"the statements that may open the brief, of those told ({count} now; {size})"
    sources = _count(len(content["sources"]), "source")
    counts = [f"{_count(len(content['statements']), 'statement')} of {sources}"]
    counts += [_count(len(content["questions"]), "question")] if content["questions"] else []
    pinned = len(content["told_already"])
    counts += [f"{pinned} pinned"] if pinned else []
    return f"section “{titles[request.subject]}”: its title, {', '.join(counts)} ({size})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _say_private(look: Look, ordered: EditorJob) -> Iterator[str]:
    if ordered.private_slugs:
        yield f"editor: private, never sent: section {', '.join(sorted(ordered.private_slugs))}"
    withheld = find_withheld(look.job, look.library.documents().documents)
    if withheld:
        yield f"editor: private, never sent: {_count(len(withheld), 'source')}"


def _doubt_editor(settings: Settings, ordered: EditorJob) -> Iterator[Problem]:
    """Warn of an editor that can't be asked as things are, and of one that anybody can overhear."""
    if ordered.editor.unready:
        message = f"the editor can't be asked: {ordered.editor.unready}"
        yield settings.tree.problem(("editor",), message, severity="warning")
    parts = urlsplit(ordered.editor.place)
    if parts.scheme == "http" and not _is_this_machine(parts.hostname or ""):
        message = f"{ordered.editor.place}: not encrypted: whoever is on the way reads what is sent"
        yield settings.tree.problem(
            ("editor", "base_url"),
            message,
            "use https:// where it is not your own network",
            severity="warning",
        )


def _is_this_machine(host: str) -> bool:
    """Whether what is sent to a host never leaves this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def note_said(config: Path, settings: Settings, ordered: EditorJob) -> tuple[Problem, ...]:
    """Note that the user was told, so that the next build may ask; a warning where it can't be
    noted.
    """
    try:
        with session.hold_lock(settings.output, _WAIT) as other:
            if other is not None:
                return (_unnoted(settings, f"{other} is at work"),)
            opened = store.open_store(Path(witness.store_path(config)))
            try:
                note_announced(opened, ordered)
            finally:
                opened.close()
    except UserError as error:
        return (_unnoted(settings, error.problems[0].message),)
    except WorkError as error:
        return (_unnoted(settings, str(error)),)
    return ()


def _unnoted(settings: Settings, why: str) -> Problem:
    message = f"nothing is sent to the editor yet: that you were told can't be noted: {why}"
    return settings.tree.problem(
        ("editor",), message, "run `briefing check` again", severity="warning"
    )


def is_note(problem: Problem) -> bool:
    """Whether a line of a check is a note, which is no mistake and no doubt."""
    return problem.severity == NOTE


def errors_of(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Those of some problems that stop a build."""
    return tuple(one for one in problems if one.severity == "error")
